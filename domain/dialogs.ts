/** Support dialogs of one administrator on one portal. */
import type { Source } from './source.ts';

/** `new`: created, support has not confirmed it yet; `open`: holds a slot; `close`: resolved. */
export type DialogStatus = 'new' | 'open' | 'close';

/** Who wrote a message: the user, or support (a person there or its bot). */
export type Author = 'me' | 'support';

/** Who wrote last. The other one's turn follows from it. */
export interface Turn {
  author: Author;
  /** Epoch ms of the first message in a row by this author. */
  since: number;
  /** Epoch ms of the last one. */
  at: number;
  source: Source;
}

/** What Latchdesk saw of a dialog's course, epoch ms each; null where it was not there to see it. */
export interface DialogCourse {
  createdAt: number | null;
  openedAt: number | null;
  firstOwnAt: number | null;
  /** Support's first message after the user's first one. */
  firstReplyAt: number | null;
  closedAt: number | null;
}

export const UNSEEN_COURSE: DialogCourse = {
  createdAt: null,
  openedAt: null,
  firstOwnAt: null,
  firstReplyAt: null,
  closedAt: null,
};

/** A number, or `some` (unread, number not known), or `unknown` (could not read). */
export type Unread = number | 'some' | 'unknown';

export interface SupportDialog {
  chatId: number;
  /** `chatN` for a question, the bot's user id as a string for the main chat. */
  dialogId: string;
  isMain: boolean;
  /** Null until the portal has told it. */
  title: string | null;
  status: DialogStatus;
  /** Epoch ms of the last message, null when the portal gave none. */
  lastActivityAt: number | null;
  unread: Unread;
  /** Epoch ms at which Latchdesk first saw the dialog open without a break; null when it is not open. */
  openSeenAt: number | null;
  /** Null: nobody could tell who wrote last. */
  turn: Turn | null;
  course: DialogCourse;
  /** Epoch ms at which the portal refused a message of the user; null when none is outstanding. */
  refusedAt: number | null;
  /** Support's own number of the conversation; null until a message tells it. */
  ticket: string | null;
}

const STATUS_RANK: Record<DialogStatus, number> = { open: 0, new: 0, close: 1 };

/** The portal's own order: not closed first, then the most recent activity; undated entries last. */
export function sortDialogs<T extends SupportDialog>(dialogs: readonly T[]): T[] {
  return [...dialogs].sort(
    (a, b) =>
      STATUS_RANK[a.status] - STATUS_RANK[b.status] ||
      (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0) ||
      b.chatId - a.chatId,
  );
}

export interface UnreadTotal {
  /** Dialogs with something unread. */
  dialogs: number;
  /** Messages in them; null when at least one number is not known. */
  messages: number | null;
}

/** Adds up what is unread; one unknown number makes the sum of messages unknown, never too small. */
export function totalUnread(dialogs: readonly SupportDialog[]): UnreadTotal {
  const unread = dialogs.filter((dialog) => dialog.unread !== 0 && dialog.unread !== 'unknown');
  const exact = dialogs.every((dialog) => typeof dialog.unread === 'number');
  return {
    dialogs: unread.length,
    messages: exact ? unread.reduce((sum, dialog) => sum + Number(dialog.unread), 0) : null,
  };
}
