/** The background's own reading against the demo portal: cookies like a browser's, and no page. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AwayRequest, readAway } from '../../bitrix24/away-reader.ts';
import type { AccessQuery } from '../../bitrix24/link-protocol.ts';
import { eachWithVisitor } from '../demo/visitor.ts';
import { MAIN, NOTHING_TO_ASK } from './chat-portal.ts';

const ORIGIN = 'https://demo.bitrix24.ru';
const visit = eachWithVisitor();
/** What `fetch` was told beside the body. */
const fetched: { url: string; init: RequestInit }[] = [];

/** A background with host permission: cookies go along, answers can be read. */
const fetchAsBackground = async (url: string, init: RequestInit): Promise<Response> => {
  fetched.push({ url, init });
  const { pathname, search } = new URL(url);
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'chrome-extension://abc' };
  const { status, text } = await visit.visitor.ask(pathname + search, {
    ...{ method: String(init.method), headers, body: String(init.body) },
  });
  return new Response(text, { status });
};

beforeEach(() => {
  fetched.length = 0;
  vi.stubGlobal('fetch', fetchAsBackground);
  visit.director.clearCalls();
});
afterEach(() => vi.unstubAllGlobals());

const read = (changes: Partial<AwayRequest> = {}) =>
  readAway({ origin: ORIGIN, userId: '1', token: null, query: NOTHING_TO_ASK, ...changes });
const batches = () => visit.director.calls().filter(({ kind }) => kind === 'rest');
const looksIn = (changes: Partial<AccessQuery>) => ({ query: { ...NOTHING_TO_ASK, ...changes } });

describe('a reading without a page', () => {
  it('is told the session token by a refusal, and is one request from then on', async () => {
    visit.director.reset({ dialogs: [{ id: 901, title: 'Mail', status: 'open' }] });
    visit.director.clearCalls();
    const first = await read();
    expect(first.outcome).toMatchObject({ kind: 'reading', reading: { isAdministrator: true } });
    expect(batches().map(({ outcome }) => outcome)).toEqual(['session_failed', 'success']);
    expect(first.token).toBe(visit.visitor.token);

    visit.director.clearCalls();
    const second = await read({ token: first.token });
    expect(second.outcome).toMatchObject({ kind: 'reading', reading: { limit: 5 } });
    expect(batches().map(({ outcome }) => outcome)).toEqual(['success']);
    expect(second.token).toBe(first.token);
  });

  it('takes a renewed token over once, and remembers it', async () => {
    const { token } = await read();
    visit.director.expireToken();
    visit.director.clearCalls();
    const later = await read({ token });
    expect(later.outcome.kind).toBe('reading');
    expect(batches()).toHaveLength(2);
    expect(later.token).not.toBe(token);
    expect((await read({ token: later.token })).calls).toHaveLength(1);
  });

  it('goes to the whole address with the cookies, and follows no redirect', async () => {
    await read();
    expect(fetched[0]?.url).toBe(`${ORIGIN}/rest/batch.json`);
    expect(fetched[0]?.init).toMatchObject({ credentials: 'include', redirect: 'manual' });
  });

  it('knows exact unread numbers, though no page has counted them', async () => {
    visit.director.reset({ mainChat: { unread: 3 } });
    const { outcome } = await read();
    const dialogs = outcome.kind === 'reading' ? outcome.reading.dialogs : [];
    expect(dialogs.find(({ isMain }) => isMain)?.unread).toBe(3);
  });

  it('does not make the user look active', async () => {
    const { lastActivity } = visit.director.state();
    await read();
    expect(visit.director.state().lastActivity).toBe(lastActivity);
  });

  it('notes each request with how it ended, and nothing of what was asked or answered', async () => {
    const { calls, token } = await read();
    expect(calls.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['batch:imbot.Network.Chat.count', 'tokenRefused'],
      ['batch:imbot.Network.Chat.count', 'answered'],
    ]);
    expect(JSON.stringify(calls)).not.toContain(token);
  });
});

