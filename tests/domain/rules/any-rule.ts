/** Rules for tests: a plain one, one for each trigger and action, and any at all. */
import fc from 'fast-check';
import { FACTS, type FactName } from '../../../domain/rules/facts.ts';
import { factsOf, isAbout, needsDialog, OPERATORS_OF } from '../../../domain/rules/fits.ts';
import {
  type Action,
  type ActionKind,
  type Condition,
  PLAIN_TRIGGERS,
  type Rule,
  type Trigger,
  type TriggerKind,
} from '../../../domain/rules/rule.ts';

export const ruleWith = (changes: Partial<Rule> = {}): Rule => ({
  schema: 1,
  id: 'rule-1',
  name: 'Remind me',
  version: 1,
  portals: 'all',
  trigger: { kind: 'support.answered' },
  conditions: { match: 'all', list: [] },
  actions: [{ kind: 'notify', title: 'Support has answered', text: '{dialog.name}' }],
  cooldown: { minutes: 0, per: 'rule' },
  workingHours: 'any',
  mode: 'single',
  caps: { runsPerHour: 10 },
  ...changes,
});

const OTHER_TRIGGERS: { [K in Exclude<TriggerKind, (typeof PLAIN_TRIGGERS)[number]>]: Extract<Trigger, { kind: K }> } =
  {
    'slots.reached': { kind: 'slots.reached', count: 5 },
    'answer.waits': { kind: 'answer.waits', hours: 4 },
    'access.requested': { kind: 'access.requested', pendingHours: 0 },
    'access.ends': { kind: 'access.ends', days: 2 },
    'access.overdue': { kind: 'access.overdue', repeatDays: 1 },
    schedule: { kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Europe/Moscow' },
  };
export const EACH_TRIGGER: readonly Trigger[] = [
  ...PLAIN_TRIGGERS.map((kind) => ({ kind })),
  ...Object.values(OTHER_TRIGGERS),
];

const ACTIONS: { [K in ActionKind]: Extract<Action, { kind: K }> } = {
  notify: { kind: 'notify', title: 'A title', text: 'A text' },
  draft: { kind: 'draft', place: 'dialog', title: '', text: 'A text' },
  alias: { kind: 'alias', text: 'A name' },
  tag: { kind: 'tag', text: 'urgent' },
  note: { kind: 'note', text: 'A note' },
  journal: { kind: 'journal', text: 'A line' },
  offer: { kind: 'offer' },
  open: { kind: 'open', place: 'register' },
  task: { kind: 'task', through: 'session', title: 'A task', text: '', deadlineDays: null },
  webhook: { kind: 'webhook', destination: 'place-1', note: '' },
  report: { kind: 'report', days: 7 },
};
export const EACH_ACTION: readonly Action[] = Object.values(ACTIONS);

const anyText = fc.string({ minLength: 1, maxLength: 30 }).map((text) => `x${text.replace(/[\p{C}{}]/gu, '')}`);

const VALUES = {
  text: anyText,
  number: fc.integer({ min: -100, max: 100 }),
  flag: fc.boolean(),
  list: anyText,
  time: fc.constantFrom('2026-02-03', '2026-02-03T04:05:06Z', '2026-02-03T04:05:06.789+03:00'),
};

const anyCondition = (facts: FactName[]): fc.Arbitrary<Condition> =>
  fc
    .constantFrom(...facts)
    .chain((fact) => fc.tuple(fc.constant(fact), fc.constantFrom(...OPERATORS_OF[FACTS[fact]]), anyValueOf(fact)))
    .map(([fact, is, value]) => (is === 'isKnown' ? { fact, is } : { fact, is, value }));

const anyValueOf = (fact: FactName): fc.Arbitrary<string | number | boolean> => VALUES[FACTS[fact]];

/** Any rule that the form could make. */
export const anyRule: fc.Arbitrary<Rule> = fc.constantFrom(...EACH_TRIGGER).chain((trigger) => {
  const facts = factsOf(trigger.kind);
  const fitting = EACH_ACTION.filter((action) => !needsDialog(action) || isAbout(trigger.kind, 'dialog'));
  const named = fc.constantFrom(...facts).map((fact) => `{${fact}}`);
  return fc.record({
    schema: fc.constant(1 as const),
    id: fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/),
    name: anyText,
    version: fc.integer({ min: 1, max: 1000 }),
    portals: fc.constantFrom<Rule['portals']>('all', ['https://demo.bitrix24.ru'], ['http://portal.local:8080']),
    trigger: fc.constant(trigger),
    conditions: fc.record({
      match: fc.constantFrom('all' as const, 'any' as const),
      list: fc.array(anyCondition(facts), { maxLength: 4 }),
    }),
    actions: fc.array(
      fc
        .tuple(fc.constantFrom(...fitting), anyText, named)
        .map(([action, text, fact]) => ('text' in action ? { ...action, text: `${text}${fact}`.slice(0, 40) } : action))
        .filter((action) => !('text' in action) || !/\{[^}]*$/.test(action.text)),
      { minLength: 1, maxLength: 5 },
    ),
    cooldown: fc.record({
      minutes: fc.integer({ min: 0, max: 10_080 }),
      per: fc.constantFrom('rule' as const, 'object' as const),
    }),
    workingHours: fc.constantFrom('any' as const, 'only' as const, 'later' as const),
    mode: fc.constant('single' as const),
    caps: fc.record({ runsPerHour: fc.integer({ min: 1, max: 20 }) }),
  });
});
