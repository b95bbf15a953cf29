/**
 * A Firefox with the extension loaded, in which the demo portals have their real names. Playwright drives it over
 * WebDriver BiDi; what that does not tell is asked of the browser itself (firefox-inside.mjs).
 */
import fs from 'node:fs';
import { firefox } from '@playwright/test';
import {
  askTab,
  endBackground,
  forgetSites,
  inTab,
  keepStorage,
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
 * @property {(extension: string) => Promise<void>} install after everything was forgotten
 * @property {() => Promise<boolean>} forgetAll as if the profile were new, without the extension; false where a test has
 *   changed what cannot be taken back
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
    await inside(openInside, `(${inTab})(this)`);
    await inside(setLanguage, language);
    let directory = extension;
    const opened = /** @type {OpenedFirefox} */ ({
      context,
      origin: '',
      background: {
        evaluate: (code, of) => inside(askTab, null, ADDON, 'evaluate', { code: String(code), args: [of] }),
      },
      endBackground: () => inside(endBackground, ADDON),
      setEnabled: (isEnabled) => inside(setEnabled, ADDON, isEnabled),
      installAgain: () => opened.install(directory),
      async install(from) {
        directory = from;
        await send('webExtension.install', { extensionData: { type: 'path', path: from } });
        opened.origin = await inside(originOf, ADDON);
      },
      forgetAll: async () => {
        if (isChanged()) return false;
        await Promise.all(context.pages().map((page) => page.close()));
        await inside(keepStorage, false);
        await send('webExtension.uninstall', { extension: ADDON });
        await inside(forgetSites);
        await inside(keepStorage, true);
        return true;
      },
    });
    await opened.install(extension);
    const isChanged = adapt(context, send, inside);
    return opened;
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
  // Reading the clipboard asks nobody.
  'dom.events.testing.asyncClipboard': true,
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

/** @typedef {(method: string, params: object) => Promise<any>} Send */
/** @typedef {<A extends unknown[], T>(code: (...args: A) => T, ...args: A) => Promise<Awaited<T>>} Inside */

/** Running code in the browser's window. @param {BrowserContext} context */
async function reach(context) {
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

/** @param {Page} page @returns {string} WebDriver's name of the tab */
const contextIdOf = (page) => behind(page).delegate._session.sessionId;

/**
 * Gives the context and its pages what they lack in Firefox.
 * @param {BrowserContext} context
 * @param {Send} send
 * @param {Inside} inside
 * @returns {() => boolean} whether something was set for all of its pages, which stays
 */
function adapt(context, send, inside) {
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
  own.waitForEvent = async (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) => {
    const found = await waitFor(name, ...rest);
    if (name === 'page') await found.waitForURL((/** @type {URL} */ { protocol }) => protocol !== 'about:');
    return found;
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
