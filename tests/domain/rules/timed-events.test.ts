import { describe, expect, it } from 'vitest';
import { matches } from '../../../domain/rules/matches.ts';
import type { Trigger } from '../../../domain/rules/rule.ts';
import { manualEvent, scheduleEvent, timedEvents } from '../../../domain/rules/timed-events.ts';
import type { RuleWorld } from '../../../domain/rules/world.ts';
import type { DialogView } from '../../../domain/view.ts';
import { dialog, grant, NOW, partner, request } from '../../components/samples.ts';
import { DAY, HOUR, waits, world } from './worlds.ts';

const bySupport = (since: number) => ({ turn: { author: 'support', since, at: since, source: 'event' } as const });
const withDialogs = (...dialogs: DialogView[]): RuleWorld => world({ dialogs });
const withRecords = (...items: RuleWorld['view']['register']['items']): RuleWorld =>
  world({ register: { items, readAt: NOW, presetDays: 21 } });

const ids = (trigger: Trigger, known: RuleWorld, now = NOW) => timedEvents(trigger, known, now).due.map(({ id }) => id);

describe('an answer that waits', () => {
  it('is due after its hours of real time, and not a moment earlier', () => {
    const known = withDialogs(dialog(5, bySupport(NOW)));
    expect(timedEvents(waits(4), known, NOW + 4 * HOUR - 1)).toEqual({ due: [], nextAt: NOW + 4 * HOUR });
    const { due, nextAt } = timedEvents(waits(4), known, NOW + 4 * HOUR);
    expect(nextAt).toBeNull();
    expect(due).toMatchObject([
      { kind: 'answer.waits', object: 'chat:5', version: `since:${NOW}`, at: NOW + 4 * HOUR },
    ]);
  });

  it('is the same event whenever it is looked at, and says how long it is by then', () => {
    const known = withDialogs(dialog(5, bySupport(NOW)));
    const [first] = timedEvents(waits(4), known, NOW + 4 * HOUR).due;
    const [later] = timedEvents(waits(4), known, NOW + 3 * DAY).due;
    expect(later?.id).toBe(first?.id);
    expect(later?.at).toBe(first?.at);
    expect(later?.facts['dialog.waitsHours']).toBe(72);
  });

  it('is another event when support answers anew', () => {
    const at = NOW + 9 * DAY;
    expect(ids(waits(1), withDialogs(dialog(5, bySupport(NOW))), at)).not.toEqual(
      ids(waits(1), withDialogs(dialog(5, bySupport(NOW + DAY))), at),
    );
  });

  it('is none in a closed dialog, where the user wrote last, and where nobody knows who did', () => {
    const mine = { turn: { author: 'me', since: NOW, at: NOW, source: 'event' } as const };
    const known = withDialogs(
      dialog(1, { ...bySupport(NOW), status: 'close' }),
      dialog(2, mine),
      dialog(3, { turn: null }),
    );
    expect(timedEvents(waits(1), known, NOW + DAY)).toEqual({ due: [], nextAt: null });
  });

  it('comes the longest wait first, and tells of the next one', () => {
    const known = withDialogs(
      dialog(1, bySupport(NOW + HOUR)),
      dialog(2, bySupport(NOW)),
      dialog(3, bySupport(NOW + 5 * HOUR)),
      dialog(4, bySupport(NOW + 4 * HOUR)),
    );
    const { due, nextAt } = timedEvents(waits(2), known, NOW + 3 * HOUR);
    expect(due.map(({ object }) => object)).toEqual(['chat:2', 'chat:1']);
    expect(nextAt).toBe(NOW + 6 * HOUR);
  });

  it.each([
    ['stale', { slots: { stale: true } }],
    ['signed out', { session: { state: 'signedOut', failure: 'signedOut' } }],
    ['not readable now', { session: { state: 'degraded', failure: 'offline' } }],
    ['paused', { session: { state: 'unsupported', reason: 'paused' } }],
  ] as const)('is not due on a portal that is %s: somebody may have answered elsewhere', (_name, others) => {
    const known = world({ dialogs: [dialog(5, bySupport(NOW))] }, others);
    expect(timedEvents(waits(1), known, NOW + DAY)).toEqual({ due: [], nextAt: null });
  });
});

