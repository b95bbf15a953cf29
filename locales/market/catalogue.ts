/** The languages of the cards about applications; which language is whose is decided in `../closest.ts`. */
import type { MarketLocale } from '../../domain/market-text.ts';
import { closest } from '../closest.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const MARKET_LOCALES: readonly MarketLocale[] = [en, ru];

/** The texts of these cards for a language code of a portal or a browser; English when nothing is closer. */
export function marketLocaleFor(language: string): MarketLocale {
  return closest(MARKET_LOCALES, language) ?? en;
}
