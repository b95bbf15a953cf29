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

/** Tables that know no user of a portal. */
const WITHOUT_USERS = ['destinations', 'knownPortals', 'preferences', 'rules', 'secrets'];
/** Those of them that outlive every portal. */
const WITHOUT_PORTALS = WITHOUT_USERS.filter((name) => name !== 'knownPortals');
let number = 0;

/** Puts rows of a portal into every table there is, as far as their keys ask. */
async function fill(database: Dexie, portal: string, rows = 2): Promise<void> {
  const origin = portal.split('|')[0];
  for (const table of database.tables) {
    if (table.name === 'knownPortals') await table.put({ origin, prefix: '/', label: 'x'.repeat(10) });
    if (table.name === 'preferences') await table.put({ id: 'rest', value: { until: 1 } });
    if (WITHOUT_USERS.includes(table.name)) continue;
    for (let index = 1; index <= rows; index++) {
      const ids = {
        number: ++number,
        id: `r${index}`,
        chatId: index,
        machine: `m${index}`,
        recordId: `r${index}`,
        ruleId: `r${index}`,
        event: `e${index}`,
        at: index,
      };
      const row: Record<string, unknown> = { ...ids, portal, key: portal, text: 'x'.repeat(index * 10) };
      if (table.schema.primKey.auto) row.id = undefined;
      if (row.id === undefined) delete row.id;
      if (table.name === 'portals') delete row.portal;
      if (table.name === 'runs') row.key = `${portal} ${index}`;
      await table.put(row);
    }
  }
}

const namesOf = (database: Dexie) => database.tables.map(({ name }) => name).sort();
const namesOfUsers = (database: Dexie) => namesOf(database).filter((name) => !WITHOUT_USERS.includes(name));
const tablesIn = (found: readonly { table: string }[]) => found.map(({ table }) => table).sort();

describe('a wipe', () => {
  it('of one portal empties every table of it and leaves the other', async () => {
    const database = newDatabase();
    await fill(database, ONE);
    await fill(database, LONGER);
    const before = await leftovers(database, LONGER);
    expect(tablesIn(await leftovers(database, ONE))).toEqual(namesOfUsers(database));
    expect(await wipe(database, ONE)).toEqual([]);
    expect(await leftovers(database, LONGER)).toEqual(before);
    expect(await database.knownPortals.count(), 'the other user still has the portal').toBe(1);
  });

  it('of an origin takes all of its users and the portal itself, and leaves what only begins like it', async () => {
    const database = newDatabase();
    const others = ['https://one.bitrix24.ru:8443|7', 'https://one.bitrix24.ru.example|7', 'https://two.bitrix24.ru|7'];
    for (const portal of [ONE, LONGER, ...others]) await fill(database, portal);
    const before = await Promise.all(others.map((portal) => leftovers(database, portal)));
    const origin = 'https://one.bitrix24.ru';
    expect(tablesIn(await leftovers(database, origin))).toEqual([...namesOfUsers(database), 'knownPortals'].sort());
    expect(await wipe(database, origin)).toEqual([]);
    expect(await leftovers(database, ONE)).toEqual([]);
    expect(await leftovers(database, LONGER)).toEqual([]);
    expect(await Promise.all(others.map((portal) => leftovers(database, portal)))).toEqual(before);
    expect(await database.knownPortals.count()).toBe(others.length);
    expect(await database.preferences.count()).toBe(1);
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
    const shared = wipePlan(database, ONE).filter(({ what }) => what !== 'rows');
    expect(tablesIn(shared)).toEqual(WITHOUT_USERS);
    const ofOrigin = wipePlan(database, 'https://one.bitrix24.ru').filter(({ what }) => what !== 'rows');
    expect(tablesIn(ofOrigin)).toEqual(WITHOUT_PORTALS);
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
    const ofUser = one.filter(({ table }) => !WITHOUT_USERS.includes(table));
    const bytesOfAll = (table: string) => all.find((each) => each.table === table)?.bytes ?? 0;
    expect(ofUser.every(({ table, bytes }) => bytes > 0 && bytes < bytesOfAll(table))).toBe(true);
    expect([rows(one, 'knownPortals'), rows(one, 'preferences'), rows(all, 'knownPortals')]).toEqual([0, 0, 1]);
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
