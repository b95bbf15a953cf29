/** The words for moving what is known of a portal to another address of it. */
import type { MovedPart, MoveRefusal } from './portals/moved.ts';

export interface PortalMoveMessages {
  heading: string;
  text: string;
  begin: string;
  /** There is no other portal to move to. */
  noOther: string;
  to: string;
  toHint: string;
  choose: string;
  counting: string;
  notCounted: string;
  confirmHeading: (from: string, to: string) => string;
  onePortal: string;
  goes: string;
  part: Record<MovedPart, (count: number) => string>;
  nothingGoes: string;
  joined: (count: number) => string;
  bothKept: (count: number) => string;
  unmet: (count: number) => string;
  stays: string;
  left: (count: number) => string;
  numbersStay: string;
  permissionGoes: string;
  noUndo: string;
  confirm: string;
  cancel: string;
  underWay: string;
  failed: string;
  refusal: Record<MoveRefusal, string>;
  done: (from: string, to: string) => string;
  doneAt: (records: number, time: string) => string;
  nothingLeft: string;
  leftOver: (rows: number) => string;
}
