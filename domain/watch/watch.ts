/** Reading a portal while none of its pages is open: how it went so far, and why it stopped. */
import type { ReadFailure, UnsupportedReason } from '../view.ts';
import { DEFAULT_WATCH, type WatchPlan, type WatchSettings } from './schedule.ts';

/** Everything about it, as it is stored and shown. */
export interface Watch {
  settings: WatchSettings;
  state: WatchState;
  /** As it was made after the last change. */
  plan: WatchPlan;
}

export interface WatchState {
  /** Epoch ms of the last attempt; 0: none was made. */
  triedAt: number;
  /** Epoch ms at which the numbers were last good, also by a page that was open; 0: never. */
  knownAt: number;
  /** Failures in a row. */
  failures: number;
  /** Set: nothing is read any more until a page of the portal or the user says so. */
  stop: WatchStop | null;
}

export interface WatchStop {
  reason: WatchStopReason;
  /** Epoch ms. */
  since: number;
}

/** `noPermission`: the browser does not let us into the host. `failing`: too many failures in a row. */
export type WatchStopReason = 'signedOut' | 'noPermission' | 'failing' | UnsupportedReason;

export type WatchOutcome =
  | { kind: 'read' }
  | { kind: 'failed'; failure: ReadFailure }
  | { kind: 'stopped'; reason: Exclude<WatchStopReason, 'failing'> };

export const NEVER_WATCHED: WatchState = { triedAt: 0, knownAt: 0, failures: 0, stop: null };

export const NO_WATCH: Watch = { settings: DEFAULT_WATCH, state: NEVER_WATCHED, plan: { kind: 'off' } };

/** With the longest pauses between them more than a day. */
export const MOST_FAILURES = 10;

/** The state after an attempt without a tab. */
export function watchAfter(state: WatchState, outcome: WatchOutcome, at: number): WatchState {
  const tried = { ...state, triedAt: at };
  switch (outcome.kind) {
    case 'read':
      return watchHeard(tried, at);
    case 'stopped':
      return stopped(tried, outcome.reason, at);
    case 'failed':
      return afterFailure(tried, outcome.failure, at);
  }
}

/** The state after a page of the portal was read, or confirmed the numbers: the user is signed in there. */
export const watchHeard = (state: WatchState, at: number): WatchState => ({
  ...state,
  knownAt: at,
  failures: 0,
  stop: null,
});

/** The state after the user has said "try again": earlier attempts hold nothing back. */
export const watchResumed = (state: WatchState): WatchState => ({ ...state, triedAt: 0, failures: 0, stop: null });

/** Why reading has stopped with this change, to be said once; null: it has not, or had before. */
export function stopNews(before: WatchState, after: WatchState): WatchStopReason | null {
  return after.stop && after.stop.reason !== before.stop?.reason ? after.stop.reason : null;
}

function afterFailure(state: WatchState, failure: ReadFailure, at: number): WatchState {
  if (failure === 'signedOut') return stopped(state, failure, at);
  // Nothing has left the computer: the portal was not troubled, and is not at fault.
  if (failure === 'offline') return state;
  const failures = state.failures + 1;
  return failures >= MOST_FAILURES ? stopped({ ...state, failures }, 'failing', at) : { ...state, failures };
}

/** What it stopped for first stays, with its time. */
const stopped = (state: WatchState, reason: WatchStopReason, at: number): WatchState =>
  state.stop?.reason === reason ? state : { ...state, stop: { reason, since: at } };
