import type { SnoozeChoice } from '../../domain/cards-text.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Epoch ms until which warnings rest; tomorrow means nine o'clock in the user's time zone. */
export function snoozeUntil(choice: SnoozeChoice, now: number): number {
  switch (choice) {
    case 'hour':
      return now + HOUR;
    case 'tomorrow': {
      const date = new Date(now);
      return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 9).getTime();
    }
    case 'threeDays':
      return now + 3 * DAY;
    case 'untilUnsnoozed':
      return now + 100 * 365 * DAY;
  }
}
