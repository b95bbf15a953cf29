/** How soon popup and dashboard show something useful with fifty portals, from the start of their navigation. */
import { until } from '../lib/surface.mjs';
import { median } from './browser-metrics.mjs';
import { fillDatabase, JOURNAL_ROWS, PORTALS } from './many-portals.mjs';
import { measureScrolling } from './scrolling.mjs';

export { JOURNAL_ROWS, PORTALS };
/** ms, medians. */
export const POPUP_LIMIT = 100;
export const DASHBOARD_LIMIT = 300;
const ROUNDS = 11;

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/**
 * @typedef {object} FrontRow ms
 * @property {'popup' | 'dashboard' | 'sidepanel'} surface
 * @property {'awake' | 'asleep'} background
 * @property {number} median
 * @property {number} longest
 */

/** What each surface shows once it is of use: portals with their numbers. */
const USEFUL = { popup: '[data-portal]', sidepanel: '[data-portal]', dashboard: 'table.windowed tbody tr' };

/**
 * @param {{extended: Opened, origin: string}} options a browser of its own: nothing else is in its database
 * @returns {Promise<{rows: FrontRow[], scrolls: import('./scrolling.mjs').ScrollRow[]}>}
 */
export async function measureFront({ extended, origin }) {
  const lists = await fillDatabase(extended, origin);
  await endBackground(extended);
  const rows = [];
  for (const surface of /** @type {const} */ (['popup', 'dashboard', 'sidepanel'])) {
    for (const background of /** @type {const} */ (['awake', 'asleep'])) {
      const times = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        if (background === 'asleep') await endBackground(extended);
        times.push(await openOnce(extended, surface));
      }
      // The first one finds code that has never run.
      const warm = times.slice(1);
      rows.push({ surface, background, median: median(warm), longest: Math.max(...warm) });
    }
  }
  return { rows, scrolls: await measureScrolling(extended, lists) };
}

/** @param {Opened} extended @param {keyof typeof USEFUL} surface */
async function openOnce({ context, extensionId }, surface) {
  const page = await context.newPage();
  if (surface === 'popup') await page.setViewportSize({ width: 380, height: 600 });
  await page.addInitScript((selector) => {
    const look = () => {
      // The frame after the one in which it was put there: then it has been drawn.
      if (document.querySelector(selector))
        requestAnimationFrame(() => Object.assign(globalThis, { usefulAt: performance.now() }));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, USEFUL[surface]);
  await page.goto(`chrome-extension://${extensionId}/${surface}.html`);
  const at = await until(() => page.evaluate(() => /** @type {any} */ (globalThis).usefulAt ?? null), {
    every: 20,
    message: `${surface} to show portals`,
  });
  await page.close();
  return at;
}

/** Ends the service worker as the browser does when it is idle. @param {Opened} extended */
async function endBackground({ context, extensionId }) {
  const browser = context.browser();
  const cdp = browser
    ? await browser.newBrowserCDPSession()
    : await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const { targetInfos } = await cdp.send('Target.getTargets');
  for (const { targetId, type, url } of targetInfos)
    if (type === 'service_worker' && url.includes(extensionId ?? ''))
      await cdp.send('Target.closeTarget', { targetId });
  await cdp.detach();
}
