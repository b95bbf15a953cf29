import { classes, h } from './dom.js';
import { kindOf } from './title.js';

/** A round picture with the first letter of the chat. */
export function avatar({ store }, dialogId) {
  const { name, chatId } = store.getters['chats/get'](dialogId, true);
  const hue = `--hue-${Number(chatId) % 6}`;
  return h(
    'div',
    {
      class: classes(kindOf(store, dialogId), hue, 'bx-im-avatar__scope bx-im-avatar__container'),
      title: name,
      key: 'avatar',
    },
    (name || '?').slice(0, 1),
  );
}
