/** The application in the background: takes what links and surfaces tell, works on the desks, tells what changed. */
import type { ReadingAnswers } from '../bitrix24/away-reader.ts';
import type { AccessQuery, LinkMessage, LinkReply } from '../bitrix24/link-protocol.ts';
import type { CardsStart } from '../bitrix24/surface-protocol.ts';
import { CallRepository } from '../database/calls.ts';
import { HealthRepository } from '../database/health.ts';
import type { LatchdeskDatabase } from '../database/schema.ts';
import { storageSizes } from '../database/storage-size.ts';
import type { ChipPlace } from '../domain/chip.ts';
import type { PortalView } from '../domain/view.ts';
import { AccessWishes } from './access/wishes.ts';
import { CallLog } from './calls/call-log.ts';
import { DatabaseWatch } from './database-watch.ts';
import type { Desks } from './desks.ts';
import { portalKey } from './desks.ts';
import { Display } from './display.ts';
import type { Effects } from './effects.ts';
import { Governance } from './governance.ts';
import { Diagnostics, healthService } from './health/diagnostics.ts';
import { HealthBook } from './health/health-book.ts';
import { accessEvents, messageEvents } from './health/health-events.ts';
import { SelfTests } from './health/self-tests.ts';
import type { House } from './house.ts';
import type { Books } from './market/books.ts';
import { MarketWishes } from './market/market-wishes.ts';
import { Front } from './own/front.ts';
import type { OwnServices } from './own/serve-own.ts';
import type { PortalDesk } from './portal-desk.ts';
import { portalOriginOf } from './portals/believed.ts';
import { Edges } from './portals/edges.ts';
import { PortalAdmin } from './portals/portal-admin.ts';
import { PortalPages } from './portals/portal-pages.ts';
import { Reconciler } from './portals/reconciler.ts';
import { withPortals } from './portals/with-portals.ts';
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
  readonly #watcher: Watcher;
  readonly #databaseWatch: DatabaseWatch;
  readonly #health: HealthBook;
  readonly #selfTests: SelfTests;
  readonly #calls: CallLog;
  readonly #pages: PortalPages;
  readonly #reconciler: Reconciler;
  readonly wishes: Wishes;
  readonly access: AccessWishes;
  readonly tabs: Tabs;
  readonly market: MarketWishes;
  readonly governance: Governance;
  /** For the extension's own pages. */
  readonly own: OwnServices;

  constructor({ desks, books, house, database }: Holdings, plainEffects: Effects) {
    const effects = withPortals(plainEffects, house);
    this.#desks = desks;
    this.#house = house;
    this.#effects = effects;
    this.#databaseWatch = new DatabaseWatch(database);
    const healthRows = new HealthRepository(database);
    this.#health = new HealthBook(healthRows, effects);
    const { hear } = this.#health;
    this.#readers = new Readers(effects, hear);
    this.#display = new Display(desks, house, effects);
    this.wishes = new Wishes(desks, this.#display, this.#now);
    this.tabs = new Tabs(desks, effects);
    this.market = new MarketWishes(desks, books, this.#display, effects, hear);
    this.access = new AccessWishes(desks, this.#display, effects, (key, pause) => this.#lookLater(key, pause), hear);
    this.governance = new Governance(house, this.#display, effects);
    this.#calls = new CallLog(new CallRepository(database), effects);
    this.#selfTests = new SelfTests({
      ...{ desks, house, effects, book: this.#health },
      readAll: (key) => this.#readAll(key),
      tryEventLog: (key, from, until) => this.access.tryEventLog(key, from, until),
      readParts: (key, parts) => this.market.read(key, parts),
    });
    this.#watcher = new Watcher({
      ...{ desks, house, display: this.#display, effects, readers: this.#readers, calls: this.#calls },
      take: (desk, answers) => this.#takeAnswers(desk, answers, null),
    });
    this.#pages = new PortalPages({ desks, display: this.#display, effects, read: (key) => this.readNow(key) });
    this.#reconciler = new Reconciler(house, this.#pages, effects);
    house.follow(new Edges(house, desks, effects).soon);
    this.own = {
      front: new Front({ desks, books, house, display: this.#display, effects }),
      governance: this.governance,
      portals: new PortalAdmin({
        ...{ desks, house, database, display: this.#display, effects },
        ...{ pages: this.#pages, reconciler: this.#reconciler, letGo: (key) => this.#letGo(key) },
      }),
      watcher: this.#watcher,
      health: healthService(
        this.#health,
        new Diagnostics({ desks, house, effects, book: this.#health, rows: healthRows }),
      ),
      selfTests: this.#selfTests,
      calls: this.#calls,
      sizes: (key) => storageSizes(database, key),
      exchange: new Exchange({
        ...{ desks, house, governance: this.governance, display: this.#display, effects },
        reconcile: () => this.#reconciler.run(),
      }),
    };
  }

  /** Resolves when preferences, policy and portals are in memory; before that nobody is answered. */
  ready(): Promise<void> {
    this.#starting ??= this.#databaseWatch
      .unlessBlocked(this.#house.ready())
      .then(() => this.governance.hearPolicy())
      .catch((error) => {
        this.#starting = null;
        throw error;
      });
    return this.#starting;
  }

  /** True while nothing may be changed. */
  get isReadOnly(): boolean {
    return this.#house.preferences.isReadOnly;
  }

  /** The IT department has changed what is fixed: it holds at once, on every page that is open. */
  async policyChanged(): Promise<void> {
    await this.ready();
    const shutOut = this.#house.known.filter(({ origin }) => this.#house.whyPaused(origin) === 'policy');
    await this.governance.hearPolicy();
    await this.#reconciler.run();
    await this.#display.showAll();
    for (const { origin } of shutOut) if (!this.keepsOff(origin)) await this.#pages.comeBack(origin);
  }

  /** The browser's settings let us in elsewhere now, or shut us out. */
  async permissionsChanged(): Promise<void> {
    await this.ready();
    await this.#reconciler.run();
    await this.#display.refresh();
  }

  /** Installed, or updated: pages of added portals that are open have no scripts, or those of before. */
  async joinAddedPortals(): Promise<void> {
    await this.ready();
    await this.#reconciler.run();
    const added = this.#house.known.filter(({ source, origin }) => source === 'added' && !this.keepsOff(origin));
    for (const portal of added) await this.#effects.joinTabs(portal, []);
  }

  /** The origin of the portal that a page belongs to, if it is believed to be one; null for any other. */
  originOfPage(url: string): string | null {
    return portalOriginOf(url, (origin) => this.#house.portalOf(origin));
  }

  /** True for a portal that is paused, by whomever. */
  keepsOff(origin: string): boolean {
    return this.#house.whyPaused(origin) !== null;
  }

  /** What is known of a portal in memory alone is let go, of all for null. */
  async #letGo(key: string | null): Promise<void> {
    await this.#calls.forget(key);
    await this.#health.forget(key);
    this.#selfTests.forget(key);
    this.#watcher.forget(key);
  }

  /** Brings badge, tabs and alarm in line with the database; run at each start of the background. */
  async start(): Promise<void> {
    try {
      await this.ready();
      await this.#reconciler.run();
      await this.#desks.tidyJournal(this.#effects.now());
      await this.#display.showAll();
    } catch (error) {
      console.error('Latchdesk: the last known numbers could not be shown; the next portal page tries again', error);
    }
  }

  /** The browser has started: no card of another day belongs to a tab of today. */
  async browserStarted(): Promise<void> {
    for (const { row } of await this.#desks.all()) {
      await this.#desks.with(row.key, this.#now, (desk) => {
        desk.guards.clear();
        this.#watcher.catchUp(desk);
      });
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
    // Once it was forgotten, only a page that is opened lets a portal begin anew: what is left open brings nothing back.
    if (message.type !== 'page.seen' && !this.#house.portalOf(sender.origin)) return NOTHING_TO_DO;
    // What was asked of a portal before it was paused was asked all the same.
    if (message.type === 'calls.told') return this.#hearCalls(message, sender);
    if (this.keepsOff(sender.origin)) {
      if (message.type === 'page.seen') this.#passOver(sender);
      return NOTHING_TO_DO;
    }
    return this.#hear(message, sender);
  }

  /** A page that speaks although the browser is said to keep us out: it may have let us in while nobody was there to hear. */
  #passOver(sender: SenderTab): void {
    this.#pages.passOver(sender);
    if (this.#house.whyPaused(sender.origin) === 'noPermission') void this.#reconciler.run();
  }

  #hear(message: Exclude<LinkMessage, { type: 'calls.told' }>, sender: SenderTab): Promise<LinkReply> {
    this.#health.hear(portalKey(sender.origin, message.userId), messageEvents(message, this.#effects.now()));
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
      case 'events.malformed':
        return Promise.resolve(NOTHING_TO_DO);
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

  /** Reads a portal with everything a reading can look at, however lately it was looked at. */
  async #readAll(key: string): Promise<boolean> {
    await this.#desks.with(key, this.#now, ({ access }) => access.lookAtAll());
    return this.readNow(key);
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
      await this.#watcher.check();
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
    // Forgotten in this very moment.
    if (!this.#house.portalOf(origin)) return NOTHING_TO_DO;
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
      this.#watcher.hear(desk);
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

  /** A portal that is not known has called nobody: it would be a name without a page. */
  async #hearCalls({ calls, userId }: MessageOf<'calls.told'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, userId);
    if (await this.#desks.peek(key)) this.#calls.note(key, calls);
    return NOTHING_TO_DO;
  }

  async #finishReading(message: MessageOf<'reading.finished'>, sender: SenderTab): Promise<LinkReply> {
    const key = portalKey(sender.origin, message.userId);
    this.#selfTests.hearReading(key, message);
    const watch = await this.#desks.with(key, this.#now, async (desk) => {
      await this.#takeAnswers(desk, message, sender.tabId);
      if (message.outcome.kind === 'reading') this.#watcher.hear(desk);
      return desk.watched;
    });
    await this.#display.publish(key);
    return { ...NOTHING_TO_DO, watch: watch ?? null };
  }

  /** Books what was read, by a tab or, for null, by the background itself. */
  async #takeAnswers(desk: PortalDesk, { outcome, access }: ReadingAnswers, tabId: number | null): Promise<void> {
    const now = this.#effects.now();
    const isNews = isNewest(outcome, desk);
    this.#readers.takeOutcome(desk, outcome, tabId, now);
    // Whoever is signed in now may have answered in the middle of it.
    if (!isNews || !access || desk.session.context.hasLeft) return;
    desk.takeAccess(access, desk.ledger.readingStartedAt, now);
    this.#health.hear(desk.row.key, accessEvents(access, now));
    if (access.hasMore) await this.#readers.readSoon(desk, now);
    else if (desk.access.watch.hintedAt > desk.ledger.readingStartedAt)
      this.#lookLater(desk.row.key, await this.#readers.readHinted(desk, now));
    else if (desk.access.wantsReading) this.#readers.lookAgain(desk, now);
  }

  /** Events were missed while the live connection was down; when it is back, one reading makes up for them. */
  async #hearConnection(message: MessageOf<'connection.changed'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#desks.with(key, this.#now, (desk) => this.#readers.makeUp(desk, this.#effects.now()));
    await this.#display.publish(key);
    return NOTHING_TO_DO;
  }
}
