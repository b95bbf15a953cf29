// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ComposerWarning } from '../../../components/cards/ComposerWarning.tsx';
import { DialogCard } from '../../../components/cards/DialogCard.tsx';
import { GuardCard } from '../../../components/cards/GuardCard.tsx';
import { Hint } from '../../../components/cards/Hint.tsx';
import { ParkedOffer } from '../../../components/cards/ParkedOffer.tsx';
import { RefusedCard } from '../../../components/cards/RefusedCard.tsx';
import { RenameNudge } from '../../../components/cards/RenameNudge.tsx';
import { en } from '../../../locales/cards/en.ts';
import { drawCard } from './drawing.tsx';
import { COMPOSERS, details, GUARDS, guard, nothing, offer, REFUSED, rename } from './samples.ts';

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

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const composer = (name: string, changes: object = {}) => {
  const props = COMPOSERS[name];
  if (!props) throw new Error(`No such state: ${name}`);
  return <ComposerWarning {...props} {...changes} />;
};
const tab = (shiftKey = false) => {
  const focused = document.activeElement ?? document.body;
  fireEvent.keyDown(focused, { key: 'Tab', shiftKey });
};

describe('a card that stopped a click', () => {
  test('is modal, takes the focus and gives it back', () => {
    const { unmount } = drawCard(en, <GuardCard {...guard()} />);
    const card = screen.getByRole('dialog');
    expect(card.getAttribute('aria-modal')).toBe('true');
    expect(document.activeElement).toBe(card);
    unmount();
    expect(document.activeElement).toBe(field);
  });

  test('keeps Tab inside, both ways round', () => {
    drawCard(en, <GuardCard {...guard()} />);
    button('Continue anyway').focus();
    tab();
    expect(document.activeElement).toBe(button('Why do I see this?'));
    tab(true);
    expect(document.activeElement).toBe(button('Continue anyway'));
  });

  test('lets Tab take its course in between', () => {
    drawCard(en, <GuardCard {...guard()} />);
    button('Close').focus();
    expect(fireEvent.keyDown(button('Close'), { key: 'Tab' })).toBe(true);
  });

  test('closes on Esc even when the page took the focus', () => {
    const onClose = vi.fn();
    drawCard(en, <GuardCard {...guard({ onClose })} />);
    field.focus();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('keeps the focus when its state changes by itself', () => {
    const { redraw } = drawCard(en, <GuardCard {...guard()} />);
    button('Continue anyway').focus();
    redraw(<GuardCard {...(GUARDS.freed ?? guard())} />);
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
  });

  test('is told with what it says', () => {
    drawCard(en, composer('confirm, both'));
    const card = screen.getByRole('alertdialog');
    const described = document.getElementById(card.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('This dialog holds no place');
    expect(described?.textContent).toContain('a password: Qw••••');
    expect(document.activeElement).toBe(card);
  });
});

describe('a card that came by itself', () => {
  test.each([
    ['warning before sending', () => composer('before, everything')],
    ['refused message', () => <RefusedCard {...(REFUSED['with its text'] as NonNullable<(typeof REFUSED)[string]>)} />],
    ['rename nudge', () => <RenameNudge {...rename()} />],
    ['parked offer', () => <ParkedOffer {...offer()} />],
    ['hint', () => <Hint kind="oneQuestion" onDismiss={nothing} />],
  ])('leaves the focus where it is: %s', (_, make) => {
    drawCard(en, make());
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.querySelector('[aria-modal="true"]')).toBeNull();
  });

  test('does not take Esc away from the page', () => {
    const onLater = vi.fn();
    drawCard(en, <RenameNudge {...rename({ onLater })} />);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(onLater).not.toHaveBeenCalled();
    fireEvent.keyDown(button('Name it'), { key: 'Escape' });
    expect(onLater).toHaveBeenCalledOnce();
  });

  test('keeps the focus when the button that had it is gone', () => {
    const { redraw } = drawCard(en, <ParkedOffer {...offer()} />);
    button('Discard').focus();
    const [first] = offer().questions;
    redraw(<ParkedOffer {...offer({ questions: first ? [{ ...first, isDiscarded: true }] : [] })} />);
    expect(document.activeElement?.closest('.desk-card')).not.toBeNull();
    expect(button('Undo')).toBeDefined();
  });
});

describe('Esc', () => {
  test('closes, and the page hears neither press nor release, wherever the focus went', () => {
    const heard = vi.fn();
    const onClose = vi.fn();
    document.addEventListener('keydown', heard);
    document.addEventListener('keyup', heard);
    const { unmount } = drawCard(en, <DialogCard {...details({ onClose })} />);
    fireEvent.keyDown(button('Open the dialog'), { key: 'Escape' });
    unmount();
    fireEvent.keyUp(field, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Escape' });
    fireEvent.keyUp(field, { key: 'Escape' });
    expect(heard).toHaveBeenCalledTimes(2);
    document.removeEventListener('keydown', heard);
    document.removeEventListener('keyup', heard);
  });

  test('held down does not go on into the page', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const { unmount } = drawCard(en, <GuardCard {...guard()} />);
    fireEvent.keyDown(button('Close'), { key: 'Escape' });
    unmount();
    fireEvent.keyDown(field, { key: 'Escape', repeat: true });
    fireEvent.keyUp(field, { key: 'Escape' });
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
  });

  test('of an input method stays with it', () => {
    const onClose = vi.fn();
    drawCard(en, <DialogCard {...details({ onClose })} />);
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape', isComposing: true });
    expect(onClose).not.toHaveBeenCalled();
  });

  test('on a stopped message goes back to the text and sends nothing', () => {
    const [onBack, onSendAnyway] = [vi.fn(), vi.fn()];
    drawCard(en, composer('confirm, no slot', { onBack, onSendAnyway }));
    fireEvent.keyDown(button('Let it through'), { key: 'Escape' });
    expect(onBack).toHaveBeenCalledOnce();
    expect(onSendAnyway).not.toHaveBeenCalled();
  });
});

test('drafts are put in with the page in reach: the card is not modal then', () => {
  drawCard(en, <GuardCard {...guard({ state: 'draftClose' })} />);
  expect(screen.getByRole('dialog').getAttribute('aria-modal')).toBe('false');
  expect(document.querySelector('.desk-scrim')).toBeNull();
  button('Back').focus();
  expect(fireEvent.keyDown(button('Back'), { key: 'Tab' })).toBe(true);
});

describe('a step in which something is to be written', () => {
  test.each([
    ['parking', 'Topic'],
    ['overriding', /^Reason/],
    ['draftAskSupport', /question/],
  ] as const)('%s begins in its first field', (state, label) => {
    drawCard(en, <GuardCard {...guard({ state })} />);
    expect(document.activeElement).toBe(screen.getAllByRole('textbox', { name: label })[0]);
  });
});
