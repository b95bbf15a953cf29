/** What the new-dialog guard answers when somebody wants a new dialog. Pure and instant: it runs inside a click. */
import { NUMBERS_KEEP_FOR } from './slots.ts';
import type { PortalSummary } from './view.ts';

/**
 * `pass`: a slot is free. `near`: the last one. `full`, `over`: none. `off`, `single`, `unlimited`: the portal's own
 * rule. `unsure`: nobody knows right now, so the guard stands aside.
 */
export type GuardAnswer = 'pass' | 'near' | 'full' | 'over' | 'off' | 'single' | 'unlimited' | 'unsure';

/** A page may hear late that the numbers were confirmed. */
const GRACE = 5 * 60_000;

/** The answer to "may a new dialog be opened here?" at `now`, from the last view. */
export function guardAnswer({ session, slots }: Pick<PortalSummary, 'session' | 'slots'>, now: number): GuardAnswer {
  const isOld = slots.at === null || now - slots.at > NUMBERS_KEEP_FOR + GRACE;
  if (session.state !== 'live' || slots.stale || isOld || slots.limit === null || slots.used === null) return 'unsure';
  switch (slots.level) {
    case 'roomy':
      return 'pass';
    case 'switchedOff':
      return 'off';
    case 'unread':
      return 'unsure';
    case 'single':
    case 'unlimited':
      return slots.level;
    default:
      // A limit that the portal never told is no reason to stand in anybody's way.
      return slots.limitSource === 'assumed' ? 'unsure' : slots.level;
  }
}

/** True for answers that stop the click and show a card. */
export const stopsClick = (answer: GuardAnswer): boolean =>
  answer === 'near' || answer === 'full' || answer === 'over' || answer === 'off' || answer === 'single';

/** True when a message in a dialog without a slot would not be delivered. */
export const hasNoFreeSlot = (answer: GuardAnswer): boolean => answer === 'full' || answer === 'over';

/** Where the wish for a new dialog came from. */
export type GuardOrigin = 'portalButton' | 'panel' | 'popup';

/** The ways out of a full house. */
export type GuardWay = 'closeRequest' | 'openRequest' | 'park' | 'override';

/** States of the chart `new-dialog-guard` in which a card is on show. */
export type GuardState =
  | 'nearCard'
  | 'fullCard'
  | 'offCard'
  | 'singleCard'
  | 'freedCard'
  | 'draftClose'
  | 'draftAskSupport'
  | 'parking'
  | 'parked'
  | 'overriding';

/** The guard of one tab as its card shows it. */
export interface GuardView {
  state: GuardState;
  /** What the guard would answer now; it changes while the card is open. */
  answer: GuardAnswer;
  origin: GuardOrigin;
  /** Epoch ms of the press. */
  since: number;
  /** The parked question, in `parking` and `parked`. */
  draftId: string | null;
}

/** The card that an answer opens; null for answers that stop nothing. */
export function cardFor(answer: GuardAnswer): GuardState | null {
  switch (answer) {
    case 'near':
      return 'nearCard';
    case 'full':
    case 'over':
      return 'fullCard';
    case 'off':
      return 'offCard';
    case 'single':
      return 'singleCard';
    default:
      return null;
  }
}

/** The card of a way out. */
export const CARD_OF_WAY: Record<GuardWay, GuardState> = {
  closeRequest: 'draftClose',
  openRequest: 'draftAskSupport',
  park: 'parking',
  override: 'overriding',
};
