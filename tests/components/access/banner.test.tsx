// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AccessBanner } from '../../../components/access/AccessBanner.tsx';
import { DAY, HOUR, NOW } from '../samples.ts';
import { banner, bannerProps, drawIn, spoken } from './drawing.tsx';
import { BANNERS, copy, grant, lookalike, overdueItem, partner, running, warningItem } from './samples.ts';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));

function draw(item = BANNERS.request, changes: Parameters<typeof bannerProps>[1] = {}, language = 'en') {
  const props = bannerProps(item, changes);
  const drawn = drawIn(language, <AccessBanner {...props} />);
  return { props, ...drawn };
}

const row = (name: string | RegExp) =>
  within(screen.getByRole('list', { name: 'Is it genuine?' }))
    .getByText(name)
    .closest('li')?.textContent ?? '';

describe('a request', () => {
  test('says who asks, where, since when, for how long and how that is known', () => {
    const { container } = draw(BANNERS.request, { isOpen: true });
    const facts = container.querySelector('.access-facts')?.textContent ?? '';
    for (const part of ['sender verified', 'Main chat with support', '12:05, 2 hours ago', '21 days, from the message'])
      expect(facts).toContain(part);
  });

  test('says that it comes to the main chat only where it does', () => {
    const toMainChat = /comes to the main chat/;
    expect(draw(BANNERS.request, { isOpen: true }).container.textContent).toMatch(toMainChat);
    cleanup();
    const places = [{ kind: 'assistant', name: 'Mia' }] as const;
    expect(draw(BANNERS.request, { isOpen: true, places }).container.textContent).not.toMatch(toMainChat);
  });

  test.each([
    ['parsed', 'from the message'],
    ['preset', 'assumed: the setting for this portal'],
    ['entered', 'entered by you'],
  ] as const)('with a length that was %s says so', (daysSource, words) => {
    draw(grant({ daysSource, days: 7 }), { isOpen: true });
    expect(screen.getByText(`7 days, ${words}`)).toBeTruthy();
  });

  test('names a length that nobody should believe', () => {
    draw(BANNERS['request, a length nobody should believe'], { isOpen: true });
    expect(screen.getByText('The message says 400 days, no access lasts that long')).toBeTruthy();
  });

  test('says what both answers mean, and that access can be ended', () => {
    const { container } = draw(BANNERS.request, { isOpen: true });
    for (const words of [/can come in/, /ask for screenshots/, /no access/, /revoked at any time/, /by itself/])
      expect(container.textContent).toMatch(words);
  });

  test('is opened by its strong button', () => {
    const { props, container } = draw();
    press('Open the request');
    expect(props.onOpen).toHaveBeenCalledOnce();
    expect(container.querySelector('.strong')?.textContent).toBe('Open the request');
  });

  test('without a message offers no way to open it', () => {
    draw(grant({ origin: 'entered', copies: [] }));
    expect(screen.queryByRole('button', { name: 'Open the request' })).toBeNull();
  });

  test.each([
    ['In an hour', 'hour'],
    ['Tomorrow at 9:00', 'tomorrow'],
    ['In 3 days', 'threeDays'],
  ])('is decided later: %s', (label, choice) => {
    const { props } = draw(BANNERS.request, { isOpen: true });
    press('Decide later');
    press(label);
    expect(props.onSnooze).toHaveBeenCalledWith(choice);
  });

  test('can be somebody else’s', () => {
    const { props } = draw(BANNERS.request, { isOpen: true });
    press('Not mine');
    expect(props.onSetAside).toHaveBeenCalledOnce();
  });
});

describe('the checklist', () => {
  test('is content with a ticket, a verified sender, no password and no outside address', () => {
    draw(BANNERS.request, { isOpen: true });
    const rows = screen.getByRole('list', { name: 'Is it genuine?' }).querySelectorAll('li');
    expect([...rows].map(({ dataset }) => dataset.tone)).toEqual(['good', 'good', 'good', 'good']);
    expect(row(/There is a ticket: 4711/)).toMatch(/^Fine/);
  });

  test('warns of a password and of an outside address', () => {
    draw(BANNERS['request, asks for a password'], { isOpen: true });
    expect(row(/asks for a password/)).toMatch(/^Careful/);
    expect(row(/links to an outside site/)).toMatch(/^Careful/);
  });

  test('warns when there is no question to support at all', () => {
    draw(grant(), { isOpen: true, hasDialogs: false, dialogs: [] });
    expect(row(/There is no dialog with support/)).toMatch(/^Careful/);
  });

  test('does not warn of missing questions where they could not be read', () => {
    draw(grant(), { isOpen: true, hasDialogs: null, dialogs: [] });
    expect(row(/does not show which question/)).toMatch(/^Unknown/);
  });

  test('lets a person name the question', () => {
    const { props } = draw(grant(), { isOpen: true });
    fireEvent.change(screen.getByLabelText('The question it is about'), { target: { value: '3' } });
    expect(props.onLink).toHaveBeenCalledWith(3);
  });

  test('keeps the list of questions after a choice, and takes the choice back', () => {
    const list = () => screen.getByLabelText<HTMLSelectElement>('The question it is about');
    const { props, redraw } = draw(grant({ dialog: null }), { isOpen: true });
    const before = list();
    const chosen = grant({ dialog: { chatId: 3, source: 'entered' } });
    redraw(<AccessBanner {...props} item={spoken(chosen)} />);
    // The very same field: whoever steps through it with the keyboard keeps the focus.
    expect(list()).toBe(before);
    expect(list().value).toBe('3');
    fireEvent.change(list(), { target: { value: '' } });
    expect(props.onLink).toHaveBeenLastCalledWith(null);
  });

  test('takes a guess for a guess', () => {
    draw(grant({ dialog: { chatId: 2, source: 'onlyOpen' }, dialogName: 'Phone' }), { isOpen: true });
    expect(row(/Perhaps it is about “Phone”/)).toMatch(/^Unknown/);
  });

  test('knows nothing of a text that was never seen', () => {
    draw(grant({ origin: 'entered', copies: [] }), { isOpen: true });
    expect(row(/Whether a password is asked for/)).toMatch(/^Unknown/);
  });
});

