/** Opens the portal's own dialog of access for an application, where its list is on show. It writes nothing. */
import { isDrawn, NEW_LIST, textOf } from '../../bitrix24/market-dom.ts';
import { accessWayTo } from '../../bitrix24/market-list.ts';

/** Ms in which the portal draws its menu; the background waits a little longer for the answer. */
const MENU_WITHIN = 1_000;

/** Ms in which scripts of a page that is on show have run; here, too, the background waits a little longer. */
const SCRIPTS_WITHIN = 1_000;

/** All that the item for access is called, in Russian and in English; the items have nothing else to tell them apart. */
const ACCESS = ['доступ', 'права доступа', 'user access', 'access', 'access permissions'];
const UNINSTALLS = /удал|uninstall|delete|remove/i;

/** `menuOpened`: a person has to choose in it. */
export type AccessOpening = 'opened' | 'menuOpened' | 'nothing';

/** True when the page has a way to the application's access. */
export const hasAccessWay = (code: string): boolean => accessWayTo(document, code) !== null;

/** Opens the dialog, or at least the menu it is in. */
export async function openAccess(code: string): Promise<AccessOpening> {
  // What the newer list shows is drawn by its scripts.
  if (accessWayTo(document, code)?.kind === 'button') await scriptsHaveRun();
  const way = accessWayTo(document, code);
  if (!way) return 'nothing';
  way.button.scrollIntoView?.({ block: 'center' });
  const open = way.kind === 'menu' ? menuOf(code) : null;
  if (!open) way.button.click();
  if (way.kind === 'button') return 'opened';
  const menu = open ?? (await menuSoon(code));
  if (!menu) return 'nothing';
  const item = accessItem(menu);
  if (item) item.click();
  else focusMenu(menu);
  return item ? 'opened' : 'menuOpened';
}

/** A button that came with the page may not yet do anything: scripts that were put off run after it was parsed. */
function scriptsHaveRun(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const loading = new AbortController();
  for (const [target, event] of [[document, 'DOMContentLoaded'] as const, [window, 'load'] as const])
    target.addEventListener(event, () => resolve(), { signal: loading.signal });
  const timer = setTimeout(resolve, SCRIPTS_WITHIN);
  return promise.finally(() => {
    loading.abort();
    clearTimeout(timer);
  });
}

const menuOf = (code: string): HTMLElement | null => {
  const menu = document.getElementById(`${NEW_LIST.menuPrefix}${code}`);
  return menu && isDrawn(menu) && menu.querySelector(NEW_LIST.menuItem) ? menu : null;
};

function menuSoon(code: string): Promise<HTMLElement | null> {
  return new Promise((resolve) => {
    const end = (menu: HTMLElement | null) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(menu);
    };
    const look = () => {
      const menu = menuOf(code);
      if (menu) end(menu);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => end(null), MENU_WITHIN);
    observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
    look();
  });
}

/** The only item that says exactly this and nothing of uninstalling; null when there is any doubt. */
function accessItem(menu: HTMLElement): HTMLElement | null {
  const items = [...menu.querySelectorAll<HTMLElement>(NEW_LIST.menuItem)].filter(isAccess);
  return items.length === 1 ? (items[0] ?? null) : null;
}

const isAccess = (item: HTMLElement): boolean =>
  ACCESS.includes(textOf(item).toLowerCase()) && !UNINSTALLS.test(`${item.title} ${item.textContent}`);

function focusMenu(menu: HTMLElement): void {
  for (const place of [...menu.querySelectorAll<HTMLElement>(NEW_LIST.menuItem), menu]) {
    place.focus();
    if (document.activeElement === place) return;
  }
}
