import { describe, expect, it } from 'vitest';
import { MOST_HOLIDAYS, parseHolidays } from '../../domain/holidays.ts';

const read = (...lines: string[]) => parseHolidays(lines.join('\n'));

describe('a list of days off', () => {
  it('has a date on each line, written in either way, with any name', () => {
    expect(read('2026-01-01 New Year', '08.03.2026', '2026-05-01# Labour Day').holidays).toEqual([
      '2026-01-01',
      '2026-03-08',
      '2026-05-01',
    ]);
  });

  it('may name ranges, both ends included', () => {
    expect(read('2026-02-27..2026-03-01 Carnival', '30.04.2026 .. 01.05.2026').holidays).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-04-30',
      '2026-05-01',
    ]);
  });

  it('marks days that are worked with a plus', () => {
    expect(read('+2026-11-01 in place of Monday', '2026-11-02')).toEqual({
      holidays: ['2026-11-02'],
      workdays: ['2026-11-01'],
      refused: [],
    });
  });

  it('may hold comments, empty lines, and what Windows adds', () => {
    expect(parseHolidays('\uFEFF2026-01-01\r\n# 2026-01-02\r\n\r\n2026-01-03\r\n')).toEqual({
      holidays: ['2026-01-01', '2026-01-03'],
      workdays: [],
      refused: [],
    });
  });

  it('may be CSV', () => {
    expect(read('2026-01-01;New Year;day off', '2026-01-02,"Second, day"', '"2026-01-03","x"').holidays).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
    ]);
  });

  it('is sorted, and each day is there once', () => {
    expect(read('2026-05-09', '2026-01-01..2026-01-02', '02.01.2026').holidays).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-05-09',
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    '2026-02-30',
    '29.02.2026',
    '2026-13-01',
    '00.01.2026',
    '2026-01-05..2026-01-02',
    '2026-01-01..2026-02-30',
    'New Year 2026-01-01',
    '2026-01-011',
    '2026-01-01..',
    '01/01/2026',
  ])('“%s”, with its line', (text) => {
    expect(read('2026-01-01', '# comment', `  ${text}`)).toEqual({
      holidays: ['2026-01-01'],
      workdays: [],
      refused: [{ line: 3, text }],
    });
  });

  it('29 February is taken in a leap year', () => {
    expect(read('29.02.2028').holidays).toEqual(['2028-02-29']);
  });

  it('is shown cut, since a file may be one long line', () => {
    expect(read('x'.repeat(10_000)).refused[0]?.text.length).toBe(80);
  });

  it('whatever is more than a calendar of holidays can hold', () => {
    const full = read('2020-01-01..2025-06-22', '2026-01-01', '+2026-01-02', '1000-01-01..9999-12-31');
    expect(full.holidays.length).toBe(MOST_HOLIDAYS);
    expect(full.workdays).toEqual([]);
    expect(full.refused.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe('an iCalendar file', () => {
  const calendar = (...lines: string[]) =>
    parseHolidays(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
  const event = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:Day off', ...lines, 'END:VEVENT'];

  it('names a day, or several up to the day before the end', () => {
    const { holidays, refused } = calendar(
      ...event('DTSTART;VALUE=DATE:20260101'),
      ...event('DTEND;VALUE=DATE:20260302', 'DTSTART;VALUE=DATE:20260227'),
      ...event('DTSTART;VALUE=DATE:20260509', 'DTEND;VALUE=DATE:20260509'),
    );
    expect(holidays).toEqual(['2026-01-01', '2026-02-27', '2026-02-28', '2026-03-01', '2026-05-09']);
    expect(refused).toEqual([]);
  });

  it('may give a length in place of the end', () => {
    const { holidays } = calendar(
      ...event('DTSTART;VALUE=DATE:20260101', 'DURATION:P2D'),
      ...event('DTSTART;VALUE=DATE:20260201', 'DURATION:P1W'),
    );
    expect(holidays.length).toBe(2 + 7);
    expect(holidays.at(-1)).toBe('2026-02-07');
  });

  it('may fold its lines anywhere', () => {
    const { holidays } = calendar(
      ...event('DTSTART;VALUE=DA', ' TE:2026', '\t0101', 'DESCRIPTION:DTSTART', ' :20260202'),
    );
    expect(holidays).toEqual(['2026-01-01']);
  });

  it('has dates of its own in time zones and alarms, which are no holidays', () => {
    const { holidays, refused } = calendar(
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'DTSTART:19701025T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...event('DTSTART;TZID=Europe/Berlin:20260101T000000', 'BEGIN:VALARM', 'DTSTART:20251231', 'END:VALARM'),
    );
    expect(holidays).toEqual(['2026-01-01']);
    expect(refused).toEqual([]);
  });

  it('leaves out what was cancelled', () => {
    expect(calendar(...event('DTSTART;VALUE=DATE:20260101', 'STATUS:CANCELLED')).holidays).toEqual([]);
  });

  it('is refused by the line where it names an hour, an impossible day or an end before the start', () => {
    const { holidays, refused } = calendar(
      ...event('DTSTART:20260101T090000Z'),
      ...event('DTSTART;VALUE=DATE:20260230'),
      ...event('DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260101'),
    );
    expect(holidays).toEqual([]);
    expect(refused.map(({ line }) => line)).toEqual([5, 9, 14]);
  });

  it('gives its first day for an event that repeats, and says that the rest was not taken', () => {
    const { holidays, refused } = calendar(...event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY'));
    expect(holidays).toEqual(['2026-01-01']);
    expect(refused).toEqual([{ line: 6, text: 'RRULE:FREQ=YEARLY' }]);
  });

  it('says what it lost when it is cut off', () => {
    expect(read('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260101').refused).toEqual([
      { line: 3, text: 'DTSTART;VALUE=DATE:20260101' },
    ]);
  });
});