describe('other kinds', () => {
  test('a look-alike warns, gives its reasons, and has no strong button', () => {
    const { props, container } = draw(lookalike(), { isOpen: true });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('the sender is not support');
    expect(container.textContent).toContain('Do not answer before checking');
    expect(screen.getByText('It is called like support and is not support.')).toBeTruthy();
    expect(container.querySelector('.strong')).toBeNull();
    press('Got it');
    expect(props.onDismiss).toHaveBeenCalledOnce();
  });

  test('what is fine about a look-alike does not speak for it', () => {
    draw(lookalike({ asksForPassword: false, namesOutsideAddress: false }), { isOpen: true });
    expect(screen.queryByText('Fine')).toBeNull();
    expect(row('The sender is not verified')).toMatch(/^Careful/);
  });

  test.each([
    ['Yes, it is a request', true],
    ['No, it is none', false],
  ])('a probable request: %s', (label, isOne) => {
    const { props } = draw(BANNERS.probable, { isOpen: true });
    press(label);
    expect(props.onConfirm).toHaveBeenCalledWith(isOne);
  });

  test('a partner’s request says who answers then, that no account is made, and that it has no end', () => {
    const { container } = draw(partner(), { isOpen: true });
    for (const words of [/The partner answers in the support chat/, /no account on the portal/, /no end date/])
      expect(container.textContent).toMatch(words);
    expect(container.textContent).not.toContain('21 days');
  });

  test('an ending access counts down, and revoking opens the message and says where else to look', () => {
    const { props, container } = draw(running(3 * DAY - HOUR), { isOpen: true });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Support access ends in 3 days, on 15 December');
    press('Revoke');
    expect(props.onOpen).toHaveBeenCalledOnce();
    expect(container.textContent).toContain('look at the last messages in the chat');
  });

  test('an overdue access is never said to have ended', () => {
    draw(BANNERS.overdue);
    expect(screen.getByRole('heading').textContent).toBe('Access should have ended on 10 December. Please check');
  });

  test('an access that has ended already is said to be so by a person', () => {
    const { props } = draw(BANNERS.overdue, { isOpen: true });
    press('Has ended already');
    expect(props.onAnswer).toHaveBeenCalledWith('ended');
  });

  test('an extension takes a whole number of days', () => {
    const { props } = draw(BANNERS.overdue, { isOpen: true });
    press('Extended: set the length');
    const field = screen.getByLabelText('How many more days, from today');
    fireEvent.input(field, { target: { value: '1.5' } });
    press('Save the length');
    expect(props.onExtend).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('A whole number from 1 to');
    fireEvent.input(field, { target: { value: '14' } });
    press('Save the length');
    expect(props.onExtend).toHaveBeenCalledWith(14);
  });

  test('a closed question asks whether to revoke, or to keep the access', () => {
    const { props } = draw(BANNERS.ticketClosed, { isOpen: true });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('The question is closed. Revoke access?');
    press('Keep until its end');
    expect(props.onDismiss).toHaveBeenCalledOnce();
  });

  test.each([
    ['It was allowed', 'granted'],
    ['It was refused', 'declined'],
  ])('an answer that nobody saw is told: %s', (label, answer) => {
    const { props } = draw(BANNERS.unclear, { isOpen: true });
    press(label);
    expect(props.onAnswer).toHaveBeenCalledWith(answer);
  });

  test('who does not know the answer either may say so', () => {
    const { props } = draw(BANNERS.unclear, { isOpen: true });
    press('I do not know');
    expect(props.onDismiss).toHaveBeenCalledOnce();
  });

  test('an access whose button is gone is asked about, not called revoked', () => {
    const { props, container } = draw(BANNERS['unclear, an access that ran'], { isOpen: true });
    expect(container.textContent).toContain('nothing proves it');
    press('It ended or was revoked');
    expect(props.onAnswer).toHaveBeenCalledWith('ended');
  });
});

