/**
 * Access of the vendor's support, one chart for each request; the record is its stored form.
 *
 *   seen ── request.verified, request.confirmed ─▶ pending ── access.granted ─▶ granted ⇄ ending ⇄ overdue
 *    │                                              │  ▲                              │  by clock.advanced,
 *    │ request.rejected,                            │  │ request.returned             │  both ways
 *    ▼ answer.unclear                               │  │ (unknown, declined)          │
 *   unknown ◀──────────────── answer.unclear ───────┼──┴──────────────────────────────┤
 *                                                   │                                 ├── access.revoked ─▶ revoked
 *   declined ◀─────────────── access.declined ──────┘                                 └── access.ended ───▶ ended
 *
 * Time alone ends nothing: what should have ended is overdue until a person or the portal settles it. Proof may come
 * late, and without what came before it: seen leads wherever pending does, and an access may be revoked before anybody
 * saw it granted. Unknown leads to granted, declined, revoked and ended; declined to granted; revoked and ended to
 * granted, but only by proof that is newer than the end, since an old message may keep its buttons. `corrected` is a
 * person's word and leads from any state to any; an access entered by hand begins at granted.
 */
import { assign, setup, transition } from 'xstate';
import type { GrantEvent } from '../domain/access/chart-events.ts';
import { endedAfter, endOf, phaseOf } from '../domain/access/clock.ts';
import type { DaysSource, GrantRecord } from '../domain/access/record.ts';
import { toldOfOthers } from '../domain/access/reminders.ts';

export interface AccessGrantContext {
  days: number;
  daysSource: DaysSource;
  /** All in epoch ms; null: not yet, or nobody knows. */
  startsAt: number | null;
  endsAt: number | null;
  endedAt: number | null;
  answeredAt: number | null;
}

type EventOf<T extends GrantEvent['type']> = Extract<GrantEvent, { type: T }>;

const UNANSWERED = { startsAt: null, endsAt: null, endedAt: null, answeredAt: null };

function granted(context: AccessGrantContext, event: EventOf<'access.granted'>): AccessGrantContext {
  const days = event.days ?? context.days;
  const daysSource = event.daysSource ?? context.daysSource;
  const startsAt = context.startsAt ?? event.at;
  const answeredAt = event.answeredAt === undefined ? event.at : event.answeredAt;
  return {
    days,
    daysSource,
    startsAt,
    endsAt: endOf(startsAt, days),
    endedAt: null,
    // A button that is back tells that an access goes on, not when it was agreed to.
    answeredAt: context.startsAt === null ? answeredAt : context.answeredAt,
  };
}

function corrected(context: AccessGrantContext, { to, at }: EventOf<'corrected'>): Partial<AccessGrantContext> {
  switch (to) {
    case 'pending':
      return UNANSWERED;
    case 'unknown':
      return { endedAt: null };
    case 'declined':
      return { ...UNANSWERED, answeredAt: context.startsAt === null ? (context.answeredAt ?? at) : at };
    case 'granted':
      return granted(context, { type: 'access.granted', at, answeredAt: context.answeredAt ?? at });
    case 'revoked':
    case 'ended':
      return { endedAt: endedAfter(context, at) };
  }
}

const chart = setup({
  types: { context: {} as AccessGrantContext, events: {} as GrantEvent },
  actions: {
    takeGrant: assign(({ context, event }) => (event.type === 'access.granted' ? granted(context, event) : {})),
    takeGrantAnew: assign(({ context, event }) =>
      event.type === 'access.granted' ? granted({ ...context, ...UNANSWERED }, event) : {},
    ),
    takeAnswer: assign(({ event }) =>
      event.type === 'access.declined' || event.type === 'answer.unclear'
        ? { ...UNANSWERED, answeredAt: event.at }
        : {},
    ),
    takeEnd: assign(({ context, event }) =>
      event.type === 'access.revoked' || event.type === 'access.ended'
        ? { endedAt: endedAfter(context, event.at) }
        : {},
    ),
    takeLength: assign(({ context: { startsAt }, event }) =>
      event.type === 'length.set'
        ? {
            days: event.days,
            daysSource: event.source,
            endsAt: startsAt === null ? null : endOf(startsAt, event.days),
          }
        : {},
    ),
    takeStart: assign(({ context, event }) =>
      event.type === 'start.set' ? { startsAt: event.at, endsAt: endOf(event.at, context.days) } : {},
    ),
    takeCorrection: assign(({ context, event }) => (event.type === 'corrected' ? corrected(context, event) : {})),
    forgetAnswer: assign(() => UNANSWERED),
  },
  guards: {
    hasBegun: ({ context }) => context.startsAt !== null,
    isNewerThanEnd: ({ context, event }) => event.type === 'access.granted' && event.at > (context.endedAt ?? 0),
    isOverdue: ({ context, event }) => phaseNow(context, event) === 'overdue',
    isEnding: ({ context, event }) => phaseNow(context, event) === 'ending',
  },
});

