import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrantEvent } from '../../domain/access/chart-events.ts';
import { DAY, type GrantRecord, isRunning } from '../../domain/access/record.ts';
import { grantAfter } from '../../machines/access-grant.ts';
import { ASKED_AT, grant, HOUR, running } from '../domain/access-records.ts';

const recordAfter = (record: GrantRecord, ...events: GrantEvent[]) =>
  events.reduce((each, event) => grantAfter(each, event, ASKED_AT + HOUR), record);

const at = (now: number): GrantEvent => ({ type: 'clock.advanced', now });

describe('a request', () => {
  it('is pending once it is proved or confirmed', () => {
    expect(recordAfter(grant({ state: 'seen' }), { type: 'request.verified' }).state).toBe('pending');
    expect(recordAfter(grant({ state: 'seen' }), { type: 'request.confirmed' }).state).toBe('pending');
  });

  it('that a person called none is kept, unknown and without an answer', () => {
    const rejected = recordAfter(grant({ state: 'seen' }), { type: 'request.rejected' });
    expect(rejected).toMatchObject({ state: 'unknown', answeredAt: null, startsAt: null });
  });

  it('counts its length from the moment it was granted', () => {
    const granted = recordAfter(grant(), { type: 'access.granted', at: ASKED_AT, days: 14, daysSource: 'parsed' });
    expect(granted).toMatchObject({
      state: 'granted',
      days: 14,
      daysSource: 'parsed',
      answeredAt: ASKED_AT,
      endsAt: ASKED_AT + 14 * DAY,
    });
  });

  it('keeps the moment of the answer apart from the start when nobody knows it', () => {
    const granted = recordAfter(grant(), { type: 'access.granted', at: ASKED_AT, answeredAt: null });
    expect(granted).toMatchObject({ startsAt: ASKED_AT, answeredAt: null });
  });

  it('that asks again has no answer any more', () => {
    const declined = recordAfter(grant(), { type: 'access.declined', at: ASKED_AT });
    const told = [`pending:${ASKED_AT}:2`, 'dismissed:unclear:null:null'];
    const answered = { ...declined, answeredBy: 'here' as const, answerer: 'Anna', told };
    expect(recordAfter(answered, { type: 'request.returned' })).toMatchObject({
      state: 'pending',
      answeredAt: null,
      answeredBy: null,
      answerer: '',
      // It is news once more.
      told: ['dismissed:unclear:null:null'],
    });
  });

  it('is the same object when nothing changes', () => {
    const record = grant();
    expect(recordAfter(record, { type: 'request.verified' }, { type: 'request.returned' })).toBe(record);
  });
});

describe('an access', () => {
  it('follows the clock in both directions and is never ended by it', () => {
    const end = ASKED_AT + 21 * DAY;
    const moments = [end - 4 * DAY, end - 3 * DAY, end, end + 400 * DAY, end - DAY, end - 10 * DAY];
    let record = running();
    const states = moments.map((now) => {
      record = grantAfter(record, at(now), now);
      return record.state;
    });
    expect(states).toEqual(['granted', 'ending', 'overdue', 'overdue', 'ending', 'granted']);
  });

  it('is in its state at once, however long ago it began', () => {
    const granted = grantAfter(grant(), { type: 'access.granted', at: ASKED_AT }, ASKED_AT + 19 * DAY);
    expect(granted.state).toBe('ending');
    expect(grantAfter(granted, { type: 'length.set', days: 7, source: 'entered' }, ASKED_AT + 19 * DAY)).toMatchObject({
      state: 'overdue',
      daysSource: 'entered',
    });
    expect(grantAfter(granted, { type: 'start.set', at: ASKED_AT + 10 * DAY }, ASKED_AT + 19 * DAY)).toMatchObject({
      state: 'granted',
      endsAt: ASKED_AT + 31 * DAY,
    });
  });

  it('has a length before it begins, but no start', () => {
    const waiting = recordAfter(
      grant(),
      { type: 'length.set', days: 7, source: 'entered' },
      { type: 'start.set', at: 5 },
    );
    expect(waiting).toMatchObject({ days: 7, startsAt: null, endsAt: null });
  });

  it('is not ended by proof about its request', () => {
    const record = running();
    expect(recordAfter(record, { type: 'access.declined', at: ASKED_AT }, { type: 'request.returned' })).toBe(record);
    expect(recordAfter(record, { type: 'access.granted', at: ASKED_AT + HOUR, days: 3, daysSource: 'parsed' })).toBe(
      record,
    );
  });

  it('does not end before it began', () => {
    expect(recordAfter(running(), { type: 'access.ended', at: ASKED_AT - DAY }).endedAt).toBe(ASKED_AT);
  });

  it('that nobody can tell of keeps its clock, and goes on when it is proved', () => {
    const lost = recordAfter(running(), { type: 'answer.unclear', at: ASKED_AT + HOUR });
    expect(lost).toMatchObject({ state: 'unknown', answeredAt: ASKED_AT, endsAt: ASKED_AT + 21 * DAY });
    const back = recordAfter(lost, { type: 'access.granted', at: ASKED_AT + HOUR });
    expect(back).toMatchObject({ state: 'granted', startsAt: ASKED_AT, answeredAt: ASKED_AT });
  });

  it.each(['ended', 'revoked'] as const)('that is %s runs anew only by proof newer than the end', (state) => {
    const past = running({ state, endedAt: ASKED_AT + HOUR });
    expect(recordAfter(past, { type: 'access.granted', at: ASKED_AT + HOUR })).toBe(past);
    expect(recordAfter(past, { type: 'access.granted', at: ASKED_AT + HOUR + 1 })).toMatchObject({
      state: 'granted',
      startsAt: ASKED_AT + HOUR + 1,
      endedAt: null,
    });
  });
});

