import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readChatApp } from '../../bitrix24/chatapp-reader.ts';
import { ChatAppReadingSchema } from '../../bitrix24/chatapp-schema.ts';
import { type ChatAppReading, READING_PARTS, type ReadingPart } from '../../domain/chatapp/book.ts';
import { department, employee, FakePortal, line, numbers, redirected, reply } from './chatapp-portal.ts';

const AT = 1_000;
const LISTS: readonly ReadingPart[] = ['staff', 'departments', 'lines'];

let portal: FakePortal;

beforeEach(() => {
  portal = new FakePortal();
  vi.stubGlobal('fetch', portal.fetch);
});
afterEach(() => vi.unstubAllGlobals());

async function read(parts: readonly ReadingPart[] = LISTS, userId = '1'): Promise<ChatAppReading> {
  const reading = await readChatApp('page-token', userId, { code: null, appId: null, parts }, () => AT);
  // Whatever it says, the background has to believe it.
  expect(v.safeParse(ChatAppReadingSchema, reading).issues).toBeUndefined();
  return reading;
}

const valueIn = <T>(fact: { from: string; value?: T }): T => {
  if (fact.value === undefined) throw new Error(`nothing was read: ${JSON.stringify(fact)}`);
  return fact.value;
};
const idsOf = ({ staff }: ChatAppReading) => valueIn(staff).employees.map(({ id }) => id);
const nowhere = (why: string) => ({ from: 'nowhere', why });

describe('whoever reads', () => {
  it('is told with the first answer, and does not look active by it', async () => {
    const { me, startedAt } = await read();
    expect(me).toEqual({ id: '1', name: 'Анна Смирнова', isAdministrator: true });
    expect(startedAt).toBe(AT);
    expect(portal.asks.map(({ body }) => body.get('BX_LAST_ACTIVITY'))).toEqual(['N']);
  });

  it('reads nothing when they are no administrator, and asks nothing more', async () => {
    portal.isAdministrator = false;
    portal.users = numbers(120).map((id) => employee(id));
    const reading = await read(READING_PARTS);
    expect(reading.me.isAdministrator).toBe(false);
    for (const part of READING_PARTS) expect(reading[part]).toEqual(nowhere('refused'));
    expect(reading.administrators).toEqual(nowhere('refused'));
    expect(portal.asks).toHaveLength(1);
  });

  it('is somebody else by now: nothing of theirs is told', async () => {
    portal.me = 9;
    const reading = await read(READING_PARTS);
    expect(reading.me.id).toBe('9');
    for (const part of READING_PARTS) expect(reading[part]).toEqual(nowhere('failed'));
    expect(portal.asks).toHaveLength(1);
  });

  it('may be of unknown standing; the portal decides each part by itself then', async () => {
    portal.isAdministrator = null;
    portal.errors.set('user.admin.list', 'access_denied');
    const reading = await read();
    expect(reading.me.isAdministrator).toBeNull();
    expect(reading.staff.from).toBe('read');
    expect(reading.administrators).toEqual(nowhere('refused'));
  });
});