const phaseNow = ({ endsAt }: AccessGrantContext, event: GrantEvent) =>
  endsAt !== null && event.type === 'clock.advanced' ? phaseOf(endsAt, event.now) : null;

const RUNNING = {
  on: {
    'clock.advanced': [
      { guard: 'isOverdue', target: 'overdue' },
      { guard: 'isEnding', target: 'ending' },
      { target: 'granted' },
    ],
    'access.revoked': { target: 'revoked', actions: 'takeEnd' },
    'access.ended': { target: 'ended', actions: 'takeEnd' },
    // When it was agreed to is still true.
    'answer.unclear': { target: 'unknown' },
  },
} as const;

const ANSWERS = {
  'access.granted': { target: 'granted', actions: 'takeGrant' },
  'access.declined': { target: 'declined', actions: 'takeAnswer' },
  'access.revoked': { target: 'revoked', actions: 'takeEnd' },
  'access.ended': { target: 'ended', actions: 'takeEnd' },
} as const;

const BACK = { 'request.returned': { target: 'pending', actions: 'forgetAnswer' } } as const;

const AGAIN = {
  on: { 'access.granted': { guard: 'isNewerThanEnd', target: 'granted', actions: 'takeGrantAnew' } },
} as const;

export const accessGrant = chart.createMachine({
  id: 'access-grant',
  context: { days: 21, daysSource: 'preset', ...UNANSWERED },
  initial: 'seen',
  on: {
    'length.set': { actions: 'takeLength' },
    'start.set': { guard: 'hasBegun', actions: 'takeStart' },
    corrected: (['pending', 'granted', 'declined', 'revoked', 'ended', 'unknown'] as const).map((to) => ({
      guard: ({ event }: { event: EventOf<'corrected'> }) => event.to === to,
      target: `.${to}` as const,
      actions: 'takeCorrection' as const,
    })),
  },
  states: {
    seen: {
      on: {
        ...ANSWERS,
        'request.verified': { target: 'pending' },
        'request.confirmed': { target: 'pending' },
        'request.rejected': { target: 'unknown' },
        'answer.unclear': { target: 'unknown', actions: 'takeAnswer' },
      },
    },
    pending: { on: { ...ANSWERS, 'answer.unclear': { target: 'unknown', actions: 'takeAnswer' } } },
    granted: RUNNING,
    ending: RUNNING,
    overdue: RUNNING,
    ended: AGAIN,
    revoked: AGAIN,
    declined: { on: { ...BACK, 'access.granted': { target: 'granted', actions: 'takeGrant' } } },
    unknown: { on: { ...BACK, ...ANSWERS } },
  },
});

/** The record after an event, at the present time; the same object when nothing of it changes. */
export function grantAfter(record: GrantRecord, event: GrantEvent, now: number): GrantRecord {
  const { days, daysSource, startsAt, endsAt, endedAt, answeredAt } = record;
  const context = { days, daysSource, startsAt, endsAt, endedAt, answeredAt };
  const [told] = transition(accessGrant, accessGrant.resolveState({ value: record.state, context }), event);
  const [next] = transition(accessGrant, told, { type: 'clock.advanced', now });
  const isSame =
    next.value === record.state &&
    (Object.keys(context) as (keyof AccessGrantContext)[]).every((key) => next.context[key] === context[key]);
  if (isSame) return record;
  const isOpenAgain = next.value === 'pending' && record.state !== 'seen' && record.state !== 'pending';
  const answer = isOpenAgain ? { answeredBy: null, answerer: '', told: toldOfOthers(record.told) } : {};
  return { ...record, ...next.context, ...answer, state: next.value, changedAt: now };
}
