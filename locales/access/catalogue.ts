/** The languages of the words for access; which language is whose is decided in `../closest.ts`. */
import type { AccessLocale } from '../../domain/access/text.ts';
import { closest } from '../closest.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const ACCESS_LOCALES: readonly AccessLocale[] = [en, ru];

/** The words for access for a language code of a portal or a browser; English when nothing is closer. */
export function accessLocaleFor(language: string): AccessLocale {
  return closest(ACCESS_LOCALES, language) ?? en;
}
