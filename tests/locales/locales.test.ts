import { describe, expect, test, vi } from 'vitest';
import type { PluralForms } from '../../domain/format.ts';
import { catalogues } from './catalogues.ts';
import { type FormsUsed, missingTexts, pluralFaults, untranslatedTexts, wordOf } from './faults.ts';
import { textsOf } from './texts.ts';

/** Every use of `plural` while something was said. */
const used = vi.hoisted((): FormsUsed[] => []);

vi.mock('../../domain/format.ts', async (original) => {
  const format = await original<typeof import('../../domain/format.ts')>();
  const plural = (language: string, count: number, forms: PluralForms): string => {
    used.push({ language, forms: { ...forms } });
    return format.plural(language, count, forms);
  };
  return { ...format, plural };
});

/** Verbs, adjectives and cases that have two forms where nouns that are counted have more. */
const TWOFOLD: Record<string, readonly string[]> = {
  ru: [
    'Ждёт, Ждут',
    'ждёт, ждут',
    'Найден, Найдено',
    'Остался, Осталось',
    'места не занимает, места не занимают',
    'открыт # другой, открыто # других',
    'непрочитанное, непрочитанных',
    'диалоге, диалогах',
    'знака, знаков',
    'метки, меток',
    'сотрудника, сотрудников',
  ],
};

const ALL = await catalogues();
const EACH = ALL.flatMap(({ name, locales }) => locales.map((locale) => ({ name, locale, first: locales[0] })));

test('every surface speaks the same languages', () => {
  expect(ALL.length).toBeGreaterThan(6);
  const [first] = ALL;
  for (const { name, locales } of ALL) {
    expect(
      locales.map(({ language }) => language),
      name,
    ).toEqual(first?.locales.map(({ language }) => language));
  }
});

describe.each(EACH)('$name in $locale.language', ({ locale, first }) => {
  test('has every text, and none that the others have not', () => {
    expect(missingTexts(first?.messages, locale.messages)).toEqual([]);
  });

  if (locale !== first) {
    test('is translated', () => {
      expect(untranslatedTexts(first?.messages, locale.messages)).toEqual([]);
    });
  }

  test('counts with the forms of the language', () => {
    used.length = 0;
    textsOf(locale.messages);
    expect(pluralFaults(locale.language, used, TWOFOLD[locale.language])).toEqual([]);
  });
});

test('the words that count were looked at, and those with two forms are all in use', () => {
  used.length = 0;
  for (const { locale } of EACH) textsOf(locale.messages);
  expect(used.length).toBeGreaterThan(1_000);
  const words = new Set(used.map(wordOf));
  expect(Object.values(TWOFOLD).flatMap((listed) => listed.filter((word) => !words.has(word)))).toEqual([]);
});
