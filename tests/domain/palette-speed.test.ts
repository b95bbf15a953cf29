/**
 * What a key costs in the palette of somebody with many portals. Printed, not judged: that depends on the machine. It is
 * the thread's own time, so that other work on the machine does not count.
 */
import { describe, expect, it } from 'vitest';
import { dialogEntry, employeeEntry, portalEntry } from '../../domain/palette/entry.ts';
import { PaletteIndex } from '../../domain/palette/palette-index.ts';

const PORTALS = 50;
const DIALOGS = 5_000;
const EMPLOYEES = 500;

const SUBJECTS = [
  'Печать чеков',
  'Права доступа',
  'Вопрос в поддержку',
  'CRM import',
  'Телефония',
  'Настройка роботов',
];
const PLACES = [
  'касса на складе',
  'отдел продаж',
  'Open Channels',
  'договоры 2026',
  'сотрудники филиала',
  'webhook errors',
];
const NAMES = ['Анна Орлова', 'Пётр Ильин', 'John Smith', 'Мария Соколова', 'Олег Ким'];

/** Everyday titles, a third of them as the portal makes them itself. */
function titleOf(number: number): string {
  if (number % 3 === 0) return `Вопрос в поддержку — № ${number}`;
  const which = Math.floor(number / 3);
  return `${SUBJECTS[which % SUBJECTS.length]}: ${PLACES[(number * 7) % PLACES.length]} ${number}`;
}

function crowdedIndex(): PaletteIndex {
  const index = new PaletteIndex();
  const keys = Array.from({ length: PORTALS }, (_, at) => `https://client${at}.bitrix24.ru|1`);
  const hostOf = (key: string) => new URL(key.slice(0, -2)).host;
  index.put(
    'portals',
    keys.map((key, at) => portalEntry({ key, host: hostOf(key), userId: '1' }, `Клиент ${at}`)),
  );
  for (const [at, key] of keys.entries()) {
    const dialogs = Array.from({ length: DIALOGS }, (_, number) => {
      const title = titleOf(number + at);
      return dialogEntry(key, { chatId: at * DIALOGS + number + 1, title, tags: [], ticket: null }, title);
    });
    index.put(`dialogs ${key}`, dialogs, `Клиент ${at} ${hostOf(key)}`);
    const people = Array.from({ length: EMPLOYEES }, (_, number) => ({
      id: String(number),
      name: `${NAMES[number % NAMES.length]} ${number}`,
    }));
    index.put(
      `people ${key}`,
      people.map((person) => employeeEntry(key, person)),
      `Клиент ${at}`,
    );
  }
  return index;
}

describe('a palette over 50 portals with 5,000 dialogs each', () => {
  it('answers each key', { timeout: 60_000 }, () => {
    const begun = ownTime();
    const index = crowdedIndex();
    const lines = [`built in ${Math.round(ownTime() - begun)} ms`];
    const queries = [
      'вопрос',
      'складе',
      'клад',
      'gtxfnm xtrjd',
      'пчт',
      'притнер',
      'webhok',
      'клиент 7 касса',
      'ячсмитьбю',
      '4812',
    ];
    const all: number[] = [];
    for (const query of queries) {
      const keys = Array.from(query, (_, length) => {
        const start = ownTime();
        index.search(query.slice(0, length + 1));
        return ownTime() - start;
      });
      all.push(...keys);
      lines.push(`${query.padEnd(16)} ${keys.map((ms) => ms.toFixed(0).padStart(3)).join(' ')} ms`);
    }
    const sorted = all.sort((a, b) => a - b);
    const part = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
    lines.push(`a key: median ${part(0.5)} ms, 95th percentile ${part(0.95)} ms, longest ${part(1)} ms`);
    console.info(lines.join('\n'));
    expect(index.search('gtxfnm xtrjd')).toHaveLength(20);
  });
});

/** Ms that this thread has worked. */
function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
