// @vitest-environment happy-dom
/** The reader for ChatApp against the demo portal: both were made from the same facts, and apart from each other. */
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readChatApp } from '../../bitrix24/chatapp-reader.ts';
import { ChatAppReadingSchema } from '../../bitrix24/chatapp-schema.ts';
import { type ChatAppReading, READING_PARTS } from '../../domain/chatapp/book.ts';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The page's own fetch, with the visitor's cookie. */
async function fetchAsVisitor(path: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const request = init.method === 'POST' ? { method: 'POST', headers: FORM, body: String(init.body) } : {};
  const { status, text } = await visit.visitor.ask(String(path), request);
  const isRedirect = status >= 300 && status < 400;
  const type = isRedirect ? 'opaqueredirect' : 'basic';
  // A browser parses the page without loading anything; the parser of these tests would try to.
  const bare = text.replaceAll(/<link[^>]*>|<script[\s\S]*?<\/script>/g, '');
  return { status, ok: status < 300, type, text: async () => bare } as Response;
}

beforeEach(() => vi.stubGlobal('fetch', fetchAsVisitor));
afterEach(() => vi.unstubAllGlobals());

async function read(code: string | null = visit.director.marketState().chatApp): Promise<ChatAppReading> {
  const { ID } = (await visit.visitor.rest('profile')).body.result;
  const reading = await readChatApp(visit.visitor.token, ID, { code, appId: null, parts: READING_PARTS });
  expect(v.safeParse(ChatAppReadingSchema, reading).issues).toBeUndefined();
  return reading;
}

const PARTS = [...READING_PARTS, 'administrators'] as const;
const unread = (reading: ChatAppReading) =>
  PARTS.flatMap((part) => {
    const fact = reading[part];
    return fact.from === 'nowhere' ? [`${part}: ${fact.why}`] : [];
  });

describe('the reader for ChatApp', () => {
  test('reads all parts of a portal', async () => {
    const { director } = visit;
    director.setAccessList({ access: ['DR1', 'U1'] });
    const reading = await read();
    expect(unread(reading)).toEqual([]);
    expect(reading.accessList).toMatchObject({ value: [{ code: 'DR1', provider: 'intranet' }, { code: 'U1' }] });
    const halves =
      reading.lines.from === 'read' ? reading.lines.value.flatMap(({ queue, members }) => [queue, members]) : [];
    expect(new Set(halves.map(({ from }) => from))).toEqual(new Set(['read']));
  });

  test('tells an open application from one whose list could not be read', async () => {
    visit.director.setAccessList({ access: [] });
    expect((await read()).accessList).toMatchObject({ from: 'read', value: [] });
    expect((await read('no.such.app')).accessList).toEqual({ from: 'nowhere', why: 'failed' });
    expect((await read(null)).accessList).toEqual({ from: 'nowhere', why: 'notRead' });
  });

  test('goes on when the token expires in the middle of a long list, and keeps a circle of departments', async () => {
    const staff = { manyEmployees: 400, manyDepartments: 120, departmentCycle: true, userListBreaksAt: 100 };
    visit.director.reset({ staff });
    const reading = await read();
    expect(unread(reading)).toEqual([]);
    const { staff: people, departments } = reading;
    if (people.from === 'nowhere' || departments.from === 'nowhere') throw new Error('nothing was read');
    expect(people.value.isWhole).toBe(true);
    expect(people.value.employees.length).toBeGreaterThan(400);
    expect(departments.value.length).toBeGreaterThan(120);
    const parents = new Map(departments.value.map(({ id, parent }) => [id, parent]));
    const isInCircle = (id: string) => parents.get(parents.get(id) ?? '') === id;
    expect(departments.value.filter(({ id }) => isInCircle(id))).toHaveLength(2);
  });

  test('says of each part why it is not there', async () => {
    visit.director.reset({ staff: { openLines: false, adminList: 'absent' } });
    expect(unread(await read())).toEqual([
      ...['lines: notAvailable', 'roles: notAvailable', 'administrators: notAvailable'],
    ]);
  });

  test('reads nothing for somebody who is no administrator', async () => {
    visit.director.reset({ user: { role: 'employee' } });
    const reading = await read();
    expect(reading.me.isAdministrator).toBe(false);
    expect(unread(reading)).toEqual(PARTS.map((part) => `${part}: refused`));
  });
});
