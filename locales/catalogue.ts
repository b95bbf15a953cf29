/**
 * The languages of the interface.
 *
 * To add one: copy `en.ts` to `<code>.ts`, translate it (the compiler names what is missing, `plural` takes the forms
 * your language has), and put it into `LOCALES` below. The language works from then on: the other surfaces have
 * catalogues of their own (`cards/`, `dashboard/`, …) and speak English until they have their file as well.
 */
import type { Locale } from '../domain/text.ts';
import { closest } from './closest.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const LOCALES: readonly Locale[] = [en, ru];

/** The locale for a language code of a portal or a browser: `ru`, `ru-RU`, `en_US`; English when nothing is closer. */
export function localeFor(language: string): Locale {
  return closest(LOCALES, language) ?? en;
}
