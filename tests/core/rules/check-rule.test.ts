import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRule, checkRuleText } from '../../../core/rules/check-rule.ts';
import { LARGEST_RULE } from '../../../domain/rules/limits.ts';
import type { Action, Condition, Rule, Trigger } from '../../../domain/rules/rule.ts';
import type { RuleProblemKind } from '../../../domain/rules/view.ts';
import { anyRule, EACH_ACTION, EACH_TRIGGER, ruleWith } from '../../domain/rules/any-rule.ts';

const said = (value: unknown) => checkRule(value).problems.map(({ path, problem }) => `${path} ${problem}`);

/** A rule with one part put in another's place, as JSON: what no type would allow is the point. */
const spoilt = (path: string, value: unknown): unknown => {
  const document = JSON.parse(JSON.stringify(ruleWith({ conditions: { match: 'all', list: [HOURS] } })));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let part = document;
  for (const key of keys) part = part[key];
  if (value === undefined) delete part[last];
  else Object.defineProperty(part, last, { value, enumerable: true, configurable: true, writable: true });
  return document;
};

const HOURS: Condition = { fact: 'dialog.waitsHours', is: 'atLeast', value: 4 };

/** ms: a thousand documents on a computer that is busy with other tests. */
const LONG = 60_000;

describe('a rule is taken', () => {
  it.each(EACH_TRIGGER.map((trigger) => [trigger.kind, trigger]))('that starts with %s', (_, trigger) => {
    const rule = ruleWith({ trigger, actions: [{ kind: 'offer' }] });
    expect(checkRule(rule)).toEqual({ rule, problems: [] });
  });

  it.each(EACH_ACTION.map((action) => [action.kind, action]))('that does %s', (_, action) => {
    const rule = ruleWith({ actions: [action] });
    expect(checkRule(rule)).toEqual({ rule, problems: [] });
    expect(checkRuleText(JSON.stringify(rule, null, 2))).toEqual({ rule, problems: [] });
  });

  it('given as its text', () => {
    expect(checkRule(JSON.stringify(ruleWith())).rule).toEqual(ruleWith());
    expect(checkRule(`\uFEFF${JSON.stringify(ruleWith())}`).rule).toEqual(ruleWith());
  });

  it('with names in one line and without signs that nobody sees', () => {
    const action: Action = { kind: 'notify', title: 'Two\nlines', text: 'a\u0000b\u202ec\ud800\nd' };
    const { rule } = checkRule(ruleWith({ name: 'Re\u200bmind\r\nme', actions: [action] }));
    expect(rule?.name).toBe('Remind me');
    expect(rule?.actions).toEqual([{ kind: 'notify', title: 'Two lines', text: 'abc\ufffd\nd' }]);
  });
});

describe('a document is no rule', () => {
  it.each<[string, string, RuleProblemKind]>([
    ['when it is empty', '', 'notJson'],
    ['when it is no JSON', '{"schema":1,', 'notJson'],
    ['when it is a list', '[]', 'notARule'],
    ['when it is nothing', 'null', 'notARule'],
    ['when it is a number', '7', 'notARule'],
    ['when it is nested deeper than any rule', `{"a":${'['.repeat(5_000)}`, 'notARule'],
    ['when it is larger than any rule', `"${'x'.repeat(LARGEST_RULE)}"`, 'tooLarge'],
  ])('%s', (_, text, problem) => {
    expect(checkRuleText(text)).toEqual({ rule: null, problems: [{ path: '', problem }] });
  });

  it('when a later Latchdesk wrote it, whatever else it has', () => {
    expect(said({ schema: 2, steps: [] })).toEqual(['schema newerSchema']);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a big number', 10n],
  ])('when it is %s', (_, value) => {
    expect(said(value)).toEqual([' notARule']);
  });

  it('when it is a circle, or throws when it is looked at', () => {
    const circle: Record<string, unknown> = { ...ruleWith() };
    circle.self = circle;
    expect(said(circle)).toEqual([' notARule']);
    const trap = {
      get schema() {
        throw new Error('trap');
      },
    };
    expect(said(trap)).toEqual([' notARule']);
  });
});

