/** Readings and events that tests make their dialogs from. */
import type { PortalEvent } from '../domain/events.ts';
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
  ...changes,
});

/** Support changed the status of a dialog. */
export const statusOf = (
  chatId: number,
  status: 'new' | 'open' | 'close',
  changes: Partial<Extract<PortalEvent, { status: unknown }>> = {},
): PortalEvent => ({
  type: 'dialog.statusChanged',
  chatId,
  dialogId: `chat${chatId}`,
  botId: '5',
  status,
  title: null,
  lastActivityAt: null,
  ...changes,
});
