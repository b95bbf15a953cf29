/** The list of installed applications as the page shows it, of both generations. */
import type { AppsList, ListedApp, Presence } from '../domain/market/apps.ts';
import { argumentIn, codeFrom, handlersIn, NEW_LIST, OLD_LIST, textOf } from './market-dom.ts';
import { type MarketPage, marketPageAt } from './market-places.ts';

/** Reads the list; null while it loads, and on any page that is none. Address: path and search of the page. */
export function readInstalledApps(page: Document, address: { pathname: string; search: string }): AppsList | null {
  const place = marketPageAt(address.pathname, address.search);
  if (place?.page !== 'installed') return null;
  return place.generation === 'new' ? readNewList(page, place) : readOldList(page);
}

function readNewList(page: Document, { isWhole }: Extract<MarketPage, { page: 'installed' }>): AppsList | null {
  const grid = page.querySelector(NEW_LIST.grid);
  if (!grid || page.querySelector(NEW_LIST.skeleton)) return null;
  const cards = [...grid.querySelectorAll(NEW_LIST.card)];
  // The Market changes its contents without changing the page: another list may stand at this address.
  if (cards.some((card) => !card.classList.contains(NEW_LIST.installed))) return null;
  return { generation: 'new', apps: cards.map(newApp), provesAbsence: isWhole && hasAll(page, cards.length) };
}

/** More are loaded when the page is scrolled; a full page without a counter may not be all. */
function hasAll(page: Document, drawn: number): boolean {
  const counter = /\d+/.exec(textOf(page.querySelector(NEW_LIST.counter)))?.[0];
  return counter === undefined ? drawn % NEW_LIST.pageSize !== 0 : drawn >= Number(counter);
}

/** Only active applications are listed here at all. */
function newApp(card: Element): ListedApp {
  const title = card.querySelector(NEW_LIST.title);
  return {
    code: codeFrom(card.getAttribute('data-app-code')),
    appId: null,
    name: title?.getAttribute('title')?.trim() || textOf(title),
    developer: textOf(card.querySelector(NEW_LIST.developer)),
    presence: 'active',
    isUnpublished: card.classList.contains(NEW_LIST.unpublished),
    needsSubscription: false,
  };
}

/** Its filter and its pages leave out what they like, and what is uninstalled stays in it: it proves no absence. */
function readOldList(page: Document): AppsList | null {
  const container = page.querySelector(OLD_LIST.container);
  if (!container) return null;
  const apps = [...container.querySelectorAll(OLD_LIST.row)].map(oldApp);
  return { generation: 'old', apps, provesAbsence: false };
}

function oldApp(row: Element): ListedApp {
  const handlers = handlersIn(row);
  const title = row.querySelector(OLD_LIST.title);
  const id = argumentIn(handlers, 'Marketplace.setRights');
  const presence = presenceOf(handlers);
  return {
    code: codeInRow(handlers, title),
    appId: id && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null,
    name: textOf(title),
    developer: textOf(row.querySelector(OLD_LIST.developer)),
    presence,
    // Of an active one the page does not tell; one that nothing offers to install would not come back.
    isUnpublished: presence === 'active' ? null : presence === 'unknown',
    needsSubscription: needsSubscription(handlers),
  };
}

/** An information page instead of an installation. */
export const needsSubscription = (handlers: readonly string[]): boolean =>
  handlers.some((handler) => handler.includes('UI.InfoHelper.show(') || handler.includes('.buySubscription('));

/** Whether an application is installed, by what its inline handlers offer to an administrator. */
export function presenceOf(handlers: readonly string[]): Presence {
  if (handlers.some((handler) => handler.includes('.uninstallConfirm('))) return 'active';
  const offersInstall = handlers.some((handler) => /Application\.install\(|UI\.InfoHelper\.show\(/.test(handler));
  return offersInstall ? 'absent' : 'unknown';
}

function codeInRow(handlers: readonly string[], title: Element | null): string | null {
  const link = title?.querySelector('a')?.getAttribute('href') ?? '';
  const place = marketPageAt(link.replace(/[?#].*$/, ''));
  return codeInHandlers(handlers) ?? (place?.page === 'detail' ? place.code : null);
}

/** The code an inline handler names, to uninstall or to install. */
export function codeInHandlers(handlers: readonly string[]): string | null {
  const uninstalls = codeFrom(argumentIn(handlers, '.uninstallConfirm'));
  if (uninstalls) return uninstalls;
  const installs = handlers.find((handler) => handler.includes('Application.install('));
  return codeFrom(/['"]?CODE['"]?\s*:\s*(['"])(.*?)\1/.exec(installs ?? '')?.[2]);
}

/** What opens the portal's own dialog of access for an application: its button, or the menu that has it. */
export interface AccessWay {
  kind: 'button' | 'menu';
  button: HTMLElement;
}

/** The way to the access list of an application on a page that lists it; null elsewhere. */
export function accessWayTo(page: Document, code: string): AccessWay | null {
  const card = [...page.querySelectorAll(`${NEW_LIST.card}[data-app-code]`)].find(
    (each) => each.getAttribute('data-app-code') === code,
  );
  const more = card?.querySelector<HTMLElement>(NEW_LIST.more);
  if (more) return { kind: 'menu', button: more };
  const rows = [...page.querySelectorAll(`${OLD_LIST.container} ${OLD_LIST.row}`)];
  const row = rows.find((each) => codeInRow(handlersIn(each), each.querySelector(OLD_LIST.title)) === code);
  const button = row?.querySelector<HTMLElement>('[onclick*=".setRights("]');
  return button && isAccessHandler(button.getAttribute('onclick') ?? '') ? { kind: 'button', button } : null;
}

const isAccessHandler = (handler: string): boolean =>
  /\.setRights\(\s*(['"])\d{1,15}\1/.test(handler) && !/install/i.test(handler);

/** The application whose "Uninstall" was pressed in the old Marketplace; its window does not say which one it is. */
export function uninstallPressAt(target: EventTarget | null): Pick<ListedApp, 'code' | 'name' | 'developer'> | null {
  const button = target instanceof Element ? target.closest('[onclick*=".uninstallConfirm("]') : null;
  if (!button) return null;
  const row = button.closest(OLD_LIST.row);
  return {
    code: codeFrom(argumentIn([button.getAttribute('onclick') ?? ''], '.uninstallConfirm')),
    name: textOf(row?.querySelector(OLD_LIST.title)),
    developer: textOf(row?.querySelector(OLD_LIST.developer)),
  };
}
