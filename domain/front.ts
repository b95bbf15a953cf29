/**
 * What shows all portals at once: popup, side panel, the dashboard's first page. Plain data; what needs a person is
 * worked out of it where it is shown (`inboxOf`), so that it stays right while the surface is open.
 */
import type { InboxRest } from './inbox/rest.ts';
import type { KnownPortal } from './portals/known-portal.ts';
import type { Preferences } from './preferences.ts';
import type { RuleNeed } from './rules/view.ts';
import type { PortalView } from './view.ts';

export interface FrontView {
  /** Epoch ms at which it was put together. */
  at: number;
  /** One for each portal and user, without closed dialogs: `frontOf` has taken out what only one portal's page needs. */
  portals: readonly PortalView[];
  /** All portals that are known, also those of which no page was seen yet. */
  known: readonly KnownPortal[];
  /** What of rules needs a person. */
  ruleNeeds: readonly RuleNeed[];
  rest: InboxRest | null;
  /** What holds, the policy included. */
  preferences: Preferences;
  isManaged: boolean;
  /** False until the three steps were seen or put away. */
  isFirstRunDone: boolean;
}

/** Dialogs of each portal in a front: far beyond what a person has open. */
const MOST_DIALOGS = 30;

/** A view as light as a front has it; of closed dialogs only those in which a message was refused need somebody. */
export const frontOf = (view: PortalView): PortalView => ({
  ...view,
  dialogs: view.dialogs
    .filter(({ status, attention }) => status !== 'close' || attention !== null)
    .slice(0, MOST_DIALOGS),
});
