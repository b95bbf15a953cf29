import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../domain/rules/differences.ts';
import { anyRule, ruleWith } from './any-rule.ts';

describe('differences of two rules', () => {
  it('stand in the order of the document, with both values', () => {
    const file = ruleWith({
      portals: ['https://demo.bitrix24.ru'],
      trigger: { kind: 'answer.waits', hours: 4 },
      actions: [{ kind: 'task', through: 'form', title: 'A task', text: '', deadlineDays: null }, { kind: 'offer' }],
      caps: { runsPerHour: 5 },
    });
    expect(differencesOf(ruleWith(), file)).toEqual([
      { path: 'portals', here: 'all', file: 'https://demo.bitrix24.ru' },
      { path: 'trigger.kind', here: 'support.answered', file: 'answer.waits' },
      { path: 'trigger.hours', here: '', file: '4' },
      { path: 'actions.0.kind', here: 'notify', file: 'task' },
      { path: 'actions.0.title', here: 'Support has answered', file: 'A task' },
      { path: 'actions.0.text', here: '{dialog.name}', file: '' },
      { path: 'actions.0.through', here: '', file: 'form' },
      { path: 'actions.1.kind', here: '', file: 'offer' },
      { path: 'caps.runsPerHour', here: '10', file: '5' },
    ]);
  });

  it('are none for another number of changes, or portals in another order', () => {
    const [one, other] = ['https://a.bitrix24.ru', 'https://b.bitrix24.ru'];
    expect(differencesOf(ruleWith({ portals: [one, other] }), ruleWith({ portals: [other, one], version: 9 }))).toEqual(
      [],
    );
  });

  it('are none between a rule and its copy, and some whenever something else is done', () => {
    fc.assert(
      fc.property(anyRule, anyRule, (one, other) => {
        expect(differencesOf(one, structuredClone(one))).toEqual([]);
        const isSame = JSON.stringify(one.actions) === JSON.stringify(other.actions);
        if (!isSame) expect(differencesOf(one, other)).not.toEqual([]);
      }),
    );
  });
});
