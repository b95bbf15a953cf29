/** What a tab reads for somebody who wants to see it now. What reads it is put beside the link when it is wanted. */
import type { TabMessage } from '../bitrix24/surface-protocol.ts';
import type { SignIns } from '../domain/access/record.ts';
import type { ChatAppReading } from '../domain/chatapp/book.ts';
import type { BridgeClient } from './bridge-client.ts';
import { send } from './outbox.ts';
import type { ChatAppReader, IsolatedScope, PortalReader } from './page-side.ts';

type Asked<T extends TabMessage['type']> = Extract<TabMessage, { type: T }>;

const scope = globalThis as IsolatedScope;

/** Most pages never need it; null where the background cannot put it there. */
export async function portalReader(userId: string): Promise<PortalReader | null> {
  if (!scope.latchdeskReader) await send({ type: 'reader.wanted', userId, what: 'access' });
  return scope.latchdeskReader ?? null;
}

async function chatAppReader(userId: string): Promise<ChatAppReader | null> {
  if (!scope.latchdeskChatAppReader) await send({ type: 'reader.wanted', userId, what: 'chatapp' });
  return scope.latchdeskChatAppReader ?? null;
}

/** Reads the event log, unless the page is somebody else's by now. */
export async function readSignIns(
  bridge: BridgeClient,
  { userId, from, until }: Asked<'signIns.read'>,
): Promise<SignIns> {
  const page = await bridge.page();
  const reader = page?.userId === userId ? await portalReader(userId) : null;
  if (page && reader) return reader.readSignIns(page.token, from, until);
  return { at: Date.now(), from, until, state: 'failed', rows: [], isCut: false };
}

/** Reads what is asked for ChatApp, unless the page is somebody else's by now. */
export async function readChatApp(
  bridge: BridgeClient,
  { userId, query }: Asked<'chatapp.read'>,
): Promise<ChatAppReading> {
  const page = await bridge.page();
  const reader = page?.userId === userId ? await chatAppReader(userId) : null;
  if (page && reader) return reader.read(page.token, userId, query);
  const part = { from: 'nowhere', why: 'failed' } as const;
  return {
    ...{ startedAt: Date.now(), me: { id: page?.userId ?? '', name: '', isAdministrator: null } },
    ...{ staff: part, administrators: part, departments: part, accessList: part, lines: part, roles: part },
  };
}
