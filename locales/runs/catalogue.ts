/** The languages of runs, destinations and rule files; which language is whose is decided in `../catalogue.ts`. */
import type { RunsLocale } from '../../domain/runs-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const RUNS_LOCALES: readonly RunsLocale[] = [en, ru];

/** These words for a language code of a portal or a browser; English when nothing is closer. */
export function runsLocaleFor(language: string): RunsLocale {
  const { language: code } = localeFor(language);
  return RUNS_LOCALES.find((locale) => locale.language === code) ?? en;
}
