import { describe, expect, test } from 'vitest';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();

const FROM_THE_START = { field: 'id', value: 1, order: 'ASC' };

/** The third version of REST: JSON, and the token in the address. */
async function tail(body: unknown = { cursor: FROM_THE_START }, token = visit.visitor.token) {
  const headers = { 'Content-Type': 'application/json' };
  const path = `/rest/api/main.eventlog.tail?sessid=${token}&BX_LAST_ACTIVITY=N`;
  const answer = await visit.visitor.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: JSON.parse(answer.text) };
}

describe('the event log', () => {
  test('tells who signed in, when and from where, beside other things', async () => {
    const at = new Date(Date.now() - 60_000).toISOString();
    visit.director.signIn({ kind: 'controller', ip: '192.0.2.77', at });
    const { items } = (await tail()).body.result;
    expect(items.at(-1)).toMatchObject({ auditTypeId: 'USER_AUTHORIZE', userId: 9001, remoteAddr: '192.0.2.77' });
    expect(Date.parse(items.at(-1).timestampX)).toBe(Math.floor(Date.parse(at) / 1000) * 1000);
    expect(JSON.parse(items.at(-1).description)).toMatchObject({ userId: 9001 });
    expect(new Set(items.map((item: { auditTypeId: string }) => item.auditTypeId))).toContain('USER_LOGOUT');
  });

  test('takes filters by position, a choice of fields and a cursor in both directions', async () => {
    visit.director.signIn({ kind: 'integrator' });
    const filter = [
      ['auditTypeId', '=', 'USER_AUTHORIZE'],
      ['timestampX', '>=', new Date(Date.now() - 4 * 3_600_000).toISOString()],
    ];
    const rising = await tail({ cursor: FROM_THE_START, filter, select: ['id', 'userId'] });
    expect(rising.body.result.items.map(({ userId }: { userId: number }) => userId)).toEqual([1, 3001]);
    expect(Object.keys(rising.body.result.items[0])).toEqual(['id', 'userId']);
    const last = rising.body.result.items[1].id;
    const falling = await tail({ cursor: { field: 'id', value: last, order: 'DESC', limit: 1 }, filter });
    expect(falling.body.result.items.map(({ userId }: { userId: number }) => userId)).toEqual([1]);
  });

  test('wants a cursor whose value is not empty, and its field nowhere in the filter', async () => {
    expect((await tail({})).status).toBe(400);
    expect((await tail({ cursor: { field: 'id', value: 0 } })).status).toBe(400);
    const { status, body } = await tail({ cursor: FROM_THE_START, filter: [['id', '>', 5]] });
    expect(status).toBe(400);
    expect(body.error.code).toContain('INVALIDFILTER');
  });

  test.each([
    ['an employee', { user: { role: 'employee' as const } }, 403, 'ACCESSDENIED'],
    ['an administrator without the licence', { access: { eventLog: 'refused' as const } }, 403, 'ACCESSDENIED'],
    ['anybody where it does not exist', { access: { eventLog: 'absent' as const } }, 404, 'METHODNOTFOUND'],
  ])('is closed to %s', async (_who, scenario, status, code) => {
    visit.director.reset(scenario);
    const answer = await tail();
    expect([answer.status, answer.body.error.code]).toEqual([status, expect.stringContaining(code)]);
  });

  test('is closed without the token in the address; reading it need not count as activity', async () => {
    expect((await tail(undefined, 'wrong')).status).toBe(401);
    const { lastActivity } = visit.director.state();
    await tail();
    expect(visit.director.state().lastActivity).toBe(lastActivity);
    expect(visit.director.calls().at(-1)).toMatchObject({ method: 'api/main.eventlog.tail', outcome: 'success' });
  });

  test('can fail like every other call', async () => {
    visit.director.fault({ kind: '500', match: 'eventlog', times: 1 });
    await expect(tail()).rejects.toThrow('JSON');
    expect((await tail()).status).toBe(200);
  });
});

test('the director plays access over HTTP as well', async () => {
  const order = async (operation: string, body: unknown) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await visit.visitor.ask(`/__director/api/${operation}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return JSON.parse(answer.text);
  };
  const [{ messageId }] = await order('askForAccess', { days: 7 });
  expect(await order('answerAccess', { messageId, answer: 'deny', by: 'colleague' })).toEqual({ done: true });
  expect((await order('state', {})).access.requests).toMatchObject([{ state: 'declined', length: '7 дней' }]);
});
