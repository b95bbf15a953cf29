import { expect, test } from 'vitest';
import { SECTIONS } from '../../../domain/dashboard-text.ts';
import { snoozeUntil } from '../../../domain/snooze.ts';
import { hashOf, NEW_PORTAL, NEW_RECORD, NEW_RULE, parsePlace, placeOf } from '../../../entrypoints/dashboard/place.ts';
import { DAY, HOUR, NOW } from './samples.ts';

const KEY = 'https://demo.bitrix24.ru|1';

test.each([
  ['', 'overview', null, null],
  ['#', 'overview', null, null],
  ['#report', 'report', null, null],
  [`#settings/${encodeURIComponent(KEY)}`, 'settings', KEY, null],
  [`#report/${KEY}`, 'report', KEY, null],
  [`#dialogs/${encodeURIComponent(KEY)}/901`, 'dialogs', KEY, 901],
  [`#dialogs/${KEY}/901`, 'dialogs', KEY, 901],
  ['#nonsense/of/somebody', 'overview', null, null],
  ['#journal/%', 'journal', null, null],
  [`#dialogs/${KEY}/x`, 'dialogs', null, null],
] as const)('the address “%s” is understood', (hash, section, key, chatId) => {
  expect(parsePlace(hash)).toEqual({ section, key, chatId, recordId: null });
});

test.each([
  [`#access/${encodeURIComponent(KEY)}`, KEY, null],
  [`#access/${KEY}/9:1204`, KEY, '9:1204'],
  [`#access/${encodeURIComponent(KEY)}/9%3A1204`, KEY, '9:1204'],
  [`#access/${KEY}/${NEW_RECORD}`, KEY, NEW_RECORD],
  [`#access/${KEY}/<b>`, null, null],
])('the address of a record “%s” is understood', (hash, key, recordId) => {
  expect(parsePlace(hash)).toEqual({ section: 'access', key, chatId: null, recordId });
});

test.each([
  { section: 'journal', key: null, chatId: null, recordId: null },
  { section: 'drafts', key: 'https://demo.bitrix24.ru:8443|1', chatId: null, recordId: null },
  { section: 'dialogs', key: KEY, chatId: 901, recordId: null },
  { section: 'access', key: KEY, chatId: null, recordId: '7f0c0f60-0000-4000-8000-000000000001' },
  { section: 'access', key: KEY, chatId: null, recordId: '9:1204' },
] as const)('an address of ours is understood again: %o', (place) => {
  expect(parsePlace(hashOf(place))).toEqual(place);
});

test('warnings rest for as long as was chosen', () => {
  expect(snoozeUntil('hour', NOW) - NOW).toBe(HOUR);
  expect(new Date(snoozeUntil('tomorrow', NOW))).toEqual(new Date(2025, 11, 13, 9));
  expect(snoozeUntil('threeDays', NOW) - NOW).toBe(3 * DAY);
  expect(snoozeUntil('untilUnsnoozed', NOW) - NOW).toBeGreaterThan(3_650 * DAY);
});

test.each([
  [`#chatapp/${encodeURIComponent(KEY)}`, KEY, 'state', null],
  ['#chatapp', null, 'state', null],
  [`#chatapp/${KEY}/reinstall`, KEY, 'reinstall', null],
  [`#chatapp/${KEY}/explain:12,14:3`, KEY, 'explain', '12,14:3'],
  [`#chatapp/${encodeURIComponent(KEY)}/explain%3A12%2C14%3A3`, KEY, 'explain', '12,14:3'],
  [`#chatapp/${KEY}/explain:`, KEY, 'explain', null],
  [`#chatapp/${KEY}/nonsense:12`, KEY, 'state', null],
  [`#chatapp/${KEY}/explain:<b>`, null, 'state', null],
  ['#chatapp/%', null, 'state', null],
])('the address of a part of ChatApp “%s” is understood', (hash, key, tab, detail) => {
  expect(parsePlace(hash)).toEqual({ section: 'chatapp', key, chatId: null, recordId: null, tab, detail });
});

test.each([
  ['state', null],
  ['explain', '12,14:line-3'],
  ['reinstall', null],
] as const)('an address of the part “%s” is understood again', (tab, detail) => {
  const place = { section: 'chatapp', key: KEY, chatId: null, recordId: null, tab, detail } as const;
  expect(parsePlace(hashOf(place))).toEqual(place);
});

test.each([
  [`#portals/${encodeURIComponent('https://demo.bitrix24.ru')}`, null, 'https://demo.bitrix24.ru'],
  ['#portals/https://portal.example.ru:8443', null, 'https://portal.example.ru:8443'],
  ['#portals/new', null, NEW_PORTAL],
  [`#portals/${encodeURIComponent(KEY)}`, KEY, null],
  ['#portals/javascript:alert(1)', null, null],
  ['#portals', null, null],
])('the address of a portal as a whole “%s” is understood', (hash, key, detail) => {
  expect(parsePlace(hash)).toEqual({ section: 'portals', key, chatId: null, recordId: null, detail });
});

test.each(SECTIONS)('the address of the section “%s” is understood again', (section) => {
  expect(parsePlace(hashOf(placeOf(section, KEY)))).toMatchObject({ section, key: KEY });
});

test('the address of a portal as a whole is understood again', () => {
  const place = { ...placeOf('portals'), detail: 'https://demo.bitrix24.ru' };
  expect(parsePlace(hashOf(place))).toEqual(place);
});

test.each([
  ['#rules', null, null],
  ['#rules/remind-me', null, 'remind-me'],
  [`#rules/${NEW_RULE}`, null, NEW_RULE],
  [`#rules/${encodeURIComponent(KEY)}`, KEY, null],
  ['#rules/<b>', null, null],
])('the address of a rule “%s” is understood', (hash, key, detail) => {
  expect(parsePlace(hash)).toEqual({ section: 'rules', key, chatId: null, recordId: null, detail });
});

test('the address of a rule is understood again', () => {
  const place = { ...placeOf('rules'), detail: 'remind-me' };
  expect(parsePlace(hashOf(place))).toEqual(place);
});
