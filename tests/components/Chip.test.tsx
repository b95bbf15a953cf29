// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Chip, type ChipProps } from '../../components/Chip.tsx';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { allText, draw, expectAccessible, LEAKS } from './drawing.tsx';
import {
  grant,
  HOUR,
  lastKnown,
  lookalike,
  NEEDY,
  NOW,
  neverRead,
  portal,
  request,
  STATES,
  withAccess,
} from './samples.ts';

afterEach(cleanup);

function chip(changes: Partial<ChipProps> = {}) {
  return (
    <Chip
      view={portal()}
      now={NOW}
      expanded={false}
      position={{ edge: 'right', offset: 40 }}
      onToggle={() => undefined}
      {...changes}
    />
  );
}

describe.each(LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('the chip of "%s" reads well and passes axe', async (state) => {
    const { container } = draw(locale, chip({ view: STATES[state] ?? portal(), onMove: () => undefined }));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

test('its name begins with the label that is seen, so that voice control finds it', () => {
  draw(en, chip());
  const button = screen.getByRole('button');
  expect(button.getAttribute('aria-label')).toBe('3/5 Support dialogs. 3 of 5 in use, 2 free. 2 unread in 1 dialog');
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

test('Esc on the chip closes an open panel, and is the portal’s own where none is open', () => {
  const onToggle = vi.fn();
  const { redraw } = draw(en, chip({ onToggle, expanded: true }));
  expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Escape' })).toBe(false);
  expect(onToggle).toHaveBeenCalledOnce();
  redraw(chip({ onToggle }));
  expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Escape' })).toBe(true);
  expect(onToggle).toHaveBeenCalledOnce();
});

test('a press opens the panel', () => {
  const onToggle = vi.fn();
  draw(en, chip({ onToggle }));
  fireEvent.click(screen.getByRole('button'));
  expect(onToggle).toHaveBeenCalledOnce();
});

test('the unread dot is there only when something is unread', () => {
  const { container, redraw } = draw(en, chip());
  expect(container.querySelector('.unread-dot')).not.toBeNull();
  redraw(chip({ view: portal({ view: { unread: { dialogs: 0, messages: 0 } } }) }));
  expect(container.querySelector('.unread-dot')).toBeNull();
});

test('what needs a person is a mark of its own, and words in the name and in the hint', () => {
  const { container, redraw } = draw(en, chip({ view: NEEDY }));
  const lines = ['A place is free for your question “Печать чеков”', '3 dialogs need you'];
  expect(container.querySelector('.chip .need-dot')).not.toBeNull();
  for (const line of lines) {
    expect(screen.getByRole('button').getAttribute('aria-label')).toContain(line);
    expect(container.querySelector('.chip-hint')?.textContent).toContain(line);
  }
  redraw(chip());
  expect(container.querySelector('.need-dot')).toBeNull();
});

describe('access of support', () => {
  const mark = () => document.querySelector('.chip-access');
  const name = () => screen.getByRole('button').getAttribute('aria-label');

  test.each([
    ['a request', request(), 'plain', 'Support asks for access'],
    ['an overdue access', grant(-2), 'danger', 'Access should have ended on 10 December. Please check'],
    ['a warning', lookalike(), 'warning', 'This looks like an access request, but the sender is not support'],
  ])('%s is a key beside the count, and words in the name and in the hint', (_what, item, tone, line) => {
    const { container } = draw(en, chip({ view: withAccess([item]) }));
    expect(mark()?.getAttribute('data-tone')).toBe(tone);
    expect(name()).toContain(line);
    expect(container.querySelector('.chip-hint')?.textContent).toContain(line);
    expect(container.querySelector('.need-dot')).toBeNull();
  });

  test('is one key for all there is, in the look of the most pressing', () => {
    draw(en, chip({ view: withAccess([grant(-2), request(), request({ id: 'b' }), lookalike()]) }));
    expect(document.querySelectorAll('.chip-access')).toHaveLength(1);
    expect(mark()?.getAttribute('data-tone')).toBe('warning');
    expect(name()).toContain('Support asks for access · 1 more');
  });

  test('shows nothing while it only runs, rests, was set aside, or the user is signed out', () => {
    const quiet = [
      withAccess([]),
      withAccess([grant(12)]),
      withAccess([request({ snoozedUntil: NOW + HOUR })]),
      withAccess([request({ setAsideAt: NOW })]),
      withAccess([request()], lastKnown('signedOut')),
    ];
    for (const view of quiet) {
      const { unmount } = draw(en, chip({ view }));
      expect(mark()).toBeNull();
      expect(name()).not.toMatch(/access/i);
      unmount();
    }
  });
});

describe('moving', () => {
  const pointer = (type: string, init: MouseEventInit) =>
    fireEvent(screen.getByRole('button'), new PointerEvent(type, { bubbles: true, ...init }));

  test('Alt with an arrow moves it and stays within the window', () => {
    const onMove = vi.fn();
    const { redraw } = draw(en, chip({ onMove }));
    fireEvent.keyDown(screen.getByRole('button'), { key: 'ArrowDown', altKey: true });
    expect(onMove).toHaveBeenLastCalledWith({ edge: 'right', offset: 45 });
    redraw(chip({ onMove, position: { edge: 'right', offset: 2 } }));
    fireEvent.keyDown(screen.getByRole('button'), { key: 'ArrowUp', altKey: true });
    expect(onMove).toHaveBeenLastCalledWith({ edge: 'right', offset: 0 });
  });

  test('a bare arrow is left to the page', () => {
    const onMove = vi.fn();
    draw(en, chip({ onMove }));
    fireEvent.keyDown(screen.getByRole('button'), { key: 'ArrowDown' });
    expect(onMove).not.toHaveBeenCalled();
  });

  test('a drag is told once, at the drop, and is no click', () => {
    const onMove = vi.fn();
    const onToggle = vi.fn();
    draw(en, chip({ onMove, onToggle }));
    pointer('pointerdown', { clientX: 1000, clientY: 300, button: 0 });
    pointer('pointermove', { clientX: 1000, clientY: 340 });
    pointer('pointermove', { clientX: 1000, clientY: 380 });
    expect(onMove).not.toHaveBeenCalled();
    pointer('pointerup', { clientX: 1000, clientY: 380 });
    fireEvent.click(screen.getByRole('button'), { detail: 1 });
    expect(onMove).toHaveBeenCalledOnce();
    expect(onToggle).not.toHaveBeenCalled();
  });

  test('a press that trembles is still a click, and so is Enter after a drag', () => {
    const onMove = vi.fn();
    const onToggle = vi.fn();
    draw(en, chip({ onMove, onToggle }));
    pointer('pointerdown', { clientX: 1000, clientY: 300, button: 0 });
    pointer('pointermove', { clientX: 1001, clientY: 302 });
    pointer('pointerup', { clientX: 1001, clientY: 302 });
    fireEvent.click(screen.getByRole('button'), { detail: 1 });
    expect(onToggle).toHaveBeenCalledTimes(1);
    pointer('pointerdown', { clientX: 1000, clientY: 300, button: 0 });
    pointer('pointermove', { clientX: 1000, clientY: 400 });
    pointer('pointerup', { clientX: 1000, clientY: 400 });
    fireEvent.click(screen.getByRole('button'), { detail: 0 });
    expect(onMove).toHaveBeenCalledOnce();
    expect(onToggle).toHaveBeenCalledTimes(2);
  });
});

describe('the live region', () => {
  const said = () => screen.getByRole('status').textContent;

  test('speaks when the level changes and is silent within a level', () => {
    const { redraw } = draw(en, chip({ view: portal({ used: 2 }) }));
    redraw(chip({ view: portal({ used: 3 }) }));
    expect(said()).toBe('');
    redraw(chip({ view: portal({ used: 4 }) }));
    expect(said()).toBe('Latchdesk. One dialog left');
    redraw(chip({ view: portal({ used: 5 }) }));
    expect(said()).toBe('Latchdesk. All 5 dialogs are in use');
  });

  test('does not announce the first reading or another portal', () => {
    const { redraw } = draw(en, chip({ view: neverRead() }));
    redraw(chip({ view: portal({ used: 5 }) }));
    expect(said()).toBe('');
    redraw(chip({ view: portal({ used: 1, view: { key: 'https://other.bitrix24.ru|1' } }) }));
    expect(said()).toBe('');
  });
});
