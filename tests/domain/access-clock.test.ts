import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLeft, endOf, nextChangeAt, phaseOf } from '../../domain/access/clock.ts';
import { DAY } from '../../domain/access/record.ts';
import { ASKED_AT, grant, HOUR, integrator, MINUTE, running } from './access-records.ts';

const END = endOf(ASKED_AT, 21);

describe('the clock of an access', () => {
  it('ends after whole days of 24 hours, whatever zones and seasons do', () => {
    const beforeClocksChange = Date.parse('2026-10-20T10:00:00+02:00');
    expect(new Date(endOf(beforeClocksChange, 7)).toISOString()).toBe('2026-10-27T08:00:00.000Z');
  });

  it.each([
    [END - 3 * DAY - 1, 'granted'],
    [END - 3 * DAY, 'ending'],
    [END - 1, 'ending'],
    [END, 'overdue'],
    [END + 400 * DAY, 'overdue'],
  ] as const)('%i is %s', (now, phase) => {
    expect(phaseOf(END, now)).toBe(phase);
  });

  it('counts a begun day as a day that is left, and none once the end has passed', () => {
    expect(daysLeft(END, END - 3 * DAY)).toBe(3);
    expect(daysLeft(END, END - 3 * DAY - 1)).toBe(4);
    expect(daysLeft(END, END - 1)).toBe(1);
    expect(daysLeft(END, END)).toBe(0);
    expect(daysLeft(END, END + DAY)).toBe(0);
  });
});

describe('the next change by time alone', () => {
  it('is the beginning of the last three days, then the end, then none', () => {
    const record = running({ answeredBy: 'entered' });
    const settled = { ...record, answeredAt: ASKED_AT - 30 * DAY };
    expect(nextChangeAt(settled, ASKED_AT)).toBe(END - 3 * DAY);
    expect(nextChangeAt(settled, END - 3 * DAY)).toBe(END);
    expect(nextChangeAt(settled, END)).toBeNull();
  });

  it('is the end of a rest, if that comes first', () => {
    expect(nextChangeAt(grant({ snoozedUntil: ASKED_AT + MINUTE }), ASKED_AT)).toBe(ASKED_AT + MINUTE);
  });

  it('is the end of the hour in which the reason of a short access is asked for', () => {
    expect(nextChangeAt(running({ days: 2, state: 'ending' }), ASKED_AT)).toBe(ASKED_AT + HOUR);
  });

  it('does not come for a request that waits, nor for an account', () => {
    expect(nextChangeAt(grant(), ASKED_AT)).toBeNull();
    expect(nextChangeAt(integrator(), ASKED_AT)).toBeNull();
  });

  it('is always ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 60 }), fc.integer({ min: -30, max: 60 }), (snoozed, later) => {
        const now = ASKED_AT + later * DAY;
        const next = nextChangeAt(running({ snoozedUntil: ASKED_AT + snoozed * DAY }), now);
        expect(next === null || next > now).toBe(true);
      }),
    );
  });
});
