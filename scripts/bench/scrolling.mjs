/** Whether the long lists of the dashboard follow the wheel. */
import { percentile } from './browser-metrics.mjs';

/** ms that a frame may take while a list is scrolled: at more, a person sees it stop. */
export const FRAME_LIMIT = 50;
const TURNS = 120;
/** px of one turn of the wheel. */
const TURN = 700;

/**
 * @typedef {object} ScrollRow ms between two frames
 * @property {string} list
 * @property {number} rows
 * @property {number} most 99th percentile
 * @property {number} stalls frames above the limit
 */

/**
 * @param {import('../lib/chromium.mjs').Opened} extended
 * @param {{journalOf: string, dialogsOf: string}} keys
 * @returns {Promise<ScrollRow[]>}
 */
export async function measureScrolling({ context, extensionId }, { journalOf, dialogsOf }) {
  const page = await context.newPage();
  const open = (/** @type {string} */ place) => page.goto(`chrome-extension://${extensionId}/dashboard.html#${place}`);
  await open(`dialogs/${encodeURIComponent(dialogsOf)}`);
  const dialogs = await scroll(page, 'dialogs', 5_000);
  await open(`journal/${encodeURIComponent(journalOf)}`);
  await page.locator('select:has(option[value="days90"])').selectOption('days90');
  const journal = await scroll(page, 'journal', 100_000);
  await page.close();
  return [dialogs, journal];
}

/** @param {import('@playwright/test').Page} page @param {string} list @param {number} atLeast rows @returns {Promise<ScrollRow>} */
async function scroll(page, list, atLeast) {
  const rowCount = () => Number(document.querySelector('table.windowed')?.getAttribute('aria-rowcount') ?? 0);
  await page.waitForFunction(
    (least) => Number(document.querySelector('table.windowed')?.getAttribute('aria-rowcount') ?? 0) > least,
    atLeast * 0.99,
  );
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    const scope = /** @type {any} */ (globalThis);
    scope.benchFrames = [];
    scope.benchScrolls = true;
    let before = performance.now();
    const frame = () => {
      const now = performance.now();
      scope.benchFrames.push(now - before);
      before = now;
      if (scope.benchScrolls) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, TURN);
  const frames = await page.evaluate(() => {
    const scope = /** @type {any} */ (globalThis);
    scope.benchScrolls = false;
    return scope.benchFrames;
  });
  const rows = (await page.evaluate(rowCount)) - 1;
  const stalls = frames.filter((/** @type {number} */ ms) => ms > FRAME_LIMIT).length;
  return { list, rows, most: percentile(frames, 0.99), stalls };
}
