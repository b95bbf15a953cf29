/**
 * Reads portals that no tab shows, where somebody has asked for it: few at once, each with the session that the browser
 * has there. A reading goes the same way as a tab's; what is planned is in the portal's row, so a killed background
 * loses at most the reading under way.
 */
import type { AwayReading, ReadingAnswers } from '../../bitrix24/away-reader.ts';
import { turnOf } from '../../domain/watch/schedule.ts';
import { stopNews, type WatchOutcome, watchAfter } from '../../domain/watch/watch.ts';
import type { AwayAnswer, AwayWish } from '../away-effects.ts';
import type { CallLog } from '../calls/call-log.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import type { Own } from '../own/own-protocol.ts';
import type { PortalDesk } from '../portal-desk.ts';
import type { Readers } from '../readers.ts';
import { changed, hasOldMessenger, heard, isAtRest, planned, postponed, resumed, whatCame } from './plan.ts';
import { Turns } from './turns.ts';

export interface WatcherParts {
  desks: Desks;
  house: House;
  display: Display;
  effects: Effects;
  readers: Readers;
  calls: Pick<CallLog, 'note'>;
  /** Books what was read, from wherever it came. */
  take(desk: PortalDesk, answers: ReadingAnswers): Promise<void>;
}

/** ms; a background that is killed while it reads tries again after this. */
const LONGEST_READING = 60_000;
/** ms; without a network nothing is lost by waiting. */
const PAUSE_WITHOUT_NETWORK = 5 * 60_000;

export class Watcher {
  readonly #parts: WatcherParts;
  readonly #turns = new Turns((key) => this.#read(key));
  /** Session tokens by the portal's key: in memory only, so that the next reading is one request. */
  readonly #tokens = new Map<string, string>();

  constructor(parts: WatcherParts) {
    this.#parts = parts;
  }

