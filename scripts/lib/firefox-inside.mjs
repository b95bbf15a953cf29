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
  const { ChromeUtils, Services, gBrowser, Components } = /** @type {any} */ (globalThis);
  const { RootTransport } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/messagehandler/transports/RootTransport.sys.mjs',
  );
  const isOwn = (/** @type {any} */ uri) =>
    uri?.scheme === 'moz-extension' && !uri.filePath.includes('_generated_background');

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
      return real === 'extension' && isOwn(this.currentURI) && isAskedByDriver() ? 'web' : real;
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

/** Runs once in each tab: answers what `askTab` asks. @param {any} scope of the tab's script */
export function inTab(scope) {
  const { ChromeUtils, Components } = /** @type {any} */ (globalThis);
  const { classes: Cc, interfaces: Ci, utils: Cu } = Components;
  // WebDriver listens in pages of the extension as in those of the web, once for each process.
  const { MessageHandlerFrameChild } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/messagehandler/transports/js-window-actors/MessageHandlerFrameChild.sys.mjs',
  );
  const before = MessageHandlerFrameChild.prototype.handleEvent;
  if (before.name !== 'handleInAll') {
    MessageHandlerFrameChild.prototype.handleEvent = function handleInAll(/** @type {any} */ event) {
      const uri = this.document?.documentURIObject;
      const isOwn = uri?.scheme === 'moz-extension' && !uri.filePath.includes('_generated_background');
      if (event.type === 'DOMWindowCreated' && isOwn) this._registry.createAllMessageHandlers();
      else before.call(this, event);
    };
  }

  const NAMES = /** @type {Record<string, string>} */ ({ img: 'image', 'text leaf': 'StaticText' });
  /** @type {WeakMap<any, number>} */
  const numbers = new WeakMap();
  /** @type {Map<number, any>} */
  const nodes = new Map();
  let last = 0;

  const numberOf = (/** @type {any} */ node) => {
    const known = numbers.get(node);
    if (known) return known;
    last += 1;
    numbers.set(node, last);
    nodes.set(last, Cu.getWeakReference(node));
    return last;
  };
  const nodeOf = (/** @type {number} */ number) => {
    const node = nodes.get(number)?.get();
    if (!node?.isConnected) throw new Error('the node is gone');
    return node;
  };
  const elementOf = (/** @type {number} */ number) => {
    const node = nodeOf(number);
    return node.nodeType === 1 ? node : (node.parentElement ?? node.documentElement ?? node.getRootNode().host);
  };
  const windowOf = (/** @type {number | undefined} */ frameId) => {
    if (!frameId) return scope.content;
    const found = scope.docShell.browsingContext
      .getAllBrowsingContextsInSubtree()
      .find((/** @type {any} */ each) => each.id === frameId);
    if (!found?.window) throw new Error('the frame is gone');
    return found.window;
  };

  /** The tree of what is said is brought up to date when a picture is drawn; a hidden page draws none. */
  const drawn = (/** @type {any} */ window) =>
    new Promise((resolve) => {
      const late = window.setTimeout(resolve, 150);
      window.requestAnimationFrame(() =>
        window.requestAnimationFrame(() => {
          window.clearTimeout(late);
          resolve(undefined);
        }),
      );
    });

  const focusedIn = (/** @type {any} */ document) => {
    let at = document.activeElement;
    for (let inner = at; inner; inner = at.openOrClosedShadowRoot?.activeElement) at = inner;
    return at === document.body ? document : at;
  };

  const said = (/** @type {() => any} */ read) => {
    try {
      return read() ?? '';
    } catch {
      // Some kinds of nodes do not know it.
      return '';
    }
  };

  const propertiesOf = (/** @type {any} */ accessible, /** @type {boolean} */ isFocused) => {
    const state = {};
    const extra = {};
    accessible.getState(state, extra);
    const has = (/** @type {string} */ name) =>
      Boolean(/** @type {any} */ (state).value & Ci.nsIAccessibleStates[`STATE_${name}`]);
    const hasExtra = (/** @type {string} */ name) =>
      Boolean(/** @type {any} */ (extra).value & Ci.nsIAccessibleStates[`EXT_STATE_${name}`]);
    const attribute = (/** @type {string} */ name) => said(() => accessible.attributes.getStringProperty(name));
    const tick = has('MIXED') ? 'mixed' : String(has('CHECKED'));
    const level = Number(attribute('level'));
    const live = attribute('live');
    /** @type {[string, unknown, boolean][]} */
    const all = [
      ['focusable', true, has('FOCUSABLE')],
      ['focused', true, isFocused],
      ['disabled', true, has('UNAVAILABLE')],
      ['expanded', has('EXPANDED'), has('EXPANDED') || has('COLLAPSED')],
      ['checked', tick, has('CHECKABLE') || hasExtra('CHECKABLE')],
      ['pressed', String(has('PRESSED')), attribute('checkable') === 'true' && has('PRESSED')],
      ['selected', true, has('SELECTED')],
      ['hasPopup', attribute('haspopup'), Boolean(attribute('haspopup'))],
      ['invalid', 'true', has('INVALID')],
      ['required', true, has('REQUIRED')],
      ['readonly', true, has('READONLY')],
      ['modal', true, hasExtra('MODAL')],
      ['busy', true, has('BUSY')],
      ['level', level, level > 0],
      ['live', live, Boolean(live) && live !== 'off'],
    ];
    return all.filter(([, , isSaid]) => isSaid).map(([name, value]) => ({ name, value: { value } }));
  };

  /** Firefox names what has a tooltip, and the entries of a list by their texts, too; Chromium does not. */
  const nameOf = (/** @type {any} */ accessible, /** @type {any} */ node, /** @type {string} */ role) => {
    if (role === 'generic') return '';
    const isNamed = node?.hasAttribute?.('aria-label') || node?.hasAttribute?.('aria-labelledby');
    return isNamed || !['listitem', 'paragraph'].includes(role) ? said(() => accessible.name) : '';
  };

  /** The tree as a screen reader has it, closed shadow roots included, in the shape of Chromium's. */
  const tree = async (/** @type {{frameId?: number}} */ { frameId }) => {
    const window = windowOf(frameId);
    await drawn(window);
    scope.service ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    const { service } = scope;
    const top = service.getAccessibleFor(window.document);
    const focused = focusedIn(window.document);
    /** @type {any[]} */
    const list = [];
    /** @type {Set<number>} */
    const taken = new Set();
    const visit = (/** @type {any} */ accessible, /** @type {string | undefined} */ parentId) => {
      const node = said(() => accessible.DOMNode) || null;
      const kind = service.getStringRole(accessible.role);
      const aria = said(() => accessible.computedARIARole);
      const role = accessible === top ? 'RootWebArea' : (NAMES[aria] ?? NAMES[kind] ?? (aria || 'generic'));
      // What is drawn before and after an element has the element's node, too.
      const number = node ? numberOf(node) : 0;
      const id = number && !taken.has(number) ? `${number}` : `${list.length}-${number}`;
      taken.add(number);
      const own = {
        nodeId: id,
        ...(parentId ? { parentId } : {}),
        ignored: false,
        role: { value: role },
        name: { value: nameOf(accessible, node, role) },
        description: { value: said(() => accessible.description) },
        value: { value: said(() => accessible.value) },
        properties: propertiesOf(accessible, node !== null && node === focused),
        backendDOMNodeId: number,
        childIds: /** @type {string[]} */ ([]),
      };
      list.push(own);
      if (kind === 'internal frame') return id;
      for (let child = accessible.firstChild; child; child = child.nextSibling) own.childIds.push(visit(child, id));
      return id;
    };
    if (top) visit(top, undefined);
    return { nodes: list };
  };

  /** Where a node is in the tab's window, frames around it counted in. */
  const rectOf = (/** @type {any} */ node) => {
    const range = node.ownerDocument.createRange();
    if (node.nodeType !== 1) range.selectNode(node);
    const { left, top, width, height } = (node.nodeType === 1 ? node : range).getBoundingClientRect();
    let [x, y] = [left, top];
    for (
      let { browsingContext } = node.ownerDocument.defaultView;
      browsingContext.parent;
      browsingContext = browsingContext.parent
    ) {
      const frame = browsingContext.embedderElement;
      const around = frame.getBoundingClientRect();
      x += around.left + frame.clientLeft;
      y += around.top + frame.clientTop;
    }
    return { left: x, top: y, right: x + width, bottom: y + height };
  };

  const scroll = (/** @type {{backendNodeId: number}} */ { backendNodeId }) => {
    const element = elementOf(backendNodeId);
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    const { innerHeight } = scope.content;
    const place = rectOf(element);
    const isInSight =
      at && (element.contains(at) || at.contains(element)) && place.top >= 0 && place.bottom <= innerHeight;
    if (!isInSight) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    return {};
  };

  const box = (/** @type {{backendNodeId: number}} */ { backendNodeId }) => {
    const { left, top, right, bottom } = rectOf(nodeOf(backendNodeId));
    const quad = [left, top, right, top, right, bottom, left, bottom];
    return { model: { border: quad, content: quad, width: right - left, height: bottom - top } };
  };

  const focus = (/** @type {{backendNodeId: number}} */ { backendNodeId }) => {
    elementOf(backendNodeId).focus();
    return {};
  };

  /** Puts a text in where the caret is, in one go as an input method does. */
  const insert = (/** @type {{text: string}} */ { text }) => {
    let { document } = scope.content;
    for (let at = focusedIn(document); at?.contentDocument; at = focusedIn(document)) document = at.contentDocument;
    if (!document.execCommand('insertText', false, text)) throw new Error('there is no caret');
    return null;
  };

  /** The document as it stands, closed shadow roots and frames included. */
  const drawing = () => {
    /** @type {(node: any) => object} */
    const draw = (node) => {
      const root = node.openOrClosedShadowRoot;
      const inner = said(() => node.contentDocument);
      return {
        nodeName: node.nodeName,
        nodeValue: node.nodeValue ?? '',
        attributes: [...(node.attributes ?? [])].flatMap(({ name, value }) => [name, value]),
        children: /** @type {any[]} */ ([...node.childNodes].map(draw)),
        ...(root ? { shadowRoots: [draw(root)] } : {}),
        ...(inner ? { contentDocument: draw(inner) } : {}),
      };
    };
    return { root: draw(scope.content.document) };
  };

  const frames = () => {
    const of = (/** @type {any} */ context) => ({
      frame: { id: context.id, url: context.window?.location.href ?? '' },
      childFrames: context.children.map(of),
    });
    return { frameTree: of(scope.docShell.browsingContext) };
  };

  /** Runs code in the page's own world. */
  const evaluate = (/** @type {{code: string, number?: number, args?: unknown[]}} */ { code, number, args = [] }) =>
    new Promise((resolve, reject) => {
      const node = number ? nodeOf(number) : null;
      const window = node?.ownerDocument.defaultView ?? scope.content;
      const sandbox = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
      sandbox.node = node;
      sandbox.args = JSON.stringify(args);
      Cu.exportFunction((/** @type {string} */ json) => resolve(JSON.parse(json).value), sandbox, { defineAs: 'done' });
      Cu.exportFunction((/** @type {string} */ words) => reject(new Error(words)), sandbox, { defineAs: 'failed' });
      Cu.evalInSandbox(
        `(async () => (${code}).apply(node, JSON.parse(args)))()
          .then((value) => done(JSON.stringify({ value })), (error) => failed(String(error?.message ?? error)))`,
        sandbox,
      );
    });

  const skills = /** @type {Record<string, (of: any) => unknown>} */ ({
    tree,
    scroll,
    box,
    focus,
    insert,
    drawing,
    frames,
    evaluate,
  });
  scope.addMessageListener('latchdesk:ask', async (/** @type {any} */ { data: { turn, skill, of } }) => {
    try {
      scope.sendAsyncMessage(`latchdesk:told:${turn}`, { answer: await skills[skill]?.(of) });
    } catch (error) {
      scope.sendAsyncMessage(`latchdesk:told:${turn}`, {
        trouble: String(/** @type {any} */ (error)?.message ?? error),
      });
    }
  });
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
