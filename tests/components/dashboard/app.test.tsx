// @vitest-environment happy-dom
/** The page as it is wired, with a background that answers what the test says. */
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DashboardApp } from '../../../entrypoints/dashboard/DashboardApp.tsx';
import { dashboardStore } from '../../../entrypoints/dashboard/dashboard-store.ts';
import { en as cards } from '../../../locales/cards/en.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { closedDialogs, dialog, portal } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front } from './fronts.ts';
import { governance } from './pages.tsx';
import { details } from './samples.ts';

type Message = { type: string } & Record<string, unknown>;
type Answer = (message: Message) => unknown;

const scene = vi.hoisted(() => ({
  listeners: new Set<(message: unknown) => void>(),
  send: (_message: unknown): Promise<unknown> => Promise.resolve(null),
  request: () => Promise.resolve(false),
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = () => ({ addListener: () => undefined, removeListener: () => undefined });
  const onMessage = {
    addListener: (listener: (message: unknown) => void) => scene.listeners.add(listener),
    removeListener: (listener: (message: unknown) => void) => scene.listeners.delete(listener),
  };
  const permissions = {
    contains: async () => false,
    request: () => scene.request(),
    onAdded: event(),
    onRemoved: event(),
  };
  const runtime = { onMessage, sendMessage: (message: unknown) => scene.send(message) };
  const storage = { session: { get: async () => ({}) }, onChanged: event() };
  return { browser: { runtime, storage, permissions } };
});

const VIEW = portal({ view: { dialogs: [dialog(1), dialog(2)] } });
const asked: Message[] = [];

/** Opens the page at an address; what the background is asked is remembered. */
function open(hash: string, answers: Record<string, Answer>) {
  location.hash = hash;
  scene.send = async (message) => {
    asked.push(message as Message);
    return answers[(message as Message).type]?.(message as Message) ?? null;
  };
  dashboardStore.trigger.moved({ place: { section: 'dialogs', key: null, chatId: null, recordId: null } });
  window.dispatchEvent(new Event('hashchange'));
  const drawn = drawDashboard(en, <DashboardApp language="en" />);
  act(() => void window.dispatchEvent(new Event('hashchange')));
  return drawn;
}

const tell = (view: typeof VIEW) =>
  act(() => {
    for (const hear of scene.listeners) hear({ type: 'view.changed', view });
  });
const wantedOf = (type: string) => asked.filter((message) => message.type === type);
const told = () => front([VIEW]);

beforeEach(() => {
  asked.length = 0;
  dashboardStore.trigger.filterChanged({ changes: { query: '', status: 'any', tag: '' } });
});
afterEach(cleanup);

test('dialogs are there at once, older ones follow, and changes show by themselves', async () => {
  const closed = closedDialogs(60);
  const view = { ...VIEW, dialogTotal: 62 };
  open('#dialogs', {
    'front.wanted': () => front([view]),
    'dialogs.wanted': () => ({ ...view, dialogs: [...view.dialogs, ...closed] }),
  });
  await screen.findByText('2 of 62. Loading older dialogs');
  await screen.findByText('62 of 62');
  expect(wantedOf('dialogs.wanted')[0]).toEqual({ type: 'dialogs.wanted', key: VIEW.key, closedCount: 62 });
  tell({ ...view, dialogs: [dialog(1, { alias: 'Mail' }), dialog(2)] });
  await screen.findByRole('button', { name: /^Mail/ });
});

test('only the answer to what is typed now is shown', async () => {
  const answers: ((found: unknown) => void)[] = [];
  open('#dialogs', { 'front.wanted': told, 'search.wanted': () => new Promise((resolve) => answers.push(resolve)) });
  const search = await screen.findByRole('searchbox');
  fireEvent.input(search, { target: { value: 'ma' } });
  await waitFor(() => expect(answers).toHaveLength(1));
  fireEvent.input(search, { target: { value: 'mail' } });
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.([dialog(2)]);
  await screen.findByText('1 of 2');
  answers[0]?.([dialog(1)]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.getByRole('button', { name: 'Question 2' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Question 1' })).toBeNull();
});

test('a search that fails is not told as one that found nothing', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  open('#dialogs', { 'front.wanted': told, 'search.wanted': () => Promise.reject(new Error('no answer')) });
  fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'mail' } });
  await screen.findByText(en.messages.dialogs.searchFailed);
  expect(screen.queryByText(en.messages.dialogs.noneFound.title)).toBeNull();
});

