// @vitest-environment happy-dom
/** The section about ChatApp as it is wired, with a background that answers what the test says. */
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppMessage } from '../../../bitrix24/market-protocol.ts';
import type { ChatAppBook, ChatAppWord } from '../../../domain/chatapp/book.ts';
import { DashboardApp } from '../../../entrypoints/dashboard/DashboardApp.tsx';
import { dashboardStore } from '../../../entrypoints/dashboard/dashboard-store.ts';
import { parsePlace } from '../../../entrypoints/dashboard/place.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { NOW } from '../samples.ts';
import { book, facts, market, read, run, runView, withMarket } from './chatapp-samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front } from './fronts.ts';

type Message = { type: string } & Record<string, unknown>;
type Answer = (message: Message) => unknown;

const scene = vi.hoisted(() => ({
  listeners: new Set<(message: unknown) => void>(),
  send: (_message: unknown): Promise<unknown> => Promise.resolve(null),
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = () => ({ addListener: () => undefined, removeListener: () => undefined });
  const onMessage = {
    addListener: (listener: (message: unknown) => void) => scene.listeners.add(listener),
    removeListener: (listener: (message: unknown) => void) => scene.listeners.delete(listener),
  };
  const permissions = { contains: async () => false, onAdded: event(), onRemoved: event() };
  const runtime = { onMessage, sendMessage: (message: unknown) => scene.send(message) };
  const storage = { session: { get: async () => ({}) }, onChanged: event() };
  return { browser: { runtime, storage, permissions } };
});

const words = en.messages.chatapp;
const VIEW = withMarket();
const KEY = encodeURIComponent(VIEW.key);
const asked: Message[] = [];
const wantedOf = (type: string) => asked.filter((message) => message.type === type);

/** Opens the page at an address; every message about the application has to be one that the background would take. */
function open(tab: string, wanted: () => ChatAppBook | null, answers: Record<string, Answer> = {}, view = VIEW) {
  const all: Record<string, Answer> = { 'front.wanted': () => front([view]), 'book.wanted': wanted, ...answers };
  location.hash = `#chatapp/${KEY}${tab && `/${tab}`}`;
  scene.send = async (message) => {
    const { type } = message as Message;
    if (type !== 'front.wanted') expect(v.safeParse(AppMessage, message).issues).toBeUndefined();
    asked.push(message as Message);
    return all[type]?.(message as Message) ?? null;
  };
  dashboardStore.trigger.moved({ place: parsePlace(location.hash) });
  return drawDashboard(en, <DashboardApp language="en" />);
}

const hear = (view: typeof VIEW) =>
  act(() => {
    for (const listener of scene.listeners) listener({ type: 'view.changed', view });
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  asked.length = 0;
  dashboardStore.trigger.accountsChosen({ key: VIEW.key, without: null });
  dashboardStore.trigger.viewChanged({ view: VIEW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('without a part in the address the state is on show', async () => {
  open('', () => book());
  await screen.findByRole('heading', { name: words.access.heading });
  expect(wantedOf('book.wanted')).toEqual([{ type: 'book.wanted', key: VIEW.key }]);
});

test.each([
  ['options', words.options.lead],
  ['accounts', words.accounts.lead],
  ['reinstall', words.reinstall.lead],
])('the part “%s” has an address', async (tab, text) => {
  open(tab, () => book());
  await screen.findByText(text);
  expect(screen.getByRole('link', { name: words.tab[tab as 'options'] }).getAttribute('aria-current')).toBe('page');
});

test('a book that does not load offers another try', async () => {
  let isThere = false;
  open('', () => (isThere ? book() : null));
  await screen.findByRole('alert');
  isThere = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { name: words.access.heading });
});

test('reading again reads every part and shows what came', async () => {
  let isRead = false;
  open('', () => book(isRead ? { facts: facts({ accessList: read([]) }) } : {}), {
    'book.readAgain': () => {
      isRead = true;
      return null;
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: words.reading.again }));
  await screen.findByText('Everyone: 4 employees');
  expect(wantedOf('book.readAgain')).toMatchObject([
    { key: VIEW.key, parts: ['staff', 'departments', 'accessList', 'lines', 'roles'] },
  ]);
});

test.each(['noTab', 'notAdministrator', 'busy', 'failed'] as const)(
  'a reading that is stopped by “%s” says what to do',
  async (trouble) => {
    open('', () => book(), { 'book.readAgain': () => trouble });
    fireEvent.click(await screen.findByRole('button', { name: words.reading.again }));
    await screen.findByText(words.reading.trouble[trouble].text);
  },
);

test('a background that fails while it reads is told, and what was read stays', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  open('', () => book(), {
    'book.readAgain': () => {
      throw new Error('gone');
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: words.reading.again }));
  await screen.findByText(words.reading.trouble.failed.text);
  expect(screen.getByRole('heading', { name: words.access.heading })).toBeDefined();
});

test('what somebody says is told and shown at once', async () => {
  open('options', () => book(), {
    'book.told': ({ word }) => {
      const { option, value } = word as Extract<ChatAppWord, { type: 'option.told' }>;
      const told = { from: 'entered', value, at: NOW, by: 'Olga' } as const;
      return book({ facts: facts({ options: { ...facts().options, [option]: told } }) });
    },
  });
  await screen.findByText('2 options want an answer');
  const [, personal] = screen.getAllByRole('button', { name: words.options.answer.on });
  fireEvent.click(personal as HTMLElement);
  await screen.findByText('1 option wants an answer');
});

test('whom somebody chose is not lost when it cannot be kept, nor on the way through other parts', async () => {
  open('accounts', () => book(), { 'book.told': () => null });
  const search = await screen.findByRole('searchbox', { name: words.accounts.without.search });
  fireEvent.input(search, { target: { value: 'Vera' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Vera Zaitseva' }));
  fireEvent.click(screen.getByRole('button', { name: words.accounts.without.save }));
  await screen.findByText(words.notSaved);
  const go = (tab: string) => {
    location.hash = `#chatapp/${KEY}/${tab}`;
    act(() => void window.dispatchEvent(new Event('hashchange')));
  };
  go('options');
  await screen.findByText(words.options.lead);
  go('accounts');
  await screen.findByText('Without an own account: 2 employees');
});

test('a way leads to a page of the portal', async () => {
  open('', () => book(), { 'place.wanted': () => true });
  fireEvent.click(await screen.findByRole('button', { name: words.access.open }));
  await screen.findByText(words.reinstall.opened);
  expect(wantedOf('place.wanted')).toEqual([{ type: 'place.wanted', key: VIEW.key, place: { kind: 'accessList' } }]);
});

test('the application is confirmed, and taken back', async () => {
  const view = withMarket({ confirmed: null });
  open('', () => book(), { 'app.confirmed': () => true, 'app.forgotten': () => true }, view);
  fireEvent.click(await screen.findByRole('button', { name: /^This is ChatApp/ }));
  await waitFor(() => expect(wantedOf('app.confirmed')).toMatchObject([{ code: 'vendor.chat' }]));
  hear(VIEW);
  fireEvent.click(await screen.findByRole('button', { name: words.identity.another }));
  await waitFor(() => expect(wantedOf('app.forgotten')).toHaveLength(1));
});

test('a reinstall begins, follows the pages, and is told what somebody says', async () => {
  open('reinstall', () => book(), { 'reinstall.begun': () => 'run-1', 'reinstall.told': () => true });
  fireEvent.click(await screen.findByRole('button', { name: words.reinstall.begin }));
  await waitFor(() => expect(wantedOf('reinstall.begun')).toHaveLength(1));
  hear({ ...VIEW, market: market({ run: runView(run('checked')) }) });
  fireEvent.click(await screen.findByRole('button', { name: words.reinstall.act.record }));
  await waitFor(() =>
    expect(wantedOf('reinstall.told')).toMatchObject([{ id: 'run-1', event: { type: 'record.wanted' } }]),
  );
  hear({ ...VIEW, market: market({ run: runView(run('absent')) }) });
  await screen.findByText(words.reinstall.stepText.absent);
});

const pass = () =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(5_000);
  });

test('the book is asked for again when the application changes, and not for anything else', async () => {
  open('', () => book());
  await screen.findByRole('heading', { name: words.access.heading });
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: NOW });
  hear({ ...VIEW, unread: { dialogs: 9, messages: 9 } });
  await pass();
  expect(wantedOf('book.wanted')).toHaveLength(1);
  hear({ ...VIEW, market: market({ isUnpublished: true }) });
  await pass();
  expect(wantedOf('book.wanted')).toHaveLength(2);
});
