import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRules, planImport, takeImport } from '../../../core/rules/rules-file.ts';
import type { Destination } from '../../../domain/rules/destination.ts';
import { LARGEST_RULES_FILE } from '../../../domain/rules/limits.ts';
import type { Rule, RuleRow } from '../../../domain/rules/rule.ts';
import type { RuleProblemKind } from '../../../domain/rules/view.ts';
import { anyRule, ruleWith } from '../../domain/rules/any-rule.ts';

const HEAD = { format: 'latchdesk-rules', schema: 1 };

const fileWith = (rules: unknown, more: object = {}) => JSON.stringify({ ...HEAD, rules, ...more });

const rowOf = (rule: Rule): RuleRow => ({
  id: rule.id,
  rule,
  state: 'on',
  offBecause: null,
  failures: 0,
  since: 0,
  changedAt: 0,
  scheduledUpTo: null,
});

const place = (changes: Partial<Destination> = {}): Destination => ({
  id: 'place-1',
  name: 'Own server',
  kind: 'webhook',
  host: 'hooks.example',
  isPrivateAllowed: false,
  knowsKeys: true,
  agreedAt: 1,
  addressVersion: 1,
  failures: 0,
  restsUntil: 0,
  ...changes,
});

const SENDS = ruleWith({ id: 'sends', actions: [{ kind: 'webhook', destination: 'place-1', note: '' }] });

const said = (text: string, here: RuleRow[] = []) =>
  planImport(text, here, []).problems.map(({ path, problem }) => `${path} ${problem}`);

describe('a file of rules', () => {
  it('brings back what was saved, whatever the rules are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 5 }), (rules) => {
        const text = exportRules(rules, []);
        expect(planImport(text, [], []).problems).toEqual([]);
        expect(
          takeImport(
            text,
            rules.map(({ id }) => id),
          ),
        ).toEqual(rules);
      }),
      { numRuns: 100 },
    );
  });

  it('names the destinations that its rules use, by nothing that is secret', () => {
    const agreed = { ...place(), address: 'https://hooks.example/secret', signingKey: 'whsec_1' };
    const { destinations } = JSON.parse(exportRules([SENDS], [agreed, place({ id: 'unused' })]));
    expect(destinations).toEqual([{ id: 'place-1', name: 'Own server', kind: 'webhook', host: 'hooks.example' }]);
  });

  it('shows no secret that somebody wrote into a text', () => {
    const text = 'Пароль: Qwerty12!';
    const rule = ruleWith({ name: text, actions: [{ kind: 'notify', title: text, text }] });
    const file = exportRules([rule, SENDS], [place({ name: text })]);
    expect(file).not.toContain('Qwerty12');
    expect(JSON.parse(file).rules[0].actions[0].text).toBe('Пароль: ••••');
  });
});

describe('the plan of an import', () => {
  it('tells new, changed and same rules apart, with what differs', () => {
    const here = [rowOf(ruleWith({ id: 'a', version: 7 })), rowOf(ruleWith({ id: 'b', name: 'Old' }))];
    const file = [ruleWith({ id: 'a' }), ruleWith({ id: 'b', name: 'New' }), ruleWith({ id: 'c' })];
    expect(planImport(fileWith(file), here, []).rules).toEqual([
      { id: 'a', name: 'Remind me', kind: 'same', differences: [] },
      { id: 'b', name: 'New', kind: 'changed', differences: [{ path: 'name', here: 'Old', file: 'New' }] },
      { id: 'c', name: 'Remind me', kind: 'new', differences: [] },
    ]);
  });

  it('names a rule that is none by its place, and leaves only that one out', () => {
    const broken = { ...ruleWith({ id: 'b' }), name: 7 };
    const text = fileWith([ruleWith({ id: 'a' }), broken, null, JSON.stringify(ruleWith({ id: 'c' }))]);
    expect(planImport(text, [], []).rules.map(({ id }) => id)).toEqual(['a']);
    expect(said(text)).toEqual(['rules.1.name wrongType', 'rules.2 notARule', 'rules.3 notARule']);
    expect(takeImport(text, ['a', 'b', 'c']).map(({ id }) => id)).toEqual(['a']);
  });

  it('names no more than ten problems of each rule, but every rule that has some', () => {
    const list = Array(10).fill({ fact: 1, is: 2 });
    const broken = { ...ruleWith(), conditions: { match: 'all', list } };
    const problems = said(fileWith(Array(100).fill(broken)));
    expect(problems).toHaveLength(1_000);
    expect(problems.at(-1)).toContain('rules.99.');
  });

  it('takes the first of two rules with one id, and says so', () => {
    const text = fileWith([ruleWith({ name: 'First' }), ruleWith({ name: 'Second' })]);
    expect(said(text)).toEqual(['rules.1.id tooMany']);
    expect(takeImport(text, ['rule-1']).map(({ name }) => name)).toEqual(['First']);
  });

  it('says when there would be more rules than are kept', () => {
    const here = Array.from({ length: 99 }, (_, index) => rowOf(ruleWith({ id: `here-${index}` })));
    expect(said(fileWith([ruleWith({ id: 'a' })]), here)).toEqual([]);
    expect(said(fileWith([ruleWith({ id: 'a' }), ruleWith({ id: 'b' })]), here)).toEqual(['rules tooManyRules']);
  });

  it('names every destination that rules need, those set up here as they are called here', () => {
    const task = { kind: 'task', title: 'a', text: '', deadlineDays: null } as const;
    const rules = [
      SENDS,
      ruleWith({ id: 'tasks', actions: [{ ...task, through: 'own-portal' }] }),
      ruleWith({
        id: 'own',
        actions: [
          { ...task, through: 'session' },
          { ...task, through: 'form' },
        ],
      }),
      ruleWith({ id: 'wrong', actions: [{ ...task, through: 'no-portal' }] }),
    ];
    const named = [
      { id: 'place-1', name: 'Bank', kind: 'webhook', host: 'bank.example' },
      { id: 'own-portal', name: 'Por\u202etal\n', kind: 'portal', host: 'demo.bitrix24.ru' },
      { id: 'unused', name: 'Unused', kind: 'webhook', host: 'a.example' },
      { id: 'no-portal', name: '', kind: 'webhook', host: 'https://a.example/path' },
    ];
    const here = [place(), place({ id: 'no-portal' })];
    const plan = planImport(fileWith(rules, { destinations: named }), [], here);
    expect(plan.destinations).toEqual([
      { id: 'place-1', name: 'Own server', host: 'hooks.example', isThere: true },
      { id: 'own-portal', name: 'Portal', host: 'demo.bitrix24.ru', isThere: false },
      { id: 'no-portal', name: '', host: '', isThere: false },
    ]);
  });

  it('has another mark when the file, a rule here or a destination here is another', () => {
    const text = fileWith([SENDS]);
    const rows = [rowOf(ruleWith({ id: 'a' })), rowOf(ruleWith({ id: 'b' }))];
    const marks = [
      planImport(text, rows, [place()]),
      planImport(`${text} `, rows, [place()]),
      planImport(text, rows.slice(1), [place()]),
      planImport(text, [rowOf(ruleWith({ id: 'a', name: 'Renamed' })), rowOf(ruleWith({ id: 'b' }))], [place()]),
      planImport(text, rows, []),
      planImport(text, rows, [place({ host: 'other.example' })]),
    ].map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(planImport(text, [...rows].reverse(), [place({ agreedAt: null, failures: 3 })]).mark).toBe(marks[0]);
  });
});

