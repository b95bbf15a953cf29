import { avatar } from './avatar.js';
import { shortDate } from './dates.js';
import { classes, h } from './dom.js';
import { chatTitle } from './title.js';

/** The list of recent chats beside the open one. Loaded items stay; the rest comes while scrolling. */
export function recentList(context) {
  const { store, services, ui } = context;
  const loadMore = ({ target }) => {
    if (target.scrollTop + target.clientHeight > target.scrollHeight - 80) void services.loadRecent();
  };
  const items = store.getters['recent/getRecentCollection'].map((item) => recentItem(context, item));
  return h(
    'div',
    { class: 'bx-im-list-container-recent__container' },
    h('div', { class: 'bx-im-list-container-recent__header_container', key: 'header' }, searchField(context)),
    h(
      'div',
      // Hidden during a search, not taken away.
      { class: 'bx-im-list-recent__container', key: 'list', display: ui.isSearching ? 'none' : '' },
      h(
        'div',
        { class: 'bx-im-list-recent__scroll-container', on: { scroll: loadMore } },
        h('div', { class: 'bx-im-list-recent__pinned_container' }),
        h('div', { class: 'bx-im-list-recent__general_container' }, items),
      ),
    ),
    ui.isSearching && searchResults(context),
  );
}

function searchField(context) {
  const search = (text) => {
    context.ui.searchText = text;
    context.ui.isSearching = text !== '';
    context.refresh();
  };
  return h('input', {
    class: 'bx-im-chat-search-input__element',
    type: 'text',
    placeholder: BX.message('DEMO_SEARCH'),
    on: { input: ({ target }) => search(target.value) },
  });
}

function searchResults(context) {
  const { store, ui } = context;
  const wanted = ui.searchText.toLowerCase();
  const nameOf = ({ dialogId }) => store.getters['chats/get'](dialogId, true).name.toLowerCase();
  const found = store.getters['recent/getRecentCollection'].filter((item) => nameOf(item).includes(wanted));
  const items = found.map((item) => recentItem(context, item));
  return h('div', { class: 'bx-im-chat-search__container', key: 'found' }, items);
}

function recentItem(context, { dialogId, chatId, date, text }) {
  const { store } = context;
  const count = store.getters['counters/getChatCounterByChatId'](chatId);
  const isSelected = store.getters['application/isChatOpen'](dialogId);
  return h(
    'div',
    {
      class: classes('bx-im-list-recent-item__wrap', { '--selected': isSelected }),
      key: dialogId,
      data: { id: dialogId },
      on: { click: () => BX.Messenger.Public.openChat(dialogId) },
    },
    h(
      'div',
      { class: 'bx-im-list-recent-item__container' },
      h('div', { class: 'bx-im-list-recent-item__avatar_container' }, avatar(context, dialogId)),
      h(
        'div',
        { class: 'bx-im-list-recent-item__content_container' },
        h(
          'div',
          { class: 'bx-im-list-recent-item__content_header' },
          chatTitle(context, dialogId),
          h('div', { class: 'bx-im-list-recent-item__date' }, shortDate(date)),
        ),
        h(
          'div',
          { class: 'bx-im-list-recent-item__content_bottom' },
          h(
            'div',
            { class: 'bx-im-list-recent-item__message_container' },
            h('span', { class: 'bx-im-list-recent-item__message_text' }, text),
          ),
          counters(count),
        ),
      ),
    ),
  );
}

/** The frame of the counter is always there, the number only when there is one. */
function counters(count) {
  const number = h(
    'div',
    { class: 'bx-im-list-recent-item__counter_number', key: 'number' },
    count > 99 ? '99+' : count,
  );
  return h(
    'div',
    { class: 'bx-im-list-recent-item__counters_wrap' },
    h(
      'div',
      { class: 'bx-im-list-recent-item__counters_container' },
      h('div', { class: 'bx-im-list-recent-item__counters' }, count > 0 && number),
    ),
  );
}
