/** What a key in the portal's message field costs in a dialog with support, with and without the extension. */
import { cdpOf } from '../lib/surface.mjs';
import { readCounters, startCounting } from './browser-metrics.mjs';
import { openDialogPage, openDialogs } from './support-page.mjs';

export const KEYS = 300;
/** Both browsers take turns after so many keys. */
const TURN = 60;
/** The text is looked at once the keys rest, and that belongs to them, ms. */
const REST = 900;
const TEXT = 'Добрый день! После обеда письма из CRM приходят с опозданием. ';

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/** @typedef {{counter: 'script' | 'task', without: number, with: number}} TypingRow ms for one key */

/**
 * @param {object} options
 * @param {Opened} options.bare
 * @param {Opened} options.extended
 * @param {string} options.origin
 * @param {import('../../demo/portal.ts').Director} options.director
 * @returns {Promise<TypingRow[]>}
 */
export async function measureTyping({ bare, extended, origin, director }) {
  director.reset();
  const dialogId = openDialogs(director)[0]?.dialogId ?? '';
  const pages = {
    without: (await openDialogPage(bare, origin, dialogId)).page,
    with: (await openDialogPage(extended, origin, dialogId)).page,
  };
  for (const page of Object.values(pages)) {
    await startCounting(page, 1);
    await page.locator('textarea.bx-im-textarea__element').click();
    await typeKeys(page, TURN, 0);
  }
  const spent = { without: { script: 0, task: 0 }, with: { script: 0, task: 0 } };
  for (let turn = 0; turn * TURN < KEYS; turn += 1) {
    const order = /** @type {('without' | 'with')[]} */ (turn % 2 ? ['with', 'without'] : ['without', 'with']);
    for (const name of order) {
      const before = await readCounters(pages[name]);
      await typeKeys(pages[name], TURN, (turn + 1) * TURN);
      const after = await readCounters(pages[name]);
      spent[name].script += after.script - before.script;
      spent[name].task += after.task - before.task;
    }
  }
  for (const page of Object.values(pages)) {
    const { length } = await page.locator('textarea.bx-im-textarea__element').inputValue();
    if (length !== KEYS + TURN) throw new Error(`${length} of ${KEYS + TURN} keys arrived in the field`);
    await page.close();
  }
  return /** @type {const} */ (['script', 'task']).map((counter) => ({
    counter,
    without: spent.without[counter] / KEYS,
    with: spent.with[counter] / KEYS,
  }));
}

/** @param {import('@playwright/test').Page} page @param {number} count @param {number} from place in the text */
async function typeKeys(page, count, from) {
  const cdp = await cdpOf(page);
  for (let n = 0; n < count; n += 1) {
    const text = TEXT[(from + n) % TEXT.length] ?? ' ';
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
  }
  await page.waitForTimeout(REST);
}
