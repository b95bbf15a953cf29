/**
 * What the link offers the cards, which run beside it in the same isolated world: the chat on show and the few things
 * the page may be asked. Reached through `globalThis`, because the two are separate scripts; page scripts have
 * another `globalThis`.
 */
import type { LayoutClaim, SidebarPanel } from '../bitrix24/bridge-protocol.ts';
import type { AccessQuery } from '../bitrix24/link-protocol.ts';
import type { ChatAppQuery } from '../bitrix24/market-protocol.ts';
import type { AccessPart, AccessSurroundings } from '../bitrix24/reader.ts';
import { type RenameOutcome, renameDialog } from '../bitrix24/rename.ts';
import type { SignIns } from '../domain/access/record.ts';
import type { ChatAppReading } from '../domain/chatapp/book.ts';
import type { Draft } from '../domain/drafts.ts';
import type { BridgeClient } from './bridge-client.ts';
import type { MarketCards } from './market-side.ts';

export class PageSide {
  #layout: LayoutClaim = { dialogId: '', sendsByEnter: true };
  readonly #listeners = new Set<(layout: LayoutClaim) => void>();
  readonly #bridge: BridgeClient;

  constructor(bridge: BridgeClient) {
    this.#bridge = bridge;
  }

  /** The chat on show as the page told it last. */
  get layout(): LayoutClaim {
    return this.#layout;
  }

  takeLayout(layout: LayoutClaim): void {
    this.#layout = layout;
    for (const listener of this.#listeners) listener(layout);
  }

  /** Calls back when another chat is on show; returns how to stop. */
  onLayout(listener: (layout: LayoutClaim) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the page anew: it may have changed before anybody listened. */
  async refreshLayout(): Promise<LayoutClaim> {
    const layout = await this.#bridge.layout();
    if (layout) this.takeLayout(layout);
    return this.#layout;
  }

  openDialog(dialogId: string): Promise<boolean> {
    return this.#bridge.openDialog(dialogId);
  }

  /** Opens a panel beside the dialog on show; the list of support dialogs has the portal's own button. */
  openPanel(panel: SidebarPanel, dialogId: string): Promise<boolean> {
    return this.#bridge.openPanel(panel, dialogId);
  }

  /** Puts a text into the field of the dialog on show; false when the page offers no way. Nothing is sent. */
  insertText(dialogId: string, text: string, isBelow: boolean): Promise<boolean> {
    return this.#bridge.insertText(dialogId, text, isBelow);
  }

  /** The text of the user's last message in a chat; null when the page does not know it. */
  lastOwnText(chatId: number): Promise<string | null> {
    return this.#bridge.lastOwnText(chatId);
  }

  /** Asks the portal to rename a dialog; whether it did, only its event tells. */
  async rename(dialogId: string, title: string): Promise<RenameOutcome> {
    const page = await this.#bridge.page();
    return page ? renameDialog(page.token, dialogId, title) : 'failed';
  }
}

export type UnsavedText = Pick<Draft, 'id' | 'kind' | 'title' | 'text' | 'dialogId'>;

/** What only a tab that reads its portal needs. */
export interface PortalReader {
  lookForAccess(query: AccessQuery, surroundings: AccessSurroundings): AccessPart;
  /** Sign-ins between two moments in epoch ms. Never throws. */
  readSignIns(token: string, from: number, until: number): Promise<SignIns>;
}

/** What only a tab that reads for ChatApp needs. */
export interface ChatAppReader {
  /** Never throws: what could not be read says why in its part. */
  read(token: string, userId: string, query: ChatAppQuery): Promise<ChatAppReading>;
}

/** What the scripts know of each other. */
export interface IsolatedScope {
  latchdeskLink?: { readonly page: PageSide; end(): void };
  latchdeskReader?: PortalReader;
  latchdeskChatAppReader?: ChatAppReader;
  /** What watches pages of the Market in this frame. */
  latchdeskMarket?: { isAlive(): boolean; end(): void };
  /** The cards about applications in this frame. */
  latchdeskMarketCards?: MarketCards;
  latchdeskCards?: { isAlive(): boolean };
  /** The closed roots of our surfaces by their hosts. */
  latchdeskRoots?: WeakMap<Element, ShadowRoot>;
}
