/** When a portal without an open page is read next. Everything follows from what is passed in, also the chance. */
import { nextAwakeMoment, type QuietHours } from './quiet-hours.ts';
import type { WatchState, WatchStopReason } from './watch.ts';

export interface WatchSettings {
  /** The user has asked for it on this portal. */
  isOn: boolean;
  /** Minutes between two readings. */
  every: number;
  quiet: QuietHours | null;
}

export const DEFAULT_WATCH: WatchSettings = {
  isOn: false,
  every: 15,
  quiet: { timeZone: '', from: 22 * 60, until: 7 * 60 },
};

export type WatchPlan =
  | { kind: 'off' }
  /** To be shown: nothing is read until a page of the portal or the user says so. */
  | { kind: 'stopped'; reason: WatchStopReason; since: number }
  /** `at`: epoch ms, to be kept until then; another plan would have another chance in it. */
  | { kind: 'planned'; at: number; because: 'interval' | 'backOff' | 'quietHours' }
  /** The quiet hours leave no time of the day. */
  | { kind: 'never' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** More often is what pages are for. */
const SHORTEST_EVERY = 5;
const LONGEST_EVERY = 24 * 60;
const LONGEST_PAUSE = 4 * HOUR;
/** Part of a pause that chance may add, so that many browsers do not come at once. */
const JITTER = 0.2;
/** What is overdue, after a night or at the browser's start, comes within this time. */
const CATCH_UP = 2 * MINUTE;
/** All portals wake at the same time. */
const WAKE_UP = 5 * MINUTE;

/** The plan after something has changed; `random` is 0…1. */
export function planWatch(state: WatchState, settings: WatchSettings, now: number, random: number): WatchPlan {
  if (!settings.isOn) return { kind: 'off' };
  if (state.stop) return { kind: 'stopped', ...state.stop };
  // Times ahead of now are from before the computer's clock was set back.
  const last = Math.min(Math.max(state.triedAt, state.knownAt, 0), now);
  const due = last + pauseAfter(state.failures, settings) * (1 + JITTER * random);
  const wish = Math.round(Math.max(due, now + CATCH_UP * random));
  const awake = nextAwakeMoment(settings.quiet, wish);
  if (awake === null) return { kind: 'never' };
  if (awake === wish) return { kind: 'planned', at: wish, because: state.failures > 0 ? 'backOff' : 'interval' };
  return { kind: 'planned', at: afterWaking(settings.quiet, awake, random), because: 'quietHours' };
}

/** What to do about a plan at a moment, when an alarm rings or the background wakes. */
export type WatchTurn = 'wait' | 'read' | 'planAnew';

/** An alarm may ring hours late, and the clock may have been set meanwhile. */
export function turnOf(plan: WatchPlan, settings: WatchSettings, now: number): WatchTurn {
  if (plan.kind !== 'planned') return 'wait';
  if (plan.at > now) return plan.at - now > farthest(settings) ? 'planAnew' : 'wait';
  return nextAwakeMoment(settings.quiet, now) === now ? 'read' : 'planAnew';
}

/** Of the portals whose turn it is those to read now: few at once, the one that has waited longest first. */
export function nextInTurn<T extends { at: number }>(due: readonly T[], underWay: number): T[] {
  const room = Math.max(0, AT_ONCE - underWay);
  return [...due].sort((a, b) => a.at - b.at).slice(0, room);
}

/** Fifty portals that are due after a night must not make the computer pant. */
const AT_ONCE = 2;

function pauseAfter(failures: number, settings: WatchSettings): number {
  const every = everyOf(settings);
  // Doubled as often as it failed, but a pause that was wanted longer stays.
  return Math.max(every, Math.min(every * 2 ** failures, LONGEST_PAUSE));
}

/** A number that makes no sense, as of an imported file, is the usual one. */
function everyOf({ every }: WatchSettings): number {
  const minutes = Number.isFinite(every) ? every : DEFAULT_WATCH.every;
  return Math.min(Math.max(minutes, SHORTEST_EVERY), LONGEST_EVERY) * MINUTE;
}

/** A little after the quiet, unless the next one has begun by then. */
function afterWaking(quiet: QuietHours | null, awake: number, random: number): number {
  const later = awake + Math.round(WAKE_UP * random);
  return nextAwakeMoment(quiet, later) === later ? later : awake;
}

/** No plan was ever made for a time farther away. */
const farthest = (settings: WatchSettings): number =>
  Math.max(everyOf(settings), LONGEST_PAUSE) * (1 + JITTER) + DAY + WAKE_UP;