describe('a reading', () => {
  it('asks only for what is wanted', async () => {
    const reading = await read(['lines']);
    expect(reading.lines.from).toBe('read');
    for (const part of ['staff', 'administrators', 'departments', 'accessList', 'roles'] as const) {
      expect(reading[part]).toEqual(nowhere('notRead'));
    }
    expect(portal.asks.flatMap(({ commands }) => commands.map(({ method }) => method))).toEqual([
      'profile',
      'user.admin',
      'imopenlines.config.list.get',
    ]);
  });

  it('takes over a token that the portal has replaced, at the beginning and in the middle', async () => {
    portal.token = 'newer-token';
    portal.users = numbers(120).map((id) => employee(id));
    portal.before = ({ method }) => {
      if (method === 'imopenlines.config.list.get') portal.token = 'newest-token';
      return undefined;
    };
    const reading = await read();
    expect(valueIn(reading.staff)).toMatchObject({ isWhole: true });
    expect(idsOf(reading)).toHaveLength(120);
    expect(portal.asks.map(({ body }) => body.get('sessid'))).toEqual([
      ...['page-token', 'newer-token', 'newer-token', 'newest-token', 'newest-token'],
    ]);
  });

  it('tells nothing when the new token is another user’s', async () => {
    portal.users = numbers(120).map((id) => employee(id));
    portal.before = ({ method }) => {
      if (method !== 'imopenlines.config.list.get') return undefined;
      portal.token = 'hers';
      portal.me = 2;
      return undefined;
    };
    const reading = await read();
    expect(reading.me.id).toBe('2');
    expect(reading.staff).toEqual(nowhere('failed'));
    expect(reading.lines).toEqual(nowhere('failed'));
  });

  it.each([
    ['the page to sign in', () => redirected()],
    ['a page instead of data', () => reply('<html>Вход</html>')],
    ['an error of the server', () => reply('oops', 502)],
    ['a session that is over', () => reply({ error: 'access_denied', error_description: 'No' }, 401)],
    ['a token that is refused for good', () => reply({ error: 'session_failed', sessid: 'page-token' }, 401)],
    ['nonsense', () => reply({ result: 7 })],
  ])('gets %s: all of it has failed', async (_what, answer) => {
    portal.intercept = answer;
    const reading = await read(READING_PARTS);
    expect(reading.me).toEqual({ id: '', name: '', isAdministrator: null });
    for (const part of READING_PARTS) expect(reading[part]).toEqual(nowhere('failed'));
    expect(portal.asks).toHaveLength(1);
  });

  it('fails without an error when the connection does', async () => {
    portal.intercept = () => {
      throw new TypeError('Failed to fetch');
    };
    expect((await read()).staff).toEqual(nowhere('failed'));
  });

  it('is given up in good time', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    await read();
    expect(timeout).toHaveBeenCalledExactlyOnceWith(40_000);
  });
});

