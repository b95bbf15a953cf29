/** What can happen to support dialogs on a portal, as the rest of Latchdesk speaks of it. */
import type { Author, DialogStatus } from './dialogs.ts';

/** What changes the list of dialogs. */
export type DialogsEvent =
  | {
      type: 'dialog.added' | 'dialog.statusChanged';
      chatId: number;
      dialogId: string;
      botId: string;
      status: DialogStatus;
      title: string | null;
      /** Epoch ms of the last message, if the portal told it. */
      lastActivityAt: number | null;
    }
  | { type: 'limit.changed'; botId: string; limit: number }
  | {
      type: 'message.arrived';
      chatId: number;
      dialogId: string;
      botId: string;
      unread: number | null;
      lastActivityAt: number | null;
      title: string | null;
      /** `system`: a notice of the portal; null: not told. */
      author: Author | 'system' | null;
      /** True for a person of the support, false for its bot. */
      isByPerson: boolean;
      /** True for the notice that the portal has not delivered the user's message. */
      isRefusal: boolean;
      /** Support's own number of the conversation, if the message carries it. */
      ticket: string | null;
    }
  /** A message of the user is marked as not delivered. */
  | { type: 'message.refused'; chatId: number }
  /** Support's own number of the conversation. */
  | { type: 'ticket.told'; chatId: number; ticket: string }
  | { type: 'unread.changed'; chatId: number; unread: number }
  /** The user marked every chat as read. */
  | { type: 'unread.cleared' }
  | { type: 'dialog.renamed'; chatId: number; title: string };

export type AccessNews =
  /** Something in a chat, or in the notifications (`notify`, chat 0), may have to do with access: only a reading tells. */
  | { type: 'access.hinted'; chatId: number; dialogId: string }
  /** Support spoke of access in this dialog. */
  | { type: 'access.mentioned'; chatId: number };

export type PortalEvent = DialogsEvent | AccessNews;
