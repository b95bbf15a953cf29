// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccessItem } from '../../../domain/access/view.ts';
import { AccessHost } from '../../../entrypoints/access/AccessHost.tsx';
import { AccessFlow } from '../../../entrypoints/access/access-flow.ts';
import { AccessStore } from '../../../entrypoints/access/access-store.ts';
import { DAY, NOW, portal } from '../samples.ts';
import { BANNERS, grant, lookalike, overdueItem, running, warningItem } from './samples.ts';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('../../../platform/content-browser.ts', () => ({
  contentBrowser: { runtime: { sendMessage } },
  isExtensionAlive: () => true,
}));

const KEY = 'https://demo.bitrix24.ru|1';
const viewOf = (...items: AccessItem[]) =>
  portal({ view: { language: 'en', botId: '6', register: { items, readAt: NOW, presetDays: 21 } } });

function open(...items: AccessItem[]) {
  const store = new AccessStore(viewOf(...items));
  const flow = new AccessFlow(store);
  const drawn = render(<AccessHost world={{ store, flow }} />);
  const show = (...next: AccessItem[]) => act(() => store.change({ view: viewOf(...next) }));
  return { store, flow, show, state: () => store.state, ...drawn };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(button(name));
    await vi.advanceTimersByTimeAsync(0);
  });
};
const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const SHOWING = ['folded', 'unfolded', 'announced'];
const messages = () => sendMessage.mock.calls.map(([message]) => message);
/** What a person said; how the banner was shown is told as well. */
const told = () => messages().filter(({ event }) => !SHOWING.includes(event?.type));
const title = () => screen.queryByRole('heading', { level: 2 })?.textContent ?? null;

/** The test's page knows of no full screen by itself. */
const fill = (element: Element | null) =>
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: element });

beforeEach(() => {
  fill(null);
  vi.useFakeTimers({ now: NOW });
  sendMessage.mockResolvedValue(true);
});
afterEach(() => {
  cleanup();
  sendMessage.mockReset();
  vi.useRealTimers();
});

