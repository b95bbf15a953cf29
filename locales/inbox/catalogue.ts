/** The languages of the inbox; which language is whose is decided in `../catalogue.ts`. */
import type { InboxLocale } from '../../domain/inbox-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const INBOX_LOCALES: readonly InboxLocale[] = [en, ru];

/** The inbox's words for a language code of a portal or a browser; English when nothing is closer. */
export function inboxLocaleFor(language: string): InboxLocale {
  const { language: code } = localeFor(language);
  return INBOX_LOCALES.find((locale) => locale.language === code) ?? en;
}
