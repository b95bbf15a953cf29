/**
 * Reading and using the extension's surfaces as a person does. The overlay lives in a closed shadow root, so the page
 * cannot see into it; what a screen reader would say and where a mouse would click comes from the browser itself.
 * Shared by the tour, the benchmarks and the end-to-end tests.
 */

/**
 * @typedef {object} Spoken one accessible node
 * @property {string} role such as `button`
 * @property {string} name
 * @property {string} description
 * @property {string} value
 * @property {Record<string, unknown>} states such as `{expanded: true}`
 * @property {number} backendId the DOM node
 * @property {string} id
 * @property {string} parentId of the nearest accessible node above, '' at the top
 */

/** @type {WeakMap<import('@playwright/test').Page, Promise<import('@playwright/test').CDPSession>>} */
const sessions = new WeakMap();

/** @param {import('@playwright/test').Page} page */
export function cdpOf(page) {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/**
 * All accessible nodes of a page in reading order, closed shadow roots included.
 * @param {import('@playwright/test').Page} page
 * @param {string} [frameId] of a frame inside it; without it the page itself, whose frames are not heard
 * @returns {Promise<Spoken[]>}
 */
export async function spoken(page, frameId) {
  const cdp = await cdpOf(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree', frameId ? { frameId } : {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {Spoken[]} */
  const said = [];
  const visit = (/** @type {string} */ id, /** @type {string} */ parentId) => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) said.push(toSpoken(node, parentId));
    for (const child of node.childIds ?? []) visit(child, node.ignored ? parentId : id);
  };
  for (const node of nodes) if (!node.parentId || !byId.has(node.parentId)) visit(node.nodeId, '');
  return said;
}

/**
 * @param {any} node as the debugging protocol gives it
 * @param {string} parentId
 * @returns {Spoken}
 */
function toSpoken(node, parentId) {
  return {
    role: node.role?.value ?? '',
    name: node.name?.value ?? '',
    description: node.description?.value ?? '',
    value: String(node.value?.value ?? ''),
    states: Object.fromEntries(
      (node.properties ?? []).map((/** @type {any} */ { name, value }) => [name, value.value]),
    ),
    backendId: node.backendDOMNodeId ?? 0,
    id: node.nodeId,
    parentId,
  };
}

/** @param {Spoken} node @param {string | null} role null means any @param {string | RegExp} name */
function fits(node, role, name) {
  return (!role || node.role === role) && (name instanceof RegExp ? name.test(node.name) : node.name === name);
}

/**
 * The first node of that role and name, or null.
 * @param {import('@playwright/test').Page} page
 * @param {string | null} role null means any
 * @param {string | RegExp} name
 */
export async function findSpoken(page, role, name) {
  return (await spoken(page)).find((node) => fits(node, role, name)) ?? null;
}

/**
 * The nodes inside the first node of that role and name, itself first; empty when there is none.
 * @param {import('@playwright/test').Page} page
 * @param {string | null} role
 * @param {string | RegExp} name
 * @returns {Promise<Spoken[]>}
 */
export async function spokenWithin(page, role, name) {
  const nodes = await spoken(page);
  const top = nodes.find((node) => fits(node, role, name));
  if (!top) return [];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isInside = (/** @type {Spoken | undefined} */ node) => {
    for (let at = node; at; at = byId.get(at.parentId)) if (at === top) return true;
    return false;
  };
  return [top, ...nodes.filter((node) => node !== top && isInside(node))];
}

/**
 * The middle of a node on the screen, scrolled into view.
 * @param {import('@playwright/test').Page} page
 * @param {Spoken} node
 */
export async function placeOf(page, node) {
  const cdp = await cdpOf(page);
  await cdp.send('DOM.getDocument', { depth: 0 });
  await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendId });
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendId });
  const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

/**
 * Clicks a node by role and name with the mouse, once it is there.
 * @param {import('@playwright/test').Page} page
 * @param {string | null} role
 * @param {string | RegExp} name
 * @param {{timeout?: number}} [options]
 */
export async function clickSpoken(page, role, name, { timeout = 10_000 } = {}) {
  const node = await until(() => findSpoken(page, role, name), {
    timeout,
    message: `to click: ${role ?? 'anything'} ${name}`,
  });
  const { x, y } = await placeOf(page, node);
  await page.mouse.click(x, y);
}

/**
 * The toolbar button as it looks for a tab.
 * @param {import('@playwright/test').Worker} worker the extension's service worker
 * @param {string} [url] match pattern of the tab; without it the active tab
 * @returns {Promise<{text: string, title: string, color: number[]}>}
 */
export function badge(worker, url) {
  return worker.evaluate(async (pattern) => {
    // @ts-expect-error runs in the extension
    const { tabs, action } = globalThis.chrome;
    const [tab] = await tabs.query(pattern ? { url: pattern } : { active: true, lastFocusedWindow: true });
    const of = tab ? { tabId: tab.id } : {};
    const [text, title, color] = await Promise.all([
      action.getBadgeText(of),
      action.getTitle(of),
      action.getBadgeBackgroundColor(of),
    ]);
    return { text, title, color };
  }, url);
}

/**
 * Waits until `check` gives something truthy and returns that. An error inside `check` counts as "not yet".
 * @template T
 * @param {() => T | Promise<T>} check
 * @param {{timeout?: number, every?: number, message?: string | (() => string | Promise<string>)}} [options] `message`
 *   says what was waited for; a function is asked at the end, so that it can tell what was there instead
 * @returns {Promise<NonNullable<Exclude<T, false | '' | 0>>>}
 */
export async function until(check, { timeout = 10_000, every = 100, message = 'something that did not come' } = {}) {
  const end = Date.now() + timeout;
  let problem = '';
  for (;;) {
    try {
      const value = await check();
      if (value) return /** @type {any} */ (value);
      problem = '';
    } catch (error) {
      problem = ` (${String(error?.message ?? error).split('\n')[0]})`;
    }
    if (Date.now() > end) {
      const what = typeof message === 'function' ? await message() : message;
      throw new Error(`waited ${timeout / 1000} s for ${what}${problem}`);
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