describe('the one banner', () => {
  test('speaks of the most pressing, whatever the number', () => {
    open(grant(), overdueItem, warningItem);
    expect(screen.getAllByRole('region')).toHaveLength(1);
    expect(title()).toContain('Support asks');
    expect(button('and 2 more about access')).toBeTruthy();
  });

  test('says nothing of what rests, and nothing where it is not wanted', () => {
    const { store } = open({ ...grant(), banner: null });
    expect(screen.queryByRole('region')).toBeNull();
    const view = viewOf(grant());
    act(() => store.change({ view: { ...view, settings: { ...view.settings, hiddenCards: ['accessBanner'] } } }));
    expect(screen.queryByRole('region')).toBeNull();
  });

  test('says nothing once its user has signed out: what was asked of them is old news', () => {
    const { store } = open(grant());
    const view = viewOf(grant());
    const session = { ...view.session, state: 'signedOut' as const };
    act(() => store.change({ view: { ...view, session } }));
    expect(screen.queryByRole('region')).toBeNull();
  });

  test('is announced at once, a single time for each thing it says', () => {
    const { show } = open(grant());
    const alert = () => screen.getByRole('alert').textContent;
    expect(alert()).toMatch(/^Support asks for access to the portal for 21 days\. Asked 2 hours ago/);
    show(grant({ ticket: '4711' }));
    show(running(DAY, { id: grant().id }));
    expect(alert()).toMatch(/^Support access ends tomorrow/);
    show();
    show(running(DAY, { id: grant().id }));
    expect(alert()).toBe('');
  });

  test('does not change under somebody’s hands when something more pressing comes', async () => {
    const { show } = open(grant());
    await press('Details');
    show(warningItem, grant());
    expect(title()).toContain('Support asks');
    await press('Hide');
    expect(title()).toContain('the sender is not support');
  });

  test('shows another one when it is chosen from the list', async () => {
    open(grant(), overdueItem);
    await press('and 1 more about access');
    await press(/^Access should have ended/);
    expect(title()).toContain('should have ended');
  });

  test('stays folded until it has something else to say', async () => {
    const { show } = open(grant());
    await press('Fold');
    expect(title()).toBeNull();
    show(grant({ ticket: '4711', changedAt: NOW }));
    expect(title()).toBeNull();
    show(running(DAY, { id: grant().id }));
    expect(title()).toContain('ends tomorrow');
  });

  test('is folded and read out on one page for all', async () => {
    const { unmount } = open(grant());
    await press('Fold');
    const about = { type: 'access.told', key: KEY, id: '7:501' };
    expect(messages()).toEqual([
      { ...about, event: { type: 'announced' } },
      { ...about, event: { type: 'folded' } },
    ]);
    unmount();
    sendMessage.mockClear();
    open({ ...grant(), isFolded: true, isAnnounced: true });
    expect(title()).toBeNull();
    expect(screen.getByRole('alert').textContent).toBe('');
    await press(/^Show: Support asks/);
    expect(messages()).toEqual([{ ...about, event: { type: 'unfolded' } }]);
  });

  test('is not read out in a tab that nobody sees', () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    open(grant());
    expect(screen.getByRole('alert').textContent).toBe('');
    visibility.mockReturnValue('visible');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(screen.getByRole('alert').textContent).toMatch(/^Support asks/);
    visibility.mockRestore();
  });

  test('unfolds by a press on its tab', async () => {
    open(grant());
    await press('Fold');
    await press(/^Show: Support asks/);
    expect(title()).toContain('Support asks');
  });

  test('is hidden while something fills the screen', () => {
    open(grant());
    fill(document.body);
    act(() => void document.dispatchEvent(new Event('fullscreenchange')));
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('what a person says', () => {
  test('goes out, and a request that rests can be had back', async () => {
    const { show } = open(grant());
    await press('Details');
    await press('Decide later');
    await press('In 3 days');
    const snoozed = { type: 'access.told', key: KEY, id: '7:501', event: { type: 'snoozed', until: NOW + 3 * DAY } };
    expect(told()).toEqual([snoozed]);
    show({ ...grant(), banner: null });
    expect(screen.getByText('Reminder: 15 December 14:05')).toBeTruthy();
    await press('Take back');
    expect(told().at(-1).event).toEqual({ type: 'snoozed', until: 0 });
    show(grant());
    expect(title()).toContain('Support asks');
  });

  test('"not mine" can be taken back, for a while', async () => {
    open(grant());
    await press('Details');
    await press('Not mine');
    expect(told().at(-1).event).toEqual({ type: 'setAside' });
    await press('Take back');
    expect(told().at(-1).event).toEqual({ type: 'takenBack' });
    await press('Details');
    await press('Not mine');
    await wait(20_000);
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull();
  });

  test.each([
    [BANNERS.probable, 'Yes, it is a request', { type: 'confirmed' }],
    [BANNERS.probable, 'No, it is none', { type: 'dismissed' }],
    [lookalike(), 'Got it', { type: 'dismissed' }],
    [BANNERS.overdue, 'Has ended already', { type: 'answered', answer: 'ended', at: NOW }],
    [BANNERS.unclear, 'It was refused', { type: 'answered', answer: 'declined', at: NOW - 60_000 }],
    [BANNERS.unclear, 'I do not know', { type: 'dismissed' }],
    [BANNERS['answered elsewhere, granted'], 'Got it', { type: 'dismissed' }],
  ])('%#: is told as it was meant', async (item, label, event) => {
    open(item as AccessItem);
    await press(/^(Details|Say how)$/);
    await press(label);
    expect(told().at(-1)).toMatchObject({ type: 'access.told', event });
  });

  test('an extension is told as the whole length', async () => {
    open(running(-2 * DAY));
    await press('Details');
    await press('Extended: set the length');
    await press('7 days');
    await press('Save the length');
    expect(told().at(-1).event).toEqual({ type: 'corrected', changes: { days: 30 } });
  });

  test('what could not be kept is said, and can be tried again', async () => {
    sendMessage.mockResolvedValue(null);
    open(grant());
    await press('Details');
    await press('Not mine');
    await wait(5_000);
    expect(screen.getByText('Could not save, please try again')).toBeTruthy();
    expect(title()).toContain('Support asks');
  });
});

describe('the reason', () => {
  const answered = BANNERS['answered, granted'] as AccessItem;
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('Why it was allowed');

  test('survives new views and a fold, and goes out with ticket and question', async () => {
    const { show, state } = open(answered);
    await press('Give the reason');
    fireEvent.input(field(), { target: { value: ' Mail does not go out ' } });
    show({ ...answered, changedAt: NOW });
    await press('Fold');
    await press(/^Show:/);
    await press('Give the reason');
    expect(field().value).toBe(' Mail does not go out ');
    await press('Save');
    expect(told().at(-1)).toEqual({
      type: 'access.told',
      key: KEY,
      id: '7:501',
      event: { type: 'reasonGiven', reason: 'Mail does not go out', ticket: '', chatId: 2 },
    });
    expect(state().typed).toEqual({});
  });

  test('is kept in the field when it could not be saved', async () => {
    sendMessage.mockResolvedValue(null);
    open(answered);
    await press('Give the reason');
    fireEvent.input(field(), { target: { value: 'Mail' } });
    await press('Save');
    await wait(5_000);
    expect(told()).toHaveLength(4);
    expect(field().value).toBe('Mail');
    expect(screen.getByText('Could not save, please try again')).toBeTruthy();
  });

  test('may be skipped', async () => {
    open(answered);
    await press('Skip');
    expect(told().at(-1).event).toEqual({ type: 'reasonGiven', reason: '', ticket: '', chatId: null });
  });
});

describe('opening', () => {
  test('asks the background, and the card goes out of the way of the message', async () => {
    sendMessage.mockResolvedValue('inPage');
    open(grant());
    await press('Details');
    await press('Open the request');
    expect(told()).toEqual([{ type: 'access.opened', key: KEY, id: '7:501' }]);
    expect(screen.getByText(/Answer with the buttons below it/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Not mine' })).toBeNull();
  });

  test('without a message there is the main chat, and where to revoke stands in the card', async () => {
    sendMessage.mockResolvedValue('inPage');
    open(BANNERS['overdue, buttons gone'] as AccessItem);
    await press('Revoke');
    expect(screen.getByText(/The main chat with support is open/)).toBeTruthy();
  });

  test.each([
    ['inTab', /open in another tab/],
    ['nowhere', /Nobody knows where the message is/],
    [null, /Could not open it/],
  ])('that did not happen here (%s) is told in the card', async (answer, words) => {
    sendMessage.mockResolvedValue(answer);
    open(overdueItem);
    await press('Revoke');
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('Where access is revoked')).toBeTruthy();
  });
});

test('"hide here" takes the banner away at once and for good', async () => {
  open(grant());
  await press('Details');
  await press('Hide here');
  expect(told()).toEqual([{ type: 'settings.changed', key: KEY, changes: { hiddenCards: ['accessBanner'] } }]);
  expect(screen.queryByRole('region')).toBeNull();
});
