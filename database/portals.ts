/** Portals with their dialogs and machine snapshots; everything that belongs together is written in one transaction. */
import type { AccessRecord, HistoryEntry } from '../domain/access/record.ts';
import type { Draft } from '../domain/drafts.ts';
import type { JournalEntry } from '../domain/journal.ts';
import type { DialogRecord } from '../domain/ledger.ts';
import type { ReinstallRun } from '../domain/market/reinstall.ts';
import type { DialogNote } from '../domain/notes.ts';
import type { LatchdeskDatabase, PortalRow, SnapshotRow } from './schema.ts';

export interface StoredPortal {
  row: PortalRow;
  dialogs: DialogRecord[];
  snapshots: SnapshotRow[];
  notes: DialogNote[];
  drafts: Draft[];
  grants: AccessRecord[];
  reinstalls: ReinstallRun[];
}

export interface PortalChanges {
  row: PortalRow;
  changedDialogs: readonly DialogRecord[];
  removedChatIds: readonly number[];
  snapshots: readonly SnapshotRow[];
  /** Charts that have come to their end. */
  removedMachines: readonly string[];
  changedNotes: readonly DialogNote[];
  changedDrafts: readonly Draft[];
  /** Drafts that nobody can want back. */
  removedDraftIds: readonly string[];
  entries: readonly JournalEntry[];
  changedGrants: readonly AccessRecord[];
  history: readonly HistoryEntry[];
  changedReinstalls: readonly ReinstallRun[];
  removedReinstalls: readonly string[];
}

/** A report over a year needs the year before it. */
const JOURNAL_KEEPS_FOR = 800 * 86_400_000;
/** Far beyond what a person causes; a page that floods events cannot fill the disk. */
const MOST_ENTRIES = 100_000;

const withoutPortal = <T extends { portal: string }>({ portal: _portal, ...row }: T): Omit<T, 'portal'> => row;

export class PortalRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  /** Everything stored about one portal and user; undefined when nothing is. */
  load(key: string): Promise<StoredPortal | undefined> {
    const { portals, dialogs, snapshots, notes, drafts, grants, appRecords } = this.#database;
    const tables = [portals, dialogs, snapshots, notes, drafts, grants, appRecords];
    return this.#database.transaction('r', tables, async () => {
      const row = await portals.get(key);
      if (!row) return undefined;
      return {
        row,
        dialogs: (await dialogs.where('portal').equals(key).toArray()).map(withoutPortal),
        snapshots: await snapshots.where('portal').equals(key).toArray(),
        notes: (await notes.where('portal').equals(key).toArray()).map(withoutPortal),
        drafts: (await drafts.where('portal').equals(key).toArray()).map(withoutPortal),
        grants: (await grants.where('portal').equals(key).toArray()).map((row) => withoutPortal(row) as AccessRecord),
        reinstalls: (await appRecords.where('portal').equals(key).toArray()).map(withoutPortal),
      };
    });
  }

  save(changes: PortalChanges): Promise<void> {
    const { portals, dialogs, snapshots, notes, drafts, journal, grants, accessHistory, appRecords } = this.#database;
    const portal = changes.row.key;
    const keyOf = <T extends string | number>(id: T): [string, T] => [portal, id];
    const rowOf = <T extends object>(value: T) => ({ ...value, portal });
    const tables = [portals, dialogs, snapshots, notes, drafts, journal, grants, accessHistory, appRecords];
    return this.#database.transaction('rw', tables, async () => {
      await portals.put(changes.row);
      await snapshots.bulkPut([...changes.snapshots]);
      await dialogs.bulkDelete(changes.removedChatIds.map(keyOf));
      await dialogs.bulkPut(changes.changedDialogs.map(rowOf));
      await snapshots.bulkDelete(changes.removedMachines.map(keyOf));
      await notes.bulkPut(changes.changedNotes.map(rowOf));
      await drafts.bulkPut(changes.changedDrafts.map(rowOf));
      await drafts.bulkDelete(changes.removedDraftIds.map(keyOf));
      await journal.bulkAdd(changes.entries.map(rowOf));
      await grants.bulkPut(changes.changedGrants.map(rowOf));
      await accessHistory.bulkAdd(changes.history.map(rowOf));
      await appRecords.bulkPut(changes.changedReinstalls.map(rowOf));
      await appRecords.bulkDelete(changes.removedReinstalls.map(keyOf));
    });
  }

  /** What happened on one portal from `from` on, up to before `until` (epoch ms), in order; the last `newest` of it. */
  async entries(key: string, from: number, until: number, newest?: number): Promise<JournalEntry[]> {
    const found = this.#database.journal.where('[portal+at]').between([key, from], [key, until], true, false);
    const rows =
      newest === undefined ? await found.toArray() : (await found.reverse().limit(newest).toArray()).reverse();
    return rows.map(({ id: _id, ...row }) => withoutPortal(row) as JournalEntry);
  }

  /** The history of one request or access, of all for null, in the order in which it was written. */
  async history(key: string, recordId: string | null): Promise<HistoryEntry[]> {
    const { accessHistory } = this.#database;
    const rows =
      recordId === null
        ? accessHistory.where('portal').equals(key)
        : accessHistory.where('[portal+recordId]').equals([key, recordId]);
    return (await rows.sortBy('id')).map(({ id: _id, ...row }) => withoutPortal(row));
  }

  /** Forgets journal entries that are too old, and of each portal the oldest beyond the most that are kept. */
  async tidyJournal(now: number): Promise<void> {
    const { journal } = this.#database;
    for (const key of await this.keys()) {
      const of = (until: number) => journal.where('[portal+at]').between([key, 0], [key, until], true, false);
      await of(now - JOURNAL_KEEPS_FOR).delete();
      const surplus = (await of(Number.MAX_SAFE_INTEGER).count()) - MOST_ENTRIES;
      if (surplus > 0) await journal.bulkDelete(await of(Number.MAX_SAFE_INTEGER).limit(surplus).primaryKeys());
    }
  }

  /** Forgets everything about one portal and user. */
  remove(key: string): Promise<void> {
    const { portals, dialogs, snapshots, notes, drafts, journal, grants, accessHistory } = this.#database;
    const { appRecords, chatapp, calls, health, runs, ruleMarks } = this.#database;
    const byPortal = [
      dialogs,
      snapshots,
      notes,
      drafts,
      grants,
      accessHistory,
      appRecords,
      chatapp,
      calls,
      health,
      runs,
    ];
    return this.#database.transaction('rw', [portals, journal, ruleMarks, ...byPortal], async () => {
      await ruleMarks.where('[portal+ruleId+event]').between([key], [key, []]).delete();
      await portals.delete(key);
      for (const table of byPortal) await table.where('portal').equals(key).delete();
      await journal.where('[portal+at]').between([key, 0], [key, Number.MAX_SAFE_INTEGER]).delete();
    });
  }

  keys(): Promise<string[]> {
    return this.#database.portals.toCollection().primaryKeys();
  }

  /** Keys of all users seen on one origin. */
  keysOf(origin: string): Promise<string[]> {
    return this.#database.portals.where('origin').equals(origin).primaryKeys();
  }
}
