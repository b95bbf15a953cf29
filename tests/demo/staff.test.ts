import { describe, expect, test } from 'vitest';
import { eachWithVisitor, Visitor } from './visitor.ts';

const visit = eachWithVisitor();

type Row = Record<string, unknown>;
const idsOf = (rows: Row[]) => rows.map(({ ID }) => Number(ID));
const ask = async (method: string, params: Record<string, string> = {}) =>
  (await visit.visitor.rest(method, params)).body;

describe('employees', () => {
  test('are told with their departments, the dismissed as well, in pages of fifty', async () => {
    const { result, total, next } = await ask('user.get');
    expect([result.length, total, next]).toEqual([14, 14, undefined]);
    const byId = new Map(result.map((row: Row) => [row.ID, row]));
    expect(byId.get('1014')).toMatchObject({ UF_DEPARTMENT: [10, 12], ACTIVE: true });
    expect(byId.get('1019')).toMatchObject({ UF_DEPARTMENT: [] });
    expect(byId.get('1020')).toMatchObject({ ACTIVE: false });
    visit.director.reset({ staff: { manyEmployees: 5000, manyDepartments: 300 } });
    const last = await visit.visitor.batch({ a: 'user.get?start=4950', b: 'user.get?start=5000' });
    expect(last.body.result.result_total).toEqual({ a: 5014, b: 5014 });
    expect(last.body.result.result_next).toEqual({ a: 5000 });
    expect(last.body.result.result.b).toHaveLength(14);
  });

  test('are filtered and searched as the portal does it', async () => {
    expect(idsOf((await ask('user.get', { 'FILTER[ACTIVE]': 'false' })).result)).toEqual([1020]);
    expect(idsOf((await ask('user.get', { 'FILTER[UF_DEPARTMENT]': '11' })).result)).toEqual([1011, 1012]);
    const found = await ask('user.search', { 'FILTER[FIND]': 'ким дар' });
    expect(idsOf(found.result)).toEqual([1013]);
    const reverse = await ask('user.get', { sort: 'ID', order: 'DESC' });
    expect(idsOf(reverse.result)[0]).toBe(1020);
  });

  test('of a partner are in no list of employees, only among the administrators', async () => {
    visit.director.reset({ staff: { integrators: 2 } });
    expect(idsOf((await ask('user.get')).result)).not.toContain(3101);
    expect(idsOf((await ask('user.admin.list')).result)).toEqual([1, 1010, 3101, 3102]);
    expect((await ask('im.user.get', { ID: '3101' })).result.active).toBe(true);
  });

  test('are as the director changes them', async () => {
    visit.director.setEmployee({ id: 1015, departments: [13], isActive: false });
    visit.director.setEmployee({ id: 1900, firstName: 'Эмма', lastName: 'Вольф', departments: [11] });
    const { result } = await ask('user.get', { 'FILTER[ID][0]': '1015', 'FILTER[ID][1]': '1900' });
    expect(result).toMatchObject([
      { ID: '1015', UF_DEPARTMENT: [13], ACTIVE: false },
      { ID: '1900', NAME: 'Эмма', LAST_NAME: 'Вольф', UF_DEPARTMENT: [11] },
    ]);
  });

  test('the one who is signed in is told with the same departments', async () => {
    expect((await ask('user.current')).result).toMatchObject({ ID: '1', UF_DEPARTMENT: [1] });
  });
});

describe('the list of administrators', () => {
  test('follows who is signed in', async () => {
    visit.director.setRole('employee');
    expect(idsOf((await ask('user.admin.list')).result)).toEqual([1010]);
  });

  test('may be missing, or not for this user', async () => {
    visit.director.setAdminList('absent');
    expect((await ask('user.admin.list')).error).toBe('ERROR_METHOD_NOT_FOUND');
    visit.director.setAdminList('refused');
    expect(await visit.visitor.rest('user.admin.list')).toMatchObject({
      status: 403,
      body: { error: 'ACCESS_DENIED' },
    });
  });
});

