import { describe, expect, it } from 'vitest';
import { portalFacts } from '../../../domain/rules/world-facts.ts';
import { dialog, NOW, parked } from '../../components/samples.ts';
import { world } from './worlds.ts';

const turn = (author: 'me' | 'support') => ({ author, since: NOW, at: NOW, source: 'event' }) as const;

describe('facts of a portal', () => {
  it('are its names and numbers', () => {
    const dialogs = [dialog(1, { turn: turn('support') }), dialog(2, { turn: turn('me') }), dialog(3, { turn: null })];
    const drafts = [parked(), parked({ kind: 'reply' as never })];
    const totals = { pending: 2, pendingSince: NOW, running: 1, overdue: 0, warnings: 0, nextEndAt: null };
    const facts = portalFacts(world({ dialogs, drafts, access: totals, label: 'Касса' }), NOW);
    expect(facts).toEqual({
      'event.at': new Date(NOW).toISOString(),
      'portal.name': 'Касса',
      'portal.host': 'demo.bitrix24.ru',
      'slots.used': 3,
      'slots.limit': 5,
      'slots.free': 2,
      'dialogs.waiting': 1,
      'drafts.parked': 1,
      'access.running': 1,
      'access.pending': 2,
      'access.overdue': 0,
    });
  });

  it('are unknown where nothing confirms them any more', () => {
    const facts = portalFacts(world({}, { slots: { stale: true } }), NOW);
    expect(facts).toMatchObject({
      'slots.used': null,
      'slots.free': null,
      'dialogs.waiting': null,
      'access.pending': null,
      'drafts.parked': 0,
    });
  });

  it('do not take an assumed limit for a limit', () => {
    const facts = portalFacts(world({}, { slots: { limitSource: 'assumed' } }), NOW);
    expect(facts).toMatchObject({ 'slots.used': 3, 'slots.limit': null, 'slots.free': null });
  });

  it('have no free places below zero', () => {
    expect(portalFacts(world({}, { used: 6 }), NOW)['slots.free']).toBe(0);
  });

  it('do not say that nobody waits while it is not known who wrote last', () => {
    const waiting = (...dialogs: ReturnType<typeof dialog>[]) =>
      portalFacts(world({ dialogs }), NOW)['dialogs.waiting'];
    expect(waiting(dialog(1, { turn: null }))).toBeNull();
    expect(waiting(dialog(1, { turn: turn('me') }))).toBe(0);
    expect(waiting(dialog(1, { turn: null, status: 'close' }))).toBe(0);
  });

  it('do not say that nobody has access before anybody has looked', () => {
    const unread = world({ register: { items: [], readAt: null, presetDays: 21 } });
    expect(portalFacts(unread, NOW)).toMatchObject({ 'access.running': null, 'access.pending': null });
  });
});
