/** The tables. A shipped version is never changed: a new one is added below it with its upgrade. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ChipPlace } from '../domain/chip.ts';
import type { DialogRecord } from '../domain/ledger.ts';

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
}

export interface DialogRow extends DialogRecord {
  portal: string;
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
const NEWEST_VERSION = 1;

export class LatchdeskDatabase extends Dexie {
  declare portals: EntityTable<PortalRow, 'key'>;
  declare dialogs: Table<DialogRow, [string, number]>;
  declare snapshots: Table<SnapshotRow, [string, string]>;

  constructor(name = 'latchdesk') {
    super(name);
    this.version(NEWEST_VERSION).stores({
      portals: 'key, origin',
      dialogs: '[portal+chatId], portal',
      snapshots: '[portal+machine], portal',
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
