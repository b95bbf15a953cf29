/** The clock of an access. Moments are absolute: no change of zone or season moves them. */
import { ANSWER_SHOWS_FOR, FRESH_ANSWER_FOR } from './banner.ts';
import { type AccessRecord, DAY, ENDING_FOR, isRunning } from './record.ts';

/** Epoch ms at which an access of so many days should end. */
export const endOf = (startsAt: number, days: number): number => startsAt + days * DAY;

/** When something ended: nothing ends before it began. */
export const endedAfter = ({ startsAt }: { startsAt: number | null }, at: number | null): number | null =>
  at === null || startsAt === null ? at : Math.max(at, startsAt);

/** The state of an access that nobody has ended; time alone never ends it. */
export function phaseOf(endsAt: number, now: number): 'granted' | 'ending' | 'overdue' {
  if (now >= endsAt) return 'overdue';
  return now >= endsAt - ENDING_FOR ? 'ending' : 'granted';
}

/** Whole days until the end, a begun one counts; 0 once it has passed. */
export const daysLeft = (endsAt: number, now: number): number => Math.max(0, Math.ceil((endsAt - now) / DAY));

/** Epoch ms at which state or banner of a record next change by time alone; null: never. */
export function nextChangeAt(record: AccessRecord, now: number): number | null {
  const moments = [record.snoozedUntil];
  if (isRunning(record) && record.endsAt !== null) moments.push(record.endsAt - ENDING_FOR, record.endsAt);
  const answeredAt = record.answeredAt ?? record.changedAt;
  if (record.answeredBy !== null) moments.push(answeredAt + FRESH_ANSWER_FOR, answeredAt + ANSWER_SHOWS_FOR);
  const ahead = moments.filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
