/** The register's entries: who asked for access, what was answered, until when somebody is inside. */
import type { Because, SenderKind, Sighting } from './verdict.ts';

/** The states of the chart `access-grant`. */
export type GrantState =
  | 'seen'
  | 'pending'
  | 'granted'
  | 'ending'
  | 'overdue'
  | 'ended'
  | 'revoked'
  | 'declined'
  | 'unknown';

/** The states of the chart `partner-request`. */
export type PartnerState = 'seen' | 'pending' | 'active' | 'ended' | 'declined' | 'unknown';

/** Where the length of an access comes from. */
export type DaysSource = 'parsed' | 'preset' | 'entered';

/** Who answered: in this browser, somewhere else (a colleague, another device), or told by a person. */
export type AnsweredBy = 'here' | 'elsewhere' | 'entered';

/** One place where a request stands; the portal sends copies. */
export interface RequestCopy {
  carrier: 'message' | 'notification';
  messageId: number;
  chatId: number;
  dialogId: string;
  sentAt: number;
  /** As it was seen last; `gone`: the message is not there any more. */
  keyboard: Sighting['keyboard'] | 'gone';
  answers: Sighting['answers'];
  /** What words and colour told last: only what is new since then tells of an answer. */
  says?: Sighting['says'];
  tone?: Sighting['tone'];
}

/** The support dialog that a request belongs to. */
export interface LinkedDialog {
  chatId: number;
  /** `mentioned`: support spoke of access there; `onlyOpen`: there was no other; both are guesses. */
  source: 'ticket' | 'mentioned' | 'onlyOpen' | 'entered';
}

/** True for a dialog that nobody has named: it is only likely. */
export const isGuessed = (dialog: LinkedDialog | null): dialog is LinkedDialog =>
  dialog?.source === 'mentioned' || dialog?.source === 'onlyOpen';

interface CommonRecord {
  /** Of a detected one `chatId:messageId` of the first copy, else a UUID. */
  id: string;
  origin: 'detected' | 'entered';
  copies: readonly RequestCopy[];
  sender: { kind: SenderKind; id: string; name: string; isVerified: boolean };
  confidence: number;
  because: readonly Because[];
  asksForPassword: boolean;
  namesOutsideAddress: boolean;
  requestedAt: number;
  /** Null: not answered, or nobody knows when. */
  answeredAt: number | null;
  answeredBy: AnsweredBy | null;
  /** Name of the administrator who answered; empty: not known. */
  answerer: string;
  /** Support's number of the question. */
  ticket: string;
  dialog: LinkedDialog | null;
  /** Why it was granted or declined, in the administrator's words. */
  reason: string;
  /** True once the reason was asked for. */
  isReasonAsked: boolean;
  /** Epoch ms until which nothing reminds of it; 0: nothing keeps it back. */
  snoozedUntil: number;
  /** Epoch ms at which the user said that it is not theirs to answer; null: they did not. */
  setAsideAt: number | null;
  /** What was told and must not be told again. */
  told: readonly string[];
  changedAt: number;
}

/** Access of the vendor's support. */
export interface GrantRecord extends CommonRecord {
  kind: 'vendor';
  state: GrantState;
  /** Length in days, and from where. */
  days: number;
  daysSource: DaysSource;
  /** Days that the message named and that nobody should believe. */
  unbelievedDays: number | null;
  /** Epoch ms; null until granted. */
  startsAt: number | null;
  /** Epoch ms at which it should end; null until granted. */
  endsAt: number | null;
  /** Epoch ms at which it did end; null while it runs or when nobody knows. */
  endedAt: number | null;
  /** Epoch ms at which the linked dialog was closed during the access; null: it was not. */
  ticketClosedAt: number | null;
  signIns: SignIns | null;
}

/** A partner who asks to take over the support of the portal. No end is known in advance. */
export interface PartnerRecord extends CommonRecord {
  kind: 'partner';
  state: PartnerState;
  partnerName: string;
  startsAt: number | null;
  endedAt: number | null;
}

/** Messages that look like a request and are not the vendor's, of one sender in one chat. */
export interface LookalikeRecord extends CommonRecord {
  kind: 'lookalike';
  state: 'warned' | 'dismissed';
  /** How many there were. */
  count: number;
  lastAt: number;
}

