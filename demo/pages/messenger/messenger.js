import { chatContent, makeChatUi } from './chat.js';
import { classes, h, mount } from './dom.js';
import { listenSidebar } from './live.js';
import { notificationContent } from './notifications.js';
import { recentList } from './recent-list.js';

/** The full messenger: it can be drawn, taken away and drawn again; each drawing makes new nodes. */
export function makeMessenger({ core, services, support, drafts, isEmbedded }) {
  let view = null;
  let stopListening = null;
  let hasLaunched = false;
  let context = null;

  const layout = () => core.getStore().getters['application/getLayout'];

  async function launch() {
    await core.ready();
    if (!hasLaunched) listenSidebar(core.getStore());
    hasLaunched = true;
    await services.loadRecent().catch((error) => console.error('recent list', error));
  }

  async function show(root) {
    await launch();
    const store = core.getStore();
    context = { core, store, services, support, drafts, isEmbedded, refresh: () => view?.update(), setLayout };
    context.ui = makeChatUi(context);
    view = mount(root, () => render(context));
    stopListening = store.subscribe(({ type, payload }) => {
      view.update();
      if (type === 'messages/add') readIfOpen(payload);
    });
    setLayout({ ...layout() });
    if (layout().entityId) enterChat(layout().entityId, layout().contextId);
  }

  /** A message that arrives in the open chat is read at once, if anybody can see it. */
  function readIfOpen({ chatId, message }) {
    const { entityId } = layout();
    const isOpen = context.store.getters['chats/get'](entityId)?.chatId === chatId;
    if (!isOpen || document.hidden || message.authorId === core.getUserId()) return;
    setTimeout(() => services.readChat(entityId).catch((error) => console.error('readChat', error)), 100);
  }

  function hide() {
    stopListening?.();
    context?.ui.destroy();
    view?.destroy();
    view = null;
    context = null;
  }

  /** The event comes before the change, and also when nothing changes. */
  function setLayout(wanted) {
    const store = core.getStore();
    const from = { ...layout() };
    const to = { name: 'chat', entityId: '', contextId: 0, ...wanted };
    BX.Event.EventEmitter.emit('IM.Layout:onLayoutChange', { from, to });
    if (from.name === to.name && from.entityId === to.entityId) {
      if (context && to.entityId && to.contextId) void goToMessage(to.entityId, to.contextId);
      return;
    }
    store.commit('application/setLayout', to);
    if (context && to.entityId) enterChat(to.entityId, to.contextId);
    if (to.name === 'notification')
      services.loadNotifications().catch((error) => console.error('notifications', error));
  }

  async function enterChat(dialogId, messageId = 0) {
    context.ui.enterChat(dialogId);
    const isInited = Boolean(context.store.getters['chats/get'](dialogId)?.inited);
    try {
      if (!isInited && messageId) await services.loadContext(dialogId, messageId);
      else if (!isInited) await services.loadChat(dialogId);
    } catch (error) {
      console.error('loadChat', error);
      // Around a message that is gone nothing can be loaded: the portal shows no chat at all then.
      if (messageId) setLayout({ name: 'chat', entityId: '' });
      return;
    }
    if (!context || layout().entityId !== dialogId) return;
    context.refresh();
    await Promise.resolve();
    if (messageId) void goToMessage(dialogId, messageId);
    BX.Event.EventEmitter.emit('IM.Dialog:onDialogInited', { dialogId });
    services.readChat(dialogId).catch((error) => console.error('readChat', error));
  }

  /** Loads the surroundings of a message that is not there, scrolls to it and marks it for a moment. */
  async function goToMessage(dialogId, messageId) {
    const chat = context.store.getters['chats/get'](dialogId);
    // A chat that is still being loaded is loaded around the message.
    if (!chat?.inited) return;
    const isThere = context.store.getters['messages/getByChatId'](chat.chatId).some(({ id }) => id === messageId);
    try {
      if (!isThere) await services.loadContext(dialogId, messageId);
    } catch (error) {
      console.error('loadContext', error);
      return;
    }
    context?.refresh();
    setTimeout(() => showMessage(messageId), 0);
  }

  return {
    show,
    hide,
    setLayout,
    isShown: () => view !== null,
    isChatOpen: (dialogId) => core.getStore().getters['application/isChatOpen'](dialogId),
  };
}

function render(context) {
  const { name, entityId } = context.store.getters['application/getLayout'];
  const shown = name === 'notification' ? notificationContent : entityId ? chatContent : emptyContent;
  return h(
    'div',
    { class: 'bx-im-messenger__scope bx-im-messenger__container --light-theme' },
    h(
      'div',
      { class: 'bx-im-messenger__layout_container' },
      h(
        'div',
        { class: 'bx-im-messenger__layout_content' },
        h('div', { class: 'bx-im-messenger__list_container', key: 'list' }, recentList(context)),
        h('div', { class: classes('bx-im-messenger__content_container', '--with-list'), key: 'content' }, [
          shown(context, entityId),
        ]),
        h('div', { class: 'bx-im-messenger__openlines_container --hidden', key: 'lines', display: 'none' }),
      ),
    ),
  );
}

const HIGHLIGHTED = 'bx-im-dialog-chat__highlighted-message';
const HIGHLIGHTED_FOR = 2000;

function showMessage(messageId) {
  const node = document.querySelector(`.bx-im-message-list__container [data-id="${messageId}"]`);
  if (!node) return;
  node.scrollIntoView({ block: 'start' });
  node.classList.add(HIGHLIGHTED);
  setTimeout(() => node.classList.remove(HIGHLIGHTED), HIGHLIGHTED_FOR);
}

const emptyContent = () => h('div', { class: 'bx-im-content-empty', key: 'empty' }, BX.message('DEMO_EMPTY_CHAT'));
