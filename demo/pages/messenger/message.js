import { attachBoxes } from './attach.js';
import { time } from './dates.js';
import { classes, h } from './dom.js';
import { keyboard } from './keyboard.js';

/** One message; the id of an own one is temporary until the server has answered. */
export function message(context, dialogId, item, { side, authorName }) {
  const isBanner = item.componentId === 'SupportChatCreationMessage';
  const hasKeyboard = !item.isDeleted && item.keyboard?.length > 0;
  return h(
    'div',
    {
      class: classes('bx-im-message-base__wrap bx-im-message-base__scope', {
        'bx-im-message-support-chat-creation__scope': isBanner,
        '--self': side === '--self',
        '--opponent': side === '--opponent',
        '--has-error': item.hasError,
        '--has-after-content': hasKeyboard,
      }),
      key: item.templateId || `id-${item.id}`,
      data: { id: item.id, viewed: true },
    },
    h(
      'div',
      { class: 'bx-im-message-base__container', key: 'container' },
      item.sessionNumber && sessionNumber(item.sessionNumber),
      h(
        'div',
        { class: 'bx-im-message-base__content', key: 'content' },
        h(
          'div',
          { class: classes('bx-im-message-base__body', { '--transparent --no-angle': isBanner }) },
          body(item, { side, authorName }),
        ),
      ),
      hasKeyboard &&
        h(
          'div',
          { class: 'bx-im-message-base__bottom', key: 'bottom' },
          h('div', { class: 'bx-im-message-base__bottom-content' }, keyboard(context, dialogId, item)),
        ),
    ),
  );
}

function body(item, { side, authorName }) {
  if (item.isDeleted) return deleted(authorName);
  if (item.componentId === 'SupportChatCreationMessage') return banner(item);
  if (item.componentId === 'SupportVoteMessage') return vote(item);
  if (side === '--system') {
    return h(
      'div',
      { class: 'bx-im-message-system__scope bx-im-message-system__container', key: 'system' },
      h('div', { class: 'bx-im-message-default-content__text' }, item.text),
    );
  }
  return h(
    'div',
    { class: 'bx-im-message-default__container', key: 'default' },
    authorName && h('div', { class: 'bx-im-message-author-title__container', key: 'author' }, authorName),
    h('div', { class: 'bx-im-message-default-content__text', key: 'text' }, item.text),
    item.attach?.length > 0 &&
      h('div', { class: 'bx-im-message-default-content__attach', key: 'attach' }, attachBoxes(item)),
    status(item, side),
  );
}

function deleted(authorName) {
  return h(
    'div',
    { class: 'bx-im-message-deleted__container bx-im-message-deleted__scope', key: 'deleted' },
    authorName && h('div', { class: 'bx-im-message-author-title__container', key: 'author' }, authorName),
    h(
      'div',
      { class: 'bx-im-message-deleted__content-container', key: 'content' },
      h('div', { class: 'bx-im-message-deleted__icon' }),
      h('div', { class: 'bx-im-message-deleted__text' }, BX.message('IM_MESSENGER_MESSAGE_DELETED')),
    ),
  );
}

function status(item, side) {
  const state = item.isSending ? '--sending' : '--viewed';
  return h(
    'div',
    { class: 'bx-im-message-status__container', key: 'status' },
    h('div', { class: 'bx-im-message-status__date' }, time(item.date)),
    side === '--self' && h('div', { class: classes('bx-im-message-status__icon', state), key: 'icon' }),
  );
}

function banner(item) {
  const title = item.componentParams?.BANNER_TITLE ?? '';
  return h(
    'div',
    {
      class: 'bx-im-message-support-chat-creation__container',
      key: 'banner',
    },
    h('div', { class: 'bx-im-message-support-chat-creation__image' }),
    h(
      'div',
      { class: 'bx-im-message-support-chat-creation__content' },
      h('div', { class: 'bx-im-message-chat-creation__title' }, title),
      h('div', { class: 'bx-im-message-support-chat-creation__description' }, item.text),
    ),
  );
}

function vote(item) {
  const action = (name) => h('div', { class: `bx-im-message-support-vote__action_item --${name}`, key: name });
  return h(
    'div',
    { class: 'bx-im-message-support-vote__container', key: 'vote' },
    h('div', { class: 'bx-im-message-support-vote__title' }, item.text),
    h('div', { class: 'bx-im-message-support-vote__actions' }, action('like'), action('dislike')),
  );
}

function sessionNumber(number) {
  const text = BX.message('LANGUAGE_ID') === 'ru' ? `Диалог №${number}` : `Chat #${number}`;
  return h(
    'div',
    { class: 'bx-im-message-support-session-number__container', key: 'number' },
    h('div', { class: 'bx-im-message-support-session-number__content' }, text),
  );
}
