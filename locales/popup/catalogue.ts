/** The languages of the popup; which language is whose is decided in `../catalogue.ts`. */
import type { PopupLocale } from '../../domain/popup-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const POPUP_LOCALES: readonly PopupLocale[] = [en, ru];

/** The popup's texts for a language code of a portal or a browser; English when nothing is closer. */
export function popupLocaleFor(language: string): PopupLocale {
  const { language: code } = localeFor(language);
  return POPUP_LOCALES.find((locale) => locale.language === code) ?? en;
}
