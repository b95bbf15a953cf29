/** What the messenger offers to the rest of the page. */
export function makePublic({ messenger, isEmbedded }) {
  /** The desktop application is asked first; it is not there, but the answer takes its time. */
  const checkForRedirect = () => new Promise((resolve) => setTimeout(resolve, 0));
  let number = 0;

  async function openChat(dialogId = '', messageId = 0) {
    await checkForRedirect();
    const entityId = String(dialogId);
    const layout = { name: 'chat', entityId, ...(messageId > 0 ? { contextId: messageId } : {}) };
    const query = new URLSearchParams({ IM_DIALOG: entityId, ...(messageId > 0 ? { IM_MESSAGE: messageId } : {}) });
    if (isEmbedded) {
      if (BX.SidePanel.Instance.isOpen()) window.open(`/online/?${query}`, '_blank');
      else messenger.setLayout(layout);
      return;
    }
    if (!messenger.isShown()) await openSlider();
    messenger.setLayout(layout);
  }

  async function openNotifications() {
    if (!isEmbedded && !messenger.isShown()) await openSlider();
    messenger.setLayout({ name: 'notification' });
  }

  /** Each opening makes a new slider and draws the messenger anew. */
  async function openSlider() {
    number += 1;
    const slider = BX.SidePanel.Instance.openContent(`im:slider:${number}`, {
      className: 'bx-im-messenger__slider',
      onClose: () => {
        BX.Event.EventEmitter.emit('onChatSliderClose');
        messenger.setLayout({ name: 'chat', entityId: '' });
        messenger.hide();
      },
    });
    await messenger.show(slider.content);
  }

  return {
    v2enabled: true,
    openChat,
    openNavigationItem: async ({ id, entityId }) => (id === 'chat' ? openChat(entityId) : undefined),
    openNotifications,
    openSettings: async () => undefined,
    isEmbeddedMode: () => isEmbedded,
    isMessengerSliderOpened: () => !isEmbedded && messenger.isShown(),
    isChatOpened: (dialogId) => messenger.isShown() && messenger.isChatOpen(String(dialogId)),
    enableDesktopRedirect: () => undefined,
    disableDesktopRedirect: () => undefined,
  };
}
