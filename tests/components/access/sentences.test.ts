import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../domain/access/banner-sentences.ts';
import {
  accessTitle,
  becauseWords,
  clockWords,
  daysUntil,
  lengthWith,
  lengthWords,
  mostDaysLeft,
  requestedWords,
  senderWords,
  stateWords,
  unbelievedWords,
} from '../../../domain/access/sentences.ts';
import { ACCESS_LOCALES, accessLocaleFor } from '../../../locales/access/catalogue.ts';
import { DAY, HOUR, NOW } from '../samples.ts';
import { copy, grant, integrator, lookalike, partner, running } from './samples.ts';

const ru = accessLocaleFor('ru').messages;
const en = accessLocaleFor('en').messages;

describe('the title', () => {
  test.each([
    [grant(), 'Поддержка просит доступ к порталу на 21 день'],
    [grant({ days: 3 }), 'Поддержка просит доступ к порталу на 3 дня'],
    [grant({ days: 7, daysSource: 'preset' }), 'Поддержка просит доступ к порталу предположительно на 7 дней'],
    [grant({ state: 'seen', banner: 'probable' }), 'Похоже на запрос доступа к порталу. Это он?'],
    [running(3 * DAY - HOUR), 'Доступ поддержки закончится через 3 дня, 15 декабря'],
    [running(2 * DAY), 'Доступ поддержки закончится послезавтра, 14 декабря'],
    [running(HOUR), 'Доступ поддержки закончится сегодня в 15:05'],
    [
      running(12 * DAY, { daysSource: 'preset' }),
      'Доступ поддержки предположительно закончится через 12 дней, 24 декабря',
    ],
    [running(-2 * DAY), 'Доступ должен был закончиться 10 декабря. Проверьте'],
    [running(-400 * DAY), 'Доступ должен был закончиться 7 ноября 2024 года. Проверьте'],
    [running(12 * DAY, { banner: 'ticketClosed' }), 'Вопрос закрыт. Отозвать доступ?'],
    [grant({ state: 'revoked', endedAt: NOW - DAY }), 'Доступ поддержки отозван 11 декабря'],
    [grant({ state: 'revoked', endedAt: null }), 'Доступ поддержки отозван'],
    [grant({ state: 'unknown' }), 'На запрос доступа ответили, как – не видно'],
    [grant({ state: 'unknown', startsAt: NOW - DAY }), 'Открыт ли ещё доступ поддержки, не видно. Проверьте'],
    [partner(), 'Партнёр «Вектор» просит передать ему поддержку портала'],
    [partner({ partnerName: '' }), 'Партнёр просит передать ему поддержку портала'],
    [lookalike(), 'Похоже на запрос доступа, но отправитель не поддержка'],
    [lookalike({ count: 500 }), 'Похоже на запросы доступа (500), но отправитель не поддержка'],
    [integrator(), 'На портале есть интегратор: Олег Петров'],
  ])('%#: says what is the matter in Russian', (item, title) => {
    expect(accessTitle(ru, item, NOW)).toBe(title);
  });

  test.each([
    [grant(), 'Support asks for access to the portal for 21 days'],
    [grant({ days: 1, daysSource: 'preset' }), 'Support asks for access to the portal for presumably 1 day'],
    [running(3 * DAY - HOUR), 'Support access ends in 3 days, on 15 December'],
    [running(DAY), 'Support access ends tomorrow, on 13 December'],
    [running(-2 * DAY), 'Access should have ended on 10 December. Please check'],
  ])('%#: says it in English', (item, title) => {
    expect(accessTitle(en, item, NOW)).toBe(title);
  });

  test('of a record without a view follows its state', () => {
    const { banner: _banner, dialogName: _name, ...record } = running(12 * DAY, { ticketClosedAt: NOW });
    expect(accessTitle(ru, { ...record, told: [], signIns: null }, NOW)).toContain('закончится через 12 дней');
  });
});

