import type { RegisterRow } from '../../../domain/access/view.ts';
import type { OpenedWhere } from '../../../domain/register-text.ts';
import type { SnoozeChoice } from '../../../domain/snooze.ts';

/**
 * What a person says of a record in one press. `confirmed`, `dismissed`: a probable request is one, or is none; a warning
 * was read. `reviewed`: an account was looked at. `takenBack`: it is theirs to answer after all.
 */
export type Judgement = 'confirmed' | 'dismissed' | 'reviewed' | 'takenBack';

/** What can be done with a record; none of it grants or declines anything on the portal. */
export interface RecordActions {
  /** Opens the message in the portal. */
  onOpen: (row: RegisterRow) => void;
  onSnooze: (row: RegisterRow, choice: SnoozeChoice) => void;
  onUnsnooze: (row: RegisterRow) => void;
  onTell: (row: RegisterRow, what: Judgement) => void;
  onDetails: (row: RegisterRow) => void;
}

/** What came of the last press, told beside the record it was about. */
export interface RecordNews {
  id: string;
  /** `notDone`: a change could not be kept. */
  what: OpenedWhere | 'notDone' | 'saved';
}
