/** What happens in a tab that nobody touches: requests to the portal, and how often the extension's code wakes up. */
import { readCounters, startCounting } from './browser-metrics.mjs';

/** A page that has just been opened is not idle yet, ms. */
const SETTLE = 5000;
/** By then everything that one live event sets off is over, ms. */
const EVENT_TIME = 3000;

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/**
 * @typedef {object} Wakeups calls from the browser into the extension's code
 * @property {Record<string, number>} inPage by file
 * @property {number} background
 */
/**
 * @typedef {object} Idle
 * @property {string} page
 * @property {number} seconds
 * @property {string[]} requests what the portal was asked for meanwhile
 * @property {Wakeups} wakeups
 * @property {Wakeups} byEvent wake-ups after one live event: shows that they are seen at all
 * @property {{without: number, with: number}} script ms of script in the page
 */

/**
 * @param {object} options
 * @param {Opened} options.bare
 * @param {Opened} options.extended
 * @param {string} options.url
 * @param {number} options.seconds
 * @param {() => string[]} options.requests all requests that the portal knows of so far
 * @param {() => unknown} options.sendEvent makes the portal send a live event
 * @returns {Promise<Idle>}
 */
export async function measureIdle({ bare, extended, url, seconds, requests, sendEvent }) {
  const [without, page] = await Promise.all([openQuietly(bare, url), openQuietly(extended, url)]);
  const asked = requests().length;
  const before = await Promise.all([readCounters(without), readCounters(page)]);
  const trace = await traceDuring(extended, () => page.waitForTimeout(seconds * 1000));
  const after = await Promise.all([readCounters(without), readCounters(page)]);
  const askedMeanwhile = requests().slice(asked);
  const eventTrace = await traceDuring(extended, async () => {
    sendEvent();
    await page.waitForTimeout(EVENT_TIME);
  });
  await Promise.all([without.close(), page.close()]);
  const id = extended.extensionId ?? '';
  return {
    page: new URL(url).pathname,
    seconds,
    requests: askedMeanwhile,
    wakeups: countWakeups(trace, id),
    byEvent: countWakeups(eventTrace, id),
    script: { without: after[0].script - before[0].script, with: after[1].script - before[1].script },
  };
}

async function openQuietly(/** @type {Opened} */ { context }, /** @type {string} */ url) {
  const page = await context.newPage();
  await startCounting(page, 1);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE);
  return page;
}

/** @returns {Promise<any[]>} the browser's trace events of all its processes */
async function traceDuring(/** @type {Opened} */ { context }, /** @type {() => Promise<unknown>} */ work) {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('this browser cannot be traced');
  /** @type {any[]} */
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const traceConfig = { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] };
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await work();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  return events;
}

/**
 * Every call from the browser into a script (timer, observer, message, listener) is a `FunctionCall` with its file.
 * @returns {Wakeups}
 */
function countWakeups(/** @type {any[]} */ trace, /** @type {string} */ extensionId) {
  const own = `chrome-extension://${extensionId}/`;
  /** @type {Record<string, number>} */
  const inPage = {};
  let background = 0;
  for (const { name, args } of trace) {
    const url = args?.data?.url;
    if (name !== 'FunctionCall' || typeof url !== 'string' || !url.startsWith(own)) continue;
    const file = url.slice(own.length);
    if (file.startsWith('background')) background += 1;
    else inPage[file] = (inPage[file] ?? 0) + 1;
  }
  return { inPage, background };
}
