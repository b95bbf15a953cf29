import { expect, test } from 'vitest';
import { explainerDetail, parseExplainerPlace } from '../../../components/dashboard/explainer/explainer-place.ts';
import { byName, findable, searchPeople } from '../../../domain/chatapp/people-search.ts';
import { shortened } from '../../../domain/chatapp/short-readings.ts';

test.each([
  ['e10', { view: 'employee', employee: '10', line: null }],
  ['e10,3', { view: 'employee', employee: '10', line: '3' }],
  ['e,3', { view: 'employee', employee: null, line: '3' }],
  ['w', { view: 'line', line: null }],
  ['w3', { view: 'line', line: '3' }],
  ['c10', { view: 'compare', first: '10', second: null, line: null }],
  ['c10,11', { view: 'compare', first: '10', second: '11', line: null }],
  ['c10,11,3', { view: 'compare', first: '10', second: '11', line: '3' }],
] as const)('the address %s is told and understood', (detail, place) => {
  expect(parseExplainerPlace(detail)).toEqual(place);
  expect(explainerDetail(place)).toBe(detail);
});

test.each([null, '', 'x1', 'e<b>', 'e1,2,3,4', `e${'1'.repeat(40)}`])('%s is the list of employees', (detail) => {
  expect(parseExplainerPlace(detail)).toEqual({ view: 'employee', employee: null, line: null });
  expect(explainerDetail(parseExplainerPlace(detail))).toBeNull();
});

const PEOPLE = [
  { id: '7', name: 'Алёна Новикова' },
  { id: '12', name: 'Anna Smirnova' },
  { id: '112', name: 'Ivan Annenkov' },
];
const found = (query: string) => searchPeople(findable(PEOPLE), query).map(({ id }) => id);

test.each([
  ['', ['7', '12', '112']],
  ['алена', ['7']],
  ['ANN', ['12', '112']],
  ['ann smir', ['12']],
  ['12', ['12']],
  ['n', []],
  ['a', ['12', '112']],
  ['xyz', []],
])('the search for "%s"', (query, ids) => {
  expect(found(query)).toEqual(ids);
});

test('names come in the order of the language', () => {
  expect(byName([{ name: 'Яна' }, { name: 'Ёлка' }, { name: 'Егор' }], 'ru').map(({ name }) => name)).toEqual([
    'Егор',
    'Ёлка',
    'Яна',
  ]);
});

test('readings lose conditions that make no difference, and stay true', () => {
  const readings = [
    { takes: ['administrator', 'ownerForAdministrator'], value: 'yes' },
    { takes: ['administrator', 'personalForAdministrator'], value: 'yes' },
    { takes: ['noAdministrator', 'optionAlone'], value: 'yes' },
    { takes: ['noAdministrator', 'accessAsWell'], value: 'no' },
  ] as const;
  expect(shortened(readings).map(({ takes, value }) => [takes, value])).toEqual([
    [['administrator'], 'yes'],
    [['optionAlone'], 'yes'],
    [['accessAsWell'], 'no'],
  ]);
});
