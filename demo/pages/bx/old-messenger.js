/** A portal that still has the old messenger: other objects, other classes, no live events about dialogs. */
(() => {
  window.BXIM = {
    messenger: { chat: {}, users: {}, openMessenger: () => undefined },
    openMessenger: () => undefined,
  };
  BX.MessengerSupport24 = { togglePopup: () => undefined };
  BX.namespace('BX.Messenger').Public = {
    v2enabled: false,
    openChat: async (dialogId) => window.BXIM.openMessenger(dialogId),
    isEmbeddedMode: () => false,
    isMessengerSliderOpened: () => false,
    isChatOpened: () => undefined,
  };

  BX.ready(() => {
    const root = document.getElementById('old-messenger');
    if (!root) return;
    const list = document.createElement('div');
    list.className = 'bx-messenger-cl';
    for (const [className, key] of [
      ['bx-messenger-cl-status-support24', 'IM_SIDEBAR_SUPPORT_TICKET_TITLE'],
      ['', 'DEMO_CHAT_MEMBERS'],
    ]) {
      const item = document.createElement('span');
      item.className = `bx-messenger-cl-item ${className}`;
      item.textContent = BX.message(key);
      list.append(item);
    }
    root.append(list);
  });
})();
