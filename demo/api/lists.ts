import { counters } from '../model/listings.ts';
import { eventUser } from '../model/people.ts';
import { eventChat, lastReadId } from '../model/shapes.ts';
import { type Chat, lastMessage, type PortalState } from '../model/state.ts';
import { portalDate } from '../model/wire.ts';
import { integer } from '../server/params.ts';
import type { Method } from './methods.ts';

/** Lists and counters of the messenger, and the blocks of a chat's sidebar that are always empty here. */
export const listMethods: Record<string, Method> = {
  'im.v2.Counter.get': ({ state }) => ({ data: counters(state) }),

  'im.recent.list': ({ state, params }) => {
    const limit = integer(params.LIMIT ?? params.limit, 50);
    const offset = integer(params.OFFSET ?? params.offset, 0);
    const items = recentItems(state);
    const page = items.slice(offset, offset + limit);
    return { data: { items: page, hasMore: offset + page.length < items.length, hasMorePages: false } };
  },

  'im.chat.favorite.counter.get': () => ({ data: { counter: 0 } }),
  'im.chat.url.counter.get': () => ({ data: { counter: 0 } }),
  'im.chat.file.collection.get': () => ({ data: { list: [], users: [], files: [] } }),
  'server.time': () => ({ data: portalDate(Date.now()) }),
};

function recentItems(state: PortalState) {
  const chats = [...state.chats.values()].filter((chat) => !chat.hidden && chat.messages.length > 0);
  const date = (chat: Chat) => lastMessage(chat)?.at ?? 0;
  return chats.sort((a, b) => date(b) - date(a)).map((chat) => recentItem(state, chat));
}

/** Older than the rest of the messenger: keys with underscores, and a last message without its buttons. */
function recentItem(state: PortalState, chat: Chat) {
  const isPrivate = /^\d+$/.test(chat.dialogId);
  const message = lastMessage(chat);
  const date = portalDate(message?.at ?? Date.now());
  const person = state.people.get(isPrivate ? Number(chat.dialogId) : (message?.authorId ?? 0));
  const { dialogId: _dialogId, ...told } = eventChat(state, chat);
  return {
    id: isPrivate ? Number(chat.dialogId) : chat.dialogId,
    chat_id: chat.id,
    type: isPrivate ? 'user' : 'chat',
    avatar: { url: '', color: '#4b6a9b' },
    title: chat.title,
    message: {
      id: message?.id ?? 0,
      text: message?.text ?? '',
      file: false,
      author_id: message?.authorId ?? 0,
      attach: Array.isArray(message?.params.ATTACH) && message.params.ATTACH.length > 0,
      date,
      status: message?.authorId === state.userId ? 'delivered' : 'received',
      uuid: message?.templateId || null,
      ...(state.scenario.listNamesOperators ? { params: operatorIn(message?.params ?? {}) } : {}),
    },
    counter: chat.unread,
    last_id: lastReadId(chat),
    pinned: false,
    unread: chat.markedUnread,
    has_reminder: false,
    date_update: date,
    date_last_activity: date,
    user: person ? eventUser(person) : { id: 0 },
    chat: told,
    options: {},
  };
}

function operatorIn({ NAME, USER_ID, AVATAR }: Record<string, unknown>) {
  return NAME === undefined ? [] : { NAME, USER_ID, AVATAR };
}
