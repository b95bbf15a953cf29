import { h } from './dom.js';

/** Boxes under the text of a message: a bar whose colour is a token, and lines of text. */
export function attachBoxes(item) {
  return (item.attach ?? []).map((box) =>
    h(
      'div',
      { class: 'bx-im-message-attach__container', key: `attach-${box.id}` },
      h(
        'div',
        { class: 'bx-im-attach__container bx-im-attach__scope' },
        h('div', { class: `bx-im-attach__border ${box.colorToken}` }),
        h(
          'div',
          { class: 'bx-im-attach__content' },
          box.blocks.map(({ message }) => h('div', { class: 'bx-im-attach-message__container' }, message)),
        ),
      ),
    ),
  );
}
