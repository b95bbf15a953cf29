/** What the extension adds to a page load: with and without it in turn, so that both meet the same machine. */
import { median, readCounters, startCounting } from './browser-metrics.mjs';

/** How much slower than this machine the page's processor is made. */
export const THROTTLE = 4;
/** Work that a page starts late belongs to the load as well, ms. */
const SETTLE = 1500;

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/** @typedef {{page: string, counter: string, without: number, with: number, ratio: number}} Row medians; ratio of pairs */

/**
 * @param {object} options
 * @param {Opened} options.bare
 * @param {Opened} options.extended
 * @param {string} options.origin
 * @param {number} options.pairs
 * @returns {Promise<Row[]>}
 */
export async function measureLoads({ bare, extended, origin, pairs }) {
  const rows = [];
  for (const page of ['/stream/', '/online/']) {
    /** @type {Record<'bare' | 'extended', {script: number, task: number}[]>} */
    const runs = { bare: [], extended: [] };
    await loadOnce(bare, origin + page);
    await loadOnce(extended, origin + page);
    for (let pair = 0; pair < pairs; pair += 1) {
      const order =
        pair % 2 ? /** @type {const} */ (['extended', 'bare']) : /** @type {const} */ (['bare', 'extended']);
      for (const name of order) runs[name].push(await loadOnce(name === 'bare' ? bare : extended, origin + page));
    }
    for (const counter of /** @type {const} */ (['script', 'task'])) rows.push(compare(page, counter, runs));
  }
  return rows;
}

async function loadOnce(/** @type {Opened} */ { context }, /** @type {string} */ url) {
  const page = await context.newPage();
  try {
    await startCounting(page, THROTTLE);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE);
    return await readCounters(page);
  } finally {
    await page.close();
  }
}

/** @returns {Row} */
function compare(
  /** @type {string} */ page,
  /** @type {'script' | 'task'} */ counter,
  /** @type {Record<'bare' | 'extended', {script: number, task: number}[]>} */ { bare, extended },
) {
  return {
    page,
    counter,
    without: median(bare.map((run) => run[counter])),
    with: median(extended.map((run) => run[counter])),
    ratio: median(extended.map((run, n) => run[counter] / Math.max(bare[n]?.[counter] ?? 0, 0.01))),
  };
}
