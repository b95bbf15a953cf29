import { describe, expect, test } from 'vitest';
import {
  type DraftAction,
  emptyDraft,
  newAction,
  newTrigger,
  type RuleDraft,
  readDraft,
} from '../../../domain/rules/draft.ts';
import { FACT_NAMES, FACTS } from '../../../domain/rules/facts.ts';
import { OPERATORS_OF } from '../../../domain/rules/fits.ts';
import { ACTION_KINDS, OPERATORS, type Rule, TRIGGER_KINDS } from '../../../domain/rules/rule.ts';
import { type RuleNames, ruleSentence } from '../../../domain/rules/sentence.ts';
import { TEMPLATES } from '../../../domain/rules/templates.ts';
import { RULES_LOCALES } from '../../../locales/rules/catalogue.ts';
import { en } from '../../../locales/rules/en.ts';
import { ru } from '../../../locales/rules/ru.ts';

const names: RuleNames = {
  portal: (origin) => origin.replace('https://', ''),
  destination: (id) => (id === 'n8n' ? 'My n8n' : null),
};

/** A rule that notifies, with what the test is about. */
const rule = (changes: Partial<RuleDraft> = {}): RuleDraft => ({
  ...emptyDraft('r'),
  actions: [{ kind: 'notify', title: 'Look', text: '' }],
  ...changes,
});
const inEnglish = (changes: Partial<RuleDraft>) => ruleSentence(en.messages, rule(changes), names);
const inRussian = (changes: Partial<RuleDraft>) => ruleSentence(ru.messages, rule(changes), names);
const HOLES = /undefined|NaN|null|\[object| {2}|[{}]|!|\.\./;

describe('a rule in words', () => {
  test('says when, where, under which conditions, and what is done', () => {
    const changes: Partial<RuleDraft> = {
      trigger: { kind: 'answer.waits', hours: 4 },
      conditions: {
        match: 'all',
        list: [
          { fact: 'dialog.tags', is: 'contains', value: 'urgent' },
          { fact: 'slots.free', is: 'atMost', value: 1 },
        ],
      },
      actions: [
        { kind: 'notify', title: 'Support has answered in {dialog.name}', text: '' },
        { kind: 'tag', text: 'waits' },
      ],
      workingHours: 'later',
      cooldown: { minutes: 60, per: 'object' },
    };
    expect(inEnglish(changes)).toBe(
      'When support’s answer has waited for you for 4 hours on any portal, if the dialog’s tags include “urgent” and ' +
        'the number of free places is at most 1: show the notification “Support has answered in [the dialog’s name]” ' +
        'and tag the dialog with “waits”. Outside of working hours it waits for the next working day. Then it rests ' +
        'for 60 minutes for the same dialog, access or application.',
    );
    expect(inRussian(changes)).toBe(
      'Когда ответ поддержки ждёт вас 4 часа на любом портале, если метки диалога: есть «urgent» и число свободных мест ' +
        'не больше 1: показать уведомление «Support has answered in [название диалога]» и добавить диалогу метку «waits». ' +
        'Вне рабочего времени ждёт следующего рабочего дня. Потом для того же диалога, доступа или приложения отдыхает ' +
        '60 минут.',
    );
  });

  test('says of a condition that compares with no text yet that there is none', () => {
    const conditions: RuleDraft['conditions'] = {
      match: 'all',
      list: [
        { fact: 'portal.name', is: 'equals', value: '' },
        { fact: 'dialog.tags', is: 'contains', value: '  ' },
      ],
    };
    expect(inEnglish({ conditions })).toContain('is (empty) and the dialog’s tags include (empty):');
    expect(inRussian({ conditions })).toContain('– (пусто) и метки диалога: есть (пусто):');
  });

  test('tells any of the conditions from all of them', () => {
    const list = [
      { fact: 'dialog.isMain', is: 'equals', value: true },
      { fact: 'dialog.ticket', is: 'isKnown' },
    ] as const;
    expect(inEnglish({ conditions: { match: 'any', list } })).toContain(
      'if the main support chat: yes or the ticket number is known',
    );
    expect(inRussian({ conditions: { match: 'any', list } })).toContain(
      'если главный чат поддержки: да или есть сведения «номер обращения»',
    );
  });

  test('names portals and destinations, and says of one that is not here that it is not chosen', () => {
    const portals = ['https://a.bitrix24.ru', 'https://b.bitrix24.ru'];
    expect(inEnglish({ portals })).toContain('on a.bitrix24.ru and b.bitrix24.ru');
    expect(inRussian({ portals })).toContain('на порталах a.bitrix24.ru и b.bitrix24.ru');
    expect(inRussian({ portals: portals.slice(1) })).toContain('на портале b.bitrix24.ru');
    const to = (destination: string): DraftAction[] => [{ kind: 'webhook', destination, note: '' }];
    expect(inEnglish({ actions: to('n8n') })).toContain('send the event to “My n8n”');
    expect(inEnglish({ actions: to('') })).toContain('a destination that is not chosen yet');
  });

  test('says nothing while a number is missing', () => {
    expect(inEnglish({ trigger: { kind: 'answer.waits', hours: '' } })).toBeNull();
    expect(inEnglish({ cooldown: { minutes: 'ten', per: 'rule' } })).toBeNull();
    expect(inEnglish({ actions: [{ kind: 'report', days: '7 days' }] })).toBeNull();
    expect(
      inEnglish({ conditions: { match: 'all', list: [{ fact: 'slots.used', is: 'atLeast', value: '' }] } }),
    ).toBeNull();
  });

  test('cuts a long text and keeps it on one line', () => {
    const said = inEnglish({ actions: [{ kind: 'note', text: `One\n\ntwo ${'x'.repeat(300)}` }] }) ?? '';
    expect(said).toContain('“One two xxx');
    expect(said.length).toBeLessThan(220);
  });
});

test.each([
  ['0 9 * * *', 'Each day at 09:00 (Europe/Moscow)', 'Каждый день в 09:00 (Europe/Moscow)'],
  ['30 8 * * 1-5', 'Monday to Friday at 08:30', 'По будням в 08:30'],
  ['0 9 * * 1', 'Each Monday at 09:00', 'Каждый понедельник в 09:00'],
  ['0 9 * * 3', 'Each Wednesday at 09:00', 'Каждую среду в 09:00'],
  ['0 9 * * 0', 'Each Sunday at 09:00', 'Каждое воскресенье в 09:00'],
  ['15 18 21 * *', 'On day 21 of each month at 18:15', '21-го числа каждого месяца в 18:15'],
  ['*/10 9-17 * * 1-5', 'On the schedule “*/10 9-17 * * 1-5”', 'По расписанию «*/10 9-17 * * 1-5»'],
])('the schedule “%s” is said in words', (cron, english, russian) => {
  const trigger = { kind: 'schedule', cron, timeZone: 'Europe/Moscow' } as const;
  expect(inEnglish({ trigger })).toContain(english);
  expect(inRussian({ trigger })).toContain(russian);
});

test('a deadline stands behind the task that it is of', () => {
  const task = (deadlineDays: number): Partial<RuleDraft> => ({
    actions: [{ kind: 'task', through: 'form', title: 'Look', text: '', deadlineDays }],
  });
  expect(inEnglish(task(1))).toContain('“Look” filled in, for you to save, due in 1 day.');
  expect(inEnglish(task(0))).toContain(', due today.');
  expect(inRussian(task(3))).toContain(' со сроком 3 дня.');
});

test.each([
  [1, '1 час', '1 день', '1 минуту', 'каждый день'],
  [2, '2 часа', '2 дня', '2 минуты', 'раз в 2 дня'],
  [5, '5 часов', '5 дней', '5 минут', 'раз в 5 дней'],
  [21, '21 час', '21 день', '21 минуту', 'раз в 21 день'],
])('Russian counts %i', (count, hours, days, minutes, again) => {
  expect(inRussian({ trigger: { kind: 'answer.waits', hours: count } })).toContain(`ждёт вас ${hours} `);
  expect(inRussian({ trigger: { kind: 'access.ends', days: count } })).toContain(`остаётся ${days} `);
  expect(inRussian({ trigger: { kind: 'access.overdue', repeatDays: count } })).toContain(`снова ${again} на`);
  expect(inRussian({ cooldown: { minutes: count, per: 'rule' } })).toContain(`отдыхает ${minutes}.`);
});

describe.each(RULES_LOCALES)('in $language', ({ messages }) => {
  const say = (changes: Partial<RuleDraft>) => ruleSentence(messages, rule(changes), names) ?? '';

  test('every trigger has words of its own', () => {
    const said = TRIGGER_KINDS.map((kind) => say({ trigger: newTrigger(kind, 'Europe/Moscow') }));
    for (const text of said) expect(text).not.toMatch(HOLES);
    expect(new Set(said).size).toBe(TRIGGER_KINDS.length);
  });

  test('every action has words of its own', () => {
    const filled = { title: 'Title', text: 'Text' };
    const said = ACTION_KINDS.map((kind) => say({ actions: [newAction(kind, filled)] }));
    for (const text of said) expect(text).not.toMatch(HOLES);
    expect(new Set(said).size).toBe(ACTION_KINDS.length);
  });

  test('every comparison of every fact has words', () => {
    const values = { text: 'x', number: 3, flag: true, list: 'x', time: '2026-01-01' } as const;
    for (const fact of FACT_NAMES) {
      const said = OPERATORS_OF[FACTS[fact]].map((is) =>
        say({ conditions: { match: 'all', list: [{ fact, is, value: values[FACTS[fact]] }] } }),
      );
      for (const text of said) expect(text, fact).not.toMatch(HOLES);
      expect(new Set(said).size, fact).toBe(said.length);
    }
    expect(Object.keys(messages.operator)).toEqual([...OPERATORS]);
  });

  test.each(TEMPLATES)('the ready rule “$id” is a draft with a sentence', ({ make }) => {
    const draft = readDraft(make(messages.template, { timeZone: 'Europe/Moscow' }) satisfies Rule);
    expect(draft && ruleSentence(messages, draft, names)).not.toMatch(HOLES);
  });
});
