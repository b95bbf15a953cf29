import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, nextAwakeMoment, type QuietHours } from '../../domain/watch/quiet-hours.ts';
import {
  DEFAULT_WATCH,
  nextInTurn,
  planWatch,
  turnOf,
  type WatchPlan,
  type WatchSettings,
} from '../../domain/watch/schedule.ts';
import {
  MOST_FAILURES,
  NEVER_WATCHED,
  stopNews,
  type WatchState,
  watchAfter,
  watchHeard,
  watchResumed,
} from '../../domain/watch/watch.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);
/** A Friday, noon in Berlin. */
const NOON = at('2026-11-20T11:00Z');

const NIGHT: QuietHours = { timeZone: 'Europe/Berlin', from: 22 * 60, until: 7 * 60 };
const LUNCH: QuietHours = { timeZone: 'Europe/Berlin', from: 12 * 60, until: 14 * 60 };
const settings = (changes: Partial<WatchSettings> = {}): WatchSettings => ({
  ...DEFAULT_WATCH,
  isOn: true,
  quiet: NIGHT,
  ...changes,
});
const readAt = (time: number): WatchState => watchAfter(NEVER_WATCHED, { kind: 'read' }, time);
const plan = (state: WatchState, now: number, random = 0, how = settings()) => planWatch(state, how, now, random);
const timeOf = (made: WatchPlan) => (made.kind === 'planned' ? made.at : Number.NaN);
const failed = (times: number, time = NOON): WatchState =>
  Array.from({ length: times }).reduce<WatchState>(
    (state) => watchAfter(state, { kind: 'failed', failure: 'serverError' }, time),
    readAt(time),
  );

describe('a portal without an open page', () => {
  it('is not read unless the user has asked for it', () => {
    expect(DEFAULT_WATCH.isOn).toBe(false);
    expect(plan(readAt(NOON), NOON, 0, DEFAULT_WATCH)).toEqual({ kind: 'off' });
  });

  it('is read every fifteen minutes, up to a fifth later by chance', () => {
    expect(plan(readAt(NOON), NOON)).toEqual({ kind: 'planned', at: NOON + 15 * MINUTE, because: 'interval' });
    expect(timeOf(plan(readAt(NOON), NOON, 1))).toBe(NOON + 18 * MINUTE);
  });

  it('is read for the first time soon, but not with all others at once', () => {
    expect(timeOf(plan(NEVER_WATCHED, NOON, 0))).toBe(NOON);
    expect(timeOf(plan(NEVER_WATCHED, NOON, 0.5))).toBe(NOON + MINUTE);
  });

  it('is not read while a page has just told the numbers', () => {
    const state = watchHeard(readAt(NOON), NOON + 10 * MINUTE);
    expect(timeOf(plan(state, NOON + 10 * MINUTE))).toBe(NOON + 25 * MINUTE);
  });

  it.each([
    [0, 5],
    [1e9, 24 * 60],
    [Number.NaN, 15],
    [-3, 5],
  ])('every %d minutes means every %d', (every, minutes) => {
    expect(timeOf(plan(readAt(NOON), NOON, 0, settings({ every, quiet: null })))).toBe(NOON + minutes * MINUTE);
  });
});

