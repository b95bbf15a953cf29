/** Portals with their dialogs and machine snapshots; everything that belongs together is written in one transaction. */
import type { DialogRecord } from '../domain/ledger.ts';
import type { DialogRow, LatchdeskDatabase, PortalRow, SnapshotRow } from './schema.ts';

export interface StoredPortal {
  row: PortalRow;
  dialogs: DialogRecord[];
  snapshots: SnapshotRow[];
}

export interface PortalChanges {
  row: PortalRow;
  changedDialogs: readonly DialogRecord[];
  removedChatIds: readonly number[];
  snapshots: readonly SnapshotRow[];
}

const toRecord = ({ portal: _portal, ...record }: DialogRow): DialogRecord => record;

export class PortalRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  /** Everything stored about one portal and user; undefined when nothing is. */
  load(key: string): Promise<StoredPortal | undefined> {
    const { portals, dialogs, snapshots } = this.#database;
    return this.#database.transaction('r', portals, dialogs, snapshots, async () => {
      const row = await portals.get(key);
      if (!row) return undefined;
      return {
        row,
        dialogs: (await dialogs.where('portal').equals(key).toArray()).map(toRecord),
        snapshots: await snapshots.where('portal').equals(key).toArray(),
      };
    });
  }

  save(changes: PortalChanges): Promise<void> {
    const { portals, dialogs, snapshots } = this.#database;
    const portal = changes.row.key;
    return this.#database.transaction('rw', portals, dialogs, snapshots, async () => {
      await portals.put(changes.row);
      await snapshots.bulkPut([...changes.snapshots]);
      await dialogs.bulkDelete(changes.removedChatIds.map((chatId): [string, number] => [portal, chatId]));
      await dialogs.bulkPut(changes.changedDialogs.map((dialog) => ({ ...dialog, portal })));
    });
  }

  /** Forgets everything about one portal and user. */
  remove(key: string): Promise<void> {
    const { portals, dialogs, snapshots } = this.#database;
    return this.#database.transaction('rw', portals, dialogs, snapshots, async () => {
      await portals.delete(key);
      await dialogs.where('portal').equals(key).delete();
      await snapshots.where('portal').equals(key).delete();
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
