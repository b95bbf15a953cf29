import { askOld } from './ask.js';
import { make, words } from './dom.js';
import { linkButton, Popup, popupButton } from './popup.js';

/**
 * The window of the old Marketplace. Each opening makes another one with the same ids, and those before it are only
 * put away: what is sent is the first box of the page, whichever one is to be seen.
 */
export function uninstallConfirm(code, from = '') {
  const popup = new Popup('mp_delete_confirm_popup', {
    content: question(),
    closeIcon: true,
    buttons: [
      popupButton(words.confirmButton, 'popup-window-button-decline', (button) => void uninstall(button)),
      linkButton(words.cancel, () => popup.close()),
    ],
  });
  popup.show();

  async function uninstall(button) {
    if (button.classList.contains('popup-window-button-wait')) return;
    button.classList.add('popup-window-button-wait');
    const clean = document.getElementById('delete_data').checked;
    const reply = await askOld('uninstall', { code, clean, from });
    BX.onCustomEvent('Rest:AppLayout:ApplicationInstall', [false]);
    // An empty array has no error, and so passes for success.
    if (reply.error) refuse(popup, reply.error);
    else if (reply.sliderUrl) BX.SidePanel.Instance.open(reply.sliderUrl);
    else location.reload();
  }
}

function question() {
  const box = make('input', { type: 'checkbox', id: 'delete_data', name: 'delete_data' });
  const label = make('label', { htmlFor: 'delete_data', textContent: words.deleteData });
  return make('div', { className: 'mp_delete_confirm' }, [
    make('div', { className: 'mp_delete_confirm_text', textContent: words.confirmOld }),
    make('div', { className: 'mp_delete_confirm_cb' }, [box, label]),
  ]);
}

function refuse(popup, error) {
  const text = make('div', { className: 'mp_delete_confirm_text', textContent: error });
  popup.setContent(make('div', { className: 'mp_delete_confirm' }, [text]));
  popup.setButtons([linkButton(words.close, () => popup.close())]);
}
