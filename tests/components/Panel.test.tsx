// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UpdatedNotice } from '../../components/UpdatedNotice.tsx';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { allText, draw, expectAccessible, LEAKS, tabStops } from './drawing.tsx';
import { button, nothing, panel } from './panel.tsx';
import { closedDialogs, dialog, lastKnown, neverRead, portal, STATES, unsupported } from './samples.ts';

afterEach(cleanup);

describe.each(LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('the panel of "%s" reads well and passes axe', async (state) => {
    const { container } = draw(locale, panel({ view: STATES[state] ?? portal() }));
    const { panel: text } = locale.messages;
    const fold = container.querySelector<HTMLElement>('.dialogs > .fold');
    if (fold) fireEvent.click(fold);
    fireEvent.click(button(text.menu));
    fireEvent.click(button(text.why));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each([
    ...(['openedInTab', 'openFailed', 'readFailed', 'cardInTab', 'cardFailed'] as const),
    ...(['requestNowhere', 'accessFailed'] as const),
  ])('"%s" is told with a next step', async (failure) => {
    const { container } = draw(locale, panel({ actionFailure: failure }));
    expect(screen.getByRole('status').textContent).toBe(locale.messages.panel[failure]);
    await expectAccessible(container);
  });

  test('the notice after an update passes axe', async () => {
    const { container } = draw(
      locale,
      <UpdatedNotice position={{ edge: 'left', offset: 0 }} onReload={nothing} onDismiss={nothing} />,
    );
    expect(allText(container)).toContain(locale.messages.product.updated);
    await expectAccessible(container);
  });
});

describe('the slots', () => {
  test('are drawn one segment each: filled, free, over', () => {
    const { container, redraw } = draw(en, panel());
    const kinds = () => [...container.querySelectorAll('.meter-segments span')].map((segment) => segment.className);
    expect(kinds()).toEqual(['filled', 'filled', 'filled', 'free', 'free']);
    redraw(panel({ view: portal({ used: 6 }) }));
    expect(kinds()).toEqual(['filled', 'filled', 'filled', 'filled', 'filled', 'over']);
  });

  test.each(['unlimited', 'single', 'switched off', 'not read yet'])('of "%s" are words, not bars', (state) => {
    const { container } = draw(en, panel({ view: STATES[state] ?? portal() }));
    expect(container.querySelector('.meter')).not.toBeNull();
    expect(container.querySelector('.meter-segments, .meter-bar')).toBeNull();
  });

  test('tell their source and age, and the exact time on request', () => {
    draw(en, panel());
    expect(screen.getByText('From the portal, 2 minutes ago').getAttribute('title')).toBe('today 14:03');
  });

  test('say when the limit is assumed and when the count may be lower', () => {
    const { redraw } = draw(en, panel({ view: portal({ slots: { limitSource: 'assumed' } }) }));
    expect(screen.getByText('5, assumed: the portal did not tell the limit')).toBeDefined();
    redraw(panel({ view: portal({ used: 5, slots: { atMost: true } }) }));
    expect(screen.getByText('At most 5 of 5 in use')).toBeDefined();
  });

  test('show no number while none is known', () => {
    for (const view of [neverRead(), neverRead('timeout'), neverRead('signedOut')]) {
      const { container, unmount } = draw(en, panel({ view }));
      expect(container.querySelector('.panel-body')?.textContent).not.toMatch(/\d/);
      unmount();
    }
  });
});

describe('trouble', () => {
  test('is told with what happened, what it means, what to do, and a way to read again', () => {
    const onReadAgain = vi.fn();
    const { container } = draw(ru, panel({ view: lastKnown('timeout'), onReadAgain }));
    expect(container.querySelector('.notice')?.textContent).toContain('Портал не отвечает');
    expect(container.querySelector('.notice')?.textContent).toContain('Подождите минуту и прочитайте снова.');
    fireEvent.click(button('Прочитать снова'));
    expect(onReadAgain).toHaveBeenCalledOnce();
  });

  test('keeps the last known numbers in sight', () => {
    draw(en, panel({ view: lastKnown('offline') }));
    expect(screen.getByText('3 of 5 in use, 2 free')).toBeDefined();
    expect(screen.getByText('From the portal, 50 minutes ago')).toBeDefined();
  });

  test('does not speak of changes when nothing was ever read', () => {
    const { container } = draw(en, panel({ view: neverRead('offline') }));
    expect(container.textContent).toContain('There is nothing to show yet');
    expect(container.textContent).not.toContain('changed');
  });

  test('on a portal that is not supported is all there is', () => {
    const { container } = draw(en, panel({ view: unsupported('notAdministrator') }));
    expect(container.textContent).toContain('Latchdesk stands aside');
    expect(container.querySelector('.meter, .dialogs')).toBeNull();
  });

  test('is not read twice at once, and the button keeps the focus meanwhile', () => {
    const onReadAgain = vi.fn();
    const { redraw } = draw(en, panel({ view: lastKnown('timeout'), onReadAgain }));
    button('Read again').focus();
    redraw(panel({ view: { ...lastKnown('timeout'), reading: true }, onReadAgain }));
    expect(document.activeElement).toBe(button('Reading'));
    expect(button('Reading').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button('Reading'));
    expect(onReadAgain).not.toHaveBeenCalled();
  });

  test('takes its button along when it is over, and the focus stays in the panel', () => {
    const { redraw } = draw(en, panel({ view: lastKnown('timeout') }));
    button('Read again').focus();
    redraw(panel());
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
  });
});

describe('the keyboard', () => {
  test('Tab walks from the header through the rows to the closed ones', () => {
    const view = portal({ view: { dialogs: [dialog(1), dialog(2), ...closedDialogs(1)] } });
    const { container } = draw(en, panel({ view }));
    expect(tabStops(container).map((stop) => stop.getAttribute('aria-label') ?? stop.className)).toEqual([
      'More',
      'Close the panel',
      'Read again',
      'Search dialogs',
      'dialog-row',
      'Details of Question 1',
      'dialog-row',
      'Details of Question 2',
      'fold',
      'button',
      'text-button',
    ]);
  });

  test('every stop is a native button, so Enter and Space press it', () => {
    const { container } = draw(en, panel({ view: lastKnown('timeout') }));
    expect(tabStops(container).every((stop) => stop instanceof HTMLButtonElement && stop.type === 'button')).toBe(true);
  });

  test('opening moves the focus into the panel and closing gives it back', () => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    const { unmount } = draw(en, panel());
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
    unmount();
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  test('closing leaves the focus with someone who went on working in the page', () => {
    const [before, after] = [document.createElement('input'), document.createElement('input')];
    document.body.append(before, after);
    before.focus();
    const { unmount } = draw(en, panel());
    after.focus();
    unmount();
    expect(document.activeElement).toBe(after);
    before.remove();
    after.remove();
  });

  test('Esc closes the menu first, then the panel, and the portal hears neither', () => {
    const onClose = vi.fn();
    const portalHears = vi.fn();
    document.addEventListener('keydown', portalHears);
    draw(en, panel({ onClose }));
    fireEvent.click(button('More'));
    fireEvent.keyDown(button('Hide here'), { key: 'Escape' });
    expect(screen.queryByText('Hide here')).toBeNull();
    expect(document.activeElement).toBe(button('More'));
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(button('More'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    expect(portalHears).not.toHaveBeenCalled();
    document.removeEventListener('keydown', portalHears);
  });
});

test('the menu explains, hides, and moves to the other side where that is offered', () => {
  const onHideHere = vi.fn();
  const onOtherSide = vi.fn();
  draw(en, panel({ onHideHere, onOtherSide }));
  fireEvent.click(button('More'));
  fireEvent.click(button('Why do I see this?'));
  expect(screen.getByText(/Independent software/)).toBeDefined();
  fireEvent.click(button('Hide here'));
  fireEvent.click(button('Move to the other side'));
  expect(onHideHere).toHaveBeenCalledOnce();
  expect(onOtherSide).toHaveBeenCalledOnce();
});
