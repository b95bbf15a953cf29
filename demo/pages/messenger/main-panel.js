import { avatar } from './avatar.js';
import { h } from './dom.js';
import { chatTitle } from './title.js';

/** The first panel of the sidebar; for support chats it leads with the dialogs. */
export function mainPanel(context, dialogId, isSupport) {
  const { chatId } = context.store.getters['chats/get'](dialogId, true);
  const isLoaded = context.support.hasMainPanel(chatId);
  return h(
    'div',
    {
      class: 'bx-im-sidebar-main-panel__container bx-im-sidebar-panel__component',
      key: dialogId,
      mounted: () => !isLoaded && load(context, chatId, isSupport),
    },
    panelHeader(context),
    isLoaded
      ? h('div', { class: 'bx-im-sidebar-main-panel__blocks', key: 'blocks' }, [
          chatBlock(context, dialogId),
          isSupport && preview(context, dialogId),
          filesBlock(),
        ])
      : h('div', { class: 'bx-im-sidebar-skeleton__container', key: 'skeleton' }),
  );
}

/** When the batch fails the skeleton stays. */
async function load(context, chatId, isSupport) {
  try {
    await context.support.loadMainPanel(chatId, isSupport);
    context.refresh();
  } catch (error) {
    console.error('sidebar', error);
  }
}

function panelHeader(context) {
  const close = () => context.ui.sidebar.toggle();
  return h(
    'div',
    { class: 'bx-im-sidebar-header__container bx-im-sidebar-header__scope', key: 'header' },
    h(
      'div',
      { class: 'bx-im-sidebar-header__title-container' },
      h('button', { type: 'button', class: 'bx-im-messenger__cross-icon', key: 'close', on: { click: close } }),
      h('div', { class: 'bx-im-sidebar-header__title', key: 'title' }, BX.message('IM_SIDEBAR_HEADER_TITLE')),
    ),
  );
}

const PREVIEW = 'bx-im-sidebar-multidialog-preview';
const BLOCK = 'bx-im-sidebar-main-panel__block';

/** The chat once more: its title stands in the page several times. */
function chatBlock(context, dialogId) {
  return h(
    'div',
    { class: `bx-im-sidebar-main-preview__scope ${BLOCK}`, key: 'chat' },
    avatar(context, dialogId),
    chatTitle(context, dialogId),
  );
}

function preview({ store }, dialogId) {
  const total = store.getters['sidebar/multidialog/getChatsCount'];
  const unread = store.getters['sidebar/multidialog/getTotalChatCounter'];
  const count = h('div', { class: `${PREVIEW}__new-message-counter`, key: 'count' }, unread > 99 ? '99+' : unread);
  const open = () =>
    BX.Event.EventEmitter.emit('IM.Sidebar:open', { panel: 'multidialog', dialogId, standalone: true });
  return h(
    'div',
    { class: `${PREVIEW}__scope ${BLOCK}`, key: 'multidialog' },
    h(
      'div',
      { class: `${PREVIEW}__container`, on: { click: open } },
      h(
        'div',
        { class: `${PREVIEW}__questions-container`, key: 'questions' },
        h('div', { class: `${PREVIEW}__questions-text` }, BX.message('IM_SIDEBAR_SUPPORT_TICKET_TITLE')),
        h('div', { class: `${PREVIEW}__questions-count` }, total > 999 ? '999+' : total),
      ),
      h(
        'div',
        { class: `${PREVIEW}__new-message-container`, key: 'unread' },
        unread > 0 && count,
        h('div', { class: 'bx-im-sidebar__forward-icon', key: 'forward' }),
      ),
    ),
  );
}

function filesBlock() {
  return h(
    'div',
    { class: `bx-im-sidebar-file-preview__scope ${BLOCK}`, key: 'files' },
    h('div', { class: 'bx-im-sidebar-file-preview__title-text' }, BX.message('DEMO_FILES')),
    h('div', { class: 'bx-im-sidebar-file-preview__empty' }, BX.message('DEMO_NO_FILES')),
  );
}
