import { make, words } from './dom.js';
import { linkButton, Popup, popupButton } from './popup.js';

const Access = BX.namespace('BX.Access');
let dialog = null;

/** Opens the dialog of access with a list, and hands the new one to `save` when "Select" is pressed. */
export async function openRights(rights, save) {
  dialog ??= await loadDialog();
  dialog.save = save;
  dialog.chosen = new Map();
  // Who is offered by nobody cannot be shown, and so is not in what is saved.
  for (const [code, { provider, name }] of Object.entries(rights || {})) {
    if (provider) dialog.chosen.set(code, { id: code, provider, name });
  }
  drawChosen();
  dialog.popup.show();
  BX.onCustomEvent(Access, 'onAfterPopupShow', [dialog.popup]);
}

/** Its contents are loaded once for the page and used again for every application. */
async function loadDialog() {
  const body = new FormData();
  body.append('sessid', BX.bitrix_sessid());
  const response = await fetch('/bitrix/tools/access_dialog.php', { method: 'POST', credentials: 'same-origin', body });
  const { body: loaded } = new DOMParser().parseFromString(await response.text(), 'text/html');
  const content = make('div', { id: 'access_dialog_content' }, [...loaded.children]);
  content.addEventListener('click', ({ target }) => press(content, target));
  const popup = new Popup('BXUserRights', {
    content,
    title: words.accessTitle,
    closeIcon: true,
    buttons: [
      popupButton(words.select, 'popup-window-button-accept', () => saveChosen()),
      linkButton(words.cancel, () => popup.close()),
    ],
  });
  return { popup, content };
}

function press(content, target) {
  const { provider, code } = target.closest('[data-provider]')?.dataset ?? {};
  if (target.matches('.access-provider-button, .access-provider-button *')) showProvider(content, provider);
  else if (target.matches('.bx-finder-box-item')) {
    dialog.chosen.set(code, { id: code, provider, name: target.textContent });
    drawChosen();
  }
}

function showProvider(content, provider) {
  for (const button of content.querySelectorAll('.access-provider-button')) {
    button.classList.toggle('access-provider-button-selected', button.dataset.provider === provider);
  }
  for (const pane of content.querySelectorAll('.access-provider')) {
    pane.hidden = pane.id !== `access_provider_${provider}`;
  }
  BX.onCustomEvent(Access, 'onSelectProvider', [{ provider }]);
}

function drawChosen() {
  const { content, chosen } = dialog;
  for (const list of content.querySelectorAll('[id^="access_selected_items_"]')) list.replaceChildren();
  for (const entry of chosen.values()) {
    content.querySelector(`#access_selected_items_${entry.provider}`)?.append(chosenItem(entry));
  }
  for (const count of content.querySelectorAll('[id^="access_sel_count_"]')) {
    const provider = count.id.replace('access_sel_count_', '');
    const own = [...chosen.values()].filter((entry) => entry.provider === provider);
    count.textContent = own.length > 0 ? `(${own.length})` : '';
  }
}

function chosenItem({ id, provider, name }) {
  const icon = make('a', { className: 'bx-finder-box-selected-item-icon', textContent: '✕' });
  icon.addEventListener('click', () => {
    dialog.chosen.delete(id);
    drawChosen();
    BX.onCustomEvent(Access, 'onDeleteItem', [{ provider, id }]);
  });
  const text = make('span', { className: 'bx-finder-box-selected-item-text', textContent: name });
  return make('div', { id: `access_selected_item_${id}`, className: 'bx-finder-box-selected-item' }, [icon, text]);
}

/** The whole list goes out, by provider; what comes back is not looked at. */
function saveChosen() {
  const rights = {};
  for (const { id, provider, name } of dialog.chosen.values()) {
    rights[provider] ??= {};
    rights[provider][id] = { id, provider, name };
  }
  dialog.save(rights);
  dialog.popup.close();
}

/** Asks for the list of an application by its code, and writes what was chosen. */
export async function editRights(code) {
  const { data } = await BX.ajax.runAction('market.Application.getRights', { data: { appCode: code } });
  if (data?.error) return;
  await openRights(data, (rights) => {
    BX.ajax.runAction('market.Application.setRights', { data: { appCode: code, rights } }).catch(console.warn);
  });
}
