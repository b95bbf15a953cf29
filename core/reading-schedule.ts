/** When a portal is read again: rarely while live events flow, with growing pauses while it fails. */

const MINUTE = 60_000;

/** A tab that was told to read and says nothing for so long is given up. */
export const READING_LEASE = 25_000;

/** Browsers do not ring an alarm sooner. */
export const SOONEST_ALARM = 30_000;

/** Attempts further back than this no longer count against the next one. */
const MEMORY = 5 * MINUTE;
const QUICK_ATTEMPTS = 3;
/** A request, a press, its effect and the words after it come within seconds, and each wants a look. */
export const QUICK_LOOKS = 12;
const MOST_REMEMBERED = QUICK_LOOKS;
const QUICK_PAUSE = 3_000;
const SLOW_PAUSE = MINUTE;

/** The attempts that still count, oldest first; no more than decide about the next one. */
export function recentAttempts(attempts: readonly number[], now: number): number[] {
  return attempts.filter((at) => at <= now && now - at < MEMORY).slice(-MOST_REMEMBERED);
}

/**
 * Epoch ms before which a reading that no person asked for has to wait: a connection that comes back is made up for at
 * once, one that flaps is not followed.
 */
export function earliestAttempt(attempts: readonly number[], now: number, quick = QUICK_ATTEMPTS): number {
  const recent = recentAttempts(attempts, now);
  const last = recent.at(-1);
  if (last === undefined) return now;
  return last + (recent.length < quick ? QUICK_PAUSE : SLOW_PAUSE);
}

/** The times of a portal's row, cut where they lie further ahead than they were ever set: the clock was set back. */
export function timesWithoutFuture(row: Times, now: number): Times {
  const { readingLeaseUntil, missedSince, nextCheckAt, seenAt } = row;
  return {
    readingLeaseUntil: readingLeaseUntil > now + READING_LEASE ? 0 : readingLeaseUntil,
    missedSince: Math.min(missedSince, now),
    nextCheckAt: nextCheckAt === null ? null : Math.min(nextCheckAt, now + LONGEST_PAUSE),
    seenAt: Math.min(seenAt, now),
  };
}

interface Times {
  readingLeaseUntil: number;
  missedSince: number;
  nextCheckAt: number | null;
  seenAt: number;
}

/** How long a portal that turned out not to be ours is left alone, however many of its pages are opened. */
export const ASIDE_FOR = MINUTE;

/** How often a quiet portal is looked after. */
export const CHECK_EVERY = 25 * MINUTE;

/** Pause in ms after a look at a hint that is `age` ms old and still open. */
export const pauseAfterLook = (age: number): number => Math.min(Math.max(age, 3 * MINUTE), CHECK_EVERY);

const PAUSES_AFTER_FAILURE = [1, 2, 5, 15, 30].map((minutes) => minutes * MINUTE);
const LONGEST_PAUSE = 36 * MINUTE;

/** Pause in ms after the n-th failure in a row, spread so that many browsers do not come at once; `random` is 0…1. */
export function pauseAfterFailure(failures: number, random: number): number {
  const pause = PAUSES_AFTER_FAILURE[Math.min(failures, PAUSES_AFTER_FAILURE.length) - 1] ?? MINUTE;
  return Math.round(pause * (1 + random * 0.2));
}
