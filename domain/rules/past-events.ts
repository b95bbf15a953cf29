/**
 * Events of the past, for trying a rule out: those the journal tells, and those that time alone made of what it tells.
 * What a condition asks beside the event itself is judged by what is known now.
 */
import type { JournalEntry } from '../journal.ts';
import { eventsOfEntry } from './entry-events.ts';
import { eventId, type RuleEvent } from './event.ts';
import type { Facts } from './facts.ts';
import { matches } from './matches.ts';
import type { Trigger, TriggerKind } from './rule.ts';
import { nextScheduleTime } from './schedule.ts';
import { scheduleEvent } from './timed-events.ts';
import type { RuleWorld } from './world.ts';

export interface Past {
  /** In order. */
  entries: readonly JournalEntry[];
  /** Epoch ms. */
  from: number;
  until: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A rule that would have started more often than this is judged by these. */
export const MOST_PAST_EVENTS = 500;

/** What would have started a rule with this trigger, in order of time, the newest `MOST_PAST_EVENTS` of it. */
export function pastEvents(trigger: Trigger, world: RuleWorld, past: Past): RuleEvent[] {
  const found = eventsOf(trigger, world, past).sort((a, b) => a.at - b.at);
  const within = once(found).filter(({ at }) => at >= past.from && at < past.until);
  return within.slice(-MOST_PAST_EVENTS);
}

/** Two entries may tell of one event, as an attempt that was stopped and then gone on with; the first one counts. */
function once(events: readonly RuleEvent[]): RuleEvent[] {
  const first = new Map<string, RuleEvent>();
  for (const event of events) if (!first.has(event.id)) first.set(event.id, event);
  return [...first.values()];
}

function eventsOf(trigger: Trigger, world: RuleWorld, past: Past): RuleEvent[] {
  switch (trigger.kind) {
    case 'manual':
      return [];
    case 'schedule':
      return scheduled(trigger, world, past);
    case 'answer.waits':
      return waited(world, past, trigger.hours * HOUR);
    case 'access.requested':
      return trigger.pendingHours === 0 ? told(trigger, world, past) : pended(world, past, trigger.pendingHours * HOUR);
    case 'access.ends':
      return ended(world, past, trigger.days * DAY);
    case 'access.overdue':
      return overdue(world, past, trigger.repeatDays * DAY);
    default:
      return told(trigger, world, past);
  }
}

const told = (trigger: Trigger, world: RuleWorld, { entries }: Past): RuleEvent[] =>
  entries.flatMap((entry, index) => eventsOfEntry(entry, index, world)).filter((event) => matches(trigger, event));

/** Events of one kind of entry, with the place of the entry. */
const placed = (kind: TriggerKind, world: RuleWorld, { entries }: Past): { event: RuleEvent; index: number }[] =>
  entries.flatMap((entry, index) =>
    eventsOfEntry(entry, index, world)
      .filter((event) => event.kind === kind)
      .map((event) => ({ event, index })),
  );

/** The same event under another name, at another time. */
function become(event: RuleEvent, kind: TriggerKind, version: string, at: number, facts: Facts): RuleEvent {
  const named = { portal: event.portal, kind, object: event.object, version };
  return {
    ...named,
    id: eventId(named),
    at,
    facts: { ...event.facts, 'event.at': new Date(at).toISOString(), ...facts },
  };
}

function scheduled(
  { cron, timeZone }: Extract<Trigger, { kind: 'schedule' }>,
  world: RuleWorld,
  { from, until }: Past,
): RuleEvent[] {
  const events: RuleEvent[] = [];
  let at = nextScheduleTime(cron, timeZone, from);
  while (at !== null && at < until && events.length < MOST_PAST_EVENTS) {
    events.push(scheduleEvent(world, at));
    at = nextScheduleTime(cron, timeZone, at);
  }
  return events;
}

/** Support's answers that nobody answered in time. */
function waited(world: RuleWorld, past: Past, wait: number): RuleEvent[] {
  return placed('support.answered', world, past).flatMap(({ event, index }) => {
    const at = event.at + wait;
    const chatId = chatOf(past.entries[index]);
    const isOver = past.entries.slice(index + 1).some((entry) => entry.at < at && endsWaiting(entry, chatId));
    const facts = { 'dialog.waitsHours': wait / HOUR };
    return isOver ? [] : become(event, 'answer.waits', `since:${event.at}`, at, facts);
  });
}

const chatOf = (entry: JournalEntry | undefined): number | null => (entry && 'chatId' in entry ? entry.chatId : null);

const endsWaiting = (entry: JournalEntry, chatId: number | null): boolean =>
  (entry.kind === 'user.wrote' || entry.kind === 'dialog.closed') && entry.chatId === chatId;

const recordOf = (entry: JournalEntry | undefined): string | null =>
  entry && 'recordId' in entry ? entry.recordId : null;

const isAbout = (entry: JournalEntry, recordId: string | null, kinds: readonly string[]): boolean =>
  recordOf(entry) === recordId && kinds.includes(entry.kind);

function pended(world: RuleWorld, past: Past, wait: number): RuleEvent[] {
  return placed('access.requested', world, past).flatMap(({ event, index }) => {
    const at = event.at + wait;
    const recordId = recordOf(past.entries[index]);
    const answers = ['access.granted', 'access.declined', 'access.unclear', 'access.ended'];
    const isOver = past.entries.slice(index + 1).some((entry) => entry.at < at && isAbout(entry, recordId, answers));
    return isOver ? [] : become(event, 'access.requested', `pending:${event.at}`, at, {});
  });
}

/** Accesses that ran, with when they were to end and whether they were over before. */
function runs(world: RuleWorld, past: Past): { event: RuleEvent; endsAt: number; overAt: number }[] {
  return placed('access.granted', world, past).flatMap(({ event, index }) => {
    const endsAt = Date.parse(String(event.facts['access.endsAt'] ?? ''));
    if (Number.isNaN(endsAt)) return [];
    const recordId = recordOf(past.entries[index]);
    const over = past.entries.slice(index + 1).find((entry) => isAbout(entry, recordId, ['access.ended']));
    return [{ event, endsAt, overAt: over?.at ?? Number.POSITIVE_INFINITY }];
  });
}

function ended(world: RuleWorld, past: Past, ahead: number): RuleEvent[] {
  return runs(world, past)
    .map(({ event, endsAt, overAt }) => ({ event, endsAt, overAt, at: Math.max(endsAt - ahead, event.at) }))
    .filter(({ at, overAt }) => at < overAt)
    .map(({ event, endsAt, at }) =>
      become(event, 'access.ends', `ends:${endsAt}`, at, { 'access.daysLeft': Math.ceil((endsAt - at) / DAY) }),
    );
}

function overdue(world: RuleWorld, past: Past, every: number): RuleEvent[] {
  return runs(world, past).flatMap(({ event, endsAt, overAt }) => {
    const times: number[] = [];
    for (let at = endsAt; at < Math.min(past.until, overAt); at += every) {
      times.push(at);
      if (every === 0 || times.length >= MOST_PAST_EVENTS) break;
    }
    return times.map((at) => become(event, 'access.overdue', `overdue:${endsAt}:${at}`, at, { 'access.daysLeft': 0 }));
  });
}
