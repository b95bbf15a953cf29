import { chatOf, messageOf, notificationOf, operatorsOf, paramsOf, userOf } from './formats.js';

/** What live events do to the store on every page with quick access. */
export function listenBase(store) {
  subscribe({
    message: (params) => receiveMessage(store, params),
    messageChat: (params) => receiveMessage(store, params),
    readMessage: ({ chatId, counter }) => store.commit('counters/set', { chatId, count: counter }),
    readMessageChat: ({ chatId, counter }) => store.commit('counters/set', { chatId, count: counter }),
    chatUnread: ({ chatId, active, counter }) => {
      store.commit('counters/set', { chatId, count: counter });
      store.commit('counters/setUnread', { chatId, isUnread: active });
    },
    chatRename: ({ chatId, name }) => {
      const chat = store.getters['chats/getByChatId'](chatId);
      if (chat) store.commit('chats/update', { dialogId: chat.dialogId, fields: { name } });
    },
    chatHide: ({ dialogId }) => store.commit('recent/hide', String(dialogId)),
    messageParamsUpdate: ({ id, chatId, params }) => {
      store.commit('messages/update', { chatId, id, fields: paramsOf(params) });
    },
    messageUpdate: ({ id, chatId, text, params }) => {
      store.commit('messages/update', { chatId, id, fields: { text, ...paramsOf(params) } });
    },
    messageDelete: ({ id, chatId }) => emptyMessage(store, chatId, id),
    messageDeleteComplete: ({ id, chatId }) => store.commit('messages/delete', { chatId, id }),
    notifyAdd: (params) => store.commit('notifications/set', [notificationOf(params)]),
    notifyConfirm: ({ id }) => store.commit('notifications/delete', id),
    messageDeleteV2: ({ messages, chatId }) => {
      for (const { id, completelyDeleted } of messages) {
        if (completelyDeleted) store.commit('messages/delete', { chatId, id });
        else emptyMessage(store, chatId, id);
      }
    },
  });
}

/** What is left of a deleted message: its place. The buttons stay in the store, and nothing draws them. */
function emptyMessage(store, chatId, id) {
  store.commit('messages/update', { chatId, id, fields: { text: '', isDeleted: true, attach: [] } });
}

/** What live events do to the support dialogs: only where the messenger has been opened once. */
export function listenSidebar(store) {
  const add = (item) => store.commit('sidebar/multidialog/addMultidialog', item);
  const forgetUnread = ({ chatId, counter }) => {
    if (counter === 0) store.commit('sidebar/multidialog/deleteUnreadChats', chatId);
  };
  // `multidialog` is truthy for chats that are no dialogs at all; the item under 0 that comes of it is the portal's own.
  const noteMessage = ({ multidialog }) => {
    if (!multidialog) return;
    const known = store.getters['sidebar/multidialog/get'](multidialog.chatId);
    add({ ...multidialog, status: known?.status ?? multidialog.status });
    store.commit('sidebar/multidialog/setUnreadChats', [multidialog.chatId]);
  };
  subscribe({
    addMultidialog: ({ multidialog, count }) => {
      if (!multidialog.isSupport) return;
      store.commit('sidebar/multidialog/setChatsCount', count);
      add(multidialog);
    },
    changeMultidialogStatus: ({ multidialog, chat, bot }) => {
      if (!multidialog.isSupport) return;
      if (chat) store.commit('chats/set', [chatOf(chat)]);
      if (bot) store.commit('users/set', [userOf(bot)]);
      add(multidialog);
    },
    // The bot is not looked at: another bot's limit lands here as well.
    changeMultidialogSessionsLimit: ({ limit }) => store.commit('sidebar/multidialog/setOpenSessionsLimit', limit),
    message: noteMessage,
    messageChat: noteMessage,
    readMessage: forgetUnread,
    readMessageChat: forgetUnread,
    chatUnread: ({ chatId, dialogId, active }) => {
      const isSupport = store.getters['sidebar/multidialog/isSupport'](String(dialogId));
      const isInited = store.getters['sidebar/multidialog/isInited'];
      if (active && isSupport && isInited) store.commit('sidebar/multidialog/setUnreadChats', [chatId]);
    },
  });
}

function subscribe(handlers) {
  for (const [command, callback] of Object.entries(handlers)) {
    BX.PULL.subscribe({ type: BX.PullClient.SubscriptionType.Server, moduleId: 'im', command, callback });
  }
}

function receiveMessage(store, params) {
  const { chatId, chat, users, counter } = params;
  const dialogId = String(params.dialogId);
  store.commit('users/set', Object.values(users).map(userOf));
  const raw = Object.values(chat)[0];
  if (raw) store.commit('chats/set', [chatOf(raw)]);
  else nameChatAfterPerson(store, dialogId, chatId);
  const message = messageOf(params.message, chatId);
  store.commit('users/set', operatorsOf([message]));
  store.commit('messages/store', [message]);
  store.commit('messages/add', { chatId, message });
  store.commit('counters/set', { chatId, count: counter });
  store.commit('recent/set', [{ dialogId, chatId, messageId: message.id, date: message.date, text: message.text }]);
}

function nameChatAfterPerson(store, dialogId, chatId) {
  const name = store.getters['users/get'](dialogId)?.name;
  if (name) store.commit('chats/set', [{ dialogId, chatId, name, type: 'user' }]);
}
