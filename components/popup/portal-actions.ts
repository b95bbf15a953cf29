/** What can be asked for on a portal from popup and side panel; each leads to a place or tells the background. */
import type { AccessItem } from '../../domain/access/view.ts';
import type { PortalView } from '../../domain/view.ts';

export interface PortalActions {
  /** Bring the portal's tab to the front, or open one. */
  onOpenPortal: (view: PortalView) => void;
  onNewDialog: (view: PortalView) => void;
  onMainChat: (view: PortalView) => void;
  /** The palette shall open on the dialogs of this portal. */
  onFindDialog: (view: PortalView) => void;
  /** All dialogs of the portal and the report, on a page of their own. */
  onDashboard: (view: PortalView) => void;
  /** What is known of ChatApp on the portal. */
  onChatApp: (view: PortalView) => void;
  /** Why an employee cannot work with ChatApp. */
  onExplain: (view: PortalView) => void;
  onCopyFacts: (view: PortalView) => void;
  onReadAgain: (view: PortalView) => void;
  /** An access shall be recorded by hand. */
  onEnterAccess: (view: PortalView) => void;
  /** The portal's message shall be opened: its buttons are where to answer and to revoke. */
  onOpenRequest: (view: PortalView, item: AccessItem) => void;
  /** The steps of the reinstall shall be shown. */
  onReinstall: (view: PortalView) => void;
  /** The chip that was hidden on this portal's pages shall come back. */
  onShowChip: (view: PortalView) => void;
  /** The user may write to support although the portal does not call them an administrator. */
  onClaimRight: (view: PortalView) => void;
  /** Where portals are paused, added and forgotten. */
  onPortalSettings: () => void;
}

/** What the user asked of a portal and did not get, or what was done without anything else to see. */
export type PortalOutcome =
  | 'readNeedsTab'
  | 'cardFailed'
  | 'requestNowhere'
  | 'dialogFailed'
  | 'actionFailed'
  | 'factsCopied'
  | 'copyFailed';

/** An outcome with where it is told: on the portal's card, or beside the line of the inbox that was pressed. */
export interface ToldOutcome {
  /** Key of the portal; empty, or of none that has a card: it is told above the cards. */
  key: string;
  kind: PortalOutcome;
  at?: 'inbox';
}

/** True where Latchdesk keeps off by somebody's will: nothing can be read there. */
export const isKeptOff = ({ session }: Pick<PortalView, 'session'>): boolean =>
  session.reason === 'paused' || session.reason === 'noPermission' || session.reason === 'policy';
