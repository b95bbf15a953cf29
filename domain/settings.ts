/** What the user sets for one portal. */
import type { CardKind } from './cards-text.ts';
import type { MarketCard } from './market-text.ts';
import type { WorkingTime } from './working-time.ts';

export interface Settings {
  workingTime: WorkingTime;
  /** Working hours after which an answer of support that waits for the user is worth a warning. */
  waitingHours: number;
  /** Working days without any movement after which an open dialog is worth a look. */
  idleDays: number;
  /** True once "one dialog, one question" was explained. */
  knowsOneQuestion: boolean;
  /** Ask about passwords and the like before a message to support goes out. */
  warnsOfSecrets: boolean;
  /** Cards that the user does not want on this portal. */
  hiddenCards: readonly HideableCard[];
  /** Days of access that count where the message names none. */
  accessDays: number;
  /** Days before the end at which to be reminded, besides the end itself. */
  accessReminders: readonly number[];
  /** Days after which an integrator's account is worth a look; 0: never. */
  integratorReviewDays: number;
  /** Every application is guarded when it is uninstalled with its data, not only the confirmed one. */
  guardsOthers: boolean;
}

/** Cards that come by themselves; what somebody asks for comes in any case. */
export const HIDEABLE_CARDS = [
  'guard',
  'composer',
  'refused',
  'rename',
  'parkedOffer',
  'hint',
  'accessBanner',
  'uninstallGuard',
  'marketNote',
] as const satisfies (CardKind | 'accessBanner' | MarketCard)[];
export type HideableCard = (typeof HIDEABLE_CARDS)[number];
