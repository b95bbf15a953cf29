/** The languages of the access banner; which language is whose is decided in `../../catalogue.ts`. */
import type { BannerLocale } from '../../../domain/access/banner-text.ts';
import { localeFor } from '../../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const BANNER_LOCALES: readonly BannerLocale[] = [en, ru];

/** The texts of the banner for a language code of a portal or a browser; English when nothing is closer. */
export function bannerLocaleFor(language: string): BannerLocale {
  const { language: code } = localeFor(language);
  return BANNER_LOCALES.find((locale) => locale.language === code) ?? en;
}
