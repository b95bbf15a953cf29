/** The texts of the register of access; every language has to supply them. */
import type {
  AccessRecord,
  HistoryEntry,
  LinkedDialog,
  RecordField,
  Reminder,
  SignIn,
  SignIns,
} from './access/record.ts';

/** Columns of the register. */
export const REGISTER_COLUMNS = ['who', 'requested', 'state', 'answered', 'days', 'ends', 'ticket', 'reason'] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** What a record can be at, for the filter: `unclear` may still run. */
export const STATE_GROUPS = ['open', 'running', 'unclear', 'past'] as const;
export type StateGroup = (typeof STATE_GROUPS)[number];

export const RECORD_KINDS = ['vendor', 'partner', 'integrator', 'lookalike'] as const;
export type RecordKind = AccessRecord['kind'];

/** Columns of the file beside those of the table. */
export const REGISTER_FILE_COLUMNS = [
  'kind',
  'who',
  'verified',
  'state',
  'requested',
  'answered',
  'answerer',
  'days',
  'daysSource',
  'starts',
  'ends',
  'ended',
  'ticket',
  'dialog',
  'reason',
  'history',
] as const;
export type RegisterFileColumn = (typeof REGISTER_FILE_COLUMNS)[number];

/** What a person can say became of a request. */
export const ANSWERS = ['granted', 'declined', 'revoked', 'ended'] as const;
export type AnswerName = (typeof ANSWERS)[number];

/** What is wrong with a field. */
export type RecordProblem =
  | 'days'
  | 'date'
  | 'future'
  | 'startBeforeRequest'
  | 'endBeforeStart'
  | 'nameMissing'
  | 'partnerMissing'
  | 'userId';

/** Where the message of a request was opened. */
export type OpenedWhere = 'inPage' | 'inTab' | 'nowhere' | 'failed';

interface Told {
  title: string;
  text: string;
}

export interface RegisterMessages {
  lead: string;
  record: string;
  now: string;
  register: string;
  nothingNow: Told;
  moreBelow: (count: number) => string;
  readAt: (age: string) => string;
  neverRead: string;
  kind: Record<RecordKind, string>;
  verified: string;
  notVerified: string;
  entered: string;
  /** The word below a number of days in the clock. */
  daysUnit: (count: number) => string;
  hoursUnit: (count: number) => string;
  noEnd: string;
  rests: (time: string) => string;
  snooze: string;
  unsnooze: string;
  seenTimes: (count: number, last: string) => string;
  setAside: string;
  /** Who answered. */
  answeredBy: { here: string; elsewhere: string; entered: string };
  open: string;
  openMessage: string;
  revoke: string;
  whereElse: Told;
  understood: string;
  /** A person's word on a probable request, an account, or a request that was set aside. */
  judgement: Record<'confirmed' | 'dismissed' | 'reviewed' | 'takenBack', string>;
  details: string;
  detailsNamed: (name: string) => string;
  clarify: string;
  opened: Record<OpenedWhere, string>;
  notDone: string;
  ticket: (number: string) => string;
  integrators: Told;
  reviewedAt: (age: string) => string;
  notReviewed: string;
  reviewed: string;
  reviewedNamed: (name: string) => string;
  column: Record<RegisterColumn, string>;
  fileColumn: Record<Exclude<RegisterFileColumn, RegisterColumn>, string>;
  yes: string;
  no: string;
  filter: {
    search: string;
    searchHint: string;
    kind: string;
    anyKind: string;
    state: string;
    anyState: string;
    group: Record<StateGroup, string>;
    period: string;
    anyTime: string;
    shown: (shown: number, total: number) => string;
  };
  none: Told;
  noneFound: Told;
  clear: string;
  print: string;
  printed: (date: string) => string;
  counts: (records: number, open: number, running: number, unclear: number) => string;
  pane: {
    close: string;
    gone: string;
    facts: string;
    requested: string;
    answered: string;
    answerer: string;
    length: string;
    starts: string;
    ends: string;
    ended: string;
    ticket: string;
    dialog: string;
    reason: string;
    sender: string;
    partner: string;
    account: string;
    copies: (count: number) => string;
    notSet: string;
    linked: Record<LinkedDialog['source'], string>;
  };
  check: {
    heading: string;
    lead: string;
    ticket: string;
    noTicket: string;
    /** The question is only assumed. */
    guess: string;
    sender: string;
    notSender: string;
    noPassword: string;
    password: string;
    noAddress: string;
    address: string;
    because: string;
    entered: string;
  };
  history: {
    heading: string;
    lead: string;
    loading: string;
    failed: string;
    none: string;
    by: Record<HistoryEntry['by'], string>;
    seen: (state: string) => string;
    copySeen: string;
    state: (from: string, to: string) => string;
    length: (days: string, source: string) => string;
    lengthUntil: (days: string, source: string, end: string) => string;
    field: Record<RecordField, string>;
    fieldSet: (field: string, to: string) => string;
    fieldChanged: (field: string, from: string, to: string) => string;
    fieldCleared: (field: string, from: string) => string;
    snoozed: (until: string) => string;
    unsnoozed: string;
    setAside: string;
    takenBack: string;
    reviewed: string;
    ticketClosed: string;
    reminded: Record<Reminder['kind'], (days: number) => string>;
    signIns: (count: number, unlisted: number) => string;
  };
  signIns: {
    heading: string;
    lead: string;
    look: string;
    lookAgain: string;
    looking: string;
    readAt: (time: string) => string;
    noProof: string;
    none: string;
    cut: string;
    time: string;
    account: string;
    address: string;
    unnamed: (userId: string) => string;
    kind: Record<SignIn['account'], string>;
    trouble: Record<Exclude<SignIns['state'], 'read'> | 'noTab' | 'off', Told>;
  };
  form: {
    title: string;
    lead: string;
    correct: string;
    correctLead: string;
    kind: string;
    kindHint: Record<Exclude<RecordKind, 'lookalike'>, string>;
    state: string;
    asItIs: (state: string) => string;
    vendorAnswer: Record<AnswerName, string>;
    partnerAnswer: Record<AnswerName, string>;
    integratorAnswer: string;
    pending: string;
    answerAt: string;
    requestedAt: string;
    grantedAt: string;
    declinedAt: string;
    endedAt: string;
    endedAtHint: string;
    days: string;
    ownDays: string;
    ticket: string;
    dialog: string;
    noDialog: string;
    unlisted: (chatId: number) => string;
    reason: string;
    reasonHint: string;
    answerer: string;
    answererHint: string;
    partnerName: string;
    name: string;
    userId: string;
    userIdHint: string;
    since: string;
    startsAt: string;
    save: string;
    saving: string;
    saved: string;
    notSaved: string;
    nothingChanged: string;
    look: string;
    fix: string;
    cancel: string;
    problem: Record<RecordProblem, string>;
  };
  settings: Told & {
    days: string;
    daysHint: string;
    reminders: string;
    remindersHint: string;
    remindersProblem: string;
    review: string;
    reviewHint: string;
    reviewProblem: string;
  };
}
