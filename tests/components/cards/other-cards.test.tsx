// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ComposerWarning } from '../../../components/cards/ComposerWarning.tsx';
import { DialogCard } from '../../../components/cards/DialogCard.tsx';
import { DraftPreview } from '../../../components/cards/DraftPreview.tsx';
import { Hint } from '../../../components/cards/Hint.tsx';
import { ParkedOffer } from '../../../components/cards/ParkedOffer.tsx';
import { QuestionCard } from '../../../components/cards/QuestionCard.tsx';
import { RefusedCard } from '../../../components/cards/RefusedCard.tsx';
import { RenameNudge } from '../../../components/cards/RenameNudge.tsx';
import { emptyNote, MOST_TAGS } from '../../../domain/notes.ts';
import { en } from '../../../locales/cards/en.ts';
import { ru } from '../../../locales/cards/ru.ts';
import { DAY, NOW } from '../samples.ts';
import { drawCard } from './drawing.tsx';
import { COMPOSERS, details, draft, offer, question, REFUSED, rename } from './samples.ts';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const composer = (name: string, changes: object = {}) => {
  const props = COMPOSERS[name];
  if (!props) throw new Error(`No such state: ${name}`);
  return <ComposerWarning {...props} {...changes} />;
};

describe('the warning beside the field', () => {
  test('says what a message without a place meets', () => {
    drawCard(ru, composer('before, no slot'));
    expect(screen.getByRole('status').textContent).toBe(
      'В этом диалоге нет места: портал не доставит сообщение, пока открыто 5 других. Текст сохранён.',
    );
  });

  test('says that a closed dialog would be reopened', () => {
    drawCard(en, composer('before, closed'));
    expect(screen.getByRole('status').textContent).toContain('A message reopens it and needs a place');
    expect(screen.getByRole('status').textContent).toContain('while 1 other is open');
  });

  test('claims no more than is known', () => {
    drawCard(en, composer('before, at most'));
    expect(screen.getByRole('status').textContent).toContain('may not deliver');
    expect(screen.getByRole('heading').textContent).toBe('The message may not arrive');
  });

  test('parks, shows what can be finished, goes away', () => {
    const [onPark, onWhichFinished, onDismiss] = [vi.fn(), vi.fn(), vi.fn()];
    drawCard(en, composer('before, no slot', { onPark, onWhichFinished, onDismiss }));
    fireEvent.click(button('Park this text'));
    fireEvent.click(button('Which dialogs can be finished?'));
    fireEvent.click(button('Not now'));
    for (const call of [onPark, onWhichFinished, onDismiss]) expect(call).toHaveBeenCalledOnce();
  });

  test('shows a stopped secret masked, and the way back is the strong one', () => {
    const [onBack, onSendAnyway] = [vi.fn(), vi.fn()];
    const { container } = drawCard(en, composer('confirm, secret', { onBack, onSendAnyway }));
    expect(screen.getByText('a password: Qw••••')).toBeDefined();
    expect(container.querySelector('.strong')?.textContent).toBe('Back to the text');
    fireEvent.click(button('Back to the text'));
    fireEvent.click(button('Let it through'));
    expect(onBack).toHaveBeenCalledOnce();
    expect(onSendAnyway).toHaveBeenCalledOnce();
  });

  test('is absent where there is nothing to say', () => {
    const { container } = drawCard(en, composer('before, no slot', { noSlot: null }));
    expect(container.innerHTML).toBe('');
  });
});

test('a refused message says what happened, keeps the text and its ways', () => {
  const [onPark, onKeep] = [vi.fn(), vi.fn()];
  const props = REFUSED['with its text'];
  if (!props) throw new Error('No such state');
  drawCard(en, <RefusedCard {...props} onPark={onPark} onKeep={onKeep} />);
  expect(screen.getByRole('region').textContent).toContain('“Телефония”, today 14:02');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your text').readOnly).toBe(true);
  fireEvent.click(button('Park it'));
  fireEvent.click(button('Keep it for this dialog'));
  expect(onPark).toHaveBeenCalledOnce();
  expect(onKeep).toHaveBeenCalledOnce();
});

