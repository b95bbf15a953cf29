/** The application in the background: takes what links and surfaces tell, works on the desks, tells what changed. */
import type { AccessQuery, LinkMessage, LinkReply } from '../bitrix24/link-protocol.ts';
import type { CardsStart } from '../bitrix24/surface-protocol.ts';
import type { LatchdeskDatabase } from '../database/schema.ts';
import { storageSizes } from '../database/storage-size.ts';
import type { ChipPlace } from '../domain/chip.ts';
import type { PortalView } from '../domain/view.ts';
import { AccessWishes } from './access/wishes.ts';
import { CallLog } from './calls/call-log.ts';
import type { Desks } from './desks.ts';
import { portalKey } from './desks.ts';
import { Display } from './display.ts';
import type { Effects } from './effects.ts';
import { Governance } from './governance.ts';
import { HealthBook } from './health/health-book.ts';
import { SelfTests } from './health/self-tests.ts';
import type { House } from './house.ts';
import type { Books } from './market/books.ts';
import { MarketWishes } from './market/market-wishes.ts';
import { Front } from './own/front.ts';
import type { OwnServices } from './own/serve-own.ts';
import type { PortalDesk } from './portal-desk.ts';
import { PortalAdmin } from './portals/portal-admin.ts';
import { Readers } from './readers.ts';
import { SOONEST_ALARM } from './reading-schedule.ts';
import { Exchange } from './settings-file/exchange.ts';
import { Tabs } from './tabs.ts';
import { buildView } from './view.ts';
import { Watcher } from './watch/watcher.ts';
import { Wishes } from './wishes.ts';

type MessageOf<T extends LinkMessage['type']> = Extract<LinkMessage, { type: T }>;

/** What the application works on. */
export interface Holdings {
  desks: Desks;
  books: Books;
  house: House;
  database: LatchdeskDatabase;
}

/** A tab that sent a message; origin and id come from the browser, never from the message. */
export interface SenderTab {
  tabId: number;
  origin: string;
}

const NOTHING_TO_ASK: AccessQuery = {
  carriers: [],
  wantsCarriers: false,
  wantsNotifications: false,
  readUpTo: [],
  known: [],
};
const NOTHING_TO_DO: LinkReply = { read: false, watch: null, countUnread: false, access: NOTHING_TO_ASK };

/** What two tabs read at once may come in the wrong order. */
function isNewest(outcome: MessageOf<'reading.finished'>['outcome'], desk: PortalDesk): boolean {
  return outcome.kind === 'reading' && outcome.reading.startedAt >= desk.ledger.readingStartedAt;
}

const isDue = (at: number | null, now: number): boolean => at !== null && at <= now;

export class Application {
  readonly #desks: Desks;
  readonly #house: House;
  #starting: Promise<void> | null = null;
  readonly #effects: Effects;
  readonly #readers: Readers;
  readonly #display: Display;
  readonly wishes: Wishes;
  readonly access: AccessWishes;
  readonly tabs: Tabs;
  readonly market: MarketWishes;
  readonly governance: Governance;
  /** For the extension's own pages. */
  readonly own: OwnServices;

