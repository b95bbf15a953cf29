import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchedule, MOST_TIMES, nextScheduleTime, scheduleTimes } from '../../../domain/rules/schedule.ts';

const at = (iso: string) => Date.parse(iso);
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** What the schedule names in the time between, in UTC. */
const times = (cron: string, timeZone: string, from: string, until: string): string[] =>
  scheduleTimes(cron, timeZone, at(from), at(until)).map((time) => new Date(time).toISOString().slice(5, 16));

describe('a schedule', () => {
  it('names its times on the clock of its zone', () => {
    expect(times('0 9 * * 1', 'Europe/Moscow', '2026-11-20T00:00Z', '2026-12-05T00:00Z')).toEqual([
      '11-23T06:00',
      '11-30T06:00',
    ]);
    expect(times('0 9 * * MON-FRI', 'Asia/Tokyo', '2026-11-20T00:00Z', '2026-11-24T00:00Z')).toEqual([
      '11-23T00:00',
      '11-24T00:00',
    ]);
  });

  it('leaves out the moment it begins after, and keeps the one it goes up to', () => {
    const nine = at('2026-11-23T06:00Z');
    expect(scheduleTimes('0 9 * * *', 'Europe/Moscow', nine, nine + DAY)).toEqual([nine + DAY]);
    expect(scheduleTimes('0 9 * * *', 'Europe/Moscow', nine - 1, nine)).toEqual([nine]);
    expect(scheduleTimes('0 9 * * *', 'Europe/Moscow', nine - DAY, nine - 1)).toEqual([]);
    expect(nextScheduleTime('0 9 * * *', 'Europe/Moscow', nine)).toBe(nine + DAY);
    expect(nextScheduleTime('0 9 * * *', 'Europe/Moscow', nine - 1)).toBe(nine);
  });

  it('tells the newest where very many were missed', () => {
    const until = at('2026-11-20T12:00Z');
    const missed = scheduleTimes('*/5 * * * *', 'UTC', until - 365 * DAY, until);
    expect(missed).toHaveLength(MOST_TIMES);
    expect(missed.at(-1)).toBe(until);
  });

  it('is none for what cannot be read, and never throws', () => {
    expect(scheduleTimes('whenever', 'UTC', 0, DAY)).toEqual([]);
    expect(scheduleTimes('0 9 * * *', 'Mars/Base', 0, DAY)).toEqual([]);
    expect(scheduleTimes('0 9 * * *', 'UTC', Number.NaN, DAY)).toEqual([]);
    expect(scheduleTimes('0 9 * * *', 'UTC', 0, Number.POSITIVE_INFINITY)).toEqual([]);
    expect(nextScheduleTime('0 9 * * *', 'UTC', 9e15)).toBeNull();
    expect(nextScheduleTime('0 0 30 2 *', 'UTC', 0)).toBeNull();
  });
});

describe('a change of clocks', () => {
  it('brings a time that Berlin leaves out at the moment of the change, once', () => {
    const spring = (cron: string) => times(cron, 'Europe/Berlin', '2026-03-28T12:00Z', '2026-03-30T12:00Z');
    expect(spring('30 2 * * *')).toEqual(['03-29T01:00', '03-30T00:30']);
    expect(spring('0,30 2 * * *')).toEqual(['03-29T01:00', '03-30T00:00', '03-30T00:30']);
    expect(spring('*/30 2 * * *')).toEqual(spring('0,30 2 * * *'));
    expect(spring('0 2,3 * * *')).toEqual(['03-29T01:00', '03-30T00:00', '03-30T01:00']);
  });

  it('brings a time that Berlin shows twice the first time only', () => {
    const autumn = (cron: string) => times(cron, 'Europe/Berlin', '2026-10-24T12:00Z', '2026-10-26T12:00Z');
    expect(autumn('30 2 * * *')).toEqual(['10-25T00:30', '10-26T01:30']);
    expect(autumn('*/30 2 * * *')).toEqual(['10-25T00:00', '10-25T00:30', '10-26T01:00', '10-26T01:30']);
  });

  it('does the same in New York', () => {
    expect(times('30 2 * * *', 'America/New_York', '2026-03-07T12:00Z', '2026-03-09T12:00Z')).toEqual([
      '03-08T07:00',
      '03-09T06:30',
    ]);
    expect(times('30 1 * * *', 'America/New_York', '2026-10-31T12:00Z', '2026-11-02T12:00Z')).toEqual([
      '11-01T05:30',
      '11-02T06:30',
    ]);
  });

  it('never comes in Moscow', () => {
    const year = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 28));
    for (const day of year) {
      expect(scheduleTimes('30 2 * * *', 'Europe/Moscow', day, day + 5 * DAY)).toEqual(
        [0, 1, 2, 3, 4].map((days) => day - DAY + 1_410 * MINUTE + (days + 1) * DAY),
      );
    }
  });

  it('takes no hour from "every hour" and adds none', () => {
    for (const from of [at('2026-03-28T20:00Z'), at('2026-10-24T20:00Z')]) {
      const hours = scheduleTimes('0 * * * *', 'Europe/Berlin', from, from + 12 * 60 * MINUTE);
      expect(hours).toEqual(Array.from({ length: 12 }, (_, index) => from + (index + 1) * 60 * MINUTE));
    }
  });
});

