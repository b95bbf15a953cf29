import { chatOf, userOf } from './formats.js';

const PAGE = 25;

/** Calls behind the support part of the sidebar. */
export function makeSupportService(core) {
  const store = () => core.getStore();
  const set = (name, value) => store().commit(`sidebar/multidialog/${name}`, value);
  const loadedPanels = new Set();
  let isLoading = false;

  return {
    hasMainPanel: (chatId) => loadedPanels.has(chatId),

    /**
     * One batch for the whole main panel: when one of its methods fails, none of the answers is used.
     * The dialogs are asked for only once in the life of the page.
     */
    async loadMainPanel(chatId, isSupport) {
      const isFirst = isSupport && !store().getters['sidebar/multidialog/isInited'];
      const results = await new Promise((resolve) => {
        BX.rest.callBatch(panelCalls(chatId, isFirst), resolve, true);
      });
      const failed = Object.values(results).find((result) => result.error());
      if (failed) throw failed.error();
      if (isFirst) {
        const { count, openSessionsLimit, chatIdsWithCounters } = results.count.data();
        set('setChatsCount', count);
        set('setOpenSessionsLimit', openSessionsLimit);
        set('setUnreadChats', chatIdsWithCounters);
        set('setInited', true);
      }
      loadedPanels.add(chatId);
    },

    /** The first page counts as loaded even when it could not be: no second attempt before the page is reloaded. */
    async loadFirstPage() {
      const known = store().getters['sidebar/multidialog/getNumberMultidialogs'];
      try {
        await loadPage(Math.max(PAGE, known), 0);
      } catch (error) {
        console.error('multidialog first page', error);
      }
      set('setInitedDetail', true);
    },

    async loadNextPage() {
      if (isLoading || !store().getters['sidebar/multidialog/hasNextPage']) return;
      isLoading = true;
      try {
        await loadPage(PAGE, store().getters['sidebar/multidialog/getNumberMultidialogs']);
      } catch (error) {
        console.error('multidialog next page', error);
      }
      isLoading = false;
    },

    /** Every refusal is silent: a line in the console, and no dialog. */
    async createSupportChat() {
      try {
        const { data } = await BX.ajax.runAction('imbot.Network.Chat.add');
        store().commit('chats/set', [chatOf(data)]);
        return data.dialogId;
      } catch (error) {
        console.error('createSupportChat', error);
        return undefined;
      }
    },
  };

  async function loadPage(limit, offset) {
    const { data } = await BX.ajax.runAction('imbot.Network.Chat.list', { data: { limit, offset } });
    store().commit('users/set', data.users.map(userOf));
    store().commit('chats/set', Object.values(data.chats).map(chatOf));
    for (const item of data.multidialogs) set('addMultidialog', item);
  }
}

function panelCalls(chatId, isFirst) {
  return {
    ...(isFirst ? { count: ['imbot.Network.Chat.count', {}] } : {}),
    favorites: ['im.chat.favorite.counter.get', { CHAT_ID: chatId }],
    links: ['im.chat.url.counter.get', { CHAT_ID: chatId }],
    files: ['im.chat.file.collection.get', { CHAT_ID: chatId, SUBTYPE: ['media', 'audio', 'document'] }],
  };
}
