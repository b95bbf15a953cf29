/**
 * Events that time alone makes, worked out from how things are now, so that a night without a background loses none.
 * The same wait, request or end has the same identity whenever it is looked at. `at` is when it came due; hours and days
 * among the facts are as of the look, which may come much later.
 */
import { DAY, type GrantState, isRunning } from '../access/record.ts';
import type { AccessItem, GrantView } from '../access/view.ts';
import { eventOf } from './entry-events.ts';
import type { RuleEvent } from './event.ts';
import type { Trigger } from './rule.ts';
import type { RuleWorld } from './world.ts';
import { dialogFacts, isConfirmed, isoOf, recordFacts, waitsForUser } from './world-facts.ts';

export interface TimedEvents {
  due: RuleEvent[];
  /** Epoch ms at which to look again if nothing else happens; null: time alone will bring nothing. */
  nextAt: number | null;
}

/** Something that is due from `at` on, until `nextAt`, when it comes again. */
interface Moment {
  at: number;
  nextAt?: number;
  event: () => RuleEvent;
}

const HOUR = 3_600_000;

/**
 * What is due for a trigger. Answers and requests only while the portal's numbers are confirmed: somebody may have
 * answered elsewhere. Then there is no next time either; the reading that confirms them is a reason to look.
 */
export function timedEvents(trigger: Trigger, world: RuleWorld, now: number): TimedEvents {
  const moments = momentsOf(trigger, world, now);
  const due = moments.filter(({ at }) => at <= now);
  const ahead = moments.flatMap(({ at, nextAt }) => (at > now ? at : (nextAt ?? [])));
  return {
    due: due.sort((a, b) => a.at - b.at).map(({ event }) => event()),
    nextAt: ahead.length > 0 ? ahead.reduce((soonest, at) => Math.min(soonest, at)) : null,
  };
}

function momentsOf(trigger: Trigger, world: RuleWorld, now: number): Moment[] {
  switch (trigger.kind) {
    case 'answer.waits':
      return isConfirmed(world.view) ? waits(trigger.hours, world, now) : [];
    case 'access.requested':
      return trigger.pendingHours > 0 && isConfirmed(world.view) ? requests(trigger.pendingHours, world, now) : [];
    case 'access.ends':
      return running(world).flatMap((grant) => endings(grant, trigger.days, world, now));
    case 'access.overdue':
      return running(world).map((grant) => overdue(grant, trigger.repeatDays, world, now));
    default:
      return [];
  }
}

function waits(hours: number, world: RuleWorld, now: number): Moment[] {
  return world.view.dialogs.filter(waitsForUser).flatMap(({ chatId, turn }) => {
    if (!turn) return [];
    const at = turn.since + hours * HOUR;
    const facts = () => dialogFacts(world, chatId, now);
    const event = () => eventOf(world, 'answer.waits', `chat:${chatId}`, `since:${turn.since}`, at, facts());
    return [{ at, event }];
  });
}

/** Requests that are the vendor's or a partner's beyond doubt, but those that the user has put aside. */
function requests(hours: number, world: RuleWorld, now: number): Moment[] {
  return world.view.register.items.filter(isPending).map(({ id, requestedAt }) => {
    const at = requestedAt + hours * HOUR;
    const event = () =>
      eventOf(world, 'access.requested', `record:${id}`, `since:${requestedAt}`, at, recordFacts(world, id, now));
    return { at, event };
  });
}

const isPending = ({ kind, state, setAsideAt }: AccessItem): boolean =>
  (kind === 'vendor' || kind === 'partner') && state === 'pending' && setAsideAt === null;

type Running = GrantView & { endsAt: number };

/** Accesses that nobody has ended; when they should end is written down and needs no reading. */
const running = ({ view }: RuleWorld): Running[] =>
  view.register.items.filter(
    (item): item is Running & { state: GrantState } =>
      isRunning(item) && item.kind === 'vendor' && item.endsAt !== null,
  );

function endings({ id, startsAt, endsAt }: Running, days: number, world: RuleWorld, now: number): Moment[] {
  if (now >= endsAt) return [];
  // A short access is near its end from its beginning on.
  const at = Math.max(endsAt - days * DAY, startsAt ?? 0);
  const event = () => eventOf(world, 'access.ends', `record:${id}`, `ends:${endsAt}`, at, recordFacts(world, id, now));
  return [{ at, event }];
}

/** Only the newest of the days that were missed. */
function overdue({ id, endsAt }: Running, repeatDays: number, world: RuleWorld, now: number): Moment {
  const step = repeatDays * DAY;
  const times = step > 0 ? Math.max(0, Math.floor((now - endsAt) / step)) : 0;
  const at = endsAt + times * step;
  const version = `ends:${endsAt}:day:${times * repeatDays}`;
  const event = () => eventOf(world, 'access.overdue', `record:${id}`, version, at, recordFacts(world, id, now));
  return { at, event, ...(step > 0 && { nextAt: at + step }) };
}

/** The time that a schedule names has come. */
export const scheduleEvent = (world: RuleWorld, at: number): RuleEvent =>
  eventOf(world, 'schedule', 'portal', isoOf(at) ?? String(at), at, {});

/** Somebody has started a rule by hand; `id` tells one press from the next. */
export const manualEvent = (world: RuleWorld, id: string, at: number): RuleEvent =>
  eventOf(world, 'manual', 'portal', id, at, {});
