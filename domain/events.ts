/** What can happen to support dialogs on a portal, as the rest of Latchdesk speaks of it. */
import type { DialogStatus } from './dialogs.ts';

export type PortalEvent =
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
    }
  | { type: 'unread.changed'; chatId: number; unread: number }
  /** The user marked every chat as read. */
  | { type: 'unread.cleared' }
  | { type: 'dialog.renamed'; chatId: number; title: string };
