/** The texts of popup and side panel; every language has to supply them. Apart from `text.ts`, so that the pages' script stays light. */

import type { ReinstallState } from './market/reinstall.ts';

/** One language of the popup. */
export interface PopupLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: PopupMessages;
}

/** Words of a button, and those with the portal's name that tell it from the same one of another portal. */
export interface NamedAction {
  words: string;
  named: (portal: string) => string;
}

export interface PopupMessages {
  title: string;
  portals: string;
  loading: string;
  emptyTitle: string;
  emptySteps: readonly string[];
  firstSteps: string;
  errorTitle: string;
  errorText: string;
  retry: string;
  /** What is on show was kept from an earlier time, and is being brought up to now. */
  kept: (clock: string) => string;
  /** The same after the background did not answer. */
  keptTitle: (clock: string) => string;
  keptText: string;
  isReadOnly: string;
  find: string;
  keepOpen: string;
  keepOpenFailed: string;
  dashboardAll: string;
  portalSettings: string;
  /** A portal that is known, of which no page was seen yet. */
  notSeen: string;
  openPortal: string;
  openPortalNamed: (host: string) => string;
  readAgainNamed: (host: string) => string;
  newDialogNamed: (host: string) => string;
  dashboard: string;
  dashboardNamed: (host: string) => string;
  mainChat: NamedAction;
  findDialog: NamedAction;
  explain: NamedAction;
  copyFacts: NamedAction;
  moreActions: NamedAction;
  factsCopied: string;
  copyFailed: string;
  cardFailed: string;
  user: (id: string) => string;
  claimRight: string;
  readNeedsTab: string;
  /** The background did not answer, or refused. */
  actionFailed: string;
  chipHidden: string;
  showChip: string;
  /** Who receives requests for access, for somebody who does not. */
  onlyAdministrators: string;
  enterAccess: string;
  enterAccessNamed: (host: string) => string;
  chatapp: string;
  chatappNamed: (host: string) => string;
  /** Where an unfinished reinstall of ChatApp stands. */
  reinstall: Record<Exclude<ReinstallState, 'done' | 'dataWiped'>, string>;
  reinstallOpen: string;
  reinstallOpenNamed: (host: string) => string;
}
