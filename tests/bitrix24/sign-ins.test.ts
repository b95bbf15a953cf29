import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { SignInsAnswer } from '../../bitrix24/access-schema.ts';
import { readSignIns } from '../../bitrix24/sign-ins.ts';

const FROM = Date.UTC(2026, 10, 1);
const UNTIL = Date.UTC(2026, 10, 20);
const LOG = '/rest/api/main.eventlog.tail';

const row = (id: number, changes: object = {}) => ({
  ...{ id, timestampX: new Date(FROM + id * 60_000).toISOString(), auditTypeId: 'USER_AUTHORIZE' },
  ...{ itemId: '2', userId: null, remoteAddr: '203.0.113.7' },
  ...changes,
});

let portal: Mock<typeof fetch>;
/** Rows of the log, in order; users as the two lists name them. */
let rows: unknown[];
let employees: unknown;
let users: unknown;
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

beforeEach(() => {
  rows = [];
  employees = [{ ID: '2', NAME: 'Мария', LAST_NAME: 'Петрова' }];
  users = {
    2: { id: 2, name: 'Мария Петрова' },
    77: { id: 77, name: 'Техподдержка', external_auth_id: '__controller' },
  };
  portal = vi.fn<typeof fetch>(async (path, init) => {
    if (!String(path).startsWith(LOG)) {
      return json({ result: { result: { ...(employees === null ? {} : { employees }), users }, result_error: [] } });
    }
    const { cursor } = JSON.parse(String(init?.body));
    const after = rows.filter((each) => Number((each as { id?: number } | null)?.id ?? 9_999) > cursor.value);
    return json({ result: { items: after.slice(0, cursor.limit) } });
  });
  vi.stubGlobal('fetch', portal);
});
afterEach(() => vi.unstubAllGlobals());

const read = () => readSignIns('page-token', FROM, UNTIL);

describe('sign-ins during an access', () => {
  it('are asked of the log of the portal itself, by kind and time', async () => {
    await read();
    const [path, init] = portal.mock.calls[0] ?? [];
    expect(path).toBe(`${LOG}?sessid=page-token&BX_LAST_ACTIVITY=N`);
    expect(init).toMatchObject({ method: 'POST', headers: { 'Content-Type': 'application/json' } });
    const { filter, cursor, select } = JSON.parse(String(init?.body));
    expect(filter).toContainEqual(['auditTypeId', '=', 'USER_AUTHORIZE']);
    expect(filter.map(([field]: string[]) => field)).not.toContain(cursor.field);
    expect(select).toContain(cursor.field);
    expect(cursor.value).not.toBe(0);
  });

  it('tell time, address and who it was; who is in no list is not called support', async () => {
    rows = [row(2), row(3, { itemId: '77' }), row(4, { itemId: '88' }), row(5, { itemId: '', userId: 2 })];
    const signIns = await read();
    expect(signIns).toMatchObject({ state: 'read', isCut: false, from: FROM, until: UNTIL });
    expect(signIns.rows).toEqual([
      { at: FROM + 120_000, userId: '2', name: 'Мария Петрова', address: '203.0.113.7', account: 'employee' },
      { at: FROM + 180_000, userId: '77', name: 'Техподдержка', address: '203.0.113.7', account: 'unlisted' },
      { at: FROM + 240_000, userId: '88', name: '', address: '203.0.113.7', account: 'unlisted' },
      { at: FROM + 300_000, userId: '2', name: 'Мария Петрова', address: '203.0.113.7', account: 'employee' },
    ]);
    expect(v.is(SignInsAnswer, signIns)).toBe(true);
  });

  it('of the very second in which the access began belong to it: the log knows no parts of a second', async () => {
    rows = [row(2, { timestampX: new Date(FROM + 5_000).toISOString() })];
    expect((await readSignIns('page-token', FROM + 5_700, UNTIL)).rows).toHaveLength(1);
    const { filter } = JSON.parse(String(portal.mock.calls[0]?.[1]?.body));
    expect(filter).toContainEqual(['timestampX', '>=', new Date(FROM + 5_000).toISOString()]);
  });

  it('of accounts that could not be looked up are unknown, not unlisted', async () => {
    rows = [row(2, { itemId: '77' })];
    employees = null;
    expect((await read()).rows).toMatchObject([{ account: 'unknown', name: 'Техподдержка' }]);
  });

  it('are sorted out again when the portal does not know the filter', async () => {
    rows = [row(4, { auditTypeId: 'USER_LOGOUT' }), row(2, { timestampX: '2020-01-01T00:00:00Z' }), row(3), null, 7];
    expect((await read()).rows).toHaveLength(1);
  });

  it('are read page by page, up to a measure', async () => {
    rows = Array.from({ length: 120 }, (_, index) => row(index + 2));
    expect(await read()).toMatchObject({ isCut: false, rows: { length: 120 } });
    rows = Array.from({ length: 900 }, (_, index) => row(index + 2));
    const many = await read();
    expect(many).toMatchObject({ isCut: true, rows: { length: 500 } });
    expect(v.is(SignInsAnswer, many)).toBe(true);
  });

  it('are read with the new token when the old one is refused', async () => {
    rows = [row(2)];
    const answer = portal.getMockImplementation();
    portal.mockImplementationOnce(async () => json({ error: 'session_failed', sessid: 'new-token' }, 403));
    if (answer) portal.mockImplementation(answer);
    expect((await read()).rows).toHaveLength(1);
    expect(portal.mock.calls[1]?.[0]).toBe(`${LOG}?sessid=new-token&BX_LAST_ACTIVITY=N`);
  });
});

describe('a log that does not answer', () => {
  it.each<[string, string, () => Response]>([
    ['a page instead', 'notAvailable', () => new Response('<html>', { status: 404 })],
    [
      'no such method',
      'notAvailable',
      () => json({ error: { code: 'BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION' } }, 404),
    ],
    [
      'not to this user',
      'refused',
      () => json({ error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION' } }, 403),
    ],
    ['not to anybody', 'refused', () => new Response('<html>', { status: 403 })],
    ['an error', 'failed', () => json({ error: { code: 'SOMETHING' } }, 400)],
    ['a broken server', 'failed', () => new Response('', { status: 502 })],
    ['another shape', 'failed', () => json({ result: 'rows' })],
    ['nothing at all', 'failed', () => json(null)],
  ])('%s: %s', async (_what, state, response) => {
    portal.mockImplementation(async () => response());
    const signIns = await read();
    expect(signIns).toMatchObject({ state, rows: [], isCut: false });
    expect(v.is(SignInsAnswer, signIns)).toBe(true);
  });

  it('is off-line', async () => {
    portal.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await read()).toMatchObject({ state: 'failed' });
  });
});
