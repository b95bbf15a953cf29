// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PopupApp } from '../../entrypoints/popup/PopupApp.tsx';
import { popupStore } from '../../entrypoints/popup/popup-store.ts';
import { en } from '../../locales/en.ts';
import { en as popupEn } from '../../locales/popup/en.ts';
import { NO_MARKET } from '../market-samples.ts';
import { draw } from './drawing.tsx';
import { request, withAccess } from './samples.ts';

const { sendMessage, create } = vi.hoisted(() => ({ sendMessage: vi.fn(), create: vi.fn() }));
vi.mock('../../platform/browser.ts', () => ({
  browser: {
    runtime: {
      sendMessage,
      getURL: (path: string) => `chrome-extension://id${path}`,
      onMessage: { addListener: vi.fn(), removeListener: vi.fn() },
    },
    tabs: { create },
  },
}));

const close = vi.fn();
vi.stubGlobal('close', close);
const run = {
  ...{ id: 'run-1', code: 'vendor.chat', name: 'ChatApp', appId: 17, state: 'absent', checks: [], press: null },
  ...{ finishedBy: null, stop: null, stoppedIn: null, startedAt: 1, changedAt: 2, recorded: null, differences: null },
} as const;
const confirmed = { code: 'vendor.chat', appId: 17, name: 'ChatApp', confirmedAt: 1 };
const view = { ...withAccess([request()]), market: { ...NO_MARKET, confirmed, run: { ...run, checks: [] } } };

/** Opens the popup with one portal; the card is answered with `answer`. */
async function open(answer: unknown): Promise<void> {
  sendMessage.mockImplementation(async ({ type }) => {
    if (type === 'views.wanted') return [view];
    if (answer instanceof Error) throw answer;
    return answer;
  });
  draw(en, <PopupApp />);
  await screen.findByRole('article');
}

beforeEach(() => {
  popupStore.trigger.actionWorked();
  vi.clearAllMocks();
});
afterEach(cleanup);

test.each(['shown', 'opened'])('a new dialog that was %s closes the popup', async (answer) => {
  await open(answer);
  fireEvent.click(screen.getByRole('button', { name: /^New dialog/ }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sendMessage).toHaveBeenCalledWith({
    type: 'card.wanted',
    key: view.key,
    card: { kind: 'newDialog', origin: 'popup' },
  });
});

test.each([null, new Error('gone')])('a new dialog that nobody shows (%s) is explained', async (answer) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await open(answer);
  fireEvent.click(screen.getByRole('button', { name: /^New dialog/ }));
  expect((await screen.findByRole('status')).textContent).toBe(popupEn.messages.cardFailed);
  expect(close).not.toHaveBeenCalled();
});

test('the page with all dialogs opens at the portal', async () => {
  create.mockResolvedValue({});
  await open(null);
  fireEvent.click(screen.getByRole('button', { name: /^Dialogs and report/ }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(create).toHaveBeenCalledWith({
    url: 'chrome-extension://id/dashboard.html#dialogs/https%3A%2F%2Fdemo.bitrix24.ru%7C1',
  });
});

test.each(['inPage', 'inTab'])('a request that was opened %s closes the popup', async (answer) => {
  await open(answer);
  fireEvent.click(screen.getByRole('button', { name: /^Open the request/ }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sendMessage).toHaveBeenCalledWith({ type: 'access.opened', key: view.key, id: '7:501' });
});

test.each(['nowhere', null, new Error('gone')])('a request that nobody finds (%s) is explained', async (answer) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await open(answer);
  fireEvent.click(screen.getByRole('button', { name: /^Open the request/ }));
  expect((await screen.findByRole('status')).textContent).toBe(en.messages.panel.requestNowhere);
  expect(close).not.toHaveBeenCalled();
});

test('an access is recorded in the register of the portal', async () => {
  create.mockResolvedValue({});
  await open(null);
  fireEvent.click(screen.getByRole('button', { name: /^Record access/ }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(create).toHaveBeenCalledWith({
    url: 'chrome-extension://id/dashboard.html#access/https%3A%2F%2Fdemo.bitrix24.ru%7C1',
  });
});

test.each([
  [/^ChatApp state/, 'chatapp/https%3A%2F%2Fdemo.bitrix24.ru%7C1'],
  [/^Go on with the reinstall/, 'chatapp/https%3A%2F%2Fdemo.bitrix24.ru%7C1/reinstall'],
])('“%s” opens what is known of ChatApp on the portal', async (name, hash) => {
  create.mockResolvedValue({});
  await open(null);
  fireEvent.click(screen.getByRole('button', { name }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(create).toHaveBeenCalledWith({ url: `chrome-extension://id/dashboard.html#${hash}` });
});
