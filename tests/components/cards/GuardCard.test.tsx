// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { GuardCard } from '../../../components/cards/GuardCard.tsx';
import type { GuardCardProps } from '../../../components/cards/guard-props.ts';
import { en } from '../../../locales/cards/en.ts';
import { ru } from '../../../locales/cards/ru.ts';
import { drawCard } from './drawing.tsx';
import { GUARDS, guard, toFinish } from './samples.ts';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const draw = (changes: Partial<GuardCardProps>, locale = en) => drawCard(locale, <GuardCard {...guard(changes)} />);
const drawState = (name: string) => drawCard(en, <GuardCard {...(GUARDS[name] ?? guard())} />);
const title = () => screen.getByRole('heading', { level: 2 }).textContent;

describe('the full card', () => {
  test('says how full it is', () => {
    drawState('full');
    expect(title()).toBe('All 5 dialogs are in use');
    cleanup();
    drawState('over');
    expect(title()).toBe('6 of 5: support opened one more than the limit');
    cleanup();
    drawState('over by two, large limit');
    expect(title()).toBe('42 of 40: support opened 2 more than the limit');
    cleanup();
    drawState('at most');
    expect(title()).toBe('At most 5 of 5 dialogs are in use');
  });

  test('says it the way the table of moments does', () => {
    draw({}, ru);
    expect(title()).toBe('Все 5 диалогов заняты');
    expect(button(/Попросить закрыть решённые/)).toBeDefined();
    expect(button(/Все ещё нужны: попросить поддержку открыть новый/)).toBeDefined();
    expect(button(/Отложить вопрос, напомнить, когда место освободится/)).toBeDefined();
    expect(button('Всё равно продолжить')).toBeDefined();
  });

  test('tells where the number comes from and how old it is', () => {
    draw({});
    expect(screen.getByText('5 of 5 in use. From the portal, 2 minutes ago')).toBeDefined();
  });

  test('offers the three ways and a quiet one past them', () => {
    const onWay = vi.fn();
    const { container } = draw({ onWay });
    for (const way of [/^Ask support to close/, /^All are still needed/, /^Park the question/, 'Continue anyway']) {
      fireEvent.click(button(way));
    }
    expect(onWay.mock.calls.flat()).toEqual(['closeRequest', 'openRequest', 'park', 'override']);
    expect(container.querySelector('.strong')).toBeNull();
  });

  test('locks nobody out, and says that the portal may keep its own button grey', () => {
    drawState('full, grey button');
    expect(screen.getByRole('button', { name: 'Continue anyway' })).toBeDefined();
    expect(screen.getByText(/it may not react/)).toBeDefined();
    cleanup();
    drawState('full');
    expect(screen.queryByText(/it may not react/)).toBeNull();
  });

  test('lists at most five dialogs with reasons, and opens them', () => {
    const onOpenDialog = vi.fn();
    draw({ onOpenDialog });
    const list = within(screen.getByRole('region', { name: 'What could be finished first' }));
    expect(list.getAllByRole('listitem')).toHaveLength(5);
    expect(list.getByText('Support had the last word 2 days ago')).toBeDefined();
    expect(list.getByText('2 more in the list of dialogs')).toBeDefined();
    fireEvent.click(button('Open “Webhook answers 403”'));
    expect(onOpenDialog).toHaveBeenCalledWith('chat3');
  });
});

test('the near card names the last place, what looks finished, and one question per dialog', () => {
  const onProceed = vi.fn();
  drawCard(en, <GuardCard {...(GUARDS.near ?? guard())} onProceed={onProceed} />);
  expect(title()).toBe('One dialog left');
  expect(screen.getAllByText('looks finished')).toHaveLength(2);
  expect(screen.getByText(/One dialog, one question/)).toBeDefined();
  fireEvent.click(button('Open the new dialog'));
  expect(onProceed).toHaveBeenCalledOnce();
});

describe('asking support to close', () => {
  test('picks what looks finished, and what is ticked beside it', () => {
    draw({ state: 'draftClose' });
    const picked = () => screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked).length;
    const looksFinished = toFinish.filter((dialog) => dialog.looksFinished && dialog.reason !== 'closedUnread');
    expect([picked(), looksFinished.map(({ chatId }) => chatId)]).toEqual([2, [2, 4]]);
    const webhook = screen.getByRole<HTMLInputElement>('checkbox', { name: /Webhook/ });
    expect(webhook.checked).toBe(false);
    fireEvent.click(webhook);
    expect([picked(), webhook.checked]).toEqual([3, true]);
  });

  test('does not ask to close what is closed', () => {
    draw({ state: 'draftClose' });
    expect(screen.queryByRole('checkbox', { name: /№812/ })).toBeNull();
  });

  test('puts one draft after another, each in its language', () => {
    const onPlace = vi.fn();
    const { redraw } = draw({ state: 'draftClose', onPlace });
    fireEvent.click(screen.getByRole('checkbox', { name: /Webhook/ }));
    fireEvent.click(button('Put the draft into “Не приходят письма из воронки «Продажи»”'));
    expect(onPlace).toHaveBeenLastCalledWith(2, expect.stringContaining('Здравствуйте'), 'insert');
    redraw(<GuardCard {...guard({ state: 'draftClose', onPlace, placed: [2] })} />);
    fireEvent.click(button('Put the draft into “Webhook answers 403”'));
    expect(onPlace).toHaveBeenLastCalledWith(3, expect.stringContaining('Hello'), 'insert');
  });

  test('changes the language of one message', () => {
    const onPlace = vi.fn();
    draw({ state: 'draftClose', onPlace });
    const [first] = screen.getAllByRole('button', { name: 'EN, English' });
    if (first) fireEvent.click(first);
    fireEvent.click(button(/^Put the draft into/));
    expect(onPlace).toHaveBeenLastCalledWith(2, expect.stringContaining('Hello'), 'insert');
  });

  test('leaves a text of the user alone and offers to go below it or to copy', async () => {
    const onPlace = vi.fn();
    const onCopy = vi.fn(() => Promise.resolve(false));
    draw({ state: 'draftClose', problem: { chatId: 2, kind: 'occupied' }, onPlace, onCopy });
    fireEvent.click(button('Put it below my text'));
    expect(onPlace).toHaveBeenLastCalledWith(2, expect.any(String), 'below');
    fireEvent.click(button('Copy'));
    expect(await screen.findByText(/Could not copy/)).toBeDefined();
  });

  test('is not done while one draft is missing', () => {
    const { redraw } = draw({ state: 'draftClose', placed: [2], problem: { chatId: 4, kind: 'failed' } });
    expect(screen.queryByText(/All drafts are in their fields/)).toBeNull();
    redraw(<GuardCard {...guard({ state: 'draftClose', placed: [2, 4] })} />);
    expect(screen.getByText(/All drafts are in their fields/)).toBeDefined();
  });

  test('does nothing twice while a dialog is being opened', () => {
    const onPlace = vi.fn();
    draw({ state: 'draftClose', placing: 2, onPlace });
    fireEvent.click(button('Opening the dialog'));
    expect(onPlace).not.toHaveBeenCalled();
  });
});

