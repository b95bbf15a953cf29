import { describe, expect, it } from 'vitest';
import { judge } from '../../../domain/rules/conditions.ts';
import type { RuleEvent } from '../../../domain/rules/event.ts';
import { FACTS, type FactName, type FactValue } from '../../../domain/rules/facts.ts';
import { factsOf, isFactName, OPERATORS_OF } from '../../../domain/rules/fits.ts';
import { OPERATORS } from '../../../domain/rules/rule.ts';
import { ruleWith } from './any-rule.ts';

describe('facts that fit what starts a rule', () => {
  it('are those of the portal, and those of what the event is about', () => {
    expect(factsOf('dialog.opened')).toContain('dialog.name');
    expect(factsOf('dialog.opened')).not.toContain('access.state');
    expect(factsOf('access.overdue')).toEqual(expect.arrayContaining(['access.endsAt', 'dialog.name', 'slots.used']));
    expect(factsOf('wipe.attempted')).toEqual(expect.arrayContaining(['app.code', 'access.running']));
    expect(factsOf('schedule').some((fact) => /^dialog\.|^app\.|^access\.(?!running|pending|overdue)/.test(fact))).toBe(
      false,
    );
  });

  it('are no names that every object has', () => {
    expect(['constructor', 'toString', '__proto__', ''].some(isFactName)).toBe(false);
  });
});

describe('operators that are offered', () => {
  const found: Record<string, FactValue> = {
    text: 'a',
    number: 1,
    flag: true,
    list: ['a'],
    time: '2026-02-03T00:00:00Z',
  };
  const wanted: Record<string, string | number | boolean> = { ...found, list: 'a' } as Record<string, string>;

  it.each(Object.keys(FACTS) as FactName[])('for %s are ones that can be judged', (fact) => {
    const type = FACTS[fact];
    for (const is of OPERATORS_OF[type]) {
      const condition = { fact, is, ...(is !== 'isKnown' && { value: wanted[type] ?? '' }) };
      const rule = ruleWith({ conditions: { match: 'all', list: [condition] } });
      const event = { facts: { [fact]: found[type] } } as unknown as RuleEvent;
      expect(judge(rule, event).verdicts[0]?.verdict).not.toBe('unknown');
    }
    expect(OPERATORS).toEqual(expect.arrayContaining([...OPERATORS_OF[type]]));
  });
});
