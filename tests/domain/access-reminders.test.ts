import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dismissalKey } from '../../domain/access/banner.ts';
import { type AccessRecord, DAY, type GrantRecord } from '../../domain/access/record.ts';
import { dueReminder, nextReminderAt, toldAfter } from '../../domain/access/reminders.ts';
import { grantAfter } from '../../machines/access-grant.ts';
import { ASKED_AT, grant, HOUR, integrator, lookalike, partner, running } from './access-records.ts';

const SETTINGS = { accessReminders: [7, 3, 1], integratorReviewDays: 30 };
const END = ASKED_AT + 21 * DAY;

const due = (record: AccessRecord, now: number, settings = SETTINGS) =>
  dueReminder(record, settings, now)?.reminder ?? null;

/** The record after everything that is due was told. */
function told<R extends AccessRecord>(record: R, now: number, settings = SETTINGS): R {
  const reminder = dueReminder(record, settings, now);
  return reminder ? { ...record, told: toldAfter(record.told, reminder) } : record;
}

/** Kinds and days of what is told when somebody looks at these moments. */
function toldAt<R extends AccessRecord>(record: R, moments: readonly number[], settings = SETTINGS): string[] {
  let current = record;
  return moments.flatMap((now) => {
    const reminder = due(current, now, settings);
    current = told(current, now, settings);
    return reminder ? [`${reminder.kind} ${reminder.days}`] : [];
  });
}

describe('a request', () => {
  it('is told at once, after four hours, then every day', () => {
    const moments = [0, 1, 4 * HOUR - 1, 4 * HOUR, DAY - 1, DAY, DAY + 1, 2 * DAY, 3 * DAY].map((at) => ASKED_AT + at);
    expect(toldAt(grant(), moments)).toEqual(['new 0', 'pending 0', 'pending 1', 'pending 2', 'pending 3']);
    expect(toldAt(partner(), moments)).toHaveLength(5);
  });

  it('is told at once when the computer’s clock is behind the portal’s', () => {
    expect(due(grant(), ASKED_AT - 2 * DAY)).toEqual({ kind: 'new', days: 0 });
  });

  it('that is only probable is told once', () => {
    const moments = [0, 4 * HOUR, DAY, 9 * DAY].map((at) => ASKED_AT + at);
    expect(toldAt(grant({ state: 'seen' }), moments)).toEqual(['new 0']);
  });

  it('that a person entered is no news to them, but is not forgotten', () => {
    const entered = grant({ origin: 'entered' });
    expect(due(entered, ASKED_AT)).toBeNull();
    expect(due(entered, ASKED_AT + DAY)).toEqual({ kind: 'pending', days: 1 });
  });

  it('is told once after a week without the browser, with the days it has waited', () => {
    const now = ASKED_AT + 7 * DAY + HOUR;
    expect(dueReminder(grant(), SETTINGS, now)).toMatchObject({
      reminder: { kind: 'pending', days: 7 },
      supersededKeys: [`pending:${ASKED_AT}:-1`, `pending:${ASKED_AT}:0`],
    });
    expect(due(told(grant(), now), now + HOUR)).toBeNull();
    expect(nextReminderAt(told(grant(), now), SETTINGS, now)).toBe(ASKED_AT + 8 * DAY);
  });

  it('that is not mine reminds of nothing, and does again when it is mine after all', () => {
    expect(due(grant({ setAsideAt: ASKED_AT }), ASKED_AT + DAY)).toBeNull();
    expect(nextReminderAt(grant({ setAsideAt: ASKED_AT }), SETTINGS, ASKED_AT)).toBeNull();
    expect(due(grant({ setAsideAt: null }), ASKED_AT + DAY)).toEqual({ kind: 'pending', days: 1 });
  });

  it('that is answered reminds of nothing', () => {
    expect(due(grant({ state: 'declined' }), ASKED_AT + 9 * DAY)).toBeNull();
  });

  it('rests until its time, then tells what is due by then, once', () => {
    const until = ASKED_AT + 2 * DAY + HOUR;
    const record = grant({ snoozedUntil: until });
    expect(due(record, until - 1)).toBeNull();
    expect(nextReminderAt(record, SETTINGS, ASKED_AT)).toBe(until);
    expect(due(record, until)).toEqual({ kind: 'pending', days: 2 });
    expect(due(told(record, until), until + 1)).toBeNull();
  });
});

