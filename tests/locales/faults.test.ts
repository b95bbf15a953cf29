import { describe, expect, test } from 'vitest';
import { formsOf, missingTexts, pluralFaults, untranslatedTexts } from './faults.ts';
import { textsOf } from './texts.ts';

const english = {
  save: 'Save',
  product: 'ChatApp',
  dialogs: { title: 'Dialogs', count: (value: number) => `${value} of them`, share: (value: number) => `${value} %` },
};

describe('the check finds', () => {
  test('a text that a language lacks, and one that only it has', () => {
    const { title: _title, ...rest } = english.dialogs;
    expect(missingTexts(english, { ...english, dialogs: { ...rest, heading: 'Диалоги' } })).toEqual([
      'dialogs.title is missing',
      'dialogs.heading is nowhere else',
    ]);
  });

  test('a text that was copied, also inside of a function, but no name and no number', () => {
    const russian = { ...english, save: 'Сохранить', dialogs: { ...english.dialogs, title: 'Диалоги' } };
    expect(untranslatedTexts(english, russian)).toEqual(['dialogs.count says what the original says: 0 of them']);
    expect(untranslatedTexts(english, english)).toHaveLength(3);
  });

  test.each([
    [
      'a form that is missing',
      'ru',
      { one: 'день', other: 'дня' },
      ['"день, дня" lacks the form "few"', '"день, дня" lacks the form "many"'],
    ],
    ['a form that is empty', 'en', { one: '', other: 'days' }, ['", days" lacks the form "one"']],
    [
      'a form that the language has not',
      'en',
      { one: 'day', few: 'days', other: 'days' },
      ['"day, days, days" has the form "few", which en has not'],
    ],
    ['a word that does not change', 'en', { one: 'day', other: 'day' }, ['"day, day" has one word for all its forms']],
  ])('%s', (_, language, forms, faults) => {
    expect(pluralFaults(language, [{ language, forms }]).sort()).toEqual([...faults].sort());
  });

  test('a word that is counted by the rules of another language', () => {
    const forms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
    expect(pluralFaults('ru', [{ language: 'en-GB', forms }])).toEqual([
      '"день, дня, дней, дня" is chosen by the rules of en-GB, not of ru',
    ]);
    expect(pluralFaults('ru', [{ language: 'ru-RU', forms }])).toEqual([]);
  });

  test('no fault in a word that was said to have two forms, whatever the number in it', () => {
    const forms = { one: 'открыт 1 000 другой', other: 'открыто 1 000 других' };
    const twofold = ['открыт # другой, открыто # других'];
    expect(pluralFaults('ru', [{ language: 'ru', forms }], twofold)).toEqual([]);
    expect(pluralFaults('ru', [{ language: 'ru', forms }])).toHaveLength(2);
  });

  test('nothing where a language has one form for all numbers', () => {
    expect(pluralFaults('ja', [{ language: 'ja', forms: { other: '日' } }])).toEqual([]);
  });
});

test.each([
  ['en', ['one', 'other']],
  ['ru', ['few', 'many', 'one']],
  ['pl', ['few', 'many', 'one']],
  ['ar', ['few', 'many', 'one', 'other', 'two', 'zero']],
  ['es', ['many', 'one', 'other']],
  ['ja', ['other']],
])('the forms of %s are %j', (language, forms) => {
  expect([...formsOf(language)].sort()).toEqual(forms);
});

describe('texts come out', () => {
  test('of functions that take numbers, texts or lists', () => {
    const messages = { a: (names: string[]) => names.join(), b: (name: string) => name.trim(), c: { d: 'D' } };
    expect(textsOf(messages).map(({ path, texts }) => [path, texts[0]])).toEqual([
      ['a', '0,5'],
      ['b', '0'],
      ['c.d', 'D'],
    ]);
  });

  test('with switches on and off', () => {
    const messages = { days: (count: number, isAssumed: boolean) => `${isAssumed ? 'presumably ' : ''}${count}` };
    expect(textsOf(messages)[0]?.texts).toEqual(expect.arrayContaining(['presumably 1', '1']));
  });

  test('or the function is named that takes none of it', () => {
    expect(() => textsOf({ a: { b: (value: { c: { d: string } }) => value.c.d } })).toThrow('"a.b"');
  });
});
