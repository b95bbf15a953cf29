/** The languages of the access banner; which language is whose is decided in `../../closest.ts`. */
import type { BannerLocale } from '../../../domain/access/banner-text.ts';
import { closest } from '../../closest.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const BANNER_LOCALES: readonly BannerLocale[] = [en, ru];

/** The texts of the banner for a language code of a portal or a browser; English when nothing is closer. */
export function bannerLocaleFor(language: string): BannerLocale {
  return closest(BANNER_LOCALES, language) ?? en;
}
