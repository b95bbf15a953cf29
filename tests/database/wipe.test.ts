import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LatchdeskDatabase } from '../../database/schema.ts';
import { estimatedBytes, storageSizes } from '../../database/storage-size.ts';
import { leftovers, wipe, wipePlan } from '../../database/wipe.ts';

const ONE = 'https://one.bitrix24.ru|7';
/** Begins with the other's key. */
const LONGER = 'https://one.bitrix24.ru|77';
let count = 0;
const opened: Dexie[] = [];

function newDatabase(): LatchdeskDatabase {
  const database = new LatchdeskDatabase(`wipe ${++count}`);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

/** Puts rows of a portal into every table there is, as far as their keys ask. */
async function fill(database: Dexie, portal: string, rows = 2): Promise<void> {
  for (const table of database.tables) {
    for (let index = 1; index <= rows; index++) {
      const ids = { id: `r${index}`, chatId: index, machine: `m${index}`, recordId: `r${index}`, at: index };
      const row: Record<string, unknown> = { ...ids, portal, key: portal, text: 'x'.repeat(index * 10) };
      if (table.schema.primKey.auto) row.id = undefined;
      if (row.id === undefined) delete row.id;
      if (table.name === 'portals') delete row.portal;
      await table.put(row);
    }
  }
}

const namesOf = (database: Dexie) => database.tables.map(({ name }) => name).sort();

describe('a wipe', () => {
  it('of one portal empties every table of it and leaves the other', async () => {
    const database = newDatabase();
    await fill(database, ONE);
    await fill(database, LONGER);
    const before = await leftovers(database, LONGER);
    expect((await leftovers(database, ONE)).map(({ table }) => table).sort()).toEqual(namesOf(database));
    expect(await wipe(database, ONE)).toEqual([]);
    expect(await leftovers(database, LONGER)).toEqual(before);
  });

  it('of all leaves no row in any table', async () => {
    const database = newDatabase();
    await fill(database, ONE);
    await fill(database, LONGER);
    expect(await wipe(database, null)).toEqual([]);
    for (const table of database.tables) expect(await table.count(), table.name).toBe(0);
  });

  it('names every table, so that none is forgotten', () => {
    const database = newDatabase();
    for (const portal of [ONE, null]) {
      expect(
        wipePlan(database, portal)
          .map(({ table }) => table)
          .sort(),
      ).toEqual(namesOf(database));
    }
    expect(wipePlan(database, ONE).every(({ what }) => what === 'rows')).toBe(true);
  });

  it('does not begin where a table could not be wiped', async () => {
    const database = new Dexie(`wipe ${++count}`);
    opened.push(database);
    database.version(1).stores({ notes: '[portal+chatId], portal', later: 'id' });
    await database.table('notes').put({ portal: ONE, chatId: 1 });
    await expect(wipe(database, ONE)).rejects.toThrow('"later" has no index that begins with the portal');
    expect(await database.table('notes').count()).toBe(1);
  });

  it('leaves what belongs to no portal, and takes it with all', async () => {
    const database = new Dexie(`wipe ${++count}`);
    opened.push(database);
    database.version(1).stores({ journal: '++id, [portal+at]', preferences: 'id' });
    await database.table('preferences').put({ id: 'all', language: 'ru' });
    await database.table('journal').bulkPut([
      { portal: ONE, at: 1 },
      { portal: LONGER, at: 1 },
    ]);
    expect(wipePlan(database, ONE)).toEqual([
      { table: 'journal', what: 'rows' },
      { table: 'preferences', what: 'shared' },
    ]);
    expect(await wipe(database, ONE)).toEqual([]);
    expect([await database.table('journal').count(), await database.table('preferences').count()]).toEqual([1, 1]);
    await wipe(database, null);
    expect(await database.table('preferences').count()).toBe(0);
  });

  it('is told when rows are left that no index finds', async () => {
    const database = new Dexie(`wipe ${++count}`);
    opened.push(database);
    database.version(1).stores({ journal: '++id, [portal+at]' });
    // Without a time the row is in no index of the portal.
    await database.table('journal').bulkPut([{ portal: ONE, at: 1 }, { portal: ONE }]);
    expect(await wipe(database, ONE)).toEqual([{ table: 'journal', rows: 1 }]);
  });
});

describe('how much is stored', () => {
  it('is told for every table, of all and of one portal', async () => {
    const database = newDatabase();
    await fill(database, ONE, 3);
    await fill(database, LONGER, 1);
    const all = await storageSizes(database, null);
    const one = await storageSizes(database, ONE);
    expect(all.map(({ table }) => table).sort()).toEqual(namesOf(database));
    const rows = (sizes: typeof all, table: string) => sizes.find((each) => each.table === table)?.rows;
    expect([rows(all, 'journal'), rows(one, 'journal')]).toEqual([4, 3]);
    expect([rows(all, 'portals'), rows(one, 'portals')]).toEqual([2, 1]);
    expect(one.every(({ bytes }, index) => bytes > 0 && bytes < (all[index]?.bytes ?? 0))).toBe(true);
  });

  it('of an empty database is nothing', async () => {
    expect((await storageSizes(newDatabase(), null)).every(({ rows, bytes }) => rows === 0 && bytes === 0)).toBe(true);
  });

  it('is close to the truth where rows are alike, also when only some are weighed', async () => {
    const database = newDatabase();
    const row = (at: number) => ({ portal: ONE, at, kind: 'dialog.renamed', title: 'x'.repeat(50 + (at % 7)) });
    await database.journal.bulkAdd(Array.from({ length: 5_000 }, (_, at) => row(at) as never));
    const size = (await storageSizes(database, null)).find(({ table }) => table === 'journal');
    const real = (await database.journal.toArray()).reduce((sum, each) => sum + estimatedBytes(each), 0);
    expect(size?.rows).toBe(5_000);
    expect(Math.abs((size?.bytes ?? 0) - real) / real).toBeLessThan(0.02);
  });

  it('grows with what is stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (value, text) => {
        expect(estimatedBytes([value, text])).toBeGreaterThan(estimatedBytes([value]));
      }),
    );
    expect(estimatedBytes('почта')).toBeGreaterThan(estimatedBytes('email'));
  });
});
