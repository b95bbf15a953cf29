/** The portal's own objects in the page, as far as the bridge reads them. It only looks: nothing there is changed or started. */
import type { ChatClaim, LayoutClaim, MessengerGeneration, PageClaim } from '../bitrix24/bridge-protocol.ts';

// biome-ignore lint/suspicious/noExplicitAny: the page's objects have no types and may have any shape
export type Foreign = any;

/** The page's objects may be of any shape: what throws there is no reason to throw here. */
export function attemptTo<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    console.debug('Latchdesk', error);
    return null;
  }
}

export const bx = (): Foreign => (window as Foreign).BX;
export const messenger = (): Foreign => bx()?.Messenger;
const core = (): Foreign => messenger()?.v2?.Application?.Core;

/** The messenger's data, if the page has loaded it. `Core.ready()` would load it and is never called. */
export const store = (): Foreign => core()?.getStore?.();

const phrase = (code: string): string => String(bx().message(code) ?? '');

function generation(): MessengerGeneration {
  const enabled = messenger()?.Public?.v2enabled;
  if (enabled === undefined) return (window as Foreign).BXIM?.messenger?.chat ? 'v1' : 'none';
  return enabled ? 'v2' : 'v1';
}

/** Reads the page as it is now; null on a page without the portal's scripts. */
export function readPage(): PageClaim | null {
  if (!bx()?.message) return null;
  return {
    userId: phrase('USER_ID'),
    language: phrase('LANGUAGE_ID'),
    token: phrase('bitrix_sessid'),
    generation: generation(),
    hasStore: Boolean(store()),
    isAdministrator: core()?.getApplicationData?.()?.currentUser?.isAdmin ?? null,
    isConnected: Boolean(bx().PULL?.isConnected?.()),
  };
}

/** What the page's own data knows of chats; null where it has none. */
export function chatsOf(chats: [number, string][]): ChatClaim[] | null {
  const getters = store()?.getters;
  return (
    getters &&
    chats.map(([chatId, dialogId]) => {
      const last = getters['messages/getById']?.(getters['recent/get']?.(dialogId)?.messageId);
      return [chatId, getters['counters/getChatCounterByChatId'](chatId), last?.authorId, Number(last?.date)];
    })
  );
}

export function readLayout(): LayoutClaim {
  const getters = store()?.getters;
  const layout = getters?.['application/getLayout'];
  return {
    dialogId: layout?.name === 'chat' ? String(layout.entityId) : '',
    sendsByEnter: getters?.['application/settings/get']?.('sendByEnter') ?? true,
  };
}

export function lastOwnText(chatId: number): string | null {
  const getters = store()?.getters;
  return getters?.['messages/getById'](getters['messages/getLastOwnMessageId'](chatId))?.text ?? null;
}

const emitter = (): Foreign => bx().Event?.EventEmitter;

/** True when somebody in the page may have heard it. */
export function emit(name: string, data: object): boolean {
  emitter()?.emit(name, data);
  return Boolean(emitter());
}

export const hear = (name: string, listener: () => void) => emitter()?.subscribe(name, listener);

/** Opens a dialog the portal's own way, at a message if one is named; false where the page offers none. */
export function openDialog(dialogId: string, messageId: number | null): boolean {
  const portal = messenger()?.Public;
  if (!portal?.openChat || !/^(chat)?\d+$/.test(dialogId)) return false;
  portal.openChat(dialogId, messageId ?? undefined);
  return true;
}
