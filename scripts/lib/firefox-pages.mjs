/** What pages lack in Firefox: media to emulate, keys for every letter, the few commands of Chromium's protocol. */
import { askTab, setMedia } from './firefox-inside.mjs';
import { ADDON, behind } from './firefox-reach.mjs';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./firefox-reach.mjs').Send} Send */
/** @typedef {import('./firefox-reach.mjs').Inside} Inside */

/** @param {Page} page @returns {string} WebDriver's name of the tab */
const contextIdOf = (page) => behind(page).delegate._session.sessionId;

/**
 * Gives the context and its pages what they lack in Firefox.
 * @param {BrowserContext} context
 * @param {Send} send
 * @param {Inside} inside
 * @returns {() => boolean} whether something was set for all of its pages, which stays
 */
export function completePages(context, send, inside) {
  const own = /** @type {any} */ (context);
  own.newCDPSession = async (/** @type {Page} */ page) => ({
    send: (/** @type {string} */ method, /** @type {any} */ params) => answer(page, inside, method, params ?? {}),
    on: () => undefined,
    detach: async () => undefined,
  });
  const complete = (/** @type {Page} */ page) => {
    const emulate = page.emulateMedia.bind(page);
    page.emulateMedia = async (wanted = {}) => {
      await emulate(wanted);
      await inside(setMedia, contextIdOf(page), wanted);
    };
    // Playwright puts letters beyond its own keyboard in by script, which does not reach into a closed shadow root.
    page.keyboard.type = (text) => send('input.performActions', typing(contextIdOf(page), text));
    page.keyboard.insertText = (text) => inside(askTab, contextIdOf(page), ADDON, 'insert', { text });
  };
  context.pages().forEach(complete);
  context.on('page', complete);
  // A new tab is told of before it has gone anywhere.
  const waitFor = own.waitForEvent.bind(context);
  own.waitForEvent = async (/** @type {string} */ name, /** @type {any} */ wanted) => {
    if (name !== 'page') return waitFor(name, wanted);
    const fits = typeof wanted === 'function' ? wanted : wanted?.predicate;
    for (;;) {
      const found = await waitFor('page');
      await found.waitForURL((/** @type {URL} */ { protocol }) => protocol !== 'about:');
      if (!fits || (await fits(found))) return found;
    }
  };
  // It does not know those of the clipboard; a preference lets them through.
  own.grantPermissions = async () => undefined;
  let isChanged = false;
  for (const name of ['addInitScript', 'exposeBinding', 'setOffline', 'route']) {
    const work = own[name].bind(context);
    own[name] = (/** @type {unknown[]} */ ...args) => {
      isChanged = true;
      return work(...args);
    };
  }
  return () => isChanged;
}

/** Every sign as a key of its own. @param {string} context @param {string} text */
const typing = (context, text) => ({
  context,
  actions: [
    {
      type: 'key',
      id: 'typing',
      actions: [...text].flatMap((sign) => {
        // WebDriver's name of the Enter key.
        const value = sign === '\n' ? '\uE007' : sign;
        return [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ];
      }),
    },
  ],
});

/** The part of Chromium's debugging protocol that the helpers speak, as a name of a skill in the tab. */
const SKILLS = /** @type {Record<string, string>} */ ({
  'Accessibility.getFullAXTree': 'tree',
  'DOM.scrollIntoViewIfNeeded': 'scroll',
  'DOM.getBoxModel': 'box',
  'DOM.focus': 'focus',
  'Page.getFrameTree': 'frames',
});

/** @param {Page} page @param {Inside} inside @param {string} method @param {any} params @returns {Promise<any>} */
async function answer(page, inside, method, params) {
  const ask = (/** @type {string} */ skill, /** @type {object} */ of) =>
    inside(askTab, contextIdOf(page), ADDON, skill, of);
  const skill = SKILLS[method];
  if (skill) return ask(skill, params);
  if (method === 'DOM.getDocument') return params.depth === -1 ? ask('drawing', {}) : {};
  if (method === 'DOM.resolveNode') return { object: { objectId: params.backendNodeId } };
  if (method === 'Runtime.callFunctionOn') return call(ask, params);
  throw new Error(`Firefox has no ${method}`);
}

/** @param {(skill: string, of: object) => Promise<any>} ask @param {any} params */
async function call(ask, { functionDeclaration, objectId }) {
  try {
    return { result: { value: await ask('evaluate', { code: functionDeclaration, number: objectId }) } };
  } catch (error) {
    return { result: {}, exceptionDetails: { text: /** @type {Error} */ (error).message } };
  }
}
