// @vitest-environment happy-dom
/** Every address, method and action that the reader for ChatApp ever asks, and the proof that none of them writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readChatApp } from '../../bitrix24/chatapp-reader.ts';
import { READING_PARTS } from '../../domain/chatapp/book.ts';
import { department, employee, FakePortal, line, numbers } from './chatapp-portal.ts';

const ALL = [
  'GET /contact_center/permissions/',
  'GET /services/contact_center/permissions/',
  'POST /bitrix/services/main/ajax.php?action=market.Application.getRights appCode',
  'POST /bitrix/services/main/ajax.php?action=rest.Application.getRights appId',
  'POST /bitrix/tools/rest.php action=get_app_rigths app_id',
  'POST /rest/batch.json department.get',
  'POST /rest/batch.json imopenlines.config.list.get',
  'POST /rest/batch.json imopenlines.config.path.get',
  'POST /rest/batch.json profile',
  'POST /rest/batch.json user.admin',
  'POST /rest/batch.json user.admin.list',
  'POST /rest/batch.json user.get',
];

let portal: FakePortal;

beforeEach(() => {
  portal = new FakePortal();
  vi.stubGlobal('fetch', portal.fetch);
});
afterEach(() => vi.unstubAllGlobals());

/** What was asked in words: fields by their names, values only where they choose what is done. */
function asked(): string[] {
  const words = portal.asks.flatMap(({ verb, path, body, commands }) => {
    if (verb === 'GET') return [`GET ${path}`];
    if (commands.length > 0) return commands.map(({ method }) => `${verb} ${path} ${method}`);
    const fields = [...body].filter(([name]) => name !== 'sessid');
    return [
      `${verb} ${path} ${fields.map(([name, value]) => (name === 'action' ? `action=${value}` : name)).join(' ')}`,
    ];
  });
  return [...new Set(words)].sort();
}

/** The portal that is asked the most: nothing is at its first place, tokens change, lists are long and move. */
async function readTheHardWay(): Promise<void> {
  portal.users = numbers(220).map((id) => employee(id));
  portal.units = numbers(120).map((id) => department(id));
  portal.lines = numbers(230).map((id) => line(id));
  portal.before = ({ method, params }) => {
    if (method === 'user.get' && params.get('start') === '100') portal.users = portal.users.slice(1);
    if (method === 'imopenlines.config.list.get') portal.token += '+';
    return undefined;
  };
  await readChatApp('page-token', '1', { code: 'vendor.chat', appId: 12, parts: READING_PARTS });
}

it('asks nothing but this, and needs all of it', async () => {
  await readTheHardWay();
  expect(asked()).toEqual(ALL);
});

it('asks nothing that writes', async () => {
  await readTheHardWay();
  const names = portal.asks.flatMap(({ verb, path, body, commands }) => {
    if (verb === 'GET') return [];
    if (commands.length > 0) return commands.map(({ method }) => method);
    return [new URLSearchParams(path.split('?')[1]).get('action') ?? body.get('action') ?? path];
  });
  for (const name of names) {
    expect(name).toMatch(/(?:^profile|^user\.admin|\.get|\.list|\.getRights|^get_app_rigths)$/);
    expect(name).not.toMatch(/set|add|update|delete|remove|bind|install|save|edit/i);
  }
  for (const { verb, path, body } of portal.asks) {
    expect(['GET', 'POST']).toContain(verb);
    expect(path).toMatch(/^\/\w/);
    for (const field of body.keys()) expect(field).not.toMatch(/rights|perms|queue\]?$|act$|clean|auth|refresh/i);
  }
});

it('sends its token to the portal alone, and never in an address', async () => {
  await readTheHardWay();
  for (const { path } of portal.asks) expect(path).not.toContain('token');
});

it('names no other method or action in its sources', () => {
  const folder = join(import.meta.dirname, '../../bitrix24');
  const sources = [
    ...readdirSync(folder).filter((name) => name.startsWith('chatapp-')),
    ...['paged-list.ts', 'market-access.ts'],
  ].map((name) => readFileSync(join(folder, name), 'utf8'));
  const named = sources.flatMap((text) =>
    [...text.matchAll(/['"`]((?:user|department|imopenlines|im|market|rest|profile)\.[\w.]+)/gi)].map(
      ([, name]) => name,
    ),
  );
  expect([...new Set(named)].sort()).toEqual([
    ...['department.get', 'imopenlines.config.list.get', 'imopenlines.config.path.get', 'market.Application.getRights'],
    ...['rest.Application.getRights', 'user.admin', 'user.admin.list', 'user.get'],
  ]);
});