describe('each problem names its place', () => {
  const each: [path: string, value: unknown, problem: string][] = [
    ['schema', undefined, 'schema missing'],
    ['schema', 0, 'schema wrongType'],
    ['id', '', 'id missing'],
    ['id', 'a b', 'id wrongType'],
    ['id', 'x'.repeat(65), 'id tooLong'],
    ['name', '  ', 'name missing'],
    ['name', 7, 'name wrongType'],
    ['name', 'x'.repeat(101), 'name tooLong'],
    ['version', 0, 'version outOfRange'],
    ['version', 1.5, 'version outOfRange'],
    ['portals', 'some', 'portals wrongType'],
    ['portals', [], 'portals missing'],
    ['portals', ['https://demo.bitrix24.ru/crm'], 'portals.0 wrongType'],
    ['portals', ['https://DEMO.bitrix24.ru'], 'portals.0 wrongType'],
    ['portals', ['https://user@demo.bitrix24.ru'], 'portals.0 wrongType'],
    ['portals', ['javascript:alert(1)'], 'portals.0 wrongType'],
    ['portals', Array(101).fill('https://demo.bitrix24.ru'), 'portals tooMany'],
    ['trigger', { kind: 'dialog.exploded' }, 'trigger.kind notOnTheList'],
    ['trigger', {}, 'trigger.kind missing'],
    ['trigger', null, 'trigger wrongType'],
    ['trigger', { kind: 'manual', count: 1 }, 'trigger.count unknownField'],
    ['trigger', { kind: 'answer.waits' }, 'trigger.hours missing'],
    ['trigger', { kind: 'answer.waits', hours: 0 }, 'trigger.hours outOfRange'],
    ['trigger', { kind: 'answer.waits', hours: '4' }, 'trigger.hours wrongType'],
    ['trigger', { kind: 'access.ends', days: 367 }, 'trigger.days outOfRange'],
    ['conditions.match', 'some', 'conditions.match notOnTheList'],
    ['conditions.list', Array(11).fill(HOURS), 'conditions.list tooMany'],
    ['conditions.list.0.fact', 'dialog.password', 'conditions.list.0.fact unknownFact'],
    ['conditions.list.0.fact', 'constructor', 'conditions.list.0.fact unknownFact'],
    ['conditions.list.0.fact', 'access.daysLeft', 'conditions.list.0.fact noSuchObject'],
    ['conditions.list.0.is', 'matches', 'conditions.list.0.is notOnTheList'],
    ['conditions.list.0.is', 'contains', 'conditions.list.0.is wrongOperator'],
    ['conditions.list.0.is', 'isKnown', 'conditions.list.0.value unknownField'],
    ['conditions.list.0.value', undefined, 'conditions.list.0.value missing'],
    ['conditions.list.0.value', '4', 'conditions.list.0.value wrongType'],
    ['conditions.list.0.value', null, 'conditions.list.0.value wrongType'],
    ['conditions.list.0.value', 1e300, 'conditions.list.0.value outOfRange'],
    ['conditions.list.0', { fact: 'dialog.name', is: 'equals', value: '' }, 'conditions.list.0.value missing'],
    ['conditions.list.0', { fact: 'event.at', is: 'atLeast', value: 'today' }, 'conditions.list.0.value wrongType'],
    ['actions', [], 'actions missing'],
    ['actions', Array(6).fill({ kind: 'offer' }), 'actions tooMany'],
    ['actions.0.kind', 'grant', 'actions.0.kind notOnTheList'],
    ['actions.0.title', undefined, 'actions.0.title missing'],
    ['actions.0.text', 'x'.repeat(4_001), 'actions.0.text tooLong'],
    ['actions.0.text', '{dialog.secret}', 'actions.0.text unknownFact'],
    ['actions.0.text', '{toString}', 'actions.0.text unknownFact'],
    ['actions.0.title', '{app.name}', 'actions.0.title noSuchObject'],
    ['actions.0', { kind: 'webhook', destination: '', note: '' }, 'actions.0.destination missing'],
    ['actions.0', { kind: 'webhook', destination: 'https://a.example', note: '' }, 'actions.0.destination wrongType'],
    ['actions.0', { kind: 'webhook', destination: 'a', note: '{no.such}' }, 'actions.0.note unknownFact'],
    ['actions.0', { kind: 'webhook', destination: 'a', note: '', address: 'b' }, 'actions.0.address unknownField'],
    ['actions.0', { kind: 'draft', place: 'newDialog', title: '', text: 'a' }, 'actions.0.title missing'],
    ['cooldown.minutes', -1, 'cooldown.minutes outOfRange'],
    ['workingHours', 'never', 'workingHours notOnTheList'],
    ['mode', 'parallel', 'mode notOnTheList'],
    ['caps.runsPerHour', 21, 'caps.runsPerHour outOfRange'],
    ['script', 'alert(1)', 'script unknownField'],
  ];
  for (const [path, value, problem] of each)
    it(`${path} as ${JSON.stringify(value)?.slice(0, 70)}: ${problem}`, () => {
      expect(said(spoilt(path, value))).toEqual([problem]);
    });

  it.each<[string, Trigger, string]>([
    ['six fields', { kind: 'schedule', cron: '0 0 9 * * 1', timeZone: 'Europe/Moscow' }, 'trigger.cron badCron'],
    ['each minute', { kind: 'schedule', cron: '* * * * *', timeZone: 'Europe/Moscow' }, 'trigger.cron badCron'],
    ['no city', { kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Europe/Nowhere' }, 'trigger.timeZone badTimeZone'],
  ])('a schedule with %s', (_, trigger, problem) => {
    expect(said(ruleWith({ trigger, actions: [{ kind: 'offer' }] }))).toEqual([problem]);
  });

  it.each<[string, Action]>([
    ['a note', { kind: 'note', text: 'a' }],
    ['a tag', { kind: 'tag', text: 'a' }],
    ['a name', { kind: 'alias', text: 'a' }],
    ['a message', { kind: 'draft', place: 'dialog', title: '', text: 'a' }],
    ['opening', { kind: 'open', place: 'dialog' }],
  ])('%s for the dialog, where there is none', (_, action) => {
    expect(said(ruleWith({ trigger: { kind: 'slots.freed' }, actions: [action] }))).toEqual([
      'actions.0.kind noSuchObject',
    ]);
  });

  it('all of them at once, each once', () => {
    const twice: Action = { kind: 'notify', title: '{a.b} {c.d}', text: '{app.name}' };
    expect(
      said(ruleWith({ conditions: { match: 'all', list: [{ ...HOURS, is: 'lacks' }] }, actions: [twice] })),
    ).toEqual(['conditions.list.0.is wrongOperator', 'actions.0.title unknownFact', 'actions.0.text noSuchObject']);
  });

  it('but no more than fifty, and never in the words of the document', () => {
    const list = Array(3_000).fill({ fact: 1 });
    expect(said({ ...ruleWith(), conditions: { match: 'all', list } })).toHaveLength(50);
    expect(said(spoilt('<img src=x onerror=alert(1)>', 1))).toEqual([' unknownField']);
    expect(said(spoilt('actions.0.<b>', 1))).toEqual(['actions.0 unknownField']);
  });
});

describe('names that reach for the prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('"%s" makes no rule and changes no object', (name) => {
    const text = JSON.stringify(ruleWith()).replace('{', `{"${name}":{"isAdmin":true,"name":"Taken"},`);
    expect(checkRuleText(text)).toEqual({ rule: null, problems: [{ path: name, problem: 'unknownField' }] });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('bring no field that the document itself has not', () => {
    const { name: _, ...nameless } = ruleWith();
    const text = JSON.stringify(nameless).replace('{', '{"__proto__":{"name":"Taken"},');
    expect(checkRuleText(text).rule).toBeNull();
  });
});

/** Places of a document, the whole one left out. */
function placesOf(part: unknown, at: string[] = []): string[][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => [[...at, key], ...placesOf(inner, [...at, key])]);
}

