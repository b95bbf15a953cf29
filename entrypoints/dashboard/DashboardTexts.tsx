import type { ComponentChildren } from 'preact';
import { DashboardTextContext } from '../../components/dashboard/dashboard-text-context.ts';
import { InboxTextContext } from '../../components/inbox/inbox-text-context.ts';
import { AccessTextContext, CardTextContext, TextContext } from '../../components/text-context.ts';
import { accessLocaleFor } from '../../locales/access/catalogue.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { inboxLocaleFor } from '../../locales/inbox/catalogue.ts';

/** The language that the dashboard has for a code. */
export const languageOf = (code: string): string => localeFor(code).language;

/** Gives the whole page its texts in one language. */
export function DashboardTexts({ language, children }: { language: string; children: ComponentChildren }) {
  // Before anything below is drawn: numbers and dates of fields follow it.
  document.documentElement.lang = language;
  return (
    <TextContext.Provider value={localeFor(language)}>
      <CardTextContext.Provider value={cardLocaleFor(language)}>
        <AccessTextContext.Provider value={accessLocaleFor(language)}>
          <InboxTextContext.Provider value={inboxLocaleFor(language)}>
            <DashboardTextContext.Provider value={dashboardLocaleFor(language)}>
              {children}
            </DashboardTextContext.Provider>
          </InboxTextContext.Provider>
        </AccessTextContext.Provider>
      </CardTextContext.Provider>
    </TextContext.Provider>
  );
}