describe('the rename nudge', () => {
  test('names, takes the suggestion, or names only here', () => {
    const [onName, onAlias, onChange] = [vi.fn(), vi.fn(), vi.fn()];
    drawCard(en, <RenameNudge {...rename({ onName, onAlias, onChange })} />);
    fireEvent.click(button('Use “Письма из воронки не уходят”'));
    expect(onChange).toHaveBeenCalledWith('Письма из воронки не уходят');
    fireEvent.click(button('Name it'));
    fireEvent.click(button('Only for me'));
    expect(onName).toHaveBeenCalledWith('Письма');
    expect(onAlias).toHaveBeenCalledWith('Письма');
  });

  test('offers only the alias where renaming could cost a message', () => {
    drawCard(en, <RenameNudge {...rename({ isRisky: true })} />);
    expect(screen.queryByRole('button', { name: 'Name it' })).toBeNull();
    expect(screen.getByText(/only a name of your own is offered now/)).toBeDefined();
  });

  test('does nothing twice while the portal is asked', () => {
    const onName = vi.fn();
    drawCard(en, <RenameNudge {...rename({ phase: 'waiting', onName })} />);
    fireEvent.click(button('Name it'));
    expect(onName).not.toHaveBeenCalled();
  });
});

describe('the draft', () => {
  test('goes into the field, or below the text that is there', () => {
    const onPlace = vi.fn();
    const { redraw } = drawCard(en, <DraftPreview {...draft({ onPlace })} />);
    fireEvent.click(button('Put into the field'));
    redraw(<DraftPreview {...draft({ onPlace, phase: 'occupied' })} />);
    fireEvent.click(button('Put below my text'));
    expect(onPlace.mock.calls).toEqual([['insert'], ['below']]);
  });

  test('says that it is not sent', () => {
    drawCard(en, <DraftPreview {...draft()} />);
    expect(screen.getByText(/You read it and send it/)).toBeDefined();
  });

  test('can only be copied where no dialog is open', () => {
    drawCard(en, <DraftPreview {...draft({ dialogName: null })} />);
    expect(screen.queryByRole('button', { name: /^Put/ })).toBeNull();
    expect(button('Copy')).toBeDefined();
  });
});

test('a parked question is used, put off, discarded and brought back', () => {
  const [onUse, onLater, onDiscard, onUndo] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const calls = { onUse, onLater, onDiscard, onUndo };
  const { redraw } = drawCard(en, <ParkedOffer {...offer(calls)} />);
  fireEvent.click(button(/^Use it now/));
  fireEvent.click(button('Later'));
  fireEvent.click(button('In an hour'));
  fireEvent.click(button('Tomorrow'));
  fireEvent.click(button('Discard'));
  const questions = offer().questions.map((each) => ({ ...each, isDiscarded: true }));
  redraw(<ParkedOffer {...offer({ ...calls, questions })} />);
  fireEvent.click(button('Undo'));
  expect(onUse).toHaveBeenCalledWith('a');
  expect(onLater.mock.calls).toEqual([
    ['a', 'hour'],
    ['a', 'tomorrow'],
  ]);
  expect(onDiscard).toHaveBeenCalledWith('a');
  expect(onUndo).toHaveBeenCalledWith('a');
});

describe('the question', () => {
  test('tells each change with the rest of the form', () => {
    const onChange = vi.fn();
    drawCard(en, <QuestionCard {...question({ onChange })} />);
    fireEvent.input(screen.getByLabelText('What did you expect?'), { target: { value: 'A letter' } });
    expect(onChange).toHaveBeenCalledWith({ ...question().form, expected: 'A letter' });
    fireEvent.click(screen.getByRole('checkbox', { name: /I have a screenshot/ }));
    expect(onChange).toHaveBeenLastCalledWith({ ...question().form, hasScreenshot: false });
  });

  test('shows what would be told about the portal, to be picked one by one', () => {
    const onFact = vi.fn();
    drawCard(en, <QuestionCard {...question({ onFact })} />);
    fireEvent.click(screen.getByRole('checkbox', { name: /Browser.*Chrome 143/ }));
    expect(onFact).toHaveBeenCalledWith('browser', true);
  });

  test('gives advice and locks nothing', () => {
    const onPlace = vi.fn();
    drawCard(en, <QuestionCard {...question({ onPlace, secretKinds: ['token', 'token', 'key'] })} />);
    expect(screen.getByText('It does not say what you expected')).toBeDefined();
    expect(screen.getByText(/an access token and a private key/)).toBeDefined();
    fireEvent.click(button('Put into “Телефония”'));
    expect(onPlace).toHaveBeenCalledWith(question().preview);
  });

  test('parks nothing while nothing is written', () => {
    const onPark = vi.fn();
    const form = { topic: ' ', steps: '', expected: '', actual: '', hasScreenshot: false };
    drawCard(en, <QuestionCard {...question({ form, onPark, target: null })} />);
    fireEvent.click(button('Park it'));
    expect(onPark).not.toHaveBeenCalled();
  });
});

