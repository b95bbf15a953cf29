import { describe, expect, test } from 'vitest';
import { plural } from '../../domain/format.ts';
import { BACKGROUND_LOCALES } from '../../locales/background/catalogue.ts';
import { en as backgroundEn } from '../../locales/background/en.ts';
import { CARD_LOCALES, cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { en as cardsEn } from '../../locales/cards/en.ts';
import { ru as cardsRu } from '../../locales/cards/ru.ts';
import { LOCALES, localeFor } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { POPUP_LOCALES } from '../../locales/popup/catalogue.ts';
import { en as popupEn } from '../../locales/popup/en.ts';
import { ru } from '../../locales/ru.ts';
import { LEAKS } from './drawing.tsx';

/** Only this one takes more than numbers and strings. */
const LISTED = ['3', '5'];

/** All strings of a language by path; functions are called with two numbers, which every other one accepts. */
function stringsOf(locale: { messages: object }): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function') found.set(path, String(path === 'list' ? value(LISTED) : value(3, 5)));
    else for (const [key, inner] of Object.entries(value ?? {})) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(locale.messages, '');
  return found;
}

const SETS = [
  ...LOCALES.map((locale) => ({ set: `the surfaces in ${locale.language}`, locale, reference: en })),
  ...BACKGROUND_LOCALES.map((locale) => ({
    set: `the background in ${locale.language}`,
    locale,
    reference: backgroundEn,
  })),
  ...POPUP_LOCALES.map((locale) => ({ set: `the popup in ${locale.language}`, locale, reference: popupEn })),
  ...CARD_LOCALES.map((locale) => ({ set: `the cards in ${locale.language}`, locale, reference: cardsEn })),
];

describe.each(SETS.filter(({ locale, reference }) => locale !== reference))('$set', ({ locale, ...set }) => {
  const reference = stringsOf(set.reference);
  const strings = stringsOf(locale);

  test('has every string of the English one and no other', () => {
    expect([...strings.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  test('has nothing left untranslated', () => {
    const meant = ['product.name', 'number', 'clock', 'slots.provenance', 'composer.secretFound'];
    const same = [...strings].filter(([path, text]) => reference.get(path) === text && !meant.includes(path));
    expect(same).toEqual([]);
  });
});

test.each(SETS)('no string of $set is empty, shouts or shows a hole', ({ locale }) => {
  for (const [path, text] of stringsOf(locale)) {
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toMatch(LEAKS);
    expect(text, path).not.toContain('!');
  }
});

test.each(SETS)('$set: quotes and apostrophes are typographic ones', ({ locale }) => {
  const quotes = locale.language === 'ru' ? /["'“”]/ : /["'«»]/;
  expect([...stringsOf(locale)].filter(([, text]) => quotes.test(text))).toEqual([]);
});

test('the cards speak the languages of the other surfaces', () => {
  expect(CARD_LOCALES.map(({ language }) => language)).toEqual(LOCALES.map(({ language }) => language));
  expect(['ru-RU', 'kz', 'de'].map((code) => cardLocaleFor(code).language)).toEqual(['ru', 'ru', 'en']);
});

test('Russian says «вы» in lower case, except where a sentence begins', () => {
  const capital = /(?<![.?:]\s)(?<!^)(?<!«)Ва?[шсмы]/u;
  const all = [...stringsOf(ru), ...stringsOf(cardsRu)];
  expect(all.filter(([, text]) => capital.test(text))).toEqual([]);
});

test('Russian texts are written in Russian letters', () => {
  const latin = [...stringsOf(ru), ...stringsOf(cardsRu)].filter(
    ([path, text]) => !/[а-яё]/i.test(text) && !/^(product.name|number|clock)$/.test(path),
  );
  expect(latin).toEqual([
    ['slots.provenance', '3, 5'],
    ['composer.secretFound', '3: 5'],
  ]);
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

  test('Russian counts what stands in the cards', () => {
    const { words, shell, composer, park } = cardsRu.messages;
    expect([1, 2, 5, 21].map((count) => words.workingDays(count))).toEqual([
      '1 рабочий день',
      '2 рабочих дня',
      '5 рабочих дней',
      '21 рабочий день',
    ]);
    expect([0, 1, 2, 25].map((count) => shell.charactersLeft(count))).toEqual([
      'Осталось 0 знаков',
      'Остался 1 знак',
      'Осталось 2 знака',
      'Осталось 25 знаков',
    ]);
    expect([1, 2, 5].map((others) => composer.noSlotNew(others).match(/пока (.+)\. Текст/)?.[1])).toEqual([
      'открыт 1 другой',
      'открыто 2 других',
      'открыто 5 других',
    ]);
    expect([1, 2, 5, 21].map((count) => park.waiting(count).split(',')[0])).toEqual([
      'Других отложенных вопросов нет.',
      'Ждут 2 вопроса',
      'Ждут 5 вопросов',
      'Ждёт 21 вопрос',
    ]);
  });

  test('English counts what stands in the cards', () => {
    const { words, shell, guard, composer } = cardsEn.messages;
    expect([1, 2].map((count) => words.workingDays(count))).toEqual(['1 working day', '2 working days']);
    expect([1, 2].map((count) => shell.charactersLeft(count))).toEqual(['1 character left', '2 characters left']);
    expect(guard.over(6, 5)).toBe('6 of 5: support opened one more than the limit');
    expect([1, 4].map((others) => composer.noSlotNew(others).match(/while (.+)\. Your/)?.[1])).toEqual([
      '1 other is open',
      '4 others are open',
    ]);
  });

  test('Russian counts what needs the user, what waits and what was found', () => {
    const { dialogs, parked, search } = ru.messages;
    const some = [1, 2, 5, 21];
    expect(some.map(dialogs.needYou)).toEqual([
      'Вы нужны в 1 диалоге',
      'Вы нужны в 2 диалогах',
      'Вы нужны в 5 диалогах',
      'Вы нужны в 21 диалоге',
    ]);
    expect(some.map((count) => parked.waiting(count))).toEqual([
      '1 вопрос ждёт свободного места',
      '2 вопроса ждут свободного места',
      '5 вопросов ждут свободного места',
      '21 вопрос ждёт свободного места',
    ]);
    expect(some.map((count) => parked.resting(count, '15:05'))).toEqual([
      '1 вопрос отложен до 15:05',
      '2 вопроса отложены до 15:05',
      '5 вопросов отложено до 15:05',
      '21 вопрос отложен до 15:05',
    ]);
    expect(some.map((count) => search.found(count))).toEqual([
      'Найден 1 диалог',
      'Найдено 2 диалога',
      'Найдено 5 диалогов',
      'Найден 21 диалог',
    ]);
    expect(some.map((count) => dialogs.moreTags(count))).toEqual([
      'ещё 1 метка',
      'ещё 2 метки',
      'ещё 5 меток',
      'ещё 21 метка',
    ]);
    expect(some.map((count) => dialogs.attention.idle(count))).toEqual([
      'без движения 1 рабочий день',
      'без движения 2 рабочих дня',
      'без движения 5 рабочих дней',
      'без движения 21 рабочий день',
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
