// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UninstallGuardCard, type UninstallGuardCardProps } from '../../../components/market/UninstallGuardCard.tsx';
import { WindowHint } from '../../../components/market/WindowHint.tsx';
import { en } from '../../../locales/market/en.ts';
import { ru } from '../../../locales/market/ru.ts';
import { button, drawMarket } from './drawing.tsx';
import { guard, nothing } from './samples.ts';

let field: HTMLInputElement;
beforeEach(() => {
  field = document.createElement('input');
  document.body.append(field);
  field.focus();
});
afterEach(() => {
  cleanup();
  field.remove();
});

const draw = (changes: Partial<UninstallGuardCardProps> = {}, locale = en) =>
  drawMarket(locale, <UninstallGuardCard {...guard(changes)} />);
const card = () => screen.getByRole('alertdialog');
const described = () => document.getElementById(card().getAttribute('aria-describedby') ?? '')?.textContent ?? '';
const showOtherWay = () => fireEvent.click(button('Delete with the data all the same'));
const erase = () => button('Allow deleting with the data');
const word = () => within(card()).getByRole('textbox');
const type = (value: string) => fireEvent.input(word(), { target: { value } });

describe('what it says', () => {
  test('the title, in both languages', () => {
    draw();
    expect(card().querySelector('h2')?.textContent).toBe(
      'The tick erases everything: channels, robots, data. There is no way back',
    );
    cleanup();
    draw({}, ru);
    expect(card().querySelector('h2')?.textContent).toBe('Галочка сотрёт всё: каналы, роботов, данные. Вернуть нельзя');
    expect(button('Снять галочку и продолжить').className).toContain('strong');
  });

  test.each([
    ['ticked', 'The box for deleting settings and data is ticked. The press was stopped'],
    ['leftTicked', 'left from a try that was cancelled'],
    ['hiddenTick', 'The box you see is empty, but the portal will take an older one that is ticked'],
  ] as const)('why: %s', (why, words) => {
    draw({ why });
    expect(described()).toContain(words);
    expect(described()).toContain('nothing is deleted');
  });

  test('which application it is, and when nobody knows', () => {
    draw({ application: 'maybe', name: 'ChatApp Lite' });
    expect(described()).toContain('“ChatApp Lite”');
    expect(described()).toContain('looks like ChatApp');
    cleanup();
    draw({ application: 'maybe', name: '' });
    expect(described()).toContain('an application that Latchdesk does not know: maybe ChatApp');
    cleanup();
    draw({ application: 'other', name: 'Invoices' });
    expect(described()).not.toContain('ChatApp');
    expect(card().querySelector('h2')?.textContent).not.toContain('channels');
  });

  test('what goes for good stands apart from what goes every time', () => {
    draw();
    const parts = [...card().querySelectorAll('.desk-part')].map((part) => part.textContent ?? '');
    const forGood = parts.find((part) => part.startsWith('The tick deletes for good'));
    const always = parts.find((part) => part.startsWith('Goes with every uninstallation'));
    for (const thing of ['settings of the application', 'own storage', 'Disk', 'timelines', 'cash registers', 'vendor'])
      expect(forGood).toContain(thing);
    for (const thing of ['tabs', 'robots', 'connectors', 'bots']) {
      expect(always).toContain(thing);
      expect(forGood).not.toContain(thing);
    }
    expect(always).toContain('likely without the tick, and has to be checked afterwards');
  });

  test('a name is text, whatever is in it', () => {
    draw({ name: '<img src=x onerror=alert(1)>' });
    expect(card().querySelector('img')).toBeNull();
    expect(described()).toContain('<img src=x onerror=alert(1)>');
  });

  test('after unticking, the person presses the portal’s button', () => {
    draw();
    const means = document.getElementById(button('Untick and continue').getAttribute('aria-describedby') ?? '');
    expect(means?.textContent).toBe('Latchdesk only takes the tick away. Then press the portal’s button again.');
    cleanup();
    draw({ why: 'hiddenTick' });
    expect(card().textContent).toContain('Reloading the page helps as well');
  });

  test('after an update it asks for a reload', () => {
    const onReload = vi.fn();
    draw({ isCutOff: true, onReload });
    fireEvent.click(button('Reload the page'));
    expect(onReload).toHaveBeenCalledOnce();
  });
});

