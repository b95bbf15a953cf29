import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import type { LinkMessage } from '../../bitrix24/link-protocol.ts';
import type { IsolatedScope } from '../../link/page-side.ts';
import { NOTHING, NOTHING_TO_ASK, PAGE, Scene } from './scene.ts';

let scene: Scene;
let link: import('../../link/link.ts').Link;
let portal: Mock<typeof fetch>;

const EMPTY_LIST = { list: { chats: [], multidialogs: [] }, me: { ID: '1', ADMIN: true } };
const status = { chatId: 11, dialogId: 'chat11', botId: 5, isSupport: true, status: 'open', dateMessage: null };
const outcomes = () => scene.told.flatMap((message) => (message.type === 'reading.finished' ? [message.outcome] : []));

async function start(): Promise<void> {
  const { Link } = await import('../../link/link.ts');
  link = new Link();
}

async function told(type: LinkMessage['type'], times = 1): Promise<void> {
  await vi.waitFor(() => expect(scene.typesTold().filter((each) => each === type)).toHaveLength(times));
}

/** The page is seen and the background knows it. */
async function startSeen(): Promise<void> {
  await start();
  scene.says({ kind: 'page', page: scene.page });
  await told('page.seen');
}

/** Whether the background's wish to read was accepted. */
function wishReading(userId = '1'): unknown {
  const respond = vi.fn();
  scene.fromBackground({ type: 'read', userId, access: NOTHING_TO_ASK }, {}, respond);
  return respond.mock.lastCall?.[0];
}

beforeEach(() => {
  scene = new Scene();
  portal = vi.fn<typeof fetch>(
    async () => new Response(JSON.stringify({ result: { result: EMPTY_LIST, result_error: [] } })),
  );
  vi.stubGlobal('fetch', portal);
  vi.spyOn(console, 'debug').mockReturnValue(undefined);
});
afterEach(() => {
  link.end();
  scene.end();
});

describe('the link', () => {
  it('says what the page is, and never its token', async () => {
    scene.background = ({ type }) => ({ ...NOTHING, read: type === 'page.seen' });
    await startSeen();
    await told('reading.finished');
    expect(outcomes()[0]?.kind).toBe('reading');
    expect(JSON.stringify(scene.told)).not.toContain('secret-token');
  });

  it('makes no request of its own accord', async () => {
    await startSeen();
    scene.says({ kind: 'event', command: 'changeMultidialogStatus', params: { multidialog: status }, agoSeconds: 0 });
    await told('portal.event');
    expect(portal).not.toHaveBeenCalled();
  });

  it('tells on counters and names of support dialogs only', async () => {
    scene.background = () => ({ ...NOTHING, watch: [[11, 'chat11']] });
    await startSeen();
    const rename = (chatId: number) =>
      scene.says({ kind: 'event', command: 'chatRename', params: { chatId, name: 'Lunch' }, agoSeconds: 0 });
    rename(12);
    rename(11);
    await told('portal.event');
    expect(JSON.stringify(scene.told)).not.toContain('"chatId":12');
  });

  it('leaves without a trace', async () => {
    await startSeen();
    link.end();
    expect(scene.runtime.onMessage.removeListener).toHaveBeenCalledOnce();
    scene.runtime.onMessage.removeListener.mockClear();
  });
});

describe('a wish to read', () => {
  it('that comes while a reading is being told is followed by another reading', async () => {
    // What was hinted at meanwhile: the background asks again before it answers.
    scene.background = ({ type }) => {
      if (type === 'reading.finished' && outcomes().length === 1) expect(wishReading()).toEqual({ accepted: true });
      return { ...NOTHING, read: type === 'page.seen' };
    };
    await startSeen();
    await told('reading.finished', 2);
    expect(portal).toHaveBeenCalledTimes(2);
  });
});