describe('a correction', () => {
  const LATER = ASKED_AT + DAY;
  const correct = (record: GrantRecord, to: 'pending' | 'granted' | 'declined' | 'revoked' | 'ended' | 'unknown') =>
    recordAfter(record, { type: 'corrected', to, at: LATER });

  it('leads from any state to any', () => {
    for (const state of ['seen', 'pending', 'overdue', 'ended', 'revoked', 'declined', 'unknown'] as const) {
      for (const to of ['pending', 'granted', 'declined', 'revoked', 'ended', 'unknown'] as const) {
        expect(correct(grant({ state }), to).state).toBe(to);
      }
    }
  });

  it('gives an access a start only when it has none', () => {
    expect(correct(grant({ state: 'unknown' }), 'granted')).toMatchObject({ startsAt: LATER, answeredAt: LATER });
    const ended = running({ state: 'ended', endedAt: LATER });
    expect(correct(ended, 'granted')).toMatchObject({ startsAt: ASKED_AT, endedAt: null, answeredAt: ASKED_AT });
  });

  it('to declined leaves no access behind', () => {
    expect(correct(running(), 'declined')).toMatchObject({ startsAt: null, endsAt: null, endedAt: null });
  });

  it('to ended keeps when it was agreed to', () => {
    expect(correct(running(), 'ended')).toMatchObject({ endedAt: LATER, answeredAt: ASKED_AT });
  });
});

describe('whatever happens', () => {
  const moment = fc.integer({ min: 0, max: 60 }).map((day) => ASKED_AT + day * DAY);
  const event: fc.Arbitrary<GrantEvent> = fc.oneof(
    fc
      .constantFrom('request.verified', 'request.confirmed', 'request.rejected', 'request.returned')
      .map((type) => ({ type }) as GrantEvent),
    fc
      .tuple(
        fc.constantFrom('access.granted', 'access.declined', 'access.revoked', 'access.ended', 'answer.unclear'),
        moment,
      )
      .map(([type, at]) => ({ type, at }) as GrantEvent),
    fc.record({ type: fc.constant('start.set' as const), at: moment }),
    fc.record({ type: fc.constant('clock.advanced' as const), now: moment }),
    fc.record({
      type: fc.constant('length.set' as const),
      days: fc.integer({ min: 1, max: 366 }),
      source: fc.constantFrom('parsed', 'entered'),
    }),
    fc.record({
      type: fc.constant('corrected' as const),
      to: fc.constantFrom('pending', 'granted', 'declined', 'revoked', 'ended', 'unknown'),
      at: moment,
    }),
  );
  const isProof = (one: GrantEvent) =>
    one.type === 'access.granted' || (one.type === 'corrected' && one.to === 'granted');

  it('nobody is inside without proof or a person’s word', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const record = recordAfter(grant({ state: 'seen' }), ...events.filter((one) => !isProof(one)));
        expect(isRunning(record)).toBe(false);
        expect(record.startsAt).toBeNull();
      }),
    );
  });

  it('nothing is over by time alone', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.array(moment), (events, moments) => {
        const record = recordAfter(grant({ state: 'seen' }), ...events);
        const later = moments.reduce((each, now) => grantAfter(each, at(now), now), record);
        expect(isRunning(later)).toBe(isRunning(record));
        if (!isRunning(record)) expect(later).toEqual(record);
      }),
    );
  });

  it('what runs has an end that follows from start and length', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const { startsAt, endsAt, days, ...record } = recordAfter(grant({ state: 'seen' }), ...events);
        expect(endsAt).toBe(startsAt === null ? null : startsAt + days * DAY);
        if (isRunning(record)) expect(record.endedAt).toBeNull();
      }),
    );
  });
});