describe('a portal that fails', () => {
  it('is tried less and less often, and gladly again once it answers', () => {
    const pauses = [1, 2, 3, 4, 5, 6].map(
      (times) => timeOf(plan(failed(times), NOON, 0, settings({ quiet: null }))) - NOON,
    );
    expect(pauses.map((pause) => pause / MINUTE)).toEqual([30, 60, 120, 240, 240, 240]);
    expect(plan(failed(1), NOON)).toMatchObject({ because: 'backOff' });
    expect(timeOf(plan(watchAfter(failed(4), { kind: 'read' }, NOON), NOON))).toBe(NOON + 15 * MINUTE);
  });

  it('is never tried more often than it would be without failures', () => {
    const rare = settings({ every: 12 * 60, quiet: null });
    expect(timeOf(plan(failed(3), NOON, 0, rare))).toBe(NOON + 12 * HOUR);
  });

  it('is given up after ten times, and says so once', () => {
    const almost = failed(MOST_FAILURES - 1);
    const over = watchAfter(almost, { kind: 'failed', failure: 'timeout' }, NOON + HOUR);
    expect(almost.stop).toBeNull();
    expect(stopNews(almost, over)).toBe('failing');
    expect(stopNews(over, over)).toBeNull();
    expect(plan(over, NOON + HOUR)).toEqual({ kind: 'stopped', reason: 'failing', since: NOON + HOUR });
    expect(timeOf(plan(watchResumed(over), NOON + HOUR))).toBe(NOON + HOUR);
    expect(watchResumed(over)).toMatchObject({ failures: 0, knownAt: NOON });
  });

  it('is not blamed for a computer without a network', () => {
    const offline = Array.from({ length: 50 }).reduce<WatchState>(
      (state) => watchAfter(state, { kind: 'failed', failure: 'offline' }, NOON),
      readAt(NOON - HOUR),
    );
    expect(timeOf(plan(offline, NOON))).toBe(NOON + 15 * MINUTE);
  });
});

describe('a portal whose user has signed out', () => {
  const out = watchAfter(readAt(NOON), { kind: 'failed', failure: 'signedOut' }, NOON + HOUR);

  it('is left alone for good, and that is said once', () => {
    expect(stopNews(readAt(NOON), out)).toBe('signedOut');
    for (const later of [HOUR, DAY, 100 * DAY])
      expect(plan(out, NOON + later)).toEqual({ kind: 'stopped', reason: 'signedOut', since: NOON + HOUR });
  });

  it('keeps the time since when, however often it is told', () => {
    expect(watchAfter(out, { kind: 'stopped', reason: 'signedOut' }, NOON + DAY).stop?.since).toBe(NOON + HOUR);
  });

  it('is read again once a page shows the user signed in', () => {
    expect(timeOf(plan(watchHeard(out, NOON + DAY), NOON + DAY))).toBe(NOON + DAY + 15 * MINUTE);
  });

  it.each(['noPermission', 'oldMessenger', 'noSupportBot', 'notAdministrator'] as const)(
    'and one with %s alike',
    (reason) => {
      const stopped = watchAfter(readAt(NOON), { kind: 'stopped', reason }, NOON);
      expect(plan(stopped, NOON)).toMatchObject({ kind: 'stopped', reason });
    },
  );
});

