import { classes, h } from './dom.js';

const ITEM = 'bx-im-content-notification-item';

/** The list of notifications, in the place of a chat. */
export function notificationContent(context) {
  const items = Object.values(context.store.state.notifications.collection).sort((a, b) => b.id - a.id);
  return h(
    'div',
    { class: 'bx-im-content-notification__container', key: 'notifications' },
    h(
      'div',
      { class: 'bx-im-content-notification__elements-container' },
      h(
        'div',
        { class: 'bx-im-content-notification__elements' },
        items.map((item) => notification(context, item)),
      ),
    ),
  );
}

function notification(context, item) {
  return h(
    'div',
    { class: `${ITEM}__container --unread`, key: item.id, data: { id: item.id } },
    h(
      'div',
      { class: `${ITEM}__content-container` },
      h(
        'div',
        { class: `${ITEM}-content__container` },
        h('div', { class: `${ITEM}-content__content-text`, key: 'text' }, item.text),
        h(
          'div',
          { class: `${ITEM}-confirm-buttons__container`, key: 'buttons' },
          item.notifyButtons.map((button) => confirmButton(context, item, button)),
        ),
      ),
    ),
  );
}

function confirmButton(context, item, button) {
  const [, value] = button.COMMAND_PARAMS.split('|');
  const colour = value === 'Y' ? '--color-primary' : '--color-lightborder';
  return h(
    'button',
    {
      class: classes('bx-im-button__scope bx-im-button__container --size-m', colour),
      key: value,
      on: { click: () => context.services.confirm(item.id, value) },
    },
    h('span', { class: 'bx-im-button__text' }, button.TEXT),
  );
}
