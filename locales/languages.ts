/** The languages that somebody can choose for Latchdesk. */
import { LOCALES } from './catalogue.ts';
import { closest } from './closest.ts';

export interface LanguageChoice {
  /** Code as it is kept. */
  language: string;
  /** What its readers call it. */
  name: string;
}

/** Every language there is, each under its own name. */
export function languageChoices(): LanguageChoice[] {
  return LOCALES.map(({ language }) => ({ language, name: ownName(language) }));
}

/** The code as it is kept, so that a choice of languages shows it: `ru-RU` is `ru`; null where none serves it. */
export function servedLanguage(language: string): string | null {
  return language === '' ? '' : (closest(LOCALES, language)?.language ?? null);
}

function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
