/**
 * A Firefox with the extension loaded, in which the demo portals have their real names. Playwright drives it over
 * WebDriver BiDi; what that does not tell is asked of the browser itself (firefox-inside.mjs).
 */
import fs from 'node:fs';
import { firefox } from '@playwright/test';
import {
  askTab,
  endBackground,
  inProcess,
  inTab,
  openInside,
  originOf,
  setEnabled,
  setLanguage,
  setMedia,
} from './firefox-inside.mjs';

/** As in the manifest. */
const ADDON = 'latchdesk@latchdesk.org';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} OpenedFirefox
 * @property {BrowserContext} context its pages also know `newCDPSession`, as far as the tests need it
 * @property {string} origin of the extension's pages
 * @property {{evaluate: <T, A>(code: (of: A) => T, of?: A) => Promise<Awaited<T>>}} background
 * @property {() => Promise<void>} endBackground
 * @property {(isEnabled: boolean) => Promise<void>} setEnabled
 * @property {() => Promise<void>} installAgain takes what lies in the extension's directory now
 */

/** Playwright's own side, which speaks WebDriver BiDi; there is no public way to it. @param {unknown} of @returns {any} */
const behind = (of) => /** @type {any} */ (firefox)._connection.toImpl(of);

/**
 * Opens the browser; close it with `context.close()`.
 * @param {{browser: {path: string}, extension: string, port: number, profile: string, headless?: boolean, locale?: string,
 *   viewport?: {width: number, height: number}}} options
 * @returns {Promise<OpenedFirefox>}
 */
export async function openFirefox({
  browser,
  extension,
  port,
  profile,
  headless = true,
  locale = 'ru-RU',
  viewport = { width: 1440, height: 900 },
}) {
  fs.mkdirSync(profile, { recursive: true });
  const [language = 'ru'] = locale.split('-');
  answerForOlderFirefox();
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: browser.path,
    headless,
    locale,
    viewport,
    ignoreHTTPSErrors: true,
    args: ['--remote-allow-system-access'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    firefoxUserPrefs: preferences(port, language),
  });
  try {
    const { send, inside } = await reach(context);
    await inside(openInside, `(${inTab})(this)`, `(${inProcess})()`);
    await inside(setLanguage, language);
    const install = () => send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    await install();
    adapt(context, inside);
    return {
      context,
      origin: await inside(originOf, ADDON),
      background: {
        evaluate: (code, of) => inside(askTab, null, ADDON, 'evaluate', { code: String(code), args: [of] }),
      },
      endBackground: () => inside(endBackground, ADDON),
      setEnabled: (isEnabled) => inside(setEnabled, ADDON, isEnabled),
      installAgain: () => install(),
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** @param {number} port @param {string} language */
const preferences = (port, language) => ({
  // Every name is this machine, and the portals' port is the usual one: the shipped match patterns apply.
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `443=${port}`,
  'intl.accept_languages': language === 'ru' ? 'ru,en' : 'en,ru',
  // One process for a page and all of its frames, so that they can be read in one go.
  'fission.autostart': false,
  'accessibility.force_disabled': -1,
  'focusmanager.testmode': true,
  // What the extension has kept outlives a restart, though it is installed anew each time.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextOptionalPermissionPrompts': false,
});

/** @type {boolean} */
let isAnswering = false;

/** Playwright begins with a command that Firefox ESR does not know yet; `emulateMedia` is done without it. */
function answerForOlderFirefox() {
  if (isAnswering) return;
  isAnswering = true;
  const type = behind(firefox)._bidiFirefox;
  const connect = type.connectToTransport.bind(type);
  type.connectToTransport = (/** @type {any} */ transport, /** @type {any} */ options) => {
    const send = transport.send.bind(transport);
    transport.send = (/** @type {any} */ message) => {
      if (message.method !== 'emulation.setMediaFeaturesOverride') return send(message);
      queueMicrotask(() => transport.onmessage({ type: 'success', id: message.id, result: {} }));
    };
    return connect(transport, options);
  };
}

/** @typedef {<A extends unknown[], T>(code: (...args: A) => T, ...args: A) => Promise<Awaited<T>>} Inside */

/** Running code in the browser's window. @param {BrowserContext} context */
async function reach(context) {
  const session = behind(context)._browser._browserSession;
  const send = (/** @type {string} */ method, /** @type {object} */ params) => session.send(method, params);
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

/** @param {Page} page @returns {string} WebDriver's name of the tab */
const contextIdOf = (page) => behind(page).delegate._session.sessionId;

/** Gives the context and its pages what they lack in Firefox. @param {BrowserContext} context @param {Inside} inside */
function adapt(context, inside) {
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
  };
  context.pages().forEach(complete);
  context.on('page', complete);
}

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
