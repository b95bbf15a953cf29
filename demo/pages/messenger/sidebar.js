import { classes, h } from './dom.js';
import { mainPanel } from './main-panel.js';
import { multidialogPanel } from './multidialog-panel.js';

const REMEMBERED = 'im-v2-s1-sidebarOpened';

/** Which panels of the sidebar are open; the main one is remembered by the browser. */
export function makeSidebarUi(context) {
  const { EventEmitter } = BX.Event;
  const ui = {
    isMainOpen: localStorage.getItem(REMEMBERED) === 'true',
    detail: null,
    isStandalone: false,
    isCreating: false,
    dialogId: '',
    isOpen: () => ui.isMainOpen || ui.detail !== null,
    enterChat(dialogId) {
      ui.dialogId = dialogId;
      if (!ui.isStandalone || !isSupport(context, dialogId)) ui.detail = null;
    },
    toggle() {
      if (ui.isOpen()) EventEmitter.emit('IM.Sidebar:close', { panel: '' });
      else EventEmitter.emit('IM.Sidebar:open', { panel: 'main', dialogId: ui.dialogId });
    },
    close() {
      ui.detail = null;
      context.refresh();
    },
  };
  const setMain = (isOpen) => {
    ui.isMainOpen = isOpen;
    localStorage.setItem(REMEMBERED, String(isOpen));
  };
  const open = (event) => {
    const { panel, dialogId, standalone = false } = event.getData();
    if (dialogId !== ui.dialogId) return;
    if (panel === 'main') setMain(true);
    if (panel === 'multidialog') {
      ui.detail = panel;
      ui.isStandalone = standalone;
    }
    context.refresh();
  };
  const close = (event) => {
    const { panel } = event.getData();
    if (panel === '') setMain(false);
    if (panel === '' || panel === ui.detail) ui.close();
  };
  EventEmitter.subscribe('IM.Sidebar:open', open);
  EventEmitter.subscribe('IM.Sidebar:close', close);
  ui.destroy = () => {
    EventEmitter.unsubscribe('IM.Sidebar:open', open);
    EventEmitter.unsubscribe('IM.Sidebar:close', close);
  };
  return ui;
}

const isSupport = ({ store }, dialogId) => store.getters['sidebar/multidialog/isSupport'](dialogId);

/** The sidebar of the open chat: the main panel, and a detail panel over it. */
export function sidebar(context, dialogId, ui) {
  const hasDetail = ui.detail === 'multidialog' && isSupport(context, dialogId);
  return h(
    'div',
    { class: classes('bx-im-sidebar__container', { '--opened': ui.isMainOpen || hasDetail }) },
    ui.isMainOpen &&
      h(
        'div',
        { class: 'bx-im-sidebar-panel__container', key: 'main' },
        mainPanel(context, dialogId, isSupport(context, dialogId)),
      ),
    hasDetail &&
      h(
        'div',
        { class: classes('bx-im-sidebar-panel__container', { '--second-level': ui.isMainOpen }), key: 'detail' },
        multidialogPanel(context, ui),
      ),
  );
}
