import { tellCounters } from './counters.js';
import { chatOf, messageOf, userOf } from './formats.js';
import { listenBase } from './live.js';
import { createStore } from './store.js';

/** The core of the messenger: nothing but a shell until quick access or the messenger has started it. */
export function makeCore(data) {
  let store = null;
  let starting = null;

  const start = async () => {
    // The real core opens its own storage first; until then there is no store.
    await new Promise((resolve) => setTimeout(resolve, 60));
    store = createStore(data);
    fillFromPage(store, data);
    listenBase(store);
    tellCounters(store);
    return core;
  };

  const core = {
    getStore: () => store,
    getUserId: () => data.userId,
    getApplicationData: () => data.application,
    getLanguageId: () => data.language,
    getSiteId: () => 's1',
    getHost: () => location.origin,
    getRestClient: () => BX.rest,
    getPullClient: () => BX.PULL,
    isCloud: () => true,
    /** Starts the core: whoever only wants to read must not call it. */
    ready() {
      starting ??= start();
      return starting;
    },
  };
  return core;
}

function fillFromPage(store, { application }) {
  if (application.currentUser) store.commit('users/set', [userOf(application.currentUser)]);
  store.getters['users/get'](application.currentUser?.id).isAdmin = application.currentUser?.isAdmin ?? false;
  for (const [chatId, count] of Object.entries(application.counters.CHAT)) {
    store.commit('counters/set', { chatId: Number(chatId), count });
  }
  for (const chatId of application.counters.CHAT_UNREAD) store.commit('counters/setUnread', { chatId, isUnread: true });
}

/** Puts a page of the recent list into the store. */
export function storeRecent(store, items) {
  store.commit(
    'users/set',
    items.filter(({ user }) => user.id > 0).map(({ user }) => userOf(user)),
  );
  store.commit(
    'chats/set',
    items.map(({ id, chat }) => chatOf({ ...chat, dialogId: id })),
  );
  for (const { chat_id: chatId, counter } of items) store.commit('counters/set', { chatId, count: counter });
  store.commit(
    'messages/store',
    items.filter(({ message }) => message.id > 0).map(({ chat_id: chatId, message }) => messageOf(message, chatId)),
  );
  store.commit(
    'recent/set',
    items.map(({ id, chat_id: chatId, message, date_update: date }) => ({
      dialogId: String(id),
      chatId,
      messageId: message.id,
      date: new Date(date),
      text: message.text,
    })),
  );
}