describe('employees', () => {
  it('are read with their departments, each once', async () => {
    portal.users = [
      employee(1, { UF_DEPARTMENT: [4, '4', '7'] }),
      employee(2, { NAME: '', LAST_NAME: null, UF_DEPARTMENT: false }),
      employee(3, { NAME: 'Ольга', LAST_NAME: '', UF_DEPARTMENT: 12 }),
      employee(4, { UF_DEPARTMENT: null }),
    ];
    const { staff } = await read();
    expect(staff).toEqual({
      from: 'read',
      at: AT,
      value: {
        isWhole: true,
        employees: [
          { id: '1', name: 'Имя1 Петрова', departments: ['4', '7'] },
          { id: '2', name: 'user2@example.com', departments: [] },
          { id: '3', name: 'Ольга', departments: ['12'] },
          { id: '4', name: 'Имя4 Петрова', departments: [] },
        ],
      },
    });
  });

  it('are active ones only, whatever the portal makes of the filter, and no guests', async () => {
    portal.users = [
      ...[employee(1), employee(2, { ACTIVE: false }), employee(3, { ACTIVE: 'N' })],
      ...[employee(4, { ACTIVE: 'Y' }), employee(5, { USER_TYPE: 'extranet' }), employee(6, { USER_TYPE: '' })],
    ];
    const reading = await read();
    expect(idsOf(reading)).toEqual(['1', '4', '6']);
    expect(valueIn(reading.staff).isWhole).toBe(true);
    const command = portal.asks[0]?.commands.find(({ method }) => method === 'user.get');
    expect(command?.params.get('FILTER[ACTIVE]')).toBe('true');
    expect([command?.params.get('sort'), command?.params.get('order')]).toEqual(['ID', 'ASC']);
  });

  it('of a portal with 5,000 cost three requests, none with more than fifty commands', async () => {
    portal.users = numbers(5_000).map((id) => employee(id));
    const reading = await read(['staff']);
    expect(idsOf(reading)).toHaveLength(5_000);
    expect(valueIn(reading.staff).isWhole).toBe(true);
    expect(portal.asks.map(({ commands }) => commands.length)).toEqual([4, 50, 49]);
  });

  it('share their requests with 300 departments', async () => {
    portal.users = numbers(5_000).map((id) => employee(id));
    portal.units = numbers(300).map((id) => department(id));
    const reading = await read();
    expect(idsOf(reading)).toHaveLength(5_000);
    expect(valueIn(reading.departments)).toHaveLength(300);
    expect(portal.asks).toHaveLength(4);
  });

  it('are read again around the place where the pages have moved', async () => {
    portal.users = numbers(160).map((id) => employee(id));
    portal.before = ({ method, params }) => {
      // Somebody of the first page is dismissed before the third is read, so 101 moves onto the second.
      if (method === 'user.get' && params.get('start') === '100' && portal.users.length === 160) {
        portal.users = portal.users.filter((_, index) => index !== 9);
      }
      return undefined;
    };
    const reading = await read();
    expect(idsOf(reading)).toContain('101');
    expect(new Set(idsOf(reading)).size).toBe(idsOf(reading).length);
    expect(valueIn(reading.staff).isWhole).toBe(true);
  });

  it('who join meanwhile are read, too', async () => {
    portal.users = numbers(100).map((id) => employee(id));
    portal.before = ({ method, params }) => {
      if (method === 'user.get' && params.get('start') === '50' && portal.users.length === 100) {
        portal.users = numbers(101).map((id) => employee(id));
      }
      return undefined;
    };
    const reading = await read();
    expect(idsOf(reading)).toHaveLength(101);
    expect(valueIn(reading.staff).isWhole).toBe(true);
  });

  it.each([
    ['a page that fails', () => ({ error: 'QUERY_LIMIT_EXCEEDED' })],
    ['a page of another shape', () => ({ result: false, total: 120 })],
    ['an entry of another shape', () => ({ result: [{ ID: 'x' }], total: 120 })],
    ['a page that is short', () => ({ result: [employee(51)], total: 120 })],
  ])('are not all there with %s', async (_what, told) => {
    portal.users = numbers(120).map((id) => employee(id));
    portal.before = ({ method, params }) =>
      method === 'user.get' && params.get('start') === '50' ? told() : undefined;
    const reading = await read();
    expect(valueIn(reading.staff).isWhole).toBe(false);
    expect(idsOf(reading)).toEqual(expect.arrayContaining(['1', '50', '101', '120']));
  });

  it('are not all there when a whole batch fails, and nothing waits for the next one', async () => {
    portal.users = numbers(5_000).map((id) => employee(id));
    portal.intercept = () => (portal.asks.length === 2 ? reply('oops', 502) : undefined);
    const reading = await read(['staff']);
    expect(valueIn(reading.staff).isWhole).toBe(false);
    expect(idsOf(reading)).toHaveLength(50);
    expect(portal.asks).toHaveLength(2);
  });

  it('are not all there when a full page does not say how many there are', async () => {
    portal.before = ({ method }) =>
      method === 'user.get' ? { result: numbers(50).map((id) => employee(id)) } : undefined;
    expect(valueIn((await read()).staff).isWhole).toBe(false);
  });

  it.each([
    ['nobody', { result: [], total: 0 }, 'failed'],
    ['null', { result: null }, 'failed'],
    ['a refusal', { error: 'ACCESS_DENIED' }, 'refused'],
    ['no such method', { error: 'ERROR_METHOD_NOT_FOUND' }, 'notAvailable'],
  ])('told as %s are not read, and never none', async (_what, told, why) => {
    portal.before = ({ method }) => (method === 'user.get' ? told : undefined);
    expect((await read()).staff).toEqual(nowhere(why));
  });
});

describe('administrators', () => {
  it('are read where the portal lists them', async () => {
    portal.administrators = [{ ID: '1' }, { ID: 7 }, { ID: '7' }];
    expect((await read()).administrators).toEqual({ from: 'read', value: ['1', '7'], at: AT });
  });

  it.each([
    ['ERROR_METHOD_NOT_FOUND', 'notAvailable'],
    ['insufficient_scope', 'notAvailable'],
    ['access_denied', 'refused'],
    ['INTERNAL_SERVER_ERROR', 'failed'],
  ])('are unknown after %s: %s', async (code, why) => {
    portal.errors.set('user.admin.list', code);
    const { administrators, staff } = await read();
    expect(administrators).toEqual(nowhere(why));
    expect(staff.from).toBe('read');
  });

  it.each([[[]], [[{ NAME: 'x' }]], [false]])('of another shape (%j) are unknown', async (told) => {
    portal.administrators = told;
    expect((await read()).administrators).toEqual(nowhere('failed'));
  });
});

