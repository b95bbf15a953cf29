// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MarketNote } from '../../../components/market/MarketNote.tsx';
import type { NoteProps } from '../../../components/market/note-props.ts';
import { en } from '../../../locales/market/en.ts';
import { ru } from '../../../locales/market/ru.ts';
import { button, drawMarket } from './drawing.tsx';
import { CONTENTS, note } from './samples.ts';

let field: HTMLTextAreaElement;
beforeEach(() => {
  field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
});
afterEach(() => {
  cleanup();
  field.remove();
});

const draw = (name: string, changes: Partial<NoteProps> = {}, locale = en) => {
  const content = CONTENTS[name];
  if (!content) throw new Error(`No such content: ${name}`);
  return drawMarket(locale, <MarketNote {...note(content, changes)} />);
};
const frame = () => screen.getByRole('complementary');
const line = () => frame().querySelector('.market-line')?.textContent;

describe('the note', () => {
  test('comes by itself: it takes no focus and no Esc from the page', () => {
    const onSize = vi.fn();
    draw('some', { onSize });
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onSize).not.toHaveBeenCalled();
    fireEvent.keyDown(button('Less'), { key: 'Escape' });
    expect(onSize).toHaveBeenCalledExactlyOnceWith('tab');
  });

  test('is one line first, and says more when asked', () => {
    const onSize = vi.fn();
    draw('some', { size: 'line', onSize });
    expect(screen.queryByRole('button', { name: 'Open Access' })).toBeNull();
    fireEvent.click(button('Details'));
    expect(onSize).toHaveBeenLastCalledWith('whole');
    fireEvent.click(button('Fold'));
    expect(onSize).toHaveBeenLastCalledWith('tab');
  });

  test('folded, it is a small tab whose name says what it would say', () => {
    const onSize = vi.fn();
    draw('some', { size: 'tab', onSize });
    const tab = button('Unfold: 3 entries in the access list let in 12 employees');
    expect(frame().querySelectorAll('button')).toHaveLength(1);
    fireEvent.click(tab);
    expect(onSize).toHaveBeenCalledExactlyOnceWith('line');
  });

  test('says why it is there and can be hidden', () => {
    const onHideHere = vi.fn();
    draw('some', { size: 'line', onHideHere });
    fireEvent.click(button('Why do I see this?'));
    fireEvent.click(button('Hide on this portal'));
    expect(onHideHere).toHaveBeenCalledOnce();
  });

  test('after an update it asks for a reload', () => {
    const onReload = vi.fn();
    draw('some', { size: 'line', isCutOff: true, onReload });
    fireEvent.click(button('Reload the page'));
    expect(onReload).toHaveBeenCalledOnce();
  });

  test('a wish that did not come true is told with what to do', () => {
    draw('some', { size: 'line', failure: 'notOpened' });
    expect(frame().textContent).toContain('It could not be opened. Try again, or open it from the portal’s menu.');
  });
});

