/** What a press on the portal's button for a new dialog takes longer with the extension, which decides inside of it. */
import { until } from '../lib/surface.mjs';
import { percentile } from './browser-metrics.mjs';
import { NEW_DIALOG_BUTTON, openDialogList, openDialogPage, openDialogs } from './support-page.mjs';
import { openOwnPage, waitForDialogs } from './worlds.mjs';

export const DIALOGS = 2000;
export const PRESSES = 500;
/** ms that the 99th percentile of a press may grow by. */
export const ADDED_LIMIT = 1;
/** Both browsers take turns after so many presses. */
const TURN = 50;
export const CALLS = 10_000;

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/** @typedef {Awaited<ReturnType<typeof openDialogPage>>} DialogPage */
/** @typedef {{half: number, most: number}} Times 50th and 99th percentile, ms */
/**
 * @typedef {object} GuardTimes
 * @property {'free' | 'full'} slots
 * @property {Times} without
 * @property {Times} with
 * @property {Times} unsent as `with`, less the time inside `sendMessage`, by which the background is told
 * @property {{mean: number, most: number}} decision the extension's own click listeners, called by themselves
 */

/**
 * @param {object} options
 * @param {Opened} options.bare
 * @param {Opened} options.extended
 * @param {string} options.origin
 * @param {import('../../demo/portal.ts').Director} options.director
 * @returns {Promise<GuardTimes[]>}
 */
export async function measureGuard({ bare, extended, origin, director }) {
  director.reset({ many: DIALOGS });
  const dialogId = openDialogs(director)[0]?.dialogId ?? '';
  const [without, page] = await Promise.all([bare, extended].map((each) => openDialogPage(each, origin, dialogId)));
  if (!without || !page) throw new Error('a page is missing');
  const own = await openOwnPage(extended);
  const key = await waitForDialogs(own, DIALOGS);
  // As when the one hint that a press may show was dismissed.
  await own.say({ type: 'settings.changed', key, changes: { knowsOneQuestion: true } });
  await page.page.bringToFront();
  for (const each of [without, page]) {
    await openDialogList(each.page, dialogId);
    await refuseCreation(each.page);
  }
  await watchSending(page);
  const free = await measure('free', without, page);
  director.openDialog({});
  director.openDialog({});
  const full = await measure('full', without, page);
  await Promise.all([without.page.close(), page.page.close(), own.page.close()]);
  return [free, full];
}

/** @param {'free' | 'full'} slots @param {DialogPage} without @param {DialogPage} page @returns {Promise<GuardTimes>} */
async function measure(slots, without, page) {
  for (const each of [without, page]) {
    const isGrey = () => each.page.locator(`${NEW_DIALOG_BUTTON}.--disabled`).count();
    await until(async () => Boolean(await isGrey()) === (slots === 'full'), { message: 'the button to follow' });
  }
  if (slots === 'full') await waitForCard(page);
  /** @type {{without: number[], with: number[], unsent: number[]}} */
  const times = { without: [], with: [], unsent: [] };
  for (let turn = 0; turn * TURN < PRESSES; turn += 1) {
    const order = [/** @type {const} */ (['without', without]), /** @type {const} */ (['with', page])];
    for (const [name, each] of turn % 2 ? order.reverse() : order) {
      for (let n = 0; n < TURN; n += 1) {
        const spent = await press(each.page);
        times[name].push(spent);
        if (name === 'with') times.unsent.push(spent - (await closeCard(each, slots === 'full')));
      }
    }
  }
  const calls = await callListeners(page);
  if (slots === 'full') await closeCard(page, true);
  return {
    slots,
    without: timesOf(times.without),
    with: timesOf(times.with),
    unsent: timesOf(times.unsent),
    decision: { mean: calls.reduce((sum, value) => sum + value, 0) / calls.length, most: percentile(calls, 0.99) },
  };
}

/** The numbers may reach the page a moment later. @param {DialogPage} page */
async function waitForCard(page) {
  const hasStopped = async () => {
    await press(page.page);
    return closeCard(page, true).then(() => true);
  };
  await until(hasStopped, { message: 'the guard to stop a press while all slots are taken' });
}

/** @param {number[]} values @returns {Times} */
function timesOf(values) {
  return { half: percentile(values, 0.5), most: percentile(values, 0.99) };
}

/**
 * The page would be another one after a press that makes a dialog: the portal's call is refused without a request.
 * @param {import('@playwright/test').Page} page
 */
function refuseCreation(page) {
  return page.evaluate(() => {
    // @ts-expect-error runs on the portal's page
    globalThis.BX.ajax.runAction = () => Promise.reject(new Error('refused by the benchmark'));
    console.error = () => undefined;
  });
}

/** One press; answers how long all listeners took, the portal's and ours. @param {import('@playwright/test').Page} page */
function press(page) {
  return page.evaluate(async (selector) => {
    const find = () => /** @type {HTMLElement | null} */ (document.querySelector(selector));
    while (!find() || find()?.classList.contains('--loading')) await new Promise((resolve) => setTimeout(resolve));
    const button = find();
    const start = performance.now();
    button?.click();
    return performance.now() - start;
  }, NEW_DIALOG_BUTTON);
}

/** Sums up the time that the extension spends in sending messages from this page. @param {DialogPage} page */
async function watchSending({ inWorld }) {
  await inWorld?.(`
    globalThis.benchSent = 0;
    for (const runtime of new Set([chrome.runtime, globalThis.browser?.runtime ?? chrome.runtime])) {
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (...args) => {
        const start = performance.now();
        const answer = send(...args);
        benchSent += performance.now() - start;
        return answer;
      };
    }
  `);
}

/**
 * Waits for the card that a press has opened and closes it, or sees that there is none.
 * @param {DialogPage} page
 * @param {boolean} isWanted
 * @returns {Promise<number>} ms that the press has spent in sending
 */
async function closeCard({ inWorld }, isWanted) {
  return inWorld?.(`
    const sent = benchSent;
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('latchdesk-cards'));
    const card = () => root.querySelector('.desk-card');
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (let n = 0; n < 20 && Boolean(card()) !== ${isWanted}; n += 1) await drawn();
    if (Boolean(card()) !== ${isWanted}) throw new Error('${isWanted ? 'the press opened no card' : 'a card came up'}');
    benchSent = 0;
    if (!card()) return sent;
    card().querySelector('.desk-card-head .icon-button:last-of-type').click();
    for (let n = 0; n < 20 && card(); n += 1) await drawn();
    if (card()) throw new Error('the card did not close');
    benchSent = 0;
    return sent;
  `);
}

/** Times of single calls of everything that the extension does inside of a click, ms. @param {DialogPage} page */
async function callListeners({ inWorld }) {
  /** @type {number[] | undefined} */
  const times = await inWorld?.(`
    const listeners = (getEventListeners(window).click ?? []).map(({ listener }) => listener);
    if (listeners.length === 0) throw new Error('the extension listens to no clicks');
    const target = document.querySelector(${JSON.stringify(NEW_DIALOG_BUTTON)});
    const event = { target, preventDefault() {}, stopImmediatePropagation() {} };
    const times = [];
    for (let n = 0; n < ${CALLS}; n += 1) {
      const start = performance.now();
      for (const listener of listeners) listener(event);
      times.push(performance.now() - start);
      if (n % 100 === 99) await new Promise((resolve) => setTimeout(resolve));
    }
    return times;
  `);
  return times ?? [];
}
