/**
 * The desk of one portal and user: its ledger of dialogs and its two charts.
 * A desk is a value that is loaded, changed and saved; a killed background loses nothing but the time it took.
 */
import { type Actor, createActor, type Snapshot } from 'xstate';
import type { PortalChanges, StoredPortal } from '../database/portals.ts';
import type { PortalRow, SnapshotRow } from '../database/schema.ts';
import type { PortalEvent } from '../domain/events.ts';
import {
  applyEvent,
  type DialogRecord,
  EMPTY_LEDGER,
  type Ledger,
  takeCounts,
  takeReading,
  withoutFuture,
} from '../domain/ledger.ts';
import type { Reading } from '../domain/reading.ts';
import { countSlots, limitFromPortal } from '../domain/slots.ts';
import type { ReadFailure, Source, UnsupportedReason } from '../domain/view.ts';
import { portalSession } from '../machines/portal-session.ts';
import { supportSlots } from '../machines/support-slots.ts';
import { timesWithoutFuture } from './reading-schedule.ts';

/** Raise when the context or the states of a chart change shape; older snapshots then start anew. */
const SNAPSHOT_SCHEMA = 2;

/** The stored snapshot of a chart, if it was written by this version and was running. */
function storedSnapshot(id: string, stored: StoredPortal | undefined): Snapshot<unknown> | null {
  const envelope = stored?.snapshots.find((row) => row.machine === id && row.schema === SNAPSHOT_SCHEMA);
  const snapshot = envelope?.snapshot as Snapshot<unknown> | undefined;
  return snapshot?.status === 'active' ? snapshot : null;
}

type ChartOptions = { snapshot?: Snapshot<unknown> };

interface Chart {
  start(): unknown;
  subscribe(observer: { error(error: unknown): void }): unknown;
  getSnapshot(): { status: string };
}

/** Starts a chart where its snapshot left it; a snapshot that cannot be used starts it anew. */
function start<T extends Chart>(create: (options: ChartOptions) => T, snapshot: Snapshot<unknown> | null): T {
  const chart = create(snapshot ? { snapshot } : {});
  // A snapshot of another shape does not throw: it makes an actor in error. Hear of it before it starts.
  chart.subscribe({ error: (error) => console.error('Latchdesk: a chart could not be restored', error) });
  chart.start();
  if (chart.getSnapshot().status === 'active') return chart;
  const fresh = create({});
  fresh.start();
  return fresh;
}

export class PortalDesk {
  row: PortalRow;
  #ledger: Ledger;
  /** Records as they are stored; what differs by identity is written. */
  #stored: Map<number, DialogRecord>;
  readonly #session: Actor<typeof portalSession>;
  readonly #slots: Actor<typeof supportSlots>;

  constructor(row: PortalRow, stored: StoredPortal | undefined) {
    this.row = row;
    const dialogs = stored?.dialogs ?? [];
    const { botId, limit, limitEventAt, readingStartedAt } = row;
    this.#ledger = { ...EMPTY_LEDGER, dialogs, botId, limit, limitEventAt, readingStartedAt };
    this.#stored = new Map(dialogs.map((dialog) => [dialog.chatId, dialog]));
    this.#session = start((options) => createActor(portalSession, options), storedSnapshot(portalSession.id, stored));
    this.#slots = start((options) => createActor(supportSlots, options), storedSnapshot(supportSlots.id, stored));
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

  get chatIds(): number[] {
    return this.#ledger.dialogs.map((dialog) => dialog.chatId);
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
    this.#session.send({ type: 'user.signedOut', at });
  }

  fail(failure: ReadFailure, at: number): void {
    this.#session.send({ type: 'reading.failed', failure, at });
  }

  takeReading(reading: Reading, at: number): void {
    this.#ledger = takeReading(this.#ledger, reading);
    this.#session.send({ type: 'reading.succeeded', at });
    this.#tellNumbers('portal', at);
  }

  /** Applies a live event; `rereadNeeded` when it cannot be placed without a reading. */
  applyEvent(event: PortalEvent, eventAt: number, now: number): 'changed' | 'known' | 'rereadNeeded' {
    if (!this.hasReading) return 'rereadNeeded';
    const { ledger, effect } = applyEvent(this.#ledger, event, eventAt);
    this.#ledger = ledger;
    if (effect === 'changed') this.#tellNumbers('event', now);
    return effect;
  }

  /** Takes unread numbers that a page counted; they say nothing about the slots. */
  takeCounts(counts: ReadonlyMap<number, number>, countedAt: number): void {
    this.#ledger = takeCounts(this.#ledger, counts, countedAt).ledger;
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
    const envelope = (machine: string, snapshot: unknown): SnapshotRow => ({
      portal: this.row.key,
      machine,
      schema: SNAPSHOT_SCHEMA,
      savedAt: now,
      snapshot,
    });
    return {
      row: this.row,
      changedDialogs,
      removedChatIds,
      snapshots: [
        envelope(portalSession.id, this.#session.getPersistedSnapshot()),
        envelope(supportSlots.id, this.#slots.getPersistedSnapshot()),
      ],
    };
  }
}