describe('whom the access list lets in', () => {
  test.each([
    ['everyone', 'The access list is empty: everyone sees the app, 143 employees'],
    ['everyone, not all counted', 'The access list is empty: everyone sees the app, at least 143 employees'],
    ['everyone, uncounted', 'The access list is empty: everyone sees the app, how many could not be counted'],
    ['some', '3 entries in the access list let in 12 employees'],
    ['some, not all counted', '3 entries in the access list let in at least 12 employees'],
    ['some, uncounted', '3 entries in the access list, how many employees that is could not be counted'],
    ['nobody but administrators', '3 entries in the access list, and nobody but administrators is let in'],
    ['not read', 'The access list was not read yet'],
  ])('%s', (name, sentence) => {
    draw(name);
    expect(line()).toBe(sentence);
  });

  test('in Russian, as people count', () => {
    draw('everyone', {}, ru);
    expect(line()).toBe('Список доступа пуст: приложение видят все, 143 сотрудника');
    cleanup();
    draw('some', {}, ru);
    expect(line()).toBe('В списке доступа 3 записи, это 12 сотрудников');
  });

  test('the number has its source and age', () => {
    draw('some');
    expect(frame().textContent).toContain('From the portal’s access list, read 5 minutes ago.');
    expect(frame().textContent).toContain('Administrators always get in.');
  });

  test('what was not read has no number, and no age', () => {
    draw('not read');
    expect(frame().textContent).not.toMatch(/\d/);
    expect(button('Open Access')).toBeDefined();
  });

  test('an empty list is a warning, a list that fits is none', () => {
    draw('everyone');
    expect(frame().dataset.tone).toBe('warning');
    cleanup();
    draw('some');
    expect(frame().dataset.tone).toBe('plain');
    expect(frame().querySelector('.icon-near')).toBeNull();
  });

  test('entries that would be lost, and a list that is too long', () => {
    draw('a list that will be lost');
    const warnings = [...frame().querySelectorAll('p.market-line-warning')].map((each) => each.textContent ?? '');
    expect(warnings[0]).toContain('drops them all, and everyone sees the app');
    expect(warnings[1]).toContain('longer than the portal can keep');
  });

  test('the last attempt to delete the data', () => {
    draw('with an attempt');
    expect(frame().textContent).toContain('Deleting its data was stopped 1 hour ago, and the tick was taken away.');
  });

  test('leads to what can be done', () => {
    const [onPlace, onReinstall, onDashboard] = [vi.fn(), vi.fn(), vi.fn()];
    draw('some', { onPlace, onReinstall, onDashboard });
    fireEvent.click(button('Open Access'));
    expect(onPlace).toHaveBeenCalledExactlyOnceWith({ kind: 'accessList' });
    fireEvent.click(button('Reinstall safely'));
    expect(onReinstall).toHaveBeenCalledOnce();
    fireEvent.click(button('Why can’t an employee…'));
    expect(onDashboard).toHaveBeenCalledExactlyOnceWith('explain');
  });

  test('one wish at a time', () => {
    const onReinstall = vi.fn();
    draw('some', { isBusy: true, onReinstall });
    fireEvent.click(button('Reinstall safely'));
    expect(onReinstall).not.toHaveBeenCalled();
    expect(frame().textContent).toContain('Just a moment');
  });
});

describe('which one is ChatApp', () => {
  test('the candidates, the nameless one by its code', () => {
    draw('question');
    expect(line()).toBe('Which one is ChatApp?');
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    const nameless = screen.getByRole('radio', { name: /An application without a name/ });
    const details = document.getElementById(nameless.getAttribute('aria-describedby') ?? '');
    expect(details?.textContent).toBe('code vendor.noname');
  });

  test('nothing is chosen beforehand, and only a choice can be confirmed', () => {
    const onConfirm = vi.fn();
    draw('question', { onConfirm });
    expect(screen.getAllByRole('radio').filter((each) => (each as HTMLInputElement).checked)).toEqual([]);
    fireEvent.click(button('This one'));
    expect(onConfirm).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('radio', { name: /ChatApp Lite/ }));
    fireEvent.click(button('This one'));
    expect(onConfirm).toHaveBeenCalledExactlyOnceWith('vendor.chatapp2');
  });

  test('one candidate is a question of yes or no, with nothing to choose first', () => {
    const onConfirm = vi.fn();
    draw('question of one', { onConfirm });
    expect(line()).toBe('Is this ChatApp?');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(frame().textContent).toContain('code vendor.chatapp');
    fireEvent.click(button('Yes, this is ChatApp'));
    expect(onConfirm).toHaveBeenLastCalledWith('vendor.chatapp');
    fireEvent.click(button('No'));
    expect(onConfirm).toHaveBeenLastCalledWith(null);
  });

  test('none of these', () => {
    const onConfirm = vi.fn();
    draw('question', { onConfirm });
    fireEvent.click(button('None of these'));
    expect(onConfirm).toHaveBeenCalledExactlyOnceWith(null);
  });
});

test('an application that is gone is brought back from its own page', () => {
  const onPlace = vi.fn();
  draw('absent', { onPlace });
  expect(line()).toBe('“ChatApp” is not installed');
  expect(frame().textContent).toContain('1 hour ago');
  fireEvent.click(button('Open its page'));
  expect(onPlace).toHaveBeenCalledExactlyOnceWith({ kind: 'detail' });
});
