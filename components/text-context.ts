import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale, Messages } from '../domain/text.ts';

/** The language of a surface; every component below needs it. */
export const TextContext = createContext<Locale | null>(null);

/** The texts of the surrounding surface. */
export function useText(): Messages {
  const locale = useContext(TextContext);
  if (!locale) throw new Error('No texts: wrap the component in <TextContext.Provider value={locale}>');
  return locale.messages;
}
