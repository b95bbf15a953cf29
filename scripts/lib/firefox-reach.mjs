/** Speaking to Firefox beside Playwright: WebDriver BiDi as it is, and code that runs in the browser's own window. */
import { firefox } from '@playwright/test';

/** As in the manifest. */
export const ADDON = 'latchdesk@latchdesk.org';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

/** Playwright's own side, which speaks WebDriver BiDi; there is no public way to it. @param {unknown} of @returns {any} */
export const behind = (of) => /** @type {any} */ (firefox)._connection.toImpl(of);

/** @typedef {(method: string, params: object) => Promise<any>} Send */
/** @typedef {<A extends unknown[], T>(code: (...args: A) => T, ...args: A) => Promise<Awaited<T>>} Inside */

/** Running code in the browser's window. @param {BrowserContext} context */
export async function reach(context) {
  const session = behind(context)._browser._browserSession;
  /** @type {Send} */
  const send = (method, params) => session.send(method, params);
  const { contexts } = await send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const target = { context: contexts[0].context };
  /** @type {Inside} */
  const inside = async (code, ...args) => {
    const answer = await send('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify({ value: await (${code})(...JSON.parse(args)) })`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      awaitPromise: true,
      target,
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value).value;
  };
  return { send, inside };
}
