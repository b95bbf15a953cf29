import { storeRecent } from './core.js';
import { chatOf, messageOf, notificationOf, operatorsOf, userOf } from './formats.js';
import { showNotice } from './notice.js';

const PAGE = 25;
const RECENT_PAGE = 50;

/** Calls of the messenger to the portal. */
export function makeServices(core) {
  const store = () => core.getStore();
  const ajax = async (action, data) => (await BX.ajax.runAction(action, { data })).data;
  let recentOffset = 0;
  let hasMoreRecent = true;

  /** Puts a chat with the messages that were loaded into the store; what was there of it before goes. */
  async function fill(action, dialogId, params) {
    const { chat, messages, users } = await ajax(action, params);
    const read = messages.map((message) => messageOf(message, chat.id));
    store().commit('users/set', [...users.map(userOf), ...operatorsOf(read)]);
    store().commit('messages/set', { chatId: chat.id, messages: read });
    store().commit('counters/set', { chatId: chat.id, count: chat.counter });
    store().commit('chats/set', [{ ...chatOf(chat), dialogId, lastReadId: chat.lastId, inited: true }]);
  }

  const services = {
    async loadRecent() {
      if (!hasMoreRecent) return;
      hasMoreRecent = false;
      const result = await BX.rest.callMethod('im.recent.list', {
        SKIP_OPENLINES: 'Y',
        LIMIT: RECENT_PAGE,
        OFFSET: recentOffset,
      });
      const { items, hasMore } = result.data();
      recentOffset += items.length;
      hasMoreRecent = hasMore;
      storeRecent(store(), items);
    },

    loadChat: (dialogId) => fill('im.v2.Chat.load', dialogId, { dialogId, messageLimit: PAGE }),

    /** A chat with one of its messages in the middle of what is loaded. */
    loadContext: (dialogId, messageId) => fill('im.v2.Chat.loadInContext', dialogId, { messageId, messageLimit: PAGE }),

    async readChat(dialogId) {
      const chat = store().getters['chats/get'](dialogId);
      const list = store().getters['messages/getByChatId'](chat.chatId);
      if (store().getters['counters/getChatCounterByChatId'](chat.chatId) === 0) return;
      store().commit('counters/set', { chatId: chat.chatId, count: 0 });
      await ajax('im.v2.Chat.Message.read', { chatId: chat.chatId, ids: list.slice(-1).map(({ id }) => id) });
    },

    async sendMessage(dialogId, text) {
      const chat = store().getters['chats/get'](dialogId);
      const templateId = crypto.randomUUID();
      const own = {
        id: templateId,
        templateId,
        chatId: chat.chatId,
        authorId: core.getUserId(),
        date: new Date(),
        text,
      };
      store().commit('messages/add', { chatId: chat.chatId, message: { ...own, isSending: true, hasError: false } });
      try {
        const { id } = await ajax('im.v2.Chat.Message.send', { dialogId, fields: { message: text, templateId } });
        store().commit('messages/update', { chatId: chat.chatId, id: templateId, fields: { id, isSending: false } });
      } catch (error) {
        console.error('sendMessage', error);
        store().commit('messages/update', {
          chatId: chat.chatId,
          id: templateId,
          fields: { hasError: true, isSending: false },
        });
      }
    },

    /** Shows the new name at once and takes it back when the portal refuses. */
    async renameChat(dialogId, name) {
      if (name === '') return;
      const before = store().getters['chats/get'](dialogId).name;
      store().commit('chats/update', { dialogId, fields: { name } });
      try {
        await BX.rest.callMethod('im.chat.updateTitle', { dialog_id: dialogId, title: name });
      } catch (error) {
        console.error('renameChat', error);
        store().commit('chats/update', { dialogId, fields: { name: before } });
        showNotice(BX.message('IM_NOTIFIER_CHAT_RENAME_ERROR'));
      }
    },

    notifyWriting: (dialogId) =>
      ajax('im.v2.Chat.InputAction.notify', { dialogId, type: 'writing' }).catch((error) =>
        console.warn('typing', error),
      ),

    async loadNotifications() {
      const result = await BX.rest.callMethod('im.notify.get', { LIMIT: 50, CONVERT_TEXT: 'Y' });
      store().commit('notifications/set', result.data().notifications.map(notificationOf));
    },

    /** Gone at once; whether the portal took the answer is not waited for. */
    confirm(id, value) {
      store().commit('notifications/delete', id);
      const params = { NOTIFY_ID: id, NOTIFY_VALUE: value };
      BX.rest.callMethod('im.notify.confirm', params).catch((error) => console.error('notification', error));
    },

    async pressButton(message, dialogId, button) {
      const params = {
        MESSAGE_ID: message.id,
        DIALOG_ID: dialogId,
        BOT_ID: button.botId,
        COMMAND: button.command,
        COMMAND_PARAMS: button.commandParams,
      };
      await BX.rest.callMethod('im.message.command', params).catch((error) => console.error('keyboard', error));
    },
  };
  return services;
}
