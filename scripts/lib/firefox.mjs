/**
 * A Firefox with the extension loaded, in which the demo portals have their real names. Playwright drives it over
 * WebDriver BiDi; what that does not tell is asked of the browser itself (firefox-inside.mjs).
 */
import fs from 'node:fs';
import { firefox } from '@playwright/test';
import {
  allowPrivate,
  askTab,
  endBackground,
  forgetSites,
  keepStorage,
  openInside,
  originOf,
  setEnabled,
  setHost,
  setLanguage,
} from './firefox-inside.mjs';
import { completePages } from './firefox-pages.mjs';
import { ADDON, behind, reach } from './firefox-reach.mjs';
import { inTab } from './firefox-tab.mjs';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

/**
 * @typedef {object} OpenedFirefox
 * @property {BrowserContext} context its pages also know `newCDPSession`, as far as the tests need it
 * @property {string} origin of the extension's pages
 * @property {{evaluate: <T, A>(code: (of: A) => T, of?: A) => Promise<Awaited<T>>}} background
 * @property {() => Promise<void>} endBackground
 * @property {(isEnabled: boolean) => Promise<void>} setEnabled
 * @property {(pattern: string, isAllowed: boolean) => Promise<void>} setHost
 * @property {() => Promise<void>} allowPrivate
 * @property {() => Promise<void>} installAgain takes what lies in the extension's directory now
 * @property {(extension: string) => Promise<void>} install after everything was forgotten
 * @property {() => Promise<boolean>} forgetAll as if the profile were new, without the extension; false where a test has
 *   changed what cannot be taken back
 */

/**
 * Opens the browser; close it with `context.close()`. Without an extension it waits for its `install`.
 * @param {{browser: {path: string}, extension?: string, port: number, profile: string, headless?: boolean, locale?: string,
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
    const isChanged = completePages(context, send, inside);
    const opened = { ...commandsOf(context, send, inside, isChanged), context, origin: '' };
    if (extension) await opened.install(extension);
    return opened;
  } catch (error) {
    await context.close();
    throw error;
  }
}

/**
 * @param {BrowserContext} context
 * @param {import('./firefox-reach.mjs').Send} send
 * @param {import('./firefox-reach.mjs').Inside} inside
 * @param {() => boolean} isChanged
 * @returns {Omit<OpenedFirefox, 'context' | 'origin'> & ThisType<OpenedFirefox>}
 */
function commandsOf(context, send, inside, isChanged) {
  let directory = '';
  return {
    background: {
      evaluate: (code, of) => inside(askTab, null, ADDON, 'evaluate', { code: String(code), args: [of] }),
    },
    endBackground: () => inside(endBackground, ADDON),
    setEnabled: (isEnabled) => inside(setEnabled, ADDON, isEnabled),
    allowPrivate: () => inside(allowPrivate, ADDON),
    setHost: (pattern, isAllowed) => inside(setHost, ADDON, pattern, isAllowed),
    installAgain() {
      return this.install(directory);
    },
    async install(from) {
      directory = from;
      await send('webExtension.install', { extensionData: { type: 'path', path: from } });
      this.origin = await inside(originOf, ADDON);
    },
    async forgetAll() {
      if (isChanged()) return false;
      await Promise.all(context.pages().map((page) => page.close()));
      await inside(keepStorage, false);
      await send('webExtension.uninstall', { extension: ADDON });
      await inside(forgetSites);
      await inside(keepStorage, true);
      return true;
    },
  };
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
