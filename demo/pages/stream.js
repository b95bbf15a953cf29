/** The buttons of the plain page. */
document.getElementById('open-slider')?.addEventListener('click', ({ currentTarget }) => {
  BX.SidePanel.Instance.open(currentTarget.dataset.url);
});
document.getElementById('open-support')?.addEventListener('click', ({ currentTarget }) => {
  const dialogId = currentTarget.dataset.dialog;
  if (BX.Messenger?.Public) void BX.Messenger.Public.openChat(dialogId);
  else location.assign(`/online/?IM_DIALOG=${dialogId}`);
});
