/** What pages lack in Firefox: media to emulate, keys for every letter, the few commands of Chromium's protocol. */
import { EventEmitter } from 'node:events';
import { answersOf } from './firefox-answers.mjs';
import { savedFile } from './firefox-files.mjs';
import { askTab, focusTab, originOf, setMedia } from './firefox-inside.mjs';
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
  own.newCDPSession = async (/** @type {Page} */ page) => sessionOf(page, inside);
  const complete = (/** @type {Page} */ page) => completePage(page, send, inside);
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

/** @param {Page} page @param {Send} send @param {Inside} inside */
function completePage(page, send, inside) {
  const own = /** @type {any} */ (page);
  const contextId = contextIdOf(page);
  const hear = own.waitForEvent.bind(page);
  own.waitForEvent = (/** @type {string} */ name, /** @type {unknown} */ wanted) =>
    name === 'download' ? savedFile(inside) : hear(name, wanted);
  const emulate = page.emulateMedia.bind(page);
  page.emulateMedia = async (wanted = {}) => {
    await emulate(wanted);
    await inside(setMedia, contextId, wanted);
  };
  const comeToFront = page.bringToFront.bind(page);
  page.bringToFront = async () => {
    await comeToFront();
    // The window is in front then, and another one may still have the keyboard.
    await inside(focusTab, contextId);
  };
  // Playwright puts letters beyond its own keyboard in by script, which does not reach into a closed shadow root.
  page.keyboard.type = (text) => send('input.performActions', typing(contextId, text));
  page.keyboard.insertText = (text) => inside(askTab, contextId, ADDON, 'insert', { text });
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = async (key, options) => {
    await press(key, options);
    if (!key.endsWith('Tab') || (await inside(askTab, contextId, ADDON, 'hasFocus', {}))) return;
    // From the end of a page Tab leads into the browser's own window, which no test can leave: it begins anew instead.
    await inside(focusTab, contextId);
    await inside(askTab, contextId, ADDON, 'enter', { isBack: key === 'Shift+Tab' });
  };
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

/** A session of Chromium's debugging protocol, as far as the tests need it. @param {Page} page @param {Inside} inside */
function sessionOf(page, inside) {
  const events = new EventEmitter();
  const emit = (/** @type {string} */ name, /** @type {object} */ of) => events.emit(name, of);
  const special = { ...answersOf(inside, contextIdOf(page), emit), ...worldsOf(page, inside, emit) };
  return {
    send: (/** @type {string} */ method, /** @type {any} */ params) =>
      special[method]?.(params) ?? answer(page, inside, method, params ?? {}),
    on: (/** @type {string} */ name, /** @type {(of: any) => void} */ heard) => events.on(name, heard),
    detach: async () => undefined,
  };
}

/**
 * The `Runtime` domain, as far as it leads into the extension's world in the page.
 * @param {Page} page
 * @param {Inside} inside
 * @param {(name: string, of: object) => void} emit
 * @returns {Record<string, (params: any) => Promise<object>>}
 */
const worldsOf = (page, inside, emit) => ({
  async 'Runtime.enable'() {
    const { frameTree } = await inside(askTab, contextIdOf(page), ADDON, 'frames', {});
    const origin = (await inside(originOf, ADDON)).replace('moz-', 'chrome-');
    const context = { id: 1, origin, auxData: { frameId: frameTree.frame.id } };
    emit('Runtime.executionContextCreated', { context });
    return {};
  },
  async 'Runtime.evaluate'({ expression }) {
    const of = { code: `async () => (${expression})`, addonId: ADDON };
    return { result: { value: await inside(askTab, contextIdOf(page), ADDON, 'evaluate', of) } };
  },
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
