import { make } from './dom.js';

const open = new Map();

document.addEventListener('click', ({ target }) => {
  for (const [id, { menu, opener }] of open) {
    if (!menu.contains(target) && !opener.contains(target)) destroyMenu(id);
  }
});

/** Shows a menu beside its opener. It is made anew each time; its items carry nothing to know them by but their text. */
export function showMenu(id, opener, items) {
  if (open.has(id)) {
    destroyMenu(id);
    return;
  }
  const rows = items.map((item) => makeItem(id, item));
  const list = make('div', { className: 'menu-popup-items' }, rows);
  const content = make('div', { className: 'popup-window-content' }, [list]);
  const menu = make('div', { id: `menu-popup-${id}`, className: 'popup-window menu-popup' }, [content]);
  const { right, bottom } = opener.getBoundingClientRect();
  Object.assign(menu.style, { display: 'block', top: `${bottom + 4}px`, left: `${Math.max(8, right - 240)}px` });
  document.body.append(menu);
  open.set(id, { menu, opener });
}

function makeItem(id, { text, href, className = '', data, onPress, isDelimiter }) {
  if (isDelimiter) return make('span', { className: 'popup-window-delimiter' });
  const row = make(href ? 'a' : 'span', { className: `menu-popup-item menu-popup-no-icon ${className}`.trim(), data }, [
    make('span', { className: 'menu-popup-item-icon' }),
    make('span', { className: 'menu-popup-item-text', textContent: text }),
  ]);
  if (href) row.href = href;
  row.addEventListener('click', (event) => {
    destroyMenu(id);
    onPress?.(event);
  });
  return row;
}

function destroyMenu(id) {
  open.get(id)?.menu.remove();
  open.delete(id);
}
