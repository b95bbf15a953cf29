/**
 * Listens to what the extension's own scripts do to the pages of the portal. Scripts of an extension share the page's
 * nodes with it and have prototypes of their own, so a line in front of each script hears these scripts and nobody else:
 * what they write outside of their own elements, what they press, and whatever text they get to see of a token.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleMessage } from '@playwright/test';
import type { Workplace } from './workplace.ts';

/** Scripts that run in the isolated world of a page. */
const SCRIPTS = [
  'link.js',
  'market.js',
  'market-cards.js',
  'chatapp-reader.js',
  'reader.js',
  'overlay.js',
  'access.js',
];

/** One thing that a script of ours did. */
export interface Tapped {
  kind: 'write' | 'act' | 'focus' | 'token';
  /** Name of the method or of the property. */
  name: string;
  /** The node, in short. */
  at: string;
  path: string;
}

const SAID = 'tapped ';

/** Puts the listener in front of the scripts of an extension whose browser has not started yet. */
export function tap(workplace: Workplace, tokenMark: string): void {
  for (const script of SCRIPTS) {
    const file = join(workplace.extensionDir, script);
    if (!existsSync(file)) throw new Error(`the extension has no ${script}`);
    const listener = `(${listen.toString()})(${JSON.stringify(tokenMark)}, ${JSON.stringify(SAID)});\n`;
    writeFileSync(file, listener + readFileSync(file, 'utf8'));
  }
}

/** Everything that is heard from now on, and every line of every log. */
export function hear(workplace: Workplace): { tapped: Tapped[]; logs: string[] } {
  const heard: { tapped: Tapped[]; logs: string[] } = { tapped: [], logs: [] };
  const take = (message: ConsoleMessage) => {
    const text = message.text();
    if (text.startsWith(SAID)) heard.tapped.push(JSON.parse(text.slice(SAID.length)));
    else heard.logs.push(text);
  };
  workplace.context.on('console', take);
  for (const worker of workplace.context.serviceWorkers()) worker.on('console', take);
  return heard;
}

/** Runs in the page, in front of a script; nothing from around it is known there. */
function listen(tokenMark: string, said: string): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  if (scope.isTapped) return;
  scope.isTapped = true;

  const describe = (node: unknown): string => {
    if (!(node instanceof Element)) return node instanceof Node ? node.nodeName : Object.prototype.toString.call(node);
    const name = getAttributeOf.call(node, 'name') ?? '';
    return `${node.localName}${node.id ? `#${node.id}` : ''}${name ? `[${name}]` : ''}`;
  };
  const getAttributeOf = Element.prototype.getAttribute;
  const rootOf = Node.prototype.getRootNode;
  const log = console.debug.bind(console);
  const tell = (kind: string, name: string, node: unknown) =>
    log(said + JSON.stringify({ kind, name, at: describe(node), path: location.pathname }));

  /** Inside a shadow root, one of our own elements, or not in the page at all. */
  const isOurs = (node: unknown): boolean => {
    if (!(node instanceof Node)) return false;
    if (node instanceof Element && node.localName.startsWith('latchdesk-')) return true;
    return rootOf.call(node) !== document;
  };
  const isOwnPart = (node: unknown) =>
    node instanceof Element && (node.localName.startsWith('latchdesk-') || node.localName === 'style');
  const hasToken = (value: unknown) => typeof value === 'string' && value.includes(tokenMark);

  const WRITES =
    /^(append|appendChild|prepend|before|after|insertBefore|insertAdjacent\w+|replace\w+|remove|removeChild|removeAttribute\w*|setAttribute\w*|toggleAttribute|setHTML\w*|normalize|moveBefore|setProperty|removeProperty|add|toggle|appendData|insertData|deleteData|setRangeText|stepUp|stepDown|execCommand|write|writeln)$/;
  const ACTS = /^(click|submit|requestSubmit|reset|dispatchEvent|showPicker|showModal)$/;

  /** Lists of classes and styles do not know whose they are. */
  const owners = new WeakMap<object, Node>();
  const nodeOf = (it: unknown): unknown => owners.get(it as object) ?? it;

  const wrapMethod = (name: string, original: (...of: unknown[]) => unknown) =>
    function (this: unknown, ...of: unknown[]) {
      const node = nodeOf(this);
      const inPage = node instanceof Node && !isOurs(node);
      if (inPage && WRITES.test(name) && !of.some(isOwnPart)) tell('write', name, node);
      if (inPage && ACTS.test(name)) tell('act', of[0] instanceof Event ? `${name} ${of[0].type}` : name, node);
      if (inPage && name === 'focus') tell('focus', name, node);
      const value = original.apply(this, of);
      if (hasToken(value)) tell('token', name, node);
      return value;
    };
  const wrapGetter = (name: string, original: () => unknown) =>
    function (this: unknown) {
      const value = original.call(this);
      if (hasToken(value)) tell('token', name, this);
      if (this instanceof Node && typeof value === 'object' && value !== null && !(value instanceof Node))
        owners.set(value, this);
      const isLive = (name === 'dataset' || name === 'style') && this instanceof Node && !isOurs(this);
      return isLive ? watched(value as object, name, this) : value;
    };
  /** What has a name of its own for every entry cannot be heard at its prototype. */
  const watched = (live: object, of: string, node: Node) =>
    new Proxy(live, {
      get: (it, key) => {
        const value = Reflect.get(it, key);
        return typeof value === 'function' ? value.bind(it) : value;
      },
      set: (it, key, value) => {
        tell('write', `${of}.${String(key)}`, node);
        return Reflect.set(it, key, value);
      },
      deleteProperty: (it, key) => {
        tell('write', `${of}.${String(key)}`, node);
        return Reflect.deleteProperty(it, key);
      },
    });
  const wrapSetter = (name: string, original: (value: unknown) => void) =>
    function (this: unknown, value: unknown) {
      const node = nodeOf(this);
      if (node instanceof Node && !isOurs(node)) tell('write', name, node);
      original.call(this, value);
    };

  const wrap = (prototype: object) => {
    for (const [name, is] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (!is.configurable || name === 'constructor' || name === 'getRootNode') continue;
      if (typeof is.value === 'function') is.value = wrapMethod(name, is.value);
      else if (is.get) {
        is.get = wrapGetter(name, is.get);
        if (is.set) is.set = wrapSetter(name, is.set);
      } else continue;
      Object.defineProperty(prototype, name, is);
    }
  };
  const all = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
  const isOfPage = (name: string) =>
    /^(EventTarget|Node|Element|CharacterData|Text|Attr|Document|Range|Selection|XMLSerializer|FormData|Response|DOMTokenList|CSSStyleDeclaration|HTML\w*Element|SVGElement)$/.test(
      name,
    );
  for (const name of Object.getOwnPropertyNames(globalThis).filter(isOfPage)) {
    const prototype = all[name]?.prototype;
    if (prototype) wrap(prototype);
  }
  const whole = Response.prototype.text;
  Response.prototype.text = async function (this: Response) {
    const text = await whole.call(this);
    if (hasToken(text)) tell('token', 'Response.text', this);
    return text;
  };
  const parsed = Response.prototype.json;
  Response.prototype.json = async function (this: Response) {
    const value = await parsed.call(this);
    if (hasToken(JSON.stringify(value))) tell('token', 'Response.json', this);
    return value;
  };
}
