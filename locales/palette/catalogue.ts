/** The languages of the palette; which language is whose is decided in `../catalogue.ts`. */
import type { PaletteLanguages } from '../../domain/palette/front-entries.ts';
import type { PaletteLocale } from '../../domain/palette-text.ts';
import { localeFor } from '../catalogue.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const PALETTE_LOCALES: readonly PaletteLocale[] = [en, ru];

const ALL = PALETTE_LOCALES.map(({ messages }) => messages);

/** The palette's words for a language code of a portal or a browser, English when nothing is closer; and all others. */
export function paletteLanguagesFor(language: string): PaletteLanguages {
  const { language: code } = localeFor(language);
  const { messages: own } = PALETTE_LOCALES.find((locale) => locale.language === code) ?? en;
  return { own, all: ALL };
}
