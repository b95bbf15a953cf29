import { describe, expect, it } from 'vitest';
import { FOR_GOOD, snoozeUntil } from '../../domain/snooze.ts';

const NOW = new Date(2026, 9, 24, 23, 30).getTime();

describe('a rest', () => {
  it('until tomorrow ends at nine in the morning, also in the night in which clocks change', () => {
    expect(new Date(snoozeUntil('tomorrow', NOW))).toEqual(new Date(2026, 9, 25, 9));
    expect(new Date(snoozeUntil('tomorrow', new Date(2026, 11, 31, 0, 5).getTime()))).toEqual(new Date(2027, 0, 1, 9));
  });

  it('until the user says so is farther away than any other', () => {
    expect(snoozeUntil('untilUnsnoozed', NOW) - NOW).toBeGreaterThan(FOR_GOOD);
    expect(snoozeUntil('threeDays', NOW) - NOW).toBeLessThan(FOR_GOOD);
  });

  it('of an hour is an hour', () => {
    expect(snoozeUntil('hour', NOW) - NOW).toBe(3_600_000);
  });
});
