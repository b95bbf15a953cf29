import { expect, test } from 'vitest';
import {
  EXPORT_COLUMNS,
  filterDialogs,
  NO_FILTER,
  nextSorting,
  sortEntries,
  tagsOf,
  toCells,
  toPlain,
} from '../../../components/dashboard/dialog-rows.ts';
import { DAY, details, entry, HOUR, MIXED, NOW } from './samples.ts';

const ids = (dialogs: readonly { chatId: number }[]) => dialogs.map(({ chatId }) => chatId);

test('filters leave what has the status and the tag', () => {
  expect(ids(filterDialogs(MIXED, { ...NO_FILTER, status: 'notClosed' }))).toEqual([1, 2, 3, 4]);
  expect(ids(filterDialogs(MIXED, { ...NO_FILTER, status: 'close' }))).toEqual([5]);
  expect(ids(filterDialogs(MIXED, { ...NO_FILTER, tag: 'CRM' }))).toEqual([1, 5]);
  expect(ids(filterDialogs(MIXED, { ...NO_FILTER, status: 'new', tag: 'CRM' }))).toEqual([]);
  expect(tagsOf(MIXED, 'en')).toEqual(['CRM', 'urgent']);
});

test('a column sorts both ways, and what has no value comes last either way', () => {
  const dialogs = [
    entry(1, { lastActivityAt: null }),
    entry(2, { lastActivityAt: NOW - DAY }),
    entry(3, { lastActivityAt: NOW }),
  ];
  expect(ids(sortEntries(dialogs, { column: 'activity', isDescending: true }, 'en'))).toEqual([3, 2, 1]);
  expect(ids(sortEntries(dialogs, { column: 'activity', isDescending: false }, 'en'))).toEqual([2, 3, 1]);
  expect(ids(sortEntries(dialogs, null, 'en'))).toEqual([1, 2, 3]);
});

test('names sort as people count, and the most pressing attention comes first', () => {
  const named = ['Question 10', 'Question 9', 'Ёлка', 'Апрель'].map((name, index) => entry(index + 1, { name }));
  const sorted = sortEntries(named, { column: 'name', isDescending: false }, 'ru').map(({ name }) => name);
  expect(sorted.indexOf('Question 9')).toBeLessThan(sorted.indexOf('Question 10'));
  expect(sorted.indexOf('Апрель')).toBeLessThan(sorted.indexOf('Ёлка'));
  expect(ids(sortEntries(MIXED, { column: 'attention', isDescending: false }, 'en')).slice(0, 3)).toEqual([3, 1, 2]);
});

test('a press on a head sorts, the next one turns it round, the third one gives the order of the portal back', () => {
  const first = nextSorting(null, 'name');
  expect(first).toEqual({ column: 'name', isDescending: false });
  expect(nextSorting(first, 'name')).toEqual({ column: 'name', isDescending: true });
  expect(nextSorting({ column: 'name', isDescending: true }, 'name')).toBeNull();
  expect(nextSorting(first, 'activity')).toEqual({ column: 'activity', isDescending: true });
});

const WORDS = {
  status: { new: 'created', open: 'open', close: 'resolved' },
  turn: { me: 'Support', support: 'You' },
  attention: { waiting: 'Waits', idle: 'Idle', refused: 'Refused' },
};
const EXPORTED = {
  ...details(
    {
      alias: 'Mail',
      tags: ['CRM', 'urgent'],
      ticket: '22910',
      turn: { author: 'support', since: NOW - HOUR, at: NOW, source: 'event' },
    },
    { text: 'Agreed', taskUrl: 'https://demo.bitrix24.ru/task/7/' },
  ),
  name: 'Mail',
};

const ROOT = { origin: 'https://demo.bitrix24.ru', prefix: '/' };

test('an exported dialog holds what the table and the details tell', () => {
  const cells = toCells(EXPORTED, ROOT, WORDS);
  expect(Object.fromEntries(EXPORT_COLUMNS.map((column, index) => [column, cells[index]]))).toEqual({
    name: 'Mail',
    title: 'Question 1',
    status: 'open',
    turn: 'You',
    turnSince: '2025-12-12 13:05',
    attention: null,
    ticket: '22910',
    tags: 'CRM, urgent',
    task: 'https://demo.bitrix24.ru/task/7/',
    activity: '2025-12-12 11:05',
    note: 'Agreed',
    link: 'https://demo.bitrix24.ru/online/?IM_DIALOG=chat1',
  });
});

test('as plain data, what is not known is null and times are ISO 8601', () => {
  const plain = toPlain({ ...details(), name: 'Question 1' }, ROOT);
  expect(plain).toMatchObject({ turn: null, ticket: null, note: null, taskUrl: null, attention: null });
  expect(toPlain({ ...details(), name: 'Question 1' }, { ...ROOT, prefix: '/intranet/' }).link).toBe(
    'https://demo.bitrix24.ru/intranet/online/?IM_DIALOG=chat1',
  );
  expect(plain.lastActivityAt).toBe(new Date(NOW - 3 * HOUR).toISOString());
});
