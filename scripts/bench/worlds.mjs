/** Reaching into the extension's own world in a page, and into its background: both are closed to page scripts. */
import { cdpOf, until } from '../lib/surface.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../lib/chromium.mjs').Opened} Opened */

/**
 * Runs code in the extension's world of a page. Call it before the page is opened: worlds are told when they begin.
 * @param {Page} page
 * @param {string | null} extensionId
 * @returns {Promise<(code: string) => Promise<any>>}
 */
export async function inExtensionWorld(page, extensionId) {
  const cdp = await cdpOf(page);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  let contextId = 0;
  cdp.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    if (origin === `chrome-extension://${extensionId}` && auxData?.frameId === frameTree.frame.id) contextId = id;
  });
  await cdp.send('Runtime.enable');
  return async (code) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      contextId: await until(() => contextId, { message: 'the extension’s world in the page' }),
      expression: `(async () => { ${code} })()`,
      awaitPromise: true,
      returnByValue: true,
      includeCommandLineAPI: true,
    });
    if (exceptionDetails) {
      throw new Error(`in the extension’s world: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return result.value;
  };
}

/**
 * Asks the background as the extension's own pages do, from a page that stays open.
 * @param {Opened} opened
 */
export async function openOwnPage({ context, extensionId }) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  return {
    page,
    /** @param {object} message @returns {Promise<any>} */
    say: (message) =>
      page.evaluate((said) => {
        // @ts-expect-error runs in the extension
        return globalThis.chrome.runtime.sendMessage(said);
      }, message),
  };
}

/**
 * Waits until the background knows so many dialogs of the first portal; answers the portal's key.
 * @param {Awaited<ReturnType<typeof openOwnPage>>} own
 * @param {number} dialogs
 * @returns {Promise<string>}
 */
export async function waitForDialogs(own, dialogs) {
  const find = async () => {
    const views = await own.say({ type: 'views.wanted' });
    return views?.find((/** @type {any} */ view) => view.dialogTotal >= dialogs && view.session.state === 'live');
  };
  const view = await until(find, { timeout: 30_000, message: `${dialogs} dialogs to be read` });
  return view.key;
}
