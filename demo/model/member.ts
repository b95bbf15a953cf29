/** What the signed-in user does; each function changes the state and returns the events that tell it. */

import { pressAccess } from './access-requests.ts';
import type { PortalEvent } from './events.ts';
import * as events from './events.ts';
import { pressPartner } from './partner-request.ts';
import { type Chat, lastMessage, type Message, type PortalState } from './state.ts';

const MAX_TITLE = 255;

/** The user asks for a new question; null when the limit forbids it. */
export function addQuestion(state: PortalState): { chat: Chat; events: PortalEvent[] } | null {
  const now = Date.now();
  if (!state.allowsAnotherSession(now)) return null;
  const chat = state.addQuestion();
  const banner = state.addBanner(chat, now);
  const told = [events.dialogAdded(state, chat), events.messageAdded(state, chat, banner)];
  chat.session = state.newSession('new', now);
  return { chat, events: told };
}

/** The user writes; at the limit the message of a dialog without a session looks sent and is not delivered. */
export function send(state: PortalState, chat: Chat, text: string, templateId: string) {
  const message = state.addMessage(chat, state.userId, text, { templateId });
  chat.unread = 0;
  chat.markedUnread = false;
  chat.hidden = false;
  const refusal = refusalOf(state, chat);
  const isAsked = !refusal && asksFirst(state, chat);
  if (refusal || isAsked) message.params = { IS_DELIVERED: 'N' };
  const told = [events.messageAdded(state, chat, message)];
  if (refusal) told.push(sayLimited(state, chat, refusal));
  if (isAsked) told.push(sayMenu(state, chat));
  return { message, events: told };
}

/** Typing alone wakes the bot, where it asks its questions first. */
export function type(state: PortalState, chat: Chat): PortalEvent[] {
  return asksFirst(state, chat) ? [sayMenu(state, chat)] : [];
}

function asksFirst(state: PortalState, chat: Chat): boolean {
  const isSupport = chat.kind === 'question' || chat.kind === 'main';
  return state.scenario.questionnaire && isSupport && !chat.questionsDone && (chat.session?.id ?? 0) === 0;
}

/** Renames a question; the portal answers "done" even when it has changed nothing. */
export function rename(state: PortalState, chat: Chat, wish: string): PortalEvent[] {
  const title = wish.trim().slice(0, MAX_TITLE);
  if (!state.scenario.takesRenames || title === '' || title === chat.title) return [];
  chat.title = title;
  const text = state.texts.renamed(state.scenario.user.name, title);
  const message = state.addMessage(chat, 0, text);
  const told = [events.messageAdded(state, chat, message), events.renamed(chat)];
  const refusal = state.scenario.renameWakesBot ? refusalOf(state, chat) : null;
  if (refusal) told.push(sayLimited(state, chat, refusal));
  return told;
}

export function read(chat: Chat): PortalEvent[] {
  chat.unread = 0;
  chat.markedUnread = false;
  return [events.messagesRead(chat)];
}

export function markUnread(chat: Chat): PortalEvent[] {
  chat.markedUnread = true;
  return [events.markedUnread(chat)];
}

export interface Button {
  botId: number;
  command: string;
  params: string;
}

/** A button of a keyboard was pressed. */
export function pressButton(state: PortalState, chat: Chat, message: Message, button: Button): PortalEvent[] {
  const { command, params } = button;
  if (command === 'supportAccess') return pressAccess(state, message, button);
  if (command === 'support24') return pressPartner(state, message, params);
  if (command === 'queueNumber') return [saySystem(state, chat, state.texts.queue(3), { IMB_QUEUE_NUMBER: 3 })];
  if (command !== 'menu' && command !== 'session') return [];
  const refusal = refusalOf(state, chat);
  if (refusal) return [sayLimited(state, chat, refusal)];
  if (params.startsWith('exit')) chat.questionsDone = true;
  message.params = { ...message.params, KEYBOARD: 'N' };
  return [events.messageParamsUpdated(state, chat, message)];
}

function refusalOf(state: PortalState, chat: Chat): string | null {
  const isSupport = chat.kind === 'question' || chat.kind === 'main';
  if (!isSupport || (chat.session?.id ?? 0) > 0) return null;
  if (state.limit < 0 || state.limit === 1) return chat.kind === 'main' ? null : state.texts.disallowed;
  return state.allowsAnotherSession(Date.now()) ? null : state.texts.limited(state.limit);
}

function sayLimited(state: PortalState, chat: Chat, text: string): PortalEvent {
  const button = { ...keyboardButton(state, state.texts.resume, 'resume'), BG_COLOR: '#29619b' };
  return saySystem(state, chat, text, { KEYBOARD: [button] });
}

function sayMenu(state: PortalState, chat: Chat): PortalEvent {
  const params = { KEYBOARD: [keyboardButton(state, state.texts.menuExit, 'exit')] };
  const message = state.addMessage(chat, state.botId, state.texts.menu, { params });
  return events.messageAdded(state, chat, message);
}

function keyboardButton(state: PortalState, text: string, params: string) {
  return {
    BOT_ID: state.botId,
    TYPE: 'BUTTON',
    TEXT: text,
    COMMAND: 'menu',
    COMMAND_PARAMS: params,
    BG_COLOR_TOKEN: 'base',
    DISPLAY: 'LINE',
    BLOCK: 'Y',
  };
}

function saySystem(state: PortalState, chat: Chat, text: string, params: Record<string, unknown>): PortalEvent {
  state.addMessage(chat, 0, text, { params });
  return events.messageAdded(state, chat, lastMessage(chat) as Message);
}
