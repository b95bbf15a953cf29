import { makeGetters } from './getters.js';
import { MUTATIONS } from './mutations.js';

/** The store of the messenger: a state, getters by name, changes by name, watchers and subscribers. */
export function createStore(data) {
  const state = {
    application: { layout: { name: 'chat', entityId: '', contextId: 0 }, settings: {} },
    users: { collection: {} },
    chats: { collection: {} },
    recent: { collection: {} },
    counters: { collection: {}, unread: [] },
    messages: { collection: {}, single: {} },
    notifications: { collection: {} },
    sidebar: {
      multidialog: {
        isInited: false,
        isInitedDetail: false,
        chatsCount: 0,
        unreadChats: new Set(),
        openSessionsLimit: 0,
        multidialogs: {},
      },
    },
  };
  const subscribers = new Set();
  const watchers = new Set();
  const store = {
    state,
    getters: {},
    commit(type, payload) {
      const mutation = MUTATIONS[type];
      if (!mutation) throw new Error(`unknown mutation type: ${type}`);
      mutation(state, payload);
      for (const subscriber of [...subscribers]) subscriber({ type, payload }, state);
      for (const watcher of [...watchers]) watcher();
    },
    async dispatch(type, payload) {
      store.commit(type, payload);
    },
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    /** Calls back, in the next microtask, when the value of the function has changed. */
    watch(read, callback) {
      let value = read(state, store.getters);
      const watcher = () => {
        const next = read(state, store.getters);
        const before = value;
        const isSame = Object.is(before, next) && typeof next !== 'object';
        value = next;
        if (!isSame) queueMicrotask(() => callback(next, before));
      };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  makeGetters(store, data);
  return store;
}