describe('departments', () => {
  it('pass through as they are, with a circle and heads that are gone', async () => {
    portal.units = [
      department(1, { PARENT: '2', UF_HEAD: '77' }),
      department(2, { PARENT: '1', UF_HEAD: '' }),
      department(3, { PARENT: '999', UF_HEAD: null }),
      department(4, { PARENT: null, UF_HEAD: false }),
    ];
    expect((await read()).departments).toEqual({
      from: 'read',
      at: AT,
      value: [
        { id: '1', name: 'Отдел 1', parent: '2', head: '77' },
        { id: '2', name: 'Отдел 2', parent: '1', head: null },
        { id: '3', name: 'Отдел 3', parent: '999', head: null },
        { id: '4', name: 'Отдел 4', parent: null, head: null },
      ],
    });
  });

  it('are all or none: one that is missing would put its people nowhere', async () => {
    portal.units = numbers(120).map((id) => department(id));
    portal.before = ({ method, params }) =>
      method === 'department.get' && params.get('start') === '50' ? { error: 'QUERY_LIMIT_EXCEEDED' } : undefined;
    expect((await read()).departments).toEqual(nowhere('failed'));
  });

  it('beyond all measure are none', async () => {
    portal.units = numbers(2_050).map((id) => department(id));
    expect((await read()).departments).toEqual(nowhere('failed'));
  });
});

describe('lines', () => {
  it('are read with the queue as it was set and the people it comes to', async () => {
    portal.lines = [
      line(1, { QUEUE: { 3: '12', 4: 13 } }),
      line(2, { ACTIVE: 'N', QUEUE_TYPE: 'all', CONFIG_QUEUE: [], QUEUE: [] }),
    ];
    const isConnected = nowhere('notAvailable');
    expect(valueIn((await read()).lines)).toEqual([
      {
        ...{ id: '1', name: 'Линия 1', isActive: true, order: 'evenly', isConnected },
        queue: { from: 'read', value: [{ kind: 'department', id: '2' }], at: AT },
        members: { from: 'read', value: ['12', '13'], at: AT },
      },
      {
        ...{ id: '2', name: 'Линия 2', isActive: false, order: 'all', isConnected },
        queue: { from: 'read', value: [], at: AT },
        members: { from: 'read', value: [], at: AT },
      },
    ]);
  });

  it('are asked for with both halves of their queues', async () => {
    await read(['lines']);
    const commands = portal.asks.flatMap((ask) => ask.commands);
    const lines = commands.find(({ method }) => method === 'imopenlines.config.list.get');
    expect([lines?.params.get('OPTIONS[QUEUE]'), lines?.params.get('OPTIONS[CONFIG_QUEUE]')]).toEqual(['Y', 'Y']);
  });

  it('with an order that is not known have none, and an empty object is an empty queue', async () => {
    portal.lines = [line(1, { LINE_NAME: ' Sales ', QUEUE_TYPE: 'new', CONFIG_QUEUE: {} })];
    expect(valueIn((await read()).lines)).toMatchObject([{ name: 'Sales', order: null, queue: { value: [] } }]);
  });

  it('say for themselves which half of a queue was not told', async () => {
    portal.lines = [
      line(1, { CONFIG_QUEUE: undefined }),
      line(2, { CONFIG_QUEUE: [{ ENTITY_TYPE: 'robot', ENTITY_ID: 1 }], QUEUE: 'x' }),
    ];
    expect(valueIn((await read()).lines)).toMatchObject([
      { queue: nowhere('notAvailable'), members: { value: ['5', '7'] } },
      { queue: nowhere('failed'), members: nowhere('failed') },
    ]);
  });

  it('beyond one answer are read to the end', async () => {
    portal.lines = numbers(430).map((id) => line(id));
    expect(valueIn((await read()).lines)).toHaveLength(430);
  });

  it.each([
    ['no Open Channels', 'ERROR_METHOD_NOT_FOUND', 'notAvailable'],
    ['no right', 'ACCESS_DENIED', 'refused'],
    ['a breakdown', 'INTERNAL_SERVER_ERROR', 'failed'],
  ])('are unknown with %s', async (_what, code, why) => {
    portal.errors.set('imopenlines.config.list.get', code);
    const reading = await read();
    expect(reading.lines).toEqual(nowhere(why));
    expect(reading.staff.from).toBe('read');
  });

  it.each([
    ['a line that cannot be read', [line(1), { ID: 'x' }]],
    ['no list at all', 'none'],
    ['more than anybody has', numbers(700).map((id) => line(id))],
  ])('are unknown with %s', async (_what, told) => {
    if (Array.isArray(told)) portal.lines = told;
    else portal.before = ({ method }) => (method.startsWith('imopenlines') ? { result: told } : undefined);
    expect((await read()).lines).toEqual(nowhere('failed'));
  });
});
