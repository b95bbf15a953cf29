/**
 * How many slots are taken against the limit, and whether that is still known to be right.
 *
 *   level:      unread → roomy · near · full · over · unlimited · single · switchedOff   (by the numbers)
 *   freshness:  fresh ──clock past keepsUntil──▶ stale ──numbers.told by a reading / numbers.confirmed──▶ fresh
 */
import { assign, setup } from 'xstate';
import { ASSUMED_LIMIT, type Limit, NUMBERS_KEEP_FOR, type SlotLevel, slotLevel } from '../domain/slots.ts';
import type { Source } from '../domain/source.ts';

/** Clocks are corrected by less than this all the time. */
const SMALL_CORRECTION = 60_000;

export interface SupportSlotsContext {
  used: number | null;
  created: number;
  limit: Limit | null;
  limitSource: Source;
  atMost: boolean;
  source: Source;
  /** Epoch ms at which the numbers were last known to be right. */
  at: number | null;
  /** Epoch ms after which they count as stale; a deadline is data, an alarm brings `clock.advanced`. */
  keepsUntil: number;
}

export type SupportSlotsEvent =
  | {
      type: 'numbers.told';
      used: number;
      created: number;
      /** Null when the portal did not tell it. */
      limit: Limit | null;
      atMost: boolean;
      source: Source;
      at: number;
    }
  | { type: 'numbers.confirmed'; at: number }
  | { type: 'clock.advanced'; now: number };

const levelIs =
  (level: SlotLevel) =>
  ({ event }: { event: SupportSlotsEvent }): boolean =>
    event.type === 'numbers.told' && slotLevel(event.used, event.limit ?? ASSUMED_LIMIT) === level;

export const supportSlots = setup({
  types: { context: {} as SupportSlotsContext, events: {} as SupportSlotsEvent },
  actions: {
    takeNumbers: assign(({ event, context }) => {
      if (event.type !== 'numbers.told') return {};
      const { used, created, atMost, source, at } = event;
      // An event moves numbers on, but cannot vouch for what was not confirmed in time.
      const isBacked = source === 'portal' || at < context.keepsUntil;
      return {
        used,
        created,
        atMost,
        source,
        at: isBacked ? at : context.at,
        limit: event.limit ?? ASSUMED_LIMIT,
        limitSource: event.limit ? ('portal' as const) : ('assumed' as const),
        keepsUntil: isBacked ? at + NUMBERS_KEEP_FOR : context.keepsUntil,
      };
    }),
    confirm: assign(({ event }) =>
      event.type === 'numbers.confirmed' ? { at: event.at, keepsUntil: event.at + NUMBERS_KEEP_FOR } : {},
    ),
  },
  guards: {
    isRoomy: levelIs('roomy'),
    isNear: levelIs('near'),
    isFull: levelIs('full'),
    isOver: levelIs('over'),
    isUnlimited: levelIs('unlimited'),
    isSingle: levelIs('single'),
    isSwitchedOff: levelIs('switchedOff'),
    isReading: ({ event }) => event.type === 'numbers.told' && event.source === 'portal',
    hasNumbers: ({ context }) => context.used !== null,
    isPastKeeping: ({ context, event }) =>
      event.type === 'clock.advanced' &&
      context.used !== null &&
      // A clock that was set back to before the numbers cannot tell their age.
      (event.now >= context.keepsUntil || event.now < (context.at ?? 0) - SMALL_CORRECTION),
  },
}).createMachine({
  id: 'support-slots',
  type: 'parallel',
  context: {
    used: null,
    created: 0,
    limit: null,
    limitSource: 'assumed',
    atMost: false,
    source: 'assumed',
    at: null,
    keepsUntil: 0,
  },
  states: {
    level: {
      initial: 'unread',
      on: {
        'numbers.told': [
          { guard: 'isRoomy', target: '.roomy', actions: 'takeNumbers' },
          { guard: 'isNear', target: '.near', actions: 'takeNumbers' },
          { guard: 'isFull', target: '.full', actions: 'takeNumbers' },
          { guard: 'isOver', target: '.over', actions: 'takeNumbers' },
          { guard: 'isUnlimited', target: '.unlimited', actions: 'takeNumbers' },
          { guard: 'isSingle', target: '.single', actions: 'takeNumbers' },
          { guard: 'isSwitchedOff', target: '.switchedOff', actions: 'takeNumbers' },
        ],
      },
      states: {
        unread: {},
        roomy: {},
        near: {},
        full: {},
        over: {},
        unlimited: {},
        single: {},
        switchedOff: {},
      },
    },
    freshness: {
      initial: 'fresh',
      on: {
        'numbers.told': { guard: 'isReading', target: '.fresh' },
        'numbers.confirmed': { guard: 'hasNumbers', target: '.fresh', actions: 'confirm' },
      },
      states: {
        fresh: { on: { 'clock.advanced': { guard: 'isPastKeeping', target: 'stale' } } },
        stale: {},
      },
    },
  },
});
