/** A small world around the real application: its clock, tabs, badge and alarm are fake, everything behind them is not. */
import 'fake-indexeddb/auto';
import type { LinkMessage, LinkReply } from '../../bitrix24/link-protocol.ts';
import type {
  ChatAppQuery,
  MarketMessage,
  MarketSight,
  MarketStart,
  MarketTabMessage,
} from '../../bitrix24/market-protocol.ts';
import type { TabMessage } from '../../bitrix24/surface-protocol.ts';
import { Application } from '../../core/application.ts';
import type { AwayAnswer, AwayWish } from '../../core/away-effects.ts';
import { type BadgeNews, badgeFor } from '../../core/badge.ts';
import { Desks } from '../../core/desks.ts';
import type { Effects } from '../../core/effects.ts';
import { House } from '../../core/house.ts';
import { Books } from '../../core/market/books.ts';
import { ChatAppRepository } from '../../database/chatapp.ts';
import { HouseRepository } from '../../database/house.ts';
import { PortalRepository } from '../../database/portals.ts';
import { LatchdeskDatabase } from '../../database/schema.ts';
import type { SignIns } from '../../domain/access/record.ts';
import type { AccessReading } from '../../domain/access/verdict.ts';
import type { ChatAppReading } from '../../domain/chatapp/book.ts';
import type { PortalEvent } from '../../domain/events.ts';
import type { FrontView } from '../../domain/front.ts';
import type { GuardView } from '../../domain/guard.ts';
import type { DialogReading, Reading } from '../../domain/reading.ts';
import type { PortalView } from '../../domain/view.ts';
import { dialog, START } from '../readings.ts';
import { testOutside } from '../receiver/outside.ts';
import { PortalBrowser } from './portal-browser.ts';

export const PORTAL = 'https://demo.bitrix24.ru';
export const SECOND = 'https://second.bitrix24.com';
export const MINUTE = 60_000;

export interface Tab {
  id: number;
  origin: string;
  userId: string;
  /** `hangs`: never answers; `gone`: there is no such tab any more. */
  manner: 'answers' | 'hangs' | 'gone';
  /** Hears live events. */
  isLive: boolean;
  hasOverlay: boolean;
  hasCards: boolean;
  hasAccess: boolean;
  views: PortalView[];
  /** The guard's card as it came with each view. */
  guards: (GuardView | null)[];
  asked: TabMessage['type'][];
  /** What the portal's event log tells in this tab; without it nobody answers. */
  signIns?: SignIns;
  /** The edge it carries. */
  edge?: { label: string; name: string; colour: string } | null;
  /** What the market scripts of its frames were told. */
  market: MarketTabMessage[];
  /** It shows a list that has a dialog of access to open. */
  opensAccess?: true;
  /** What a reading for ChatApp tells in this tab; without it nobody answers. */
  chatapp?: (query: ChatAppQuery) => ChatAppReading;
}

let worlds = 0;

export class World {
  now = START;
  readonly tabs = new Map<number, Tab>();
  badges: BadgeNews[] = [];
  /** What was kept for the extension's own pages last. */
  front: FrontView | null = null;
  /** What the IT department has deployed. */
  managed: unknown = null;
  surfaces: PortalView[] = [];
  openedUrls: string[] = [];
  notifications: { id: string; title: string; message: string }[] = [];
  alarm: number | null = null;
  /** What was to be read without a tab. */
  away: AwayWish[] = [];
  /** How the browser answers to that. */
  answersAway: (wish: AwayWish) => Promise<AwayAnswer> = async () => ({ kind: 'offline' });
  watchesCards: boolean | null = null;
  /** What the background put off for a moment. */
  later: { at: number; work: () => Promise<void> }[] = [];
  readonly browser = new PortalBrowser();
  database: LatchdeskDatabase;
  application: Application;
  readonly #name = `world ${++worlds}`;

