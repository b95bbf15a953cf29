/** Readings and events that tests make their dialogs from. */
import { UNSEEN_COURSE } from '../domain/dialogs.ts';
import type { DialogsEvent } from '../domain/events.ts';
import type { DialogReading } from '../domain/reading.ts';

/** A fixed Friday morning. */
export const START = Date.UTC(2026, 10, 20, 9);

/** One open dialog as a reading tells it. */
export const dialog = (chatId: number, changes: Partial<DialogReading> = {}): DialogReading => ({
  chatId,
  dialogId: `chat${chatId}`,
  isMain: false,
  title: `Question ${chatId}`,
  status: 'open',
  lastActivityAt: START,
  unread: 0,
  lastWord: null,
  ...changes,
});

/** What is not known of a dialog before anything has happened in it. */
export const UNTOLD = { turn: null, course: UNSEEN_COURSE, refusedAt: null, ticket: null } as const;

type MessageArrived = Extract<DialogsEvent, { type: 'message.arrived' }>;

/** A message in a dialog, of support unless told otherwise. */
export const messageIn = (chatId: number, changes: Partial<MessageArrived> = {}): MessageArrived => ({
  type: 'message.arrived',
  chatId,
  dialogId: `chat${chatId}`,
  botId: '5',
  unread: 1,
  lastActivityAt: START,
  title: null,
  author: 'support',
  isByPerson: true,
  isRefusal: false,
  ticket: null,
  ...changes,
});

/** Support changed the status of a dialog. */
export const statusOf = (
  chatId: number,
  status: 'new' | 'open' | 'close',
  changes: Partial<Extract<DialogsEvent, { status: unknown }>> = {},
): DialogsEvent => ({
  type: 'dialog.statusChanged',
  chatId,
  dialogId: `chat${chatId}`,
  botId: '5',
  status,
  title: null,
  lastActivityAt: null,
  ...changes,
});
