// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PaletteTextContext } from '../../components/palette/palette-text-context.ts';
import type { FrontView } from '../../domain/front.ts';
import type { PortalView } from '../../domain/view.ts';
import { showKept } from '../../entrypoints/popup/front-source.ts';
import { PopupApp } from '../../entrypoints/popup/PopupApp.tsx';
import { popupStore } from '../../entrypoints/popup/popup-store.ts';
import { en } from '../../locales/en.ts';
import { paletteLanguagesFor } from '../../locales/palette/catalogue.ts';
import { en as popupEn } from '../../locales/popup/en.ts';
import { sidePanelOpener } from '../../platform/side-panel.ts';
import { market, run, runView } from './dashboard/chatapp-samples.ts';
import { front, knownPortal } from './dashboard/fronts.ts';
import { draw } from './drawing.tsx';
import { HOUR, NEEDY, NOW, portal, request, withAccess } from './samples.ts';

type Listener = (message: unknown) => void;
const fake = vi.hoisted(() => ({
  sendMessage: vi.fn(),
  create: vi.fn(),
  query: vi.fn(),
  update: vi.fn(),
  focus: vi.fn(),
  kept: vi.fn(),
  copyText: vi.fn(),
  heard: new Set<(message: unknown) => void>(),
  storage: new Set<(changes: object, area: string) => void>(),
}));
const { sendMessage, create } = fake;
vi.mock('../../platform/clipboard.ts', () => ({ copyText: fake.copyText }));
vi.mock('../../platform/browser.ts', () => ({
  browser: {
    runtime: {
      sendMessage: fake.sendMessage,
      getURL: (path: string) => `chrome-extension://id${path}`,
      onMessage: {
        addListener: (listener: Listener) => fake.heard.add(listener),
        removeListener: (listener: Listener) => fake.heard.delete(listener),
      },
    },
    storage: {
      session: { get: fake.kept },
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => fake.storage.add(listener),
        removeListener: (listener: (changes: object, area: string) => void) => fake.storage.delete(listener),
      },
    },
    tabs: { create: fake.create, query: fake.query, update: fake.update },
    windows: { update: fake.focus, getCurrent: async () => ({ id: 7 }) },
  },
}));

const close = vi.fn();
vi.stubGlobal('close', close);
const confirmed = { code: 'vendor.chat', appId: 17, name: 'ChatApp', confirmedAt: 1 };
const view: PortalView = {
  ...withAccess([request()]),
  market: market({ confirmed, run: runView(run('absent')) }),
};

const app = (layout: 'popup' | 'panel' = 'popup', openSide: (() => Promise<void>) | null = null) => (
  <PaletteTextContext.Provider value={paletteLanguagesFor('en')}>
    <PopupApp layout={layout} openSide={openSide} />
  </PaletteTextContext.Provider>
);

