import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actionOf, type CallScope, LONGEST_CALL } from '../../bitrix24/call-notes.ts';
import type { LinkMessage } from '../../bitrix24/link-protocol.ts';
import { Scene } from './scene.ts';

let scene: Scene;
let link: import('../../link/link.ts').Link;
let postToPortal: typeof import('../../bitrix24/requests.ts').postToPortal;

const body = (more: Record<string, string> = {}) =>
  new URLSearchParams({ sessid: 'secret-token', halt: '0', 'cmd[list]': 'imbot.Network.Chat.list?limit=0', ...more });
const post = (path = '/rest/batch.json', form: URLSearchParams | string = body()) =>
  postToPortal(path, form, new AbortController().signal);
const answer = (text: string, status = 200) => vi.stubGlobal('fetch', async () => new Response(text, { status }));
const calls = () => scene.told.flatMap((message) => (message.type === 'calls.told' ? message.calls : []));
const messages = (type: LinkMessage['type']) => scene.told.filter((message) => message.type === type);

beforeEach(async () => {
  scene = new Scene();
  vi.useFakeTimers();
  vi.spyOn(console, 'debug').mockReturnValue(undefined);
  answer('{"result":[]}');
  const { Link } = await import('../../link/link.ts');
  ({ postToPortal } = await import('../../bitrix24/requests.ts'));
  link = new Link();
  scene.says({ kind: 'page', page: scene.page });
  await vi.waitFor(() => expect(scene.typesTold()).toContain('page.seen'));
});
afterEach(() => {
  link.end();
  scene.end();
  vi.restoreAllMocks();
});

describe('requests to the portal', () => {
  it('are told together, with time, kind, length and outcome and without anything else', async () => {
    await post();
    await post();
    expect(calls()).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(messages('calls.told')).toHaveLength(1);
    expect(calls()).toEqual(
      Array(2).fill({ at: expect.any(Number), action: 'batch:imbot.Network.Chat.list', ms: 0, outcome: 'answered' }),
    );
    expect(JSON.stringify(scene.told)).not.toContain('secret-token');
  });

  it('are told at once when the page is left', async () => {
    await post();
    scene.fire('pagehide');
    await vi.waitFor(() => expect(calls()).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(messages('calls.told')).toHaveLength(1);
  });

  it('are no more than fifty at once, the newest', async () => {
    for (let n = 0; n < 60; n += 1) await post(`/rest/method${n}.json`, '');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls()).toHaveLength(50);
    expect(calls().at(-1)?.action).toBe('/rest/method59.json');
  });

  it.each([
    ['answered', '{"result":true}', 200],
    ['refused', '{"error":"ACCESS_DENIED"}', 403],
    ['tokenRefused', '{"error":"session_failed","sessid":"next-token"}', 401],
    ['serverError', 'Bad gateway', 502],
    ['notJson', '<html>', 200],
  ])('end as %s', async (outcome, text, status) => {
    answer(text, status);
    await post();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls().map((call) => call.outcome)).toEqual([outcome]);
    expect(JSON.stringify(scene.told)).not.toMatch(/next-token|gateway/);
  });

  it('that never came back are told as well', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await post();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls()).toMatchObject([{ outcome: 'offline' }]);
  });

  it('over which the computer slept are not taken for longer than anybody waits', async () => {
    vi.stubGlobal('fetch', async () => {
      vi.setSystemTime(Date.now() + 9 * 3_600_000);
      return new Response('{}');
    });
    await post();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls()).toMatchObject([{ ms: LONGEST_CALL }]);
  });

  it('are heard by nobody once the link has ended', async () => {
    link.end();
    expect((globalThis as CallScope).latchdeskNoteCall).toBeUndefined();
    await expect(post()).resolves.toMatchObject({ status: 200 });
  });
});

describe('the action of a request', () => {
  it.each([
    ['/bitrix/services/main/ajax.php?action=rest.Application.getRights', body(), 'batch:imbot.Network.Chat.list'],
    ['/bitrix/services/main/ajax.php?action=rest.Application.getRights', '', 'rest.Application.getRights'],
    [
      '/rest/api/main.eventlog.tail?sessid=secret-token&BX_LAST_ACTIVITY=N',
      '{"filter":[]}',
      '/rest/api/main.eventlog.tail',
    ],
    ['/rest/im.chat.updateTitle.json', new URLSearchParams({ TITLE: 'Salaries' }), '/rest/im.chat.updateTitle.json'],
  ])('of %s is its method', (path, form, action) => {
    expect(actionOf(path, form)).toBe(action);
  });
});

describe('live events of an unknown shape', () => {
  const says = (command: string) =>
    scene.says({ kind: 'event', command, params: { chatId: 'Salaries' }, agoSeconds: 0 });

  it('are told as a number, once a minute', async () => {
    says('addMultidialog');
    says('changeMultidialogSessionsLimit');
    await vi.waitFor(() => expect(console.debug).toHaveBeenCalledTimes(2));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(messages('events.malformed')).toEqual([{ type: 'events.malformed', userId: '1', count: 2 }]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(messages('events.malformed')).toHaveLength(1);
    expect(JSON.stringify(scene.told)).not.toContain('Salaries');
  });

  it('are told before the page is left', async () => {
    says('addMultidialog');
    await vi.waitFor(() => expect(console.debug).toHaveBeenCalled());
    scene.fire('pagehide');
    await vi.waitFor(() => expect(messages('events.malformed')).toHaveLength(1));
  });
});
