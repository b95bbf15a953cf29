import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { Application } from '../../core/application.ts';
import { portalOriginOf } from '../../core/portals/believed.ts';
import { route } from '../../core/router.ts';
import type { KnownPortal } from '../../domain/portals/known-portal.ts';
import { dialog } from '../readings.ts';

// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` } },
}));

const ORIGIN = 'https://demo.bitrix24.ru';
const POPUP = { id: 'ours', url: 'chrome-extension://ours/popup.html' } as Runtime.MessageSender;

const tab = (changes: object = {}): Runtime.MessageSender =>
  ({ id: 'ours', url: `${ORIGIN}/stream/`, frameId: 0, tab: { id: 7 }, ...changes }) as Runtime.MessageSender;

const seen = {
  type: 'page.seen',
  userId: '1',
  language: 'ru',
  generation: 'v2',
  isAdministrator: null,
  isReload: false,
};
const reading = { botId: '5', dialogs: [dialog(1)], limit: 5, isAdministrator: true, startedAt: 1 };
const finished = (changes: object) => ({
  type: 'reading.finished',
  userId: '1',
  outcome: { kind: 'reading', skippedEntries: 0, reading: { ...reading, ...changes } },
});
const told = (event: object, changes: object = {}) => ({ type: 'portal.event', userId: '1', at: 1, event, ...changes });
const chat = (chatId: number, unread: unknown) => ({ chatId, unread, lastWord: null });
const counted = (counts: unknown) => ({ type: 'chats.told', userId: '1', chats: counts, at: 1 });

const own = (origin: string, prefix = '/'): KnownPortal => ({
  ...{ origin, prefix, source: 'added', pattern: `${origin}/*`, label: '', colour: 'red', pause: null, addedAt: 1 },
});
let added: KnownPortal[] = [];
let paused: string[] = [];

/** Notes every call; answers with the name of the method. */
function fakeApplication(): { application: Application; calls: Mock } {
  const calls = vi.fn((name: string, ..._args: unknown[]) => Promise.resolve(name));
  const noting = (parts: object): object =>
    new Proxy(parts, {
      get: (_, name: string) =>
        // Its parts note their calls as well.
        name in parts ? parts[name as keyof typeof parts] : (...args: unknown[]) => calls(name, ...args),
    });
  const application = noting({
    ready: async () => undefined,
    originOfPage: (url: string) => portalOriginOf(url, (origin) => added.find((portal) => portal.origin === origin)),
    keepsOff: (origin: string) => paused.includes(origin),
    isReadOnly: false,
    tabs: noting({}),
    wishes: noting({}),
    access: noting({}),
    market: noting({ tabs: noting({}), isSignedIn: async (each: string) => each === `${ORIGIN}|1` }),
  });
  return { application: application as Application, calls };
}

let application: Application;
let calls: Mock;

