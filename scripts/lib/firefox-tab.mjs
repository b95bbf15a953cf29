/**
 * What runs in every tab of Firefox with the browser's own rights, for tests only. It is sent there as text, so it may
 * use nothing from outside of itself.
 */

/** Runs once in each tab: answers what `askTab` asks. @param {any} scope of the tab's script */
export function inTab(scope) {
  const { ChromeUtils, Components, Services } = /** @type {any} */ (globalThis);
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

  const NAMES = /** @type {Record<string, string>} */ ({
    img: 'image',
    summary: 'DisclosureTriangle',
    'text leaf': 'StaticText',
  });
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
      const properties = propertiesOf(accessible, node !== null && node === focused);
      const own = {
        nodeId: id,
        ...(parentId ? { parentId } : {}),
        // As in Chromium: a box that means nothing is not told of.
        ignored: role === 'generic' && !properties.some((each) => each.name === 'focusable'),
        role: { value: role },
        name: { value: nameOf(accessible, node, role) },
        description: { value: said(() => accessible.description) },
        value: { value: said(() => accessible.value) },
        properties,
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

  const hasFocus = () => {
    const { activeElement, body } = scope.content.document;
    return activeElement !== null && activeElement !== body;
  };

  /** The first thing of the page that takes the focus, or its last. */
  const enter = (/** @type {{isBack: boolean}} */ { isBack }) => {
    const { MOVEFOCUS_FIRST, MOVEFOCUS_LAST, FLAG_BYKEY } = Ci.nsIFocusManager;
    Services.focus.moveFocus(scope.content, null, isBack ? MOVEFOCUS_LAST : MOVEFOCUS_FIRST, FLAG_BYKEY);
    return null;
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
        nodeType: node.nodeType,
        localName: node.localName ?? '',
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

  /** The page's own world, made new for each look, or the one of the extension's scripts in the page. */
  const worldOf = (/** @type {any} */ window, /** @type {string | undefined} */ addonId) => {
    if (!addonId) return new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
    const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
    return ExtensionContent.getContextByExtensionId(addonId, window).cloneScope;
  };

  /** Runs code in one of the worlds of a page. */
  const evaluate = (
    /** @type {{code: string, number?: number, args?: unknown[], addonId?: string}} */ {
      code,
      number,
      args = [],
      addonId,
    },
  ) =>
    new Promise((resolve, reject) => {
      const node = number ? nodeOf(number) : null;
      const world = worldOf(node?.ownerDocument.defaultView ?? scope.content, addonId);
      world.node = node;
      world.args = JSON.stringify(args);
      Cu.exportFunction((/** @type {string} */ json) => resolve(JSON.parse(json).value), world, { defineAs: 'done' });
      Cu.exportFunction((/** @type {string} */ words) => reject(new Error(words)), world, { defineAs: 'failed' });
      // What is left at the global object is there at the next look, and the clock is the one of its scripts.
      Cu.evalInSandbox(
        `((globalThis, Date) => (async () => (${code}).apply(node, JSON.parse(args)))())(
            ${addonId ? 'this, Date' : 'window, window.Date'})
          .then((value) => done(JSON.stringify({ value })), (error) => failed(String(error?.message ?? error)))`,
        world,
      );
    });

  const skills = /** @type {Record<string, (of: any) => unknown>} */ ({
    tree,
    scroll,
    box,
    focus,
    hasFocus,
    enter,
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
