/** Tells the page the number of unread messages, old style and new, and shows it in the document's title. */
export function tellCounters(store) {
  let told = null;
  const tell = () => {
    const chat = store.getters['counters/getTotalChatCounter'];
    if (chat === told) return;
    told = chat;
    showInTitle(chat);
    BX.onCustomEvent(window, 'onImUpdateCounterMessage', [chat]);
    const others = { copilot: 0, collab: 0, tasksTask: 0, openlines: 0, openlinesV2: 0, notification: 0 };
    BX.Event.EventEmitter.emit('IM.Counters:onUpdate', { chat, ...others });
  };
  tell();
  store.subscribe(({ type }) => {
    if (type.startsWith('counters/')) tell();
  });
}

function showInTitle(count) {
  const plain = document.title.replace(/^\(\d+\+?\) /, '');
  document.title = count > 0 ? `(${count > 99 ? '99+' : count}) ${plain}` : plain;
}
