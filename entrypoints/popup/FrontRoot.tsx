import { useSelector } from '@xstate/store-preact';
import { useEffect } from 'preact/hooks';
import { InboxTextContext } from '../../components/inbox/inbox-text-context.ts';
import { PaletteTextContext } from '../../components/palette/palette-text-context.ts';
import { PopupTextContext, TextContext } from '../../components/text-context.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { inboxLocaleFor } from '../../locales/inbox/catalogue.ts';
import { paletteLanguagesFor } from '../../locales/palette/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { browser } from '../../platform/browser.ts';
import { PopupApp, type PopupAppProps } from './PopupApp.tsx';
import { popupStore } from './popup-store.ts';

/** The whole page in the language that the user has chosen, else in the browser's. */
export function FrontRoot(props: PopupAppProps) {
  const chosen = useSelector(popupStore, ({ context }) => context.front?.preferences.language);
  const locale = localeFor(chosen || browser.i18n.getUILanguage());
  const { language, messages } = locale;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages.product.name;
  }, [language]);
  return (
    <TextContext.Provider value={locale}>
      <PopupTextContext.Provider value={popupLocaleFor(language)}>
        <InboxTextContext.Provider value={inboxLocaleFor(language)}>
          <PaletteTextContext.Provider value={paletteLanguagesFor(language)}>
            <PopupApp {...props} />
          </PaletteTextContext.Provider>
        </InboxTextContext.Provider>
      </PopupTextContext.Provider>
    </TextContext.Provider>
  );
}
