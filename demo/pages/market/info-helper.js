import { make } from './dom.js';

/** The page that sells what is missing. It opens in the window above all frames, unlike everything else here. */
const show = (code) => {
  const panel = make('div', { className: 'ui-info-helper', textContent: code, data: { code } });
  panel.addEventListener('click', () => panel.remove());
  window.top.document.body.append(panel);
};

BX.namespace('BX.UI').InfoHelper = { show };

export const showInfoHelper = (code) => (window.top.BX?.UI?.InfoHelper ?? BX.UI.InfoHelper).show(code);
