import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { type AccessPart, readPortal, readPortalAndAccess } from '../../bitrix24/reader.ts';

const NOW = Date.UTC(2026, 10, 20, 9);
const REQUEST = { userId: '1', token: 'page-token', withCounters: false };

const answer = (me: unknown = { ID: '1', ADMIN: true }) => ({
  result: {
    result: {
      list: {
        chats: [{ id: 11, name: 'Mail' }],
        multidialogs: [{ status: 'open', botId: 5, chatId: 11, dialogId: 'chat11', dateMessage: null }],
      },
      count: { count: 1, openSessionsLimit: 5, chatIdsWithCounters: [] },
      me,
    },
    result_error: [],
  },
});

/** Both ways in which the portal refuses a token and hands out a new one. */
const REFUSALS: [string, object][] = [
  ['REST', { error: 'session_failed', error_description: 'Sessid check failed', sessid: 'new-token' }],
  ['ajax', { status: 'error', errors: [{ code: 'invalid_csrf', customData: { csrf: 'new-token' } }] }],
];

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

let portal: Mock<typeof fetch>;

/** The portal answers request after request with these; the last one again and again. */
function answers(...responses: (() => Response | Promise<Response>)[]): void {
  portal.mockImplementation(async () => {
    const next = responses[Math.min(portal.mock.calls.length, responses.length) - 1];
    if (!next) throw new Error('No answer was prepared');
    return next();
  });
}

const read = () => readPortal(REQUEST, () => NOW);
const tokens = () =>
  portal.mock.calls.map(([, init]) => new URLSearchParams(init?.body as URLSearchParams).get('sessid'));

beforeEach(() => {
  portal = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', portal);
});
afterEach(() => vi.unstubAllGlobals());

