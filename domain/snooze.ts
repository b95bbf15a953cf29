/** How long something rests. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The hour at which a day begins for who says "tomorrow". */
const MORNING = 9;

export type SnoozeChoice = 'hour' | 'tomorrow' | 'threeDays' | 'untilUnsnoozed';

/** Nobody snoozes for years: a time farther away than this means "until I say so". */
export const FOR_GOOD = 10 * 365 * DAY;

/** Epoch ms until which something rests; tomorrow means nine o'clock in the user's own time. */
export function snoozeUntil(choice: SnoozeChoice, now: number): number {
  switch (choice) {
    case 'hour':
      return now + HOUR;
    case 'tomorrow': {
      const day = new Date(now);
      return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, MORNING).getTime();
    }
    case 'threeDays':
      return now + 3 * DAY;
    case 'untilUnsnoozed':
      return now + 10 * FOR_GOOD;
  }
}
