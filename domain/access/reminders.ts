/**
 * When to remind of a record. Reminders stand on ladders, one for each deadline: told is told, with every rung below
 * it, whatever the clock does afterwards. A deadline that moves is a new ladder.
 */
import type { Settings } from '../settings.ts';
import { isUnclearDismissed } from './banner.ts';
import { daysLeft } from './clock.ts';
import {
  type AccessRecord,
  DAY,
  type GrantRecord,
  type IntegratorRecord,
  isOpenRequest,
  isRunning,
  type LookalikeRecord,
  type PartnerRecord,
  type Reminder,
} from './record.ts';

export type ReminderSettings = Pick<Settings, 'accessReminders' | 'integratorReviewDays'>;

export interface DueReminder {
  reminder: Reminder;
  /** What goes into `told`. */
  key: string;
  /** Due as well, not told, and not to be told any more. */
  supersededKeys: readonly string[];
}

interface Rung {
  ladder: string;
  /** Higher is later. */
  rank: number;
  at: number;
  reminder: Reminder;
}

const HOUR = 3_600_000;
const FIRST_PENDING_AFTER = 4 * HOUR;
/** Warnings of one sender come no faster than this, however many messages arrive. */
const WARNINGS_REST_FOR = HOUR;
const WEEK = 7;
const REQUEST = 'pending';

/** The reminder to tell now, the latest of those that are due; null: none. */
export function dueReminder(record: AccessRecord, settings: ReminderSettings, now: number): DueReminder | null {
  if (record.snoozedUntil > now) return null;
  const due = openRungs(record, settings, now).filter(({ at }) => at <= now);
  const latest = due.at(-1);
  if (!latest) return null;
  return { reminder: latest.reminder, key: keyOf(latest), supersededKeys: due.slice(0, -1).map(keyOf) };
}

/** Epoch ms at which a reminder of this record is due next, now if one is due already; null: never. */
export function nextReminderAt(record: AccessRecord, settings: ReminderSettings, now: number): number | null {
  const next = openRungs(record, settings, now)[0];
  return next ? Math.max(next.at, record.snoozedUntil, now) : null;
}

/** `told` after a reminder; what its rung implies is left out. */
export function toldAfter(told: readonly string[], { key, supersededKeys }: DueReminder): string[] {
  const added = [...supersededKeys, key];
  const isImplied = (one: string) =>
    added.some((other) => ladderOf(other) === ladderOf(one) && rankOf(other) > rankOf(one));
  return [...new Set([...told, ...added])].filter((one) => !isImplied(one));
}

/** `told` of a request that asks again: it is news once more. */
export const toldOfOthers = (told: readonly string[]): string[] => told.filter((key) => !key.startsWith(`${REQUEST}:`));

/** `told` of a request whose time was corrected: what was told of it stays told. */
export const toldOfMoved = (told: readonly string[], from: number, to: number): string[] =>
  told.map((key) => (ladderOf(key) === `${REQUEST}:${from}` ? `${REQUEST}:${to}:${rankOf(key)}` : key));

/** Rungs that were not told, by time: all that are due and the next one of each ladder. */
function openRungs(record: AccessRecord, settings: ReminderSettings, now: number): Rung[] {
  return rungsOf(record, settings, now)
    .filter(({ ladder, rank }) => rank > toldRank(record.told, ladder))
    .sort((a, b) => a.at - b.at || a.rank - b.rank);
}

function rungsOf(record: AccessRecord, settings: ReminderSettings, now: number): Rung[] {
  if (record.kind === 'lookalike') return warningRungs(record, now);
  if (record.kind === 'integrator') return reviewRungs(record, settings, now);
  if (isOpenRequest(record)) return record.setAsideAt === null ? requestRungs(record, now) : [];
  return record.kind === 'vendor' ? grantRungs(record, settings, now) : [];
}