describe('what is taken for a schedule', () => {
  it.each(['0 9 * * 1', '*/5 * * * *', '0,30 8-18 * * MON-FRI', '15 7 1 JAN,JUL *', '0 0 29 2 *', '0 9 L * *'])(
    '%s',
    (cron) => expect(checkSchedule(cron, 'Europe/Moscow')).toBeNull(),
  );

  it.each([
    ['seconds', '0 0 9 * * *'],
    ['four fields', '0 9 * *'],
    ['nothing', ''],
    ['a nickname', '@daily'],
    ['a start of the computer', '@reboot'],
    ['a question mark', '? 9 * * *'],
    ['a question mark for the day', '0 9 ? * *'],
    ['an hour that no clock shows', '0 24 * * *'],
    ['a minute that no clock shows', '60 9 * * *'],
    ['a step of none', '*/0 9 * * *'],
    ['a range backwards', '0 18-8 * * *'],
    ['a day that no year has', '0 0 30 2 *'],
    ['words', 'every monday at nine sharp'],
    ['a very long one', `${'0,'.repeat(60)}0 9 * * *`],
    ['every minute', '* * * * *'],
    ['each four minutes', '*/4 * * * *'],
    ['two minutes next to each other', '0,3 9 * * *'],
    ['the end of an hour and the beginning of the next', '2,58 * * * *'],
    ['the end of a day and the beginning of the next', '2,58 0,23 * * *'],
  ])('is not %s', (_name, cron) => expect(checkSchedule(cron, 'Europe/Moscow')).toBe('badCron'));

  it('may name the end and the beginning of hours that are apart', () => {
    expect(checkSchedule('2,58 9,18 * * *', 'UTC')).toBeNull();
  });

  it.each(['', 'Mars/Base', '+03:00', 'Moscow time', '../etc'])('is not one in the zone "%s"', (zone) => {
    expect(checkSchedule('0 9 * * *', zone)).toBe('badTimeZone');
  });
});

describe('any schedule that is taken', () => {
  const field = (highest: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: 0, max: highest }).map(String),
      fc.integer({ min: 5, max: highest }).map((step) => `*/${step}`),
      fc
        .uniqueArray(fc.integer({ min: 0, max: highest }), { minLength: 1, maxLength: 3 })
        .map((list) => list.join(',')),
    );
  const cron = fc
    .tuple(field(59), field(23), fc.constantFrom('*', '1', '15', '31', 'L'), fc.constantFrom('*', '2', '3,10'))
    .chain((fields) => fc.constantFrom('*', '0', '1-5', '7').map((day) => [...fields, day].join(' ')))
    .filter((made) => checkSchedule(made, 'UTC') === null);
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Europe/Moscow', 'Australia/Lord_Howe', 'UTC');
  const moment = fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2028-01-01T00:00Z') });

  it('has the same times forwards and backwards, in order, each within what was asked for', () => {
    fc.assert(
      fc.property(cron, zone, moment, fc.integer({ min: 1, max: 40 }), (made, timeZone, from, days) => {
        const until = from + days * DAY;
        const backwards = scheduleTimes(made, timeZone, from, until);
        const forwards: number[] = [];
        let next = nextScheduleTime(made, timeZone, from);
        while (next !== null && next <= until) {
          expect(next).toBeGreaterThan(forwards.at(-1) ?? from);
          forwards.push(next);
          next = nextScheduleTime(made, timeZone, next);
        }
        expect(backwards).toEqual(forwards.slice(-MOST_TIMES));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves at least five minutes between two times, but where clocks change', () => {
    fc.assert(
      fc.property(cron, fc.constantFrom('Europe/Moscow', 'UTC'), moment, (made, timeZone, from) => {
        const found = scheduleTimes(made, timeZone, from, from + 20 * DAY);
        for (const [index, time] of found.slice(1).entries()) {
          expect(time - (found[index] ?? 0)).toBeGreaterThanOrEqual(5 * MINUTE);
        }
      }),
    );
  });

  it('is not touched by nonsense', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), moment, (made, timeZone, from) => {
        expect(checkSchedule(made, timeZone)).not.toBeNull();
        expect(scheduleTimes(made, timeZone, from, from + DAY)).toEqual([]);
      }),
    );
  });
});
