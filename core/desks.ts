/** Opens, caches and saves desks; work on one portal runs one after another. */
import type { PortalRepository } from '../database/portals.ts';
import type { PortalRow } from '../database/schema.ts';
import type { HistoryEntry } from '../domain/access/record.ts';
import { NOTHING_WATCHED } from '../domain/access/watch.ts';
import { DEFAULT_CHIP_PLACE } from '../domain/chip.ts';
import type { JournalEntry } from '../domain/journal.ts';
import { NOTHING_SEEN } from '../domain/market/view.ts';
import type { PortalPlace } from '../domain/portals/address.ts';
import { DEFAULT_SETTINGS } from '../domain/settings-defaults.ts';
import { NO_WATCH } from '../domain/watch/watch.ts';
import { holdAll } from './hold-all.ts';
import { type HouseRules, NO_RULES } from './house.ts';
import { PortalDesk } from './portal-desk.ts';

export const portalKey = (origin: string, userId: string): string => `${origin}|${userId}`;

/** The origin that a portal's key begins with. */
export const originOf = (key: string): string => key.slice(0, key.lastIndexOf('|'));

const newRow = (origin: string, userId: string): PortalRow => ({
  key: portalKey(origin, userId),
  origin,
  userId,
  language: '',
  botId: null,
  limit: null,
  limitEventAt: 0,
  readingStartedAt: 0,
  readingLeaseUntil: 0,
  readingTab: null,
  askedAt: 0,
  attempts: [],
  failures: 0,
  missedSince: 0,
  nextCheckAt: null,
  seenAt: 0,
  isRightClaimed: false,
  chip: DEFAULT_CHIP_PLACE,
  settings: DEFAULT_SETTINGS,
  countedSlots: null,
  toldAttention: [],
  nextAttentionAt: null,
  access: NOTHING_WATCHED,
  market: NOTHING_SEEN,
  watch: NO_WATCH,
});

/** Accounts kept of one portal: a page that names ever new users only pushes out those who left nothing of their own. */
const MOST_USERS = 8;

export class Desks {
  readonly #repository: PortalRepository;
  readonly #rules: HouseRules;
  readonly #open = new Map<string, PortalDesk>();
  readonly #queues = new Map<string, Promise<unknown>>();
  /** Desks of portals that were forgotten while somebody worked on them. */
  readonly #forgotten = new WeakSet<PortalDesk>();
  #recorded: () => void = () => undefined;
  /** Origins that are being forgotten; null: all. */
  readonly #leaving = new Set<string | null>();

  constructor(repository: PortalRepository, rules: HouseRules = NO_RULES) {
    this.#repository = repository;
    this.#rules = rules;
  }

  /** Calls back after something was written into the journal. */
  follow(recorded: () => void): void {
    this.#recorded = recorded;
  }

