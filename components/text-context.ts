import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AccessLocale, AccessMessages } from '../domain/access/text.ts';
import type { CardLocale, CardMessages } from '../domain/cards-text.ts';
import type { PopupLocale, PopupMessages } from '../domain/popup-text.ts';
import type { Locale, Messages } from '../domain/text.ts';

/** The language of a surface; every component below needs it. */
export const TextContext = createContext<Locale | null>(null);

/** The language of the cards; they need `TextContext` as well. */
export const CardTextContext = createContext<CardLocale | null>(null);

/** The words for access to the portal. */
export const AccessTextContext = createContext<AccessLocale | null>(null);

/** The language of the popup; it needs `TextContext` as well. */
export const PopupTextContext = createContext<PopupLocale | null>(null);

/** The texts of the surrounding surface. */
export function useText(): Messages {
  const locale = useContext(TextContext);
  if (!locale) throw new Error('No texts: wrap the component in <TextContext.Provider value={locale}>');
  return locale.messages;
}

/** The texts of the cards. */
export function useCardText(): CardMessages {
  const locale = useContext(CardTextContext);
  if (!locale) throw new Error('No card texts: wrap the component in <CardTextContext.Provider value={cardLocale}>');
  return locale.messages;
}

/** The words for access to the portal. */
export function useAccessText(): AccessMessages {
  const locale = useContext(AccessTextContext);
  if (!locale) throw new Error('No words for access: wrap the component in <AccessTextContext.Provider>');
  return locale.messages;
}

/** The texts of the popup. */
export function usePopupText(): PopupMessages {
  const locale = useContext(PopupTextContext);
  if (!locale) throw new Error('No popup texts: wrap the component in <PopupTextContext.Provider value={popupLocale}>');
  return locale.messages;
}
