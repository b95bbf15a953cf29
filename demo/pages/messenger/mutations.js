const merge = (collection, key, value) => {
  collection[key] = { ...collection[key], ...value };
};

/** Changes of the store by name. */
export const MUTATIONS = {
  'application/setLayout': (state, layout) => {
    state.application.layout = { name: 'chat', entityId: '', contextId: 0, ...layout };
  },
  'users/set': (state, users) => {
    for (const user of users) merge(state.users.collection, user.id, user);
  },
  'chats/set': (state, chats) => {
    for (const chat of chats) merge(state.chats.collection, chat.dialogId, chat);
  },
  'chats/update': (state, { dialogId, fields }) => {
    if (state.chats.collection[dialogId]) merge(state.chats.collection, dialogId, fields);
  },
  'recent/set': (state, items) => {
    for (const item of items) merge(state.recent.collection, item.dialogId, item);
  },
  'recent/hide': (state, dialogId) => {
    delete state.recent.collection[dialogId];
  },
  'counters/set': (state, { chatId, count }) => {
    state.counters.collection[chatId] = count;
    if (count === 0) state.counters.unread = state.counters.unread.filter((id) => id !== chatId);
  },
  'counters/setUnread': (state, { chatId, isUnread }) => {
    const others = state.counters.unread.filter((id) => id !== chatId);
    state.counters.unread = isUnread ? [...others, chatId] : others;
  },
  /** Messages of chats that nobody has opened: the last ones, which the list of chats shows. */
  'messages/store': (state, messages) => {
    for (const message of messages) state.messages.single[message.id] = message;
  },
  'messages/set': (state, { chatId, messages }) => {
    state.messages.collection[chatId] = messages;
  },
  /** An own message is known by its temporary id until the server has given it one. */
  'messages/add': (state, { chatId, message }) => {
    const list = state.messages.collection[chatId];
    if (!list) return;
    const at = list.findIndex(({ id, templateId }) => {
      return id === message.id || (message.templateId && templateId === message.templateId);
    });
    if (at >= 0) list[at] = { ...list[at], ...message };
    else list.push(message);
  },
  'messages/update': (state, { chatId, id, fields }) => {
    const list = state.messages.collection[chatId] ?? [];
    const at = list.findIndex((message) => message.id === id || message.templateId === id);
    if (at >= 0) list[at] = { ...list[at], ...fields };
  },
  'messages/delete': (state, { chatId, id }) => {
    const list = state.messages.collection[chatId];
    if (list) state.messages.collection[chatId] = list.filter((message) => message.id !== id);
    delete state.messages.single[id];
  },
  'notifications/set': (state, notifications) => {
    for (const notification of notifications) merge(state.notifications.collection, notification.id, notification);
  },
  'notifications/delete': (state, id) => {
    delete state.notifications.collection[id];
  },
  'sidebar/multidialog/setInited': ({ sidebar }, isInited) => {
    sidebar.multidialog.isInited = isInited;
  },
  'sidebar/multidialog/setInitedDetail': ({ sidebar }, isInited) => {
    sidebar.multidialog.isInitedDetail = isInited;
  },
  'sidebar/multidialog/setChatsCount': ({ sidebar }, count) => {
    sidebar.multidialog.chatsCount = count;
  },
  'sidebar/multidialog/setOpenSessionsLimit': ({ sidebar }, limit) => {
    sidebar.multidialog.openSessionsLimit = limit;
  },
  'sidebar/multidialog/setUnreadChats': ({ sidebar }, chatIds) => {
    for (const chatId of chatIds) sidebar.multidialog.unreadChats.add(chatId);
  },
  'sidebar/multidialog/deleteUnreadChats': ({ sidebar }, chatId) => {
    sidebar.multidialog.unreadChats.delete(chatId);
  },
  /** Items are filed by chat id: of two entries for one chat the later wins, and no date becomes the present. */
  'sidebar/multidialog/addMultidialog': ({ sidebar }, { chatId = 0, dialogId, status, dateMessage }) => {
    const known = sidebar.multidialog.multidialogs[chatId];
    sidebar.multidialog.multidialogs[chatId] = {
      dialogId: dialogId ?? known?.dialogId,
      chatId,
      status: status ?? known?.status,
      date: dateMessage ? new Date(dateMessage) : new Date(),
    };
  },
};
