const BLANK_CHAT = {
  dialogId: '0',
  chatId: 0,
  type: 'chat',
  name: '',
  ownerId: 0,
  role: 'member',
  permissions: {},
  inited: false,
  isTextareaEnabled: true,
  lastReadId: 0,
};

/** Puts the getters on a store, those that take arguments and those that are values. */
export function makeGetters(store, data) {
  const { state } = store;
  const chats = () => state.chats.collection;
  const users = () => state.users.collection;
  const side = () => state.sidebar.multidialog;
  const items = () => Object.values(side().multidialogs);
  const countOf = (chatId) => {
    const count = state.counters.collection[chatId] ?? 0;
    return count === 0 && state.counters.unread.includes(Number(chatId)) ? 1 : count;
  };
  const isBotOfType = (id, type) => users()[id]?.bot?.type === type;
  const isQuestion = (dialogId) => chats()[dialogId]?.type === 'support24Question';
  const sumOf = (chatIds) => chatIds.reduce((sum, chatId) => sum + countOf(chatId), 0);

  const values = {
    'application/getLayout': () => state.application.layout,
    'application/areNotificationsOpen': () => state.application.layout.name === 'notification',
    'application/tariffRestrictions/get': () => data.application.tariffRestrictions,
    'application/tariffRestrictions/isHistoryAvailable': () => true,
    'users/getList': () => Object.values(users()),
    'counters/getTotalChatCounter': () => sumOf(Object.keys(state.counters.collection)),
    'counters/getTotalLinesCounter': () => 0,
    'notifications/getCounter': () => 0,
    'recent/getRecentCollection': () => recentItems(state),
    'sidebar/multidialog/isInited': () => side().isInited,
    'sidebar/multidialog/isInitedDetail': () => side().isInitedDetail,
    'sidebar/multidialog/getOpenSessionsLimit': () => side().openSessionsLimit,
    'sidebar/multidialog/getChatsCount': () => side().chatsCount,
    'sidebar/multidialog/getTotalChatCounter': () => sumOf([...side().unreadChats]),
    'sidebar/multidialog/getNumberMultidialogs': () => items().length,
    'sidebar/multidialog/hasNextPage': () => side().chatsCount > items().length,
  };
  const functions = {
    'application/isChatOpen': (id) =>
      state.application.layout.name === 'chat' && state.application.layout.entityId === id,
    'application/settings/get': (key) => state.application.settings[key],
    'chats/get': (dialogId, getBlank = false) => chats()[dialogId] ?? (getBlank ? { ...BLANK_CHAT } : null),
    'chats/getByChatId': (chatId) => Object.values(chats()).find((chat) => chat.chatId === Number(chatId)),
    'chats/isSupport': isQuestion,
    'users/get': (id) => users()[id] ?? null,
    'users/bots/getByUserId': (id) => users()[id]?.bot ?? null,
    'users/bots/isSupport': (id) => isBotOfType(id, 'support24'),
    'users/bots/isNetwork': (id) => isBotOfType(id, 'network'),
    'counters/getChatCounterByChatId': countOf,
    'recent/get': (dialogId) => state.recent.collection[dialogId] ?? null,
    'messages/getByChatId': (chatId) => state.messages.collection[chatId] ?? [],
    'messages/getById': (id) =>
      Object.values(state.messages.collection)
        .flat()
        .find((message) => message.id === id) ?? state.messages.single[id],
    'messages/getLastOwnMessageId': (chatId) =>
      (state.messages.collection[chatId] ?? []).findLast((message) => message.authorId === data.userId)?.id ?? 0,
    'sidebar/multidialog/get': (chatId) => side().multidialogs[chatId],
    'sidebar/multidialog/isSupport': (dialogId) => isBotOfType(dialogId, 'support24') || isQuestion(dialogId),
    'sidebar/multidialog/getMultidialogsByStatus': (statuses) =>
      items()
        .filter(({ status }) => statuses.includes(status))
        .sort((a, b) => b.date - a.date),
  };
  for (const [name, read] of Object.entries(values))
    Object.defineProperty(store.getters, name, { get: read, enumerable: true });
  Object.assign(store.getters, functions);
}

function recentItems(state) {
  return Object.values(state.recent.collection).sort((a, b) => b.date - a.date);
}
