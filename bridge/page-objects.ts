/** The portal's own objects in the page, as far as the bridge reads them. It only looks: nothing there is changed or started. */
import type { MessengerGeneration, PageClaim } from '../bitrix24/bridge-protocol.ts';

// biome-ignore lint/suspicious/noExplicitAny: the page's objects have no types and may have any shape
export type Foreign = any;

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

/** Unread numbers by chat id from the page's own data; null where it has none. */
export function unreadOf(chatIds: number[]): [number, unknown][] | null {
  const count = store()?.getters['counters/getChatCounterByChatId'];
  return count ? chatIds.map((chatId) => [chatId, count(chatId)]) : null;
}

/** Opens a dialog the portal's own way; false where the page offers none. */
export function openDialog(dialogId: string): boolean {
  const portal = messenger()?.Public;
  if (!portal?.openChat || !/^(chat)?\d+$/.test(dialogId)) return false;
  portal.openChat(dialogId);
  return true;
}