beforeEach(() => {
  added = [];
  paused = [];
  ({ application, calls } = fakeApplication());
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

describe('a message from the top frame of a portal', () => {
  it('reaches the application with the origin and the tab that the browser names', async () => {
    expect(await route({ ...seen, origin: 'https://evil.example', tabId: 99 }, tab(), application)).toBe('hear');
    expect(calls).toHaveBeenCalledExactlyOnceWith('hear', seen, { tabId: 7, origin: ORIGIN });
  });

  it('is taken on a portal of any zone and port', async () => {
    await route(seen, tab({ url: 'https://team.bitrix24.com.br:8443/' }), application);
    expect(calls.mock.lastCall?.[2]).toEqual({ tabId: 7, origin: 'https://team.bitrix24.com.br:8443' });
  });

  it('may ask for the view of its own portal', async () => {
    const key = `${ORIGIN}|1`;
    expect(await route({ type: 'overlay.started' }, tab(), application)).toBe('overlayStarted');
    expect(await route({ type: 'reading.wanted', key }, tab(), application)).toBe('readNow');
    await route({ type: 'dialog.wanted', key, dialogId: 'chat1' }, tab(), application);
    expect(calls).toHaveBeenLastCalledWith('openDialog', key, 'chat1', 7);
    expect(await route({ type: 'register.opened', key }, tab(), application)).toBe('openRegister');
  });
});

describe('a portal that was added', () => {
  const seenFrom = async (url: string, frameId = 0) => {
    calls.mockClear();
    const message = frameId === 0 ? seen : { type: 'market.started' };
    await route(message, tab({ url, frameId }), application);
    return calls.mock.lastCall?.[2]?.origin ?? null;
  };

  it('is believed on its own origin, with its port, and by http where it was added so', async () => {
    added = [own('https://portal.example.ru:8443'), own('http://intranet.local')];
    expect(await seenFrom('https://portal.example.ru:8443/online/')).toBe('https://portal.example.ru:8443');
    expect(await seenFrom('http://intranet.local/crm/')).toBe('http://intranet.local');
    expect(await seenFrom('https://portal.example.ru/online/')).toBeNull();
    expect(await seenFrom('http://portal.example.ru:8443/online/')).toBeNull();
    expect(await seenFrom('https://intranet.local/crm/')).toBeNull();
  });

  it('is believed below its folder only, and not on pages for visitors', async () => {
    added = [own('https://example.ru', '/intranet/')];
    expect(await seenFrom('https://example.ru/intranet/stream/')).toBe('https://example.ru');
    expect(await seenFrom('https://example.ru/stream/')).toBeNull();
    expect(await seenFrom('https://example.ru/intranet/pub/form/')).toBeNull();
    expect(await seenFrom('blob:https://example.ru/intranet/0-1')).toBeNull();
  });

  it('is believed in slider frames as well', async () => {
    added = [own('https://example.ru', '/intranet/')];
    expect(await seenFrom('https://example.ru/intranet/market/installed/?IFRAME=Y', 12)).toBe('https://example.ru');
    expect(await seenFrom('https://example.ru/market/installed/?IFRAME=Y', 12)).toBeNull();
  });

  it('is not believed any more once it was forgotten', async () => {
    expect(await seenFrom('https://portal.example.ru/online/')).toBeNull();
  });
});

describe('a page of a portal that is paused', () => {
  const key = `${ORIGIN}|1`;

  it('gets no surface, no reading and no card about applications', async () => {
    paused = [ORIGIN];
    for (const message of [
      { type: 'overlay.started' },
      { type: 'cards.started' },
      { type: 'reading.wanted', key },
      { type: 'card.wanted', key, card: { kind: 'drafts' } },
      { type: 'reinstall.begun', key },
      { type: 'place.wanted', key, place: { kind: 'installed' } },
    ]) {
      expect(await route(message, tab(), application)).toBeNull();
    }
    expect(calls).not.toHaveBeenCalled();
  });

  it('still has kept what was being typed there', async () => {
    paused = [ORIGIN];
    const draft = { id: crypto.randomUUID(), kind: 'parked', title: '', text: 'Mail is late', dialogId: null };
    expect(await route({ type: 'draft.kept', key, draft }, tab(), application)).toBe('keepDraft');
    const note = { type: 'note.changed', key, chatId: 1, changes: { text: 'ask Olga' } };
    expect(await route(note, tab(), application)).toBe('changeNote');
  });
});

describe('nothing reaches the application', () => {
  it.each([
    ['another extension', { id: 'theirs' }],
    ['a sub-frame', { frameId: 3 }],
    ['a frame the browser does not name', { frameId: undefined }],
    ['http', { url: 'http://demo.bitrix24.ru/' }],
    ['a host that is no portal', { url: 'https://demo.bitrix24.ru.evil.example/' }],
    ['a site of the vendor', { url: 'https://helpdesk.bitrix24.ru/' }],
    ['a blob of a portal', { url: 'blob:https://demo.bitrix24.ru/0-1' }],
    ['an empty page', { url: 'about:blank' }],
    ['a page without an address', { url: undefined }],
    ['no tab', { tab: undefined }],
    ['a page that only begins like ours', { url: 'chrome-extension://ours.evil/popup.html', tab: undefined }],
  ])('from %s', async (_who, changes) => {
    for (const message of [seen, finished({}), { type: 'overlay.started' }, { type: 'views.wanted' }]) {
      expect(await route(message, tab(changes), application)).toBeUndefined();
    }
    expect(calls).not.toHaveBeenCalled();
  });

  it('when a link’s message comes from a page of the extension', async () => {
    for (const message of [seen, finished({}), told({ type: 'limit.changed', botId: '5', limit: 5 })]) {
      expect(await route(message, POPUP, application)).toBeUndefined();
    }
    expect(calls).not.toHaveBeenCalled();
  });

  it.each([
    'https://second.bitrix24.com|1',
    'https://demo.bitrix24.ru.evil.example|1',
    'https://demo.bitrix24.ru:8443|1',
    'https://demo.bitrix24.ru',
    '',
  ])('when a tab names the key %j', async (key) => {
    const chip = { edge: 'left', offset: 1, isHidden: true };
    for (const message of [
      { type: 'reading.wanted', key },
      { type: 'chip.placed', key, chip },
      { type: 'dialog.wanted', key, dialogId: 'chat1' },
      { type: 'dialogs.wanted', key, closedCount: 50 },
      { type: 'access.told', key, id: '10:77', event: { type: 'dismissed' } },
      { type: 'access.opened', key, id: '10:77' },
    ]) {
      expect(await route(message, tab(), application)).toBeNull();
    }
    expect(calls).not.toHaveBeenCalled();
  });

  it.each([
    ['the register of access', 'register', { type: 'register.wanted' }],
    ['the history of a record', 'history', { type: 'history.wanted', id: null }],
    ['who has signed in', 'signIns', { type: 'signIns.wanted', id: '10:77' }],
    [
      'a record to be entered',
      'enter',
      {
        type: 'access.entered',
        record: {
          kind: 'integrator',
          id: '5f0c8a54-2f4e-4b7e-9d3a-6f1f0c6f2a11',
          name: 'Olga',
          userId: '40',
          since: 1,
        },
      },
    ],
  ])('when a tab asks for %s', async (_what, method, message) => {
    const wish = { ...message, key: `${ORIGIN}|1` };
    expect(await route(wish, tab(), application)).toBeNull();
    expect(calls).not.toHaveBeenCalled();
    expect(await route(wish, POPUP, application)).toBe(method);
  });

  it('when a tab asks for all portals', async () => {
    expect(await route({ type: 'views.wanted' }, tab(), application)).toBeNull();
    expect(calls).not.toHaveBeenCalled();
    expect(await route({ type: 'views.wanted' }, POPUP, application)).toBe('views');
  });

  it('when a page claims a right for its user: only the popup can', async () => {
    const key = 'https://demo.bitrix24.ru|1';
    expect(await route({ type: 'right.claimed', key }, tab(), application)).toBeNull();
    expect(calls).not.toHaveBeenCalled();
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'page.seen'],
    ['a list', [seen]],
    ['an unknown type', { ...seen, type: 'page.gone' }],
    ['a user id that is no number', { ...seen, userId: '1|2' }],
    ['a user id that is too long', { ...seen, userId: '1'.repeat(13) }],
    ['a long language', { ...seen, language: 'x'.repeat(11) }],
    ['a limit that is no number', finished({ limit: Number.NaN })],
    ['a time of day in words', finished({ startedAt: 'now' })],
    ['a time before all time', told({ type: 'unread.changed', chatId: 1, unread: 1 }, { at: -1 })],
    ['endless time', finished({ startedAt: Number.NEGATIVE_INFINITY })],
    ['too many dialogs', finished({ dialogs: Array.from({ length: 20_001 }, (_, index) => dialog(index + 1)) })],
    ['a long title', finished({ dialogs: [dialog(1, { title: 'x'.repeat(401) })] })],
    ['an id of another shape', finished({ dialogs: [dialog(1, { dialogId: 'javascript:alert(1)' })] })],
    ['a status of another kind', finished({ dialogs: [dialog(1, { status: 'exploded' as 'open' })] })],
    ['fewer than no messages', finished({ dialogs: [dialog(1, { unread: -1 })] })],
    ['half a chat', told({ type: 'unread.changed', chatId: 1.5, unread: 1 })],
    ['an event of another kind', told({ type: 'dialog.deleted', chatId: 1 })],
    ['too many counts', counted(Array.from({ length: 20_001 }, (_, index) => chat(index + 1, 0)))],
    ['counts that are none', counted([chat(1, 'many')])],
    [
      'a chip off the page',
      { type: 'chip.placed', key: `${ORIGIN}|1`, chip: { edge: 'left', offset: 101, isHidden: false } },
    ],
    ['an address for an id', { type: 'dialog.wanted', key: `${ORIGIN}|1`, dialogId: '../../evil' }],
    ['a key without end', { type: 'reading.wanted', key: `${ORIGIN}|${'1'.repeat(400)}` }],
  ])('when the message is %s', async (_what, message) => {
    expect(await route(message, tab(), application)).toBeUndefined();
    expect(calls).not.toHaveBeenCalled();
  });

  it('of what a message carries beyond its shape', async () => {
    const secret = { token: 'secret', text: 'a private message' };
    await route({ ...seen, ...secret }, tab(), application);
    await route(finished({ ...secret, dialogs: [{ ...dialog(1), ...secret }] }), tab(), application);
    expect(calls).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(calls.mock.calls)).not.toMatch(/secret|private/);
  });
});

