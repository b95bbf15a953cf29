import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BannerLocale, BannerMessages } from '../../domain/access/banner-text.ts';

/** The language of the banner; it needs `TextContext` and `AccessTextContext` as well. */
export const BannerTextContext = createContext<BannerLocale | null>(null);

/** The texts of the access banner. */
export function useBannerText(): BannerMessages {
  const locale = useContext(BannerTextContext);
  if (!locale) throw new Error('No texts of the banner: wrap the component in <BannerTextContext.Provider>');
  return locale.messages;
}
