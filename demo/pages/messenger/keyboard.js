import { classes, h } from './dom.js';

/** The buttons under a message: text only, nothing in the page tells what they do. */
export function keyboard(context, dialogId, item) {
  const buttons = item.keyboard.filter((button) => button.context !== 'MOBILE');
  const nodes = buttons.map((button, n) =>
    button.type === 'NEWLINE'
      ? h('div', { class: 'bx-im-keyboard-button__separator', key: `line-${n}` })
      : keyboardButton(context, dialogId, item, button, n),
  );
  return h(
    'div',
    { class: 'bx-im-message-keyboard__container', key: 'keyboard' },
    h('div', { class: 'bx-im-keyboard__container' }, nodes),
  );
}

function keyboardButton(context, dialogId, item, button, n) {
  return h(
    'div',
    {
      class: classes('bx-im-keyboard-button__container', `--${button.display.toLowerCase()}`, button.bgColorToken, {
        '--disabled': button.disabled,
        '--loading': button.wait,
      }),
      key: `button-${n}`,
      on: { click: () => press(context, dialogId, item, button) },
    },
    button.text,
  );
}

function press(context, dialogId, item, button) {
  if (button.disabled || button.wait) return;
  if (button.link) {
    window.open(button.link, '_blank', 'noopener');
    return;
  }
  if (!button.command) return;
  const pressed = item.keyboard.map((other) => ({
    ...other,
    wait: other === button,
    disabled: button.block || other.disabled,
  }));
  context.store.commit('messages/update', { chatId: item.chatId, id: item.id, fields: { keyboard: pressed } });
  void context.services.pressButton(item, dialogId, button);
}
