/**
 * Whether Latchdesk can work on a portal, and if not, why.
 *
 *   unknown ──reading.succeeded──▶ live ◀──reading.succeeded── degraded
 *      │                            │ ▲                          ▲
 *      │ portal.unsupported         │ └───── reading.failed ─────┘
 *      ▼                            ▼
 *   unsupported ◀───────────── (any state) ──user.signedOut──▶ signedOut ──page.supported──▶ unknown
 */
import { assign, setup } from 'xstate';
import type { ReadFailure, UnsupportedReason } from '../domain/view.ts';

export interface PortalSessionContext {
  reason: UnsupportedReason | null;
  failure: ReadFailure | null;
  /** True when a page said that nobody, or somebody else, is signed in: a page of the user ends it. */
  hasLeft: boolean;
  /** Epoch ms of the last change of state. */
  since: number;
}

export type PortalSessionEvent =
  | { type: 'page.supported'; at: number }
  | { type: 'portal.unsupported'; reason: UnsupportedReason; at: number }
  | { type: 'reading.succeeded'; at: number }
  | { type: 'reading.failed'; failure: ReadFailure; at: number }
  | { type: 'user.signedOut'; at: number };

export const portalSession = setup({
  types: { context: {} as PortalSessionContext, events: {} as PortalSessionEvent },
  actions: {
    noteReason: assign(({ event, context }) =>
      event.type === 'portal.unsupported'
        ? {
            reason: event.reason,
            failure: null,
            hasLeft: false,
            since: event.reason === context.reason ? context.since : event.at,
          }
        : {},
    ),
    noteFailure: assign(({ event, context }) =>
      event.type === 'reading.failed'
        ? {
            failure: event.failure,
            reason: null,
            hasLeft: false,
            since: context.failure === null ? event.at : context.since,
          }
        : {},
    ),
    noteSignedOut: assign(({ event, context }) => ({
      reason: null,
      failure: 'signedOut' as const,
      hasLeft: context.hasLeft || event.type === 'user.signedOut',
      since: context.failure === 'signedOut' ? context.since : event.at,
    })),
    forgetTrouble: assign(({ event }) => ({ reason: null, failure: null, hasLeft: false, since: event.at })),
  },
  guards: {
    isSignedOut: ({ event }) => event.type === 'reading.failed' && event.failure === 'signedOut',
    // The old messenger is a matter of the page; the other reasons only a reading can lift.
    isOldMessenger: ({ context }) => context.reason === 'oldMessenger',
  },
}).createMachine({
  id: 'portal-session',
  initial: 'unknown',
  context: { reason: null, failure: null, hasLeft: false, since: 0 },
  on: {
    'portal.unsupported': { target: '.unsupported', actions: 'noteReason' },
    'user.signedOut': { target: '.signedOut', actions: 'noteSignedOut' },
    'reading.failed': [
      { guard: 'isSignedOut', target: '.signedOut', actions: 'noteSignedOut' },
      { target: '.degraded', actions: 'noteFailure' },
    ],
    'reading.succeeded': { target: '.live', actions: 'forgetTrouble' },
  },
  states: {
    unknown: {},
    live: { on: { 'reading.succeeded': {} } },
    degraded: {},
    signedOut: { on: { 'page.supported': { target: 'unknown', actions: 'forgetTrouble' } } },
    unsupported: {
      on: { 'page.supported': { guard: 'isOldMessenger', target: 'unknown', actions: 'forgetTrouble' } },
    },
  },
});