describe('a file is refused as a whole', () => {
  it.each<[string, string, RuleProblemKind]>([
    ['when it is empty', ' \n', 'notJson'],
    ['when it is cut off', fileWith([]).slice(0, -2), 'notJson'],
    ['when it is larger than any of ours', 'x'.repeat(LARGEST_RULES_FILE + 1), 'tooLarge'],
    ['when it is nested deeper than any of ours', '['.repeat(1_000_000), 'notARule'],
    ['when it has a million entries', `[${'0,'.repeat(999_990)}0]`, 'notARule'],
    ['when it is another JSON', '{"format":"latchdesk.settings","schema":1,"rules":[]}', 'notARule'],
    ['when it is a single rule', JSON.stringify(ruleWith()), 'notARule'],
    ['when its rules are no list', fileWith({ length: 3 }), 'notARule'],
    ['when a later Latchdesk wrote it', JSON.stringify({ ...HEAD, schema: 2, rules: [] }), 'newerSchema'],
    ['when it has more rules than are kept', fileWith(Array(101).fill(0)), 'tooManyRules'],
  ])('%s', (_, text, problem) => {
    expect(planImport(text, [], [])).toMatchObject({ rules: [], destinations: [], problems: [{ path: '', problem }] });
    expect(takeImport(text, ['rule-1'])).toEqual([]);
  });

  it('not for the mark that Windows puts first', () => {
    expect(takeImport(`\uFEFF${fileWith([ruleWith()])}`, ['rule-1'])).toEqual([ruleWith()]);
  });
});

describe('whatever is in the file', () => {
  const anyPart = fc.oneof(
    fc.jsonValue(),
    anyRule,
    anyRule.map((rule) => ({ ...rule, evil: 1 })),
  );

  it('it is planned or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(planImport(text, [], []).problems).toHaveLength(1);
        expect(takeImport(text, [])).toEqual([]);
      }),
    );
  });

  it('only what is a rule comes in, and only what was chosen', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 6 }), fc.jsonValue(), (parts, destinations) => {
        const text = fileWith(parts, { destinations: [destinations] });
        const { rules, problems } = planImport(text, [], []);
        const good = parts.filter((part) => typeof part === 'object' && part && 'actions' in part && !('evil' in part));
        const places = new Set(problems.map(({ path }) => path.split('.')[1]));
        expect(rules.length + places.size).toBe(parts.length);
        expect(rules.length).toBeLessThanOrEqual(good.length);
        expect(takeImport(text, ['nobody has this one'])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('names that reach for the prototype change nothing', () => {
    const planted = '{"isAdmin":true,"format":"latchdesk-rules"}';
    const text = `{"__proto__":${planted},"constructor":{"prototype":${planted}},"format":"latchdesk-rules","schema":1,
      "rules":[{"__proto__":${JSON.stringify(ruleWith())}}],"destinations":[{"__proto__":${planted}}]}`;
    expect(takeImport(text, ['rule-1'])).toEqual([]);
    expect(planImport(text, [], []).rules).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
