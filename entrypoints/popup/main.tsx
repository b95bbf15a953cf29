/** The popup: all portals at a glance, live while it is open. */
import { render } from 'preact';
import '../../components/popup.css';
import { PopupTextContext, TextContext } from '../../components/text-context.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { browser } from '../../platform/browser.ts';
import { PopupApp } from './PopupApp.tsx';

const locale = localeFor(browser.i18n.getUILanguage());
document.documentElement.lang = locale.language;
document.title = locale.messages.product.name;

const root = document.getElementById('latchdesk');
if (!root) throw new Error('The popup page has no #latchdesk element: check entrypoints/popup/index.html');
render(
  <TextContext.Provider value={locale}>
    <PopupTextContext.Provider value={popupLocaleFor(locale.language)}>
      <PopupApp />
    </PopupTextContext.Provider>
  </TextContext.Provider>,
  root,
);
