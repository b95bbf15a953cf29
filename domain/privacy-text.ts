/** The texts of the dashboard's section about privacy. */
import type { CallOutcome } from './calls/calls.ts';
import type { PolicyName } from './policy.ts';

/** A short title and what it means. */
interface Told {
  title: string;
  text: string;
}

/** What Latchdesk reads on a portal, and the two things that it writes there. */
export const READ_TOPICS = [
  'dialogs',
  'unread',
  'self',
  'access',
  'notifications',
  'signIns',
  'employees',
  'accessList',
  'lines',
  'roles',
  'pages',
  'rename',
  'task',
] as const;
export type ReadTopic = (typeof READ_TOPICS)[number];

/** The tables in the order in which they are told. */
export const STORED_TABLES = [
  'dialogs',
  'notes',
  'drafts',
  'grants',
  'accessHistory',
  'journal',
  'chatapp',
  'appRecords',
  'portals',
  'knownPortals',
  'preferences',
  'rules',
  'runs',
  'ruleMarks',
  'destinations',
  'secrets',
  'snapshots',
  'calls',
  'health',
] as const;
export type StoredTable = (typeof STORED_TABLES)[number];

export interface PrivacyMessages {
  lead: string;
  inShort: string;
  /** The same points as the privacy page of the stores has. */
  points: readonly string[];
  /** "12 kB". */
  size: (bytes: number) => string;
  read: {
    heading: string;
    text: string;
    what: string;
    when: string;
    why: string;
    requests: string;
    noRequests: string;
    topic: Record<ReadTopic, { name: string; when: string; why: string }>;
  };
  stored: {
    heading: string;
    text: string;
    column: { part: string; here: string; all: string };
    /** Of this portal, where there is one. */
    here: (host: string) => string;
    part: Record<StoredTable | 'other', { name: string; holds: string }>;
    value: (rows: number, size: string) => string;
    nothing: string;
    shared: string;
    total: string;
    estimated: string;
    passing: string;
  };
  sent: { heading: string; text: readonly string[] };
  calls: {
    heading: string;
    text: string;
    column: { time: string; portal: string; action: string; duration: string; outcome: string };
    outcome: Record<CallOutcome, string>;
    portal: string;
    anyPortal: string;
    count: (shown: number) => string;
    none: Told;
    noneOfPortal: Told;
    /** Columns of a file. */
    milliseconds: string;
    user: string;
    /** A request of which no kind was kept. */
    other: string;
    refresh: string;
  };
  readOnly: {
    heading: string;
    text: string;
    label: string;
    hint: string;
    locked: (policy: PolicyName) => string;
    saving: string;
    saved: string;
    notSaved: string;
  };
  wipe: {
    heading: string;
    text: string;
    one: Told;
    all: Told;
    choose: string;
    noPortals: string;
    goes: string;
    goesOne: readonly string[];
    goesAll: readonly string[];
    stays: string;
    staysOne: { manifest: string; added: string };
    staysAll: string;
    staysAlways: readonly string[];
    saveFirst: string;
    begin: string;
    beginAll: string;
    /** To be typed before everything goes. */
    word: string;
    type: (word: string) => string;
    confirm: (host: string) => string;
    confirmAll: string;
    cancel: string;
    doing: string;
    failed: Told;
    done: { one: (host: string) => string; all: string };
    removed: (rows: number) => string;
    removedAt: (time: string) => string;
    proven: string;
    left: string;
    leftNext: string;
    leftRows: (part: string, rows: number) => string;
    understood: string;
  };
}