describe('the details of a dialog', () => {
  test('take tags by comma, Enter and on leaving, each once', () => {
    const onChange = vi.fn();
    drawCard(en, <DialogCard {...details({ onChange })} />);
    const field = screen.getByLabelText<HTMLInputElement>('Tags', { selector: 'input' });
    fireEvent.input(field, { target: { value: ' new, CRM ,new,' } });
    expect(onChange).toHaveBeenLastCalledWith({ tags: [...details().note.tags, 'new'] });
    fireEvent.input(field, { target: { value: 'one' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onChange).toHaveBeenLastCalledWith({ tags: [...details().note.tags, 'one'] });
  });

  test('let tags go by keyboard', () => {
    const onChange = vi.fn();
    drawCard(en, <DialogCard {...details({ onChange })} />);
    fireEvent.keyDown(button('Remove the tag CRM'), { key: 'Delete' });
    expect(onChange).toHaveBeenCalledWith({ tags: details().note.tags.filter((tag) => tag !== 'CRM') });
    expect(document.activeElement).toBe(screen.getByLabelText('Tags', { selector: 'input' }));
  });

  test('take no more tags than are kept', () => {
    const tags = Array.from({ length: MOST_TAGS }, (_, index) => `tag ${index}`);
    drawCard(en, <DialogCard {...details({ note: { ...emptyNote(2), tags } })} />);
    expect(screen.getByText('That is all: at most 20 tags')).toBeDefined();
  });

  test('rest and wake the warnings', () => {
    const [onSnooze, onUnsnooze] = [vi.fn(), vi.fn()];
    const { redraw } = drawCard(en, <DialogCard {...details({ onSnooze })} />);
    fireEvent.click(button('Let the warnings rest'));
    fireEvent.click(button('Until tomorrow 9:00'));
    expect(onSnooze).toHaveBeenCalledWith('tomorrow');
    const note = { ...emptyNote(2), snoozedUntil: NOW + DAY };
    redraw(<DialogCard {...details({ note, onUnsnooze })} />);
    expect(screen.getByText('Warnings rest until 13 December 14:05')).toBeDefined();
    fireEvent.click(button('Switch on'));
    expect(onUnsnooze).toHaveBeenCalledOnce();
  });

  test('tell whose number it is', () => {
    const { redraw } = drawCard(en, <DialogCard {...details()} />);
    expect(screen.getByText('From the portal').parentElement?.textContent).toBe('Ticket 7712045 From the portal');
    redraw(<DialogCard {...details({ note: { ...emptyNote(2), ticket: '55' } })} />);
    expect(screen.getByText('Entered by you').parentElement?.textContent).toBe('Ticket 55 Entered by you');
  });

  test('link to a task only when the address is one', () => {
    const { redraw } = drawCard(en, <DialogCard {...details()} />);
    expect(screen.getByRole('link').getAttribute('rel')).toContain('noopener');
    redraw(<DialogCard {...details({ hasTaskProblem: true })} />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByLabelText('Task').getAttribute('aria-invalid')).toBe('true');
  });
});

test('a hint offers one thing to do and goes away', () => {
  const [onAction, onDismiss] = [vi.fn(), vi.fn()];
  drawCard(en, <Hint kind="greyNotLoaded" action={{ label: 'Reload', onAction }} onDismiss={onDismiss} />);
  fireEvent.click(button('Reload'));
  fireEvent.click(button('Not now'));
  expect(onAction).toHaveBeenCalledOnce();
  expect(onDismiss).toHaveBeenCalledOnce();
});

test('kept texts that somebody asked for are not said to have a place', () => {
  drawCard(en, <ParkedOffer {...offer({ isFree: false })} />);
  expect(screen.queryByText(en.messages.offer.what)).toBeNull();
  expect(screen.getByText(en.messages.offer.keptWhat)).toBeDefined();
});
