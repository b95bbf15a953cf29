/** Draws a part of the dashboard with all its texts. */
import type { ComponentChildren } from 'preact';
import { DashboardTextContext } from '../../../components/dashboard/dashboard-text-context.ts';
import { AccessTextContext, CardTextContext } from '../../../components/text-context.ts';
import type { DashboardLocale } from '../../../domain/dashboard-text.ts';
import { accessLocaleFor } from '../../../locales/access/catalogue.ts';
import { cardLocaleFor } from '../../../locales/cards/catalogue.ts';
import { localeFor } from '../../../locales/catalogue.ts';
import { draw } from '../drawing.tsx';

export function drawDashboard(locale: DashboardLocale, children: ComponentChildren) {
  const inLocale = (content: ComponentChildren) => (
    <CardTextContext.Provider value={cardLocaleFor(locale.language)}>
      <AccessTextContext.Provider value={accessLocaleFor(locale.language)}>
        <DashboardTextContext.Provider value={locale}>{content}</DashboardTextContext.Provider>
      </AccessTextContext.Provider>
    </CardTextContext.Provider>
  );
  const drawn = draw(localeFor(locale.language), inLocale(children));
  return { ...drawn, redraw: (content: ComponentChildren) => drawn.redraw(inLocale(content)) };
}

/** The two dots of a range of dates are meant, any others are a hole in a text. */
export const withoutRangeSign = (text: string): string => text.replace(/[“«]\.\.[”»]/g, '');
