/** What surfaces show of access on one portal: plain data, built in the background. */
import type { AccessRecord, GrantRecord, IntegratorRecord, LookalikeRecord, PartnerRecord } from './record.ts';

/**
 * What a page says in its one banner. `request`, `probable`, `partner`: somebody has to answer. `lookalike`: a warning.
 * `answered`: just answered here, the reason is asked once. `answeredElsewhere`: somebody else did. `unclear`: it was
 * answered and nobody can tell how. `ticketClosed`: revoke now?
 */
export type BannerKind =
  | 'lookalike'
  | 'request'
  | 'probable'
  | 'partner'
  | 'overdue'
  | 'ticketClosed'
  | 'ending'
  | 'unclear'
  | 'answered'
  | 'answeredElsewhere';

type ViewOf<T> = Omit<T, 'told' | 'signIns'> & {
  /** Null: no page says a word of it now. */
  banner: BannerKind | null;
  /** Title, alias or number of the linked dialog; empty when there is none. */
  dialogName: string;
  /** Somebody folded what the banner says now. */
  isFolded?: boolean;
  /** Some page has read it out already. */
  isAnnounced?: boolean;
};

export type GrantView = ViewOf<GrantRecord>;
export type PartnerView = ViewOf<PartnerRecord>;
export type LookalikeView = ViewOf<LookalikeRecord>;
export type IntegratorView = ViewOf<IntegratorRecord>;
export type AccessItem = GrantView | PartnerView | LookalikeView | IntegratorView;

export interface AccessView {
  /** What is open, runs, or was answered a moment ago; the most pressing first, cut to `MOST_ITEMS`. */
  items: AccessItem[];
  /** How many pages speak of, those that were cut off included; left out: none was. */
  spokenCount?: number;
  /** Epoch ms of the last successful look for requests; null: none yet. */
  readAt: number | null;
  /** Days that count where a message names none, as the user set it for this portal. */
  presetDays: number;
}

export interface AccessTotals {
  /** Requests that wait for an answer; not those put off or set aside. */
  pending: number;
  /** Epoch ms at which the oldest of them was asked; null: none waits. */
  pendingSince: number | null;
  running: number;
  /** Of the running ones those that should have ended and were not put off. */
  overdue: number;
  warnings: number;
  /** Epoch ms at which the next running access ends; null: none runs. */
  nextEndAt: number | null;
}

export const MOST_ITEMS = 20;

/** A record as the register shows it, with everything. */
export type RegisterRow = AccessRecord & { dialogName: string };
