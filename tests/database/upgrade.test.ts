import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { HouseRepository } from '../../database/house.ts';
import { PortalRepository } from '../../database/portals.ts';
import { LatchdeskDatabase, type PortalRow } from '../../database/schema.ts';
import { NOTHING_WATCHED } from '../../domain/access/watch.ts';
import { newRun } from '../../domain/market/reinstall.ts';
import { NOTHING_SEEN } from '../../domain/market/view.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';
import { NO_WATCH } from '../../domain/watch/watch.ts';
import { grantRecord } from '../access-records.ts';
import { changes, DRAFT, ORIGIN, record, row } from './rows.ts';

let count = 0;
const opened: Dexie[] = [];

function newDatabase(name = `upgrade ${++count}`): LatchdeskDatabase {
  const database = new LatchdeskDatabase(name);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

/** The tables of each version as it shipped. */
const SHIPPED = [
  { portals: 'key, origin', dialogs: '[portal+chatId], portal', snapshots: '[portal+machine], portal' },
  { notes: '[portal+chatId], portal', drafts: '[portal+id], portal', journal: '++id, [portal+at]' },
  { grants: '[portal+id], portal', accessHistory: '++id, portal, [portal+recordId]' },
  { appRecords: '[portal+id], portal', chatapp: 'portal' },
  { calls: 'number, portal', health: 'portal', preferences: 'id', knownPortals: 'origin' },
];

function shipped(name: string, version: number): Dexie {
  const database = new Dexie(name);
  for (const [index, tables] of SHIPPED.slice(0, version).entries()) database.version(index + 1).stores(tables);
  return database;
}

describe('a database of version 1', () => {
  it('is brought up to date with all that was in it', async () => {
    const name = `upgrade ${++count}`;
    const old = shipped(name, 1);
    const { settings: _s, countedSlots: _c, toldAttention: _t, nextAttentionAt: _n, ...later } = row('1');
    const { access: _a, market: _m, watch: _w, ...oldRow } = later;
    const { turn: _turn, course: _course, refusedAt: _refused, ticket: _ticket, ...oldDialog } = record(7);
    await old.table('portals').put(oldRow);
    await old.table('dialogs').put({ ...oldDialog, portal: oldRow.key });
    await old.table('snapshots').bulkPut(changes('1').snapshots);
    old.close();

    const stored = await new PortalRepository(newDatabase(name)).load(oldRow.key);
    expect(stored).toEqual({
      row: {
        ...oldRow,
        settings: DEFAULT_SETTINGS,
        countedSlots: null,
        toldAttention: [],
        nextAttentionAt: null,
        access: NOTHING_WATCHED,
        market: NOTHING_SEEN,
        watch: NO_WATCH,
      },
      dialogs: [record(7)],
      snapshots: changes('1').snapshots,
      notes: [],
      drafts: [],
      grants: [],
      reinstalls: [],
    });
  });
});

describe('a database of version 2', () => {
  it('keeps what the user set and learns what is new', async () => {
    const name = `upgrade ${++count}`;
    const old = shipped(name, 2);
    const { access: _a, market: _m, watch: _w, ...oldRow } = row('1');
    const { accessDays: _d, accessReminders: _r, ...others } = DEFAULT_SETTINGS;
    const { integratorReviewDays: _i, guardsOthers: _g, ...oldSettings } = others;
    const settings = { ...oldSettings, waitingHours: 8, hiddenCards: ['hint' as const] };
    await old.table('portals').put({ ...oldRow, settings });
    await old.table('drafts').put({ ...DRAFT, portal: oldRow.key });
    await old.table('journal').add({ at: 5, kind: 'dialog.opened', chatId: 7, portal: oldRow.key });
    old.close();

    const repository = new PortalRepository(newDatabase(name));
    const stored = await repository.load(oldRow.key);
    expect(stored?.row.settings).toEqual({ ...DEFAULT_SETTINGS, waitingHours: 8, hiddenCards: ['hint'] });
    expect(stored?.row.access).toEqual(NOTHING_WATCHED);
    expect(stored?.row.market).toEqual(NOTHING_SEEN);
    expect(stored?.drafts).toEqual([DRAFT]);
    expect(stored?.grants).toEqual([]);
    expect(await repository.entries(oldRow.key, 0, 10)).toEqual([{ at: 5, kind: 'dialog.opened', chatId: 7 }]);
  });
});

describe('a database of version 3', () => {
  it('keeps its records of access and learns what is new', async () => {
    const name = `upgrade ${++count}`;
    const old = shipped(name, 3);
    const { market: _m, watch: _w, ...oldRow } = row('1');
    const { guardsOthers: _g, ...oldSettings } = DEFAULT_SETTINGS;
    const grant = grantRecord({ id: '10:77', state: 'granted' });
    await old.table('portals').put({ ...oldRow, settings: { ...oldSettings, accessDays: 7 } });
    await old.table('grants').put({ ...grant, portal: oldRow.key });
    old.close();

    const stored = await new PortalRepository(newDatabase(name)).load(oldRow.key);
    expect(stored?.row).toEqual({ ...row('1'), settings: { ...DEFAULT_SETTINGS, accessDays: 7 } });
    expect(stored?.grants).toEqual([grant]);
    expect(stored?.reinstalls).toEqual([]);
  });
});

describe('a database of version 4', () => {
  it('keeps its reinstalls, and knows its portals from the rows it has', async () => {
    const name = `upgrade ${++count}`;
    const old = shipped(name, 4);
    const OTHER = 'https://second.bitrix24.com';
    const withoutWatch = ({ watch: _w, ...rest }: PortalRow) => rest;
    const run = newRun('a', 'vendor.chatapp', 5);
    await old.table('portals').bulkPut([row('1'), row('2'), row('1', OTHER)].map(withoutWatch));
    await old.table('appRecords').put({ ...run, portal: row('1').key });
    old.close();

    const database = newDatabase(name);
    const stored = await new PortalRepository(database).load(row('1').key);
    expect(stored?.row).toEqual(row('1'));
    expect(stored?.reinstalls).toEqual([run]);
    const house = await new HouseRepository(database).load();
    expect(house.known.map(({ origin, source, pause }) => ({ origin, source, pause }))).toEqual([
      { origin: ORIGIN, source: 'manifest', pause: null },
      { origin: OTHER, source: 'manifest', pause: null },
    ]);
    expect(new Set(house.known.map(({ colour }) => colour)).size).toBe(2);
    // Whoever has used it so far needs no first steps.
    expect(house).toMatchObject({ preferences: null, rest: null, isFirstRunDone: true });
  });
});

describe('a database of version 5', () => {
  it('keeps everything, and starts no rule on what its journal holds', async () => {
    const name = `upgrade ${++count}`;
    const old = shipped(name, 5);
    await old.table('portals').put(row('1'));
    await old.table('journal').add({ at: 5, kind: 'slots.counted', used: 5, max: 5, portal: row('1').key });
    await old.table('preferences').put({ id: 'firstRun', value: 3 });
    old.close();

    const database = newDatabase(name);
    const repository = new PortalRepository(database);
    expect((await repository.load(row('1').key))?.row).toEqual(row('1'));
    expect(await repository.entries(row('1').key, 0, 10)).toEqual([{ at: 5, kind: 'slots.counted', used: 5, max: 5 }]);
    expect((await new HouseRepository(database).load()).isFirstRunDone).toBe(true);
    expect(await database.rules.count()).toBe(0);
    expect(await database.runs.count()).toBe(0);
    expect(await database.preferences.get('rules')).toBeUndefined();
  });
});

describe('a database that is new', () => {
  it('begins with the first steps and no portal', async () => {
    const house = await new HouseRepository(newDatabase()).load();
    expect(house).toEqual({ preferences: null, rest: null, isFirstRunDone: false, managed: null, known: [] });
  });
});
