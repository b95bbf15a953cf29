// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { draw } from './drawing.tsx';
import { button, panel, rows } from './panel.tsx';
import { closedDialogs, dialog, portal, STATES } from './samples.ts';

afterEach(cleanup);

describe('the dialogs', () => {
  test('show a title with markup as it is written', () => {
    const title = '<b>bold</b> <img src=x onerror=alert(1)> & "quotes"';
    const { container } = draw(en, panel({ view: portal({ view: { dialogs: [dialog(1, { title })] } }) }));
    expect(screen.getByText(title)).toBeDefined();
    expect(container.querySelector('img, b')).toBeNull();
  });

  test('keep a long title whole in the tooltip', () => {
    const title = 'A very long title '.repeat(17).trim();
    draw(en, panel({ view: portal({ view: { dialogs: [dialog(1, { title })] } }) }));
    expect(screen.getByText(title).getAttribute('title')).toBe(title);
  });

  test('name the main chat while its title is not known', () => {
    draw(ru, panel());
    expect(rows()[0]?.textContent).toContain('Поддержка Битрикс24');
    expect(rows()[0]?.textContent).toContain('главный чат');
  });

  test('tell the three statuses apart in words', () => {
    const dialogs = [dialog(1), dialog(2, { status: 'new' }), dialog(3, { status: 'close' })];
    draw(ru, panel({ view: portal({ view: { dialogs } }) }));
    fireEvent.click(button('Закрытые: 1'));
    const statuses = [...document.querySelectorAll('.dialog-status')].map((status) => status.textContent);
    expect(statuses).toEqual(['открыт', 'создан, ждёт поддержку', 'решён']);
  });

  test('tell unread as a number, as some, or as not readable', () => {
    const dialogs = [
      dialog(1, { unread: 1_250 }),
      dialog(2, { unread: 'some' }),
      dialog(3, { unread: 'unknown' }),
      dialog(4),
    ];
    draw(en, panel({ view: portal({ view: { dialogs } }) }));
    const [many, some, unknown, none] = rows().map((row) => row.textContent);
    expect(many).toContain('1,250 unread');
    expect(some).toContain('unread');
    expect(unknown).toContain('unread: could not read');
    expect(none).not.toContain('unread');
  });

  test('open on a press anywhere in the row', () => {
    const onOpenDialog = vi.fn();
    const known = dialog(2, { title: 'Mail does not arrive' });
    draw(en, panel({ onOpenDialog, view: portal({ view: { dialogs: [known] } }) }));
    fireEvent.click(screen.getByText('Mail does not arrive'));
    expect(onOpenDialog).toHaveBeenCalledWith(known);
  });

  test('draw closed ones a page at a time and go on at the first new one', () => {
    const onShowMore = vi.fn();
    const view = portal({ view: { dialogs: [dialog(1), ...closedDialogs(120)], dialogTotal: 2_000 } });
    draw(en, panel({ view, onShowMore }));
    expect(rows()).toHaveLength(1);
    fireEvent.click(button('Closed: 1,999'));
    expect(rows()).toHaveLength(51);
    fireEvent.click(button('Show 50 more'));
    expect(onShowMore).toHaveBeenCalledWith(100);
    expect(rows()).toHaveLength(101);
    expect(document.activeElement).toBe(rows()[51]);
  });

  test('say where older ones are when no more can be had', () => {
    const view = portal({ view: { dialogs: closedDialogs(20), dialogTotal: 500 } });
    draw(en, panel({ view }));
    fireEvent.click(button('Closed: 500'));
    expect(screen.getByText('480 older ones are in the support chat: sidebar, All chats')).toBeDefined();
  });

  test('teach when there are none', () => {
    draw(en, panel({ view: STATES['no dialogs'] ?? portal() }));
    expect(screen.getByText('No dialogs with support yet')).toBeDefined();
  });

  test('are not offered where support dialogs are switched off', () => {
    const { container } = draw(en, panel({ view: STATES['switched off'] ?? portal() }));
    expect(container.textContent).not.toContain('No dialogs with support yet');
    expect(container.textContent).not.toContain('One dialog, one question');
  });
});