  /** Takes what somebody has set; a portal that is watched from now on is read soon. */
  async change({ key, changes }: Own<'watch.changed'>): Promise<void> {
    await this.#work(key, (desk) => {
      const watch = changed(desk.row.watch, withoutGaps(changes), this.#now(), this.#random());
      desk.row = { ...desk.row, watch };
    });
    if (changes.isOn === false) this.forget(key);
    this.#checkSoon();
  }

  /** Tries again after it had stopped. */
  async resume(key: string): Promise<void> {
    await this.#work(key, (desk) => {
      desk.row = { ...desk.row, watch: resumed(desk.row.watch, this.#now()) };
    });
    this.#checkSoon();
  }

  /** A page of the portal was seen, or read: nothing has to be read without it for now, and what had stopped goes on. */
  hear(desk: PortalDesk): void {
    // What a reading said of the user's right or of the portal only another reading takes back.
    if (desk.session.value === 'unsupported' || desk.session.context.hasLeft) return;
    desk.row = { ...desk.row, watch: heard(desk.row.watch, this.#now(), this.#random()) };
  }

  /** The browser has started: what came due meanwhile is spread. */
  catchUp(desk: PortalDesk): void {
    const { watch } = desk.row;
    if (turnOf(watch.plan, watch.settings, this.#now()) !== 'wait') this.#plan(desk);
  }

  /** What is known of a portal in memory alone is let go, of all for null. */
  forget(key: string | null): void {
    this.#turns.drop(key);
    if (key === null) this.#tokens.clear();
    else this.#tokens.delete(key);
  }

  /** Reads every portal whose time has come; resolves when all of them are read. */
  async check(): Promise<void> {
    const now = this.#now();
    for (const desk of await this.#parts.desks.all()) {
      const { key, watch } = desk.row;
      const isDue = turnOf(watch.plan, watch.settings, now) !== 'wait' && !isAtRest(desk);
      if (watch.plan.kind === 'planned' && isDue) this.#turns.add({ key, at: watch.plan.at });
    }
    await this.#turns.run();
  }

  async #read(key: string): Promise<void> {
    const wish = await this.#work(key, (desk) => this.#begin(desk));
    if (!wish) return;
    const answer = await this.#parts.effects.readWithoutTab(wish);
    await this.#work(key, (desk) => this.#finish(desk, answer));
  }

  /** What to ask of the portal; null when there is nothing to ask now, or a tab does it. */
  async #begin(desk: PortalDesk): Promise<AwayWish | null> {
    const { row } = desk;
    const now = this.#now();
    const turn = turnOf(row.watch.plan, row.watch.settings, now);
    // Much may have changed while others had their turn.
    if (turn === 'wait' || isAtRest(desk)) return null;
    if (turn === 'planAnew') this.#plan(desk);
    else if (hasOldMessenger(desk)) this.#note(desk, { kind: 'stopped', reason: 'oldMessenger' });
    else if (await this.#isSeenToByTab(desk)) return null;
    else {
      this.#parts.readers.begin(desk, now);
      desk.row = { ...desk.row, watch: postponed(row.watch, now + LONGEST_READING) };
      const pattern = this.#parts.house.portalOf(row.origin)?.pattern ?? `${row.origin}/*`;
      const token = this.#tokens.get(row.key) ?? null;
      return { origin: row.origin, userId: row.userId, token, query: desk.accessQuery(now), pattern };
    }
    return null;
  }

  async #isSeenToByTab(desk: PortalDesk): Promise<boolean> {
    const tab = await this.#parts.readers.askTabs(desk, this.#now());
    if (tab === 'nobody') return false;
    if (tab === 'confirmed') this.hear(desk);
    // Whether the tab has succeeded, its reading tells; until the next time that is the tab's own affair.
    else this.#note(desk, null);
    return true;
  }

  async #finish(desk: PortalDesk, answer: AwayAnswer): Promise<void> {
    if (answer.kind === 'answered') this.#keep(desk.row.key, answer);
    const isOurs = this.#parts.readers.end(desk);
    // Paused, forbidden or taken over by a page meanwhile: then it is as if nothing had been asked.
    if (isAtRest(desk)) return this.#plan(desk);
    if (answer.kind === 'noPermission') return this.#note(desk, { kind: 'stopped', reason: 'noPermission' });
    if (answer.kind === 'offline') {
      const watch = postponed(desk.row.watch, this.#now() + PAUSE_WITHOUT_NETWORK);
      desk.row = { ...desk.row, watch };
      return;
    }
    const { outcome } = answer;
    if (outcome.kind === 'failure' && !isOurs) return this.#plan(desk);
    await this.#parts.take(desk, answer);
    this.#note(desk, whatCame(desk, outcome));
  }

  #keep(key: string, { token, calls }: AwayReading): void {
    if (token === null) this.#tokens.delete(key);
    else this.#tokens.set(key, token);
    this.#parts.calls.note(key, calls);
  }

  /** Notes how an attempt went and plans the next; null: a tab was told to do it. */
  #note(desk: PortalDesk, outcome: WatchOutcome | null): void {
    const { watch } = desk.row;
    if (!watch.settings.isOn) return;
    const now = this.#now();
    const state = outcome ? watchAfter(watch.state, outcome, now) : { ...watch.state, triedAt: now };
    const reason = stopNews(watch.state, state);
    if (reason) desk.tellWatchStopped(reason);
    desk.row = { ...desk.row, watch: planned({ ...watch, state }, now, this.#random()) };
  }

  #plan(desk: PortalDesk): void {
    desk.row = { ...desk.row, watch: planned(desk.row.watch, this.#now(), this.#random()) };
  }

  /** Works on a desk and shows it. */
  async #work<T>(key: string, work: (desk: PortalDesk) => Promise<T> | T): Promise<T | undefined> {
    const { desks, display } = this.#parts;
    const result = await desks.with(key, this.#now, work);
    await display.publish(key, { mayInject: false });
    return result;
  }

  #checkSoon(): void {
    this.#parts.effects.later(0, () => this.check());
  }

  readonly #now = (): number => this.#parts.effects.now();

  readonly #random = (): number => this.#parts.effects.random();
}

/** Only what was set; a field that is there without a value is none. */
const withoutGaps = (changes: Own<'watch.changed'>['changes']) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<
    PortalDesk['row']['watch']['settings']
  >;