describe('who is signed in', () => {
  it('another user than the one whose portal it is counts as signed out, and nothing of theirs is told', async () => {
    const { outcome, access, token } = await read({ userId: '77', ...looksIn({ carriers: [MAIN] }) });
    expect(outcome).toEqual({ kind: 'failure', failure: 'signedOut', detail: 'another user' });
    expect([access, token]).toEqual([null, null]);
    expect(batches()).toHaveLength(2);
  });

  it('nobody is one request, not repeated, and the token is forgotten', async () => {
    const { token } = await read();
    visit.director.setRole('signedOut');
    visit.director.clearCalls();
    const away = await read({ token });
    expect(away.outcome).toMatchObject({ kind: 'failure', failure: 'signedOut' });
    expect(away.token).toBeNull();
    expect(batches()).toHaveLength(1);
  });

  it('an expired session is signed out as well', async () => {
    visit.director.expireSession();
    expect((await read()).outcome).toMatchObject({ kind: 'failure', failure: 'signedOut' });
  });

  it('somebody who is no administrator is said to be none', async () => {
    visit.director.setRole('employee');
    expect((await read()).outcome).toMatchObject({ kind: 'reading', reading: { isAdministrator: false } });
  });

  it('a portal that does not say whose dialogs these are is not believed', async () => {
    const answer = { result: { result: { list: { chats: [], multidialogs: [] }, admin: true }, result_error: [] } };
    vi.stubGlobal('fetch', async () => Response.json(answer));
    expect((await read()).outcome).toEqual({ kind: 'failure', failure: 'unexpectedShape', detail: 'no user' });
  });

  it('nor is "no support here" from somebody else', async () => {
    const error = { error: 'UNKNOWN_BOT', error_description: 'Unknown bot' };
    const answer = { result: { result: { me: { ID: '77' } }, result_error: { list: error, count: error } } };
    vi.stubGlobal('fetch', async () => Response.json(answer));
    expect((await read()).outcome).toMatchObject({ failure: 'signedOut', detail: 'another user' });
  });
});

describe('requests of access', () => {
  it('are looked for in the same request when there is something to look at', async () => {
    const { token } = await read();
    const [copy] = visit.director.askForAccess();
    visit.director.clearCalls();
    const upTo: [number, number][] = [[440, (copy?.messageId ?? 0) - 1]];
    const carriers = [{ kind: 'support' as const, chatId: 440, dialogId: '5' }];
    const { access } = await read({ token, ...looksIn({ carriers, readUpTo: upTo }) });
    expect(access?.sightings.map(({ messageId }) => messageId)).toContain(copy?.messageId);
    expect(batches()[0]?.methods).toContain('im.v2.Chat.Message.tail');
    expect(batches().length).toBeLessThanOrEqual(2);
  });

  it('are not looked for when nothing wants it', async () => {
    const { access } = await read();
    expect(access).toBeNull();
    expect(
      batches()
        .at(-1)
        ?.methods.some((method) => method.includes('Message')),
    ).toBe(false);
  });
});

describe('what goes wrong', () => {
  const failureAfter = async (kind: '500' | 'html' | 'wrongShape') => {
    visit.director.fault({ kind });
    const { outcome, token } = await read({ token: visit.visitor.token });
    return [outcome.kind === 'failure' && outcome.failure, token];
  };

  it('at the portal is said as what it is, and the token is kept', async () => {
    const { token } = visit.visitor;
    expect(await failureAfter('500')).toEqual(['serverError', token]);
    visit.director.clearFaults();
    expect(await failureAfter('html')).toEqual(['notJson', token]);
    visit.director.clearFaults();
    expect(await failureAfter('wrongShape')).toEqual(['unexpectedShape', token]);
  });

  it('on the way to it is no answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const { outcome, calls } = await read();
    expect(outcome).toMatchObject({ kind: 'failure', failure: 'offline' });
    expect(calls.map((call) => call.outcome)).toEqual(['offline']);
  });
});