describe('a reading', () => {
  it('is one request to the portal itself, and says when it left', async () => {
    answers(() => json(answer()));
    expect(await read()).toMatchObject({
      kind: 'reading',
      skippedEntries: 0,
      reading: { startedAt: NOW, limit: 5, isAdministrator: true, dialogs: [{ chatId: 11 }] },
    });
    expect(portal).toHaveBeenCalledOnce();
    expect(portal.mock.calls[0]?.[0]).toBe('/rest/batch.json');
    expect(portal.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin', redirect: 'manual' });
  });

  it('tells neither token nor person on', async () => {
    answers(() => json(answer({ ID: '1', ADMIN: true, NAME: 'Anna', LAST_NAME: 'Ivanova' })));
    expect(JSON.stringify(await read())).not.toMatch(/token|Anna|Ivanova/);
  });
});

describe('a refused token', () => {
  it.each(REFUSALS)('is renewed once, the %s way', async (_way, refusal) => {
    answers(
      () => json(refusal, 403),
      () => json(answer()),
    );
    expect((await read()).kind).toBe('reading');
    expect(tokens()).toEqual(['page-token', 'new-token']);
  });

  it.each(REFUSALS)('is never renewed twice, the %s way', async (_way, refusal) => {
    answers(() => json(refusal, 403));
    expect(await read()).toMatchObject({ kind: 'failure', failure: 'tokenRefused' });
    expect(portal).toHaveBeenCalledTimes(2);
  });

  it('without a new one is not tried again', async () => {
    answers(() => json({ error: 'session_failed' }, 403));
    expect(await read()).toMatchObject({ failure: 'tokenRefused' });
    expect(portal).toHaveBeenCalledOnce();
  });
});

describe('the dialogs of another user', () => {
  it('are nobody’s reading, though the page still names the one who has left', async () => {
    answers(
      () => json(REFUSALS[0]?.[1], 403),
      () => json(answer({ ID: '2', ADMIN: true })),
    );
    expect(await read()).toEqual({ kind: 'failure', failure: 'signedOut', detail: 'another user' });
  });

  it('are not suspected when the portal does not say whose they are', async () => {
    answers(() => json(answer(null)));
    expect(await read()).toMatchObject({ kind: 'reading', reading: { isAdministrator: null } });
  });
});

describe('a portal that does not answer as it should', () => {
  it.each<[string, string, () => Response]>([
    ['401', 'signedOut', () => json({ errors: [{ code: 'invalid_authentication' }] }, 401)],
    [
      'a redirect to the sign-in page',
      'signedOut',
      () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' }),
    ],
    ['a refusal', 'refused', () => json({ error: 'QUERY_LIMIT_EXCEEDED' }, 403)],
    ['no access', 'signedOut', () => json({ error: 'access_denied' }, 403)],
    ['a page', 'notJson', () => new Response('<!doctype html><title>Sign in</title>')],
    ['nothing', 'notJson', () => new Response('')],
    ['half a document', 'notJson', () => new Response('{"result": {"result"')],
    ['500', 'serverError', () => new Response('{}', { status: 500 })],
    ['503 with a page', 'serverError', () => new Response('<html>', { status: 503 })],
    ['another shape', 'unexpectedShape', () => json({ result: [] })],
    ['null', 'unexpectedShape', () => json(null)],
    ['errors without end', 'unexpectedShape', () => json({ errors: [] })],
    ['more than anybody has', 'unexpectedShape', () => new Response(' '.repeat(16_000_001))],
  ])('%s is %s', async (_what, failure, response) => {
    answers(response);
    expect(await read()).toMatchObject({ kind: 'failure', failure });
    expect(portal).toHaveBeenCalledOnce();
  });

  it('is off-line when the network fails, before or in the middle of the answer', async () => {
    answers(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await read()).toMatchObject({ failure: 'offline' });
    const cutOff = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
    answers(() => new Response(cutOff));
    expect(await read()).toMatchObject({ failure: 'offline' });
  });

  it('is off-line when the request is aborted', async () => {
    answers(() => Promise.reject(new DOMException('The user aborted a request', 'AbortError')));
    expect(await read()).toMatchObject({ failure: 'offline' });
  });

  it('is given up after fifteen seconds, a repetition included', async () => {
    const clock = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
    portal.mockImplementation(
      (_url, init) =>
        new Promise((resolve, reject) => {
          if (portal.mock.calls.length === 1) resolve(json(REFUSALS[0]?.[1], 403));
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          if (portal.mock.calls.length === 2) clock.abort(new DOMException('Timed out', 'TimeoutError'));
        }),
    );
    expect(await read()).toMatchObject({ failure: 'timeout' });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(15_000);
  });

  it('never has more than its code told on', async () => {
    answers(() => json({ error: `${'x'.repeat(5_000)}` }, 403));
    const outcome = await read();
    expect(outcome.kind === 'failure' && outcome.detail.length).toBe(100);
  });
});

describe('a reading that looks for requests of access', () => {
  const ACCESS = { sightings: [] } as never;
  const finish = vi.fn<AccessPart['finish']>();
  const part: AccessPart = { firstCommands: () => ({ recent: 'im.recent.list' }), finish };
  const readAll = () => readPortalAndAccess(REQUEST, part, () => NOW);
  const bodies = () => portal.mock.calls.map(([, init]) => init?.body as URLSearchParams);

  beforeEach(() => {
    finish.mockReset().mockResolvedValue(ACCESS);
  });

  it('is still one request, and tells the name of whoever is signed in', async () => {
    answers(() => json(answer({ ID: '1', ADMIN: true, NAME: 'Anna', LAST_NAME: 'Ivanova' })));
    expect(await readAll()).toMatchObject({ outcome: { kind: 'reading' }, access: ACCESS });
    expect(portal).toHaveBeenCalledOnce();
    expect(bodies()[0]?.get('cmd[recent]')).toBe('im.recent.list');
    expect(finish.mock.calls[0]?.[0]).toMatchObject({ userName: 'Anna Ivanova', dialogs: [{ chatId: 11 }] });
  });

  it('asks on with the renewed token, and never makes the user look active', async () => {
    answers(
      () => json(REFUSALS[0]?.[1], 403),
      () => json(answer()),
    );
    finish.mockImplementation(async (_known, ask) => {
      await ask({ chat20: 'im.v2.Chat.Message.tail?chatId=20' });
      return ACCESS;
    });
    await readAll();
    expect(tokens()).toEqual(['page-token', 'new-token', 'new-token']);
    expect(bodies().map((body) => body.get('BX_LAST_ACTIVITY'))).toEqual(['N', 'N', 'N']);
    expect([...(bodies()[2]?.keys() ?? [])].filter((key) => key.startsWith('cmd'))).toEqual(['cmd[chat20]']);
  });

  it('keeps the dialogs when the rest fails', async () => {
    answers(
      () => json(answer()),
      () => new Response('', { status: 502 }),
    );
    finish.mockImplementation(async (_known, ask) => {
      expect(await ask({ chat20: 'x' })).toBeNull();
      return ACCESS;
    });
    expect((await readAll()).outcome).toMatchObject({ kind: 'reading', reading: { limit: 5 } });
  });

  it('keeps the dialogs when a command fails in a way of its own', async () => {
    const odd = { result: { ...answer().result, result_error: { recent: { error: 5 } } } };
    answers(() => json(odd));
    expect((await readAll()).outcome.kind).toBe('reading');
  });

  it.each<[string, () => Response]>([
    ['for whoever is no administrator', () => json(answer({ ID: '1', ADMIN: false }))],
    ['for somebody else', () => json(answer({ ID: '2', ADMIN: true }))],
    ['of a portal that does not answer', () => json({ error: 'access_denied' }, 403)],
  ])('does not look on %s', async (_who, response) => {
    answers(response);
    expect((await readAll()).access).toBeNull();
    expect(finish).not.toHaveBeenCalled();
  });
});
