import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RulesLocale, RulesMessages } from '../../domain/rules-text.ts';

/** The language of the rules page; it needs the texts of the dashboard as well. */
export const RulesTextContext = createContext<RulesLocale | null>(null);

/** The texts of the rules page. */
export function useRulesText(): RulesMessages {
  const locale = useContext(RulesTextContext);
  if (!locale) throw new Error('No texts of rules: wrap the component in <RulesTextContext.Provider value={locale}>');
  return locale.messages;
}
