/**
 * The desk of one portal and user: its ledger of dialogs and its two charts.
 * A desk is a value that is loaded, changed and saved; a killed background loses nothing but the time it took.
 */
import { type Actor, createActor } from 'xstate';
import type { AccessQuery } from '../bitrix24/link-protocol.ts';
import type { AccessWish } from '../bitrix24/surface-protocol.ts';
import type { PortalChanges, StoredPortal } from '../database/portals.ts';
import type { PortalRow } from '../database/schema.ts';
import type { AccessReading } from '../domain/access/verdict.ts';
import type { RegisterRow } from '../domain/access/view.ts';
import type { AccessNews, PortalEvent } from '../domain/events.ts';
import { type GuardAnswer, guardAnswer } from '../domain/guard.ts';
import type { JournalEntry } from '../domain/journal.ts';
import {
  applyEvent,
  type ChatCount,
  type DialogRecord,
  EMPTY_LEDGER,
  isReadSinceEvents,
  type Ledger,
  takeCounts,
  takeReading,
  withoutFuture,
} from '../domain/ledger.ts';
import { effectiveSettings } from '../domain/policy.ts';
import type { Feature } from '../domain/preferences.ts';
import type { Reading } from '../domain/reading.ts';
import type { Settings } from '../domain/settings.ts';
import { countSlots, limitFromPortal } from '../domain/slots.ts';
import type { Source } from '../domain/source.ts';
import type { PortalSummary, ReadFailure, UnsupportedReason } from '../domain/view.ts';
import type { WatchStopReason } from '../domain/watch/watch.ts';
import { portalSession } from '../machines/portal-session.ts';
import { supportSlots } from '../machines/support-slots.ts';
import { Access } from './access/access.ts';
import type { Dialogs } from './access/links.ts';
import { type DeskNews, watchAttention } from './attention-watch.ts';
import { envelope, startChart, storedSnapshot } from './charts.ts';
import { Drafts } from './drafts.ts';
import { Guards } from './guards.ts';
import { type HouseRules, NO_RULES } from './house.ts';
import { countedNow, entriesOf, slotsEntry } from './journal.ts';
import { Market } from './market/market.ts';
import { Notes } from './notes.ts';
import { timesWithoutFuture } from './reading-schedule.ts';
import { buildSummary } from './view.ts';

/** `rereadNeeded`: it cannot be placed without a reading; `hinted`: a reading may tell something about access. */
export type EventEffect = 'changed' | 'known' | 'rereadNeeded' | 'hinted';

export class PortalDesk {
  row: PortalRow;
  /** What holds for all portals. */
  readonly rules: HouseRules;
  #ledger: Ledger;
  /** Records as they are stored; what differs by identity is written. */
  #stored: Map<number, DialogRecord>;
  readonly #session: Actor<typeof portalSession>;
  readonly #slots: Actor<typeof supportSlots>;
  readonly #entries: JournalEntry[] = [];
  readonly guards: Guards;
  readonly notes: Notes;
  readonly drafts: Drafts;
  readonly access: Access;
  readonly market: Market;
  /** What somebody may be told. */
  #news: DeskNews[] = [];
  /** True while there is news that only a reading can confirm. */
  wantsReading = false;

