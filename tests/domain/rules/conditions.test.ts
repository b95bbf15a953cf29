import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../domain/rules/conditions.ts';
import { FACT_NAMES, type FactName, type Facts, type FactValue } from '../../../domain/rules/facts.ts';
import { type Condition, OPERATORS, type Operator } from '../../../domain/rules/rule.ts';
import { manualEvent } from '../../../domain/rules/timed-events.ts';
import { NOW } from '../../components/samples.ts';
import { rule, world } from './worlds.ts';

const FACTS_OF_EVENT: Facts = {
  'dialog.name': 'Касса на СКЛАДЕ',
  'dialog.tags': ['Чеки', 'ФН'],
  'dialog.isMain': false,
  'slots.used': 4,
  'access.endsAt': '2026-11-23T09:00:00.000Z',
  'dialog.ticket': null,
};

function verdict(fact: FactName, is: Operator, value?: Condition['value'], facts: Facts = FACTS_OF_EVENT) {
  const event = { ...manualEvent(world(), 'p', NOW), facts };
  const condition: Condition = { fact, is, ...(value !== undefined && { value }) };
  return judge(rule({ conditions: { match: 'all', list: [condition] } }), event).verdicts[0]?.verdict;
}

describe('a condition', () => {
  it.each<[FactName, Operator, Condition['value'], string]>([
    ['dialog.name', 'equals', 'касса на складе', 'yes'],
    ['dialog.name', 'equals', 'касса', 'no'],
    ['dialog.name', 'differs', 'касса', 'yes'],
    ['dialog.name', 'contains', 'склад', 'yes'],
    ['dialog.name', 'lacks', 'Склад', 'no'],
    ['dialog.tags', 'contains', 'чеки', 'yes'],
    ['dialog.tags', 'contains', 'чек', 'no'],
    ['dialog.tags', 'lacks', 'чек', 'yes'],
    ['dialog.isMain', 'equals', false, 'yes'],
    ['dialog.isMain', 'differs', false, 'no'],
    ['slots.used', 'equals', 4, 'yes'],
    ['slots.used', 'atLeast', 4, 'yes'],
    ['slots.used', 'atLeast', 5, 'no'],
    ['slots.used', 'atMost', 4, 'yes'],
    ['slots.used', 'atMost', 3, 'no'],
    ['access.endsAt', 'atLeast', '2026-11-23T12:00:00+03:00', 'yes'],
    ['access.endsAt', 'atMost', '2026-11-23T08:59:00Z', 'no'],
    ['dialog.ticket', 'isKnown', undefined, 'no'],
    ['dialog.name', 'isKnown', undefined, 'yes'],
    ['app.name', 'isKnown', undefined, 'no'],
  ])('%s %s %j: %s', (fact, is, value, expected) => {
    expect(verdict(fact, is, value)).toBe(expected);
  });

  it.each<[string, FactName, Operator, Condition['value']]>([
    ['a fact that could not be read', 'dialog.ticket', 'equals', '1'],
    ['also in the negative', 'dialog.ticket', 'differs', '1'],
    ['a fact that the event does not have', 'app.name', 'lacks', 'x'],
    ['a value of another type', 'slots.used', 'equals', '4'],
    ['an operator of another type', 'dialog.name', 'atLeast', 'x'],
    ['no value', 'slots.used', 'atLeast', undefined],
    ['a time that is none', 'access.endsAt', 'atLeast', 'tomorrow'],
    ['a number that is none', 'slots.used', 'atLeast', Number.NaN],
  ])('knows no answer to %s', (_name, fact, is, value) => {
    expect(verdict(fact, is, value)).toBe('unknown');
  });

  it('is not met by what every object has and no event tells', () => {
    expect(verdict('toString' as FactName, 'isKnown')).toBe('no');
    expect(verdict('__proto__' as FactName, 'equals', 'x')).toBe('unknown');
  });

  it('compares letters that are written in two ways, in every language alike', () => {
    expect(verdict('dialog.name', 'equals', 'ЁЛКИ', { 'dialog.name': 'ёлки'.normalize('NFD') })).toBe('yes');
    expect(verdict('dialog.name', 'contains', 'INFO', { 'dialog.name': 'Some info' })).toBe('yes');
    expect(verdict('dialog.name', 'equals', 'STRASSE', { 'dialog.name': 'Straße' })).toBe('yes');
  });
});

describe('several conditions', () => {
  const yes: Condition = { fact: 'slots.used', is: 'equals', value: 4 };
  const no: Condition = { fact: 'slots.used', is: 'equals', value: 5 };
  const unknown: Condition = { fact: 'dialog.ticket', is: 'equals', value: '1' };
  const judged = (match: 'all' | 'any', ...list: Condition[]) => {
    const { verdicts, holds } = judge(rule({ conditions: { match, list } }), {
      ...manualEvent(world(), 'p', NOW),
      facts: FACTS_OF_EVENT,
    });
    return `${verdicts.map(({ verdict }) => verdict).join(' ')}: ${holds}`;
  };

  it('of which all have to hold are looked at up to the first that is not yes', () => {
    expect(judged('all', yes, yes)).toBe('yes yes: true');
    expect(judged('all', yes, no, yes)).toBe('yes no: false');
    expect(judged('all', unknown, yes)).toBe('unknown: false');
  });

  it('of which one is enough are looked at up to the first yes', () => {
    expect(judged('any', no, unknown, yes, no)).toBe('no unknown yes: true');
    expect(judged('any', no, unknown)).toBe('no unknown: false');
  });

  it('that are none always hold', () => {
    expect([judged('all'), judged('any')]).toEqual([': true', ': true']);
  });

  it('are told with the values they were judged by', () => {
    const { verdicts } = judge(rule({ conditions: { match: 'all', list: [yes] } }), {
      ...manualEvent(world(), 'p', NOW),
      facts: FACTS_OF_EVENT,
    });
    expect(verdicts).toEqual([{ condition: yes, value: 4, verdict: 'yes' }]);
  });
});

it('whatever facts and values there are, each condition gets an answer', () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(undefined));
  const found = fc.oneof(value, fc.constant(null), fc.array(fc.string()), fc.object());
  const fact = fc.oneof(fc.constantFrom(...FACT_NAMES), fc.constantFrom('__proto__', 'toString', 'no.such'));
  const condition = fc.record({ fact, is: fc.oneof(fc.constantFrom(...OPERATORS), fc.string()), value });
  const conditions = fc.record({ match: fc.constantFrom('all', 'any'), list: fc.array(condition, { maxLength: 10 }) });
  fc.assert(
    fc.property(conditions, fc.dictionary(fc.constantFrom<string>(...FACT_NAMES), found), (made, facts) => {
      const event = { ...manualEvent(world(), 'p', NOW), facts: facts as Record<FactName, FactValue> };
      const { verdicts, holds } = judge(rule({ conditions: made as never }), event);
      const answers = verdicts.map(({ verdict }) => verdict);
      const isDecided = made.match === 'all' ? answers.every((one) => one === 'yes') : answers.includes('yes');
      expect(holds).toBe(made.list.length === 0 || isDecided);
      expect(answers.every((one) => ['yes', 'no', 'unknown'].includes(one))).toBe(true);
    }),
  );
});
