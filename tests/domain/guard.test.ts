import { describe, expect, it } from 'vitest';
import { cardFor, guardAnswer, hasNoFreeSlot, stopsClick } from '../../domain/guard.ts';
import { type Limit, limitFromPortal, NUMBERS_KEEP_FOR, slotLevel } from '../../domain/slots.ts';
import type { SessionView, SlotsView } from '../../domain/view.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

const slots = (used: number, limit: Limit, changes: Partial<SlotsView> = {}): SlotsView => ({
  level: slotLevel(used, limit),
  used,
  created: 0,
  limit,
  limitSource: 'portal',
  atMost: false,
  source: 'portal',
  at: NOW,
  stale: false,
  ...changes,
});
const LIVE: SessionView = { state: 'live', reason: null, failure: null, since: 0 };
const answer = (used: number, limit: number, changes: Partial<SlotsView> = {}, session: Partial<SessionView> = {}) =>
  guardAnswer({ session: { ...LIVE, ...session }, slots: slots(used, limitFromPortal(limit), changes) }, NOW);

describe('the guard', () => {
  it.each([
    [0, 5, 'pass'],
    [3, 5, 'pass'],
    [4, 5, 'near'],
    [5, 5, 'full'],
    [6, 5, 'over'],
    [1, 2, 'near'],
    [9, 0, 'unlimited'],
    [0, -1, 'off'],
    [1, 1, 'single'],
  ])('answers %i open of limit %i with %s', (used, limit, expected) => {
    expect(answer(used, limit)).toBe(expected);
  });

  it.each([
    ['the portal does not answer', {}, { state: 'degraded' as const }],
    ['the user is signed out', {}, { state: 'signedOut' as const }],
    ['the numbers are stale', { stale: true }, {}],
    ['nothing was read yet', { used: null, level: 'unread' as const }, {}],
    ['the limit was not told', { limit: null }, {}],
    ['the limit is only assumed', { limitSource: 'assumed' as const }, {}],
    ['the page has heard nothing for long', { at: NOW - NUMBERS_KEEP_FOR - 300_001 }, {}],
  ])('stands aside when %s', (_why, changes, session) => {
    expect(answer(5, 5, changes, session)).toBe('unsure');
    expect(stopsClick('unsure')).toBe(false);
  });

  it('lets an assumed limit pass that is far away', () => {
    expect(answer(2, 5, { limitSource: 'assumed' })).toBe('pass');
  });

  it('has a card for exactly the answers that stop a click', () => {
    const answers = ['pass', 'near', 'full', 'over', 'off', 'single', 'unlimited', 'unsure'] as const;
    expect(answers.filter(stopsClick)).toEqual(answers.filter((each) => cardFor(each) !== null));
    expect(answers.filter(stopsClick)).toEqual(['near', 'full', 'over', 'off', 'single']);
  });

  it('knows a full house from a last free slot', () => {
    expect([hasNoFreeSlot('full'), hasNoFreeSlot('over'), hasNoFreeSlot('near')]).toEqual([true, true, false]);
  });
});
