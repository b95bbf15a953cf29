/** What is kept and shown of the applications of one portal: plain data; whom ChatApp serves is in `chatapp/book.ts`. */
import type { ConfirmedApp, ListedApp, MarketGeneration, Presence } from './apps.ts';
import type { Check } from './checks.ts';
import type { CardTabs, Part, TileRecord } from './record.ts';
import type { FinishSource, ReinstallState, StopReason, UninstallPress } from './reinstall.ts';

/** Whether the application is there, as a page showed it last. */
export interface PresenceSeen {
  presence: Presence;
  /** Epoch ms. */
  at: number;
}

/** Why the application did not open, or that it did. */
export interface OpeningSeen {
  trouble: AppTrouble | null;
  at: number;
}

/** What stands in the place of an application that does not open; `other` with words that are not known. */
export type AppTrouble = 'noRights' | 'notFinished' | 'notInstalled' | 'notFound' | 'oldTab' | 'denied' | 'other';

/** What is remembered of a portal's pages around the application; part of the portal's row. */
export interface MarketWatch {
  /** The application that somebody has said to be the one. */
  confirmed: ConfirmedApp | null;
  /** Said to be none of those that were listed; asked again only when another one is. */
  declined: string[];
  /** Of the last list those that could be it, named or nameless. */
  candidates: ListedApp[];
  nameless: ListedApp[];
  /** Epoch ms of the last list; null: none was seen. */
  listedAt: number | null;
  /** Which generation of pages the portal has; null: none was seen. */
  generation: MarketGeneration | null;
  /** Of the confirmed one. */
  presence: PresenceSeen | null;
  opening: OpeningSeen | null;
  isUnpublished: boolean | null;
  needsSubscription: boolean;
  /** Tabs of the confirmed one in cards that were on show, one entry for each type of card. */
  cards: CardTabs[];
  /** Tiles of the confirmed one in the Contact Center. */
  tiles: Part<TileRecord[]>;
  /** Whom the access list lets in, from the last reading; null: not read. */
  access: AccessSummary | null;
  /** Attempts to uninstall with the box ticked: what was stopped, and what was done about it. */
  lastWipe: WipeAttempt | null;
}

export interface WipeAttempt {
  at: number;
  code: string | null;
  name: string;
  end: 'stopped' | 'unticked' | 'wentBack' | 'insisted';
  /** Epoch ms at which the journal says that this attempt was stopped; left out where it does not. */
  stoppedAt?: number;
}

/** The access list in a few numbers; the whole of it is in the book. */
export interface AccessSummary {
  /** 0: everyone. */
  entries: number;
  /** Employees who are let in; null: nobody could count them. */
  employees: number | null;
  /** False while employees may be missing from the count. */
  isWhole: boolean;
  length: 'fits' | 'near' | 'tooLong';
  /** Entries that the portal's own window drops with its next save; `everyone`: none would be left. */
  drops: 'none' | 'some' | 'everyone';
  /** Epoch ms of the reading. */
  at: number;
}

export const NOTHING_SEEN: MarketWatch = {
  confirmed: null,
  declined: [],
  candidates: [],
  nameless: [],
  listedAt: null,
  generation: null,
  presence: null,
  opening: null,
  isUnpublished: null,
  needsSubscription: false,
  cards: [],
  tiles: { state: 'notRead', reason: 'notShown' },
  access: null,
  lastWipe: null,
};

/** A reinstall without its two records. */
export interface RunView {
  id: string;
  code: string;
  /** Name of the application as it was recorded. */
  name: string;
  appId: number | null;
  state: ReinstallState;
  checks: Check[];
  press: UninstallPress | null;
  finishedBy: FinishSource | null;
  stop: StopReason | null;
  stoppedIn: ReinstallState | null;
  startedAt: number;
  changedAt: number;
  /** What the record before has, so that somebody can be asked to open what is missing; null: none yet. */
  recorded: RecordedParts | null;
  /** How many differences of each kind; null: nothing was compared yet. */
  differences: {
    same: number;
    newId: number;
    changed: number;
    missing: number;
    added: number;
    notCompared: number;
  } | null;
}

/** Which parts of a record were read. */
export interface RecordedParts {
  at: number;
  access: boolean;
  lines: boolean;
  tiles: boolean;
  /** Types of cards whose tabs are known, such as `deal`. */
  cards: string[];
}

/** What surfaces on a page and the dashboard know of the application at any time. */
export interface MarketView
  extends Pick<
    MarketWatch,
    | 'confirmed'
    | 'declined'
    | 'candidates'
    | 'nameless'
    | 'listedAt'
    | 'generation'
    | 'presence'
    | 'isUnpublished'
    | 'access'
    | 'lastWipe'
  > {
  /** The reinstall that is under way or ended last; null: none. */
  run: RunView | null;
  /** Every application is guarded when it is uninstalled, not only the confirmed one. */
  guardsOthers: boolean;
}

/** Where somebody can be led to; every one is a page of the portal that a person opens anyway. */
export type MarketPlace =
  | { kind: 'installed' | 'contactCenter' | 'rolePermissions' | 'employees' | 'deals' }
  /** The list with the application's own rights dialog opened where that is possible. */
  | { kind: 'accessList' }
  /** Page in the Market: the only way back to one that is uninstalled. */
  | { kind: 'detail' }
  /** The application itself. */
  | { kind: 'application' }
  | { kind: 'line'; line: number };
