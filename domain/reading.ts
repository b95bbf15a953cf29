/** One successful reading of a portal, already in our own terms. */
import type { Author, DialogStatus, Unread } from './dialogs.ts';

export interface DialogReading {
  chatId: number;
  dialogId: string;
  isMain: boolean;
  title: string | null;
  status: DialogStatus;
  lastActivityAt: number | null;
  unread: Unread;
  /** Who wrote last, where the page knew it. */
  lastWord: LastWord | null;
}

export interface LastWord {
  author: Author;
  /** Epoch ms. */
  at: number;
}

export interface Reading {
  /** The support bot; events of other bots are not ours. Null when the list was empty. */
  botId: string | null;
  dialogs: DialogReading[];
  /** As the portal says it (−1, 0, 1, n); null when it did not. */
  limit: number | null;
  /** May write to support (administrator or integrator); null when the portal did not tell. */
  isAdministrator: boolean | null;
  /** Epoch ms at which the request left. */
  startedAt: number;
}
