/**
 * A partner who asks to take over the support of the portal, one chart for each request; the record is its stored form.
 *
 *   seen ── request.verified, request.confirmed ─▶ pending ── partner.accepted ─▶ active ── partner.ended ─▶ ended
 *    │ request.rejected                              │ ▲                            │
 *    ▼                                               │ │ request.returned           │ answer.unclear
 *   unknown ◀── answer.unclear ──────────────────────┤ └─ (unknown, declined)       ▼
 *                                                    └── partner.declined ─▶ declined
 *
 * No end is known in advance, so time moves nothing. Proof may come late: unknown leads to active, declined and ended;
 * declined to active; ended to active, but only by proof that is newer than the end. `corrected` is a person's word
 * and leads from any state to any. A partner entered by hand begins at active.
 */
import { assign, setup, transition } from 'xstate';
import type { PartnerEvent } from '../domain/access/chart-events.ts';
import { endedAfter } from '../domain/access/clock.ts';
import type { PartnerRecord } from '../domain/access/record.ts';
import { toldOfOthers } from '../domain/access/reminders.ts';

export interface PartnerRequestContext {
  /** All in epoch ms; null: not yet, or nobody knows. */
  startsAt: number | null;
  endedAt: number | null;
  answeredAt: number | null;
}

type EventOf<T extends PartnerEvent['type']> = Extract<PartnerEvent, { type: T }>;

const UNANSWERED = { startsAt: null, endedAt: null, answeredAt: null };

function accepted(context: PartnerRequestContext, event: EventOf<'partner.accepted'>): PartnerRequestContext {
  const answeredAt = event.answeredAt === undefined ? event.at : event.answeredAt;
  return {
    startsAt: context.startsAt ?? event.at,
    endedAt: null,
    // A button that is back tells that the support goes on, not when it was agreed to.
    answeredAt: context.startsAt === null ? answeredAt : context.answeredAt,
  };
}

function corrected(context: PartnerRequestContext, { to, at }: EventOf<'corrected'>): Partial<PartnerRequestContext> {
  switch (to) {
    case 'pending':
      return UNANSWERED;
    case 'unknown':
      return { endedAt: null };
    case 'declined':
      return { ...UNANSWERED, answeredAt: context.startsAt === null ? (context.answeredAt ?? at) : at };
    case 'active':
      return accepted(context, { type: 'partner.accepted', at, answeredAt: context.answeredAt ?? at });
    case 'ended':
      return { endedAt: endedAfter(context, at) };
  }
}

const chart = setup({
  types: { context: {} as PartnerRequestContext, events: {} as PartnerEvent },
  actions: {
    takeStart: assign(({ context, event }) => (event.type === 'partner.accepted' ? accepted(context, event) : {})),
    moveStart: assign(({ event }) => (event.type === 'start.set' ? { startsAt: event.at } : {})),
    takeStartAnew: assign(({ event }) => (event.type === 'partner.accepted' ? accepted(UNANSWERED, event) : {})),
    takeAnswer: assign(({ event }) =>
      event.type === 'partner.declined' || event.type === 'answer.unclear'
        ? { ...UNANSWERED, answeredAt: event.at }
        : {},
    ),
    takeEnd: assign(({ context, event }) =>
      event.type === 'partner.ended' ? { endedAt: endedAfter(context, event.at) } : {},
    ),
    takeCorrection: assign(({ context, event }) => (event.type === 'corrected' ? corrected(context, event) : {})),
    forgetAnswer: assign(() => UNANSWERED),
  },
  guards: {
    hasBegun: ({ context }) => context.startsAt !== null,
    isNewerThanEnd: ({ context, event }) => event.type === 'partner.accepted' && event.at > (context.endedAt ?? 0),
  },
});

const ANSWERS = {
  'partner.accepted': { target: 'active', actions: 'takeStart' },
  'partner.declined': { target: 'declined', actions: 'takeAnswer' },
  'partner.ended': { target: 'ended', actions: 'takeEnd' },
} as const;

const BACK = { 'request.returned': { target: 'pending', actions: 'forgetAnswer' } } as const;

export const partnerRequest = chart.createMachine({
  id: 'partner-request',
  context: UNANSWERED,
  initial: 'seen',
  on: {
    'start.set': { guard: 'hasBegun', actions: 'moveStart' },
    corrected: (['pending', 'active', 'declined', 'ended', 'unknown'] as const).map((to) => ({
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
    active: {
      on: { 'partner.ended': { target: 'ended', actions: 'takeEnd' }, 'answer.unclear': { target: 'unknown' } },
    },
    ended: { on: { 'partner.accepted': { guard: 'isNewerThanEnd', target: 'active', actions: 'takeStartAnew' } } },
    declined: { on: { ...BACK, 'partner.accepted': { target: 'active', actions: 'takeStart' } } },
    unknown: { on: { ...BACK, ...ANSWERS } },
  },
});

/** The record after an event; the same object when nothing of it changes. */
export function partnerAfter(record: PartnerRecord, event: PartnerEvent, now: number): PartnerRecord {
  const { startsAt, endedAt, answeredAt } = record;
  const context = { startsAt, endedAt, answeredAt };
  const [next] = transition(partnerRequest, partnerRequest.resolveState({ value: record.state, context }), event);
  const isSame =
    next.value === record.state &&
    (Object.keys(context) as (keyof PartnerRequestContext)[]).every((key) => next.context[key] === context[key]);
  if (isSame) return record;
  const isOpenAgain = next.value === 'pending' && record.state !== 'seen' && record.state !== 'pending';
  const answer = isOpenAgain ? { answeredBy: null, answerer: '', told: toldOfOthers(record.told) } : {};
  return { ...record, ...next.context, ...answer, state: next.value, changedAt: now };
}
