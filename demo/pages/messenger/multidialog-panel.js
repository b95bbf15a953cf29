import { shortDate } from './dates.js';
import { classes, h } from './dom.js';

/** The panel with all support dialogs and the button that opens a new one. */
export function multidialogPanel(context, ui) {
  const { store, support } = context;
  const active = store.getters['sidebar/multidialog/getMultidialogsByStatus'](['new', 'open']);
  const closed = store.getters['sidebar/multidialog/getMultidialogsByStatus'](['close']);
  const isLoaded = store.getters['sidebar/multidialog/isInitedDetail'];
  const loadMore = ({ target }) => {
    if (target.scrollTop + target.clientHeight >= target.scrollHeight - 40) void support.loadNextPage();
  };
  return h(
    'div',
    {
      class: 'bx-im-sidebar-multidialog-detail__scope bx-im-sidebar-panel__component',
      key: 'panel',
      mounted: () => !isLoaded && void support.loadFirstPage(),
    },
    panelHeader(context, ui, isLoaded),
    h(
      'div',
      {
        class: 'bx-im-sidebar-multidialog-detail__container bx-im-sidebar-detail__container',
        key: 'items',
        on: { scroll: loadMore },
      },
      [...active, ...closed].map((item) => dialogItem(context, item)),
      !isLoaded && h('div', { class: 'bx-im-sidebar-detail__loader-container', key: 'loader' }),
    ),
  );
}

const HEADER = 'bx-im-sidebar-detail-header';

function panelHeader(context, ui, isLoaded) {
  const { store } = context;
  const limit = store.getters['sidebar/multidialog/getOpenSessionsLimit'];
  const open = store.getters['sidebar/multidialog/getMultidialogsByStatus'](['open']).length;
  // As the page counts: "unlimited" and "off" disable the button like a limit that is reached.
  const isLimitReached = limit <= open;
  return h(
    'div',
    { class: `${HEADER}__container ${HEADER}__scope`, key: 'header' },
    h(
      'div',
      { class: `${HEADER}__title-container` },
      h('button', { type: 'button', class: 'bx-im-sidebar__back-icon', key: 'back', on: { click: () => ui.close() } }),
      h('div', { class: `${HEADER}__title-text`, key: 'text' }, BX.message('IM_SIDEBAR_SUPPORT_TICKET_DETAIL_TITLE')),
      h(
        'div',
        {
          class: `${HEADER}__add-button`,
          key: 'add',
          title: isLoaded && isLimitReached ? BX.message('IM_SIDEBAR_SUPPORT_TICKET_LIMIT') : '',
        },
        addButton(context, ui, !isLoaded || isLimitReached),
      ),
    ),
  );
}

/** Off and busy are classes only, and the click goes no further than the button. */
function addButton(context, ui, isDisabled) {
  const look = '--size-s --color-primary-light --rounded';
  const click = (event) => {
    event.stopPropagation();
    if (!isDisabled && !ui.isCreating) void create(context, ui);
  };
  return h(
    'button',
    {
      type: 'button',
      class: classes(
        look,
        { '--disabled': isDisabled, '--loading': ui.isCreating },
        'bx-im-button__scope bx-im-button__container',
      ),
      on: { click },
    },
    h('span', { class: '--plus bx-im-button__icon', key: 'icon' }),
    h('span', { class: 'bx-im-button__text', key: 'text' }, BX.message('IM_SIDEBAR_SUPPORT_TICKET_ADD_BUTTON_TEXT')),
  );
}

async function create(context, ui) {
  ui.isCreating = true;
  context.refresh();
  const dialogId = await context.support.createSupportChat();
  ui.isCreating = false;
  context.refresh();
  if (dialogId) await BX.Messenger.Public.openChat(dialogId);
}

/** No id on an item, and a new dialog looks exactly like an open one. */
function dialogItem({ store }, { chatId, dialogId, status, date }) {
  const count = store.getters['counters/getChatCounterByChatId'](chatId);
  const name = store.getters['chats/get'](dialogId, true).name;
  const isSelected = store.getters['application/isChatOpen'](dialogId);
  const phrase = BX.message(`IM_SIDEBAR_SUPPORT_TICKET_STATUS_${status.toUpperCase()}`);
  return h(
    'div',
    {
      class: classes('bx-im-multidialog-item__container bx-im-sidebar-multidialog-preview__scope', `--${status}`, {
        '--selected': isSelected,
      }),
      key: chatId,
      title: name,
      on: { click: () => BX.Messenger.Public.openChat(dialogId) },
    },
    h('span', { class: 'bx-im-multidialog-item__title', key: 'title' }, name),
    h('span', { class: 'bx-im-multidialog-item__date', key: 'date' }, shortDate(date)),
    h('div', { class: 'bx-im-multidialog-item__status', key: 'status' }, phrase),
    h(
      'div',
      {
        class: 'bx-im-multidialog-item__count bx-im-sidebar-multidialog-preview__new-message-counter',
        key: 'count',
        display: count > 0 ? '' : 'none',
      },
      count > 99 ? '99+' : count,
    ),
  );
}
