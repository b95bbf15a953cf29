/** How long a request for access takes from the portal's live event until it is known, and what it costs the portal. */
import { until } from '../lib/surface.mjs';
import { median, percentile } from './browser-metrics.mjs';
import { openOwnPage, waitForDialogs } from './worlds.mjs';

/** A look keeps a distance of three seconds from the one before it, a dozen of them in five minutes. */
const PAUSE = 3_500;
export const ROUNDS = 8;
/** Requests of the same kind at once, as a broken bot might send them. */
export const FLOOD = 200;

/**
 * @typedef {object} AccessTimes
 * @property {number} median ms from the event until the background has read, judged and stored the request
 * @property {number} most the slowest
 * @property {number} calls requests to the portal for one request of access, median
 * @property {number} floodCalls requests to the portal for a flood, within ten seconds
 */

/**
 * @param {object} options
 * @param {import('../lib/chromium.mjs').Opened} options.extended
 * @param {string} options.origin
 * @param {import('../../demo/portal.ts').Director} options.director
 * @returns {Promise<AccessTimes>}
 */
export async function measureAccess({ extended, origin, director }) {
  director.reset();
  const page = await extended.context.newPage();
  await page.goto(`${origin}/stream/`, { waitUntil: 'load' });
  const own = await openOwnPage(extended);
  const key = await waitForDialogs(own, 1);
  const pending = async () => {
    const views = await own.say({ type: 'views.wanted' });
    return views.find((/** @type {{key: string}} */ view) => view.key === key).access.pending;
  };

  const times = [];
  const calls = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.waitForTimeout(PAUSE);
    director.clearCalls();
    const known = await pending();
    const begun = performance.now();
    director.askForAccess({ from: 'support' });
    await until(async () => (await pending()) > known, { every: 5, message: 'the request to be known' });
    times.push(performance.now() - begun);
    calls.push(director.calls().length);
  }

  director.clearCalls();
  for (let n = 0; n < FLOOD; n += 1) director.askForAccess({ from: 'support' });
  await page.waitForTimeout(10_000);
  const floodCalls = director.calls().length;
  await own.page.close();
  await page.close();
  return { median: median(times), most: percentile(times, 1), calls: median(calls), floodCalls };
}
