import { describe, expect, it } from 'vitest';
import type { PartnerEvent } from '../../domain/access/chart-events.ts';
import type { PartnerRecord } from '../../domain/access/record.ts';
import { partnerAfter } from '../../machines/partner-request.ts';
import { ASKED_AT, HOUR, partner } from '../domain/access-records.ts';

const NOW = ASKED_AT + HOUR;
const recordAfter = (record: PartnerRecord, ...events: PartnerEvent[]) =>
  events.reduce((each, event) => partnerAfter(each, event, NOW), record);
const active = partner({ state: 'active', startsAt: ASKED_AT, answeredAt: ASKED_AT });

describe('a partner', () => {
  it('who was accepted answers from then on, without an end', () => {
    expect(recordAfter(partner(), { type: 'partner.accepted', at: ASKED_AT })).toMatchObject({
      state: 'active',
      startsAt: ASKED_AT,
      endedAt: null,
    });
  });

  it('who was declined has no start', () => {
    const declined = recordAfter(partner(), { type: 'partner.declined', at: NOW });
    expect(declined).toMatchObject({ state: 'declined', startsAt: null, answeredAt: NOW });
  });

  it('whose support ended starts anew only by proof newer than the end', () => {
    const ended = recordAfter(active, { type: 'partner.ended', at: NOW });
    expect(ended).toMatchObject({ state: 'ended', endedAt: NOW, startsAt: ASKED_AT });
    expect(recordAfter(ended, { type: 'partner.accepted', at: NOW })).toBe(ended);
    expect(recordAfter(ended, { type: 'partner.accepted', at: NOW + 1 })).toMatchObject({
      state: 'active',
      startsAt: NOW + 1,
      endedAt: null,
    });
  });

  it('of whom nobody can tell keeps the start', () => {
    const lost = recordAfter(active, { type: 'answer.unclear', at: NOW });
    expect(lost).toMatchObject({ state: 'unknown', startsAt: ASKED_AT, answeredAt: ASKED_AT });
    expect(recordAfter(lost, { type: 'partner.accepted', at: NOW })).toMatchObject({
      state: 'active',
      startsAt: ASKED_AT,
    });
  });

  it('who asks again waits again', () => {
    const declined = partner({ state: 'declined', answeredAt: ASKED_AT, answeredBy: 'here' });
    expect(recordAfter(declined, { type: 'request.returned' })).toMatchObject({ state: 'pending', answeredBy: null });
    expect(recordAfter(active, { type: 'request.returned' })).toBe(active);
  });

  it('is what a person says, from any state', () => {
    for (const state of ['seen', 'pending', 'active', 'ended', 'declined', 'unknown'] as const) {
      for (const to of ['pending', 'active', 'ended', 'declined', 'unknown'] as const) {
        expect(recordAfter(partner({ state }), { type: 'corrected', to, at: NOW }).state).toBe(to);
      }
    }
    expect(recordAfter(partner(), { type: 'request.rejected' }).state).toBe('pending');
    expect(recordAfter(active, { type: 'start.set', at: NOW }).startsAt).toBe(NOW);
    expect(recordAfter(partner(), { type: 'start.set', at: NOW }).startsAt).toBeNull();
  });
});