  constructor(row: PortalRow, stored: StoredPortal | undefined, rules: HouseRules = NO_RULES) {
    this.row = row;
    this.rules = rules;
    const dialogs = stored?.dialogs ?? [];
    const { botId, limit, limitEventAt, readingStartedAt } = row;
    this.#ledger = { ...EMPTY_LEDGER, dialogs, botId, limit, limitEventAt, readingStartedAt };
    this.#stored = new Map(dialogs.map((dialog) => [dialog.chatId, dialog]));
    const rows = stored?.snapshots ?? [];
    this.#session = startChart(
      (options) => createActor(portalSession, options),
      storedSnapshot(portalSession.id, rows),
    );
    this.#slots = startChart((options) => createActor(supportSlots, options), storedSnapshot(supportSlots.id, rows));
    this.notes = new Notes(stored?.notes ?? []);
    this.guards = new Guards(rows);
    this.drafts = new Drafts(stored?.drafts ?? []);
    this.access = new Access(stored?.grants ?? [], row.access);
    this.market = new Market(row.market, stored?.reinstalls ?? []);
  }

  get session() {
    return this.#session.getSnapshot();
  }

  get slots() {
    return this.#slots.getSnapshot();
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  /** The user's settings of this portal with what the policy fixes. */
  get settings(): Settings {
    return effectiveSettings(this.row.settings, this.rules.policy);
  }

  /** The language that the user has chosen for Latchdesk, else theirs on the portal. */
  get language(): string {
    return this.rules.preferences.language || this.row.language;
  }

  /** True while Latchdesk keeps off the portal: by the user's wish, the browser's or the policy's. */
  get isPaused(): boolean {
    return this.rules.whyPaused(this.row.origin) !== null;
  }

  /** True unless somebody has switched it off for all portals. */
  isOn(feature: Feature): boolean {
    return !this.rules.preferences.featuresOff.includes(feature);
  }

  /** Chats whose counters and names the pages shall tell. */
  get watched(): [chatId: number, dialogId: string][] {
    return this.#ledger.dialogs.map((dialog) => [dialog.chatId, dialog.dialogId]);
  }

  /** True when something is kept that only its writer could write again. */
  get holdsTexts(): boolean {
    return this.drafts.pending.length > 0 || this.notes.isWritten || this.access.holdsRecords || this.market.holdsWords;
  }

  /** What the guard answers to the wish for a new dialog now. */
  guardAnswer(now: number): GuardAnswer {
    return guardAnswer(buildSummary(this, now), now);
  }

  /** Adds to the journal. */
  record(entry: JournalEntry): void {
    this.#entries.push(entry);
  }

  /** The portal is not read without a tab any more. */
  tellWatchStopped(reason: WatchStopReason): void {
    this.#news.push({ kind: 'watchStopped', reason });
  }

  /** What has come up since the last call and is worth a notification. */
  takeNews(): DeskNews[] {
    return this.#news.splice(0);
  }

  /** True when every unread number is exact. */
  get knowsUnread(): boolean {
    return this.#ledger.dialogs.every((dialog) => typeof dialog.unread === 'number');
  }

  get hasReading(): boolean {
    return this.#ledger.readingStartedAt > 0;
  }

  /** Brings everything that depends on the clock up to date; comes before any other work. */
  advanceClock(now: number): void {
    this.#ledger = withoutFuture(this.#ledger, now);
    this.row = { ...this.row, ...timesWithoutFuture(this.row, now) };
    this.access.advanceClock(now);
    this.market.advanceClock(now);
    this.#slots.send({ type: 'clock.advanced', now });
  }

  /** The page speaks a messenger we know. */
  seePage(at: number): void {
    this.#session.send({ type: 'page.supported', at });
  }

  standAside(reason: UnsupportedReason, at: number): void {
    this.#session.send({ type: 'portal.unsupported', reason, at });
  }

  signOut(at: number): void {
    this.#noteSignOut(at, () => this.#session.send({ type: 'user.signedOut', at }));
  }

  fail(failure: ReadFailure, at: number): void {
    this.#noteSignOut(at, () => this.#session.send({ type: 'reading.failed', failure, at }));
  }

  /** Only who was seen to be signed in has signed out. */
  #noteSignOut(at: number, work: () => void): void {
    const before = this.session.value;
    work();
    const isNews = (before === 'live' || before === 'degraded') && this.session.value === 'signedOut';
    if (isNews) this.record({ at, kind: 'portal.signedOut' });
  }

  takeReading(reading: Reading, at: number): void {
    this.#takeLedger(takeReading(this.#ledger, reading), at);
    this.#session.send({ type: 'reading.succeeded', at });
    this.#tellNumbers('portal', at);
  }

  /** Applies a live event. */
  applyEvent(event: PortalEvent, eventAt: number, now: number): EventEffect {
    if (event.type === 'access.hinted' || event.type === 'access.mentioned') return this.#hearOfAccess(event, now);
    if (!this.hasReading) return 'rereadNeeded';
    const { ledger, effect } = applyEvent(this.#ledger, event, eventAt);
    this.#takeLedger(ledger, now);
    if (effect === 'changed') this.#tellNumbers('event', now);
    return effect;
  }

  /** A hint is only a reason to read: a page may invent it. */
  #hearOfAccess(event: AccessNews, now: number): 'changed' | 'hinted' {
    if (event.type === 'access.hinted') {
      this.access.hint(event.chatId, event.dialogId, now);
      return 'hinted';
    }
    this.access.mention(event.chatId, this.#knownDialogs, now);
    return 'changed';
  }

  /** What the next reading shall look at for requests of access. */
  accessQuery(now: number): AccessQuery {
    const main = this.#ledger.dialogs.find(({ isMain }) => isMain);
    return this.access.query(main ?? null, now);
  }

  takeAccess(reading: AccessReading, startedAt: number, now: number): void {
    this.access.takeReading(reading, startedAt, this.#knownDialogs, this.settings, now);
  }

  /** Takes what a person says of a record of access; false when it does not fit. */
  tellAccess(id: string, wish: AccessWish, now: number): boolean {
    return this.access.tell(id, wish, this.#knownDialogs, now);
  }

  /** The whole register, the newest first. */
  accessRegister(): RegisterRow[] {
    return this.access.rows(this.#knownDialogs);
  }

  get #knownDialogs(): Dialogs {
    return { dialogs: this.#ledger.dialogs, notes: this.notes };
  }

  /** Takes what a page's own data knew; it says nothing about the slots. */
  takeCounts(counts: readonly ChatCount[], countedAt: number): void {
    this.#ledger = takeCounts(this.#ledger, counts, countedAt).ledger;
  }

  #takeLedger(next: Ledger, now: number): void {
    // The first list tells how things are, not what has happened.
    if (this.hasReading) this.#entries.push(...entriesOf(this.#ledger.dialogs, next.dialogs, now));
    this.#ledger = next;
  }

  /** Brings guards, parked questions and journal in line with the numbers; comes after any other work. */
  settle(now: number): void {
    const summary = buildSummary(this, now);
    const answer = guardAnswer(summary, now);
    this.guards.tidy(now);
    this.guards.tellSlots(answer);
    this.drafts.tidy(now);
    if (answer !== 'unsure') {
      this.drafts.tellSlots(answer === 'pass' || answer === 'near' || answer === 'unlimited', now);
    }
    this.drafts.tellDialogs(this.#ledger.dialogs, now);
    this.#settleAttention(summary, now);
    this.#countSlots(now);
    const { hasLeft } = this.session.context;
    this.access.settle({ dialogs: this.#knownDialogs, settings: this.settings, hasLeft, now });
    this.row = { ...this.row, access: this.access.watch, market: this.market.watch };
  }

  #settleAttention({ session, slots }: PortalSummary, now: number): void {
    const { settings } = this;
    const { toldAttention } = this.row;
    // Somebody may have answered elsewhere: what nothing confirms is no news.
    const isKnown = session.state === 'live' && !slots.stale;
    const { dialogs } = this.#ledger;
    const watched = { dialogs, drafts: this.drafts.pending, notes: this.notes, settings };
    const { told, news, nextAt } = isKnown
      ? watchAttention(watched, toldAttention, now)
      : { told: toldAttention, news: [], nextAt: null };
    // A page may invent events: only what the portal was read after is told outside of the page.
    this.wantsReading = news.length > 0 && !isReadSinceEvents(this.#ledger);
    this.row = { ...this.row, nextAttentionAt: nextAt, ...(!this.wantsReading && { toldAttention: told }) };
    if (!this.wantsReading) this.#news.push(...news);
  }

  #countSlots(now: number): void {
    const counted = countedNow(this.#slots.getSnapshot().context);
    if (!counted) return;
    const entry = slotsEntry(counted, this.row.countedSlots, now);
    if (entry) this.#entries.push(entry);
    // That an assumed limit was confirmed is no news, but the next entry has to know.
    this.row = { ...this.row, countedSlots: counted };
  }

  confirm(at: number): void {
    this.#slots.send({ type: 'numbers.confirmed', at });
  }

  #tellNumbers(source: Source, at: number): void {
    const limit = this.#ledger.limit === null ? null : limitFromPortal(this.#ledger.limit);
    this.#slots.send({ type: 'numbers.told', ...countSlots(this.#ledger.dialogs, at), limit, source, at });
  }

  /** What has to be written so that the database holds this desk; afterwards it counts as written. */
  takeChanges(now: number): PortalChanges {
    const { dialogs, botId, limit, limitEventAt, readingStartedAt } = this.#ledger;
    const current = new Map(dialogs.map((dialog) => [dialog.chatId, dialog]));
    const changedDialogs = dialogs.filter((dialog) => this.#stored.get(dialog.chatId) !== dialog);
    const removedChatIds = [...this.#stored.keys()].filter((chatId) => !current.has(chatId));
    this.#stored = current;
    this.row = { ...this.row, botId, limit, limitEventAt, readingStartedAt };
    const { key } = this.row;
    const guards = this.guards.takeChanges(key, now);
    const { entries, ...drafts } = this.drafts.takeChanges();
    const access = this.access.register.takeChanges();
    const { entries: marketEntries, ...reinstalls } = this.market.takeChanges();
    return {
      row: this.row,
      changedDialogs,
      removedChatIds,
      changedNotes: this.notes.takeChanges(),
      ...drafts,
      entries: [...this.#entries.splice(0), ...entries, ...access.entries, ...marketEntries],
      ...reinstalls,
      changedGrants: access.changedGrants,
      history: access.history,
      removedMachines: guards.removedMachines,
      snapshots: [
        envelope(key, portalSession.id, this.#session.getPersistedSnapshot(), now),
        envelope(key, supportSlots.id, this.#slots.getPersistedSnapshot(), now),
        ...guards.snapshots,
      ],
    };
  }
}
