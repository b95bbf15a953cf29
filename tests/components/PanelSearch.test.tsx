// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Search } from '../../components/SearchResults.tsx';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { allText, draw, expectAccessible, LEAKS } from './drawing.tsx';
import { button, panel, rows } from './panel.tsx';
import { closedDialogs, dialog, portal } from './samples.ts';

afterEach(cleanup);

const search = (query: string, found: Search['found'] = []): Search => ({ query, found, limit: 50 });
const field = () => screen.queryByRole<HTMLInputElement>('textbox');
const many = (count: number) =>
  portal({ view: { dialogs: Array.from({ length: count }, (_, index) => dialog(index + 1)) } });
const outcome = () => document.querySelector('.dialogs [role=status]')?.textContent;

describe.each(LOCALES)('in $language', (locale) => {
  test.each<[string, Search['found']]>([
    ['under way', null],
    ['failed', 'failed'],
    ['empty', []],
    ['full', [dialog(3), ...closedDialogs(49)]],
  ])('a search that is %s reads well and passes axe', async (_name, found) => {
    const { container } = draw(locale, panel({ view: many(9), search: search('касса', found) }));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

describe('the field', () => {
  test('is there for more than eight dialogs, and for fewer on request', () => {
    const { redraw } = draw(en, panel({ view: many(9) }));
    expect(field()).not.toBeNull();
    expect(document.activeElement).not.toBe(field());
    redraw(panel({ view: many(8) }));
    expect(field()).toBeNull();
    fireEvent.click(button('Search dialogs'));
    expect(document.activeElement).toBe(field());
    expect(screen.queryByRole('button', { name: 'Search dialogs' })).toBeNull();
  });

  test.each([3, 12])('takes the focus on "/" among %i dialogs', (count) => {
    draw(en, panel({ view: many(count) }));
    expect(fireEvent.keyDown(screen.getByRole('dialog'), { key: '/' })).toBe(false);
    expect(document.activeElement).toBe(field());
  });

  test('takes a typed "/" as a letter, and a shortcut of the browser is its own', () => {
    draw(en, panel({ view: many(9) }));
    expect(fireEvent.keyDown(field() as HTMLElement, { key: '/' })).toBe(true);
    expect(fireEvent.keyDown(screen.getByRole('dialog'), { key: '/', ctrlKey: true })).toBe(true);
  });

  test('is not there where nothing can be found', () => {
    draw(en, panel({ view: portal({ used: 0, view: { dialogs: [] } }) }));
    fireEvent.keyDown(screen.getByRole('dialog'), { key: '/' });
    expect(field()).toBeNull();
  });

  test('tells what is typed, and is cleared by its button', () => {
    const onSearch = vi.fn();
    const { redraw } = draw(en, panel({ view: many(9), onSearch }));
    expect(screen.queryByRole('button', { name: 'Clear the search' })).toBeNull();
    fireEvent.input(field() as HTMLElement, { target: { value: 'till' } });
    expect(onSearch).toHaveBeenLastCalledWith('till');
    redraw(panel({ view: many(9), onSearch, search: search('till') }));
    fireEvent.click(button('Clear the search'));
    expect(onSearch).toHaveBeenLastCalledWith('');
    expect(document.activeElement).toBe(field());
  });
});

describe('the results', () => {
  test('take the place of the list, closed ones included, in the order they came in', () => {
    const found = [dialog(7, { status: 'close' }), dialog(3)];
    const { redraw } = draw(en, panel({ view: many(9), search: search('till', found) }));
    expect(rows().map((row) => row.querySelector('.dialog-title')?.textContent)).toEqual(['Question 7', 'Question 3']);
    expect(outcome()).toBe('2 dialogs found');
    redraw(panel({ view: many(9), search: search('  ', found) }));
    expect(rows()).toHaveLength(9);
  });

  test('say so when there may be more', () => {
    draw(ru, panel({ view: many(9), search: search('касса', closedDialogs(50)) }));
    expect(outcome()).toBe('Первые 50, возможно, есть ещё');
  });

  test('teach when there are none', () => {
    draw(ru, panel({ view: many(9), search: search(' касса ') }));
    expect(outcome()).toBe('По запросу «касса» ничего не найдено');
    expect(screen.getByText(ru.messages.search.noneHint)).toBeDefined();
  });

  test('are waited for and may fail', () => {
    const { redraw } = draw(en, panel({ view: many(9), search: search('till', null) }));
    expect(outcome()).toBe('Searching');
    expect(screen.queryByText(en.messages.search.noneHint)).toBeNull();
    redraw(panel({ view: many(9), search: search('till', 'failed') }));
    expect(outcome()).toBe(en.messages.search.failed);
  });

  test('open a dialog and its details', () => {
    const [onOpenDialog, onDetails] = [vi.fn(), vi.fn()];
    draw(en, panel({ view: many(9), search: search('till', [dialog(70)]), onOpenDialog, onDetails }));
    fireEvent.click(screen.getByText('Question 70'));
    fireEvent.click(button('Details of Question 70'));
    expect(onOpenDialog.mock.calls[0]?.[0].chatId).toBe(70);
    expect(onDetails.mock.calls[0]?.[0].chatId).toBe(70);
  });
});

test('the panel keeps its height while results come and go, and gets its own back after that', () => {
  const { redraw } = draw(en, panel({ view: many(9) }));
  const surface = screen.getByRole('dialog');
  let height = 640;
  Object.defineProperty(surface, 'offsetHeight', { get: () => height });
  const held = () => surface.style.getPropertyValue('--held-height');
  redraw(panel({ view: many(9), search: search('t', null) }));
  height = 200;
  redraw(panel({ view: many(9), search: search('till') }));
  expect(held()).toBe('640px');
  redraw(panel({ view: many(9) }));
  expect(held()).toBe('0px');
});

test('Esc clears the search first, then closes the panel', () => {
  const [onSearch, onClose] = [vi.fn(), vi.fn()];
  const { redraw } = draw(en, panel({ view: many(9), search: search('till'), onSearch, onClose }));
  fireEvent.keyDown(field() as HTMLElement, { key: 'Escape' });
  expect(onSearch).toHaveBeenCalledWith('');
  expect(onClose).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field());
  redraw(panel({ view: many(9), onSearch, onClose }));
  fireEvent.keyDown(field() as HTMLElement, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});