describe('an access', () => {
  const days = (...list: number[]) => list.map((day) => END + day * DAY);

  it('reminds 7, 3 and 1 days before its end, at the end, a day after it, then every week', () => {
    expect(toldAt(running(), days(-20, -8, -7, -6, -3, -2, -1, 0, 0.5, 1, 2, 7, 8, 9, 15, 16, 22))).toEqual([
      'before 7',
      'before 3',
      'before 1',
      'end 0',
      'after 1',
      'after 8',
      'after 15',
      'after 22',
    ]);
  });

  it('reminds at the days that were set', () => {
    const settings = { ...SETTINGS, accessReminders: [2, 10] };
    expect(toldAt(running(), days(-10, -7, -3, -2, -1, 0), settings)).toEqual(['before 10', 'before 2', 'end 0']);
    expect(toldAt(running(), days(-10, -7, -1, 0), { ...SETTINGS, accessReminders: [] })).toEqual(['end 0']);
  });

  it('tells no days that it never had', () => {
    const oneDay = running({ days: 1 });
    expect(nextReminderAt(oneDay, SETTINGS, ASKED_AT)).toBe(ASKED_AT + DAY);
    const week = running({ days: 7 });
    expect(
      toldAt(
        week,
        [0, 4, 6, 7].map((day) => ASKED_AT + day * DAY),
      ),
    ).toEqual(['before 3', 'before 1', 'end 0']);
  });

  it('tells only the latest when the browser was closed, with the days that are really left', () => {
    const reminder = dueReminder(running(), SETTINGS, END - 2.5 * DAY);
    expect(reminder).toEqual({
      reminder: { kind: 'before', days: 3 },
      key: `end:${END}:-3`,
      supersededKeys: [`end:${END}:-7`],
    });
    expect(due(running(), END - 5.5 * DAY)).toEqual({ kind: 'before', days: 6 });
    expect(due(running(), END + 10 * DAY)).toEqual({ kind: 'after', days: 10 });
    expect(due(told(running(), END + 10 * DAY), END + 11 * DAY)).toBeNull();
  });

  it('reminds anew when its length changes', () => {
    const toldAll = told(running(), END + DAY);
    const longer = { ...toldAll, days: 30, endsAt: ASKED_AT + 30 * DAY };
    expect(due(longer, ASKED_AT + 23 * DAY)).toEqual({ kind: 'before', days: 7 });
    expect(due({ ...longer, days: 21, endsAt: END }, END + DAY)).toBeNull();
  });

  it('repeats nothing when the clock is set back, and forgets nothing when it goes on', () => {
    expect(toldAt(running(), days(-7, -3, -5, -8, -3, -1, -3, 0, -2, 1, -1, 1, 8, 6, 8))).toEqual([
      'before 7',
      'before 3',
      'before 1',
      'end 0',
      'after 1',
      'after 8',
    ]);
  });

  it('is announced for what was not told yet, also while the clock is behind', () => {
    const record = told(told(running(), END + DAY), END + 8 * DAY);
    expect(nextReminderAt(record, SETTINGS, END + 2 * DAY)).toBe(END + 15 * DAY);
    expect(nextReminderAt(record, SETTINGS, END - 10 * DAY)).toBe(END + 15 * DAY);
  });

  it('asks about the closed ticket once', () => {
    const closed = running({ ticketClosedAt: ASKED_AT + DAY });
    expect(
      toldAt(
        closed,
        [1, 2, 3].map((day) => ASKED_AT + day * DAY),
      ),
    ).toEqual(['ticketClosed 0']);
    expect(due({ ...closed, ticketClosedAt: null }, ASKED_AT + DAY)).toBeNull();
  });

  it('rests when it is snoozed, even at its end', () => {
    const record = running({ snoozedUntil: END + 2 * DAY });
    expect(due(record, END + DAY)).toBeNull();
    expect(due(record, END + 2 * DAY)).toEqual({ kind: 'after', days: 2 });
  });

  it.each(['revoked', 'ended'] as const)('that is %s reminds of nothing', (state) => {
    expect(nextReminderAt(running({ state }), SETTINGS, END)).toBeNull();
  });

  it('that was lost sight of still reminds at its end, until somebody does not know either', () => {
    const lost = running({ state: 'unknown' });
    expect(due(lost, END - DAY)).toBeNull();
    expect(due(lost, END)).toEqual({ kind: 'end', days: 0 });
    const key = dismissalKey(lost, END);
    expect(due({ ...lost, told: [key ?? ''] }, END)).toBeNull();
    expect(nextReminderAt(grant({ state: 'unknown', answeredAt: ASKED_AT }), SETTINGS, END)).toBeNull();
  });
});

