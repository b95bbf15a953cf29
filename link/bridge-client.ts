/** The link's end of the bridge: parses what the page's world says and asks it for the few things it may be asked. */
import * as v from 'valibot';
import {
  type BridgeCall,
  HELLO,
  type LayoutClaim,
  type LinkToBridge,
  type PageClaim,
  type SidebarPanel,
} from '../bitrix24/bridge-protocol.ts';
import type { WatchedDialog } from '../bitrix24/link-protocol.ts';
import { ChatClaims, LayoutClaimSchema, lastWordOf, PageClaimSchema } from '../bitrix24/page.ts';
import { LONGEST_DRAFT } from '../domain/drafts.ts';
import type { ChatCount } from '../domain/ledger.ts';

export interface BridgeListener {
  /** Null: a page without the portal's scripts. Called once per page, and again when the link asks anew. */
  onPage(page: PageClaim | null): void;
  onEvent(command: string, params: unknown, at: number): void;
  /** The portal's live connection: `online`, `offline` or `connect` (trying). */
  onConnection(status: string): void;
  /** Another chat is on show in the page. */
  onLayout(layout: LayoutClaim): void;
}

const Message = v.variant('kind', [
  v.object({ kind: v.literal('answer'), id: v.number(), value: v.unknown() }),
  v.object({ kind: v.literal('page'), page: v.unknown() }),
  v.object({
    kind: v.literal('event'),
    command: v.pipe(v.string(), v.maxLength(100)),
    params: v.unknown(),
    agoSeconds: v.optional(v.unknown()),
  }),
  v.object({ kind: v.literal('connection'), status: v.string() }),
  v.object({ kind: v.literal('layout'), layout: LayoutClaimSchema }),
]);

/** Deliveries younger than this count as news. */
const LATE_SECONDS = 10;
/** The portal keeps an event no longer than this for those who were away. */
const LATEST_SECONDS = 3_600;
const ANSWER_TIMEOUT = 2_000;

export class BridgeClient {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (value: unknown) => void>();
  #lastId = 0;

  /** Shakes hands with the bridge of this page. */
  constructor(listener: BridgeListener) {
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#port.onmessage = (message: MessageEvent<unknown>) => this.#take(message.data, listener);
    window.postMessage(HELLO, location.origin, [channel.port2]);
  }

  /** What the page says about itself now; null when the bridge is gone or talks nonsense. */
  async page(): Promise<PageClaim | null> {
    const claim = v.safeParse(PageClaimSchema, await this.#ask({ call: 'page' }));
    return claim.success ? claim.output : null;
  }

  /** What the page's own data knows of these chats, as its user `userId` sees it; null when the page has none. */
  async chats(chats: WatchedDialog[], userId: string): Promise<ChatCount[] | null> {
    const claims = v.safeParse(ChatClaims, await this.#ask({ call: 'chats', chats }));
    if (!claims.success) return null;
    const asked = new Set(chats.map(([chatId]) => chatId));
    return claims.output
      .filter(([chatId]) => asked.has(chatId))
      .map(([chatId, unread, authorId, at]) => ({ chatId, unread, lastWord: lastWordOf(authorId, at, userId) }));
  }

  /** The chat on show; null when the bridge is gone. */
  async layout(): Promise<LayoutClaim | null> {
    const claim = v.safeParse(LayoutClaimSchema, await this.#ask({ call: 'layout' }));
    return claim.success ? claim.output : null;
  }

  /** Opens a panel beside the dialog on show; false when the page offers no way. */
  async openPanel(panel: SidebarPanel, dialogId: string): Promise<boolean> {
    return (await this.#ask({ call: 'openPanel', panel, dialogId })) === true;
  }

  /** Puts a text into the field of the dialog on show; false when the page offers no way. */
  async insertText(dialogId: string, text: string, isBelow: boolean): Promise<boolean> {
    return (await this.#ask({ call: 'insertText', dialogId, text, isBelow })) === true;
  }

  /** The text of the user's last message in a chat; null when the page does not know it. */
  async lastOwnText(chatId: number): Promise<string | null> {
    const text = await this.#ask({ call: 'lastOwnText', chatId });
    return typeof text === 'string' ? text.slice(0, LONGEST_DRAFT) : null;
  }

  /** Opens a dialog through the portal's own call, at a message if one is named; false when this page offers none. */
  async openDialog(dialogId: string, messageId: number | null = null): Promise<boolean> {
    return (await this.#ask({ call: 'openDialog', dialogId, messageId })) === true;
  }

  close(): void {
    this.#port.close();
  }

  #ask(call: BridgeCall): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(id, null), ANSWER_TIMEOUT);
      this.#waiting.set(id, (value) => {
        clearTimeout(timer);
        resolve(value);
      });
      this.#port.postMessage({ ...call, id } satisfies LinkToBridge);
    });
  }

  #settle(id: number, value: unknown): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    resolve?.(value);
  }

  #take(data: unknown, listener: BridgeListener): void {
    const message = v.safeParse(Message, data);
    // The page owns the other end: nonsense is no error of ours.
    if (!message.success) return;
    const { output } = message;
    switch (output.kind) {
      case 'answer':
        this.#settle(output.id, output.value);
        break;
      case 'page': {
        const claim = v.safeParse(PageClaimSchema, output.page);
        listener.onPage(claim.success ? claim.output : null);
        break;
      }
      case 'event':
        listener.onEvent(output.command, output.params, Date.now() - lateness(output.agoSeconds));
        break;
      case 'layout':
        listener.onLayout(output.layout);
        break;
      case 'connection':
        listener.onConnection(output.status);
        break;
    }
  }
}

/** Ms to date an event back: the portal says how long ago it was, but its clock is not ours, so only what is clearly late. */
function lateness(agoSeconds: unknown): number {
  const seconds = Number(agoSeconds);
  return seconds >= LATE_SECONDS ? Math.min(seconds, LATEST_SECONDS) * 1_000 : 0;
}
