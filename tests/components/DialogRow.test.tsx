// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DialogRow, type DialogRowProps } from '../../components/DialogRow.tsx';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { allText, draw, expectAccessible, LEAKS } from './drawing.tsx';
import { nothing, rows } from './panel.tsx';
import { DAY, dialog, HOUR, NEEDY, NOW } from './samples.ts';

afterEach(cleanup);

function row(of: Parameters<typeof dialog>[1] = {}, changes: Partial<DialogRowProps> = {}) {
  return <DialogRow dialog={dialog(1, of)} now={NOW} onOpen={nothing} onDetails={nothing} {...changes} />;
}

const said = () => rows()[0]?.textContent ?? '';
const turn = (author: 'me' | 'support', since: number) => ({ author, since, at: NOW - HOUR, source: 'event' as const });

describe.each(LOCALES)('in $language', (locale) => {
  test.each(NEEDY.dialogs)('row $chatId reads well and passes axe', async (each) => {
    const { container } = draw(locale, row(each));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

test('an alias stands in place of the title, and the title below it', () => {
  const { container, redraw } = draw(en, row({ alias: 'Printer', title: 'Request 812' }));
  expect(container.querySelector('.dialog-title')?.textContent).toBe('Printer');
  expect(container.querySelector('.dialog-portal-title')?.textContent).toBe('Request 812');
  redraw(row({ title: 'Request 812' }));
  expect(container.querySelector('.dialog-title')?.textContent).toBe('Request 812');
  expect(container.querySelector('.dialog-portal-title')).toBeNull();
});

test('at most three tags are shown, the rest is counted and named on request', () => {
  const { container } = draw(en, row({ tags: ['a1', 'b2', 'c3', 'd4', 'e5'] }));
  expect([...container.querySelectorAll('.tag')].map((tag) => tag.textContent)).toEqual(['a1', 'b2', 'c3']);
  expect(said()).toContain('2 more tags');
  expect(screen.getByTitle('d4, e5')).toBeDefined();
});

describe('whose turn it is', () => {
  test('is told in words with its age', () => {
    const { redraw } = draw(en, row({ turn: turn('support', NOW - 5 * HOUR) }));
    expect(said()).toContain('your turn for 5 h');
    redraw(row({ turn: turn('me', NOW - DAY) }));
    expect(said()).toContain('support’s turn since yesterday');
  });

  test('is told in Russian', () => {
    const { redraw } = draw(ru, row({ turn: turn('support', NOW - 5 * HOUR) }));
    expect(said()).toContain('ваш ход уже 5 ч');
    redraw(row({ turn: turn('me', NOW - DAY) }));
    expect(said()).toContain('ход поддержки со вчерашнего дня');
  });

  test('is not guessed: unknown leaves the last activity alone', () => {
    draw(en, row());
    expect(said()).not.toContain('turn');
    expect(said()).toContain('3 hours ago');
  });

  test('is nobody’s in a closed dialog', () => {
    draw(en, row({ status: 'close', turn: turn('support', NOW - 5 * HOUR) }));
    expect(said()).not.toContain('turn');
  });
});

describe('attention', () => {
  test.each([
    [{ kind: 'waiting', since: NOW - 5 * HOUR, worked: 5 * HOUR }, 'waiting for you for 5 h', 'warning'],
    [{ kind: 'idle', since: NOW - 9 * DAY, days: 7 }, 'no movement for 7 working days', 'warning'],
    [{ kind: 'refused', since: NOW - HOUR }, 'message not delivered, 1 hour ago', 'danger'],
  ] as const)('$0.kind is an icon, words and a colour', (attention, words, tone) => {
    const { container } = draw(en, row({ attention }));
    const mark = container.querySelector<HTMLElement>('.attention');
    expect(mark?.textContent).toBe(words);
    expect(mark?.dataset.tone).toBe(tone);
    expect(mark?.querySelector('svg')).not.toBeNull();
  });

  test('of waiting is not told twice', () => {
    const attention = { kind: 'waiting', since: NOW - 5 * HOUR, worked: HOUR } as const;
    const { container } = draw(en, row({ attention, turn: turn('support', NOW - 5 * HOUR) }));
    expect(container.querySelectorAll('.attention')).toHaveLength(1);
    expect(said()).not.toContain('your turn');
  });
});

test('a row with nothing more to say has two lines', () => {
  const { container, redraw } = draw(en, row({ turn: turn('me', NOW - HOUR) }));
  expect(container.querySelectorAll('.dialog-facts')).toHaveLength(1);
  redraw(row({ ticket: '4711' }));
  expect(container.querySelectorAll('.dialog-facts')).toHaveLength(2);
  expect(said()).toContain('ticket 4711');
});

test('the row opens the dialog, the button beside it its details', () => {
  const [onOpen, onDetails] = [vi.fn(), vi.fn()];
  draw(en, row({ alias: 'Printer' }, { onOpen, onDetails }));
  fireEvent.click(screen.getByRole('button', { name: 'Details of Printer' }));
  expect(onDetails.mock.calls[0]?.[0].chatId).toBe(1);
  expect(onOpen).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('Printer'));
  expect(onOpen.mock.calls[0]?.[0].chatId).toBe(1);
  expect(onDetails).toHaveBeenCalledOnce();
});