describe('asking support to open one', () => {
  test('goes through the dialog that is chosen', () => {
    const onPlace = vi.fn();
    draw({ state: 'draftAskSupport', onPlace });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Webhook answers 403' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /Не приходят/ }));
    fireEvent.click(button(/^Put the draft into “Не приходят/));
    expect(onPlace).toHaveBeenCalledWith(2, expect.stringContaining('Здравствуйте'), 'insert');
  });

  test('follows the question until the message was edited', () => {
    const message = () => screen.getByLabelText<HTMLTextAreaElement>('Message to support');
    const { redraw } = draw({ state: 'draftAskSupport' });
    const asked = (en: string) => guard({ state: 'draftAskSupport', askTexts: { ru: 'а', en } });
    redraw(<GuardCard {...asked('first')} />);
    expect(message().value).toBe('first');
    fireEvent.input(message(), { target: { value: 'mine' } });
    redraw(<GuardCard {...asked('second')} />);
    expect(message().value).toBe('mine');
    fireEvent.click(button('Undo my changes to the message'));
    expect(message().value).toBe('second');
  });
});

describe('parking', () => {
  test('asks for words before it parks', () => {
    const onPark = vi.fn();
    const { redraw } = draw({ state: 'parking', onPark });
    fireEvent.click(button('Park it'));
    expect(onPark).not.toHaveBeenCalled();
    expect(screen.getByText('Write a topic or a question first')).toBeDefined();
    redraw(<GuardCard {...guard({ state: 'parking', onPark, parkedTopic: 'Mail' })} />);
    fireEvent.click(button('Park it'));
    expect(onPark).toHaveBeenCalledOnce();
  });

  test('tells every keystroke and takes any script and length the portal takes', () => {
    const onParkChange = vi.fn();
    draw({ state: 'parking', parkedTopic: 'Mail', onParkChange });
    const field = screen.getByLabelText<HTMLTextAreaElement>('Question');
    expect(field.maxLength).toBe(20_000);
    expect(field.dir).toBe('auto');
    fireEvent.input(field, { target: { value: 'שלום 👋' } });
    expect(onParkChange).toHaveBeenCalledWith({ topic: 'Mail', text: 'שלום 👋' });
  });

  test('says when a text is not safe, and offers to copy it', async () => {
    const onCopy = vi.fn(() => Promise.resolve(true));
    draw({ state: 'parking', parkedTopic: 'Mail', parkedText: 'Text', saving: 'notSaved', onCopy });
    expect(screen.getByText('Not saved yet: copy your text before you close')).toBeDefined();
    fireEvent.click(button('Copy'));
    expect(onCopy).toHaveBeenCalledWith('Mail\n\nText');
    expect(await screen.findByText('Copied')).toBeDefined();
  });

  test('tells that a place is free meanwhile, and stays as it is', () => {
    drawState('parking, not saved');
    expect(screen.getByText(/A place is free meanwhile/)).toBeDefined();
    expect(screen.getByLabelText('Question')).toBeDefined();
  });

  test('says how many wait', () => {
    draw({ state: 'parked', waiting: 3 });
    expect(screen.getByText('3 questions wait, the oldest comes first.')).toBeDefined();
  });
});

test('continuing anyway needs a reason, and its button is not armed before', () => {
  const onOverride = vi.fn();
  draw({ state: 'overriding', onOverride });
  expect(screen.getByText('It is written to the journal of this browser and sent nowhere')).toBeDefined();
  fireEvent.click(button('Continue'));
  expect(onOverride).not.toHaveBeenCalled();
  fireEvent.input(screen.getByLabelText(/^Reason/), { target: { value: ' urgent ' } });
  fireEvent.click(button('Continue'));
  expect(onOverride).toHaveBeenCalledWith('urgent');
});

test('a name of any length is shown whole', () => {
  const name = 'x'.repeat(255);
  draw({ toFinish: toFinish.slice(0, 1).map((dialog) => ({ ...dialog, name })) });
  expect(screen.getByText(name)).toBeDefined();
});
