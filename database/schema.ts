/** The tables. A shipped version is never changed: a new one is added below it with its upgrade. */
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { AccessRecord, HistoryEntry } from '../domain/access/record.ts';
import type { AccessWatch } from '../domain/access/watch.ts';
import type { Call } from '../domain/calls/calls.ts';
import type { ChatAppRecord } from '../domain/chatapp/book.ts';
import type { ChipPlace } from '../domain/chip.ts';
import type { Draft } from '../domain/drafts.ts';
import type { PortalHealth } from '../domain/health/health.ts';
import type { InboxRest } from '../domain/inbox/rest.ts';
import type { CountedSlots, JournalEntry } from '../domain/journal.ts';
import type { DialogRecord } from '../domain/ledger.ts';
import type { ReinstallRun } from '../domain/market/reinstall.ts';
import type { MarketWatch } from '../domain/market/view.ts';
import type { DialogNote } from '../domain/notes.ts';
import type { KnownPortal } from '../domain/portals/known-portal.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { Destination, DestinationSecret } from '../domain/rules/destination.ts';
import type { RuleRow } from '../domain/rules/rule.ts';
import type { RuleRun } from '../domain/rules/run.ts';
import type { Settings } from '../domain/settings.ts';
import type { Watch } from '../domain/watch/watch.ts';

export interface PortalRow {
  /** `${origin}|${userId}`. */
  key: string;
  origin: string;
  userId: string;
  language: string;
  botId: string | null;
  limit: number | null;
  limitEventAt: number;
  readingStartedAt: number;
  /** Epoch ms until which a tab is believed to be reading; 0 when none is. */
  readingLeaseUntil: number;
  /** The tab that was told to read last. */
  readingTab: number | null;
  /** Epoch ms at which a tab was told to read last; 0 when none was. */
  askedAt: number;
  /** Epoch ms of the recent attempts to read, oldest first. */
  attempts: number[];
  /** Epoch ms since which something may have been missed: only a reading started later makes it up. 0: nothing. */
  missedSince: number;
  /** Failures in a row; sets the pause before the next attempt. */
  failures: number;
  /** Epoch ms of the next look at this portal by alarm; null when there is nothing to look after. */
  nextCheckAt: number | null;
  seenAt: number;
  /** The user says that support is open to them although the portal does not call them an administrator. */
  isRightClaimed: boolean;
  chip: ChipPlace;
  settings: Settings;
  /** The slots as they were counted last; null: not yet. */
  countedSlots: CountedSlots | null;
  /** Dialogs that need a person and of which the user was told. */
  toldAttention: string[];
  /** Epoch ms at which the next dialog will need a person; null: none will by itself. */
  nextAttentionAt: number | null;
  access: AccessWatch;
  market: MarketWatch;
  watch: Watch;
}

export interface DialogRow extends DialogRecord {
  portal: string;
}

export interface NoteRow extends DialogNote {
  portal: string;
}

export interface DraftRow extends Draft {
  portal: string;
}

export type JournalRow = JournalEntry & { portal: string; id?: number };

export type GrantRow = AccessRecord & { portal: string };

export type HistoryRow = HistoryEntry & { portal: string; id?: number };

export type AppRecordRow = ReinstallRun & { portal: string };

export type ChatAppRow = ChatAppRecord & { portal: string };

export type HealthRow = PortalHealth & { portal: string };

/** What there is one of for all portals. */
export type PreferenceRow =
  | { id: 'preferences'; value: Preferences }
  | { id: 'rest'; value: InboxRest }
  /** Epoch ms at which the first steps were seen or put away. */
  | { id: 'firstRun'; value: number }
  /** What the IT department had deployed when it was asked for last, as it was. */
  | { id: 'policy'; value: unknown }
  /** How far rules have followed the journal, and whether all of them rest. */
  | { id: 'rules'; value: RulesProgress };

