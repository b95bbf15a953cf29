import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bannerOf, dismissalKey, urgencyOf } from '../../domain/access/banner.ts';
import { nextChangeAt } from '../../domain/access/clock.ts';
import { type AccessRecord, DAY } from '../../domain/access/record.ts';
import { grantAfter } from '../../machines/access-grant.ts';
import { ASKED_AT, grant, HOUR, integrator, lookalike, MINUTE, partner, running } from './access-records.ts';

const NOW = ASKED_AT + HOUR;

const dismissed = <R extends AccessRecord>(record: R, now = NOW): R => {
  const key = dismissalKey(record, now);
  return key === null ? record : { ...record, told: [...record.told, key] };
};

describe('the banner', () => {
  it.each([
    ['lookalike', lookalike()],
    ['request', grant()],
    ['probable', grant({ state: 'seen' })],
    ['partner', partner()],
    ['overdue', running({ state: 'overdue' })],
    ['ticketClosed', running({ ticketClosedAt: ASKED_AT })],
    ['ending', running({ state: 'ending' })],
    ['unclear', grant({ state: 'unknown', answeredAt: ASKED_AT, answeredBy: 'elsewhere' })],
    ['unclear', running({ state: 'unknown' })],
    ['answered', running({ answeredBy: 'here' })],
    ['answered', grant({ state: 'declined', answeredAt: ASKED_AT, answeredBy: 'here' })],
    ['answeredElsewhere', running()],
    ['answeredElsewhere', partner({ state: 'active', answeredAt: ASKED_AT, answeredBy: 'elsewhere' })],
    [null, lookalike({ state: 'dismissed' })],
    [null, integrator()],
    [null, running({ answeredBy: 'entered' })],
    [null, running({ answeredBy: 'here', isReasonAsked: true })],
    [null, running({ state: 'revoked' })],
    [null, grant({ state: 'unknown' })],
  ] as const)('says %s', (kind, record) => {
    expect(bannerOf(record, NOW)).toBe(kind);
  });

  it('rests while the record does', () => {
    expect(bannerOf(grant({ snoozedUntil: NOW + 1 }), NOW)).toBeNull();
    expect(bannerOf(grant({ snoozedUntil: NOW }), NOW)).toBe('request');
    expect(bannerOf(running({ state: 'overdue', snoozedUntil: NOW + 1 }), NOW)).toBeNull();
  });

  it('leaves a request that is not mine to others, but not the access that came of it', () => {
    const setAsideAt = ASKED_AT;
    expect(bannerOf(grant({ setAsideAt }), NOW)).toBeNull();
    expect(bannerOf(running({ setAsideAt }), NOW)).toBeNull();
    expect(bannerOf(running({ setAsideAt, state: 'overdue' }), NOW)).toBe('overdue');
  });

  it('tells of an answer for a week', () => {
    const record = running({ answeredBy: 'elsewhere' });
    expect(bannerOf(record, ASKED_AT + 7 * DAY - 1)).toBe('answeredElsewhere');
    expect(bannerOf(record, ASKED_AT + 7 * DAY)).toBeNull();
  });

  it('asks for the reason of a short access before it counts down', () => {
    const record = running({ days: 1, state: 'ending', answeredBy: 'here' });
    expect(bannerOf(record, ASKED_AT + HOUR - 1)).toBe('answered');
    expect(bannerOf(record, ASKED_AT + HOUR)).toBe('ending');
  });

  it.each([
    ['a closed ticket', running({ state: 'ending', ticketClosedAt: ASKED_AT, answeredBy: 'entered' }), 'ending'],
    ['a countdown', running({ state: 'ending', answeredBy: 'entered' }), null],
    ['an unclear answer', grant({ state: 'unknown', answeredAt: ASKED_AT }), null],
    ['an answer', running({ answeredBy: 'here' }), null],
    ['somebody else’s answer', running(), null],
    ['a request', grant(), 'request'],
    ['an overdue access', running({ state: 'overdue' }), 'overdue'],
    ['a warning, which has a state for it', lookalike(), 'lookalike'],
  ] as const)('after the dismissal of %s', (_case, record, kind) => {
    expect(bannerOf(dismissed(record as AccessRecord), NOW)).toBe(kind);
  });

  it('says anew what happens anew', () => {
    const record = dismissed(running({ state: 'ending', answeredBy: 'entered' }));
    expect(bannerOf({ ...record, endsAt: ASKED_AT + 30 * DAY }, NOW)).toBe('ending');
    const closed = dismissed(running({ ticketClosedAt: ASKED_AT }));
    expect(bannerOf({ ...closed, ticketClosedAt: ASKED_AT + 1 }, NOW)).toBe('ticketClosed');
  });

  it('puts a warning first and somebody else’s answer last', () => {
    expect(urgencyOf('lookalike')).toBe(0);
    expect(urgencyOf('request')).toBeLessThan(urgencyOf('overdue'));
    expect(urgencyOf('overdue')).toBeLessThan(urgencyOf('ending'));
    expect(urgencyOf('answeredElsewhere')).toBe(9);
  });

  it('changes by time alone only when the clock says so', () => {
    const hours = fc.integer({ min: 0, max: 30 * 24 });
    fc.assert(
      fc.property(
        fc.constantFrom('here' as const, 'elsewhere' as const, 'entered' as const),
        fc.integer({ min: 1, max: 21 }),
        hours,
        hours,
        (answeredBy, days, snoozed, passed) => {
          const snoozedUntil = ASKED_AT + snoozed * HOUR + 7 * MINUTE;
          let now = ASKED_AT + passed * HOUR;
          let record = grantAfter(running({ answeredBy, days, snoozedUntil }), { type: 'clock.advanced', now }, now);
          const before = [record.state, bannerOf(record, now)];
          const next = nextChangeAt(record, now) ?? now + 400 * DAY;
          for (const later of [now + (next - now) / 2, next - 1]) {
            now = Math.max(now, Math.floor(later));
            record = grantAfter(record, { type: 'clock.advanced', now }, now);
            expect([record.state, bannerOf(record, now)]).toEqual(before);
          }
        },
      ),
    );
  });
});
