import { describe, expect, test } from 'vitest';
import { accessSentence } from '../../../domain/market/access-words.ts';
import { MARKET_LOCALES, marketLocaleFor } from '../../../locales/market/catalogue.ts';
import { en } from '../../../locales/market/en.ts';
import { ru } from '../../../locales/market/ru.ts';
import { LEAKS } from '../drawing.tsx';
import { access } from './samples.ts';

/** All strings of a language by path; functions are called with numbers, which every other one accepts. */
function stringsOf({ messages }: { messages: object }): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function')
      found.set(path, String(path.endsWith('.list') ? value(['3', '5']) : value(3, 5, 7)));
    else for (const [key, inner] of Object.entries(value ?? {})) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(messages, '');
  return found;
}

test('both languages have the same strings, and nothing is left untranslated', () => {
  const [english, russian] = [stringsOf(en), stringsOf(ru)];
  expect([...russian.keys()].sort()).toEqual([...english.keys()].sort());
  const same = [...russian].filter(([path, text]) => english.get(path) === text).map(([path]) => path);
  expect(same).toEqual(['product']);
});

describe.each(MARKET_LOCALES)('in $language', (locale) => {
  const strings = [...stringsOf(locale)];

  test('no string is empty, shouts or shows a hole', () => {
    for (const [path, text] of strings) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(LEAKS);
      expect(text, path).not.toContain('!');
    }
  });

  test('quotes and apostrophes are typographic ones', () => {
    const quotes = locale.language === 'ru' ? /["'“”]/ : /["'«»]/;
    expect(strings.filter(([, text]) => quotes.test(text))).toEqual([]);
  });
});

test('Russian says «вы» in lower case, except where a sentence begins', () => {
  const capital = /(?<![.?:]\s)(?<!^)(?<!«)Ва?[шсмы]/u;
  expect([...stringsOf(ru)].filter(([, text]) => capital.test(text))).toEqual([]);
});

test('Russian counts whom the list lets in', () => {
  const sentence = (employees: number, isWhole: boolean, entries = 5) =>
    accessSentence(ru.messages.access, access({ entries, employees, isWhole }));
  expect([1, 2, 5, 21].map((count) => sentence(count, true))).toEqual([
    'В списке доступа 5 записей, это 1 сотрудник',
    'В списке доступа 5 записей, это 2 сотрудника',
    'В списке доступа 5 записей, это 5 сотрудников',
    'В списке доступа 5 записей, это 21 сотрудник',
  ]);
  expect([1, 2, 5].map((count) => sentence(count, true, 0))).toEqual([
    'Список доступа пуст: приложение видят все, 1 сотрудник',
    'Список доступа пуст: приложение видят все, 2 сотрудника',
    'Список доступа пуст: приложение видят все, 5 сотрудников',
  ]);
  expect(sentence(143, false, 0)).toBe('Список доступа пуст: приложение видят все, не меньше 143 сотрудников');
  expect(sentence(0, false, 1)).toBe('В списке доступа 1 запись, сколько это сотрудников, посчитать не удалось');
});

test('English tells one from many', () => {
  const sentence = (entries: number, employees: number) =>
    accessSentence(en.messages.access, access({ entries, employees }));
  expect(sentence(1, 1)).toBe('1 entry in the access list lets in 1 employee');
  expect(sentence(2, 40)).toBe('2 entries in the access list let in 40 employees');
});

test('the language is that of the portal, or the closest', () => {
  expect(['ru', 'kz', 'de', ''].map((code) => marketLocaleFor(code).language)).toEqual(['ru', 'ru', 'en', 'en']);
});
