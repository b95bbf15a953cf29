import { describe, expect, test } from 'vitest';
import type { FinishReason } from '../../domain/finish-order.ts';
import {
  chipLabel,
  chipSentence,
  finishLine,
  needLines,
  slotSentence,
  spanLine,
  tooltipLine,
} from '../../domain/sentences.ts';
import type { PortalView } from '../../domain/view.ts';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { LEAKS } from './drawing.tsx';
import {
  DAY,
  FAILURES,
  HOUR,
  lastKnown,
  MINUTE,
  NEEDY,
  NOW,
  neverRead,
  parked,
  portal,
  STATES,
  unsupported,
} from './samples.ts';

describe.each(LOCALES)('in $language', ({ messages }) => {
  test.each(Object.keys(STATES))('the state "%s" has a label, a sentence and a tooltip', (state) => {
    const view = STATES[state] ?? portal();
    for (const text of [
      chipLabel(messages, view),
      chipSentence(messages, view, NOW),
      slotSentence(messages, view.slots),
      tooltipLine(messages, view, NOW),
    ]) {
      expect(text).not.toMatch(LEAKS);
      expect(text.trim().length).toBeGreaterThan(0);
    }
  });

  test.each([neverRead(), { ...neverRead(), reading: true }, ...FAILURES.map(neverRead), unsupported('noSupportBot')])(
    'no number is told while none is known (%#)',
    (view) => {
      const told = `${chipLabel(messages, view)} ${chipSentence(messages, view, NOW)}`.replaceAll('Bitrix24', '');
      expect(told).not.toMatch(/\d/);
    },
  );
});

describe('the chip', () => {
  const label = (changes: Parameters<typeof portal>[0]) => chipLabel(ru.messages, portal(changes));

  test('counts against the limit of the portal', () => {
    expect(label({ used: 3 })).toBe('3/5');
    expect(label({ used: 6 })).toBe('6/5');
    expect(label({ used: 9, limit: { kind: 'count', max: 12 } })).toBe('9/12');
    expect(label({ used: 7, limit: { kind: 'unlimited' } })).toBe('∞ 7');
  });

  test('marks a limit that is assumed and a count that may be lower', () => {
    expect(label({ slots: { limitSource: 'assumed' } })).toBe('3/~5');
    expect(label({ used: 5, slots: { atMost: true } })).toBe('≤5/5');
  });

  test('says in words what has no count', () => {
    expect(label({ used: 1, limit: { kind: 'single' } })).toBe('один');
    expect(label({ used: 0, limit: { kind: 'off' } })).toBe('выкл.');
    expect(label({ used: null, limit: null })).toBe('?');
  });

  test('says what is left, since when and why not', () => {
    expect(chipSentence(ru.messages, portal({ used: 4 }), NOW)).toBe('Остался один диалог');
    expect(chipSentence(en.messages, portal({ used: 5 }), NOW)).toBe('All 5 dialogs are in use');
    expect(chipSentence(ru.messages, lastKnown('timeout'), NOW)).toBe('Данные на 13:15, портал не отвечает');
    expect(chipSentence(en.messages, lastKnown('timeout'), NOW)).toBe('As of 13:15, the portal does not answer');
    expect(chipSentence(ru.messages, lastKnown('signedOut'), NOW)).toBe('Не удалось прочитать: вы вышли из портала');
    expect(chipSentence(en.messages, neverRead('signedOut'), NOW)).toBe('Could not read: you are signed out');
  });

  test('does not call full what may be less', () => {
    expect(slotSentence(en.messages, portal({ used: 5, slots: { atMost: true } }).slots)).toBe('At most 5 of 5 in use');
  });
});

describe('what needs a person', () => {
  const lines = (view: PortalView) => needLines(ru.messages, view, NOW);

  test('is an offered question, then dialogs', () => {
    expect(lines(NEEDY)).toEqual(['Есть место для вашего вопроса «Печать чеков»', 'Вы нужны в 3 диалогах']);
  });

  test('is not a question that waits or was put off', () => {
    const offered = parked({ state: 'offered', snoozedUntil: NOW + 1 });
    expect(lines(portal({ view: { drafts: [parked(), offered] } }))).toEqual([]);
    expect(lines(portal({ view: { drafts: [{ ...offered, snoozedUntil: NOW }] } }))).toHaveLength(1);
  });

  test('is nobody’s news once the user has signed out', () => {
    expect(lines({ ...NEEDY, session: lastKnown('signedOut').session })).toEqual([]);
  });
});