describe('departments', () => {
  test('have parents and heads; the root has none of the first, "0" of the second', async () => {
    const { result, total } = await ask('department.get');
    expect(total).toBe(5);
    expect(result[0]).toEqual({ ID: '1', NAME: 'Компания', SORT: 500, UF_HEAD: '0' });
    expect(result[2]).toMatchObject({ ID: '11', PARENT: '10', UF_HEAD: '1002' });
    expect((await ask('department.get', { PARENT: '1' })).total).toBe(3);
  });

  test('come in pages, and may stand in a circle', async () => {
    visit.director.reset({ staff: { manyDepartments: 300, departmentCycle: true } });
    const { result, next, total } = await ask('department.get', { start: '300' });
    expect([result.length, next, total]).toEqual([5, undefined, 305]);
    const circle = await ask('department.get', { 'ID[0]': '10', 'ID[1]': '11' });
    expect(circle.result.map(({ PARENT }: Row) => PARENT)).toEqual(['11', '10']);
    expect((await ask('im.department.get', { 'ID[0]': '10' })).result[0].full_name).toContain(' / ');
  });

  test('the chat tells them by id, with those who work there', async () => {
    const { result } = await ask('im.department.get', { 'ID[0]': '11' });
    expect(result[0]).toMatchObject({
      id: 11,
      manager_user_id: 1002,
      full_name: 'Оптовые продажи / Отдел продаж / Компания',
    });
    const members = await ask('im.department.employees.get', { 'ID[0]': '12' });
    expect(members.result).toEqual({ '12': [1002, 1014, 1015, 1016] });
  });

  test('that are dissolved leave their ids behind in queues', async () => {
    visit.director.dropDepartment({ id: 12 });
    expect(idsOf((await ask('department.get')).result)).not.toContain(12);
    expect((await ask('user.get', { ID: '1014' })).result[0].UF_DEPARTMENT).toEqual([10]);
    const { result } = await ask('imopenlines.config.list.get', {
      'OPTIONS[CONFIG_QUEUE]': 'Y',
      'OPTIONS[QUEUE]': 'Y',
    });
    expect(result[1].CONFIG_QUEUE).toContainEqual({ ENTITY_TYPE: 'department', ENTITY_ID: '12' });
    expect(result[1].QUEUE).toEqual(['1014']);
  });
});

describe('codes', () => {
  test('have names as long as somebody stands for them', async () => {
    const { result } = await ask('access.name', {
      'ACCESS[0]': 'U1011',
      'ACCESS[1]': 'DR10',
      'ACCESS[2]': 'AU',
      'ACCESS[3]': 'D777',
    });
    expect(Object.keys(result)).toEqual(['U1011', 'DR10', 'AU']);
    expect(result.DR10).toMatchObject({ provider_id: 'intranet', name: expect.stringContaining('Отдел продаж') });
    expect((await ask('access.name', { 'ACCESS[0]': 'D777' })).result).toEqual([]);
  });
});

