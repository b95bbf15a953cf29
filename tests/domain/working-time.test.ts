import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';
import {
  afterWorkingTime,
  DEFAULT_WORKING_TIME,
  isWorking,
  nextWorkingMoment,
  type WorkingTime,
  workingDay,
  workingTimeBetween,
} from '../../domain/working-time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);

const utc: WorkingTime = { ...DEFAULT_WORKING_TIME, timeZone: 'UTC' };
const aroundTheClock: WorkingTime = { ...utc, weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 1440 };
/** 20 November 2026 is a Friday. */
const FRIDAY = '2026-11-20';

describe('working time on ordinary days', () => {
  it('is Monday to Friday from 9 to 18 until the user sets another', () => {
    expect(DEFAULT_SETTINGS.workingTime).toBe(DEFAULT_WORKING_TIME);
    expect(workingDay(DEFAULT_WORKING_TIME)).toBe(9 * HOUR);
    expect(workingTimeBetween(utc, at('2026-11-16T00:00Z'), at('2026-11-23T00:00Z'))).toBe(5 * 9 * HOUR);
  });

  it('begins with its first minute and ends before its last', () => {
    expect(isWorking(utc, at(`${FRIDAY}T08:59:59.999Z`))).toBe(false);
    expect(isWorking(utc, at(`${FRIDAY}T09:00Z`))).toBe(true);
    expect(isWorking(utc, at(`${FRIDAY}T17:59:59.999Z`))).toBe(true);
    expect(isWorking(utc, at(`${FRIDAY}T18:00Z`))).toBe(false);
    expect(isWorking(utc, at('2026-11-21T12:00Z'))).toBe(false);
  });

  it('leaves out the night and the weekend', () => {
    expect(workingTimeBetween(utc, at(`${FRIDAY}T17:00Z`), at('2026-11-23T10:30Z'))).toBe(2.5 * HOUR);
  });

  it('is nothing when the second moment is not later', () => {
    expect(workingTimeBetween(aroundTheClock, at(`${FRIDAY}T12:00Z`), at(`${FRIDAY}T11:00Z`))).toBe(0);
    expect(workingTimeBetween(aroundTheClock, Number.NaN, at(`${FRIDAY}T11:00Z`))).toBe(0);
  });

  it('knows weekdays before 1970 too', () => {
    expect(isWorking(utc, at('1969-12-26T12:00Z'))).toBe(true);
    expect(isWorking(utc, at('1969-12-28T12:00Z'))).toBe(false);
  });

  it('has days that go on until midnight without a gap', () => {
    expect(workingTimeBetween(aroundTheClock, at(`${FRIDAY}T07:00Z`), at('2026-11-23T07:00Z'))).toBe(3 * DAY);
    expect(workingDay(aroundTheClock)).toBe(DAY);
  });
});

describe('days that are different', () => {
  const special: WorkingTime = { ...utc, holidays: [FRIDAY, '2026-11-19'], workdays: ['2026-11-21', '2026-11-19'] };

  it('a day off is not worked', () => {
    expect(isWorking(special, at(`${FRIDAY}T12:00Z`))).toBe(false);
  });

  it('a Saturday declared a working day is worked, and so is a holiday declared one', () => {
    expect(isWorking(special, at('2026-11-21T12:00Z'))).toBe(true);
    expect(isWorking(special, at('2026-11-19T12:00Z'))).toBe(true);
  });

  it('a date that does not exist changes nothing', () => {
    const odd: WorkingTime = { ...utc, holidays: ['never'], workdays: [''] };
    expect(workingTimeBetween(odd, at('2026-11-16T00:00Z'), at('2026-11-23T00:00Z'))).toBe(5 * 9 * HOUR);
  });
});

describe('when nobody works', () => {
  it.each([
    ['the day ends when it begins', { ...utc, from: 540, until: 540 }],
    ['the day ends before it begins', { ...utc, from: 1080, until: 540 }],
    ['no weekday is worked', { ...utc, weekdays: [] }],
  ])('no time passes: %s', (_, time: WorkingTime) => {
    expect(workingTimeBetween(time, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))).toBe(0);
    expect(afterWorkingTime(time, at(`${FRIDAY}T12:00Z`), 1)).toBeNull();
    expect(nextWorkingMoment(time, at(`${FRIDAY}T12:00Z`))).toBeNull();
    expect(isWorking(time, at(`${FRIDAY}T12:00Z`))).toBe(false);
  });

  it('a working day has no length when it ends before it begins', () => {
    expect(workingDay({ ...utc, from: 1080, until: 540 })).toBe(0);
  });
});

