import { describe, expect, test } from 'vitest';
import type { DashboardLocale } from '../../../domain/dashboard-text.ts';
import { DASHBOARD_LOCALES, dashboardLocaleFor } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { ru } from '../../../locales/dashboard/ru.ts';
import { LEAKS } from '../drawing.tsx';
import { withoutRangeSign } from './drawing.tsx';

/** All strings of a language by path; functions are called with four numbers, which every one of them accepts. */
function stringsOf(locale: DashboardLocale): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function') found.set(path, String(value(3, 5, 5, 5)));
    else for (const [key, inner] of Object.entries(value ?? {})) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(locale.messages, '');
  return found;
}

describe.each(DASHBOARD_LOCALES)('the texts in $language', (locale) => {
  const strings = stringsOf(locale);

  test('are the same ones as in English', () => {
    expect([...strings.keys()].sort()).toEqual([...stringsOf(en).keys()].sort());
  });

  test('are not empty, do not shout and have no holes', () => {
    for (const [path, text] of strings) {
      expect(text.trim(), path).not.toBe('');
      expect(withoutRangeSign(text), path).not.toMatch(LEAKS);
      expect(text, path).not.toContain('!');
    }
  });
});

test('Russian texts are written in Russian letters and with lower-case «вы»', () => {
  for (const [path, text] of stringsOf(ru)) {
    const isName = text === 'ChatApp' || /^[\d\s.,%:()N—]*$/.test(text);
    expect(/[а-яё]/i.test(text) || isName, `${path}: ${text}`).toBe(true);
    expect(text, path).not.toMatch(/[а-яё,] Вы|["']/);
  }
});

test.each([
  [1, '1 диалог с поддержкой, открытые и закрытые', '1 строка не понята и не войдёт', '1 запись'],
  [3, '3 диалога с поддержкой, открытые и закрытые', '3 строки не поняты и не войдут', '3 записи'],
  [11, '11 диалогов с поддержкой, открытые и закрытые', '11 строк не поняты и не войдут', '11 записей'],
])('Russian counts %i', (count, dialogs, lines, entries) => {
  const { messages } = ru;
  expect([messages.dialogs.lead(count), messages.settings.refusedLines(count), messages.journal.count(count)]).toEqual([
    dialogs,
    lines,
    entries,
  ]);
});

test.each([
  [0, '0 mins'],
  [20_000, '1 min'],
  [90 * 60_000, '1 hr 30 mins'],
  [26 * 3_600_000, '1 day 2 hrs'],
  [48 * 3_600_000 + 60_000, '2 days'],
])('a length of %i ms is told in at most two units', (ms, expected) => {
  expect(en.messages.span(ms)).toBe(expected);
});

test('a language that is not there is served in the closest one', () => {
  expect(['ru-RU', 'kk', 'de'].map((code) => dashboardLocaleFor(code).language)).toEqual(['ru', 'ru', 'en']);
});
