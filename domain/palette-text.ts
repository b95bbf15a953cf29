/** The words of the command palette; every language has to supply them. */
import type { RailSection } from './dashboard-text.ts';
import type { PaletteAction, PaletteTarget } from './palette/entry.ts';

/** One language of the palette. */
export interface PaletteLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: PaletteMessages;
}

/** What something is called, and what else people call it. */
export interface PaletteWords {
  title: string;
  words: string;
}

export interface PaletteMessages {
  title: string;
  /** The same while only dialogs of one portal are looked through. */
  dialogsOf: (portal: string) => string;
  hint: string;
  close: string;
  results: string;
  found: (count: number) => string;
  none: (query: string) => string;
  noneHint: string;
  noDialogs: string;
  /** Dialogs and employees are on their way. */
  loading: string;
  /** They could not be read. */
  failed: string;
  group: Record<PaletteTarget['kind'], string>;
  action: Record<PaletteAction, PaletteWords>;
  section: Record<RailSection, PaletteWords>;
}
