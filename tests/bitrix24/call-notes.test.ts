import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallScope, ToldCall } from '../../bitrix24/call-notes.ts';
import { ChatAppSession } from '../../bitrix24/chatapp-session.ts';
import { readSignIns } from '../../bitrix24/sign-ins.ts';

let noted: ToldCall[];

beforeEach(() => {
  noted = [];
  (globalThis as CallScope).latchdeskNoteCall = (call) => void noted.push(call);
});
afterEach(() => {
  (globalThis as CallScope).latchdeskNoteCall = undefined;
  vi.unstubAllGlobals();
});

const answer = (text: string, status: number) => vi.stubGlobal('fetch', async () => new Response(text, { status }));
const session = (signal = new AbortController().signal) => new ChatAppSession('secret-token', signal);
const PAGE = '/contact_center/permissions/?IFRAME=Y';

describe('a page that is read like data', () => {
  it.each([
    ['answered', 200],
    ['refused', 403],
    ['refused', 404],
    ['serverError', 502],
  ])('is noted as %s with status %i, by its path alone', async (outcome, status) => {
    answer('<html>Anna', status);
    await session().page(PAGE);
    expect(noted).toEqual([expect.objectContaining({ action: '/contact_center/permissions/', outcome })]);
    expect(JSON.stringify(noted)).not.toContain('Anna');
  });

  it('is noted as too late or as not reached', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await session().page(PAGE);
    await session(AbortSignal.abort()).page(PAGE);
    expect(noted.map(({ outcome }) => outcome)).toEqual(['offline', 'timeout']);
  });
});

describe('readers beside the link', () => {
  it('have each of their requests noted, and no token, name or address', async () => {
    const row = {
      id: 2,
      timestampX: '2026-11-20T09:00:00Z',
      auditTypeId: 'USER_AUTHORIZE',
      itemId: 5,
      remoteAddr: '203.0.113.24',
    };
    answer(JSON.stringify({ result: { items: [row] } }), 200);
    await readSignIns('secret-token', Date.UTC(2026, 10, 20), Date.UTC(2026, 10, 21));
    expect(noted.map(({ action }) => action)).toEqual(['/rest/api/main.eventlog.tail', 'batch:user.get']);
    expect(JSON.stringify(noted)).not.toMatch(/secret-token|203\.0/);
  });
});