/** Opens the popup with all portals; anything else it asks for is answered with `answer`. */
async function open(answer: unknown, told: FrontView = front([view]), layout: 'popup' | 'panel' = 'popup') {
  sendMessage.mockImplementation(async ({ type }) => {
    if (type === 'front.wanted') return told;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const drawn = draw(en, app(layout));
  await vi.waitFor(() => expect(popupStore.getSnapshot().context.state).toBe('ready'));
  await screen.findAllByText('All portals');
  return drawn;
}

beforeEach(() => {
  popupStore.trigger.reset();
  vi.clearAllMocks();
  create.mockResolvedValue({});
  fake.query.mockResolvedValue([]);
  fake.kept.mockResolvedValue({});
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

test.each([
  [null, popupEn.messages.cardFailed],
  [new Error('gone'), popupEn.messages.actionFailed],
])('a new dialog that nobody shows (%s) is explained', async (answer, words) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await open(answer);
  fireEvent.click(screen.getByRole('button', { name: /^New dialog/ }));
  expect((await screen.findByRole('status')).textContent).toBe(words);
  expect(close).not.toHaveBeenCalled();
});

test('the page with all dialogs opens at the portal', async () => {
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

test.each([
  ['nowhere', en.messages.panel.requestNowhere],
  [null, en.messages.panel.requestNowhere],
  [new Error('gone'), popupEn.messages.actionFailed],
])('a request that nobody finds (%s) is explained', async (answer, words) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await open(answer);
  fireEvent.click(screen.getByRole('button', { name: /^Open the request/ }));
  expect((await screen.findByRole('status')).textContent).toBe(words);
  expect(close).not.toHaveBeenCalled();
});

test('an access is recorded in the form of the portal’s register', async () => {
  await open(null);
  fireEvent.click(screen.getByRole('button', { name: /^Record access/ }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(create).toHaveBeenCalledWith({
    url: 'chrome-extension://id/dashboard.html#access/https%3A%2F%2Fdemo.bitrix24.ru%7C1/new',
  });
});

test.each([
  [/^ChatApp state/, 'chatapp/https%3A%2F%2Fdemo.bitrix24.ru%7C1'],
  [/^Go on with the reinstall/, 'chatapp/https%3A%2F%2Fdemo.bitrix24.ru%7C1/reinstall'],
])('“%s” opens what is known of ChatApp on the portal', async (name, hash) => {
  await open(null);
  fireEvent.click(screen.getByRole('button', { name }));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(create).toHaveBeenCalledWith({ url: `chrome-extension://id/dashboard.html#${hash}` });
});

const pressed = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const wasAsked = (message: object) => vi.waitFor(() => expect(sendMessage).toHaveBeenCalledWith(message));

describe('what was kept', () => {
  test('is drawn before the background is woken, also where nothing is drawn', async () => {
    const asked = () => sendMessage.mock.calls.filter(([{ type }]) => type === 'front.wanted').length;
    sendMessage.mockResolvedValue(front([view]));
    // A page out of sight gets no frames.
    const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(1);
    popupStore.trigger.kept({ front: front([view], { at: NOW - HOUR }) });
    draw(en, app());
    await vi.waitFor(() => expect(fake.storage.size, 'the background is followed').toBe(1));
    expect(asked()).toBe(0);
    await vi.waitFor(() => expect(asked()).toBe(1));
    frames.mockRestore();
  });

  test('is there before the background answers, and is overtaken by its answer', async () => {
    const early = front([portal({ used: 2 })], { at: NOW - HOUR });
    fake.kept.mockResolvedValue({ front: early });
    await showKept();
    let answer: (told: FrontView) => void = () => undefined;
    sendMessage.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    draw(en, app());
    expect(screen.getByText('2/5')).toBeDefined();
    expect(screen.getByText(/being updated/)).toBeDefined();
    answer(front([portal({ used: 4 })]));
    expect(await screen.findByText('4/5')).toBeDefined();
    expect(screen.queryByText(/being updated/)).toBeNull();
  });

  test.each([undefined, 'a text', { at: 'soon' }, { at: 1, portals: {} }])(
    'and is no front (%s) is not drawn',
    async (kept) => {
      fake.kept.mockResolvedValue({ front: kept });
      await showKept();
      expect(popupStore.getSnapshot().context.front).toBeNull();
    },
  );

  test('stays when the background does not answer, and is asked for anew by a press', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    popupStore.trigger.kept({ front: front([view], { at: NOW - HOUR }) });
    sendMessage.mockRejectedValue(new Error('gone'));
    draw(en, app());
    expect((await screen.findByRole('alert')).textContent).toContain('Could not update');
    expect(screen.getByRole('article')).toBeDefined();
    sendMessage.mockResolvedValue(front([view]));
    pressed('Try again');
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('what changes while it is open', () => {
  test('is heard: a portal, and all of them', async () => {
    await open(null, front([portal({ used: 2 })]));
    for (const listener of fake.heard) listener({ type: 'view.changed', view: portal({ used: 5 }) });
    expect(await screen.findByText('5/5')).toBeDefined();
    const newer = front([portal({ used: 1 })], { at: NOW + 1 });
    for (const listener of fake.storage) listener({ front: { newValue: newer } }, 'session');
    expect(await screen.findByText('1/5')).toBeDefined();
  });

  test.each([
    ['is not undone by what was put together before', 1_000, 1],
    ['is heard after the clock was set back', HOUR, 0],
  ])('%s', async (_name, earlier, left) => {
    await open(null, front([portal({ used: 2 })]));
    for (const listener of fake.storage) listener({ front: { newValue: front([], { at: NOW - earlier }) } }, 'session');
    expect(popupStore.getSnapshot().context.front?.portals).toHaveLength(left);
  });

  test('is followed no more once it is closed', async () => {
    const { unmount } = await open(null);
    unmount();
    expect(fake.heard.size + fake.storage.size).toBe(0);
  });
});

describe('a line of what needs a person leads', () => {
  const needs = (sentence: RegExp) => fireEvent.click(screen.getByRole('button', { name: sentence }));

  test('to the dialog', async () => {
    await open('inPage', front([NEEDY]));
    needs(/answer in “Касса на складе”/);
    await wasAsked({ type: 'dialog.wanted', key: NEEDY.key, dialogId: 'chat2' });
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  });

  test('to the message of a request', async () => {
    await open('inTab', front([withAccess([request({ banner: 'request' })])]));
    needs(/^Support asks for access/);
    await wasAsked({ type: 'access.opened', key: view.key, id: '7:501' });
  });

  test('to the parked question, and to the ways on at the limit', async () => {
    await open('shown', front([NEEDY]));
    needs(/^A place is free/);
    await wasAsked({ type: 'card.wanted', key: NEEDY.key, card: { kind: 'drafts' } });
    cleanup();
    popupStore.trigger.reset();
    await open('shown', front([portal({ used: 5 })]));
    needs(/^All 5 dialogs are in use/);
    await wasAsked({ type: 'card.wanted', key: view.key, card: { kind: 'newDialog', origin: 'popup' } });
  });

  test('to the reinstall', async () => {
    await open(null);
    needs(/^ChatApp was uninstalled/);
    await vi.waitFor(() => expect(create).toHaveBeenCalled());
    expect(create.mock.calls[0]?.[0].url).toMatch(/#chatapp\/.+\/reinstall$/);
  });

  test('to the portal where one is signed out, to its own tab if there is one', async () => {
    const signedOut = portal({ session: { state: 'signedOut' }, view: { prefix: '/intranet/' } });
    fake.query.mockResolvedValue([
      { id: 1, url: 'https://demo.bitrix24.ru/elsewhere/' },
      { id: 2, url: 'https://demo.bitrix24.ru/intranet/stream/' },
    ]);
    fake.update.mockResolvedValue({ windowId: 3 });
    await open(null, front([signedOut]));
    needs(/^You are signed out/);
    await vi.waitFor(() => expect(fake.focus).toHaveBeenCalledWith(3, { focused: true }));
    expect(fake.update).toHaveBeenCalledWith(2, { active: true });
    expect(create).not.toHaveBeenCalled();
  });
});

test('a line that leads nowhere says so beside it, and names the portal', async () => {
  await open(null, front([{ ...NEEDY, label: 'Ромашка' }]));
  fireEvent.click(screen.getByRole('button', { name: /answer in “Касса на складе”/ }));
  const status = await screen.findByText(`Ромашка: ${en.messages.panel.openFailed}`);
  expect(status.closest('section')?.getAttribute('aria-labelledby')).toBe('inbox-heading');
});

test('what has no card and did not work is said all the same', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await open(null);
  create.mockRejectedValue(new Error('no tabs'));
  pressed(popupEn.messages.dashboardAll);
  expect((await screen.findByRole('status')).textContent).toBe(popupEn.messages.actionFailed);
});

test('everything rests, and is shown again', async () => {
  const at = Date.now();
  await open(front([NEEDY], { rest: { at, until: at + 19 * HOUR, known: [] }, at }), front([NEEDY]));
  pressed(/^Rest everything/);
  await wasAsked({ type: 'rest.asked', isOn: true });
  expect(await screen.findByText(/^4 things rest until/)).toBeDefined();
  pressed('Show now');
  await wasAsked({ type: 'rest.asked', isOn: false });
});

test('a portal that was never opened is opened', async () => {
  await open(null, front([], { known: [knownPortal({ origin: 'https://new.bitrix24.ru', prefix: '/crm/' })] }));
  pressed('Open the portal new.bitrix24.ru/crm');
  await vi.waitFor(() => expect(create).toHaveBeenCalledWith({ url: 'https://new.bitrix24.ru/crm/' }));
});

test.each([
  [true, popupEn.messages.factsCopied],
  [false, popupEn.messages.copyFailed],
])('facts of the portal are copied without a name in them (%s)', async (worked, words) => {
  fake.copyText.mockResolvedValue(worked);
  await open(null);
  pressed(/^More/);
  pressed(/^Copy facts/);
  expect((await screen.findByRole('status')).textContent).toBe(words);
  expect(fake.copyText.mock.calls[0]?.[0]).toMatch(/^Портал: https:\/\/demo\.bitrix24\.ru\/\n/);
});

describe('the palette', () => {
  test('opens by key, finds what the background tells, and closes by Escape without closing the popup', async () => {
    const entries = [{ target: { kind: 'dialog', portal: view.key, chatId: 77 }, title: 'Old question', words: '' }];
    await open(entries);
    fireEvent.keyDown(document.body, { key: '/', code: 'Slash' });
    const field = await screen.findByRole('combobox');
    expect(document.querySelector('.popup')?.hasAttribute('inert')).toBe(true);
    fireEvent.input(field, { target: { value: 'old question' } });
    expect(await screen.findByRole('option', { name: /Old question/ })).toBeDefined();
    expect(fireEvent.keyDown(field, { key: 'Escape' })).toBe(false);
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(close).not.toHaveBeenCalled();
  });

  test('opens what was chosen', async () => {
    await open([{ target: { kind: 'employee', portal: view.key, id: '12' }, title: 'Anna', words: '' }]);
    pressed(popupEn.messages.find);
    fireEvent.input(await screen.findByRole('combobox'), { target: { value: 'anna' } });
    fireEvent.click(await screen.findByRole('option', { name: /Anna/ }));
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(create.mock.calls[0]?.[0].url).toMatch(/#chatapp\/.+\/explain:e12$/);
  });

  test('opens on the dialogs of one portal, and says what did not work', async () => {
    await open([{ target: { kind: 'dialog', portal: view.key, chatId: 77 }, title: 'Old question', words: '' }]);
    pressed(/^More/);
    pressed(/^Open a dialog/);
    sendMessage.mockResolvedValue(null);
    fireEvent.click(await screen.findByRole('option', { name: /Old question/ }));
    expect((await screen.findByText(en.messages.panel.openFailed)).closest('[role=status]')).not.toBeNull();
    expect(sendMessage).toHaveBeenCalledWith({ type: 'dialog.wanted', key: view.key, dialogId: 'chat77' });
  });

  test('says that dialogs could not be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await open(new Error('gone'));
    pressed(popupEn.messages.find);
    expect(await screen.findByText(/could not be read; portals and actions are found/)).toBeDefined();
  });
});

describe('at the side', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.stubGlobal('close', close);
  });

  test('the panel stays when something else opens', async () => {
    await open(null, front([view]), 'panel');
    pressed(/^Dialogs and report/);
    await vi.waitFor(() => expect(create).toHaveBeenCalled());
    expect(close).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: popupEn.messages.keepOpen })).toBeNull();
  });

  test('the popup opens it in the press itself, then goes', async () => {
    const openPanel = vi.fn(async () => undefined);
    vi.stubGlobal('chrome', { sidePanel: { open: openPanel } });
    popupStore.trigger.kept({ front: front([view]) });
    sendMessage.mockResolvedValue(front([view]));
    draw(en, app('popup', await sidePanelOpener()));
    pressed(popupEn.messages.keepOpen);
    expect(openPanel).toHaveBeenCalledWith({ windowId: 7 });
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  });

  test('in Firefox it is the sidebar, and what fails is said', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.stubGlobal('browser', { sidebarAction: { open: async () => Promise.reject(new Error('no')) } });
    sendMessage.mockResolvedValue(front([view]));
    draw(en, app('popup', await sidePanelOpener()));
    pressed(popupEn.messages.keepOpen);
    expect(await screen.findByText(popupEn.messages.keepOpenFailed)).toBeDefined();
    expect(close).not.toHaveBeenCalled();
  });

  test('a browser without such a place has none to open', async () => {
    expect(await sidePanelOpener()).toBeNull();
  });
});