describe('an account of an integrator', () => {
  it('is worth a look every month since the last one', () => {
    const moments = [29, 30, 31, 60, 89, 90].map((day) => ASKED_AT + day * DAY);
    expect(toldAt(integrator(), moments)).toEqual(['review 30', 'review 60', 'review 90']);
    const reviewed = integrator({ reviewedAt: ASKED_AT + 45 * DAY });
    expect(nextReminderAt(reviewed, SETTINGS, ASKED_AT + 46 * DAY)).toBe(ASKED_AT + 75 * DAY);
  });

  it('reminds of nothing once it is gone, or when nobody wants it', () => {
    expect(nextReminderAt(integrator({ state: 'gone' }), SETTINGS, ASKED_AT)).toBeNull();
    expect(nextReminderAt(integrator(), { ...SETTINGS, integratorReviewDays: 0 }, ASKED_AT)).toBeNull();
  });
});

describe('a warning', () => {
  it('is told once for each newer message, but not faster than every hour', () => {
    const first = told(lookalike(), ASKED_AT);
    expect(due(lookalike(), ASKED_AT)).toEqual({ kind: 'lookalike', days: 0 });
    expect(due(first, ASKED_AT + DAY)).toBeNull();
    const second = { ...first, count: 2, lastAt: ASKED_AT + 1_000 };
    expect(due(second, ASKED_AT + 1_000)).toBeNull();
    expect(nextReminderAt(second, SETTINGS, ASKED_AT + 1_000)).toBe(ASKED_AT + HOUR);
    expect(due(second, ASKED_AT + HOUR)).toEqual({ kind: 'lookalike', days: 0 });
    expect(due({ ...second, state: 'dismissed' }, ASKED_AT + HOUR)).toBeNull();
  });
});

describe('sixty days', () => {
  const LAST = ASKED_AT + 60 * DAY;

  /** Numbers from 0 to 1, the same for the same seed. */
  const numbers = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };

  /** By the rules and nothing else: when there is something to tell of a request, and of an access since a moment. */
  const pendingTimes = [0, 4 * HOUR, ...Array.from({ length: 60 }, (_, day) => (day + 1) * DAY)];
  const timesOfRequest = pendingTimes.map((at) => ASKED_AT + at);
  const timesOfAccess = (start: number, days: number) =>
    [
      ...SETTINGS.accessReminders.filter((day) => day < days).map((day) => -day),
      0,
      1,
      8,
      15,
      22,
      29,
      36,
      43,
      50,
      57,
      64,
    ].map((day) => start + (days + day) * DAY);

  it.each([1, 3, 7, 14, 21])('with an access of %i days tell each reminder exactly once', (days) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = numbers(seed);
      const grantedFrom = ASKED_AT + next() * 20 * DAY;
      let times = timesOfRequest;
      let record = grant({ days });
      for (let [now, last] = [ASKED_AT, ASKED_AT - 1]; now <= LAST; ) {
        if (record.startsAt === null && now >= grantedFrom) {
          record = grantAfter(record, { type: 'access.granted', at: now }, now);
          times = timesOfAccess(now, days);
        }
        record = grantAfter(record, { type: 'clock.advanced', now }, now);
        const isDue = times.some((at) => at > last && at <= now);
        expect(due(record, now) !== null, `seed ${seed}, ${new Date(now).toISOString()}`).toBe(isDue);
        expect(nextReminderAt(record, SETTINGS, now)).toBe(isDue ? now : times.find((at) => at > now));
        record = told(record, now);
        expect(due(record, now)).toBeNull();
        // The background ends and reads the record again.
        if (next() < 0.3) record = JSON.parse(JSON.stringify(record));
        last = now;
        now += HOUR + Math.floor(next() * 24) * HOUR;
      }
      expect(record.state).toBe('overdue');
    }
  });

  it('with a clock that jumps tell nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3 * 24, max: 5 * 24 }), { maxLength: 200, size: 'max' }), (jumps) => {
        let record: GrantRecord = running();
        let now = ASKED_AT;
        const keys: string[] = [];
        for (const hours of jumps) {
          now += hours * HOUR;
          record = grantAfter(record, { type: 'clock.advanced', now }, now);
          const reminder = dueReminder(record, SETTINGS, now);
          if (!reminder) continue;
          keys.push(reminder.key);
          record = { ...record, told: toldAfter(record.told, reminder) };
        }
        expect(new Set(keys).size).toBe(keys.length);
        // What is told does not grow with the years.
        expect(record.told.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
