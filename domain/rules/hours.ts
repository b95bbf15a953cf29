/** Whether a rule may act at this time of the day. */
import { nextWorkingMoment, type WorkingTime } from '../working-time.ts';
import type { Rule } from './rule.ts';

export type HoursVerdict = { kind: 'now' } | { kind: 'skip' } | { kind: 'later'; at: number };

/** Outside of working hours a rule is passed over or waits; where nobody works within a year, waiting is passing over. */
export function hoursVerdict(
  { workingHours }: Pick<Rule, 'workingHours'>,
  workingTime: WorkingTime,
  now: number,
): HoursVerdict {
  if (workingHours === 'any') return { kind: 'now' };
  const at = nextWorkingMoment(workingTime, now);
  if (at === now) return { kind: 'now' };
  return workingHours === 'only' || at === null ? { kind: 'skip' } : { kind: 'later', at };
}