describe('after the answer', () => {
  test('the reason is asked for once, and may be left out', () => {
    const { props } = draw(BANNERS['answered, granted']);
    press('Skip');
    expect(props.onReason).toHaveBeenCalledWith(true);
  });

  test('the reason, the ticket and the question go out together', () => {
    const { props } = draw(BANNERS['answered, granted'], { isOpen: true });
    fireEvent.input(screen.getByLabelText('Why it was allowed'), { target: { value: 'Mail' } });
    expect(props.onType).toHaveBeenCalledWith({ reason: 'Mail', ticket: '', chatId: 2 });
    press('Save');
    expect(props.onReason).toHaveBeenCalledWith(false);
  });

  test('who gives a reason begins in its field', () => {
    const { redraw } = draw(BANNERS['answered, declined']);
    redraw(banner(BANNERS['answered, declined'], { isOpen: true }));
    expect(document.activeElement).toBe(screen.getByLabelText('Why it was refused'));
  });

  test('a reason that was not saved stays, and the card says so', () => {
    draw(BANNERS['answered, granted'], {
      isOpen: true,
      saving: 'failed',
      typed: { reason: 'Mail does not go out', ticket: '', chatId: null },
    });
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why it was allowed').value).toBe('Mail does not go out');
    expect(screen.getByText('Could not save, please try again')).toBeTruthy();
  });
});

describe('keyboard and focus', () => {
  test('Esc closes the card first, then folds the line', () => {
    const { props, redraw } = draw(BANNERS.request, { isOpen: true });
    fireEvent.keyDown(button('Not mine'), { key: 'Escape' });
    expect(props.onToggle).toHaveBeenCalledWith(false);
    expect(props.onFold).not.toHaveBeenCalled();
    redraw(<AccessBanner {...props} isOpen={false} />);
    fireEvent.keyDown(button('Details'), { key: 'Escape' });
    expect(props.onFold).toHaveBeenCalledOnce();
  });

  test('a key of an input method is not Esc', () => {
    const { props } = draw(BANNERS.request, { isOpen: true });
    fireEvent.keyDown(button('Not mine'), { key: 'Escape', isComposing: true });
    expect(props.onToggle).not.toHaveBeenCalled();
  });

  test('it takes no focus when it comes', () => {
    draw();
    expect(document.activeElement).toBe(document.body);
  });

  test('the focus stays when the card closes, and follows into the tab and back', () => {
    const { props, redraw } = draw(BANNERS.request, { isOpen: true });
    button('Not mine').focus();
    redraw(<AccessBanner {...props} isOpen={false} />);
    expect(document.activeElement).toBe(button('Details'));
    redraw(<AccessBanner {...props} isOpen={false} isFolded />);
    expect(document.activeElement).toBe(button(/^Show: Support asks/));
    redraw(<AccessBanner {...props} isOpen={false} />);
    expect(document.activeElement).toBe(button('Details'));
  });

  test('the focus returns to the page when the banner goes', () => {
    const field = document.body.appendChild(document.createElement('input'));
    const { redraw } = draw();
    fireEvent.focusIn(button('Details'), { relatedTarget: field });
    button('Details').focus();
    redraw(null);
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  test('what else there is stands in a list, and a press shows it', () => {
    const others = [spoken(overdueItem), spoken(warningItem)];
    const { props, redraw } = draw(BANNERS.request, { others });
    press('and 2 more about access');
    expect(props.onToggle).toHaveBeenCalledWith(true);
    redraw(<AccessBanner {...props} isOpen />);
    press(/^Access should have ended/);
    expect(props.onShow).toHaveBeenCalledWith('7:400');
  });

  test('says how much else there is, though only the most pressing is listed', () => {
    draw(BANNERS.request, { others: [spoken(overdueItem)], otherCount: 499 });
    expect(button('and 499 more about access')).toBeTruthy();
  });

  test('"hide here" stands with the explanation', () => {
    const { props } = draw(BANNERS.request, { isOpen: true });
    press('Hide here');
    expect(props.onHideHere).toHaveBeenCalledOnce();
  });
});

describe('once the message is on show', () => {
  test.each([
    [BANNERS.request, 'Answer with the buttons below it'],
    [BANNERS.overdue, 'Revoke with the button below the message'],
  ])('the line says what to do there', (item, words) => {
    const { container } = draw(item, { opened: 'inPage' });
    expect(container.textContent).toContain(words);
  });

  test('where nothing opened, the card says where to look', () => {
    draw(grant({ copies: [copy({ keyboard: 'gone' })] }), {
      isOpen: true,
      opened: 'nowhere',
      onOpen: vi.fn(),
      now: NOW,
    });
    expect(screen.getByText(/Nobody knows where the message is/)).toBeTruthy();
  });
});
