/** The languages of the background; which language is whose is decided in `../catalogue.ts`. */
import type { BackgroundLocale } from '../../domain/background-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const BACKGROUND_LOCALES: readonly BackgroundLocale[] = [en, ru];

/** The background's words for a language code of a portal or a browser; English when nothing is closer. */
export function backgroundLocaleFor(language: string): BackgroundLocale {
  const { language: code } = localeFor(language);
  return BACKGROUND_LOCALES.find((locale) => locale.language === code) ?? en;
}
