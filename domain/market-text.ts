/** The texts of the cards about applications; every language has to supply them. */

/** The cards there are; each says why it is seen, and can be hidden on a portal. */
export type MarketCard = 'uninstallGuard' | 'marketNote';

/** One language of these cards. */
export interface MarketLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: MarketMessages;
}

export interface MarketMessages {
  product: string;
}
