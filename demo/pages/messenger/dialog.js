import { dayTitle } from './dates.js';
import { h } from './dom.js';
import { message } from './message.js';

/** The messages of a chat by days and authors; only what is loaded is there. */
export function dialog(context, dialogId, isInited) {
  if (!isInited) return h('div', { class: 'bx-im-dialog-loader__container', key: 'loader' });
  const { store } = context;
  const { chatId } = store.getters['chats/get'](dialogId);
  const messages = store.getters['messages/getByChatId'](chatId);
  const toBottom = (node) => {
    node.scrollTop = node.scrollHeight;
  };
  return h(
    'div',
    { class: 'bx-im-dialog-chat__block bx-im-dialog-chat__scope', key: 'block' },
    h(
      'div',
      { class: 'bx-im-dialog-chat__scroll-container', mounted: toBottom },
      h(
        'div',
        { class: 'bx-im-message-list__container' },
        groupBy(messages, ({ date }) => date.toDateString()).map((day) => dateGroup(context, dialogId, day)),
        h('div', { class: 'bx-im-dialog-chat-status__container', key: 'status' }),
      ),
    ),
  );
}

function dateGroup(context, dialogId, messages) {
  const [first] = messages;
  return h(
    'div',
    { class: 'bx-im-message-list-date-group__container', key: first.date.toDateString() },
    h(
      'div',
      { class: 'bx-im-message-list-date-group-title__container', key: 'title' },
      h('div', { class: 'bx-im-message-list-date-group-title__text' }, dayTitle(first.date)),
    ),
    groupBy(messages, ({ authorId }) => authorId).map((group) => authorGroup(context, dialogId, group)),
  );
}

function authorGroup(context, dialogId, messages) {
  const [first] = messages;
  const userId = context.core.getUserId();
  const side = first.authorId === 0 ? '--system' : first.authorId === userId ? '--self' : '--opponent';
  const author = context.store.getters['users/get'](first.authorId);
  return h(
    'div',
    {
      class: `bx-im-message-list-author-group__container ${side}`,
      key: `group-${first.templateId || first.id}`,
    },
    messages.map((one, n) => {
      const name = n === 0 && side === '--opponent' ? author?.name : undefined;
      return message(context, dialogId, one, { side, authorName: name });
    }),
  );
}

/** Neighbours that share a key, in order. */
function groupBy(list, keyOf) {
  const groups = [];
  for (const item of list) {
    const group = groups.at(-1);
    if (group && keyOf(group[0]) === keyOf(item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
