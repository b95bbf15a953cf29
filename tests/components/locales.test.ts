import { describe, expect, test } from 'vitest';
import { plural } from '../../domain/format.ts';
import type { Locale } from '../../domain/text.ts';
import { LOCALES, localeFor } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { LEAKS } from './drawing.tsx';

/** All strings of a language by path; functions are called with two numbers, which every one of them accepts. */
function stringsOf(locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function') found.set(path, String(value(3, 5)));
    else for (const [key, inner] of Object.entries(value ?? {})) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(locale.messages, '');
  return found;
}

describe.each(LOCALES.filter((locale) => locale !== en))('the language $language', (locale) => {
  const reference = stringsOf(en);
  const strings = stringsOf(locale);

  test('has every string of the English one and no other', () => {
    expect([...strings.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  test('has nothing left untranslated', () => {
    const meant = ['product.name', 'number', 'clock', 'slots.provenance'];
    const same = [...strings].filter(([path, text]) => reference.get(path) === text && !meant.includes(path));
    expect(same).toEqual([]);
  });
});

test.each(LOCALES)('no string of $language is empty, shouts or shows a hole', (locale) => {
  for (const [path, text] of stringsOf(locale)) {
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toMatch(LEAKS);
    expect(text, path).not.toContain('!');
  }
});

test('Russian texts are written in Russian letters', () => {
  const latin = [...stringsOf(ru)].filter(
    ([path, text]) => !/[а-яё]/i.test(text) && !/^(product.name|number|clock)$/.test(path),
  );
  expect(latin).toEqual([['slots.provenance', '3, 5']]);
});

const NUMBERS = [1, 2, 5, 11, 21, 22, 25, 111];
const forms = (make: (count: number) => string) => NUMBERS.map(make);

describe('plural forms', () => {
  test('Russian counts dialogs', () => {
    expect(forms((count) => ru.messages.slots.full(count))).toEqual([
      'Все 1 диалог заняты',
      'Все 2 диалога заняты',
      'Все 5 диалогов заняты',
      'Все 11 диалогов заняты',
      'Все 21 диалог заняты',
      'Все 22 диалога заняты',
      'Все 25 диалогов заняты',
      'Все 111 диалогов заняты',
    ]);
  });

  test('Russian counts what is created and not started', () => {
    expect(forms((count) => ru.messages.slots.created(count))).toEqual([
      '1 создан, не начат: места не занимает',
      '2 созданы, не начаты: места не занимают',
      '5 создано, не начато: места не занимают',
      '11 создано, не начато: места не занимают',
      '21 создан, не начат: места не занимает',
      '22 созданы, не начаты: места не занимают',
      '25 создано, не начато: места не занимают',
      '111 создано, не начато: места не занимают',
    ]);
  });

  test('Russian counts unread messages and the dialogs they are in', () => {
    expect(forms((count) => ru.messages.dialogs.unreadTotal(count, count))).toEqual([
      '1 непрочитанное в 1 диалоге',
      '2 непрочитанных в 2 диалогах',
      '5 непрочитанных в 5 диалогах',
      '11 непрочитанных в 11 диалогах',
      '21 непрочитанное в 21 диалоге',
      '22 непрочитанных в 22 диалогах',
      '25 непрочитанных в 25 диалогах',
      '111 непрочитанных в 111 диалогах',
    ]);
    expect(ru.messages.dialogs.unread(21)).toBe('21 непрочитанное');
    expect(ru.messages.dialogs.unread(22)).toBe('22 непрочитанных');
  });

  test('Russian counts what support opened itself', () => {
    expect([6, 7, 10, 16].map((used) => ru.messages.slots.over(used, 5))).toEqual([
      'Занято 6 из 5: один поддержка открыла сама',
      'Занято 7 из 5: 2 диалога поддержка открыла сама',
      'Занято 10 из 5: 5 диалогов поддержка открыла сама',
      'Занято 16 из 5: 11 диалогов поддержка открыла сама',
    ]);
  });

  test('English tells one from many', () => {
    const { slots, dialogs } = en.messages;
    expect(forms((count) => dialogs.unreadTotal(count, null))).toEqual(
      NUMBERS.map((count) => `unread in ${count} ${count === 1 ? 'dialog' : 'dialogs'}`),
    );
    expect(forms((count) => slots.created(count))).toEqual(
      NUMBERS.map((count) => `${count} created, not started: ${count === 1 ? 'holds' : 'hold'} no place`),
    );
    expect(slots.over(6, 5)).toBe('6 of 5 in use: support opened one itself');
    expect(dialogs.olderInPortal(1)).toMatch(/^1 older one is /);
    expect(dialogs.olderInPortal(2)).toMatch(/^2 older ones are /);
  });

  test('a language without a form falls back to the general one', () => {
    expect(plural('ru', 2, { one: 'a', other: 'b' })).toBe('b');
    expect(plural('pl', 5, { one: 'a', few: 'b', many: 'c', other: 'd' })).toBe('c');
  });
});

describe('the language for a portal', () => {
  test.each([
    ['ru', 'ru'],
    ['ru-RU', 'ru'],
    ['RU', 'ru'],
    ['be', 'ru'],
    ['uk', 'ru'],
    ['ua', 'ru'],
    ['kk', 'ru'],
    ['kz', 'ru'],
    ['en', 'en'],
    ['en_US', 'en'],
    ['de', 'en'],
    ['br', 'en'],
    ['', 'en'],
  ])('%s is served in %s', (asked, served) => {
    expect(localeFor(asked).language).toBe(served);
  });
});
