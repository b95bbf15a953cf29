/** The languages of the cards; which language is whose is decided in `../catalogue.ts`. */
import type { CardLocale } from '../../domain/cards-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const CARD_LOCALES: readonly CardLocale[] = [en, ru];

/** The texts of the cards for a language code of a portal or a browser; English when nothing is closer. */
export function cardLocaleFor(language: string): CardLocale {
  const { language: code } = localeFor(language);
  return CARD_LOCALES.find((locale) => locale.language === code) ?? en;
}
