/** Texts of the user that are not sent: parked questions, prepared messages, what the portal refused. */

/**
 * `parked`: a question that waits for a slot. `message`: prepared for a dialog. `sent`: sent into a dialog without a
 * slot, and not known to have arrived. `refused`: sent, but not delivered.
 */
export type DraftKind = 'parked' | 'message' | 'sent' | 'refused';

/** The states of the chart `parked-draft`. */
export type DraftState = 'written' | 'waiting' | 'offered' | 'used' | 'discarded';

export interface Draft {
  /** Made where the text is typed, so that saving again is the same draft. */
  id: string;
  kind: DraftKind;
  state: DraftState;
  /** Topic in a few words; names the new dialog later. */
  title: string;
  text: string;
  /** The dialog it was typed in or is meant for. */
  dialogId: string | null;
  createdAt: number;
  changedAt: number;
  /** Epoch ms at which a slot became free for it. */
  offeredAt: number | null;
  /** Epoch ms until which the offer rests; 0: it does not. */
  snoozedUntil: number;
}

/** As long as the portal's own field allows. */
export const LONGEST_DRAFT = 20_000;
export const LONGEST_TOPIC = 255;

/** True for a draft that still waits for its use. */
export const isPending = (draft: Draft): boolean => draft.state !== 'used' && draft.state !== 'discarded';
