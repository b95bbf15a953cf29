import { make, words } from './dom.js';
import { showInfoHelper } from './info-helper.js';
import { linkButton, Popup, popupButton } from './popup.js';

/** The page starts anew by itself after a refusal. */
const RELOADS_AFTER = 12_000;

/** The window for installing in three steps: consent, progress, done. */
export function openInstall({ code, version = '3' }) {
  const popup = new Popup('market-install-popup', { content: '', closeIcon: true, isKept: false });
  showConsent();
  popup.show();

  function showConsent(error = '') {
    const boxes = [
      ['market-tos-license', words.licence],
      ['market-install-license', words.agreement],
      ['market-install-confidentiality', words.privacy],
    ].map(([role, text]) => {
      const box = make('input', { type: 'checkbox', data: { role } });
      return make('label', { className: 'market-popup__consent' }, [box, text]);
    });
    const problem = make('div', { id: 'market-license-error', textContent: error });
    popup.setContent(makeStep(1, [make('p', { textContent: words.permissions }), ...boxes, problem]));
    const goOn = () => {
      const isAgreed = boxes.every((label) => label.querySelector('input').checked);
      if (isAgreed) void install();
      else problem.textContent = words.consentMissing;
    };
    popup.setButtons([popupButton(words.install, 'ui-btn ui-btn-success', goOn), cancel()]);
  }

  async function install() {
    popup.setContent(makeStep(2, [make('div', { className: 'market-install-loader', textContent: words.installing })]));
    popup.setButtons([]);
    const reply = await askToInstall('market.Application.install', { code, version });
    if (!reply.error) return showDone(reply);
    showConsent(reply.errorDescription || reply.error);
    if (reply.helperCode) showInfoHelper(reply.helperCode);
    setTimeout(() => location.reload(), RELOADS_AFTER);
  }

  function showDone({ redirect }) {
    const link = make('a', { className: 'ui-btn ui-btn-light-border', href: redirect, target: '_top' }, [words.open]);
    popup.setContent(makeStep(3, [make('p', { textContent: words.installedDone }), link]));
    popup.setButtons([]);
    popup.onClose = () => location.reload();
  }

  function cancel() {
    return linkButton(words.cancel, () => popup.close());
  }
}

const makeStep = (step, children) => make('div', { className: 'market-popup', data: { step: String(step) } }, children);

/** The portal's reply, one with `error` in any case that is none. */
export async function askToInstall(action, data) {
  try {
    const answer = await BX.ajax.runAction(action, { data });
    return answer.data ?? { error: 'EMPTY' };
  } catch (answer) {
    const [problem] = answer.errors ?? [];
    return { error: problem?.code ?? 'NETWORK_ERROR', errorDescription: problem?.message ?? '' };
  }
}