  constructor() {
    this.database = new LatchdeskDatabase(this.#name);
    this.application = this.#applicationOn(this.database);
  }

  /** The background is killed and comes up again over what the database holds. */
  async restart(): Promise<void> {
    this.database.close();
    this.later = [];
    this.database = new LatchdeskDatabase(this.#name);
    this.application = this.#applicationOn(this.database);
    await this.application.start();
  }

  #applicationOn(database: LatchdeskDatabase): Application {
    const books = new Books(new ChatAppRepository(database));
    const house = new House(new HouseRepository(database));
    const desks = new Desks(new PortalRepository(database), house);
    return new Application({ desks, books, house, database }, this.effects);
  }

  readonly effects: Effects = {
    ...this.browser.effects(() => this.#pages()),
    outside: testOutside(),
    now: () => this.now,
    random: () => 0,
    later: (ms, work) => void this.later.push({ at: this.now + ms, work }),
    tabsOf: async (origin) =>
      [...this.tabs.values()].filter((tab) => tab.origin === origin && tab.manner !== 'gone').map((tab) => tab.id),
    askTab: async (tabId, message) => this.#answer(tabId, message),
    showOverlay: async (tabId) => {
      const tab = this.tabs.get(tabId);
      if (tab) tab.hasOverlay = true;
    },
    tellSurfaces: async (view) => void this.surfaces.push(structuredClone(view)),
    showBadge: async (news) => void this.badges.push(structuredClone(news)),
    keepFront: async (front) => {
      this.front = structuredClone(front);
    },
    managedValues: async () => this.managed,
    setAlarm: async (at) => {
      this.alarm = at;
    },
    focusTab: async () => undefined,
    readWithoutTab: (wish) => {
      this.away.push(structuredClone(wish));
      return this.answersAway(wish);
    },
    openTab: async (url) => {
      this.openedUrls.push(url);
      return null;
    },
    showCards: async (tabId) => {
      const tab = this.tabs.get(tabId);
      if (tab) tab.hasCards = true;
      return tab !== undefined;
    },
    putReader: async () => true,
    showMarketCards: async () => true,
    tellMarket: async (tabId, message) => {
      const tab = this.tabs.get(tabId);
      if (tab?.manner !== 'answers') return undefined;
      tab.market.push(structuredClone(message));
      return message.type === 'market.openAccess' ? tab.opensAccess : undefined;
    },
    watchCards: async (isOn) => {
      this.watchesCards = isOn;
    },
    showAccess: async (tabId) => {
      const tab = this.tabs.get(tabId);
      if (tab) tab.hasAccess = true;
      return tab !== undefined;
    },
    canNotify: () => true,
    self: () => ({ version: '0.6.0', browser: 'Google Chrome 156, Linux', language: 'ru' }),
    notify: async (notification) => void this.notifications.push(notification),
  };

  #pages() {
    const open = [...this.tabs.values()].filter(({ manner }) => manner !== 'gone');
    return open.map(({ id, origin }) => ({ tabId: id, url: `${origin}/`, isPrivate: false, isAsleep: false }));
  }

  #answer(tabId: number, message: TabMessage): unknown {
    const tab = this.tabs.get(tabId);
    if (tab?.manner !== 'answers') return undefined;
    tab.asked.push(message.type);
    switch (message.type) {
      case 'view.changed':
        tab.views.push(structuredClone(message.view));
        tab.guards.push(structuredClone(message.guard));
        return tab.hasOverlay || undefined;
      case 'read':
        return { accepted: tab.userId === message.userId };
      case 'isLive':
        return { isLive: tab.isLive, userId: tab.userId };
      case 'dialog.open':
        return { opened: true };
      case 'card.show':
        return tab.hasCards || undefined;
      case 'access.isThere':
        return tab.hasAccess || undefined;
      case 'signIns.read':
        return tab.signIns;
      case 'chatapp.read':
        return tab.chatapp?.(message.query);
      case 'access.mark':
        return undefined;
      case 'edge.show':
        if (!this.browser.edged.has(tabId)) return undefined;
        tab.edge = { label: message.label, name: message.name, colour: message.colour };
        return true;
      case 'edge.hide':
        tab.edge = null;
        return undefined;
    }
  }

  /** Loads a portal page in a tab, the way its link tells it. */
  open(
    id: number,
    page: Partial<Tab> & { generation?: 'v1' | 'v2' | 'none'; isReload?: boolean } = {},
  ): Promise<LinkReply> {
    const { generation = 'v2', isReload = false, ...rest } = page;
    const tab: Tab = {
      id,
      origin: PORTAL,
      userId: '1',
      manner: 'answers',
      isLive: true,
      hasOverlay: false,
      hasCards: false,
      hasAccess: false,
      views: [],
      guards: [],
      asked: [],
      market: [],
      ...rest,
    };
    this.tabs.set(id, tab);
    return this.tell(id, {
      type: 'page.seen',
      userId: tab.userId,
      language: 'ru',
      generation,
      isAdministrator: null,
      isReload,
    });
  }

