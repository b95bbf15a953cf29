/** The languages of the dashboard; which language is whose is decided in `../catalogue.ts`. */
import type { DashboardLocale } from '../../domain/dashboard-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const DASHBOARD_LOCALES: readonly DashboardLocale[] = [en, ru];

/** The texts of the dashboard for a language code of a portal or a browser; English when nothing is closer. */
export function dashboardLocaleFor(language: string): DashboardLocale {
  const { language: code } = localeFor(language);
  return DASHBOARD_LOCALES.find((locale) => locale.language === code) ?? en;
}
