/**
 * What happens between the wish for a new dialog and its end, one chart for each tab.
 *
 *   idle ── button.pressed ─▶ checking ─▶ passed (a slot is free, or nobody knows)
 *                                ├─▶ nearCard ── proceeded ─▶ passed      ── slots.told: there are more ─▶ freedCard
 *                                ├─▶ offCard · singleCard
 *                                └─▶ fullCard ── way.chosen ─▶ draftClose · draftAskSupport · parking · overriding
 *                                       ▲  └── slots.told: one is free ─▶ freedCard ── proceeded ─▶ passed
 *                                       └── went.back ── (any way)
 *   parking ── draft.saved ─▶ parked        overriding ── overridden ─▶ overridden        card.closed ─▶ idle (from any)
 */
import { assign, setup } from 'xstate';
import type { GuardAnswer, GuardOrigin, GuardWay } from '../domain/guard.ts';

export interface NewDialogGuardContext {
  answer: GuardAnswer;
  origin: GuardOrigin;
  /** Epoch ms of the press. */
  since: number;
  draftId: string | null;
  /** Why the user went on all the same. */
  reason: string | null;
}

export type NewDialogGuardEvent =
  | { type: 'button.pressed'; answer: GuardAnswer; origin: GuardOrigin; at: number }
  | { type: 'slots.told'; answer: GuardAnswer }
  | { type: 'way.chosen'; way: GuardWay }
  | { type: 'went.back' }
  | { type: 'proceeded' }
  | { type: 'draft.saved'; draftId: string }
  | { type: 'overridden'; reason: string }
  | { type: 'card.closed' };

const chose =
  (way: GuardWay) =>
  ({ event }: { event: NewDialogGuardEvent }): boolean =>
    event.type === 'way.chosen' && event.way === way;

/** A slot that became free while somebody was writing is told on the way back. */
const BACK = [{ guard: 'isFree' as const, target: 'freedCard' as const }, { target: 'checking' as const }];

const WAYS_PAST_THE_RULE = [
  { guard: 'parks' as const, target: 'parking' as const },
  { guard: 'overrides' as const, target: 'overriding' as const },
];

const WAYS = [
  { guard: 'asksToClose' as const, target: 'draftClose' as const },
  { guard: 'asksToOpen' as const, target: 'draftAskSupport' as const },
  ...WAYS_PAST_THE_RULE,
];

const TAKES = { actions: 'takeAnswer' as const };

/** The card of the numbers that are told; the card on show stays when it is the same one. */
const ROOM = { guard: 'hasRoomNow' as const, target: 'freedCard' as const, ...TAKES };
/** The last slot is the last one as long as there are not more. */
const MORE_ROOM = { ...ROOM, guard: 'isRoomyNow' as const };
const WITHOUT_ROOM = [
  { guard: 'isFullNow' as const, target: 'fullCard' as const, ...TAKES },
  { guard: 'isOffNow' as const, target: 'offCard' as const, ...TAKES },
  { guard: 'isSingleNow' as const, target: 'singleCard' as const, ...TAKES },
  TAKES,
];

const answered =
  (...answers: GuardAnswer[]) =>
  ({ context }: { context: NewDialogGuardContext }): boolean =>
    answers.includes(context.answer);

const tells =
  (...answers: GuardAnswer[]) =>
  ({ event }: { event: NewDialogGuardEvent }): boolean =>
    event.type === 'slots.told' && answers.includes(event.answer);

export const newDialogGuard = setup({
  types: { context: {} as NewDialogGuardContext, events: {} as NewDialogGuardEvent },
  actions: {
    takeWish: assign(({ event }) =>
      event.type === 'button.pressed'
        ? { answer: event.answer, origin: event.origin, since: event.at, draftId: null, reason: null }
        : {},
    ),
    takeAnswer: assign(({ event }) => (event.type === 'slots.told' ? { answer: event.answer } : {})),
    takeDraft: assign(({ event }) => (event.type === 'draft.saved' ? { draftId: event.draftId } : {})),
    takeReason: assign(({ event }) => (event.type === 'overridden' ? { reason: event.reason } : {})),
  },
  guards: {
    isFree: answered('pass', 'unlimited'),
    isNear: answered('near'),
    isFull: answered('full', 'over'),
    isOff: answered('off'),
    isSingle: answered('single'),
    hasRoomNow: tells('pass', 'near', 'unlimited'),
    isRoomyNow: tells('pass', 'unlimited'),
    isFullNow: tells('full', 'over'),
    isOffNow: tells('off'),
    isSingleNow: tells('single'),
    asksToClose: chose('closeRequest'),
    asksToOpen: chose('openRequest'),
    parks: chose('park'),
    overrides: chose('override'),
  },
}).createMachine({
  id: 'new-dialog-guard',
  context: { answer: 'unsure', origin: 'portalButton', since: 0, draftId: null, reason: null },
  initial: 'idle',
  on: {
    'button.pressed': { target: '.checking', actions: 'takeWish' },
    'card.closed': { target: '.idle' },
    'slots.told': { actions: 'takeAnswer' },
  },
  states: {
    idle: {},
    checking: {
      always: [
        { guard: 'isNear', target: 'nearCard' },
        { guard: 'isFull', target: 'fullCard' },
        { guard: 'isOff', target: 'offCard' },
        { guard: 'isSingle', target: 'singleCard' },
        { target: 'passed' },
      ],
    },
    passed: {},
    nearCard: { on: { proceeded: { target: 'passed' }, 'slots.told': [MORE_ROOM, ...WITHOUT_ROOM] } },
    fullCard: { on: { 'way.chosen': WAYS, 'slots.told': [ROOM, ...WITHOUT_ROOM] } },
    freedCard: {
      on: {
        proceeded: { target: 'passed' },
        // Chosen in the very moment in which the slot became free.
        'way.chosen': WAYS,
        'slots.told': [ROOM, ...WITHOUT_ROOM],
      },
    },
    offCard: { on: { 'way.chosen': WAYS_PAST_THE_RULE, 'slots.told': [ROOM, ...WITHOUT_ROOM] } },
    singleCard: { on: { 'way.chosen': WAYS_PAST_THE_RULE, 'slots.told': [ROOM, ...WITHOUT_ROOM] } },
    // While somebody is writing, the card keeps its place: the changed numbers are shown in it.
    draftClose: { on: { 'went.back': BACK } },
    draftAskSupport: { on: { 'went.back': BACK } },
    parking: {
      on: { 'went.back': BACK, 'draft.saved': { target: 'parked', actions: 'takeDraft' } },
    },
    parked: {},
    overriding: {
      on: { 'went.back': BACK, overridden: { target: 'overridden', actions: 'takeReason' } },
    },
    overridden: {},
  },
});
