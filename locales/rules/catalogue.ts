/** The languages of the rules page; which language is whose is decided in `../catalogue.ts`. */
import type { RulesLocale } from '../../domain/rules-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const RULES_LOCALES: readonly RulesLocale[] = [en, ru];

/** The texts of the rules page for a language code of a portal or a browser; English when nothing is closer. */
export function rulesLocaleFor(language: string): RulesLocale {
  const { language: code } = localeFor(language);
  return RULES_LOCALES.find((locale) => locale.language === code) ?? en;
}
