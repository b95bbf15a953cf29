/** What the user adds to a dialog; it stays in this browser and outlives the portal's own list. */

export interface DialogNote {
  chatId: number;
  /** A name of one's own, shown in place of the portal's title; empty: none. */
  alias: string;
  tags: readonly string[];
  text: string;
  /** Address of a task the dialog belongs to; empty: none. */
  taskUrl: string;
  /** Ticket number entered by hand; empty: what the portal told, if anything. */
  ticket: string;
  /** Epoch ms until which the dialog's warnings rest; 0: they do not. */
  snoozedUntil: number;
  /** Epoch ms at which the rest was asked for. */
  snoozedAt: number;
  /** Epoch ms at which the user was asked to name the dialog; 0: not yet. */
  nudgedAt: number;
  /** Epoch ms at which the user saw that a message was refused; 0: not yet. */
  refusalSeenAt: number;
  changedAt: number;
}

export const emptyNote = (chatId: number): DialogNote => ({
  chatId,
  alias: '',
  tags: [],
  text: '',
  taskUrl: '',
  ticket: '',
  snoozedUntil: 0,
  snoozedAt: 0,
  nudgedAt: 0,
  refusalSeenAt: 0,
  changedAt: 0,
});

export const LONGEST_ALIAS = 120;
export const LONGEST_TAG = 40;
export const MOST_TAGS = 20;
export const LONGEST_NOTE = 20_000;
export const LONGEST_TICKET = 40;
export const LONGEST_URL = 2_000;