describe('a message about applications', () => {
  const slider = tab({ frameId: 12, url: `${ORIGIN}/market/installed/?IFRAME=Y` });
  const key = `${ORIGIN}|1`;

  it('may come from any frame of a portal, with the frame that the browser names', async () => {
    await route({ type: 'market.started', frameId: 99 }, slider, application);
    expect(calls).toHaveBeenCalledWith('hear', { type: 'market.started' }, { tabId: 7, frameId: 12, origin: ORIGIN });
  });

  it('is dropped when it comes from elsewhere or from the extension’s own pages', async () => {
    await route({ type: 'market.started' }, tab({ url: 'https://evil.example/market/' }), application);
    await route({ type: 'market.started' }, POPUP, application);
    expect(calls).not.toHaveBeenCalled();
  });

  it('may not speak for a user who is not signed in there any more', async () => {
    await route({ type: 'reinstall.begun', key: `${ORIGIN}|2` }, slider, application);
    expect(calls).not.toHaveBeenCalledWith('begin', expect.anything());
  });

  it('may speak only of the portal it comes from', async () => {
    const other = { type: 'reinstall.begun', key: 'https://other.bitrix24.ru|1' };
    expect(await route(other, slider, application)).toBeNull();
    await route({ type: 'reinstall.begun', key }, slider, application);
    expect(calls).toHaveBeenCalledExactlyOnceWith('begin', { type: 'reinstall.begun', key });
  });

  it.each([
    { type: 'book.wanted', key },
    { type: 'book.readAgain', key, parts: ['staff'] },
    { type: 'book.told', key, word: { type: 'option.told', option: 'password', value: true } },
  ])('that is about all employees is answered to the extension’s own pages alone: $type', async (message) => {
    expect(await route(message, tab(), application)).toBeNull();
    expect(calls).not.toHaveBeenCalled();
    await route(message, POPUP, application);
    expect(calls).toHaveBeenCalledOnce();
  });

  it.each([
    ['a list without end', { kind: 'apps', generation: 'new', apps: Array(501).fill({}), provesAbsence: true }],
    ['a code that is none', { kind: 'appPage', generation: 'new', code: '<b>', name: '', presence: 'active' }],
    ['a kind that nobody knows', { kind: 'secrets' }],
  ])('with %s is dropped', async (_, sight) => {
    await route({ type: 'market.seen', sight }, slider, application);
    expect(calls).not.toHaveBeenCalled();
  });

  it('does not let a slider frame speak for the page', async () => {
    await route(seen, slider, application);
    await route({ type: 'views.wanted' }, slider, application);
    expect(calls).not.toHaveBeenCalled();
  });
});
