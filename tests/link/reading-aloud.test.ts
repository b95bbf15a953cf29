import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatAppReadingSchema } from '../../bitrix24/chatapp-schema.ts';
import type { ChatAppQuery } from '../../bitrix24/market-protocol.ts';
import type { ChatAppReading } from '../../domain/chatapp/book.ts';
import type { IsolatedScope } from '../../link/page-side.ts';
import { NOTHING, PAGE, Scene } from './scene.ts';

const scope = globalThis as IsolatedScope;
const QUERY: ChatAppQuery = { code: 'vendor.chat', appId: 12, parts: ['staff', 'lines'] };
const NOT_READ = { from: 'nowhere', why: 'notRead' } as const;
const READING: ChatAppReading = {
  startedAt: 5,
  me: { id: '1', name: 'Анна Смирнова', isAdministrator: true },
  ...{ staff: NOT_READ, administrators: NOT_READ, departments: NOT_READ },
  ...{ accessList: NOT_READ, lines: NOT_READ, roles: NOT_READ },
};

let scene: Scene;
let link: import('../../link/link.ts').Link;
const reader = vi.fn();

beforeEach(async () => {
  scene = new Scene();
  reader.mockReset().mockResolvedValue(READING);
  scene.background = (message) => {
    if (message.type === 'reader.wanted' && message.what === 'chatapp') scope.latchdeskChatAppReader = { read: reader };
    return NOTHING;
  };
  const { Link } = await import('../../link/link.ts');
  link = new Link();
});
afterEach(() => {
  link.end();
  scene.end();
  delete scope.latchdeskChatAppReader;
});

/** What the link answers to the background's wish. */
async function ask(userId = '1'): Promise<ChatAppReading> {
  const respond = vi.fn();
  expect(scene.fromBackground({ type: 'chatapp.read', userId, query: QUERY }, {}, respond)).toBe(true);
  await vi.waitFor(() => expect(respond).toHaveBeenCalled());
  const answer = respond.mock.lastCall?.[0];
  expect(v.safeParse(ChatAppReadingSchema, answer).issues).toBeUndefined();
  return answer;
}

describe('a reading for ChatApp', () => {
  it('is done by what is loaded only for it and only once, with the token of this page', async () => {
    expect(await ask()).toEqual(READING);
    expect(await ask()).toEqual(READING);
    expect(reader).toHaveBeenLastCalledWith(PAGE.token, '1', QUERY);
    expect(scene.told).toEqual([{ type: 'reader.wanted', userId: '1', what: 'chatapp' }]);
  });

  it('is none on the page of somebody else, and nothing is loaded there', async () => {
    const { me, staff, roles } = await ask('2');
    expect(me).toEqual({ id: '1', name: '', isAdministrator: null });
    expect([staff, roles]).toEqual([
      { from: 'nowhere', why: 'failed' },
      { from: 'nowhere', why: 'failed' },
    ]);
    expect(reader).not.toHaveBeenCalled();
    expect(scene.told).toEqual([]);
  });

  it('is none on a page that does not answer', async () => {
    scene.page = null;
    expect(await ask()).toMatchObject({ me: { id: '' }, lines: { from: 'nowhere', why: 'failed' } });
  });

  it('is none where the background cannot load what reads', async () => {
    scene.background = () => NOTHING;
    expect(await ask()).toMatchObject({ me: { id: '1' }, staff: { from: 'nowhere', why: 'failed' } });
  });
});
