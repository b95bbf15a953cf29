import { avatar } from './avatar.js';
import { classes, h, mount } from './dom.js';

/** The compact list of chats at the right edge of ordinary pages. */
export function mountCompactList(root, core) {
  const store = core.getStore();
  const context = { store };
  const view = mount(root, () => {
    const items = store.getters['recent/getRecentCollection'].slice(0, 12).map((item) => compactItem(context, item));
    // The same scope class as the messenger itself: by it the two cannot be told apart.
    return h(
      'div',
      { class: 'bx-im-messenger__scope bx-im-list-recent-compact__container' },
      h(
        'div',
        { class: 'bx-im-list-recent-compact__scroll-container' },
        h('div', { class: 'bx-im-list-recent-compact__general_container' }, items),
      ),
    );
  });
  store.subscribe(() => view.update());
}

function compactItem(context, { dialogId, chatId }) {
  const count = context.store.getters['counters/getChatCounterByChatId'](chatId);
  return h(
    'div',
    {
      class: 'bx-im-list-recent-compact-item__wrap',
      key: dialogId,
      data: { id: dialogId },
      on: { click: () => BX.Messenger.Public.openChat(dialogId) },
    },
    h(
      'div',
      { class: classes({ '--no-counter': count === 0 }, 'bx-im-list-recent-compact-item__container') },
      h(
        'div',
        { class: 'bx-im-list-recent-compact-item__avatar_container' },
        avatar(context, dialogId),
        count > 0 &&
          h(
            'div',
            { class: 'bx-im-list-recent-compact-item__avatar_counter', key: 'count' },
            count > 99 ? '99+' : count,
          ),
      ),
    ),
  );
}
