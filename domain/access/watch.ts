/** What is remembered of a portal so that no request for access is missed and none is told twice. */

import type { Reminder } from './record.ts';
import type { Carrier } from './verdict.ts';

export interface AccessWatch {
  /** Chats in which requests may arrive. */
  carriers: readonly Carrier[];
  /** Epoch ms at which the portal was asked which chats these are. */
  carriersAt: number;
  /** Chats in which something looked like a request. */
  suspects: readonly Carrier[];
  /** The newest message that was looked at, by chat id. */
  readUpTo: readonly [chatId: number, messageId: number][];
  /** Epoch ms of the last look that succeeded; null: none yet. */
  readAt: number | null;
  /** Epoch ms since which something wants to be looked at; 0: nothing does. */
  hintedAt: number;
  /** Epoch ms of the last look through the notifications. */
  notificationsAt: number;
  /** Dialogs in which support spoke of access, with the time of it; the newest first. */
  mentions: readonly { chatId: number; at: number }[];
  /** Presses of the portal's own buttons in this browser that nothing has confirmed yet. */
  presses: readonly Press[];
  /** Commands of the vendor's bots that Latchdesk does not know, by name. */
  unknownCommands: readonly { name: string; firstAt: number; lastAt: number }[];
  /** Reminders that are due and not known to have been shown. */
  outbox: readonly OutgoingReminder[];
  /** Epoch ms at which time alone changes something; null: nothing is in sight. */
  nextAt: number | null;
  /** The name of whoever is signed in, for the register; empty: not known. */
  userName: string;
}

export interface Press {
  chatId: number;
  messageId: number;
  button: 'allow' | 'deny' | 'end' | null;
  at: number;
}

export interface OutgoingReminder {
  /** Names the notification: the same one again takes the place of the one that is there. */
  key: string;
  recordId: string;
  reminder: Reminder;
}

export const NOTHING_WATCHED: AccessWatch = {
  carriers: [],
  carriersAt: 0,
  suspects: [],
  readUpTo: [],
  readAt: null,
  hintedAt: 0,
  notificationsAt: 0,
  mentions: [],
  presses: [],
  unknownCommands: [],
  outbox: [],
  nextAt: null,
  userName: '',
};