test('a note is saved as it is typed, and says so', async () => {
  const saved = (message: Message) => details({}, message.changes as object);
  open(`#dialogs/${encodeURIComponent(VIEW.key)}/1`, {
    'front.wanted': told,
    'details.wanted': () => details(),
    'note.changed': saved,
  });
  const alias = await screen.findByRole('textbox', { name: cards.messages.dialog.alias });
  fireEvent.input(alias, { target: { value: 'Mail' } });
  await screen.findByText(cards.messages.shell.saving.saved);
  expect(wantedOf('note.changed')).toEqual([
    { type: 'note.changed', key: VIEW.key, chatId: 1, changes: { alias: 'Mail' } },
  ]);
});

test('a note that could not be saved stays in its field', async () => {
  open(`#dialogs/${encodeURIComponent(VIEW.key)}/1`, { 'front.wanted': told, 'details.wanted': () => details() });
  const alias = await screen.findByRole<HTMLInputElement>('textbox', { name: cards.messages.dialog.alias });
  fireEvent.input(alias, { target: { value: 'Mail' } });
  await screen.findByText(cards.messages.shell.saving.notSaved);
  expect(alias.value).toBe('Mail');
});

test('a dialog that is gone says so', async () => {
  open(`#dialogs/${encodeURIComponent(VIEW.key)}/404`, { 'front.wanted': told });
  await screen.findByText(en.messages.dialogs.gone);
});

test('a section that does not load offers another try', async () => {
  let isThere = false;
  open('#journal', { 'front.wanted': told, 'journal.wanted': () => (isThere ? [] : null) });
  await screen.findByRole('alert');
  isThere = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(en.messages.journal.none.title);
});

test('settings are saved for the portal of the address', async () => {
  const { DEFAULT_SETTINGS } = await import('../../../domain/settings-defaults.ts');
  const other = portal({ view: { key: 'https://other.bitrix24.ru|5', host: 'other.bitrix24.ru' } });
  open(`#settings/${encodeURIComponent(other.key)}`, {
    'front.wanted': () => front([VIEW, other]),
    'governance.wanted': () => governance(),
    'settings.wanted': () => DEFAULT_SETTINGS,
    'settings.changed': () => DEFAULT_SETTINGS,
  });
  const idle = await screen.findByRole('textbox', { name: en.messages.settings.idleDays });
  fireEvent.input(idle, { target: { value: '5' } });
  await waitFor(() =>
    expect(wantedOf('settings.changed')).toEqual([
      { type: 'settings.changed', key: other.key, changes: { idleDays: 5 } },
    ]),
  );
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Portal' }).value).toBe(other.key);
});

test('notifications are asked for in the click, and a refusal is said', async () => {
  const { DEFAULT_SETTINGS } = await import('../../../domain/settings-defaults.ts');
  const request = vi.fn(async () => false);
  scene.request = request;
  open('#settings', {
    'front.wanted': told,
    'governance.wanted': () => governance(),
    'settings.wanted': () => DEFAULT_SETTINGS,
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Allow notifications' }));
  expect(request).toHaveBeenCalledOnce();
  await screen.findByText(en.messages.settings.notification.refused);
});

test('without a portal the page says what to do first', async () => {
  open('#dialogs', { 'front.wanted': () => front([]) });
  await screen.findByText(en.messages.start.none.title);
  expect(screen.getByRole('link', { name: en.messages.start.begin }).getAttribute('href')).toBe('#start');
});
