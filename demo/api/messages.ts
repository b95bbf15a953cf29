import { ACCESS_TEXTS } from '../model/access-texts.ts';
import { eventUser } from '../model/people.ts';
import { lastReadId, restMessage } from '../model/shapes.ts';
import type { Chat, Message, PortalState } from '../model/state.ts';
import { phpMap, portalDate } from '../model/wire.ts';
import { anyCase, integer, type Params } from '../server/params.ts';
import { peopleOf } from './chats.ts';
import type { Method, MethodCall, MethodResult } from './methods.ts';

const NOT_FOUND: MethodResult = { error: { code: 'CHAT_NOT_FOUND', message: 'Chat not found', status: 404 } };
const PAGE = 50;
const LARGEST_PAGE = 200;
const LARGEST_OLD_PAGE = 50;

/** Reading messages page by page, the new way and the old; neither marks anything as read. */
export const messageMethods: Record<string, Method> = {
  'im.v2.Chat.Message.tail': (call) => {
    const chat = chatOf(call);
    return chat ? { data: tail(call, chat) } : NOT_FOUND;
  },

  /** Knows neither order nor filter: it is the surroundings of the first unread message. */
  'im.v2.Chat.Message.list': (call) => {
    const chat = chatOf(call);
    if (!chat) return NOT_FOUND;
    const range = pageSize(call.params);
    const first = Math.max(0, chat.messages.length - chat.unread - range);
    const last = chat.messages.length - chat.unread + range;
    const answer = messagesAnswer(call.state, chat, chat.messages.slice(first, last).toReversed());
    return { data: { ...answer, hasPrevPage: first > 0, hasNextPage: last < chat.messages.length } };
  },

  'im.dialog.messages.get': ({ state, params, transport }) => {
    if (transport === 'ajax') return { error: { code: 'ERROR_METHOD_NOT_FOUND', message: 'Method not found!' } };
    const dialogId = anyCase(params, 'DIALOG_ID') ?? `chat${String(anyCase(params, 'CHAT_ID') ?? '')}`;
    if (!/^(chat)?\d+$/.test(String(dialogId))) return refuse('DIALOG_ID_EMPTY', "Dialog ID can't be empty");
    const chat = state.chatOf(dialogId);
    if (!chat) return refuse('ACCESS_ERROR', 'You do not have access to the specified dialog', 403);
    const messages = oldPage(chat, params);
    return {
      data: {
        chat_id: chat.id,
        messages: messages.map((message) => oldMessage(state, chat, message)),
        users: authorsOf(state, messages),
        files: [],
      },
    };
  },
};

const refuse = (code: string, message: string, status = 400): MethodResult => ({ error: { code, message, status } });

const chatOf = ({ state, params }: MethodCall) => state.chats.get(integer(params.chatId, 0));

function pageSize(params: Params): number {
  const wanted = integer(params.limit, PAGE);
  return wanted > 0 && wanted <= LARGEST_PAGE ? wanted : PAGE;
}

/** The latest first, unless the order says otherwise; then `lastId` is where to go on from, upwards. */
function tail({ state, params }: MethodCall, chat: Chat) {
  const limit = pageSize(params);
  const filter = (params.filter ?? {}) as Params;
  const isRising = String(((params.order ?? {}) as Params).id ?? '').toUpperCase() === 'ASC';
  const lastId = integer(filter.lastId, 0);
  const inOrder = isRising ? chat.messages : chat.messages.toReversed();
  const wanted = inOrder.filter(({ id }) => lastId === 0 || (isRising ? id > lastId : id < lastId));
  const messages = wanted.slice(0, limit);
  // A full page counts as "there is more", even when it was the last.
  return { ...messagesAnswer(state, chat, messages), hasNextPage: messages.length >= integer(params.limit, PAGE) };
}

function messagesAnswer(state: PortalState, chat: Chat, messages: Message[]) {
  return {
    messages: messages.map((message) => restMessage(state, chat, message)),
    additionalMessages: [],
    users: peopleOf(state, chat),
    files: [],
    reactions: [],
    tariffRestrictions: { isHistoryLimitExceeded: false },
  };
}

/**
 * The latest first; with `FIRST_ID` the newer ones, the oldest first. When more is unread than the page takes, it
 * begins at the first unread one and brings a page of older ones along.
 */
function oldPage(chat: Chat, params: Params): Message[] {
  const limit = Math.min(integer(anyCase(params, 'LIMIT'), 20), LARGEST_OLD_PAGE);
  const firstId = anyCase(params, 'FIRST_ID');
  const lastId = anyCase(params, 'LAST_ID');
  const after = (id: number) => chat.messages.filter((message) => message.id > id).slice(0, limit);
  const before = (id: number, count: number) =>
    chat.messages
      .filter((message) => message.id < id)
      .slice(-count)
      .toReversed();
  if (firstId !== undefined) return after(integer(firstId, 0));
  if (lastId !== undefined) return before(integer(lastId, 0) || Number.MAX_SAFE_INTEGER, limit);
  if (chat.unread <= limit) return before(Number.MAX_SAFE_INTEGER, limit + chat.unread);
  const unread = after(lastReadId(chat));
  return [...unread.toReversed(), ...before(unread[0]?.id ?? 0, limit)];
}

/** A deleted message keeps its place, with a text that says so. */
function oldMessage(state: PortalState, chat: Chat, message: Message) {
  const isDeleted = message.params.IS_DELETED === 'Y';
  return {
    id: message.id,
    chat_id: chat.id,
    author_id: message.authorId,
    date: portalDate(message.at),
    text: isDeleted ? ACCESS_TEXTS[state.scenario.user.language].messageDeleted : message.text,
    unread: message.id > lastReadId(chat),
    uuid: message.templateId || null,
    replaces: [],
    params: phpMap(message.params),
    disappearing_date: null,
  };
}

function authorsOf(state: PortalState, messages: Message[]) {
  const ids = [...new Set(messages.map(({ authorId }) => authorId))];
  return ids
    .map((id) => state.people.get(id))
    .filter((person) => person !== undefined)
    .map(eventUser);
}
