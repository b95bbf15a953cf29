import { expect, test } from 'vitest';
import { changeFile } from '../../../components/dashboard/chatapp/change-rows.ts';
import { fits } from '../../../components/dashboard/chatapp/search.ts';
import { stateFile } from '../../../components/dashboard/chatapp/state-export.ts';
import { whatChanges } from '../../../domain/chatapp/who-can.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { en as surfaces } from '../../../locales/en.ts';
import { NOW } from '../samples.ts';
import { book, facts, read, said, unread } from './chatapp-samples.ts';

const words = en.messages.chatapp;
const around = { words, text: surfaces.messages, now: NOW };

test('the state as a file has a line for each entry, member and role', () => {
  const { columns, cells } = stateFile(book(), around);
  expect(columns.map(({ name }) => name)).toEqual(['Part', 'What', 'Result']);
  expect(cells).toContainEqual([words.access.heading, 'Sales, department with its subdepartments', 2]);
  expect(cells).toContainEqual([words.lines.heading, 'Sales', 'department Support']);
  expect(cells).toContainEqual([words.roles.heading, 'Manager', expect.stringContaining('department Company')]);
});

test('what was not read is in the file with the reason, and without a number', () => {
  const nothing = facts({ staff: unread, accessList: unread, lines: unread, roles: unread });
  const { cells } = stateFile(book({ facts: nothing }), around);
  expect(cells.map(([, , result]) => result)).toEqual(Array(3).fill(`Not known: ${words.reading.why.failed.title}`));
  const uncounted = stateFile(book({ facts: facts({ staff: unread, accessList: read([]) }) }), around);
  expect(uncounted.cells[0]).toEqual([words.access.heading, words.access.kind.everyone, '']);
});

test('what an option changes is a file with before and after beside each other', () => {
  const before = facts({
    accessList: read([]),
    options: { password: said(false), personal: said(false), responsible: said(false) },
  });
  const changes = whatChanges('password', false, true, before);
  const { columns, cells, plain } = changeFile(changes, 'password', true, words.options.change);
  expect(columns.map(({ name }) => name).slice(0, 3)).toEqual([
    'Employee',
    'Opens Dialog, before',
    'Opens Dialog, after',
  ]);
  expect(cells.map((row) => row.length)).toEqual(cells.map(() => columns.length));
  expect(cells.map(([name]) => name)).toEqual(['Anna Smirnova', 'Boris Volkov', 'Vera Zaitseva']);
  expect(plain).toMatchObject({ option: 'password', becomes: true });
});

test.each([
  ['Алёна Семёнова', 'семен ал', true],
  ['Алёна Семёнова', 'ена', false],
  ['Anna Smirnova-Lee', 'LEE', true],
  ['Anna', '   ', true],
])('%s is found by “%s”: %s', (name, query, expected) => {
  expect(fits(name, query)).toBe(expected);
});
