import { counters } from '../model/listings.ts';
import { restUser } from '../model/people.ts';
import { restMessage, shortChat } from '../model/shapes.ts';
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

function recentItem(state: PortalState, chat: Chat) {
  const isPrivate = /^\d+$/.test(chat.dialogId);
  const message = lastMessage(chat);
  const person = isPrivate ? state.people.get(Number(chat.dialogId)) : undefined;
  return {
    id: isPrivate ? Number(chat.dialogId) : chat.dialogId,
    chat_id: chat.id,
    type: isPrivate ? 'user' : 'chat',
    title: chat.title,
    message: message ? restMessage(state, chat, message) : null,
    counter: chat.unread,
    last_id: message?.id ?? 0,
    pinned: false,
    unread: chat.markedUnread,
    date_update: portalDate(message?.at ?? Date.now()),
    user: person ? restUser(state, person) : null,
    chat: shortChat(state, chat),
  };
}
