/**
 * What the background tells the surfaces: plain data, built from the database, never truth of its own.
 * The overlay, the popup and the badge draw only this.
 */

import type { AccessTotals, AccessView } from './access/view.ts';
import type { Attention } from './attention.ts';
import type { ChipPlace } from './chip.ts';
import type { SupportDialog, UnreadTotal } from './dialogs.ts';
import type { Draft } from './drafts.ts';
import type { FinishReason } from './finish-order.ts';
import type { MarketView } from './market/view.ts';
import type { DialogNote } from './notes.ts';
import type { PortalColour, PortalPause } from './portals/known-portal.ts';
import type { Feature } from './preferences.ts';
import type { Settings } from './settings.ts';
import type { Limit, SlotLevel } from './slots.ts';
import type { Source } from './source.ts';
import type { Watch } from './watch/watch.ts';

/** Why Latchdesk stands aside on a portal. */
export type UnsupportedReason = 'oldMessenger' | 'noSupportBot' | 'notAdministrator' | PausedReason;

/** The user has paused the portal, or the browser was told to keep Latchdesk out, or the policy does not name it. */
export type PausedReason = 'paused' | 'noPermission' | 'policy';

/** Why a reading failed. */
export type ReadFailure =
  | 'signedOut'
  | 'offline'
  | 'timeout'
  | 'serverError'
  | 'notJson'
  | 'unexpectedShape'
  | 'tokenRefused'
  | 'refused';

export interface SessionView {
  state: 'unknown' | 'signedOut' | 'unsupported' | 'live' | 'degraded';
  /** Set for `unsupported`. */
  reason: UnsupportedReason | null;
  /** Set for `degraded` and `signedOut`. */
  failure: ReadFailure | null;
  /** Epoch ms of the last change of state. */
  since: number;
}

export interface SlotsView {
  /** `unread`: no reading has succeeded yet. */
  level: SlotLevel | 'unread';
  /** Open dialogs, null until read. */
  used: number | null;
  /** Created but not confirmed by support: they hold no slot. */
  created: number;
  limit: Limit | null;
  limitSource: Source;
  /** True when old sessions may not count on the server: say "at most". */
  atMost: boolean;
  source: Source;
  /** Epoch ms at which the numbers were last known to be right; null until read. */
  at: number | null;
  /** True when nothing has confirmed the numbers for longer than they keep. */
  stale: boolean;
}

/** A portal without its list of dialogs: all that the badge and one line need. */
export interface PortalSummary {
  /** `${origin}|${userId}`. */
  key: string;
  origin: string;
  host: string;
  /** `/`, or the folder the portal lives in, as `/intranet/`. */
  prefix: string;
  /** As the user calls the portal; without a name of theirs, its address. */
  label: string;
  colour: PortalColour;
  pause: PortalPause | null;
  userId: string;
  /** The main chat with support has this dialog id; null until the portal has told it. */
  botId: string | null;
  /** The language that the user has chosen for Latchdesk, else their language on the portal, e.g. `ru`. */
  language: string;
  /** Nothing may be changed: surfaces show, and offer no action that writes. */
  isReadOnly: boolean;
  /** Reading while none of its pages is open. */
  watch: Watch;
  session: SessionView;
  slots: SlotsView;
  /** How many dialogs there are in all, the ones a view leaves out included. */
  dialogTotal: number;
  unread: UnreadTotal;
  /** True while a reading is under way. */
  reading: boolean;
  /** Where the chip stands on this portal's pages. */
  chip: ChipPlace;
  /** Requests and accesses in numbers. */
  access: AccessTotals;
}

/** A dialog with what the user has added to it; the text of the note is asked for when it is wanted. */
export interface DialogView extends SupportDialog {
  alias: string;
  tags: readonly string[];
  /** True once the user was asked to name it. */
  isNudged: boolean;
  /** True while the user has not seen that a message was refused. */
  isRefusalNew: boolean;
  attention: Attention | null;
}

/** A draft without its text. */
export interface DraftView extends Omit<Draft, 'text'> {
  /** Its first characters. */
  excerpt: string;
}

/** A dialog in the order in which to finish them. */
export interface FinishView {
  chatId: number;
  reason: FinishReason;
  since: number | null;
  looksFinished: boolean;
}

export interface PortalView extends PortalSummary {
  /** Who asks for access, and who has it. */
  register: AccessView;
  /** The application for messengers, and a reinstall of it. */
  market: MarketView;
  /** All that are not closed, then the most recent closed ones up to a cap; in the portal's order. */
  dialogs: DialogView[];
  /** Which to finish first. */
  toFinish: FinishView[];
  /** Not used and not discarded, the oldest first. */
  drafts: DraftView[];
  settings: Pick<Settings, 'knowsOneQuestion' | 'warnsOfSecrets' | 'hiddenCards'>;
  /** What the user or the policy has switched off everywhere. */
  featuresOff: readonly Feature[];
}

/** Everything about one dialog. */
export interface DialogDetails extends DialogView {
  note: DialogNote;
}