  /** Runs `work` on the desk of a known portal after all earlier work on it, then saves; undefined when unknown. */
  with<T>(key: string, now: () => number, work: (desk: PortalDesk) => Promise<T> | T): Promise<T | undefined> {
    return this.#enqueue(key, async () => {
      const desk = await this.#find(key);
      return desk && this.#workOn(desk, now, work);
    });
  }

  /** Like `with`, and makes the desk when the portal was never seen. */
  withNew<T>(
    origin: string,
    userId: string,
    now: () => number,
    work: (desk: PortalDesk) => Promise<T> | T,
  ): Promise<T> {
    const key = portalKey(origin, userId);
    return this.#enqueue(key, async () => {
      let desk = await this.#find(key);
      if (!desk) {
        await this.#makeRoom(origin);
        desk = new PortalDesk(newRow(origin, userId), undefined, this.#rules);
      }
      return this.#workOn(desk, now, work);
    });
  }

  /** All desks, loaded; for looking only. */
  async all(): Promise<PortalDesk[]> {
    const desks = await Promise.all((await this.#repository.keys()).map((key) => this.#find(key)));
    return desks.filter((desk) => desk !== undefined);
  }

  /** The desk as it is after all earlier work; for looking only. */
  peek(key: string): Promise<PortalDesk | undefined> {
    return this.#enqueue(key, () => this.#find(key));
  }

  /** The desk of whoever is signed in on an origin now; for looking only. */
  async signedInOn(origin: string): Promise<PortalDesk | undefined> {
    const desks = (await this.all()).filter(({ row }) => row.origin === origin);
    return desks.sort((a, b) => b.row.seenAt - a.row.seenAt)[0];
  }

  keysOf(origin: string): Promise<string[]> {
    return this.#repository.keysOf(origin);
  }

  /** Where the portal of a key is. */
  placeOf(key: string): PortalPlace {
    const origin = originOf(key);
    return { origin, prefix: this.#rules.portalOf(origin)?.prefix ?? '/' };
  }

  /**
   * Does `work`, which deletes what is stored of an origin, of all for null, and knows nothing of it any more: what is in
   * memory or under way is not written again.
   */
  async forgetAround<T>(origin: string | null, work: () => Promise<T>): Promise<T> {
    this.#leaving.add(origin);
    try {
      this.#letGo(origin);
      return await work();
    } finally {
      // Whoever asked meanwhile may have been told of what is gone now.
      this.#letGo(origin);
      this.#leaving.delete(origin);
    }
  }

  /**
   * Does `work`, which moves what is stored of one origin to another, while nobody works on either: what is under way is
   * saved before, what comes meanwhile waits. Afterwards both are loaded anew.
   */
  async holdAround<T>(origins: readonly string[], work: () => Promise<T>): Promise<T> {
    const keys = (await Promise.all(origins.map((origin) => this.#repository.keysOf(origin)))).flat();
    return holdAll(
      keys,
      (key, turn) => this.#enqueue(key, turn),
      () => origins.reduceRight<() => Promise<T>>((inner, origin) => () => this.forgetAround(origin, inner), work)(),
    );
  }

  #letGo(origin: string | null): void {
    for (const [key, desk] of this.#open) {
      if (origin !== null && desk.row.origin !== origin) continue;
      this.#forgotten.add(desk);
      this.#open.delete(key);
    }
  }

  #isLeaving(desk: PortalDesk): boolean {
    return this.#forgotten.has(desk) || this.#leaving.has(null) || this.#leaving.has(desk.row.origin);
  }

  /** Forgets what happened too long ago to be of use. */
  tidyJournal(now: number): Promise<void> {
    return this.#repository.tidyJournal(now);
  }

  /** What happened on a portal from `from` to before `until`, only the newest so many where that is told. */
  entries(key: string, from: number, until: number, newest?: number): Promise<JournalEntry[]> {
    return this.#repository.entries(key, from, until, newest);
  }

  /** The history of one request or access, of all for null. */
  history(key: string, recordId: string | null): Promise<HistoryEntry[]> {
    return this.#repository.history(key, recordId);
  }

  async #makeRoom(origin: string): Promise<void> {
    const keys = await this.#repository.keysOf(origin);
    if (keys.length < MOST_USERS) return;
    const desks = await Promise.all(keys.map((key) => this.#find(key)));
    const idle = desks.flatMap((desk) => (desk && !desk.holdsTexts ? [desk.row] : []));
    const oldest = idle.sort((a, b) => a.seenAt - b.seenAt)[0]?.key;
    if (oldest === undefined) return;
    await this.#enqueue(oldest, async () => {
      await this.#repository.remove(oldest);
      this.#open.delete(oldest);
    });
  }

  async #find(key: string): Promise<PortalDesk | undefined> {
    const open = this.#open.get(key);
    if (open) return open;
    const stored = await this.#repository.load(key);
    // Another caller may have opened it while the database answered.
    const desk = this.#open.get(key) ?? (stored && new PortalDesk(stored.row, stored, this.#rules));
    if (desk) this.#open.set(key, desk);
    return desk;
  }

  async #workOn<T>(desk: PortalDesk, now: () => number, work: (desk: PortalDesk) => Promise<T> | T): Promise<T> {
    try {
      desk.advanceClock(now());
      const result = await work(desk);
      desk.settle(now());
      if (this.#isLeaving(desk)) return result;
      const changes = desk.takeChanges(now());
      await this.#repository.save(changes);
      this.#open.set(desk.row.key, desk);
      if (changes.entries.length > 0) this.#recorded();
      return result;
    } catch (error) {
      // What is in memory may differ from the database now: the next one to ask loads it afresh.
      this.#open.delete(desk.row.key);
      throw error;
    }
  }

  #enqueue<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#queues.get(key) ?? Promise.resolve()).then(work);
    const settled = result
      .catch(() => undefined)
      .then(() => {
        if (this.#queues.get(key) === settled) this.#queues.delete(key);
      });
    this.#queues.set(key, settled);
    return result;
  }
}
