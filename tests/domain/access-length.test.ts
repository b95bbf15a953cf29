import { describe, expect, it } from 'vitest';
import { lengthIn } from '../../domain/access/length.ts';
import { ASK_EN, ASK_RU } from './access-messages.ts';

describe('the length of an access', () => {
  it.each<[string, number]>([
    ['21 день', 21],
    ['3 недели', 21],
    ['неделю', 7],
    ['Разрешить доступ на неделю?', 7],
    ['Доступ на 7 (семь) дней', 7],
    ['Доступ нужен на двадцать один день', 21],
    ['Доступ на 24 часа', 1],
    ['Доступ на 25 часов', 2],
    ['Доступ на сутки', 1],
    ['Доступ на 14 календарных дней', 14],
    ['Access for two weeks', 14],
    ['Access for a week', 7],
    ['14 days', 14],
    ['21-дневный доступ', 21],
    ['A 21-day access', 21],
    ['Доступ на\u00a021\u00a0день', 21],
    ['Доступ на [b]21[/b] день', 21],
    ['Доступ на <b>2</b><b>1</b>&nbsp;день', 21],
    ['Доступ на 2\u200b1 день', 21],
    ['Доступ на месяц', 30],
    ['Zugriff für 7 Tage', 7],
    ['Accès pour 10 jours', 10],
    ['Нужен доступ для проверки. Срок: 5 дней.', 5],
    ['Мы отвечаем за 3 дня. Нужен доступ на 21 день.', 21],
    ['Если доступ дан, ответ придёт через 2 дня. Разрешить доступ на 10 дней?', 10],
    ['Ошибка повторяется 3 дня, нужен доступ на 7 дней', 7],
    [ASK_RU, 21],
    [ASK_EN, 21],
  ])('in “%s” is %i days', (text, days) => {
    expect(lengthIn(text)).toEqual({ days, unbelievedDays: null });
  });

  it.each([
    '',
    'Нужен доступ к порталу',
    'Доступ с 21.11.2026',
    'День добрый',
    'Обращение 12345, нужен доступ. Ответим в течение 3 дней',
    'Нужен доступ. Ошибка повторяется второй день подряд',
    'Доступ на 1,5 дня',
  ])('is not told in “%s”', (text) => {
    expect(lengthIn(text)).toEqual({ days: null, unbelievedDays: null });
  });

  it.each<[string, number]>([
    ['Доступ на 400 дней', 400],
    ['Доступ на 0 дней', 0],
    ['Access for 999999999 years', 999_999],
    ['Доступ на 2 года', 730],
  ])('in “%s” is not believed', (text, unbelievedDays) => {
    expect(lengthIn(text)).toEqual({ days: null, unbelievedDays });
  });

  it.each(['1 ', 'доступ ', '[b', '<a ', '(', '21 (', 'двадцать ', 'на ', 'а', '9', '[url=', 'доступ на 7 дней и '])(
    'is found in time in twenty thousand characters of “%s”',
    (part) => {
      const started = performance.now();
      lengthIn(part.repeat(20_000 / part.length));
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});
