/** What the background keeps in memory while it works for fifty portals all day. */
import { until } from '../lib/surface.mjs';
import { openOwnPage, waitForDialogs } from './worlds.mjs';

/** Live events of each round: what an administrator of fifty portals sees in about a day. */
export const EVENTS = 2_000;
export const ROUNDS = 4;
/** The last round against the second: by then everything was in use once. */
export const GROWTH_LIMIT = 1.1;

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/** @typedef {{megabytes: number[], growth: number}} MemoryUse after each round, garbage collected */

/**
 * @param {object} options
 * @param {Opened} options.extended with fifty portals in its database
 * @param {string} options.origin
 * @param {import('../../demo/portal.ts').Director} options.director
 * @returns {Promise<MemoryUse>}
 */
export async function measureMemory({ extended, origin, director }) {
  director.reset({ pace: { close: 0 } });
  const page = await extended.context.newPage();
  await page.goto(`${origin}/stream/`);
  const own = await openOwnPage(extended);
  const key = await waitForDialogs(own, 1);
  const dialogId = director.state().dialogs.find((/** @type {any} */ { status }) => status === 'open')?.dialogId;
  if (!dialogId) throw new Error('the demo portal has no open dialog');
  const megabytes = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < EVENTS; n += 2) {
      director.closeDialog({ dialogId });
      director.confirm({ dialogId });
      // The page tells them one after another; nobody gains from a queue of thousands.
      if (n % 100 === 98) await settled(own, key);
    }
    megabytes.push(await heapOf(extended));
  }
  await Promise.all([page.close(), own.page.close()]);
  return { megabytes, growth: (megabytes.at(-1) ?? 0) / (megabytes[1] ?? 1) };
}

/** @param {Awaited<ReturnType<typeof openOwnPage>>} own @param {string} key */
function settled(own, key) {
  return until(async () => {
    const views = await own.say({ type: 'views.wanted' });
    return views.some((/** @type {any} */ view) => view.key === key && view.slots.used === 3);
  });
}

/** Bytes in use of the service worker, after what nobody needs was collected. @param {Opened} extended */
async function heapOf({ context, extensionId }) {
  const browser = context.browser();
  const cdp = browser
    ? await browser.newBrowserCDPSession()
    : await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId ?? ''));
  if (!worker) throw new Error('the background sleeps: there is nothing to weigh');
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  let number = 0;
  const ask = (/** @type {string} */ method) =>
    new Promise((resolve, reject) => {
      number += 1;
      const id = number;
      const hear = (/** @type {any} */ event) => {
        const answer = JSON.parse(event.message);
        if (event.sessionId !== sessionId || answer.id !== id) return;
        cdp.off('Target.receivedMessageFromTarget', hear);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      };
      cdp.on('Target.receivedMessageFromTarget', hear);
      void cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask('HeapProfiler.collectGarbage');
  const { usedSize } = /** @type {{usedSize: number}} */ (await ask('Runtime.getHeapUsage'));
  await cdp.send('Target.detachFromTarget', { sessionId });
  await cdp.detach();
  return usedSize / 1_048_576;
}