export interface RulesProgress {
  /** Number of the last journal entry that rules have seen; null: none yet, so that old entries start nothing. */
  cursor: number | null;
  isPaused: boolean;
}

/** An event has started a rule: it does so once. */
export interface RuleMarkRow {
  portal: string;
  ruleId: string;
  /** `RuleEvent.id`. */
  event: string;
  /** Of the event. */
  object: string;
  /** Epoch ms at which the rule was started; cooldown and cap count from it. */
  at: number;
  /** The rule has said no to an event that would come up again: it is not asked again, and nothing counts from it. */
  isPassed?: true;
}

export interface SnapshotRow {
  portal: string;
  machine: string;
  /** Version of the machine's context; a snapshot of another version is not restored. */
  schema: number;
  /** Epoch ms. */
  savedAt: number;
  snapshot: unknown;
}

/** The newest version of the tables this code knows. */
const NEWEST_VERSION = 6;

export class LatchdeskDatabase extends Dexie {
  declare portals: EntityTable<PortalRow, 'key'>;
  declare dialogs: Table<DialogRow, [string, number]>;
  declare snapshots: Table<SnapshotRow, [string, string]>;
  declare notes: Table<NoteRow, [string, number]>;
  declare drafts: Table<DraftRow, [string, string]>;
  declare journal: Table<JournalRow, number>;
  declare grants: Table<GrantRow, [string, string]>;
  declare accessHistory: Table<HistoryRow, number>;
  /** Reinstalls of applications with what was recorded before and after. */
  declare appRecords: Table<AppRecordRow, [string, string]>;
  declare chatapp: EntityTable<ChatAppRow, 'portal'>;
  declare calls: EntityTable<Call, 'number'>;
  declare health: EntityTable<HealthRow, 'portal'>;
  declare preferences: Table<PreferenceRow, PreferenceRow['id']>;
  declare knownPortals: EntityTable<KnownPortal, 'origin'>;
  declare rules: EntityTable<RuleRow, 'id'>;
  declare runs: EntityTable<RuleRun, 'key'>;
  declare ruleMarks: Table<RuleMarkRow, [string, string, string]>;
  declare destinations: EntityTable<Destination, 'id'>;
  /** Addresses and keys of destinations; nothing but a call reads it. */
  declare secrets: EntityTable<DestinationSecret, 'id'>;

  constructor(name = 'latchdesk') {
    super(name);
    this.version(1).stores({
      portals: 'key, origin',
      dialogs: '[portal+chatId], portal',
      snapshots: '[portal+machine], portal',
    });
    this.version(2)
      .stores({ notes: '[portal+chatId], portal', drafts: '[portal+id], portal', journal: '++id, [portal+at]' })
      .upgrade(fillVersion2);
    this.version(3)
      .stores({ grants: '[portal+id], portal', accessHistory: '++id, portal, [portal+recordId]' })
      .upgrade(fillVersion3);
    this.version(4).stores({ appRecords: '[portal+id], portal', chatapp: 'portal' }).upgrade(fillVersion4);
    this.version(5)
      .stores({ calls: 'number, portal', health: 'portal', preferences: 'id', knownPortals: 'origin' })
      .upgrade(fillVersion5);
    this.version(NEWEST_VERSION).stores({
      rules: 'id',
      runs: 'key, portal, state, [ruleId+plannedAt], plannedAt',
      ruleMarks: '[portal+ruleId+event], [ruleId+at], at',
      destinations: 'id',
      secrets: 'id',
    });
    this.on('ready', () => this.#refuseLaterVersion());
  }

  /** Dexie opens tables of a later version as if they were its own; writing into them would spoil them. */
  #refuseLaterVersion(): void {
    // Dexie numbers versions in tens and counts its own repairs in between.
    const stored = Math.floor(this.backendDB().version / 10);
    if (stored > NEWEST_VERSION) {
      throw new Error(
        `The database has version ${stored}, this Latchdesk knows ${NEWEST_VERSION}: install the newer Latchdesk again, or remove this one with its data`,
      );
    }
  }
}