describe('quiet hours', () => {
  it('go over midnight, and end a little later for each portal', () => {
    const evening = at('2026-11-20T20:50Z');
    const morning = at('2026-11-21T06:00Z');
    expect(plan(readAt(evening), evening)).toEqual({ kind: 'planned', at: morning, because: 'quietHours' });
    expect(timeOf(plan(readAt(evening), evening, 1))).toBe(morning + 5 * MINUTE);
  });

  it('that leave a few minutes of the day are kept all the same', () => {
    const quiet: QuietHours = { ...NIGHT, from: 7 * 60 + 3, until: 7 * 60 };
    expect(timeOf(plan(readAt(NOON), NOON, 1, settings({ quiet })))).toBe(at('2026-11-21T06:00Z'));
  });

  it('may lie within a day', () => {
    expect(isQuiet(LUNCH, at('2026-11-20T10:59:59.999Z'))).toBe(false);
    expect(isQuiet(LUNCH, NOON)).toBe(true);
    expect(nextAwakeMoment(LUNCH, NOON)).toBe(at('2026-11-20T13:00Z'));
    expect(isQuiet(LUNCH, at('2026-11-20T23:30Z'))).toBe(false);
  });

  it('are none when they end as they begin, and never end when they are the whole day', () => {
    expect(isQuiet({ ...NIGHT, from: 540, until: 540 }, NOON)).toBe(false);
    expect(plan(readAt(NOON), NOON, 0, settings({ quiet: { ...NIGHT, from: 0, until: 1440 } }))).toEqual({
      kind: 'never',
    });
  });

  it('end at seven by the clock in the nights in which clocks change', () => {
    expect(nextAwakeMoment(NIGHT, at('2026-03-28T23:00Z'))).toBe(at('2026-03-29T05:00Z'));
    expect(nextAwakeMoment(NIGHT, at('2026-10-24T23:00Z'))).toBe(at('2026-10-25T06:00Z'));
  });

  it('that end in the hour that is skipped end with the skip', () => {
    const early: QuietHours = { ...NIGHT, until: 2 * 60 + 30 };
    expect(nextAwakeMoment(early, at('2026-03-29T00:00Z'))).toBe(at('2026-03-29T01:00Z'));
  });

  it('are kept at any time of the year, in any zone, whatever the chance', () => {
    // Times of day that no change of clocks skips or repeats, so that the wall clock is a fair judge.
    const clock = fc.integer({ min: 4 * 4, max: 24 * 4 - 1 }).map((quarter) => quarter * 15);
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata', 'UTC');
    const quiet = fc.record({ timeZone: zone, from: clock, until: clock });
    const moment = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-01-01T00:00Z') });
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(quiet, moment, chance, fc.nat(MOST_FAILURES - 1), (hours, now, random, failures) => {
        const planned = timeOf(plan(failed(failures, now), now, random, settings({ quiet: hours })));
        const minute = minuteOfDay(hours.timeZone, planned);
        const { from, until } = hours;
        const isIn = from < until ? minute >= from && minute < until : minute >= from || minute < until;
        expect(from !== until && isIn).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('when the clock jumps', () => {
  const made = plan(readAt(NOON), NOON);

  it('a plan is kept until its time has come', () => {
    expect(turnOf(made, settings(), NOON)).toBe('wait');
    expect(turnOf(made, settings(), NOON + 15 * MINUTE)).toBe('read');
  });

  it('forward over hours, what is due is read once and soon', () => {
    expect(turnOf(made, settings(), NOON + 5 * HOUR)).toBe('read');
    expect(timeOf(plan(readAt(NOON), NOON + 5 * HOUR, 1))).toBe(NOON + 5 * HOUR + 2 * MINUTE);
  });

  it('into the night, what is due waits for the morning', () => {
    const midnight = at('2026-11-20T23:00Z');
    expect(turnOf(made, settings(), midnight)).toBe('planAnew');
    expect(timeOf(plan(readAt(NOON), midnight))).toBe(at('2026-11-21T06:00Z'));
  });

  it('back over days, a plan that is out of reach is made anew', () => {
    const before = NOON - 10 * DAY;
    expect(turnOf(made, settings(), before)).toBe('planAnew');
    expect(timeOf(plan(readAt(NOON), before))).toBe(before + 15 * MINUTE);
    expect(turnOf(made, settings(), NOON - HOUR)).toBe('wait');
  });

  it('the next time is never in the past, and never out of reach', () => {
    const time = fc.oneof(fc.integer({ min: 0, max: 5e12 }), fc.constantFrom(0, NOON, -1));
    const state = fc.record({ triedAt: time, knownAt: time, failures: fc.nat(2_000), stop: fc.constant(null) });
    const quiet = fc.constantFrom(null, NIGHT, LUNCH);
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(state, quiet, chance, fc.integer({ min: 1, max: 24 * 60 }), (some, hours, random, every) => {
        const how = settings({ quiet: hours, every });
        const planned = plan(some, NOON, random, how);
        expect(timeOf(planned)).toBeGreaterThanOrEqual(NOON);
        expect(timeOf(planned) - NOON).toBeLessThanOrEqual(1.2 * DAY + DAY);
        expect(turnOf(planned, how, NOON)).not.toBe('planAnew');
        expect(turnOf(planned, how, timeOf(planned))).toBe('read');
      }),
    );
  });
});

describe('portals that are due at once', () => {
  const due = [{ at: 3 }, { at: 1 }, { at: 2 }];

  it('are read two at a time, the one that has waited longest first', () => {
    expect(nextInTurn(due, 0)).toEqual([{ at: 1 }, { at: 2 }]);
    expect(nextInTurn(due, 1)).toEqual([{ at: 1 }]);
    expect(nextInTurn(due, 5)).toEqual([]);
  });
});

/** By the wall clock of a zone, straight from the browser's own calendar. */
function minuteOfDay(timeZone: string, moment: number): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' });
  const [hour = 0, minute = 0] = format.format(moment).split(':').map(Number);
  return hour * 60 + minute;
}