describe('the moment at which so much working time has passed', () => {
  it('lies behind the weekend when Friday is too short', () => {
    expect(afterWorkingTime(utc, at(`${FRIDAY}T16:00Z`), 4 * HOUR)).toBe(at('2026-11-23T11:00Z'));
  });

  it('is the end of the day, not the next morning, when the day is just long enough', () => {
    expect(afterWorkingTime(utc, at(`${FRIDAY}T16:00Z`), 2 * HOUR)).toBe(at(`${FRIDAY}T18:00Z`));
  });

  it('is now when nothing has to pass', () => {
    expect(afterWorkingTime(utc, at('2026-11-21T12:00Z'), 0)).toBe(at('2026-11-21T12:00Z'));
  });

  it('is not looked for beyond 366 days', () => {
    const once: WorkingTime = { ...utc, weekdays: [], workdays: ['2027-11-19', '2027-11-22'] };
    expect(afterWorkingTime(once, at(`${FRIDAY}T12:00Z`), HOUR)).toBe(at('2027-11-19T10:00Z'));
    expect(afterWorkingTime(once, at(`${FRIDAY}T12:00Z`), 10 * HOUR)).toBeNull();
  });
});

describe('the next moment of work', () => {
  it('is the moment itself while somebody works', () => {
    expect(nextWorkingMoment(utc, at(`${FRIDAY}T12:34Z`))).toBe(at(`${FRIDAY}T12:34Z`));
  });

  it('is Monday morning on Friday evening', () => {
    expect(nextWorkingMoment(utc, at(`${FRIDAY}T18:00Z`))).toBe(at('2026-11-23T09:00Z'));
  });
});

describe('time zones', () => {
  it('the same hours are other moments elsewhere', () => {
    expect(nextWorkingMoment({ ...utc, timeZone: 'Europe/Moscow' }, at(`${FRIDAY}T00:00Z`))).toBe(
      at(`${FRIDAY}T06:00Z`),
    );
    expect(nextWorkingMoment({ ...utc, timeZone: 'Asia/Kolkata' }, at(`${FRIDAY}T00:00Z`))).toBe(
      at(`${FRIDAY}T03:30Z`),
    );
    expect(nextWorkingMoment({ ...utc, timeZone: 'America/New_York' }, at(`${FRIDAY}T00:00Z`))).toBe(
      at(`${FRIDAY}T14:00Z`),
    );
  });

  it('the date is the one of the zone: Monday has begun in Auckland', () => {
    const auckland: WorkingTime = { ...utc, timeZone: 'Pacific/Auckland' };
    expect(isWorking(auckland, at('2026-11-22T21:00Z'))).toBe(true);
    expect(isWorking({ ...auckland, holidays: ['2026-11-23'] }, at('2026-11-22T21:00Z'))).toBe(false);
  });

  describe('the computer’s own', () => {
    const before = process.env.TZ;
    afterEach(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });

    it.each(['', 'Nowhere/Atlantis'])('is used for the name “%s”', (timeZone) => {
      process.env.TZ = 'Asia/Tokyo';
      expect(nextWorkingMoment({ ...utc, timeZone }, at(`${FRIDAY}T00:00Z`))).toBe(at(`${FRIDAY}T00:00Z`));
      expect(isWorking({ ...utc, timeZone }, at(`${FRIDAY}T09:00Z`))).toBe(false);
    });

    it('is followed when the computer travels', () => {
      const own: WorkingTime = { ...utc, timeZone: '' };
      process.env.TZ = 'Asia/Tokyo';
      expect(isWorking(own, at(`${FRIDAY}T02:00Z`))).toBe(true);
      process.env.TZ = 'America/New_York';
      expect(isWorking(own, at(`${FRIDAY}T02:00Z`))).toBe(false);
    });
  });
});

describe('when the clocks change', () => {
  const berlin: WorkingTime = { ...utc, timeZone: 'Europe/Berlin' };
  const berlinAlways: WorkingTime = { ...aroundTheClock, timeZone: 'Europe/Berlin' };

  it('work begins at the same time on the clock', () => {
    expect(nextWorkingMoment(berlin, at('2026-03-27T00:00Z'))).toBe(at('2026-03-27T08:00Z'));
    expect(nextWorkingMoment(berlin, at('2026-03-30T00:00Z'))).toBe(at('2026-03-30T07:00Z'));
    expect(nextWorkingMoment(berlin, at('2026-10-26T00:00Z'))).toBe(at('2026-10-26T08:00Z'));
  });

  it('a day around the clock has 23 or 25 hours', () => {
    expect(workingTimeBetween(berlinAlways, at('2026-03-28T23:00Z'), at('2026-03-29T22:00Z'))).toBe(23 * HOUR);
    const night: WorkingTime = { ...berlinAlways, weekdays: [7] };
    expect(workingTimeBetween(night, at('2026-02-28T00:00Z'), at('2026-04-01T00:00Z'))).toBe((5 * 24 - 1) * HOUR);
    expect(workingTimeBetween(night, at('2026-10-24T00:00Z'), at('2026-10-27T00:00Z'))).toBe(25 * HOUR);
  });

  it('work that begins in the skipped hour begins with the skip', () => {
    const early: WorkingTime = { ...berlinAlways, from: 150, until: 300 };
    expect(nextWorkingMoment(early, at('2026-03-29T00:00Z'))).toBe(at('2026-03-29T01:00Z'));
    expect(workingTimeBetween(early, at('2026-03-29T00:00Z'), at('2026-03-29T12:00Z'))).toBe(2 * HOUR);
  });

  it('work that begins in the repeated hour begins the first time', () => {
    const early: WorkingTime = { ...berlinAlways, from: 150, until: 300 };
    expect(nextWorkingMoment(early, at('2026-10-25T00:00Z'))).toBe(at('2026-10-25T00:30Z'));
    expect(workingTimeBetween(early, at('2026-10-25T00:00Z'), at('2026-10-25T12:00Z'))).toBe(3.5 * HOUR);
  });

  it('no moment is lost where clocks go back over midnight', () => {
    // In St. John's it was 23:01 on Saturday for a second time on the night to 7 November 2010.
    const newfoundland: WorkingTime = { ...aroundTheClock, timeZone: 'America/St_Johns' };
    for (let minute = 0; minute < 120; minute += 5) {
      const moment = at('2010-11-07T02:00Z') + minute * 60_000;
      expect(isWorking(newfoundland, moment)).toBe(true);
      expect(workingTimeBetween(newfoundland, moment, moment + DAY)).toBe(DAY);
      expect(workingTimeBetween(newfoundland, moment - DAY, moment)).toBe(DAY);
    }
  });

  it('a date that a country skipped has no hours', () => {
    const apia: WorkingTime = { ...utc, timeZone: 'Pacific/Apia' };
    const onlyThen: WorkingTime = { ...apia, weekdays: [], workdays: ['2011-12-30'] };
    expect(workingTimeBetween(onlyThen, at('2011-12-01T00:00Z'), at('2012-02-01T00:00Z'))).toBe(0);
    const after: WorkingTime = { ...apia, weekdays: [], workdays: ['2011-12-29', '2011-12-31'] };
    expect(workingTimeBetween(after, at('2011-12-01T00:00Z'), at('2012-02-01T00:00Z'))).toBe(18 * HOUR);
  });
});