function changeAt(rule: Rule, keys: readonly string[], change: (part: Record<string, unknown>, key: string) => void) {
  const document = JSON.parse(JSON.stringify(rule));
  let part = document;
  for (const key of keys.slice(0, -1)) part = part[key];
  change(part, keys.at(-1) ?? '');
  return document;
}

/** A document is a rule word for word, or it has a problem. */
function expectVerdict(document: unknown) {
  const check = checkRule(document);
  if (check.rule === null) expect(check.problems.length).toBeGreaterThan(0);
  else expect(check).toEqual({ rule: JSON.parse(JSON.stringify(document)), problems: [] });
}

describe('whatever is in the document', () => {
  it('a rule that the form could make is taken word for word', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(checkRule(rule)).toEqual({ rule, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('it is a rule or has problems, and is never thrown at', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkRule(value).rule).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(checkRuleText(text).problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it(
    'one value changed makes another rule or none',
    () => {
      const other = fc.oneof(fc.jsonValue(), fc.string({ unit: 'grapheme-ascii' }), fc.integer(), fc.constant('all'));
      fc.assert(
        fc.property(anyRule, fc.nat(), other, (rule, place, value) => {
          const places = placesOf(rule);
          const keys = places[place % places.length] ?? [];
          expectVerdict(changeAt(rule, keys, (part, key) => Object.assign(part, { [key]: value })));
        }),
        { numRuns: 1_000 },
      );
    },
    LONG,
  );

  it(
    'one field more makes none',
    () => {
      fc.assert(
        fc.property(anyRule, fc.nat(), fc.string(), fc.jsonValue(), (rule, place, name, value) => {
          const objects = [[], ...placesOf(rule).filter((keys) => keys.length === 1)].filter(
            ([key]) => key === undefined || ['trigger', 'conditions', 'cooldown', 'caps'].includes(key),
          );
          const keys = [...(objects[place % objects.length] ?? []), name];
          const document = changeAt(rule, keys, (part, key) => {
            fc.pre(!Object.hasOwn(part, key));
            Object.defineProperty(part, key, { value, enumerable: true });
          });
          expect(checkRule(document).rule).toBeNull();
        }),
        { numRuns: 500 },
      );
    },
    LONG,
  );

  it(
    'one field less makes none',
    () => {
      fc.assert(
        fc.property(anyRule, fc.nat(), (rule, place) => {
          const places = placesOf(rule).filter((keys) => !/^\d+$/.test(keys.at(-1) ?? ''));
          const keys = places[place % places.length] ?? [];
          const document = changeAt(rule, keys, (part, key) => Reflect.deleteProperty(part, key));
          expect(checkRule(document).rule).toBeNull();
        }),
        { numRuns: 500 },
      );
    },
    LONG,
  );

  it('it is judged in no time, however long its texts or deep its parts', () => {
    const deep = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    expect(said(deep(5_000))).toEqual([' notARule']);
    expect(said(ruleWith({ name: 'x'.repeat(5_000_000) }))).toEqual([' tooLarge']);
    expect(said(spoilt('actions.0.text', '{'.repeat(60_000)))).toEqual(['actions.0.text tooLong']);
    expect(said(ruleWith({ name: '\ud800'.repeat(50) }))).toEqual([]);
  });
});
