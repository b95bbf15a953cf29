import { expect, it } from 'vitest';
import { hoursVerdict } from '../../../domain/rules/hours.ts';
import { DEFAULT_WORKING_TIME } from '../../../domain/working-time.ts';

const time = { ...DEFAULT_WORKING_TIME, timeZone: 'UTC' };
const FRIDAY_NOON = Date.UTC(2026, 10, 20, 12);
const SATURDAY = Date.UTC(2026, 10, 21, 12);
const MONDAY_NINE = Date.UTC(2026, 10, 23, 9);
const verdict = (workingHours: 'any' | 'only' | 'later', now: number, of = time) =>
  hoursVerdict({ workingHours }, of, now);

it('a rule runs while somebody works, whatever it says about hours', () => {
  for (const hours of ['any', 'only', 'later'] as const) expect(verdict(hours, FRIDAY_NOON)).toEqual({ kind: 'now' });
});

it('outside of working hours a rule runs, is passed over, or waits for the next day of work', () => {
  expect(verdict('any', SATURDAY)).toEqual({ kind: 'now' });
  expect(verdict('only', SATURDAY)).toEqual({ kind: 'skip' });
  expect(verdict('later', SATURDAY)).toEqual({ kind: 'later', at: MONDAY_NINE });
  expect(verdict('later', MONDAY_NINE)).toEqual({ kind: 'now' });
});

it('waiting for work that never comes is passing over', () => {
  expect(verdict('later', SATURDAY, { ...time, weekdays: [] })).toEqual({ kind: 'skip' });
});
