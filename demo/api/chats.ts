import type { PortalEvent } from '../model/events.ts';
import * as member from '../model/member.ts';
import { type Found, findMessage } from '../model/messages.ts';
import { restUser } from '../model/people.ts';
import { fullChat, restMessage } from '../model/shapes.ts';
import type { Chat, PortalState } from '../model/state.ts';
import { anyCase, integer, type Params } from '../server/params.ts';
import type { Method, MethodCall, MethodResult } from './methods.ts';

const fail = (code: string, message: string, status = 400): MethodResult => ({ error: { code, message, status } });
const NO_MESSAGE = fail('MESSAGE_NOT_FOUND', 'Message not found', 404);
const NOT_FOUND = fail('CHAT_NOT_FOUND', 'Chat not found', 404);

/** Chats of the messenger: opening, writing, reading, renaming, keyboards. */
export const chatMethods: Record<string, Method> = {
  'im.v2.Chat.load': withChat((call, chat) => ({
    data: load(call.state, chat, integer(call.params.messageLimit, 25)),
  })),
  'im.v2.Chat.loadInContext': ({ state, params }) => {
    const found = findMessage(state, integer(params.messageId, 0));
    const range = integer(params.messageLimit, 25);
    return found ? { data: load(state, found.chat, range, around(found.chat, found.message.id, range)) } : NO_MESSAGE;
  },

  'im.v2.Chat.Message.send': withChat(({ state, params }, chat) => {
    const fields = (params.fields ?? {}) as Params;
    const text = String(fields.message ?? '');
    if (text === '') return fail('EMPTY_MESSAGE', 'Message is empty');
    const templateId = String(fields.templateId ?? '');
    const { message, events } = member.send(state, chat, text, templateId);
    return { data: { id: message.id, uuidMap: templateId ? { [templateId]: message.id } : [] }, events };
  }),

  'im.v2.Chat.Message.read': withChatId((_call, chat) => readAnswer(chat)),
  'im.v2.Chat.read': withChat((_call, chat) => readAnswer(chat)),
  'im.v2.Chat.unread': withChat((_call, chat) => ({ data: { result: true }, events: member.markUnread(chat) })),
  'im.v2.Chat.InputAction.notify': withChat(({ state }, chat) => ({
    data: { result: true },
    events: member.type(state, chat),
  })),
  'im.v2.Chat.extendPullWatch': () => ({ data: { result: true } }),

  'im.v2.Chat.setTitle': withChat(({ params }, chat) => {
    // Saves and tells nobody: other tabs learn the name only when they load anew.
    chat.title = String(params.title ?? chat.title);
    return { data: { result: true } };
  }),

  'im.chat.updateTitle': ({ state, params }) => {
    const dialogId = anyCase(params, 'dialog_id');
    const chatId = anyCase(params, 'chat_id');
    if (dialogId !== undefined && !/^chat\d+$/.test(String(dialogId))) {
      return fail('DIALOG_ID_EMPTY', "Dialog ID can't be empty");
    }
    const chat = dialogId === undefined ? state.chats.get(integer(chatId, 0)) : state.chatOf(dialogId);
    if (!chat) return fail('CHAT_ID_EMPTY', "Chat ID can't be empty");
    const title = String(anyCase(params, 'title') ?? '');
    // PHP finds "0" empty.
    if (title === '' || title === '0') return fail('TITLE_EMPTY', "Title can't be empty");
    if (chat.kind === 'notifier') return fail('ACCESS_ERROR', 'Action unavailable', 403);
    return { data: true, events: member.rename(state, chat, title) };
  },

  'im.message.command': (call) => {
    const { state, params } = call;
    // The chat is that of the message; whichever dialog the caller names is not looked at.
    const found = findMessage(state, integer(anyCase(params, 'MESSAGE_ID'), 0));
    if (integer(anyCase(params, 'MESSAGE_ID'), 0) <= 0) return fail('MESSAGE_ID_ERROR', "Message ID can't be empty");
    if (integer(anyCase(params, 'BOT_ID'), 0) <= 0) return fail('BOT_ID_ERROR', "Bot ID can't be empty");
    if (!anyCase(params, 'COMMAND')) return fail('COMMAND_ERROR', "Command can't be empty");
    if (!found) return fail('PARAMS_ERROR', 'Incorrect params');
    return { data: true, events: pressed(call, found) };
  },
};

/** In a private chat the command is read from the posted form itself: any other way runs nothing and answers true. */
function pressed({ state, params, isForm }: MethodCall, { chat, message }: Found): PortalEvent[] {
  const isPrivate = /^\d+$/.test(chat.dialogId);
  if (isPrivate && !isForm) return [];
  const read = (name: string) => String((isPrivate ? params[name] : anyCase(params, name)) ?? '');
  const botId = integer(anyCase(params, 'BOT_ID'), 0);
  return member.pressButton(state, chat, message, { botId, command: read('COMMAND'), params: read('COMMAND_PARAMS') });
}

function withChat(run: (call: MethodCall, chat: Chat) => MethodResult): Method {
  return (call) => {
    const { dialogId, chatId } = call.params;
    const chat = dialogId === undefined ? call.state.chats.get(integer(chatId, 0)) : call.state.chatOf(dialogId);
    return chat ? run(call, chat) : NOT_FOUND;
  };
}

function withChatId(run: (call: MethodCall, chat: Chat) => MethodResult): Method {
  return (call) => {
    const chat = call.state.chats.get(integer(call.params.chatId, 0));
    return chat ? run(call, chat) : NOT_FOUND;
  };
}

function readAnswer(chat: Chat): MethodResult {
  const events = member.read(chat);
  return { data: { chatId: chat.id, lastId: chat.messages.at(-1)?.id ?? 0, counter: 0, viewedMessages: [] }, events };
}

function load(state: PortalState, chat: Chat, limit: number, messages = chat.messages.slice(-limit)) {
  const isLastThere = messages.at(-1) === chat.messages.at(-1);
  return {
    chat: fullChat(state, chat),
    hasPrevPage: messages[0] !== chat.messages[0],
    hasNextPage: !isLastThere,
    messages: messages.map((message) => restMessage(state, chat, message)),
    additionalMessages: [],
    users: peopleOf(state, chat),
    files: [],
    pins: [],
    reactions: [],
    tariffRestrictions: { isHistoryLimitExceeded: false },
  };
}

/** So many messages on each side of one. */
function around(chat: Chat, messageId: number, range: number) {
  const at = chat.messages.findIndex(({ id }) => id === messageId);
  return chat.messages.slice(Math.max(0, at - range), at + range + 1);
}

/** Everybody who wrote in a chat, with its two sides. */
export function peopleOf(state: PortalState, chat: Chat) {
  const ids = new Set([state.userId, state.botId, ...chat.messages.map(({ authorId }) => authorId)]);
  const people = [...ids].map((id) => state.people.get(id)).filter((person) => person !== undefined);
  return people.map((person) => restUser(state, person));
}