describe('Open Channels', () => {
  const options = { 'OPTIONS[QUEUE]': 'Y', 'OPTIONS[CONFIG_QUEUE]': 'Y' };

  test('tell the queue as it was set and as the portal expands it, when asked', async () => {
    const { result } = await ask('imopenlines.config.list.get', options);
    expect(result.map(({ ID, ACTIVE, QUEUE_TYPE }: Row) => [ID, ACTIVE, QUEUE_TYPE])).toEqual([
      ['1', 'Y', 'evenly'],
      ['2', 'Y', 'strictly'],
      ['3', 'N', 'all'],
    ]);
    expect(result[1].CONFIG_QUEUE).toEqual([
      { ENTITY_TYPE: 'user', ENTITY_ID: '1014' },
      { ENTITY_TYPE: 'department', ENTITY_ID: '12' },
    ]);
    // The dismissed one of the department is left out.
    expect(result[1].QUEUE).toEqual(['1014', '1002', '1015', '1016']);
    expect((await ask('imopenlines.config.list.get')).result[0]).not.toHaveProperty('QUEUE');
  });

  test('are told in parts, and to an employee as far as asked for', async () => {
    const part = await ask('imopenlines.config.list.get', { 'PARAMS[limit]': '1', 'PARAMS[offset]': '1' });
    expect(idsOf(part.result)).toEqual([2]);
    visit.director.reset({ user: { id: 1011, role: 'employee' } });
    expect((await ask('imopenlines.config.list.get')).result).toHaveLength(3);
    const own = await ask('imopenlines.config.list.get', { 'OPTIONS[CHECK_PERMISSION]': 'Y' });
    expect(idsOf(own.result)).toEqual([1]);
  });

  test('one by one they tell who came through a department', async () => {
    const { result } = await ask('imopenlines.config.get', { CONFIG_ID: '2' });
    expect(result.QUEUE_FULL['1014'].DEPARTMENT_ID).toBe('0');
    expect(result.QUEUE_FULL['1015'].DEPARTMENT_ID).toBe('12');
    expect((await ask('imopenlines.config.get', { CONFIG_ID: '2', WITH_QUEUE: 'N' })).result).not.toHaveProperty(
      'QUEUE',
    );
    expect((await ask('imopenlines.config.get', { CONFIG_ID: '77' })).result).toBe(false);
    expect((await ask('imopenlines.config.path.get')).result.PUBLIC_PATH).toBe('/contact_center/');
  });

  test('are not there at all on a portal without them', async () => {
    visit.director.setOpenLines(false);
    const { body, status } = await visit.visitor.rest('imopenlines.config.list.get');
    expect([status, body.error]).toEqual([404, 'ERROR_METHOD_NOT_FOUND']);
    expect((await visit.visitor.open('/contact_center/permissions/')).status).toBe(404);
    visit.director.setOpenLines(true);
    visit.director.setQueue({ line: 1, queue: [{ kind: 'user', id: 1 }] });
    expect((await ask('imopenlines.config.list.get', options)).result[0].QUEUE).toEqual(['1']);
  });

  test('nothing writes to them over REST', async () => {
    for (const method of ['update', 'add', 'delete']) {
      expect((await ask(`imopenlines.config.${method}`, { CONFIG_ID: '1' })).error).toBe('ERROR_METHOD_NOT_FOUND');
    }
    expect(visit.director.unknownCalls()).toHaveLength(3);
  });
});

describe("a page's session", () => {
  test('is turned away where only applications are let in', async () => {
    for (const method of ['placement.list', 'placement.get', 'event.get', 'app.info']) {
      const { status, body } = await visit.visitor.rest(method);
      expect([method, status, body.error_description]).toEqual([
        method,
        403,
        'Access denied! Application context required',
      ]);
    }
    const { body } = await visit.visitor.batch({ a: 'imconnector.status', b: 'user.admin' });
    expect(body.result.result_error.a.error).toBe('WRONG_AUTH_TYPE');
    expect(body.result.result.b).toBe(true);
  });

  test('may lose its token in the middle of the list of employees, once', async () => {
    visit.director.reset({ staff: { manyEmployees: 200, userListBreaksAt: 100 } });
    expect((await ask('user.get', { start: '50' })).next).toBe(100);
    const broken = await visit.visitor.batch({ a: 'user.get?start=50', b: 'user.get?start=100' });
    expect([broken.status, broken.body.error]).toEqual([401, 'session_failed']);
    visit.visitor.token = broken.body.sessid;
    expect((await ask('user.get', { start: '100' })).next).toBe(150);
  });

  test('may meet a failure after so many calls', async () => {
    visit.director.fault({ kind: '500', match: 'user.get', skip: 2, times: 1 });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      statuses.push((await visit.visitor.ask('/rest/user.get.json', { method: 'POST' })).status);
    }
    expect(statuses).toEqual([401, 401, 500, 401]);
  });
});

test('the second portal has the same people with other names', async () => {
  const second = new Visitor(visit.portal, 'second');
  await second.open();
  const { body } = await second.rest('department.get');
  expect(body.result[1].NAME).toBe('Sales');
  expect((await second.rest('user.get')).body.total).toBe(14);
});
