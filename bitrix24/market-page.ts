/** The page of one application, the window for installing, and what stands where an application should be. */
import type { MarketGeneration, Presence } from '../domain/market/apps.ts';
import type { AppTrouble } from '../domain/market/view.ts';
import {
  APP_ERROR,
  APP_FORM,
  APP_LAYOUT,
  handlersIn,
  INSTALL,
  isDrawn,
  isOnShow,
  NEW_PAGE,
  OLD_LIST,
  textOf,
} from './market-dom.ts';
import { codeInHandlers, needsSubscription, presenceOf } from './market-list.ts';
import { marketPageAt } from './market-places.ts';

/** The page of one application. */
export interface AppPage {
  generation: MarketGeneration;
  code: string;
  name: string;
  presence: Presence;
  /** The portal wants a subscription instead of installing. */
  needsSubscription: boolean;
}

/** Reads the page of an application in the Market; null elsewhere and while it loads. */
export function readAppPage(page: Document, address: { pathname: string; search: string }): AppPage | null {
  const place = marketPageAt(address.pathname, address.search);
  if (place?.page !== 'detail') return null;
  const { generation, code } = place;
  if (generation === 'old') {
    // A slider changes the address of the page below it: that may be the list, with handlers of many applications.
    if (page.querySelector(OLD_LIST.container)) return null;
    const handlers = handlersIn(page.body).filter((handler) => (codeInHandlers([handler]) ?? code) === code);
    return {
      generation,
      code,
      name: '',
      presence: presenceOf(handlers),
      needsSubscription: needsSubscription(handlers),
    };
  }
  const root = page.querySelector(NEW_PAGE.root);
  if (!root) return null;
  const name = textOf(root.querySelector(NEW_PAGE.name));
  return { generation, code, name, presence: presenceByButtons(root), needsSubscription: false };
}

/** "Install" and "Update" look alike, so only the company they keep tells which one it is. */
function presenceByButtons(root: Element): Presence {
  const buttons = root.querySelector(NEW_PAGE.buttons);
  if (!buttons) return 'unknown';
  if (buttons.querySelector(NEW_PAGE.border)) return 'active';
  const green = buttons.querySelector(NEW_PAGE.success);
  if (!green || UPDATE.test(textOf(green))) return 'unknown';
  return 'absent';
}

const UPDATE = /^(?:обновить|update)/i;

/** The window for installing, as it is drawn. */
export interface InstallWindow {
  generation: MarketGeneration;
  isInProgress: boolean;
  /** What the portal says against it; empty: nothing. A box that was not ticked is said here as well. */
  error: string;
  /** Number of the application, once the window leads to it. */
  appId: number | null;
}

/** Reads the window for installing; null when none is on show. */
export function readInstallWindow(page: Document): InstallWindow | null {
  const shown = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)].find(isOnShow);
  const current = shown(INSTALL.newWindow);
  if (current) {
    const progress = current.querySelector<HTMLElement>(INSTALL.newProgress);
    const error = textOf(current.querySelector(INSTALL.newError));
    const isInProgress = progress !== null && isDrawn(progress);
    return { generation: 'new', isInProgress, error, appId: appIdIn(current) };
  }
  const old = shown(INSTALL.oldWindow);
  if (!old) return null;
  const isInProgress = old.querySelector('.popup-window-button-wait') !== null;
  return { generation: 'old', isInProgress, error: textOf(page.querySelector(INSTALL.oldError)), appId: appIdIn(old) };
}

/** Where the window leads to once it has done its work. */
function appIdIn(window: HTMLElement): number | null {
  for (const link of window.querySelectorAll('a[href*="/marketplace/app/"]')) {
    const path = (link.getAttribute('href') ?? '').replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
    const place = marketPageAt(path);
    if (place?.page === 'app') return place.appId;
  }
  return null;
}

export interface AppFrame {
  /** Null: it opens. */
  trouble: AppTrouble | null;
  /** Origin of the application's own server; null where no form tells it. */
  origin: string | null;
}

/** What stands where an application should be; null where there is none. Its fields, which are tokens, are not read. */
export function readAppFrame(page: Document): AppFrame | null {
  const error = page.querySelector(APP_ERROR);
  if (error) return { trouble: troubleIn(textOf(error)), origin: null };
  const form = page.querySelector(APP_FORM);
  return form || page.querySelector(APP_LAYOUT) ? { trouble: null, origin: originOf(form) } : null;
}

function originOf(form: Element | null): string | null {
  const action = form?.getAttribute('action') ?? '';
  return /^https?:\/\/[^/?#]+/i.test(action) && URL.canParse(action) ? new URL(action).origin : null;
}

/** The portal has nothing but words here; the order matters, as some contain others. */
const TROUBLES: readonly [AppTrouble, RegExp][] = [
  ['notFinished', /not yet been completely installed|не установлено до конца/i],
  ['notInstalled', /is not installed|приложение не установлено/i],
  ['noRights', /have permissions? to access|недостаточно прав/i],
  ['notFound', /was not found|не найдено/i],
  ['oldTab', /in the current context|в текущем контексте/i],
  ['denied', /access denied|нет доступа/i],
];

const troubleIn = (text: string): AppTrouble => TROUBLES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