function requestRungs(record: GrantRecord | PartnerRecord, now: number): Rung[] {
  const { requestedAt } = record;
  const ladder = `${REQUEST}:${requestedAt}`;
  // A clock that is behind the portal's holds nothing back.
  const first: Rung = { ladder, rank: -1, at: Math.min(requestedAt, now), reminder: { kind: 'new', days: 0 } };
  const rungs = record.origin === 'detected' ? [first] : [];
  // What is only probably a request is told once.
  if (record.state === 'seen') return rungs;
  const waited = Math.floor((now - requestedAt) / DAY);
  const days = Math.max(0, waited);
  const again = [0, ...aroundDays(waited, 1, 1, toldRank(record.told, ladder))].map((rank) => ({
    ladder,
    rank,
    at: requestedAt + (rank === 0 ? FIRST_PENDING_AFTER : rank * DAY),
    reminder: { kind: 'pending' as const, days },
  }));
  return [...rungs, ...again];
}

function grantRungs(record: GrantRecord, settings: ReminderSettings, now: number): Rung[] {
  const { startsAt, endsAt, ticketClosedAt } = record;
  if (startsAt === null || endsAt === null) return [];
  // Where nobody knows whether it runs, only what holds in both cases is said.
  if (!isRunning(record)) return isLost(record) ? endRungs(record.told, endsAt, now) : [];
  const before = settings.accessReminders
    .map((days) => ({
      ladder: `end:${endsAt}`,
      rank: -days,
      at: endsAt - days * DAY,
      reminder: { kind: 'before' as const, days: daysLeft(endsAt, now) },
    }))
    .filter(({ at }) => at > startsAt);
  return [...before, ...endRungs(record.told, endsAt, now), ...ticketRungs(ticketClosedAt, now)];
}

const isLost = (record: GrantRecord) => record.state === 'unknown' && !isUnclearDismissed(record);

function endRungs(told: readonly string[], endsAt: number, now: number): Rung[] {
  const ladder = `end:${endsAt}`;
  const past = Math.max(0, Math.floor((now - endsAt) / DAY));
  const end: Rung = { ladder, rank: 0, at: endsAt, reminder: { kind: 'end', days: 0 } };
  const after = aroundDays(past, 1, WEEK, toldRank(told, ladder)).map((rank) => ({
    ladder,
    rank,
    at: endsAt + rank * DAY,
    reminder: { kind: 'after' as const, days: past },
  }));
  return [end, ...after];
}

function ticketRungs(ticketClosedAt: number | null, now: number): Rung[] {
  if (ticketClosedAt === null) return [];
  const reminder = { kind: 'ticketClosed' as const, days: 0 };
  return [{ ladder: `ticketClosed:${ticketClosedAt}`, rank: 0, at: Math.min(ticketClosedAt, now), reminder }];
}

function warningRungs(record: LookalikeRecord, now: number): Rung[] {
  if (record.state !== 'warned') return [];
  const ladder = 'lookalike';
  const earliest = toldRank(record.told, ladder) + WARNINGS_REST_FOR;
  const at = Math.max(Math.min(record.lastAt, now), earliest);
  return [{ ladder, rank: record.lastAt, at, reminder: { kind: 'lookalike', days: 0 } }];
}

function reviewRungs(record: IntegratorRecord, { integratorReviewDays: step }: ReminderSettings, now: number): Rung[] {
  if (record.state !== 'present' || step === 0) return [];
  const ladder = `review:${record.reviewedAt}`;
  const days = Math.max(0, Math.floor((now - record.reviewedAt) / DAY));
  return aroundDays(days, step, step, toldRank(record.told, ladder)).map((rank) => ({
    ladder,
    rank,
    at: record.reviewedAt + rank * DAY,
    reminder: { kind: 'review' as const, days },
  }));
}

/** Of an endless row of days: the last one up to now, and the next that was not told. */
function aroundDays(now: number, first: number, step: number, told: number): number[] {
  const last = now < first ? null : first + Math.floor((now - first) / step) * step;
  const reached = Math.max(last ?? 0, told);
  const next = reached < first ? first : first + (Math.floor((reached - first) / step) + 1) * step;
  return last === null ? [next] : [last, next];
}

const keyOf = ({ ladder, rank }: Rung) => `${ladder}:${rank}`;
const ladderOf = (key: string) => key.slice(0, key.lastIndexOf(':'));
const rankOf = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1));

/** The highest rung of a ladder that was told. */
const toldRank = (told: readonly string[], ladder: string) =>
  Math.max(Number.NEGATIVE_INFINITY, ...told.filter((key) => ladderOf(key) === ladder).map(rankOf));
