import { describe, expect, test } from 'vitest';
import {
  emptyDraft,
  newAction,
  newCondition,
  newTrigger,
  readDraft,
  withOperator,
} from '../../../domain/rules/draft.ts';
import { cronOf, type Timing, timingOf } from '../../../domain/rules/rhythm.ts';
import { ACTION_KINDS, TRIGGER_KINDS } from '../../../domain/rules/rule.ts';
import { TEMPLATES } from '../../../domain/rules/templates.ts';
import { en } from '../../../locales/rules/en.ts';

describe('a document becomes a form', () => {
  test('when every part is of a kind that the form knows, whatever is typed into it', () => {
    const draft = { ...emptyDraft('r'), cooldown: { minutes: 'ten', per: 'rule' }, unknown: 1 };
    expect(readDraft(draft)).toBe(draft);
  });

  test.each([
    ['no object', 5],
    ['nothing', null],
    ['a list', []],
    ['a trigger that is not on the list', { ...emptyDraft('r'), trigger: { kind: 'dialog.exploded' } }],
    ['an action that is not on the list', { ...emptyDraft('r'), actions: [{ kind: 'approve' }] }],
    ['actions that are no list', { ...emptyDraft('r'), actions: {} }],
    ['a fact with the name of a method', withCondition({ fact: 'toString', is: 'equals', value: 1 })],
    ['a comparison that is not on the list', withCondition({ fact: 'slots.used', is: 'matches', value: 1 })],
    ['portals that are numbers', { ...emptyDraft('r'), portals: [1] }],
  ])('but not %s', (_name, value) => {
    expect(readDraft(value)).toBeNull();
  });

  test('as every ready rule does', () => {
    for (const { make } of TEMPLATES) expect(readDraft(make(en.messages.template))).not.toBeNull();
  });
});

function withCondition(condition: object) {
  return { ...emptyDraft('r'), conditions: { match: 'all', list: [condition] } };
}

describe('what is typed stays when something else is chosen', () => {
  test('in an action of another kind that has the same field', () => {
    const typed = { kind: 'notify', title: 'Title', text: 'Text' } as const;
    expect(newAction('task', typed)).toEqual({
      kind: 'task',
      through: 'session',
      title: 'Title',
      text: 'Text',
      deadlineDays: null,
    });
    expect(newAction('tag', typed)).toEqual({ kind: 'tag', text: 'Text' });
  });

  test('but a place of one kind is none of another', () => {
    expect(newAction('open', { kind: 'draft', place: 'newDialog' })).toEqual({ kind: 'open', place: 'drafts' });
  });

  test('in a condition about a fact of the same type', () => {
    const before = { fact: 'slots.used', is: 'atMost', value: 3 } as const;
    expect(newCondition('slots.limit', before)).toEqual({ fact: 'slots.limit', is: 'atMost', value: 3 });
    expect(newCondition('dialog.name', before)).toEqual({ fact: 'dialog.name', is: 'equals', value: '' });
    expect(withOperator(before, 'isKnown')).toEqual({ fact: 'slots.used', is: 'isKnown' });
  });

  test('and every kind begins as something the form can show', () => {
    for (const kind of TRIGGER_KINDS)
      expect(readDraft({ ...emptyDraft('r'), trigger: newTrigger(kind, 'Europe/Moscow') }), kind).not.toBeNull();
    for (const kind of ACTION_KINDS)
      expect(readDraft({ ...emptyDraft('r'), actions: [newAction(kind)] }), kind).not.toBeNull();
  });
});

test.each<[string, Timing]>([
  ['0 9 * * *', { rhythm: 'day', at: '09:00', day: 1 }],
  ['30 8 * * 1-5', { rhythm: 'weekdays', at: '08:30', day: 1 }],
  ['0 9 * * 1', { rhythm: 'week', at: '09:00', day: 1 }],
  ['5 23 * * 0', { rhythm: 'week', at: '23:05', day: 7 }],
  ['0 0 31 * *', { rhythm: 'month', at: '00:00', day: 31 }],
])('the cron fields “%s” are a plain choice, and the choice makes them again', (cron, timing) => {
  expect(timingOf(cron)).toEqual(timing);
  expect(cronOf(timing)).toBe(cron);
});

test.each(['*/5 * * * *', '0 9 1 * 1', '0 24 * * *', '60 9 * * *', '0 9 0 * *', '0 9 * 5 *', '', 'daily'])(
  'the cron fields “%s” are an own schedule',
  (cron) => {
    expect(timingOf(cron).rhythm).toBe('own');
    expect(cronOf(timingOf(cron))).toBeNull();
  },
);
