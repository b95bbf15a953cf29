import { avatar } from './avatar.js';
import { dialog } from './dialog.js';
import { classes, h } from './dom.js';
import { makeSidebarUi, sidebar } from './sidebar.js';
import { listenTextarea, textarea } from './textarea.js';
import { chatTitle, editableTitle } from './title.js';

/** What the open chat's view remembers between drawings; gone with the drawing. */
export function makeChatUi(context) {
  const ui = {
    title: { isEditing: false, isHovered: false, text: '' },
    textarea: { text: '', dialogId: '' },
    sidebar: makeSidebarUi(context),
    enterChat(dialogId) {
      ui.title = { isEditing: false, isHovered: false, text: '' };
      ui.textarea = { text: '', dialogId };
      ui.sidebar.enterChat(dialogId);
      context.refresh();
    },
  };
  const { EventEmitter } = BX.Event;
  const cancelEditing = () => {
    if (!ui.title.isEditing) return 'ignored';
    ui.title.isEditing = false;
    context.refresh();
    return 'handled';
  };
  const onEscape = (event) => {
    if (event.key !== 'Escape') return;
    const isHandled = EventEmitter.emit('IM.Keys:onBeforeEscape').includes('handled');
    if (isHandled || (context.isEmbedded && BX.SidePanel.Instance.isOpen())) return;
    const isInChat = context.store.getters['application/getLayout'].entityId !== '';
    if (isInChat) context.setLayout({ name: 'chat', entityId: '' });
    else if (!context.isEmbedded) BX.SidePanel.Instance.close();
  };
  const stopTextarea = listenTextarea(context, ui);
  EventEmitter.subscribe('IM.Keys:onBeforeEscape', cancelEditing);
  // On key up and on its way up: a guest that keeps the key to itself keeps it from here, too.
  document.addEventListener('keyup', onEscape);
  ui.destroy = () => {
    EventEmitter.unsubscribe('IM.Keys:onBeforeEscape', cancelEditing);
    document.removeEventListener('keyup', onEscape);
    stopTextarea();
    ui.sidebar.destroy();
  };
  return ui;
}

/** The open chat: header, messages, field, and the sidebar beside them. */
export function chatContent(context, dialogId) {
  const { store, ui } = context;
  const isInited = Boolean(store.getters['chats/get'](dialogId)?.inited);
  return h(
    'div',
    { class: 'bx-im-content-default-chat__container', key: dialogId },
    h(
      'div',
      { class: 'bx-im-content-chat__scope bx-im-content-chat__container --left-align' },
      h(
        'div',
        { class: 'bx-im-content-chat__content', key: 'content' },
        header(context, dialogId),
        h(
          'div',
          { class: 'bx-im-content-chat__dialog_container', key: 'dialog' },
          h('div', { class: 'bx-im-content-chat__dialog_content' }, dialog(context, dialogId, isInited)),
        ),
        isInited
          ? h('div', { class: 'bx-im-content-chat__textarea_container', key: 'field' }, textarea(context, dialogId))
          : h('div', { class: 'bx-im-content-chat__textarea_placeholder', key: 'placeholder' }),
      ),
      isInited &&
        h('div', { class: 'bx-im-content-chat__sidebar', key: 'sidebar' }, sidebar(context, dialogId, ui.sidebar)),
    ),
  );
}

function header(context, dialogId) {
  const { store, ui } = context;
  const isSupport = store.getters['sidebar/multidialog/isSupport'](dialogId);
  const isQuestion = store.getters['chats/isSupport'](dialogId);
  const subtitle = isSupport ? BX.message('IM_CONTENT_CHAT_HEADER_SUPPORT_SUBTITLE') : BX.message('DEMO_CHAT_MEMBERS');
  return h(
    'div',
    { class: 'bx-im-chat-header__scope bx-im-chat-header__container', key: 'header' },
    h(
      'div',
      { class: 'bx-im-chat-header__left', key: 'left' },
      h('div', { class: 'bx-im-chat-header__avatar' }, avatar(context, dialogId)),
      h(
        'div',
        { class: 'bx-im-chat-header__info' },
        isQuestion ? editableTitle(context, dialogId) : chatTitle(context, dialogId),
        h(
          'div',
          { class: 'bx-im-chat-header__subtitle_container', key: 'subtitle' },
          h('div', { class: 'bx-im-chat-header__subtitle_content' }, subtitle),
        ),
      ),
    ),
    h(
      'div',
      { class: 'bx-im-chat-header__right', key: 'right' },
      h('div', {
        class: 'bx-im-chat-header__icon --search',
        title: BX.message('IM_CONTENT_CHAT_HEADER_OPEN_SEARCH'),
      }),
      h('div', {
        class: classes('bx-im-chat-header__icon --panel', { '--active': ui.sidebar.isOpen() }),
        title: BX.message('IM_CONTENT_CHAT_HEADER_OPEN_SIDEBAR'),
        on: { click: () => ui.sidebar.toggle() },
      }),
    ),
  );
}
