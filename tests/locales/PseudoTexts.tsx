/** Gives everything below it pseudo texts of one language, whichever surface it belongs to. */
import type { ComponentChildren } from 'preact';
import { BannerTextContext } from '../../components/access/banner-text-context.ts';
import { DashboardTextContext } from '../../components/dashboard/dashboard-text-context.ts';
import { InboxTextContext } from '../../components/inbox/inbox-text-context.ts';
import { MarketTextContext } from '../../components/market/market-text-context.ts';
import { PaletteTextContext } from '../../components/palette/palette-text-context.ts';
import { AccessTextContext, CardTextContext, PopupTextContext, TextContext } from '../../components/text-context.ts';
import { bannerLocaleFor } from '../../locales/access/banner/catalogue.ts';
import { accessLocaleFor } from '../../locales/access/catalogue.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { inboxLocaleFor } from '../../locales/inbox/catalogue.ts';
import { marketLocaleFor } from '../../locales/market/catalogue.ts';
import { paletteLanguagesFor } from '../../locales/palette/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { pseudoLocale } from './pseudo.ts';

export function PseudoTexts({ of: language, children }: { of: string; children: ComponentChildren }) {
  return (
    <TextContext.Provider value={pseudoLocale(localeFor(language))}>
      <CardTextContext.Provider value={pseudoLocale(cardLocaleFor(language))}>
        <AccessTextContext.Provider value={pseudoLocale(accessLocaleFor(language))}>
          <PopupTextContext.Provider value={pseudoLocale(popupLocaleFor(language))}>
            <BannerTextContext.Provider value={pseudoLocale(bannerLocaleFor(language))}>
              <MarketTextContext.Provider value={pseudoLocale(marketLocaleFor(language))}>
                <DashboardTextContext.Provider value={pseudoLocale(dashboardLocaleFor(language))}>
                  <InboxTextContext.Provider value={pseudoLocale(inboxLocaleFor(language))}>
                    <PaletteTextContext.Provider value={pseudoLanguages(language)}>
                      {children}
                    </PaletteTextContext.Provider>
                  </InboxTextContext.Provider>
                </DashboardTextContext.Provider>
              </MarketTextContext.Provider>
            </BannerTextContext.Provider>
          </PopupTextContext.Provider>
        </AccessTextContext.Provider>
      </CardTextContext.Provider>
    </TextContext.Provider>
  );
}

function pseudoLanguages(language: string) {
  const { own: messages, all } = paletteLanguagesFor(language);
  return { own: pseudoLocale({ messages }).messages, all };
}
