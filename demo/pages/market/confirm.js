import { make, words } from './dom.js';
import { linkButton, Popup, popupButton } from './popup.js';

/** What each card keeps in a hidden place until it is asked about; the box has no id, so its label leads nowhere. */
export function makeConfirmNode(name) {
  const box = make('input', { type: 'checkbox', name: 'delete-data' });
  const label = make('label', { htmlFor: 'delete_data', textContent: words.deleteData });
  return make('div', { className: 'market_delete_confirm' }, [
    make('div', { className: 'market_delete_confirm_text', textContent: words.confirmNew.replace('#APP_NAME#', name) }),
    make('div', { className: 'market_delete_confirm_cb' }, [box, label]),
  ]);
}

/**
 * The window of the new Market. It shows the card's own node and throws away only what is around it: a tick that was
 * made and cancelled is there again the next time.
 */
export function confirmUninstall({ code, node, onDone }) {
  const id = `market_delete_confirm_popup_${code}`;
  const decline = popupButton(words.confirmButton, 'popup-window-button-decline', () => void uninstall());
  const popup = new Popup(id, {
    content: node,
    buttons: [decline, linkButton(words.cancel, () => popup.close())],
    isKept: false,
  });
  popup.show();
  let isAsked = false;

  async function uninstall() {
    if (isAsked) return;
    isAsked = true;
    decline.classList.add('popup-window-button-wait');
    const clean = node.querySelector('[name="delete-data"]').checked ? 'Y' : 'N';
    const error = await takeOff(code, clean);
    if (error) return refuse(popup, error);
    popup.close();
    onDone();
  }
}

/** The portal's words against it, or nothing. */
async function takeOff(code, clean) {
  try {
    const { data } = await BX.ajax.runAction('market.Application.uninstall', { data: { code, clean } });
    return data?.error || (data?.success ? '' : words.uninstallFailed);
  } catch (answer) {
    return answer.errors?.[0]?.message ?? words.uninstallFailed;
  }
}

function refuse(popup, error) {
  const text = make('div', { className: 'market_delete_confirm_text', textContent: error });
  popup.setContent(make('div', { className: 'market_delete_confirm' }, [text]));
  popup.setButtons([linkButton(words.close, () => popup.close())]);
}