describe('a request that waits', () => {
  const pending: Trigger = { kind: 'access.requested', pendingHours: 4 };

  it('is due after its hours, and fits a trigger with hours only', () => {
    const known = withRecords(request({ id: 'r', requestedAt: NOW }), partner({ requestedAt: NOW + HOUR }));
    expect(timedEvents(pending, known, NOW + 4 * HOUR - 1)).toEqual({ due: [], nextAt: NOW + 4 * HOUR });
    const { due, nextAt } = timedEvents(pending, known, NOW + 4 * HOUR);
    expect(due).toMatchObject([{ object: 'record:r', version: `since:${NOW}`, facts: { 'access.state': 'pending' } }]);
    expect(nextAt).toBe(NOW + 5 * HOUR);
    expect(due.every((event) => matches(pending, event))).toBe(true);
    expect(due.some((event) => matches({ kind: 'access.requested', pendingHours: 0 }, event))).toBe(false);
  });

  it('is none that is only probable, was answered, or was put aside', () => {
    const old = { requestedAt: NOW - DAY };
    const known = withRecords(
      request({ ...old, state: 'seen' }),
      request({ ...old, state: 'granted' }),
      request({ ...old, setAsideAt: NOW }),
    );
    expect(timedEvents(pending, known, NOW)).toEqual({ due: [], nextAt: null });
  });

  it('is told by the journal where the rule wants to know at once', () => {
    const known = withRecords(request({ requestedAt: NOW - DAY }));
    expect(timedEvents({ kind: 'access.requested', pendingHours: 0 }, known, NOW)).toEqual({ due: [], nextAt: null });
  });

  it('is not due on a portal that is signed out', () => {
    const items = [request({ requestedAt: NOW - DAY })];
    const known = world({ register: { items, readAt: NOW, presetDays: 21 } }, { session: { state: 'signedOut' } });
    expect(timedEvents(pending, known, NOW).due).toEqual([]);
  });
});

describe('an access near its end', () => {
  const ends: Trigger = { kind: 'access.ends', days: 2 };
  const endsAt = NOW + 5 * DAY;

  it('is due so many days before, until it has ended', () => {
    const known = withRecords(grant(5, { id: 'g' }));
    expect(timedEvents(ends, known, NOW)).toEqual({ due: [], nextAt: endsAt - 2 * DAY });
    expect(timedEvents(ends, known, endsAt - 2 * DAY)).toMatchObject({
      due: [{ object: 'record:g', version: `ends:${endsAt}`, at: endsAt - 2 * DAY }],
      nextAt: null,
    });
    expect(ids(ends, known, endsAt - 1)).toHaveLength(1);
    expect(timedEvents(ends, known, endsAt)).toEqual({ due: [], nextAt: null });
  });

  it('is another event when its end was moved', () => {
    const moved = withRecords(grant(5, { id: 'g', endsAt: endsAt + DAY }));
    const at = endsAt - DAY / 2;
    expect(ids(ends, moved, at)).not.toEqual(ids(ends, withRecords(grant(5, { id: 'g' })), at));
  });

  it('is due from its beginning on when it is shorter than that', () => {
    const known = withRecords(grant(1, { startsAt: NOW, endsAt: NOW + DAY }));
    expect(timedEvents(ends, known, NOW).due).toMatchObject([{ at: NOW }]);
  });

  it('is none that was revoked', () => {
    const known = withRecords(grant(1, { state: 'revoked' }), grant(1, { state: 'unknown' }));
    expect(timedEvents(ends, known, NOW)).toEqual({ due: [], nextAt: null });
  });

  it('is known without a reading', () => {
    const items = [grant(1)];
    const known = world({ register: { items, readAt: NOW, presetDays: 21 } }, { slots: { stale: true } });
    expect(timedEvents(ends, known, NOW).due).toHaveLength(1);
  });
});

describe('an access that should have ended', () => {
  const overdue = (repeatDays: number): Trigger => ({ kind: 'access.overdue', repeatDays });
  const endsAt = NOW - 3.5 * DAY;
  const known = withRecords(grant(-3, { id: 'g', endsAt }));

  it('is due once, or again each so many days', () => {
    expect(timedEvents(overdue(0), known, NOW)).toMatchObject({
      due: [{ object: 'record:g', version: `ends:${endsAt}:day:0`, at: endsAt }],
      nextAt: null,
    });
    expect(timedEvents(overdue(1), known, NOW)).toMatchObject({
      due: [{ version: `ends:${endsAt}:day:3`, at: endsAt + 3 * DAY }],
      nextAt: endsAt + 4 * DAY,
    });
    expect(timedEvents(overdue(2), known, NOW)).toMatchObject({
      due: [{ version: `ends:${endsAt}:day:2` }],
      nextAt: endsAt + 4 * DAY,
    });
  });

  it('is not due before its end, and then at it', () => {
    const running = withRecords(grant(2));
    expect(timedEvents(overdue(1), running, NOW)).toEqual({ due: [], nextAt: NOW + 2 * DAY });
  });
});

describe('what time does not bring', () => {
  it('has no events and no next time', () => {
    for (const kind of ['manual', 'slots.freed', 'dialog.closed'] as const) {
      expect(timedEvents({ kind }, withDialogs(dialog(1)), NOW)).toEqual({ due: [], nextAt: null });
    }
  });

  it('is named by its instant, or by the press that started it', () => {
    const [at] = [Date.UTC(2026, 10, 23, 9)];
    expect(scheduleEvent(world(), at)).toMatchObject({ kind: 'schedule', version: '2026-11-23T09:00:00.000Z', at });
    expect(scheduleEvent(world(), at).id).toBe(scheduleEvent(world(), at).id);
    expect(manualEvent(world(), 'p1', at)).toMatchObject({ kind: 'manual', version: 'p1', at });
    expect(manualEvent(world(), 'p1', at).id).not.toBe(manualEvent(world(), 'p2', at).id);
  });
});
