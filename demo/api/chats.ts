import type { PortalEvent } from '../model/events.ts';
import * as member from '../model/member.ts';
import { restUser } from '../model/people.ts';
import { fullChat, restMessage } from '../model/shapes.ts';
import type { Chat, PortalState } from '../model/state.ts';
import { anyCase, integer, type Params } from '../server/params.ts';
import type { Method, MethodCall, MethodResult } from './methods.ts';

const fail = (code: string, message: string, status = 400): MethodResult => ({ error: { code, message, status } });
const NOT_FOUND = fail('CHAT_NOT_FOUND', 'Chat not found', 404);

/** Chats of the messenger: opening, writing, reading, renaming, keyboards. */
export const chatMethods: Record<string, Method> = {
  'im.v2.Chat.load': withChat((call, chat) => ({
    data: load(call.state, chat, integer(call.params.messageLimit, 25)),
  })),
  'im.v2.Chat.loadInContext': withChat((call, chat) => ({ data: load(call.state, chat, 50) })),

  'im.v2.Chat.Message.send': withChat(({ state, params }, chat) => {
    const fields = (params.fields ?? {}) as Params;
    const text = String(fields.message ?? '');
    if (text === '') return fail('EMPTY_MESSAGE', 'Message is empty');
    const templateId = String(fields.templateId ?? '');
    const { message, events } = member.send(state, chat, text, templateId);
    return { data: { id: message.id, uuidMap: templateId ? { [templateId]: message.id } : [] }, events };
  }),

  'im.v2.Chat.Message.list': withChatId((call, chat) => ({ data: page(call, chat) })),
  'im.v2.Chat.Message.tail': withChatId((call, chat) => ({ data: page(call, chat) })),
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
    const chat = state.chatOf(params.DIALOG_ID);
    const message = chat?.messages.find(({ id }) => id === integer(params.MESSAGE_ID, 0));
    if (!chat || !message) return fail('MESSAGE_ID_ERROR', "Message ID can't be empty");
    if (integer(params.BOT_ID, 0) <= 0) return fail('BOT_ID_ERROR', "Bot ID can't be empty");
    if (!params.COMMAND) return fail('COMMAND_ERROR', "Command can't be empty");
    return { data: true, events: pressed(call, chat, message.id) };
  },
};

/** In a private chat the command is read from the posted form itself: any other way runs nothing and answers true. */
function pressed(call: MethodCall, chat: Chat, messageId: number): PortalEvent[] {
  const isPrivate = /^\d+$/.test(chat.dialogId);
  const message = chat.messages.find(({ id }) => id === messageId);
  if (!message || (isPrivate && !call.isForm)) return [];
  const { COMMAND: command, COMMAND_PARAMS: params } = call.params;
  return member.pressButton(call.state, chat, message, { command: String(command), params: String(params ?? '') });
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

function load(state: PortalState, chat: Chat, limit: number) {
  const messages = chat.messages.slice(-limit);
  return {
    chat: fullChat(state, chat),
    hasPrevPage: messages.length < chat.messages.length,
    hasNextPage: false,
    messages: messages.map((message) => restMessage(state, chat, message)),
    additionalMessages: [],
    users: peopleOf(state, chat),
    files: [],
    pins: [],
    reactions: [],
    tariffRestrictions: { isHistoryLimitExceeded: false },
  };
}

function page({ state, params }: MethodCall, chat: Chat) {
  const limit = integer(params.limit, 25);
  const filter = (params.filter ?? {}) as Params;
  const before = integer(filter.lastId, Number.MAX_SAFE_INTEGER);
  const older = chat.messages.filter(({ id }) => id < before);
  const messages = older.slice(-limit);
  return {
    messages: messages.map((message) => restMessage(state, chat, message)),
    hasNextPage: older.length > messages.length,
    users: peopleOf(state, chat),
    files: [],
    reactions: [],
  };
}

function peopleOf(state: PortalState, chat: Chat) {
  const ids = new Set([state.userId, state.botId, ...chat.messages.map(({ authorId }) => authorId)]);
  const people = [...ids].map((id) => state.people.get(id)).filter((person) => person !== undefined);
  return people.map((person) => restUser(state, person));
}
