// @vitest-environment happy-dom
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readChatApp } from '../../bitrix24/chatapp-reader.ts';
import { ChatAppReadingSchema } from '../../bitrix24/chatapp-schema.ts';
import { FakePortal, redirected, reply, roleRow, rolesPage } from './chatapp-portal.ts';

const AT = 1_000;
const NEW = 'market.Application.getRights';
const REST = 'rest.Application.getRights';
const OLD = 'get_app_rigths';
const LIST = {
  U12: { id: 'U12', provider: 'user', name: 'Мария Петрова' },
  DR5: { id: 'DR5', provider: 'intranet', name: 'Продажи' },
  D77: { id: 'D77', provider: '', name: '' },
};
const ENTRIES = [
  { code: 'U12', name: 'Мария Петрова', provider: 'user' },
  { code: 'DR5', name: 'Продажи', provider: 'intranet' },
  { code: 'D77', name: '', provider: null },
];
const success = (data: unknown) => ({ status: 'success', data, errors: [] });
const failure = (code: unknown, message = 'No') => ({ status: 'error', data: null, errors: [{ code, message }] });
const nowhere = (why: string) => ({ from: 'nowhere', why });
const told = (value: unknown) => ({ from: 'read', value, at: AT });

let portal: FakePortal;

beforeEach(() => {
  portal = new FakePortal();
  vi.stubGlobal('fetch', portal.fetch);
});
afterEach(() => vi.unstubAllGlobals());

async function read(part: 'accessList' | 'roles', code: string | null = 'vendor.chat', appId: number | null = 12) {
  const reading = await readChatApp('page-token', '1', { code, appId, parts: [part] }, () => AT);
  expect(v.safeParse(ChatAppReadingSchema, reading).issues).toBeUndefined();
  return reading[part];
}
const asked = () => portal.asks.slice(1).map(({ path, body }) => `${path} ${[...body.keys()].join()}`);

describe('the access list', () => {
  it('is asked of the new Market by code, as its own dialog does', async () => {
    portal.actions.set(NEW, success(LIST));
    expect(await read('accessList')).toEqual(told(ENTRIES));
    expect(asked()).toEqual([`/bitrix/services/main/ajax.php?action=${NEW} appCode,sessid`]);
    expect(portal.asks[1]?.body.get('appCode')).toBe('vendor.chat');
  });

  it('is read as well of an application that has left the Market and has no number here', async () => {
    portal.actions.set(NEW, success({ U12: { provider: 'user' } }));
    expect(await read('accessList', 'local.5f0c', null)).toEqual(told([{ code: 'U12', name: '', provider: 'user' }]));
  });

  it('is open to everyone only by a clear "false"', async () => {
    portal.actions.set(NEW, success(false));
    expect(await read('accessList')).toEqual(told([]));
  });

  it.each([[[]], [{}], [null], [0], [''], ['false'], [true], [{ 'u 12': {} }]])(
    'is never open to everyone by %j',
    async (data) => {
      portal.actions.set(NEW, success(data));
      expect(await read('accessList')).toEqual(nowhere('failed'));
    },
  );

  it('of 2,000 characters is read to its end', async () => {
    const codes = Array.from({ length: 400 }, (_, index) => `U${1_000 + index}`);
    expect(codes.join(',').length).toBeGreaterThan(1_990);
    portal.actions.set(NEW, success(Object.fromEntries(codes.map((code) => [code, { provider: 'user', name: code }]))));
    expect(await read('accessList')).toMatchObject({ value: codes.map((code) => ({ code })) });
  });

  it('is not asked for while nobody has said which application it is', async () => {
    expect(await read('accessList', null)).toEqual(nowhere('notRead'));
    expect(portal.asks).toHaveLength(1);
  });

  it.each([
    ['there is no such module', failure(2210205)],
    ['the module has no controllers', failure('2210204')],
    ['there is no such controller', failure(221001)],
    ['there is no such action', failure('22002')],
    ['the action has its later name for that', failure('MAIN_CONTROLLER_22002')],
    ['there is no such address', 404],
  ])('is asked of the module below the Market when %s', async (_what, answer) => {
    portal.actions.set(NEW, answer);
    portal.actions.set(REST, success(LIST));
    expect(await read('accessList')).toEqual(told(ENTRIES));
    expect(portal.asks.at(-1)?.body.get('appId')).toBe('12');
  });

  it('is asked at the old address when there are no actions at all', async () => {
    portal.actions.set(OLD, LIST);
    expect(await read('accessList')).toEqual(told(ENTRIES));
    expect(asked()).toEqual([
      `/bitrix/services/main/ajax.php?action=${NEW} appCode,sessid`,
      `/bitrix/services/main/ajax.php?action=${REST} appId,sessid`,
      '/bitrix/tools/rest.php action,app_id,sessid',
    ]);
  });

  it('is not taken for open when the old address has skipped the question', async () => {
    portal.actions.set(OLD, []);
    expect(await read('accessList')).toEqual(nowhere('failed'));
  });

  it('is not available where no way leads to it', async () => {
    expect(await read('accessList')).toEqual(nowhere('notAvailable'));
    expect(portal.asks).toHaveLength(4);
    portal.asks.length = 0;
    expect(await read('accessList', 'vendor.chat', null)).toEqual(nowhere('notAvailable'));
    expect(portal.asks).toHaveLength(2);
  });

  it.each([
    [success({ error: 'ERROR_LOADS_MODULE_REST', errorDescription: 'Module is not loaded' })],
    [success({ error: 'ERROR_MODULE_NOT_LOADED' })],
    [failure('ERROR_MODULE_NOT_LOADED')],
  ])('of a code that the portal does not know has failed, whatever it says of modules (%j)', async (answer) => {
    portal.actions.set(NEW, answer);
    portal.actions.set(REST, success(false));
    expect(await read('accessList')).toEqual(nowhere('failed'));
    expect(portal.asks).toHaveLength(2);
  });

  it.each([
    ['in words', success({ error: 'Доступ запрещён' }), 'refused'],
    ['by code', failure('ACCESS_DENIED'), 'refused'],
    ['for want of a session', failure('invalid_authentication'), 'failed'],
    ['for no known reason', failure('0'), 'failed'],
  ])('is not asked elsewhere when it is refused %s', async (_what, answer, why) => {
    portal.actions.set(NEW, answer);
    portal.actions.set(REST, success(false));
    expect(await read('accessList')).toEqual(nowhere(why));
    expect(portal.asks).toHaveLength(2);
  });

  it.each([
    ['a server error', 500, 'failed'],
    ['a forbidden address', 403, 'refused'],
  ])('is not known after %s', async (_what, status, why) => {
    portal.actions.set(NEW, status);
    expect(await read('accessList')).toEqual(nowhere(why));
  });

  it('is asked once more with a token that was replaced meanwhile', async () => {
    portal.actions.set(NEW, success(LIST));
    portal.intercept = ({ path }) => {
      if (path.includes(NEW)) portal.token = 'newer-token';
      return undefined;
    };
    expect(await read('accessList')).toEqual(told(ENTRIES));
    expect(portal.asks.map(({ body }) => body.get('sessid'))).toEqual([
      ...['page-token', 'page-token', 'newer-token', 'newer-token'],
    ]);
  });
});

