/** When a portal is read again: rarely while live events flow, with growing pauses while it fails. */

const MINUTE = 60_000;

/** A tab that was told to read and says nothing for so long is given up. */
export const READING_LEASE = 25_000;

/** Readings asked for by the machine, not by a person, keep this distance. */
export const SHORTEST_PAUSE = 20_000;

/** How often a quiet portal is looked after. */
export const CHECK_EVERY = 25 * MINUTE;

const PAUSES_AFTER_FAILURE = [1, 2, 5, 15, 30].map((minutes) => minutes * MINUTE);

/** Pause in ms after the n-th failure in a row, spread so that many browsers do not come at once; `random` is 0…1. */
export function pauseAfterFailure(failures: number, random: number): number {
  const pause = PAUSES_AFTER_FAILURE[Math.min(failures, PAUSES_AFTER_FAILURE.length) - 1] ?? MINUTE;
  return Math.round(pause * (1 + random * 0.2));
}
