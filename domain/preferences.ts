/** What the user sets for all portals at once. */
import { HIDEABLE_CARDS, type HideableCard } from './settings.ts';

/** What can be switched off for all portals: every card that comes by itself, and what works beside the pages. */
export const FEATURES = [
  ...HIDEABLE_CARDS,
  /** The chip, and with it the panel. */
  'chip',
  'badge',
  'notifications',
  /** Looking for sign-ins in the portal's event log. */
  'signIns',
  /** Reading employees, lines and roles for ChatApp. */
  'chatappReading',
  /** Reading portals that no tab shows. */
  'watch',
  /** The coloured edge that tells portals apart. */
  'portalEdge',
  /** Rules of the user's own: what happens on a portal makes Latchdesk prepare something. */
  'rules',
] as const;
export type Feature = (typeof FEATURES)[number];

export interface Preferences {
  /** Language code; empty: the language of each portal. */
  language: string;
  /** Latchdesk shows and changes nothing. */
  isReadOnly: boolean;
  featuresOff: readonly Feature[];
}

/** The coloured edge is there only for those who want it. */
export const DEFAULT_PREFERENCES: Preferences = { language: '', isReadOnly: false, featuresOff: ['portalEdge'] };

/** Cards that have nothing to offer to somebody who may change nothing. */
const ONLY_WRITE: readonly HideableCard[] = ['guard', 'rename', 'parkedOffer'];

/** Cards that do not come on a portal: hidden there, on all, or of no use; the same list where nothing is added. */
export function hiddenWith(
  hiddenCards: readonly HideableCard[],
  { featuresOff, isReadOnly }: Preferences,
): readonly HideableCard[] {
  const isOff = (card: HideableCard) => featuresOff.includes(card) || (isReadOnly && ONLY_WRITE.includes(card));
  const off = HIDEABLE_CARDS.filter((card) => isOff(card) && !hiddenCards.includes(card));
  return off.length > 0 ? [...hiddenCards, ...off] : hiddenCards;
}
