/** What the support side does to a dialog; each function changes the state and returns the events that tell it. */

import type { PortalEvent } from './events.ts';
import * as events from './events.ts';
import type { DialogStatus } from './scenario.ts';
import type { Chat, PortalState } from './state.ts';

export interface OpenedDialog {
  title?: string;
  status?: DialogStatus;
  unread?: number;
  date?: string | null;
}

/** Support opens a dialog itself: it may go past the limit. */
export function openDialog(state: PortalState, wish: OpenedDialog): { chat: Chat; events: PortalEvent[] } {
  const at = wish.date ? Date.parse(wish.date) : Date.now();
  const chat = state.addQuestion(wish.title);
  const banner = state.addBanner(chat, at);
  chat.session = state.newSession('new', at);
  chat.undated = wish.date === null;
  const told = [events.dialogAdded(state, chat), events.messageAdded(state, chat, banner)];
  const status = wish.status ?? 'open';
  if (status !== 'new') {
    chat.session = status === 'open' ? state.newSession('open', at) : null;
    told.push(events.statusChanged(state, chat));
  }
  for (let n = 0; n < (wish.unread ?? 0); n += 1) told.push(say(state, chat, state.texts.hello, at));
  return { chat, events: told };
}

/** A person of the support answers; the first answer also confirms the session. */
export function reply(state: PortalState, chat: Chat, text: string, at = Date.now()): PortalEvent[] {
  chat.hidden = false;
  return [...confirm(state, chat), say(state, chat, text || state.texts.answer, at)];
}

/** Support takes the conversation: the dialog becomes `open` and holds a slot. */
export function confirm(state: PortalState, chat: Chat): PortalEvent[] {
  if (chat.kind !== 'question' && chat.kind !== 'main') return [];
  if (chat.session?.status === 'open') return [];
  chat.session = state.newSession('open', chat.session?.createdAt ?? Date.now());
  return [events.statusChanged(state, chat)];
}

/** Support ends the conversation; the event about the status follows a while later. */
export function closeDialog(state: PortalState, chat: Chat, text: string): PortalEvent[] {
  const told = text ? [say(state, chat, text, Date.now())] : [];
  chat.session = null;
  return [...told, { ...events.statusChanged(state, chat), after: state.scenario.pace.close }];
}

export function rename(chat: Chat, title: string): PortalEvent[] {
  chat.title = title;
  return [events.renamed(chat)];
}

/** The portal's own job takes a finished dialog out of the recent list. */
export function hide(chat: Chat): PortalEvent[] {
  chat.hidden = true;
  return [events.hidden(chat)];
}

function say(state: PortalState, chat: Chat, text: string, at: number): PortalEvent {
  const author = chat.kind === 'private' ? Number(chat.dialogId) : chat.kind === 'group' ? 1001 : state.botId;
  const params = author === state.botId ? state.operatorParams() : {};
  const message = state.addMessage(chat, author, text, { at, params });
  chat.unread += 1;
  return events.messageAdded(state, chat, message);
}
