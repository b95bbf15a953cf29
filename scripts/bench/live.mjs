/** How long a live event takes from the portal's page to chip, badge and database. */
import { until } from '../lib/surface.mjs';
import { median, percentile } from './browser-metrics.mjs';
import { openDialogPage, openDialogs } from './support-page.mjs';
import { openOwnPage, waitForDialogs } from './worlds.mjs';

export const EVENTS = 60;
/** ms that half of the events may take. */
export const MEDIAN_LIMIT = 50;
/** The first events find code that has never run. */
const WARM_UP = 6;
/** How many dialogs the portal has beside the few of the default. */
const PORTALS = [0, 2000];

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/** @typedef {{median: number, most: number}} Spread median and 95th percentile, ms */
/** @typedef {{dialogs: number, view: Spread, chip: Spread, badge: Spread}} LiveTimes since the page heard the event */
/** @typedef {{at: number, used: number}} Mark epoch ms, and the slots in use that were shown then */

/**
 * @param {object} options
 * @param {Opened} options.extended
 * @param {string} options.origin
 * @param {import('../../demo/portal.ts').Director} options.director
 * @returns {Promise<LiveTimes[]>}
 */
export async function measureLive({ extended, origin, director }) {
  const rows = [];
  for (const many of PORTALS) rows.push(await measureOne({ extended, origin, director }, many));
  return rows;
}

/** @param {Parameters<typeof measureLive>[0]} options @param {number} many @returns {Promise<LiveTimes>} */
async function measureOne({ extended, origin, director }, many) {
  director.reset({ many, pace: { close: 0 } });
  const [watched, moved] = openDialogs(director).map(({ dialogId }) => dialogId);
  const dialogs = director.state().dialogs.length;
  if (!watched || !moved) throw new Error('the demo portal has too few open dialogs');
  const { page, inWorld } = await openDialogPage(extended, origin, watched);
  const own = await openOwnPage(extended);
  await waitForDialogs(own, dialogs);
  await own.page.close();
  await page.bringToFront();
  await listen(page, inWorld, extended);

  /** @type {{view: number[], chip: number[], badge: number[]}} */
  const times = { view: [], chip: [], badge: [] };
  for (let n = 0; n < WARM_UP + EVENTS; n += 1) {
    // Closed and confirmed in turn: each changes the number in use, and so everything that shows it.
    const used = n % 2 ? 3 : 2;
    await clearMarks(page, inWorld, extended);
    if (n % 2) director.confirm({ dialogId: moved });
    else director.closeDialog({ dialogId: moved });
    const marks = await until(() => readMarks(page, inWorld, extended, used), {
      every: 20,
      message: `event ${n + 1} to reach view, chip and badge`,
    });
    if (n < WARM_UP) continue;
    for (const name of /** @type {const} */ (['view', 'chip', 'badge'])) times[name].push(marks[name] - marks.heard);
  }
  await page.close();
  const spread = (/** @type {number[]} */ values) => ({ median: median(values), most: percentile(values, 0.95) });
  return { dialogs, view: spread(times.view), chip: spread(times.chip), badge: spread(times.badge) };
}

/** @typedef {Awaited<ReturnType<typeof openDialogPage>>['inWorld']} InWorld */

/** Both ends count from the same clock. */
const NOW = 'performance.timeOrigin + performance.now()';

/** @param {import('@playwright/test').Page} page @param {InWorld} inWorld @param {Opened} extended */
async function listen(page, inWorld, { worker }) {
  await page.evaluate(() => {
    /** @type {any} */
    const scope = globalThis;
    scope.benchHeard = [];
    scope.BX.addCustomEvent(scope, 'onPullEvent-im', (/** @type {string} */ command) => {
      if (/multidialog/i.test(command)) scope.benchHeard.push(performance.timeOrigin + performance.now());
    });
  });
  await inWorld?.(`
    globalThis.benchMarks = { views: [], chips: [] };
    chrome.runtime.onMessage.addListener((message) => {
      if (message.type === 'view.changed') benchMarks.views.push({ at: ${NOW}, used: message.view.slots.used });
    });
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('latchdesk-overlay'));
    let label = '';
    new MutationObserver(() => {
      const now = root.querySelector('.chip-label')?.textContent ?? '';
      if (now !== label) benchMarks.chips.push({ at: ${NOW}, used: Number.parseInt(now, 10) });
      label = now;
    }).observe(root, { subtree: true, childList: true, characterData: true });
  `);
  await worker?.evaluate(() => {
    /** @type {any} */
    const scope = globalThis;
    scope.benchBadges = [];
    if (scope.benchIsListening) return;
    scope.benchIsListening = true;
    const { action } = scope.chrome;
    const setBadgeText = action.setBadgeText.bind(action);
    action.setBadgeText = (/** @type {{text: string}} */ details) => {
      const at = performance.timeOrigin + performance.now();
      scope.benchBadges.push({ at, used: Number.parseInt(details.text, 10) });
      return setBadgeText(details);
    };
  });
}

/** @param {import('@playwright/test').Page} page @param {InWorld} inWorld @param {Opened} extended */
async function clearMarks(page, inWorld, { worker }) {
  await page.evaluate(() => {
    // @ts-expect-error made by `listen`
    globalThis.benchHeard.length = 0;
  });
  await inWorld?.('benchMarks.views.length = 0; benchMarks.chips.length = 0;');
  await worker?.evaluate(() => {
    // @ts-expect-error made by `listen`
    globalThis.benchBadges.length = 0;
  });
}

/**
 * When each place first knew the new number; null until all do.
 * @param {import('@playwright/test').Page} page
 * @param {InWorld} inWorld
 * @param {Opened} extended
 * @param {number} used
 */
async function readMarks(page, inWorld, { worker }, used) {
  /** @type {number[]} */
  const heard = await page.evaluate(() => {
    // @ts-expect-error made by `listen`
    return globalThis.benchHeard;
  });
  /** @type {{views: Mark[], chips: Mark[]}} */
  const { views, chips } = (await inWorld?.('return benchMarks;')) ?? { views: [], chips: [] };
  /** @type {Mark[]} */
  const badges =
    (await worker?.evaluate(() => {
      // @ts-expect-error made by `listen`
      return globalThis.benchBadges;
    })) ?? [];
  const first = (/** @type {Mark[]} */ marks) => marks.find((mark) => mark.used === used)?.at;
  const [view, chip, badge] = [views, chips, badges].map(first);
  if (heard[0] === undefined || view === undefined || chip === undefined || badge === undefined) return null;
  return { heard: heard[0], view, chip, badge };
}
