/**
 * A question that waits for a slot, one chart for each.
 *
 *   written ── parked ─▶ waiting ── slot.freed ─▶ offered ── used ─▶ used
 *                          ▲                        │
 *                          └── slots.taken ─────────┘        discarded ─▶ discarded (from any but used)
 */
import { assign, setup } from 'xstate';
import type { DraftKind } from '../domain/drafts.ts';

export interface ParkedDraftContext {
  /** Only a parked question waits for a slot. */
  kind: DraftKind;
  /** Epoch ms of the last offer; null while none was made. */
  offeredAt: number | null;
  /** Epoch ms until which the offer rests; 0: it does not. */
  snoozedUntil: number;
}

export type ParkedDraftEvent =
  | { type: 'parked' }
  | { type: 'slot.freed'; at: number }
  | { type: 'slots.taken' }
  | { type: 'snoozed'; until: number }
  | { type: 'used' }
  | { type: 'discarded' }
  /** The user took the discarding back. */
  | { type: 'restored' };

export const parkedDraft = setup({
  types: { context: {} as ParkedDraftContext, events: {} as ParkedDraftEvent },
  actions: {
    takeOffer: assign(({ event }) => (event.type === 'slot.freed' ? { offeredAt: event.at } : {})),
    takeSnooze: assign(({ event }) => (event.type === 'snoozed' ? { snoozedUntil: event.until } : {})),
  },
  guards: { waits: ({ context }) => context.kind === 'parked' },
}).createMachine({
  id: 'parked-draft',
  context: { kind: 'parked', offeredAt: null, snoozedUntil: 0 },
  initial: 'written',
  on: { discarded: { target: '.discarded' }, snoozed: { actions: 'takeSnooze' } },
  states: {
    written: { on: { parked: { target: 'waiting' }, used: { target: 'used' } } },
    waiting: { on: { 'slot.freed': { target: 'offered', actions: 'takeOffer' }, used: { target: 'used' } } },
    offered: { on: { 'slots.taken': { target: 'waiting' }, used: { target: 'used' } } },
    used: { on: { discarded: {} } },
    discarded: {
      on: { restored: [{ guard: 'waits', target: 'waiting' }, { target: 'written' }], discarded: {} },
    },
  },
});