describe('the clock', () => {
  test('is silent where nobody is inside', () => {
    expect(clockWords(ru, grant(), NOW)).toBe('');
    expect(clockWords(ru, lookalike(), NOW)).toBe('');
    expect(clockWords(ru, partner(), NOW)).toBe('');
  });

  test('never lets time alone end an access', () => {
    expect(clockWords(ru, running(-DAY), NOW)).toBe('должен был закончиться 11 декабря, проверьте');
    expect(clockWords(ru, running(HOUR), NOW + 2 * HOUR)).toBe('должен был закончиться 12 декабря, проверьте');
  });

  test('of what has no end tells since when', () => {
    expect(clockWords(ru, partner({ state: 'active', startsAt: NOW - DAY }), NOW)).toBe('с 11 декабря, без срока');
    expect(clockWords(ru, integrator({ since: NOW - DAY }), NOW)).toBe('не позже чем с 11 декабря, без срока');
  });

  test('counts days of the calendar', () => {
    expect(daysUntil(new Date(2025, 11, 13, 0, 1).getTime(), new Date(2025, 11, 12, 23, 59).getTime())).toBe(1);
    expect(daysUntil(new Date(2026, 2, 30, 12).getTime(), new Date(2026, 2, 28, 12).getTime())).toBe(2);
  });

  test('adds the days that are left to those that have passed', () => {
    expect(lengthWith(NOW - 3 * DAY, 14, NOW)).toBe(17);
    expect(lengthWith(NOW - 3 * DAY - HOUR, 14, NOW)).toBe(18);
    expect(mostDaysLeft(NOW - 300 * DAY, NOW)).toBe(66);
    expect(mostDaysLeft(NOW - 500 * DAY, NOW)).toBe(1);
  });
});

describe('other words', () => {
  test('a length tells its source', () => {
    expect(lengthWords(ru, grant({ days: 21 }))).toBe('21 день, из сообщения');
    expect(lengthWords(ru, grant({ days: 2, daysSource: 'preset' }))).toBe('2 дня, предположение: настройка портала');
    expect(unbelievedWords(ru, grant())).toBeNull();
  });

  test('a sender tells whether that was proved', () => {
    expect(senderWords(ru, grant())).toBe('Бот поддержки «Поддержка Битрикс24», отправитель проверен');
    expect(senderWords(en, lookalike())).toContain('sender not verified');
    expect(senderWords(ru, grant({ origin: 'entered' }))).toBe('Записано вручную');
  });

  test('a request tells its age', () => {
    expect(requestedWords(ru, grant(), NOW)).toBe('Запрос пришёл 2 часа назад');
  });

  test.each(ACCESS_LOCALES)('every reason is a sentence in $language', ({ messages }) => {
    for (const reason of Object.keys(messages.because) as (keyof typeof messages.because)[])
      expect(becauseWords(messages, reason)).toMatch(/^\p{Lu}.+\.$/u);
  });

  test('a state has words', () => {
    expect(stateWords(ru, running(-DAY))).toBe('должен был закончиться');
    expect(stateWords(en, integrator({ state: 'gone' }))).toBe('gone');
  });
});

describe('the place of a request', () => {
  const named = (dialogId: string) => (dialogId === 'chat9' ? 'Телефония' : '');

  test('is the main chat, the assistant’s, a question or the notices; copies in one chat count once', () => {
    const item = grant({
      sender: { kind: 'assistant', id: '12', name: 'Марта', isVerified: true },
      copies: [
        copy(),
        copy({ messageId: 502 }),
        copy({ dialogId: '12' }),
        copy({ dialogId: 'chat9' }),
        copy({ carrier: 'notification', dialogId: 'notify' }),
      ],
    });
    expect(placesOf(item, '6', named)).toEqual([
      { kind: 'main', name: '' },
      { kind: 'assistant', name: 'Марта' },
      { kind: 'other', name: 'Телефония' },
      { kind: 'notice', name: '' },
    ]);
  });

  test('is the vendor’s chat of notifications', () => {
    const item = grant({
      sender: { kind: 'notifier', id: '6', name: '', isVerified: true },
      copies: [copy({ dialogId: 'chat40' })],
    });
    expect(placesOf(item, '6', named)).toEqual([{ kind: 'notifier', name: '' }]);
  });
});
