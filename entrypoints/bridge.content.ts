/**
 * The bridge: runs in the page's own world, hears what the portal's scripts hear, and tells the link.
 * It never writes into the portal's store and never starts anything there. Kept tiny: it loads on every portal page.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { CLOUD_MATCHES, VENDOR_GLOBS } from '../bitrix24/addresses.ts';
import {
  type BridgeToLink,
  COMMANDS,
  HELLO,
  type LinkToBridge,
  type MessengerGeneration,
  type PageClaim,
} from '../bitrix24/bridge-protocol.ts';

// biome-ignore lint/suspicious/noExplicitAny: the page's objects have no types and may have any shape
type Foreign = any;

/** Delays in ms after the page is parsed; nothing is tried again after the last. */
const TRIES = [0, 50, 100, 200, 400, 800, 1600, 3200, 6400];
/** After this many tries the page counts as complete even if the messenger's data has not appeared. */
const TRIES_FOR_STORE = 5;

export default defineContentScript({
  matches: CLOUD_MATCHES,
  excludeGlobs: VENDOR_GLOBS,
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    const portal = (): Foreign => (window as Foreign).BX;
    const messenger = (): Foreign => portal()?.Messenger;
    const core = (): Foreign => messenger()?.v2?.Application?.Core;
    const store = (): Foreign => core()?.getStore?.();
    const phrase = (code: string): string => String(portal().message(code) ?? '');

    let port: MessagePort | null = null;
    let isSubscribed = false;
    let page: PageClaim | null | undefined;

    const tell = (message: BridgeToLink) => port?.postMessage(message);

    const generation = (): MessengerGeneration => {
      const enabled = messenger()?.Public?.v2enabled;
      if (enabled === undefined) return (window as Foreign).BXIM?.messenger?.chat ? 'v1' : 'none';
      return enabled ? 'v2' : 'v1';
    };

    const readPage = (): PageClaim => ({
      userId: phrase('USER_ID'),
      language: phrase('LANGUAGE_ID'),
      token: phrase('bitrix_sessid'),
      generation: generation(),
      hasStore: Boolean(store()),
      isAdministrator: core()?.getApplicationData?.()?.currentUser?.isAdmin ?? null,
      isConnected: Boolean(portal().PULL?.isConnected?.()),
    });

    /** Keeps ids, names, counters and dates; drops texts, files and people. */
    const cutDown = (params: Foreign) => {
      const chat = params?.chat?.[params.chatId] ?? params?.chat;
      return {
        chatId: params?.chatId,
        dialogId: params?.dialogId,
        counter: params?.counter,
        active: params?.active,
        botId: params?.botId,
        limit: params?.limit,
        name: params?.name ?? chat?.name,
        type: chat?.type,
        date: params?.message?.date,
        multidialog: params?.multidialog?.chatId ? { ...params.multidialog } : null,
      };
    };

    /** The event told last, to recognise it when it comes the second way. */
    let told = '';

    const hear = (command: string, params: Foreign, extra: Foreign) => {
      // Ordinary chats pass here all day: only what may be a support dialog goes on.
      if (!COMMANDS.includes(command) || (params?.message && !params.multidialog?.chatId)) return '';
      const event = { kind: 'event', command, params: cutDown(params), agoSeconds: extra?.server_time_ago } as const;
      const text = command + JSON.stringify(event.params);
      if (text !== told) tell(event);
      return text;
    };

    /** An error of ours must not keep the portal's own handlers from the event. */
    const safely =
      (handler: (...args: Foreign[]) => void) =>
      (...args: Foreign[]) => {
        try {
          handler(...args);
        } catch (error) {
          console.debug('Latchdesk: an event could not be read', error);
        }
      };

    /**
     * The window's event comes first and whatever the portal's handlers do; a handler that throws keeps an event from
     * all subscribers after it. Subscribing is for portals without the window's event.
     */
    const subscribe = () => {
      isSubscribed = true;
      const bx = portal();
      bx.addCustomEvent?.(
        window,
        'onPullEvent-im',
        safely((command, params, extra) => {
          told = '';
          told = hear(command, params, extra);
        }),
      );
      bx.PULL.subscribe({
        moduleId: 'im',
        callback: safely((event) => {
          hear(event.command, event.params, event.extra);
          told = '';
        }),
      });
      bx.PULL.subscribe({
        type: 'status',
        callback: safely((event) => tell({ kind: 'connection', status: event.status })),
      });
    };

    const isComplete = (attempt: number) =>
      portal()?.PULL && (store() || !messenger()?.v2?.Application || attempt >= TRIES_FOR_STORE);

    const look = (attempt: number) => {
      const isLast = attempt >= TRIES.length - 1;
      if (!isLast && !isComplete(attempt)) {
        setTimeout(look, TRIES[attempt + 1], attempt + 1);
        return;
      }
      page = portal()?.message ? readPage() : null;
      if (page?.userId && portal().PULL && !isSubscribed) subscribe();
      tell({ kind: 'page', page });
    };

    const answer = (message: LinkToBridge): unknown => {
      if (message.call === 'page') return readPage();
      if (message.call === 'unread') {
        const unreadOf = store()?.getters['counters/getChatCounterByChatId'];
        return unreadOf ? message.chatIds.map((chatId) => [chatId, unreadOf(chatId)]) : null;
      }
      const open = messenger()?.Public?.openChat;
      if (message.call !== 'openDialog' || !open || !/^(chat)?\d+$/.test(message.dialogId)) return false;
      open.call(messenger().Public, message.dialogId);
      return true;
    };

    addEventListener(
      'message',
      (event) => {
        if (event.source !== window || event.data !== HELLO || !event.ports[0]) return;
        event.stopImmediatePropagation();
        // A newer link (the extension was updated) takes the place of the old one.
        port?.close();
        port = event.ports[0];
        port.onmessage = ({ data }: MessageEvent<LinkToBridge>) => {
          let value: unknown = null;
          try {
            value = answer(data);
          } catch (error) {
            value = { error: String(error) };
          }
          tell({ kind: 'answer', id: data.id, value });
        };
        if (page !== undefined) tell({ kind: 'page', page: page && readPage() });
      },
      true,
    );

    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => look(0));
    else look(0);
  },
});