describe('roles', () => {
  const PATH = '/contact_center/permissions/';
  const OTHER = '/services/contact_center/permissions/';
  const grant = (code: string, roleName: string) => ({ code, roleName, viewsLines: null, joins: null });

  it('are read from the portal’s page by access code; how far they reach stays unknown', async () => {
    portal.pages.set(PATH, rolesPage(roleRow('G1', 1) + roleRow('DR1', 3) + roleRow('U7', 2)));
    expect(await read('roles')).toEqual(
      told([grant('G1', 'Администратор'), grant('DR1', 'Менеджер'), grant('U7', 'Руководитель')]),
    );
    expect(portal.asks.at(-1)).toMatchObject({ verb: 'GET', path: PATH });
  });

  it('go by the row where no option is marked, and a deleted role is none', async () => {
    portal.pages.set(PATH, rolesPage(roleRow('U7', 2, 0) + roleRow('U8', 99)));
    expect(await read('roles')).toEqual(told([grant('U7', 'Руководитель')]));
  });

  it('are none where nobody was given any', async () => {
    portal.pages.set(PATH, rolesPage(''));
    expect(await read('roles')).toEqual(told([]));
  });

  it('take names for text, whatever they look like', async () => {
    const page = rolesPage(roleRow('U7', 2)).replace('Руководитель', '&lt;img src=x onerror=alert(1)&gt;');
    portal.pages.set(PATH, page);
    expect(await read('roles')).toEqual(told([grant('U7', '<img src=x onerror=alert(1)>')]));
  });

  it('are looked for where the portal says its Contact Center is', async () => {
    portal.pages.set(OTHER, rolesPage(roleRow('G1', 1)));
    expect(await read('roles')).toEqual(told([grant('G1', 'Администратор')]));
    expect(portal.asks.map(({ path }) => path)).toEqual(['/rest/batch.json', PATH, '/rest/batch.json', OTHER]);
  });

  it.each([
    ['https://elsewhere.example/'],
    ['//elsewhere.example/'],
    ['/../bitrix/admin/'],
    ['/contact_center/?x='],
    ['/contact_center/'],
    [7],
  ])('are not looked for at %s', async (path) => {
    portal.before = ({ method }) => (method.endsWith('path.get') ? { result: { PUBLIC_PATH: path } } : undefined);
    expect(await read('roles')).toEqual(nowhere('notAvailable'));
    expect(portal.asks).toHaveLength(3);
  });

  it.each([
    ['nowhere on the portal', 404, 'notAvailable'],
    ['forbidden', 403, 'refused'],
    ['broken', 500, 'failed'],
    ['a denial in words', '<p><font class="errortext">Недостаточно прав</font></p>', 'refused'],
    ['the form to sign in', '<form name="form_auth"><input name="USER_PASSWORD"></form>', 'failed'],
    ['drawn otherwise', '<div class="ui-access-rights"></div>', 'failed'],
    ['without the field for the role', rolesPage('<tr data-access-code="G1" data-role-id="1"></tr>'), 'failed'],
  ])('are not known when the page is %s', async (_what, page, why) => {
    portal.pages.set(PATH, page);
    expect(await read('roles')).toEqual(nowhere(why));
  });

  it('are not known when the portal sends people to sign in, or cannot be reached', async () => {
    portal.intercept = ({ verb }) => (verb === 'GET' ? redirected() : undefined);
    expect(await read('roles')).toEqual(nowhere('failed'));
    portal.intercept = ({ verb }) => {
      if (verb === 'GET') throw new TypeError('Failed to fetch');
      return undefined;
    };
    expect(await read('roles')).toEqual(nowhere('failed'));
  });

  it('are not looked for in a page without end', async () => {
    portal.intercept = ({ verb }) => (verb === 'GET' ? reply('x'.repeat(8_000_001)) : undefined);
    expect(await read('roles')).toEqual(nowhere('failed'));
  });
});