describe('the keyboard', () => {
  test('the focus goes in, stays in and comes back', () => {
    const { unmount } = draw();
    expect(document.activeElement).toBe(card());
    expect(card().getAttribute('aria-modal')).toBe('true');
    button('Back').focus();
    fireEvent.keyDown(button('Back'), { key: 'Tab' });
    expect(document.activeElement).toBe(button('Why do I see this?'));
    fireEvent.keyDown(button('Why do I see this?'), { key: 'Tab', shiftKey: true });
    expect(document.activeElement).toBe(button('Back'));
    unmount();
    expect(document.activeElement).toBe(field);
  });

  test('Esc goes back, even when the page took the focus', () => {
    const onBack = vi.fn();
    draw({ onBack });
    field.focus();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onBack).toHaveBeenCalledOnce();
  });

  test('Enter on the card decides nothing', () => {
    const [onUntick, onInsist, onBack] = [vi.fn(), vi.fn(), vi.fn()];
    draw({ onUntick, onInsist, onBack });
    fireEvent.keyDown(card(), { key: 'Enter' });
    expect([onUntick, onInsist, onBack].flatMap((each) => each.mock.calls)).toEqual([]);
  });

  test('the safe way comes before "Back", and the dangerous one is folded away', () => {
    draw();
    expect(within(card()).queryByRole('textbox')).toBeNull();
    const names = [...card().querySelectorAll('.desk-card-actions button')].map((each) => each.textContent);
    expect(names).toEqual(['Untick and continue', 'Back']);
  });
});

describe('the other way', () => {
  test('is armed only by typing the name', () => {
    const onInsist = vi.fn();
    draw({ onInsist });
    showOtherWay();
    expect(screen.getByLabelText('Type “ChatApp” to allow it')).toBe(word());
    for (const wrong of ['', 'Chat', 'ChatAppx', 'ERASE']) {
      type(wrong);
      expect(erase().getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(erase());
    }
    expect(onInsist).not.toHaveBeenCalled();
    type(' chatapp ');
    expect(erase().getAttribute('aria-disabled')).toBe('false');
    fireEvent.click(erase());
    expect(onInsist).toHaveBeenCalledOnce();
    expect(card().textContent).toContain('for two minutes after this it lets');
  });

  test('letters that look alike are the same', () => {
    draw({ name: 'ChatApp' });
    showOtherWay();
    type('СhаtАрр');
    expect(erase().getAttribute('aria-disabled')).toBe('false');
  });

  test.each([
    ['no name', ''],
    ['a name that is too long to type', 'x'.repeat(80)],
  ])('asks for a word where there is %s', (_, name) => {
    draw({ application: 'maybe', name });
    showOtherWay();
    type(name);
    expect(erase().getAttribute('aria-disabled')).toBe('true');
    type('erase');
    expect(erase().getAttribute('aria-disabled')).toBe('false');
  });

  test('the word is a Russian one in Russian', () => {
    const onInsist = vi.fn();
    draw({ application: 'maybe', name: '', onInsist }, ru);
    fireEvent.click(button('Всё равно удалить вместе с данными'));
    type('стереть');
    fireEvent.click(button('Разрешить удаление с данными'));
    expect(onInsist).toHaveBeenCalledOnce();
  });

  test('Enter in the field does not confirm', () => {
    const onInsist = vi.fn();
    draw({ onInsist });
    showOtherWay();
    type('ChatApp');
    fireEvent.keyDown(word(), { key: 'Enter' });
    expect(onInsist).not.toHaveBeenCalled();
    expect(card().querySelector('form')).toBeNull();
  });
});

describe('the hint beside a window', () => {
  test('says that nothing is stopped, takes no focus, and goes', () => {
    const onDismiss = vi.fn();
    drawMarket(en, <WindowHint why="unknownWindow" place={null} onDismiss={onDismiss} onHideHere={nothing} />);
    expect(screen.getByRole('status').textContent).toBe(
      'Latchdesk does not know this window and stops nothingLook at the tick yourself: with it, settings and data are deleted for good.',
    );
    expect(document.activeElement).toBe(field);
    fireEvent.click(button('Understood'));
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  test('a box that was not found is told apart', () => {
    drawMarket(ru, <WindowHint why="boxNotFound" place={null} onDismiss={nothing} onHideHere={nothing} />);
    expect(screen.getByRole('status').textContent).toContain(
      'не находит галочку в этом окне и ничего не останавливает',
    );
  });

  test('can be hidden on the portal', () => {
    const onHideHere = vi.fn();
    drawMarket(en, <WindowHint why="boxNotFound" place={null} onDismiss={nothing} onHideHere={onHideHere} />);
    fireEvent.click(button('Why do I see this?'));
    fireEvent.click(button('Hide on this portal'));
    expect(onHideHere).toHaveBeenCalledOnce();
  });
});