  tell(tabId: number, message: LinkMessage): Promise<LinkReply> {
    return this.application.hear(message, { tabId, origin: this.tab(tabId).origin });
  }

  /** What the market script of a frame says. */
  hearMarket(tabId: number, message: MarketMessage, frameId = 7): Promise<MarketStart | boolean | null> {
    return this.application.market.hear(message, { tabId, frameId, origin: this.tab(tabId).origin });
  }

  /** A page shows something of applications. */
  see(tabId: number, sight: MarketSight): Promise<MarketStart | boolean | null> {
    return this.hearMarket(tabId, { type: 'market.seen', sight });
  }

  /** Does what was put off for a moment, and what follows from that. */
  async settle(): Promise<void> {
    for (let next = this.#nextDue(); next; next = this.#nextDue()) {
      this.later.splice(this.later.indexOf(next), 1);
      await next.work();
    }
  }

  #nextDue() {
    return this.later.find(({ at }) => at <= this.now);
  }

  tab(id: number): Tab {
    const tab = this.tabs.get(id);
    if (!tab) throw new Error(`The world has no tab ${id}`);
    return tab;
  }

  /** The tab delivers a reading that it started just now. */
  read(tabId: number, dialogs: DialogReading[] = [dialog(1)], changes: Partial<Reading> = {}): Promise<LinkReply> {
    const { userId } = this.tab(tabId);
    const reading = { botId: '5', limit: 5, isAdministrator: true, startedAt: this.now, dialogs, ...changes };
    const outcome = { kind: 'reading' as const, skippedEntries: 0, reading };
    return this.tell(tabId, { type: 'reading.finished', userId, outcome, access: null });
  }

  /** The tab delivers a reading with what it saw of access. */
  readAccess(tabId: number, access: AccessReading, dialogs: DialogReading[] = [dialog(1)]): Promise<LinkReply> {
    const { userId } = this.tab(tabId);
    const reading = { botId: '5', limit: 5, isAdministrator: true, startedAt: this.now, dialogs };
    const outcome = { kind: 'reading' as const, skippedEntries: 0, reading };
    return this.tell(tabId, {
      type: 'reading.finished',
      userId,
      outcome,
      access: structuredClone(access) as Extract<LinkMessage, { type: 'reading.finished' }>['access'],
    });
  }

  fail(tabId: number, failure: 'serverError' | 'signedOut' | 'offline' = 'serverError'): Promise<LinkReply> {
    const outcome = { kind: 'failure' as const, failure, detail: '500' };
    return this.tell(tabId, { type: 'reading.finished', userId: this.tab(tabId).userId, outcome, access: null });
  }

  event(tabId: number, event: PortalEvent, at = this.now): Promise<LinkReply> {
    return this.tell(tabId, { type: 'portal.event', userId: this.tab(tabId).userId, event, at });
  }

  reconnect(tabId: number): Promise<LinkReply> {
    return this.tell(tabId, { type: 'connection.changed', userId: this.tab(tabId).userId });
  }

  /** Lets time pass until the alarm rings; fails when none is set. */
  async ring(): Promise<number> {
    if (this.alarm === null) throw new Error('No alarm is set');
    const waited = Math.max(0, this.alarm - this.now);
    this.now += waited;
    this.alarm = null;
    await this.application.check();
    return waited;
  }

  async view(userId = '1', origin = PORTAL): Promise<PortalView> {
    const view = await this.application.view(`${origin}|${userId}`);
    if (!view) throw new Error(`No view of ${origin} for user ${userId}`);
    return view;
  }

  /** `3/5`, with a question mark where the number is not vouched for. */
  async slots(userId = '1', origin = PORTAL): Promise<string> {
    const { slots, session } = await this.view(userId, origin);
    const max = slots.limit?.kind === 'count' ? slots.limit.max : slots.limit?.kind;
    return `${slots.used}/${max}${slots.stale ? '?' : ''} ${session.state}`;
  }

  get badgeText(): string | undefined {
    return badgeFor(this.badges.at(-1) ?? { portals: [], items: [] }, 'en', this.now).text;
  }
}

/** `count` open dialogs, numbered from 1. */
export const dialogs = (count: number, changes: Partial<DialogReading> = {}): DialogReading[] =>
  Array.from({ length: count }, (_, index) => dialog(index + 1, changes));

/** A world whose tab 1 has read `count` open dialogs of five. */
export async function worldThatRead(count = 3): Promise<World> {
  const world = new World();
  await world.open(1);
  await world.read(1, dialogs(count));
  return world;
}
