/** What happens to single messages, whoever causes it; each function changes the state and returns the events that tell it. */
import type { PortalEvent } from './events.ts';
import * as events from './events.ts';
import { messageDeleted, messageEdited } from './message-events.ts';
import type { Chat, Message, PortalState } from './state.ts';

export interface Found {
  chat: Chat;
  message: Message;
}

/** A message wherever it stands. */
export function findMessage(state: PortalState, messageId: number): Found | undefined {
  for (const chat of state.chats.values()) {
    const message = chat.messages.find(({ id }) => id === messageId);
    if (message) return { chat, message };
  }
  return undefined;
}

/** Somebody other than the user writes; system messages raise no counter. */
export function post(state: PortalState, chat: Chat, authorId: number, text: string, extra: Partial<Message> = {}) {
  const message = state.addMessage(chat, authorId, text, extra);
  if (authorId !== 0) chat.unread += 1;
  chat.hidden = false;
  return { message, event: events.messageAdded(state, chat, message) };
}

/** Sets some parameters and tells these alone. */
export function setParams(state: PortalState, { chat, message }: Found, changes: Record<string, unknown>): PortalEvent {
  message.params = { ...message.params, ...changes };
  return events.messageParamsUpdated(state, chat, message, Object.keys(changes));
}

/** Changes the text; the portal tells buttons and boxes once more after it. */
export function edit(state: PortalState, found: Found, text: string): PortalEvent[] {
  const { chat, message } = found;
  message.text = text;
  message.params = { ...message.params, IS_EDITED: 'Y' };
  const { KEYBOARD = [], ATTACH = [] } = message.params;
  const told = messageEdited(state, chat, message);
  const again = events.messageParamsUpdated(state, chat, { ...message, params: { KEYBOARD, ATTACH } });
  return [told, again];
}

export interface Deletion {
  /** True: nothing is left of it; false: its place stays, empty. */
  completely?: boolean;
  /** `single`: the event that older versions send. */
  event?: 'several' | 'single';
}

const DELETED = { IS_DELETED: 'Y', URL_ID: [], FILE_ID: [], KEYBOARD: 'N', ATTACH: [] };

export function remove(state: PortalState, found: Found, { completely = false, event = 'several' }: Deletion) {
  const { chat, message } = found;
  const at = chat.messages.indexOf(message);
  if (at >= chat.messages.length - chat.unread) chat.unread -= 1;
  if (completely) chat.messages.splice(at, 1);
  else Object.assign(message, { text: '', params: { IS_DELETED: 'Y' } });
  return [messageDeleted(state, { chat, message, completely, event, params: DELETED })];
}
