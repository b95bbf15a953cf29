import type { RegisterRow } from '../../../domain/access/view.ts';
import type { OpenedWhere } from '../../../domain/register-text.ts';
import type { SnoozeChoice } from '../../../domain/snooze.ts';

/** What can be done with a record; none of it grants or declines anything on the portal. */
export interface RecordActions {
  /** Opens the message in the portal. */
  onOpen: (row: RegisterRow) => void;
  onSnooze: (row: RegisterRow, choice: SnoozeChoice) => void;
  onUnsnooze: (row: RegisterRow) => void;
  /** A warning was read. */
  onDismiss: (row: RegisterRow) => void;
  /** An integrator's account was looked at. */
  onReview: (row: RegisterRow) => void;
  onDetails: (row: RegisterRow) => void;
}

/** What came of the last press, told beside the record it was about. */
export interface RecordNews {
  id: string;
  /** `notDone`: a change could not be kept. */
  what: OpenedWhere | 'notDone' | 'saved';
}