describe('working time in general', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    '',
  ];
  const moment = fc.integer({ min: at('2008-01-01T00:00Z'), max: at('2028-01-01T00:00Z') });
  const span = fc.integer({ min: 0, max: 60 * DAY });
  const date = moment.map((ms) => new Date(ms).toISOString().slice(0, 10));
  const time: fc.Arbitrary<WorkingTime> = fc.record({
    timeZone: fc.constantFrom(...zones),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    from: fc.integer({ min: 0, max: 1440 }),
    until: fc.integer({ min: 0, max: 1440 }),
    holidays: fc.array(date, { maxLength: 5 }),
    workdays: fc.array(date, { maxLength: 5 }),
  });

  it('adds up wherever a span is cut', () => {
    fc.assert(
      fc.property(time, moment, span, span, (rules, from, first, second) => {
        const whole = workingTimeBetween(rules, from, from + first + second);
        const parts =
          workingTimeBetween(rules, from, from + first) +
          workingTimeBetween(rules, from + first, from + first + second);
        expect(parts).toBe(whole);
      }),
    );
  });

  it('never shrinks when a span grows, and is never longer than the span', () => {
    fc.assert(
      fc.property(time, moment, span, span, (rules, from, length, more) => {
        const worked = workingTimeBetween(rules, from, from + length);
        expect(worked).toBeLessThanOrEqual(length);
        expect(workingTimeBetween(rules, from, from + length + more)).toBeGreaterThanOrEqual(worked);
      }),
    );
  });

  it('passes exactly as long as was asked for, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(time, moment, fc.integer({ min: 1, max: 40 * HOUR }), (rules, from, ms) => {
        const then = afterWorkingTime(rules, from, ms);
        if (then === null) {
          expect(workingTimeBetween(rules, from, from + 366 * DAY)).toBeLessThan(ms);
          return;
        }
        expect(workingTimeBetween(rules, from, then)).toBe(ms);
        expect(workingTimeBetween(rules, from, then - 1)).toBe(ms - 1);
      }),
    );
  });

  it('passes in the millisecond after a moment exactly when somebody works then', () => {
    fc.assert(
      fc.property(time, moment, (rules, from) => {
        expect(workingTimeBetween(rules, from, from + 1)).toBe(isWorking(rules, from) ? 1 : 0);
      }),
    );
  });

  it('agrees with the clock of the zone, hour by hour', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Australia/Lord_Howe',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const rules: WorkingTime = { ...aroundTheClock, timeZone: 'Australia/Lord_Howe', from: 540, until: 1080 };
    for (let hour = 0; hour < 366 * 24; hour++) {
      const moment = at('2026-01-01T00:00Z') + hour * HOUR;
      const shown = Number(clock.format(moment));
      expect(isWorking(rules, moment)).toBe(shown >= 9 && shown < 18);
    }
  });

  it('is found in no time for a year, hundreds of times', () => {
    const rules: WorkingTime = { ...utc, timeZone: 'Europe/Berlin' };
    const start = performance.now();
    for (let each = 0; each < 300; each++) {
      workingTimeBetween(rules, at('2025-11-20T00:00Z') + each, at('2026-11-20T00:00Z'));
    }
    // A year takes about 0.05 ms; asking Intl for each day would take a hundred times that.
    expect((performance.now() - start) / 300).toBeLessThan(1);
  });
});
