/**
 * The bridge: runs in the page's own world, hears what the portal's scripts hear, and tells the link.
 * Kept tiny: it loads on every portal page.
 */
import { type BridgeToLink, HELLO, type LinkToBridge, type PageClaim } from '../bitrix24/bridge-protocol.ts';
import { hearLiveEvents } from './live-events.ts';
import {
  attemptTo,
  bx,
  chatsOf,
  emit,
  hear,
  lastOwnText,
  messenger,
  openDialog,
  readLayout,
  readPage,
  store,
} from './page-objects.ts';

/** Tries after the page is parsed, each pause twice as long as the one before; the last comes after about 13 s. */
const TRIES = 9;
/** After this many tries (1.5 s) the page counts as complete even if the messenger's data has not appeared. */
const TRIES_FOR_STORE = 5;

let port: MessagePort | null = null;
let isHearing = false;
/** Undefined until the page is complete. */
let page: PageClaim | null | undefined;

const tell = (message: BridgeToLink) => port?.postMessage(message);

/** A sign-in form has no live events to wait for, and the other tabs shall hear of it while it is there. */
const isNobodys = () => bx()?.message && !bx().message('USER_ID');

const isComplete = (attempt: number) =>
  (bx()?.PULL && (store() || !messenger()?.v2?.Application)) ||
  (attempt > TRIES_FOR_STORE && (bx()?.PULL || isNobodys()));

/** The event comes before the change: look a tick later. */
const tellLayout = () => setTimeout(() => tell({ kind: 'layout', layout: readLayout() }));

function settle(): void {
  page = readPage();
  if (page?.userId && bx().PULL && !isHearing) {
    isHearing = true;
    hearLiveEvents(tell);
    for (const name of ['IM.Layout:onLayoutChange', 'onChatSliderClose', 'IM.Dialog:onDialogInited'])
      hear(name, tellLayout);
  }
}

function look(attempt: number): void {
  if (attempt < TRIES && !attemptTo(() => isComplete(attempt))) {
    setTimeout(look, 25 << attempt, attempt + 1);
    return;
  }
  attemptTo(settle);
  tell({ kind: 'page', page: page ?? null });
}

function answer(message: LinkToBridge): unknown {
  switch (message.call) {
    case 'page':
      return readPage();
    case 'chats':
      return chatsOf(message.chats);
    case 'layout':
      return readLayout();
    case 'openPanel':
      return emit('IM.Sidebar:open', { ...message, standalone: message.panel !== 'main' });
    case 'insertText':
      return emit('IM.Textarea:insertText', { ...message, withNewLine: message.isBelow });
    case 'lastOwnText':
      return lastOwnText(message.chatId);
    case 'openDialog':
      return openDialog(message.dialogId, message.messageId);
  }
}

const serve = ({ data }: MessageEvent<LinkToBridge>) =>
  tell({ kind: 'answer', id: data.id, value: attemptTo(() => answer(data)) });

/** Takes the hand of every link that comes; a newer one (the extension was updated) takes the place of the old. */
function greet(event: MessageEvent): void {
  if (event.source !== window || event.data !== HELLO || !event.ports[0]) return;
  event.stopImmediatePropagation();
  port?.close();
  port = event.ports[0];
  port.onmessage = serve;
  if (page !== undefined) tell({ kind: 'page', page: page && attemptTo(readPage) });
}

/** Starts the bridge of this page. */
export function startBridge(): void {
  addEventListener('message', greet, true);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => look(1));
  else look(1);
}
