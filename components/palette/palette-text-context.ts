import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PaletteLanguages } from '../../domain/palette/front-entries.ts';

/** The words of the palette in the surface's language, and in all others, which find as well. */
export const PaletteTextContext = createContext<PaletteLanguages | null>(null);

/** The words of the palette. */
export function usePaletteLanguages(): PaletteLanguages {
  const languages = useContext(PaletteTextContext);
  if (!languages) throw new Error('No words for the palette: wrap the component in <PaletteTextContext.Provider>');
  return languages;
}
