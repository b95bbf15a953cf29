/** The texts of the popup; every language has to supply them. Apart from `text.ts`, so that the pages' script stays light. */

import type { ReinstallState } from './market/reinstall.ts';

/** One language of the popup. */
export interface PopupLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: PopupMessages;
}

export interface PopupMessages {
  title: string;
  portals: string;
  loading: string;
  emptyTitle: string;
  emptySteps: readonly string[];
  errorTitle: string;
  errorText: string;
  retry: string;
  openPortal: string;
  openPortalNamed: (host: string) => string;
  readAgainNamed: (host: string) => string;
  newDialogNamed: (host: string) => string;
  dashboard: string;
  dashboardNamed: (host: string) => string;
  cardFailed: string;
  user: (id: string) => string;
  claimRight: string;
  readNeedsTab: string;
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
