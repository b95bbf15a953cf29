import { classes, h } from './dom.js';

/** The kind of a chat as its title shows it; partners and notices from the vendor look like support, too. */
export function kindOf(store, dialogId) {
  const bot = store.getters['users/bots/getByUserId'](dialogId);
  if (bot?.type === 'support24') return '--support24';
  if (bot?.type === 'network') return '--network';
  const { type } = store.getters['chats/get'](dialogId, true);
  return type === 'support24Question' || type === 'support24Notifier' ? '--support24' : '';
}

/** The title of a chat wherever it is shown. */
export function chatTitle({ store }, dialogId) {
  const { name } = store.getters['chats/get'](dialogId, true);
  const kind = kindOf(store, dialogId);
  return h(
    'div',
    { class: 'bx-im-chat-title__scope bx-im-chat-title__container', key: 'title' },
    h(
      'span',
      { class: 'bx-im-chat-title__content' },
      kind && h('span', { class: classes(kind, 'bx-im-chat-title__icon'), key: 'icon' }),
      h('span', { class: classes(kind, 'bx-im-chat-title__text'), title: name, key: 'text' }, name),
    ),
  );
}

/** The title that can be edited in place. A click anywhere on it starts; leaving the field, for whatever reason, submits. */
export function editableTitle(context, dialogId) {
  const { ui } = context;
  const { title } = ui;
  if (!title.isEditing) return titleView(context, dialogId);
  return h(
    'div',
    { class: 'bx-im-elements-editable-chat-title__input_container', key: 'input' },
    h('input', {
      type: 'text',
      class: 'bx-im-elements-editable-chat-title__input',
      width: `${title.text.length + 2}ch`,
      mounted: (input) => {
        input.value = title.text;
        input.focus();
      },
      on: {
        focus: (event) => event.target.select(),
        input: (event) => {
          title.text = event.target.value;
          context.refresh();
        },
        blur: () => submit(context, dialogId),
        keyup: (event) => event.key === 'Enter' && submit(context, dialogId),
      },
    }),
  );
}

function titleView(context, dialogId) {
  const { title } = context.ui;
  const setHover = (isHovered) => {
    title.isHovered = isHovered;
    context.refresh();
  };
  return h(
    'div',
    {
      class: 'bx-im-elements-editable-chat-title__wrap --can-rename',
      key: 'wrap',
      on: {
        mouseenter: () => setHover(true),
        mouseleave: () => setHover(false),
        click: () => {
          title.isEditing = true;
          title.isHovered = false;
          title.text = context.store.getters['chats/get'](dialogId, true).name;
          context.refresh();
        },
      },
    },
    h('div', { class: 'bx-im-elements-editable-chat-title__container', key: 'view' }, chatTitle(context, dialogId)),
    h(
      'div',
      { class: 'bx-im-elements-editable-chat-title__edit-icon_container', key: 'pencil' },
      title.isHovered && h('div', { class: 'bx-im-elements-editable-chat-title__edit-icon', key: 'icon' }),
    ),
  );
}

function submit(context, dialogId) {
  const { title } = context.ui;
  if (!title.isEditing) return;
  title.isEditing = false;
  const before = context.store.getters['chats/get'](dialogId, true).name;
  if (title.text !== '' && title.text !== before) void context.services.renameChat(dialogId, title.text);
  context.refresh();
}
