/** Moves a record on its chart and writes down what came of it. */
import type { GrantEvent, PartnerEvent } from '../../domain/access/chart-events.ts';
import type { AnsweredBy, ChangeReason, GrantRecord, HistoryEntry, PartnerRecord } from '../../domain/access/record.ts';
import type { AccessJournalKind } from '../../domain/journal.ts';
import { grantAfter } from '../../machines/access-grant.ts';
import { partnerAfter } from '../../machines/partner-request.ts';
import type { Register } from './register.ts';

export type RequestRecord = GrantRecord | PartnerRecord;

export interface How {
  by: HistoryEntry['by'];
  why: ChangeReason;
  /** Who answered; null: this is no answer. */
  answeredBy: AnsweredBy | null;
  /** Name of who answered; empty: not known. */
  answerer: string;
  now: number;
}

/** Sends a record's chart its events and writes down what changed; the record as it is then. */
export function move<R extends RequestRecord>(
  register: Register,
  record: R,
  events: readonly (GrantEvent | PartnerEvent)[],
  how: How,
): R {
  const moved = afterAll(record, events, how.now);
  if (moved === record) return record;
  const next = withAnswer(record, moved, how);
  register.put(next, how.now);
  noteLength(register, record, next, how);
  if (next.state !== record.state) noteState(register, record, next, how);
  return next;
}

/** The record after its chart has heard these events. */
export const afterAll = <R extends RequestRecord>(
  record: R,
  events: readonly (GrantEvent | PartnerEvent)[],
  now: number,
): R => events.reduce((each, event) => after(each, event, now), record);

const after = <R extends RequestRecord>(record: R, event: GrantEvent | PartnerEvent, now: number): R =>
  (record.kind === 'vendor'
    ? grantAfter(record, event as GrantEvent, now)
    : partnerAfter(record, event as PartnerEvent, now)) as R;

const ANSWERED: readonly string[] = ['granted', 'ending', 'overdue', 'active', 'declined', 'unknown'];

function withAnswer<R extends RequestRecord>(before: R, record: R, { answeredBy, answerer }: How): R {
  if (answeredBy === null || record.state === before.state || !ANSWERED.includes(record.state)) return record;
  // What a person said of it is not undone by a guess.
  return { ...record, answeredBy, answerer: answerer || record.answerer };
}

function noteLength(register: Register, before: RequestRecord, record: RequestRecord, { by, now }: How): void {
  if (before.kind !== 'vendor' || record.kind !== 'vendor') return;
  const { days, daysSource, endsAt } = record;
  if (days === before.days && daysSource === before.daysSource) return;
  register.note(record.id, now, by, { kind: 'length', days, source: daysSource, endsAt });
}

function noteState(register: Register, before: RequestRecord, record: RequestRecord, { by, why, now }: How): void {
  register.note(record.id, now, by, { kind: 'state', from: before.state, to: record.state, why });
  const kind = journalKindOf(before.state, record.state);
  if (kind) register.tell(kind, record.id, now);
}

type Told = Exclude<AccessJournalKind, 'access.reminded'>;

const JOURNAL: Partial<Record<RequestRecord['state'], Told>> = {
  pending: 'access.requested',
  granted: 'access.granted',
  ending: 'access.granted',
  active: 'access.granted',
  declined: 'access.declined',
  overdue: 'access.overdue',
  ended: 'access.ended',
  revoked: 'access.ended',
  unknown: 'access.unclear',
};

const isGranted = (state: RequestRecord['state']) => state === 'granted' || state === 'ending';

/** What the journal says of a change; that an access comes near its end is no event. */
export function journalKindOf(from: RequestRecord['state'], to: RequestRecord['state']): Told | null {
  if (isGranted(to) && (isGranted(from) || from === 'overdue')) return null;
  return JOURNAL[to] ?? null;
}