/** What version 2 knows of dialogs and portals, for those that version 1 wrote. Kept as it was when it shipped. */
async function fillVersion2(transaction: Transaction): Promise<void> {
  const course = { createdAt: null, openedAt: null, firstOwnAt: null, firstReplyAt: null, closedAt: null };
  const workingTime = {
    timeZone: '',
    weekdays: [1, 2, 3, 4, 5],
    from: 540,
    until: 1080,
    holidays: [],
    workdays: [],
  };
  const settings = {
    workingTime,
    waitingHours: 4,
    idleDays: 3,
    knowsOneQuestion: false,
    warnsOfSecrets: true,
    hiddenCards: [],
  };
  await transaction.table('dialogs').toCollection().modify({ turn: null, course, refusedAt: null, ticket: null });
  await transaction
    .table('portals')
    .toCollection()
    .modify({ settings, countedSlots: null, toldAttention: [], nextAttentionAt: null });
}

/** What version 3 knows of portals, for those that earlier versions wrote. Kept as it was when it shipped. */
async function fillVersion3(transaction: Transaction): Promise<void> {
  const access = {
    carriers: [],
    carriersAt: 0,
    suspects: [],
    readUpTo: [],
    readAt: null,
    hintedAt: 0,
    notificationsAt: 0,
    mentions: [],
    presses: [],
    unknownCommands: [],
    outbox: [],
    nextAt: null,
    userName: '',
  };
  const settings = { accessDays: 21, accessReminders: [7, 3, 1], integratorReviewDays: 30 };
  await transaction
    .table('portals')
    .toCollection()
    .modify((portal: { access: unknown; settings: object }) => {
      portal.access = access;
      portal.settings = { ...portal.settings, ...settings };
    });
}

/** What version 4 knows of portals, for those that earlier versions wrote. Kept as it was when it shipped. */
async function fillVersion4(transaction: Transaction): Promise<void> {
  const market = {
    confirmed: null,
    declined: [],
    candidates: [],
    nameless: [],
    listedAt: null,
    generation: null,
    presence: null,
    opening: null,
    isUnpublished: null,
    needsSubscription: false,
    cards: [],
    tiles: { state: 'notRead', reason: 'notShown' },
    access: null,
    lastWipe: null,
  };
  await transaction
    .table('portals')
    .toCollection()
    .modify((portal: { market: unknown; settings: object }) => {
      portal.market = market;
      portal.settings = { ...portal.settings, guardsOthers: false };
    });
}

/** What version 5 knows of portals, for those that earlier versions wrote. Kept as it was when it shipped. */
async function fillVersion5(transaction: Transaction): Promise<void> {
  const watch = {
    settings: { isOn: false, every: 15, quiet: { timeZone: '', from: 1320, until: 420 } },
    state: { triedAt: 0, knownAt: 0, failures: 0, stop: null },
    plan: { kind: 'off' },
  };
  const colours = ['indigo', 'green', 'red', 'brown', 'teal', 'violet', 'pink', 'slate'];
  const origins = new Map<string, number>();
  await transaction
    .table('portals')
    .toCollection()
    .modify((portal: { origin: string; seenAt: number; watch: unknown }) => {
      portal.watch = watch;
      origins.set(portal.origin, portal.seenAt);
    });
  // Until now only portals of the manifest's hosts could be seen.
  const known = [...origins].map(([origin, seenAt], index) => ({
    origin,
    prefix: '/',
    source: 'manifest',
    pattern: `${origin}/*`,
    label: '',
    colour: colours[index % colours.length],
    pause: null,
    addedAt: seenAt,
  }));
  await transaction.table('knownPortals').bulkAdd(known);
  // Whoever has used it so far needs no first steps.
  if (known.length > 0) await transaction.table('preferences').put({ id: 'firstRun', value: 1 });
}
