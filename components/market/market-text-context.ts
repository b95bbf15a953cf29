import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MarketLocale, MarketMessages } from '../../domain/market-text.ts';

/** The language of the cards about applications; they need no other. */
export const MarketTextContext = createContext<MarketLocale | null>(null);

/** The texts of the cards about applications. */
export function useMarketText(): MarketMessages {
  const locale = useContext(MarketTextContext);
  if (!locale) throw new Error('No texts: wrap the component in <MarketTextContext.Provider value={marketLocale}>');
  return locale.messages;
}
