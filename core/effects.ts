/** What the application may do to the world outside; the browser's side of it is made in `browser-effects.ts`. */
import type { MarketTabMessage } from '../bitrix24/market-protocol.ts';
import type { TabMessage } from '../bitrix24/surface-protocol.ts';
import type { FrontView } from '../domain/front.ts';
import type { PortalPlace } from '../domain/portals/address.ts';
import type { PortalView } from '../domain/view.ts';
import type { AwayAnswer, AwayWish } from './away-effects.ts';
import type { BadgeNews } from './badge.ts';
import type { PortalEffects } from './portals/portal-effects.ts';
import type { Outside } from './rules/outside.ts';

/** Versions and languages; nothing that tells one computer from another. */
export interface Self {
  /** Of Latchdesk. */
  version: string;
  /** As `describeBrowser` says it. */
  browser: string;
  /** The browser's own. */
  language: string;
}

export interface Effects extends PortalEffects {
  /** What rules call. */
  readonly outside: Outside;
  now(): number;
  /** 0…1. */
  random(): number;
  /** Open tabs of a portal, the active one first; `prefix`: the folder it lives in, where it is not the whole host. */
  tabsOf(origin: string, prefix?: string): Promise<number[]>;
  /** Does something in `ms`, if the background lives so long. */
  later(ms: number, work: () => Promise<void>): void;
  /** The tab's answer, undefined when nobody there listens or it takes longer than `patience` ms (1.5 s). */
  askTab(tabId: number, message: TabMessage, patience?: number): Promise<unknown>;
  showOverlay(tabId: number): Promise<void>;
  /** Puts what draws the cards into a tab; false when that is not possible. */
  showCards(tabId: number): Promise<boolean>;
  /** Puts the access banner into a tab; false when that is not possible. */
  showAccess(tabId: number): Promise<boolean>;
  /** Puts what reads chats, or what reads for ChatApp, beside the link of a tab; false when that is not possible. */
  putReader(tabId: number, what: 'access' | 'chatapp'): Promise<boolean>;
  /** Puts the cards about applications into a frame; false when that is not possible. */
  showMarketCards(tabId: number, frameId: number): Promise<boolean>;
  /** Tells the market scripts of all frames of a tab; the first answer, undefined when there is none. */
  tellMarket(tabId: number, message: MarketTabMessage): Promise<unknown>;
  /** Whether CRM cards and the Contact Center have the market script, too; `added`: portals beside those of the manifest. */
  watchCards(isOn: boolean, added?: readonly PortalPlace[]): Promise<void>;
  canNotify(): boolean;
  /** Which Latchdesk in which browser this is. */
  self(): Self;
  /** A notification of the system, if the user has allowed them; `id` replaces one that is still there. */
  notify(notification: { id: string; title: string; message: string }): Promise<void>;
  tellSurfaces(view: PortalView): Promise<void>;
  /** Keeps what shows all portals where the extension's own pages find it without waking the background, and tells them. */
  keepFront(front: FrontView): Promise<void>;
  /** What the IT department has deployed, as it is; null where nothing was. */
  managedValues(): Promise<unknown>;
  showBadge(news: BadgeNews, language: string): Promise<void>;
  /** Sets the one alarm; null clears it. */
  setAlarm(at: number | null): Promise<void>;
  focusTab(tabId: number): Promise<void>;
  /** Reads a portal with the session that the browser has there; never throws for what the portal or the network does. */
  readWithoutTab(wish: AwayWish): Promise<AwayAnswer>;
  /** The new tab, null when the browser does not tell; in the background it takes nobody's place. */
  openTab(url: string, options?: { inBackground: boolean }): Promise<number | null>;
}
