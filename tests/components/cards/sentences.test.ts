import { describe, expect, test } from 'vitest';
import {
  attentionSentence,
  finishSentence,
  formatDuration,
  fullTitle,
  turnSentence,
} from '../../../domain/card-sentences.ts';
import { CARD_LOCALES } from '../../../locales/cards/catalogue.ts';
import { en } from '../../../locales/cards/en.ts';
import { ru } from '../../../locales/cards/ru.ts';
import { LEAKS } from '../drawing.tsx';
import { DAY, HOUR, MINUTE, NOW, portal } from '../samples.ts';
import { REASONS } from './samples.ts';

describe.each(CARD_LOCALES)('in $language', ({ messages }) => {
  test.each(REASONS)('the reason "%s" is told, with its time and without', (reason) => {
    const dated = finishSentence(messages, { reason, since: NOW - 6 * DAY }, NOW);
    const undated = finishSentence(messages, { reason, since: null }, NOW);
    expect(dated).toMatch(/6/);
    expect(undated).not.toMatch(/6/);
    for (const sentence of [dated, undated]) expect(sentence).not.toMatch(LEAKS);
  });

  test('every warning and turn is told', () => {
    for (const sentence of [
      attentionSentence(messages, { kind: 'waiting', since: NOW - DAY, worked: 5 * HOUR }, NOW),
      attentionSentence(messages, { kind: 'idle', since: NOW - 9 * DAY, days: 5 }, NOW),
      attentionSentence(messages, { kind: 'refused', since: NOW - 5 * MINUTE }, NOW),
      turnSentence(messages, { author: 'me', since: NOW - 5 * HOUR, worked: null }, NOW),
    ]) {
      expect(sentence).toMatch(/5/);
      expect(sentence).not.toMatch(LEAKS);
    }
    expect(turnSentence(messages, null, NOW)).not.toMatch(/\d/);
  });
});

test('a turn tells the time on the clock and the time worked, when they differ', () => {
  const turn = { author: 'support', since: NOW - 5 * HOUR, worked: 2 * HOUR } as const;
  expect(turnSentence(en.messages, turn, NOW)).toBe(
    'Support answered, your turn for 5 hours (2 hours of working time)',
  );
  expect(turnSentence(ru.messages, turn, NOW)).toBe(
    'Поддержка ответила, ваш ход уже 5 часов (2 часа рабочего времени)',
  );
  expect(turnSentence(en.messages, { ...turn, worked: 5 * HOUR + MINUTE }, NOW)).toBe(
    'Support answered, your turn for 5 hours',
  );
});

test('lengths of time are told in whole units, and never as zero or less', () => {
  const told = (ms: number) => formatDuration('en-GB', ms);
  expect([-DAY, 0, 59 * MINUTE, HOUR, 47 * HOUR, 2 * DAY, 400 * DAY].map(told)).toEqual([
    '1 minute',
    '1 minute',
    '59 minutes',
    '1 hour',
    '47 hours',
    '2 days',
    '400 days',
  ]);
});

test('Russian lengths stand in the case that goes with them', () => {
  const reason = { reason: 'waitingForMe', since: NOW - 21 * MINUTE } as const;
  expect(finishSentence(ru.messages, reason, NOW)).toBe('Поддержка ответила 21 минуту назад, ваш ход');
});

test('the title claims no more than is known', () => {
  const all = (max: number) => `all ${max}`;
  expect(fullTitle(en.messages, all, portal({ used: 5 }).slots)).toBe('all 5');
  expect(fullTitle(en.messages, all, portal({ used: 6, slots: { atMost: true } }).slots)).toBe(
    'At most 6 of 5 dialogs are in use',
  );
});
