import { describe, expect, it } from 'vitest';
import { checkRule } from '../../../core/rules/check-rule.ts';
import { TEMPLATES } from '../../../domain/rules/templates.ts';
import { RULES_LOCALES, rulesLocaleFor } from '../../../locales/rules/catalogue.ts';

describe('the ready rules', () => {
  it('are eight, each with an id of its own', () => {
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(8);
  });

  describe.each(RULES_LOCALES.map(({ language, messages }) => [language, messages.template]))('in %s', (_, words) => {
    it.each(TEMPLATES.filter(({ id }) => id !== 'wipeAttempted').map((each) => [each.id, each]))(
      '%s is a rule',
      (_, each) => {
        const rule = each.make(words);
        expect(checkRule(rule)).toEqual({ rule, problems: [] });
      },
    );

    it('wipeAttempted becomes one when its destination is chosen', () => {
      const draft = TEMPLATES.find(({ id }) => id === 'wipeAttempted')?.make(words);
      expect(checkRule(draft).problems).toEqual([{ path: 'actions.0.destination', problem: 'missing' }]);
      const [action] = draft?.actions ?? [];
      const chosen = { ...draft, actions: [{ ...action, destination: 'place-1' }] };
      expect(checkRule(chosen)).toEqual({ rule: chosen, problems: [] });
    });
  });

  it('take the id and the time zone they are given', () => {
    const report = TEMPLATES.find(({ id }) => id === 'weeklyReport');
    const rule = report?.make(rulesLocaleFor('en').messages.template, { id: 'own-id', timeZone: 'Asia/Tashkent' });
    expect(rule?.id).toBe('own-id');
    expect(rule?.trigger).toEqual({ kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Asia/Tashkent' });
  });
});
