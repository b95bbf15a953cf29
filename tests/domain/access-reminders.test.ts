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
  const DAYS = 60;
  /** When anything is to be told of a request that is granted after some days, by the rules and nothing else. */
  const expected = (grantedAt: number, days: number): number[] => {
    const end = grantedAt + days * DAY;
    const waiting = [0, 4 * HOUR, ...Array.from({ length: DAYS }, (_, day) => (day + 1) * DAY)]
      .map((at) => ASKED_AT + at)
      .filter((at) => at < grantedAt);
    const before = SETTINGS.accessReminders.map((day) => end - day * DAY).filter((at) => at > grantedAt);
    const after = [0, 1, 8, 15, 22, 29, 36, 43, 50, 57].map((day) => end + day * DAY);
    return [...waiting, ...before, ...after].filter((at) => at <= ASKED_AT + DAYS * DAY);
  };

  const walk = fc.record({
    steps: fc.array(fc.integer({ min: 1, max: 24 }), { minLength: DAYS * 24, maxLength: DAYS * 24 }),
    grantedAfter: fc.integer({ min: 0, max: 20 * 24 }),
    days: fc.constantFrom(1, 3, 7, 14, 21),
    stops: fc.infiniteStream(fc.boolean()),
  });

  it('tell each reminder exactly once, whenever the browser looks and whenever it is closed', () => {
    fc.assert(
      fc.property(walk, ({ steps, grantedAfter, days, stops }) => {
        let record: GrantRecord = grant({ days });
        let last = ASKED_AT - 1;
        let now = ASKED_AT;
        let grantedAt: number | null = null;
        let count = 0;
        const due: boolean[] = [];
        for (const hours of steps) {
          if (now > ASKED_AT + DAYS * DAY) break;
          if (grantedAt === null && now >= ASKED_AT + grantedAfter * HOUR) {
            grantedAt = now;
            record = grantAfter(record, { type: 'access.granted', at: now }, now);
          }
          record = grantAfter(record, { type: 'clock.advanced', now }, now);
          const announced = nextReminderAt(record, SETTINGS, now);
          const reminder = dueReminder(record, SETTINGS, now);
          // The alarm is set for now exactly when something is due now.
          expect(announced === now).toBe(reminder !== null);
          const rules = expected(grantedAt ?? Number.POSITIVE_INFINITY, days);
          const isExpected = rules.some((at) => at > last && at <= now);
          due.push(isExpected);
          expect(reminder !== null).toBe(isExpected);
          if (reminder) {
            count += 1;
            expect(record.told).not.toContain(reminder.key);
            record = { ...record, told: toldAfter(record.told, reminder) };
          }
          expect(dueReminder(record, SETTINGS, now)).toBeNull();
          if (stops.next().value) record = JSON.parse(JSON.stringify(record));
          last = now;
          now += hours * HOUR;
        }
        expect(count).toBe(due.filter(Boolean).length);
      }),
      { numRuns: 200 },
    );
  });

  it('with a clock that jumps tell nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5 * 24, max: 5 * 24 }), { maxLength: 200 }), (jumps) => {
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
        expect(record.told.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
