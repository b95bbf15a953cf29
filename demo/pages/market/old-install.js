import { make, words } from './dom.js';
import { showInfoHelper } from './info-helper.js';
import { askToInstall } from './install.js';
import { linkButton, Popup, popupButton } from './popup.js';

/** The window for installing of the old Marketplace, known by the address it is about. */
export function openOldInstall({ code, version, url }) {
  const boxes = [
    ['mp_tos_license', words.licence],
    ['mp_detail_license', words.agreement],
    ['mp_detail_confidentiality', words.privacy],
  ].map(([id, text]) =>
    make('label', { className: 'market-popup__consent' }, [make('input', { type: 'checkbox', id }), text]),
  );
  const problem = make('div', { id: 'mp_detail_error' });
  const content = make('div', { className: 'mp-install' }, [
    make('p', { textContent: words.permissions }),
    ...boxes,
    problem,
  ]);
  const popup = new Popup(`BXAppInstallPopup|${url}`, {
    content,
    closeIcon: true,
    isKept: false,
    buttons: [
      popupButton(words.install, 'popup-window-button-accept', (button) => void install(button)),
      linkButton(words.cancel, () => popup.close()),
    ],
  });
  popup.show();

  async function install(button) {
    if (button.classList.contains('popup-window-button-wait')) return;
    problem.textContent = '';
    if (!boxes.every((label) => label.querySelector('input').checked)) {
      problem.textContent = words.consentMissing;
      return;
    }
    button.classList.add('popup-window-button-wait');
    const reply = await askToInstall('rest.Application.install', { code, version });
    button.classList.remove('popup-window-button-wait');
    if (!reply.error) return location.assign(reply.redirect);
    problem.textContent = reply.errorDescription || reply.error;
    if (reply.helperCode) showInfoHelper(reply.helperCode);
  }
}