describe('how long something has held', () => {
  const spans = (passed: number) => [en.messages, ru.messages].map((text) => spanLine(text, NOW - passed, NOW));

  test.each([
    [-5 * MINUTE, 'for 1 min', 'уже 1 мин'],
    [HOUR - 1, 'for 59 min', 'уже 59 мин'],
    [HOUR, 'for 1 h', 'уже 1 ч'],
    // 14:05 is now: half a day before is still told in hours, what is longer ago in days.
    [14 * HOUR, 'for 14 h', 'уже 14 ч'],
    [15 * HOUR, 'since yesterday', 'со вчерашнего дня'],
    [39 * HOUR, 'for 2 days', 'уже 2 дня'],
    [6 * DAY, 'for 6 days', 'уже 6 дней'],
    [7 * DAY, 'since 5 December', 'с 5 декабря'],
  ])('%i ms', (passed, english, russian) => {
    expect(spans(passed)).toEqual([english, russian]);
  });
});

test.each(LOCALES)(
  'every reason to finish a dialog is told in $language, with and without its time',
  ({ messages }) => {
    for (const reason of Object.keys(messages.finish.reason) as FinishReason[]) {
      const place = { chatId: 1, reason, since: null, looksFinished: false };
      const words = finishLine(messages, place, NOW);
      const withTime = finishLine(messages, { ...place, since: NOW - DAY }, NOW);
      expect(words).toBe(messages.finish.reason[reason]);
      expect(withTime).toBe(reason === 'unknownTurn' ? words : `${words} ${messages.span.yesterday}`);
    }
  },
);

test('the toolbar tooltip tells the portal, the count, what is left and what is unread', () => {
  expect(tooltipLine(en.messages, portal({ used: 4 }), NOW)).toBe(
    'demo.bitrix24.ru: 4/5 · One dialog left · 2 unread in 1 dialog',
  );
  expect(tooltipLine(ru.messages, unsupported('notAdministrator'), NOW)).toBe(
    'demo.bitrix24.ru: только для администраторов',
  );
});

describe('times', () => {
  const age = (passed: number) => [en.messages.age(NOW - passed, NOW), ru.messages.age(NOW - passed, NOW)];

  test('ages are told the way people do', () => {
    expect(age(20_000)).toEqual(['just now', 'только что']);
    expect(age(2 * MINUTE)).toEqual(['2 minutes ago', '2 минуты назад']);
    expect(age(3 * HOUR)).toEqual(['3 hours ago', '3 часа назад']);
    expect(age(DAY)).toEqual(['yesterday', 'вчера']);
    expect(age(3 * DAY)).toEqual(['3 days ago', '3 дня назад']);
    expect(age(10 * DAY)).toEqual(['2 December', '2 декабря']);
    expect(age(400 * DAY)).toEqual(['7 November 2024', '7 ноября 2024 г.']);
  });

  test('a clock that runs ahead is no negative age', () => {
    expect(age(-5 * MINUTE)).toEqual(['just now', 'только что']);
  });

  test('exact times name the day', () => {
    expect(en.messages.time(NOW, NOW)).toBe('today 14:05');
    expect(ru.messages.time(NOW - DAY, NOW)).toBe('вчера 14:05');
    expect(en.messages.time(NOW - 10 * DAY, NOW)).toBe('2 December 14:05');
    expect(ru.messages.clock(NOW - 10 * DAY, NOW)).toBe('2 декабря 14:05');
  });
});

test('numbers are never cut off', () => {
  expect(en.messages.dialogs.unread(12_500)).toBe('12,500 unread');
  expect(ru.messages.dialogs.unread(12_500)).toMatch(/^12\s500 непрочитанных$/);
});
