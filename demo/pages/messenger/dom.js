/**
 * A tiny renderer. Like the portal's own it keeps nodes by key, sets the whole class attribute when it changes,
 * and leaves nodes alone that it did not make.
 */

/** Describes a node: `h('div', {class, key, on: {click}, …}, ...children)`. */
export function h(tag, props = {}, ...children) {
  const given = children.flat(3).filter((child) => child !== null && child !== undefined && child !== false);
  const nodes = given.map((child) => (typeof child === 'object' ? child : { text: String(child) }));
  return { tag, props: props ?? {}, children: nodes, key: props?.key };
}

/** Joins class names; an object names modifiers that hold. */
export function classes(...names) {
  const flat = names.flatMap((name) => {
    if (!name) return [];
    return typeof name === 'string' ? [name] : Object.keys(name).filter((key) => name[key]);
  });
  return flat.join(' ');
}

/** Renders into a root that is nobody else's; answers `{update, destroy}`. */
export function mount(root, render) {
  let current = null;
  let isQueued = false;
  let isGone = false;
  const update = () => {
    if (isGone) return;
    const next = render();
    if (current) patch(current, next);
    else root.append(create(next));
    current = next;
  };
  update();
  return {
    now: update,
    /** Draws in the next microtask, however often it is asked for. */
    update() {
      if (isQueued) return;
      isQueued = true;
      queueMicrotask(() => {
        isQueued = false;
        update();
      });
    },
    destroy() {
      isGone = true;
      leave(current);
      current?.node.remove();
    },
  };
}

function create(v) {
  if (v.text !== undefined) {
    v.node = document.createTextNode(v.text);
    return v.node;
  }
  const node = document.createElement(v.tag);
  v.node = node;
  setProps(node, {}, v.props);
  for (const child of v.children) node.append(create(child));
  if (v.props.mounted) queueMicrotask(() => v.props.mounted(node));
  return node;
}

const SPECIAL = new Set(['key', 'on', 'mounted', 'left', 'data']);

function setProps(node, before, after) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (SPECIAL.has(name) || before[name] === after[name]) continue;
    setAttribute(node, name, after[name]);
  }
  for (const [name, value] of Object.entries(after.data ?? {})) {
    if (node.dataset[name] !== String(value)) node.dataset[name] = value;
  }
  for (const name of Object.keys(after.on ?? {})) {
    if (!before.on?.[name]) node.addEventListener(name, (event) => node.handlers[name]?.(event));
  }
  node.handlers = after.on ?? {};
}

function setAttribute(node, name, value) {
  if (name === 'class') node.className = value ?? '';
  else if (name === 'value') node.value = value ?? '';
  else if (name === 'display') node.style.display = value ?? '';
  else if (name === 'width') node.style.width = value ?? '';
  else if (value === undefined || value === null || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value);
}

function patch(before, after) {
  after.node = before.node;
  if (after.text !== undefined) {
    if (before.text !== after.text) after.node.data = after.text;
    return;
  }
  setProps(after.node, before.props, after.props);
  patchChildren(after.node, before.children, after.children);
}

const keyOf = (child, n) => child.key ?? `${child.tag ?? 'text'}#${n}`;

function patchChildren(parent, before, after) {
  const old = new Map(before.map((child, n) => [keyOf(child, n), { child, n }]));
  const kept = after.map((child, n) => {
    const found = old.get(keyOf(child, n));
    if (!found || found.child.tag !== child.tag) return -1;
    old.delete(keyOf(child, n));
    patch(found.child, child);
    return found.n;
  });
  for (const { child } of old.values()) {
    leave(child);
    child.node.remove();
  }
  // From the end, so that each node has its follower in place; kept nodes move only when their order has changed.
  let follower = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (let n = after.length - 1; n >= 0; n -= 1) {
    const child = after[n];
    if (kept[n] === -1) parent.insertBefore(create(child), follower);
    else if (kept[n] > lowest) parent.insertBefore(child.node, follower);
    else lowest = kept[n];
    follower = child.node;
  }
}

function leave(v) {
  if (!v || v.text !== undefined) return;
  v.props.left?.(v.node);
  for (const child of v.children) leave(child);
}
