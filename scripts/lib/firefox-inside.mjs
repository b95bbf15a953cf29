/**
 * What runs inside Firefox with the browser's own rights, for tests only. Each function is sent there as text, so it
 * may use nothing from outside of itself.
 */

/**
 * Runs once in the browser's window. WebDriver leaves pages of extensions out; here it takes ours in, and every tab, the
 * background's page as well, gets an ear for `inTab`.
 * @param {string} tabScript
 */
export function openInside(tabScript) {
  const { ChromeUtils, Services, gBrowser, Components, Cc, Ci } = /** @type {any} */ (globalThis);
  // Held for as long as the browser runs: the service of a tab is not to begin and end with each look at it.
  const held = /** @type {any} */ (globalThis);
  held.latchdeskAccessibility = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const { RootTransport } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/messagehandler/transports/RootTransport.sys.mjs',
  );
  const isOwn = (/** @type {any} */ uri) =>
    uri?.scheme === 'moz-extension' && !uri.filePath.includes('_generated_background');

  // What a link in a page of the extension opens is empty at first, and in the extension's process.
  const isNewTab = (/** @type {any} */ tab) =>
    tab.currentURI?.spec === 'about:blank' && tab.embedderElement?.getAttribute('messagemanagergroup') === 'browsers';

  // Events are sent for contexts of the web only, which is asked of this property.
  const context = gBrowser.selectedBrowser.browsingContext;
  let holder = context;
  while (!Object.hasOwn(holder, 'currentRemoteType')) holder = Object.getPrototypeOf(holder);
  const before = /** @type {any} */ (Object.getOwnPropertyDescriptor(holder, 'currentRemoteType'));
  const isAskedByDriver = () => {
    for (let frame = Components.stack, depth = 0; frame && depth < 6; frame = frame.caller, depth += 1) {
      if (frame.filename?.startsWith('chrome://remote/')) return true;
    }
    return false;
  };
  Object.defineProperty(holder, 'currentRemoteType', {
    ...before,
    get() {
      const real = before.get.call(this);
      const isOurs = real === 'extension' && (isOwn(this.currentURI) || isNewTab(this));
      return isOurs && isAskedByDriver() ? 'web' : real;
    },
  });

  // A command for all tabs goes to those of the extension, too.
  const web = RootTransport.prototype._getBrowsingContexts;
  RootTransport.prototype._getBrowsingContexts = function (/** @type {any} */ options = {}) {
    const own = [...Services.wm.getEnumerator('navigator:browser')]
      .flatMap((window) => [...window.gBrowser.browsers].map((browser) => browser.browsingContext))
      .filter(
        (each) =>
          each?.currentWindowGlobal &&
          isOwn(each.currentURI) &&
          (options.browserId === undefined || each.browserId === options.browserId),
      );
    return [...web.call(this, options), ...own];
  };

  Services.mm.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(tabScript)}`, true);
}

/**
 * Asks a tab, or the background's page, for one of the skills of `inTab`.
 * @param {string | null} contextId WebDriver's name of the tab; null for the background
 * @param {string} addonId
 * @param {string} skill
 * @param {unknown} of
 */
export async function askTab(contextId, addonId, skill, of) {
  const { ChromeUtils, WebExtensionPolicy, setTimeout, clearTimeout, crypto } = /** @type {any} */ (globalThis);
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const background = async () => {
    const { extension } = WebExtensionPolicy.getByID(addonId);
    await extension.wakeupBackground?.();
    return [...extension.views].find((/** @type {any} */ view) => view.viewType === 'background')?.xulBrowser;
  };
  const browser = contextId === null ? await background() : NavigableManager.getBrowserById(contextId);
  if (!browser) throw new Error('the tab is closed');
  const { messageManager } = browser;
  const turn = crypto.randomUUID();
  const { answer, trouble } = await new Promise((resolve, reject) => {
    // A page that changes its process takes the question with it.
    const late = setTimeout(() => reject(new Error('no answer from the tab')), 5_000);
    const heard = (/** @type {any} */ { data }) => {
      clearTimeout(late);
      messageManager.removeMessageListener(`latchdesk:told:${turn}`, heard);
      resolve(data);
    };
    messageManager.addMessageListener(`latchdesk:told:${turn}`, heard);
    messageManager.sendAsyncMessage('latchdesk:ask', { turn, skill, of });
  });
  if (trouble) throw new Error(trouble);
  return answer;
}

/** Gives the keyboard back to a tab, from the browser's own window. @param {string} contextId */
export function focusTab(contextId) {
  const { ChromeUtils } = /** @type {any} */ (globalThis);
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  NavigableManager.getBrowserById(contextId).focus();
}

/**
 * What a person sets in the system, for one tab.
 * @param {string} contextId
 * @param {{colorScheme?: string | null, media?: string | null, forcedColors?: string | null, reducedMotion?: string | null}} wanted
 */
export function setMedia(contextId, { colorScheme, media, forcedColors, reducedMotion }) {
  const { ChromeUtils, Services } = /** @type {any} */ (globalThis);
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const context = NavigableManager.getBrowserById(contextId).browsingContext;
  if (colorScheme !== undefined) context.prefersColorSchemeOverride = colorScheme ?? 'none';
  if (media !== undefined) context.mediumOverride = media ?? '';
  if (forcedColors !== undefined) context.forcedColorsOverride = forcedColors === null ? 'none' : forcedColors;
  if (reducedMotion !== undefined) {
    if (reducedMotion === 'reduce') Services.prefs.setIntPref('ui.prefersReducedMotion', 1);
    else Services.prefs.clearUserPref('ui.prefersReducedMotion');
  }
}

/** The browser's own language, without a language pack: texts of its own windows stay English. @param {string} language */
export function setLanguage(language) {
  const { Services } = /** @type {any} */ (globalThis);
  Services.locale.availableLocales = [...new Set([language, ...Services.locale.availableLocales])];
  Services.locale.requestedLocales = [language];
}

/** Where the extension's own pages are. @param {string} addonId @returns {string} */
export function originOf(addonId) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  return WebExtensionPolicy.getByID(addonId).getURL('').replace(/\/$/, '');
}

/** Ends the background as the browser does when it is idle. @param {string} addonId */
export async function endBackground(addonId) {
  const { WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { extension } = WebExtensionPolicy.getByID(addonId);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

/** As a person does on the browser's page of extensions. @param {string} addonId @param {boolean} isEnabled */
export async function setEnabled(addonId, isEnabled) {
  const { ChromeUtils } = /** @type {any} */ (globalThis);
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID(addonId);
  await (isEnabled ? addon.enable() : addon.disable());
}

/** Lets the extension into private windows, as on the browser's page of extensions. @param {string} addonId */
export async function allowPrivate(addonId) {
  const { ChromeUtils } = /** @type {any} */ (globalThis);
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [], data_collection: [] };
  await ExtensionPermissions.add(addonId, allowed);
  await (await AddonManager.getAddonByID(addonId)).reload();
}

/** Forgets what sites and the extension have left, and what `setMedia` has set. */
export async function forgetSites() {
  const { Ci, Services } = /** @type {any} */ (globalThis);
  Services.prefs.clearUserPref('ui.prefersReducedMotion');
  await new Promise((resolve) => {
    const { CLEAR_ALL } = Ci.nsIClearDataService;
    Services.clearData.deleteData(CLEAR_ALL, { onDataDeleted: resolve });
  });
}

/**
 * Whether what the extension has kept outlives its removal; at each start of the browser it is installed anew.
 * @param {boolean} isKept
 */
export function keepStorage(isKept) {
  const { Services } = /** @type {any} */ (globalThis);
  for (const name of ['keepStorageOnUninstall', 'keepUuidOnUninstall']) {
    Services.prefs.setBoolPref(`extensions.webextensions.${name}`, isKept);
  }
}

/** As a person does on the browser's page of extensions. @param {string} addonId @param {string} pattern @param {boolean} isAllowed */
export async function setHost(addonId, pattern, isAllowed) {
  const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(addonId);
  const hosts = { origins: [pattern], permissions: [], data_collection: [] };
  await ExtensionPermissions[isAllowed ? 'add' : 'remove'](addonId, hosts, extension);
}