describe('a live connection', () => {
  it('that comes up after the page was seen without it has the portal read anew', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scene.page = { ...PAGE, isConnected: false };
    await start();
    scene.says({ kind: 'page', page: scene.page });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(3_000);
    vi.useRealTimers();
    await told('page.seen');
    scene.says({ kind: 'connection', status: 'online' });
    await told('connection.changed');
  });

  it('that comes up in time is waited for, and nothing is read anew', async () => {
    scene.page = { ...PAGE, isConnected: false };
    await start();
    scene.says({ kind: 'page', page: scene.page });
    scene.says({ kind: 'connection', status: 'connect' });
    scene.says({ kind: 'connection', status: 'online' });
    await told('page.seen');
    expect(scene.typesTold()).toEqual(['page.seen']);
  });

  it('that is lost and found is told both times', async () => {
    await startSeen();
    scene.says({ kind: 'connection', status: 'offline' });
    scene.says({ kind: 'connection', status: 'connect' });
    scene.says({ kind: 'connection', status: 'online' });
    await told('connection.changed', 2);
  });
});

describe('an event that could not be told', () => {
  it('is made up for by a reading as soon as the background answers again', async () => {
    await startSeen();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scene.background = () => undefined;
    const event = { kind: 'event', command: 'changeMultidialogStatus', params: { multidialog: status }, agoSeconds: 0 };
    scene.says(event);
    await told('portal.event');
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    scene.background = () => NOTHING;
    scene.says(event);
    await told('connection.changed');
  });
});

describe('a reading that the background wishes', () => {
  it('is refused for a user this page does not have', async () => {
    await startSeen();
    expect(wishReading('2')).toEqual({ accepted: false });
    expect(wishReading('1')).toEqual({ accepted: true });
    await told('reading.finished');
  });

  it('always ends with an outcome, also when the page’s world is silent', async () => {
    await startSeen();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scene.answer = () => undefined;
    wishReading();
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1_000);
      expect(outcomes()).toEqual([{ kind: 'failure', failure: 'timeout', detail: 'page' }]);
    });
  });

  it('is none when the page turns out to be somebody else’s', async () => {
    await startSeen();
    scene.page = { ...PAGE, userId: '2' };
    wishReading();
    await told('reading.finished');
    expect(outcomes()).toMatchObject([{ kind: 'failure', failure: 'signedOut' }]);
    expect(portal).not.toHaveBeenCalled();
  });

  /** A reading on its way, and what breaks it off. */
  const beginReading = async (): Promise<() => void> => {
    await startSeen();
    let breakOff = (): void => undefined;
    portal.mockImplementation(
      () =>
        new Promise((_, reject) => {
          breakOff = () => reject(new TypeError('Failed to fetch'));
        }),
    );
    wishReading();
    await vi.waitFor(() => expect(portal).toHaveBeenCalledOnce());
    return () => breakOff();
  };

  it('that breaks off because the page is left is not called a failure of the portal', async () => {
    const breakOff = await beginReading();
    scene.fire('pagehide');
    breakOff();
    scene.fire('pageshow', { persisted: true });
    await told('page.seen', 2);
    expect(outcomes()).toEqual([]);
  });

  it('that breaks off before the page is left, as in Firefox, is not called one either', async () => {
    const breakOff = await beginReading();
    scene.fire('beforeunload');
    breakOff();
    await new Promise((resolve) => setTimeout(resolve));
    expect(outcomes()).toEqual([]);
    scene.fire('pagehide');
    scene.fire('pageshow', { persisted: true });
    await told('page.seen', 2);
    expect(outcomes()).toEqual([]);
    expect(scene.listenersTo('beforeunload')).toBe(0);
  });

  it('that breaks off in a page that was not left after all is told in the end', async () => {
    const breakOff = await beginReading();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scene.fire('beforeunload');
    breakOff();
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1_000);
      expect(outcomes()).toMatchObject([{ kind: 'failure', failure: 'offline' }]);
    });
  });
});