  constructor({ desks, books, house, database }: Holdings, effects: Effects) {
    this.#desks = desks;
    this.#house = house;
    this.#effects = effects;
    this.#readers = new Readers(effects);
    this.#display = new Display(desks, house, effects);
    this.wishes = new Wishes(desks, this.#display, this.#now);
    this.tabs = new Tabs(desks, effects);
    this.market = new MarketWishes(desks, books, this.#display, effects);
    this.access = new AccessWishes(desks, this.#display, effects, (key, pause) => this.#lookLater(key, pause));
    this.governance = new Governance(house, this.#display, effects);
    this.own = {
      front: new Front({ desks, books, house, display: this.#display, effects }),
      governance: this.governance,
      portals: new PortalAdmin(),
      watcher: new Watcher(),
      health: new HealthBook(),
      selfTests: new SelfTests(),
      calls: new CallLog(),
      sizes: (key) => storageSizes(database, key),
      exchange: new Exchange(),
    };
  }

  /** Resolves when preferences, policy and portals are in memory; before that nobody is answered. */
  ready(): Promise<void> {
    this.#starting ??= this.#house.ready().then(() => this.governance.hearPolicy());
    return this.#starting;
  }

  /** The IT department has changed what is fixed: it holds at once, on every page that is open. */
  async policyChanged(): Promise<void> {
    await this.ready();
    await this.governance.hearPolicy();
    await this.#display.showAll();
  }

  /** Brings badge, tabs and alarm in line with the database; run at each start of the background. */
  async start(): Promise<void> {
    try {
      await this.ready();
      await this.#desks.tidyJournal(this.#effects.now());
      await this.#display.showAll();
    } catch (error) {
      console.error('Latchdesk: the last known numbers could not be shown; the next portal page tries again', error);
    }
  }

  /** The browser has started: no card of another day belongs to a tab of today. */
  async browserStarted(): Promise<void> {
    for (const { row } of await this.#desks.all()) {
      await this.#desks.with(row.key, this.#now, (desk) => desk.guards.clear());
    }
  }

  async views(): Promise<PortalView[]> {
    const now = this.#effects.now();
    return (await this.#desks.all()).map((desk) => buildView(desk, now));
  }

  /** One view, with more closed dialogs when asked for; undefined for an unknown portal. */
  view(key: string, closedCount?: number): Promise<PortalView | undefined> {
    return this.#desks.peek(key).then((desk) => desk && buildView(desk, this.#effects.now(), closedCount));
  }

  async hear(message: LinkMessage, sender: SenderTab): Promise<LinkReply> {
    if (this.#house.whyPaused(sender.origin)) return NOTHING_TO_DO;
    return this.#hear(message, sender);
  }

  #hear(message: LinkMessage, sender: SenderTab): Promise<LinkReply> {
    switch (message.type) {
      case 'page.seen':
        return this.#seePage(message, sender);
      case 'portal.event':
        return this.#hearEvent(message, sender);
      case 'reading.finished':
        return this.#finishReading(message, sender);
      case 'chats.told':
        return this.#hearChats(message, sender);
      case 'support.shown':
        return this.tabs.supportShown(message.userId, sender).then(() => NOTHING_TO_DO);
      case 'reader.wanted':
        return this.#effects.putReader(sender.tabId, message.what).then(() => NOTHING_TO_DO);
      case 'connection.changed':
        return this.#hearConnection(message, sender);
    }
  }

  /** What an overlay that has just started shows: the view of whoever is signed in there. */
  async overlayStarted({ origin }: SenderTab): Promise<PortalView | null> {
    const desk = await this.#desks.signedInOn(origin);
    // Nothing to show to the one who is signed in now; whoever was before is none of their business.
    const isTheirs = desk && desk.session.value !== 'unsupported' && !desk.session.context.hasLeft;
    return isTheirs ? buildView(desk, this.#effects.now()) : null;
  }

  /** What the cards of a tab begin with; null where they have no place. */
  async cardsStarted(tab: SenderTab): Promise<CardsStart | null> {
    const view = await this.overlayStarted(tab);
    return view && this.tabs.cardsStarted(view, tab);
  }

  /** Remembers where the chip of a portal stands. */
  async placeChip(key: string, chip: ChipPlace): Promise<void> {
    await this.#desks.with(key, this.#now, (desk) => {
      desk.row = { ...desk.row, chip };
    });
    await this.#display.publish(key);
  }

  /** Believes the user, not the portal's answer: it is only inferred that integrators count as administrators. */
  async claimRight(key: string): Promise<boolean> {
    await this.#desks.with(key, this.#now, (desk) => {
      desk.row = { ...desk.row, isRightClaimed: true, askedAt: 0 };
    });
    return this.readNow(key);
  }

  /** Reads a portal because a person asked for it; false when no open tab can. */
  async readNow(key: string): Promise<boolean> {
    const isReading = await this.#desks.with(key, this.#now, (desk) =>
      this.#readers.sendReader(desk, this.#effects.now()),
    );
    await this.#display.publish(key);
    return isReading ?? false;
  }

  /** Tries again in a moment; ms, null: not at all. */
  #lookLater(key: string, pause: number | null): void {
    if (pause === null) return;
    this.#effects.later(pause, async () => {
      const next = await this.#desks.with(key, this.#now, (desk) =>
        this.#readers.readHinted(desk, this.#effects.now()),
      );
      this.#lookLater(key, next ?? null);
    });
  }

  /** Looks after every portal whose time has come. */
  async check(): Promise<void> {
    const now = this.#effects.now();
    try {
      const due = (await this.#desks.all()).filter(
        ({ row }) => isDue(row.nextCheckAt, now) || isDue(row.nextAttentionAt, now) || isDue(row.access.nextAt, now),
      );
      const results = await Promise.allSettled(due.map(({ row }) => this.#checkOne(row.key, now)));
      await this.#display.refresh();
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    } catch (error) {
      console.error('Latchdesk: a portal could not be looked after, the next alarm tries again', error);
      await this.#effects.setAlarm(now + SOONEST_ALARM);
    }
  }

  async #checkOne(key: string, now: number): Promise<void> {
    await this.#desks.with(key, this.#now, (desk) =>
      isDue(desk.row.nextCheckAt, now) ? this.#readers.check(desk, now) : undefined,
    );
    await this.#display.publish(key);
    await this.#confirmNews(key);
  }

  /** News that a page may have invented is told when a reading has confirmed it. */
  async #confirmNews(key: string): Promise<void> {
    if (!(await this.#desks.peek(key))?.wantsReading) return;
    await this.#desks.with(key, this.#now, (desk) => this.#readers.readSoon(desk, this.#effects.now()));
  }

  readonly #now = (): number => this.#effects.now();

  async #seePage(message: MessageOf<'page.seen'>, sender: SenderTab): Promise<LinkReply> {
    const { origin, tabId } = sender;
    await this.#house.meet(origin, this.#effects.now());
    await this.#signOutOthers(origin, message.userId);
    if (message.userId === '') return NOTHING_TO_DO;
    const reply = await this.#desks.withNew(origin, message.userId, this.#now, async (desk) => {
      const now = this.#effects.now();
      desk.row = { ...desk.row, language: message.language, seenAt: now };
      if (message.generation === 'v1') {
        desk.standAside('oldMessenger', now);
        desk.row = { ...desk.row, nextCheckAt: null };
        return NOTHING_TO_DO;
      }
      // A page without a messenger does not tell which one the others have.
      if (message.generation === 'none' && desk.session.context.reason === 'oldMessenger') return NOTHING_TO_DO;
      desk.seePage(now);
      const read = await this.#readers.grantTo(desk, tabId, now, message);
      return { read, watch: desk.watched, countUnread: !read && !desk.knowsUnread, access: desk.accessQuery(now) };
    });
    await this.#display.publish(portalKey(origin, message.userId));
    return reply;
  }

  /** One browser holds one session per host: whoever else was signed in there is not any more. */
  async #signOutOthers(origin: string, userId: string): Promise<void> {
    for (const key of await this.#desks.keysOf(origin)) {
      if (key === portalKey(origin, userId)) continue;
      const isNews = await this.#desks.with(key, this.#now, (desk) => {
        if (desk.session.context.hasLeft) return false;
        desk.signOut(this.#effects.now());
        desk.row = { ...desk.row, nextCheckAt: null, readingLeaseUntil: 0 };
        return true;
      });
      // Pages that show it hear of it; on the new user's page it has no place.
      if (isNews) await this.#display.publish(key, { mayInject: false });
    }
  }

  async #hearEvent(message: MessageOf<'portal.event'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    const effect = await this.#desks.with(key, this.#now, async (desk) => {
      const now = this.#effects.now();
      // A page that the user left open still hears; what it tells is read when the user is back.
      if (desk.session.context.hasLeft) return 'known';
      const result = desk.applyEvent(message.event, Math.min(message.at, now), now);
      if (result === 'hinted') this.#lookLater(key, await this.#readers.readHinted(desk, now));
      else if (result === 'rereadNeeded') await this.#readers.makeUp(desk, now);
      // An event proves that the portal lives: a reading that failed, or had no tab to do it, may succeed now.
      else if (desk.row.failures > 0 || desk.slots.value.freshness === 'stale') await this.#readers.readSoon(desk, now);
      return result;
    });
    if (effect === 'changed' || effect === 'rereadNeeded') await this.#display.publish(key);
    // A look that was put off may find no background any more: the alarm has to know of it.
    else if (effect === 'hinted') await this.#display.refresh();
    await this.#confirmNews(key);
    return NOTHING_TO_DO;
  }

  async #hearChats(message: MessageOf<'chats.told'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#desks.with(key, this.#now, (desk) => {
      desk.takeCounts(message.chats, Math.min(message.at, this.#effects.now()));
    });
    await this.#display.publish(key);
    return NOTHING_TO_DO;
  }

  async #finishReading(message: MessageOf<'reading.finished'>, sender: SenderTab): Promise<LinkReply> {
    const key = portalKey(sender.origin, message.userId);
    const watch = await this.#desks.with(key, this.#now, async (desk) => {
      const now = this.#effects.now();
      const isNews = isNewest(message.outcome, desk);
      this.#readers.takeOutcome(desk, message.outcome, sender.tabId, now);
      // Whoever is signed in now may have answered in the middle of it.
      if (isNews && message.access && !desk.session.context.hasLeft) {
        desk.takeAccess(message.access, desk.ledger.readingStartedAt, now);
        if (message.access.hasMore) await this.#readers.readSoon(desk, now);
        else if (desk.access.watch.hintedAt > desk.ledger.readingStartedAt)
          this.#lookLater(key, await this.#readers.readHinted(desk, now));
        else if (desk.access.wantsReading) this.#readers.lookAgain(desk, now);
      }
      return desk.watched;
    });
    await this.#display.publish(key);
    return { ...NOTHING_TO_DO, watch: watch ?? null };
  }

  /** Events were missed while the live connection was down; when it is back, one reading makes up for them. */
  async #hearConnection(message: MessageOf<'connection.changed'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#desks.with(key, this.#now, (desk) => this.#readers.makeUp(desk, this.#effects.now()));
    await this.#display.publish(key);
    return NOTHING_TO_DO;
  }
}
