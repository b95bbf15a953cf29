import type { LinkMessage, LinkReply } from '../bitrix24/link-protocol.ts';
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
import { Display } from './display.ts';
import type { Effects } from './effects.ts';
import { Governance } from './governance.ts';
import { Diagnostics, healthService } from './health/diagnostics.ts';
import { HealthBook } from './health/health-book.ts';
import { SelfTests } from './health/self-tests.ts';
import { Hearing, type SenderTab } from './hearing.ts';
import type { House } from './house.ts';
import type { Books } from './market/books.ts';
import { MarketWishes } from './market/market-wishes.ts';
import { Front } from './own/front.ts';
import type { OwnServices } from './own/serve-own.ts';
import { portalOriginOf } from './portals/believed.ts';
import { Edges } from './portals/edges.ts';
import { PortalAdmin } from './portals/portal-admin.ts';
import { PortalPages } from './portals/portal-pages.ts';
import { Reconciler } from './portals/reconciler.ts';
import { withPortals } from './portals/with-portals.ts';
import { Readers } from './readers.ts';
import { SOONEST_ALARM } from './reading-schedule.ts';
import { Readings } from './readings.ts';
import { Rules } from './rules/rules.ts';
import { Exchange } from './settings-file/exchange.ts';
import { Tabs } from './tabs.ts';
import { buildView } from './view.ts';
import { Watcher } from './watch/watcher.ts';
import { Wishes } from './wishes.ts';

/** What the application works on. */
export interface Holdings {
  desks: Desks;
  books: Books;
  house: House;
  database: LatchdeskDatabase;
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
  readonly #readings: Readings;
  readonly #hearing: Hearing;
  readonly #databaseWatch: DatabaseWatch;
  readonly #health: HealthBook;
  readonly #selfTests: SelfTests;
  readonly #calls: CallLog;
  readonly #pages: PortalPages;
  readonly #reconciler: Reconciler;
  readonly #rules: Rules;
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
    this.#readings = new Readings({
      ...{ desks, display: this.#display, effects, readers: this.#readers },
      health: this.#health,
    });
    this.wishes = new Wishes(desks, this.#display, this.#now);
    this.tabs = new Tabs(desks, effects);
    this.market = new MarketWishes(desks, books, this.#display, effects, hear);
    this.access = new AccessWishes(
      desks,
      this.#display,
      effects,
      (key, pause) => this.#readings.lookLater(key, pause),
      hear,
    );
    this.governance = new Governance(house, this.#display, effects);
    this.#calls = new CallLog(new CallRepository(database), effects);
    this.#selfTests = new SelfTests({
      ...{ desks, house, effects, book: this.#health },
      readAll: (key) => this.#readings.readAll(key),
      tryEventLog: (key, from, until) => this.access.tryEventLog(key, from, until),
      readParts: (key, parts) => this.market.read(key, parts),
    });
    this.#watcher = new Watcher({
      ...{ desks, house, display: this.#display, effects, readers: this.#readers, calls: this.#calls },
      take: (desk, answers) => this.#readings.take(desk, answers, null),
    });
    this.#pages = new PortalPages({ desks, display: this.#display, effects, read: (key) => this.readNow(key) });
    this.#reconciler = new Reconciler(house, this.#pages, effects);
    this.#hearing = new Hearing({
      ...{ desks, house, display: this.#display, effects, readers: this.#readers, readings: this.#readings },
      ...{ watcher: this.#watcher, health: this.#health, selfTests: this.#selfTests, calls: this.#calls },
      ...{ pages: this.#pages, reconciler: this.#reconciler, tabs: this.tabs },
    });
    house.follow(new Edges(house, desks, effects).soon);
    this.#rules = new Rules({
      ...{ desks, house, database, display: this.#display, effects },
      noteCalls: (portal, calls) => this.#calls.note(portal, calls),
    });
    this.#display.joinRules(this.#rules);
    desks.follow(() => this.#rules.wake());
    this.own = {
      rules: this.#rules,
      front: new Front({ desks, books, house, display: this.#display, effects }),
      governance: this.governance,
      portals: new PortalAdmin({
        ...{ desks, books, house, database, display: this.#display, effects },
        ...{ pages: this.#pages, reconciler: this.#reconciler, letGo: (key) => this.#letGo(key) },
        readAgain: () => this.#rules.readAgain(),
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
      .then(() => this.governance.takeKeptPolicy())
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
    if (!(await this.governance.hearPolicy())) return;
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

  /**
   * Brings badge, tabs and alarm in line with the database; run at each start of the background. Rules wait for none of
   * it but the database.
   */
  async start(): Promise<void> {
    await this.#attempt('portals could not be looked through; the next start tries again', async () => {
      await this.ready();
      await this.#reconciler.run();
    });
    await Promise.all([this.#attempt('rules wait for the next event', () => this.#rules.start()), this.#showKnown()]);
  }

  /** Tabs may take their time to answer. */
  async #showKnown(): Promise<void> {
    await this.#attempt('the last known numbers could not be shown; the next portal page tries again', async () => {
      await this.#desks.tidyJournal(this.#effects.now());
      await this.#display.showAll();
    });
    // Last: Chromium may never tell what is deployed, and what was told before holds meanwhile.
    await this.#attempt('the policy could not be read', () => this.policyChanged());
  }

  async #attempt(otherwise: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      console.error(`Latchdesk: ${otherwise}`, error);
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
  readNow(key: string): Promise<boolean> {
    return this.#readings.readNow(key);
  }

  /** Takes what a link tells. */
  hear(message: LinkMessage, sender: SenderTab): Promise<LinkReply> {
    return this.#hearing.hear(message, sender);
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
      this.#rules.wake();
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
    await this.#readings.confirmNews(key);
  }

  readonly #now = (): number => this.#effects.now();
}