/** An account of a partner's employee with the rights of an administrator. It does not end by itself. */
export interface IntegratorRecord extends CommonRecord {
  kind: 'integrator';
  state: 'present' | 'gone';
  /** User id on the portal; empty when it was not told. */
  userId: string;
  /** Epoch ms since which the account is known to exist; `isSinceKnown`: since when it really does. */
  since: number;
  isSinceKnown: boolean;
  /** Epoch ms of the last look at it by a person. */
  reviewedAt: number;
  endedAt: number | null;
}

export type AccessRecord = GrantRecord | PartnerRecord | LookalikeRecord | IntegratorRecord;

/** Successful sign-ins during an access, from the portal's event log. */
export interface SignIns {
  /** Epoch ms of the look into the log. */
  at: number;
  from: number;
  until: number;
  /** `notAvailable`: the portal offers no log; `refused`: not to this user; `failed`: no answer. */
  state: 'read' | 'notAvailable' | 'refused' | 'failed';
  rows: readonly SignIn[];
  /** True when there are more than were read. */
  isCut: boolean;
}

export interface SignIn {
  at: number;
  userId: string;
  /** Empty when the portal names nobody. */
  name: string;
  address: string;
  /** `employee`: in the list; `unlisted`: not in the employee list; `unknown`: could not be looked up. */
  account: 'employee' | 'unlisted' | 'unknown';
}

/** One line of a record's history; only ever added to. */
export interface HistoryEntry {
  recordId: string;
  at: number;
  /** `portal`: seen there; `you`: told by the user; `clock`: time passed. */
  by: 'portal' | 'you' | 'clock';
  change: HistoryChange;
}

export type HistoryChange =
  | { kind: 'seen'; state: string; because: readonly Because[] }
  | { kind: 'copySeen'; dialogId: string; messageId: number }
  | { kind: 'state'; from: string; to: string; why: ChangeReason }
  | { kind: 'length'; days: number; source: DaysSource; endsAt: number | null }
  | { kind: 'field'; field: RecordField; from: string; to: string }
  | { kind: 'snoozed'; until: number }
  | { kind: 'setAside' | 'takenBack' | 'reviewed' | 'ticketClosed' }
  | { kind: 'reminded'; reminder: Reminder }
  | { kind: 'signIns'; count: number; unlisted: number };

export type RecordField =
  | 'ticket'
  | 'dialog'
  | 'reason'
  | 'answerer'
  | 'startsAt'
  | 'requestedAt'
  | 'partnerName'
  | 'name';

/** How a change of state is known. */
export type ChangeReason =
  | 'revokeButton'
  | 'keyboardGone'
  | 'text'
  | 'colour'
  | 'pressedHere'
  | 'messageGone'
  | 'messageBack'
  | 'person'
  | 'clock';

export interface Reminder {
  /** `pending`: still not answered; `before`: days are left; `end`: now; `after`: should have ended; `ticketClosed`; `review`: an integrator. */
  kind: 'new' | 'pending' | 'before' | 'end' | 'after' | 'ticketClosed' | 'review' | 'lookalike';
  /** Days before or after the end; 0 for the others. */
  days: number;
}

export const DAY = 86_400_000;
/** Banner and chart call an access "ending" from so long before its end. */
export const ENDING_FOR = 3 * DAY;

/** The longest rest that a surface offers, in ms. */
export const LONGEST_REST = 3 * DAY;

export const LONGEST_ACCESS = 366;
export const LONGEST_REASON = 500;
export const LONGEST_NAME = 120;

type Kinds = Pick<AccessRecord, 'kind' | 'state'>;

/** True for an access that somebody may use now. */
export const isRunning = <T extends Kinds>(
  record: T,
): record is T & { kind: 'vendor'; state: 'granted' | 'ending' | 'overdue' } =>
  record.kind === 'vendor' && ['granted', 'ending', 'overdue'].includes(record.state);

/** True while somebody has to answer. */
export const isOpenRequest = <T extends Kinds>(
  record: T,
): record is T & { kind: 'vendor' | 'partner'; state: 'seen' | 'pending' } =>
  (record.kind === 'vendor' || record.kind === 'partner') && (record.state === 'seen' || record.state === 'pending');
