// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { rowsIn } from '../../../components/dashboard/visible-rows.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { drawDashboard } from './drawing.tsx';
import { dialogsPage, journalPage } from './pages.tsx';
import { entries, entry } from './samples.ts';

afterEach(cleanup);

const rowButtons = () => [...document.querySelectorAll<HTMLElement>('.row-button')];
const named = () => rowButtons().map((button) => button.textContent);

test.each([
  ['at the top', { above: 0 }, { first: 0, last: 25 }],
  ['while the list begins lower', { above: -280 }, { first: 0, last: 20 }],
  ['in the middle', { above: 56_000 }, { first: 990, last: 1_025 }],
  ['at the end', { above: 279_300 }, { first: 4_975, last: 5_000 }],
  ['below the list', { above: 400_000 }, { first: 5_000, last: 5_000 }],
])('only rows near the window are drawn: %s', (_name, { above }, expected) => {
  expect(rowsIn({ above, height: 784, rowHeight: 56, count: 5_000 })).toEqual(expected);
});

test('5,000 dialogs are a table of 5,000 rows of which a few are drawn', () => {
  drawDashboard(en, dialogsPage({ dialogs: entries(5_000), total: 5_000 }));
  const table = screen.getByRole('table', { name: 'Dialogs' });
  expect(table.getAttribute('aria-rowcount')).toBe('5001');
  expect(rowButtons().length).toBeLessThan(60);
  expect(table.querySelector('tbody')?.style.height).toBe('280000px');
  expect(within(table).getAllByRole('row')[1]?.getAttribute('aria-rowindex')).toBe('2');
});

test('one row is in the Tab order, and the arrow keys move it', () => {
  drawDashboard(en, dialogsPage({ dialogs: entries(5_000), total: 5_000 }));
  const stops = () => rowButtons().filter((button) => button.tabIndex === 0);
  const focused = () => document.activeElement?.textContent;
  expect(stops()).toHaveLength(1);
  stops()[0]?.focus();
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  press('ArrowDown');
  expect(focused()).toBe('Question 2');
  press('ArrowUp');
  press('ArrowUp');
  expect(focused()).toBe('Question 1');
  press('End');
  expect(focused()).toBe('Question 5000');
  expect(stops().map((button) => button.textContent)).toEqual(['Question 5000']);
  // Far away from the rows in sight, and still there.
  expect(named()[0]).toBe('Question 1');
  press('Home');
  expect(focused()).toBe('Question 1');
});

test('the row with the focus stays the same when the order changes', () => {
  const all = entries(30);
  const { redraw } = drawDashboard(en, dialogsPage({ dialogs: all }));
  rowButtons()[2]?.focus();
  redraw(dialogsPage({ dialogs: [...all].reverse() }));
  expect(document.activeElement?.textContent).toBe('Question 3');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Question 2');
});

test('a row hands its dialog on', () => {
  const onSelect = vi.fn();
  const first = entry(1);
  drawDashboard(en, dialogsPage({ dialogs: [first], onSelect, selected: 1 }));
  const button = screen.getByRole('button', { name: 'Question 1' });
  expect(button.getAttribute('aria-current')).toBe('true');
  fireEvent.click(button);
  expect(onSelect).toHaveBeenCalledWith(first);
});

test('the heads of the columns sort, and say how it is sorted', () => {
  const onSort = vi.fn();
  drawDashboard(en, dialogsPage({ sorting: { column: 'activity', isDescending: true }, onSort }));
  expect(screen.getByRole('columnheader', { name: 'Last message' }).getAttribute('aria-sort')).toBe('descending');
  expect(screen.getByRole('columnheader', { name: 'Dialog' }).getAttribute('aria-sort')).toBe('none');
  fireEvent.click(screen.getByRole('button', { name: 'Dialog' }));
  expect(onSort).toHaveBeenCalledWith('name');
});

test('search and filters hand on what is chosen', () => {
  const onFilter = vi.fn();
  drawDashboard(en, dialogsPage({ onFilter }));
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'mail' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: 'notClosed' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Tag' }), { target: { value: 'CRM' } });
  expect(onFilter.mock.calls.flat()).toEqual([{ query: 'mail' }, { status: 'notClosed' }, { tag: 'CRM' }]);
});

test('a row tells turn, attention, ticket, tags and task', () => {
  drawDashboard(en, dialogsPage());
  const cells = (name: string) =>
    within(screen.getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cells('Mail')).toEqual([
    'open',
    'You5 hours ago',
    'Waits for you',
    '22910',
    'CRMurgent',
    'Task',
    '3 hours ago',
  ]);
  expect(cells('Question 3').slice(1, 3)).toEqual(['Supportyesterday', 'Not delivered']);
  expect(cells('Question 5').slice(0, 2)).toEqual(['resolved', '']);
});

test('the journal is told in words, the newest first', () => {
  drawDashboard(en, journalPage(en.messages));
  const told = screen.getAllByRole('rowheader').map((cell) => cell.textContent);
  expect(told[0]).toBe('Text discarded: Telephony');
  expect(told).toContain('Went on although 5 of 5 were in use: The portal is down');
  expect(told).toContain('Question parked: Without a topic');
  expect(told.at(-1)).toBe('4 of 5 in use');
});

test('the journal shows one kind only when that is chosen', () => {
  const onGroup = vi.fn();
  drawDashboard(en, journalPage(en.messages, { group: 'overrides', onGroup }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(1);
  fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), { target: { value: 'slots' } });
  expect(onGroup).toHaveBeenCalledWith('slots');
});
