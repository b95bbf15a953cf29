/** What a key costs in the search over thousands of dialogs: asked of the background, and the index by itself. */
import { DialogIndex } from '../../domain/dialog-search.ts';
import { median } from './browser-metrics.mjs';
import { openOwnPage, waitForDialogs } from './worlds.mjs';

export const DIALOGS = 5000;
/** ms that a key may take. */
export const KEY_LIMIT = 30;
const QUERIES = ['почта не приходит', 'Question 4711'];
const ROUNDS = 10;
/** As many as the dashboard asks for. */
const FOUND_AT_MOST = 500;

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/**
 * @typedef {object} SearchRow ms
 * @property {string} query
 * @property {'background' | 'index'} where
 * @property {number} median of all keys
 * @property {string} slowestAt what is typed with the slowest key
 * @property {number} slowest the median of that key
 * @property {number} longest the longest single time: a stall of the machine is in it
 * @property {number} found
 */
/** @typedef {{rows: SearchRow[], first: {background: number, index: number}}} SearchTimes `first`: makes the index, too */

/**
 * @param {object} options
 * @param {Opened} options.extended
 * @param {string} options.origin
 * @param {import('../../demo/portal.ts').Director} options.director
 * @returns {Promise<SearchTimes>}
 */
export async function measureSearch({ extended, origin, director }) {
  const titles = Array.from({ length: DIALOGS }, (_, n) =>
    n % 10 === 5 ? `Почта не приходит в CRM, ящик ${n}` : `Question ${n}`,
  );
  const date = new Date(Date.now() - 86_400_000).toISOString();
  director.reset({ dialogs: titles.map((title) => ({ title, status: 'close', date, messages: [] })) });
  const page = await extended.context.newPage();
  await page.goto(`${origin}/stream/`);
  const own = await openOwnPage(extended);
  const key = await waitForDialogs(own, DIALOGS);
  const ask = (/** @type {string} */ query) => askBackground(own.page, key, query);
  const first = await ask('я');
  const background = [];
  for (const query of QUERIES) background.push(await typeOut('background', query, ask));
  await Promise.all([page.close(), own.page.close()]);

  const start = performance.now();
  const index = new DialogIndex(
    titles.map((title, chatId) => ({ chatId, title, alias: '', tags: [], note: '', ticket: '' })),
  );
  index.search('я', FOUND_AT_MOST);
  const firstOfIndex = performance.now() - start;
  const pure = [];
  for (const query of QUERIES) {
    const search = (/** @type {string} */ typed) => {
      const begin = performance.now();
      const found = index.search(typed, FOUND_AT_MOST).length;
      return { ms: performance.now() - begin, found };
    };
    pure.push(await typeOut('index', query, search));
  }
  return { rows: [...background, ...pure], first: { background: first.ms, index: firstOfIndex } };
}

/**
 * Types a query key by key, again and again.
 * @param {'background' | 'index'} where
 * @param {string} query
 * @param {(typed: string) => {ms: number, found: number} | Promise<{ms: number, found: number}>} search
 * @returns {Promise<SearchRow>}
 */
async function typeOut(where, query, search) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let length = 1; length <= query.length; length += 1) {
      const typed = query.slice(0, length);
      const answer = await search(typed);
      times.set(typed, [...(times.get(typed) ?? []), answer.ms]);
      found = answer.found;
    }
  }
  if (found === 0) throw new Error(`the search for “${query}” found nothing, so its time says nothing`);
  const all = [...times.values()].flat();
  const keys = [...times].map(([typed, values]) => ({ typed, median: median(values) }));
  const slowest = keys.reduce((a, b) => (b.median > a.median ? b : a));
  return {
    query,
    where,
    median: median(all),
    slowestAt: slowest.typed,
    slowest: slowest.median,
    longest: Math.max(...all),
    found,
  };
}

/** @param {import('@playwright/test').Page} page @param {string} key @param {string} query */
function askBackground(page, key, query) {
  return page.evaluate(
    async (message) => {
      const start = performance.now();
      // @ts-expect-error runs in the extension
      const dialogs = await globalThis.chrome.runtime.sendMessage(message);
      return { ms: performance.now() - start, found: dialogs.length };
    },
    { type: 'search.wanted', key, query, limit: FOUND_AT_MOST },
  );
}
