/** The dashboard, which is also the extension's options page: everything about one portal, live while it is open. */
import { render } from 'preact';
import '../../components/dashboard/dashboard.css';
import { DashboardTextContext } from '../../components/dashboard/dashboard-text-context.ts';
import { AccessTextContext, CardTextContext, TextContext } from '../../components/text-context.ts';
import { accessLocaleFor } from '../../locales/access/catalogue.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { browser } from '../../platform/browser.ts';
import { DashboardApp } from './DashboardApp.tsx';

const language = browser.i18n.getUILanguage();
const locale = localeFor(language);
document.documentElement.lang = locale.language;

const root = document.getElementById('latchdesk');
if (!root) throw new Error('The dashboard has no #latchdesk element: check entrypoints/dashboard/index.html');
render(
  <TextContext.Provider value={locale}>
    <CardTextContext.Provider value={cardLocaleFor(language)}>
      <AccessTextContext.Provider value={accessLocaleFor(language)}>
        <DashboardTextContext.Provider value={dashboardLocaleFor(language)}>
          <DashboardApp language={locale.language} />
        </DashboardTextContext.Provider>
      </AccessTextContext.Provider>
    </CardTextContext.Provider>
  </TextContext.Provider>,
  root,
);
