/** "Not before tomorrow" for everything at once: one value, kept in the database, so that a restart does not end it. */
import { snoozeUntil } from '../snooze.ts';
import { type InboxItem, isAboutEntry } from './item.ts';

export interface InboxRest {
  /** Epoch ms at which it was asked for. */
  at: number;
  /** Epoch ms at which it ends. */
  until: number;
  /** What was about somebody's entry and known by then; anything else of that kind does not rest. */
  known: readonly string[];
}

const HOUR = 3_600_000;
/** From midnight to nine in the morning of the next day, in a night that has an hour more. */
const LONGEST_REST = 34 * HOUR;
/** Far more than 300 portals ask for at once; what is cut off shows again, which is the safe side. */
const MOST_KNOWN = 2_000;

/** Everything rests until nine tomorrow morning in the user's own time. */
export const restUntilTomorrow = (items: readonly InboxItem[], now: number): InboxRest => ({
  at: now,
  until: snoozeUntil('tomorrow', now),
  known: items
    .filter(({ reason }) => isAboutEntry(reason))
    .map(({ id }) => id)
    .slice(0, MOST_KNOWN),
});

/** Epoch ms at which a rest ends; null when there is none any more. */
export function restEndsAt(rest: InboxRest | null, now: number): number | null {
  if (!rest) return null;
  const left = rest.until - now;
  // Farther away than any rest was ever set: the computer's clock was ahead then and has been set back since.
  return left > 0 && left <= LONGEST_REST ? rest.until : null;
}

/** True for an item that is shown now: nothing rests, or it lets somebody in and was not known when rest was asked for. */
export function isAwake(item: InboxItem, rest: InboxRest | null, now: number): boolean {
  if (!rest || restEndsAt(rest, now) === null) return true;
  return isAboutEntry(item.reason) && !rest.known.includes(item.id);
}
