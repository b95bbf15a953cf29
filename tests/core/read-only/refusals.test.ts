import { describe, expect, it } from 'vitest';
import { LinkMessage } from '../../../bitrix24/link-protocol.ts';
import { AppMessage, MarketMessage } from '../../../bitrix24/market-protocol.ts';
import { SurfaceMessage } from '../../../bitrix24/surface-protocol.ts';
import { OwnMessage } from '../../../core/own/own-protocol.ts';
import { type AnyMessage, isRefusedReadOnly } from '../../../core/read-only/refusals.ts';

const typesOf = (schema: { options: readonly { entries: { type: { literal: string } } }[] }) =>
  schema.options.map(({ entries }) => entries.type.literal);

const isRefused = (message: object) => isRefusedReadOnly(message as AnyMessage);

/** A message of which the type alone decides. */
const isTypeRefused = (type: string) => isRefused({ type, event: { type: '' }, changes: {} });

const KEY = 'https://demo.bitrix24.ru|7';

const own = (message: object) => isRefused(message);

describe('what the extension’s own pages ask for', () => {
  it('is refused where it changes something, and nowhere else', () => {
    const refused = typesOf(OwnMessage).filter(isTypeRefused);
    expect(refused.sort()).toEqual([
      'destination.agreed',
      'destination.saved',
      'destination.tested',
      'portal.added',
      'portal.changed',
      'portal.moved',
      'rule.removed',
      'rule.saved',
      'rule.started',
      'rule.switched',
      'rules.importTaken',
      'rules.paused',
      'run.decided',
      'watch.changed',
    ]);
  });

  it('the way out stays open, and so does wiping', () => {
    expect(own({ type: 'preferences.changed', changes: { isReadOnly: false } })).toBe(false);
    expect(own({ type: 'preferences.changed', changes: { language: 'ru' } })).toBe(false);
    expect(own({ type: 'preferences.changed', changes: { isReadOnly: false, featuresOff: [] } })).toBe(true);
    expect(own({ type: 'all.wiped' })).toBe(false);
  });

  it('watching can be ended, not begun', () => {
    expect(own({ type: 'watch.changed', key: KEY, changes: { isOn: false } })).toBe(false);
    expect(own({ type: 'watch.changed', key: KEY, changes: { isOn: true } })).toBe(true);
  });
});

describe('while Latchdesk is read-only', () => {
  it('everything that pages and portals tell is taken', () => {
    for (const type of [...typesOf(LinkMessage), ...typesOf(MarketMessage)])
      expect(isTypeRefused(type), type).toBe(false);
  });

  it('what changes records, settings or the portal is refused, and nothing else', () => {
    const refused = [...typesOf(SurfaceMessage), ...typesOf(AppMessage)].filter(isTypeRefused);
    expect(refused.sort()).toEqual([
      'access.entered',
      'app.confirmed',
      'app.forgotten',
      'book.told',
      'card.wanted',
      'card.wantedInNewTab',
      'draft.told',
      'guard.told',
      'marketCard.hidden',
      'reinstall.begun',
      'reinstall.told',
      'right.claimed',
      'settings.changed',
    ]);
  });

  it('a text that is being typed is kept all the same', () => {
    expect(isRefused({ type: 'draft.kept', key: KEY, draft: { text: 'half a quest' } })).toBe(false);
    expect(isRefused({ type: 'draft.told', key: KEY, id: '1', event: { type: 'used' } })).toBe(false);
    expect(isRefused({ type: 'draft.told', key: KEY, id: '1', event: { type: 'discarded' } })).toBe(true);
  });

  it('that something was explained is remembered, other settings are not taken', () => {
    const settings = (changes: object) => isRefused({ type: 'settings.changed', key: KEY, changes });
    expect(settings({ knowsOneQuestion: true })).toBe(false);
    expect(settings({ knowsOneQuestion: true, idleDays: 2 })).toBe(true);
  });

  it('a note is not written, but that something was seen or rests is remembered', () => {
    const note = (changes: object) => isRefused({ type: 'note.changed', key: KEY, chatId: 1, changes });
    expect(note({ text: 'x' })).toBe(true);
    expect(note({ alias: '', refusalSeenAt: 5 })).toBe(true);
    expect(note({ refusalSeenAt: 5 })).toBe(false);
    expect(note({ snoozedUntil: 5 })).toBe(false);
  });

  it('nobody answers for a request of access, but a press on the portal is seen', () => {
    const told = (type: string) => isRefused({ type: 'access.told', key: KEY, id: '7:1', event: { type } });
    for (const type of ['answered', 'confirmed', 'dismissed', 'corrected', 'reasonGiven', 'setAside', 'reviewed'])
      expect(told(type), type).toBe(true);
    for (const type of ['pressed', 'snoozed', 'folded', 'announced']) expect(told(type), type).toBe(false);
  });

  it('a guard that was open can be closed, and leads no further', () => {
    const guard = (type: string) => isRefused({ type: 'guard.told', key: KEY, event: { type } });
    expect([guard('card.closed'), guard('went.back'), guard('overridden'), guard('way.chosen')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('what the portal does is still read when somebody asks for it', () => {
    for (const type of ['reading.wanted', 'book.readAgain', 'signIns.wanted', 'register.wanted'])
      expect(isTypeRefused(type), type).toBe(false);
  });
});