describe('a look for requests of access', () => {
  const ACCESS = {
    ...{ carriers: null, hasNotifications: false, sightings: [], gone: [], readUpTo: [], hasMore: false },
    ...{ failure: null, userName: 'Анна' },
  };
  const QUERY = { ...NOTHING_TO_ASK, wantsCarriers: true };
  const lookForAccess = vi.fn();
  const scope = globalThis as IsolatedScope;

  /** The background puts the reader beside the link when it is wanted. */
  const putReader = () => {
    lookForAccess.mockReturnValue({ firstCommands: () => ({ recent: 'im.recent.list' }), finish: async () => ACCESS });
    scope.latchdeskReader = {
      lookForAccess,
      readSignIns: async (_token, from, until) => ({ ...SIGN_INS, from, until }),
    };
    return NOTHING;
  };
  const SIGN_INS = { at: 5, from: 0, until: 0, state: 'read' as const, rows: [], isCut: false };
  const wish = (query = QUERY) => scene.fromBackground({ type: 'read', userId: '1', access: query }, {}, vi.fn());
  const accesses = () => scene.told.flatMap((message) => (message.type === 'reading.finished' ? [message.access] : []));

  beforeEach(async () => {
    scene.background = ({ type }) => (type === 'reader.wanted' ? putReader() : NOTHING);
    await startSeen();
  });
  afterEach(() => {
    delete scope.latchdeskReader;
  });

  it('goes with the reading, by what is loaded only for it and only once', async () => {
    wish();
    await told('reading.finished');
    wish();
    await told('reading.finished', 2);
    expect(accesses()).toEqual([ACCESS, ACCESS]);
    expect(lookForAccess).toHaveBeenLastCalledWith(QUERY, { userId: '1', host: undefined, now: expect.any(Number) });
    expect(String(portal.mock.lastCall?.[1]?.body)).toContain('im.recent.list');
    await told('reader.wanted', 1);
  });

  it('loads nothing when there is nothing to ask', async () => {
    wish(NOTHING_TO_ASK);
    await told('reading.finished');
    expect(scene.typesTold()).not.toContain('reader.wanted');
    expect(accesses()).toEqual([null]);
  });

  it('that cannot be loaded leaves the reading as it is', async () => {
    scene.background = () => NOTHING;
    wish();
    await told('reading.finished');
    expect(outcomes()[0]?.kind).toBe('reading');
    expect(accesses()).toEqual([null]);
  });

  it('reads sign-ins for the user of the page and for nobody else', async () => {
    const answer = vi.fn();
    const ask = (userId: string) =>
      scene.fromBackground({ type: 'signIns.read', userId, from: 1, until: 2 }, {}, answer);
    expect(ask('1')).toBe(true);
    await vi.waitFor(() => expect(answer).toHaveBeenLastCalledWith({ ...SIGN_INS, from: 1, until: 2 }));
    ask('2');
    await vi.waitFor(() =>
      expect(answer).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'failed', rows: [] })),
    );
  });
});

describe('what may be about access', () => {
  const carriers = [{ chatId: 20, dialogId: '5', kind: 'support' as const }];
  const events = () => scene.told.flatMap((message) => (message.type === 'portal.event' ? [message.event] : []));

  it('is told on from any chat, without its text', async () => {
    await startSeen();
    const params = { chatId: 40, dialogId: 'chat40', multidialog: null, text: 'Поддержке нужен доступ к порталу' };
    scene.says({ kind: 'event', command: 'messageChat', params, agoSeconds: 0 });
    await told('portal.event');
    expect(events()).toEqual([{ type: 'access.hinted', chatId: 40, dialogId: 'chat40' }]);
    expect(JSON.stringify(scene.told)).not.toContain('портал');
  });

  it('is seen on the page of a chat where requests arrive', async () => {
    const wrap = { getAttribute: () => '101' };
    vi.stubGlobal('document', { querySelectorAll: () => [{ closest: () => wrap }] });
    scene.background = () => ({ ...NOTHING, access: { ...NOTHING_TO_ASK, carriers } });
    await startSeen();
    scene.says({ kind: 'layout', layout: { dialogId: '5', sendsByEnter: true } });
    await told('portal.event');
    expect(events()).toEqual([{ type: 'access.hinted', chatId: 20, dialogId: '5' }]);
  });

  it('is opened at its message', async () => {
    await startSeen();
    const answer = vi.fn();
    scene.answer = ({ call }) => call === 'openDialog';
    scene.fromBackground({ type: 'dialog.open', dialogId: '5', messageId: 101 }, {}, answer);
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({ opened: true }));
    expect(scene.calls.at(-1)).toMatchObject({ call: 'openDialog', dialogId: '5', messageId: 101 });
  });
});
