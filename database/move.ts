/** Moves everything that is stored of a portal to another address of it, in one transaction: all of it or nothing. */
import type { Dexie, IndexableType, Table } from 'dexie';
import {
  addedUp,
  type MoveNumbers,
  movedId,
  NOTHING_MOVED,
  newerOf,
  TABLE_MOVES,
  type TableMove,
} from '../domain/portals/moved.ts';
import { joinLooks } from '../domain/portals/moved-settings.ts';
import { type Belongings, type JoinedRows, joinBelongings, type MoveTools } from './moved-rows.ts';
import type { LatchdeskDatabase } from './schema.ts';
import { erase, rowsOf } from './wipe.ts';

/** From one address to another: origins. */
export interface Route {
  from: string;
  to: string;
}

/** What becomes of each table; fails for one that nobody has named, before anything is touched. */
export function movePlan(database: Dexie): (TableMove & { table: string })[] {
  return database.tables.map(({ name }) => {
    const move = TABLE_MOVES[name];
    if (move) return { table: name, ...move };
    throw new Error(`Nobody has said what becomes of the table "${name}" when a portal moves: name it in TABLE_MOVES`);
  });
}

/** What moving would do, in numbers. */
export function countMove(database: LatchdeskDatabase, route: Route): Promise<MoveNumbers> {
  return database.transaction('r', database.tables, async () => {
    const joined = await joinedUsers(database, route, { now: 0, newId: () => '' });
    return numbersOf(database, route, joined);
  });
}

/** Moves, and erases what is left of the old address; what was moved. */
export function movePortal(database: LatchdeskDatabase, route: Route, tools: MoveTools): Promise<MoveNumbers> {
  const plan = movePlan(database);
  return database.transaction('rw', database.tables, async () => {
    const joined = await joinedUsers(database, route, tools);
    const numbers = await numbersOf(database, route, joined);
    for (const { rows } of joined) await write(database, rows);
    for (const { table, way } of plan) {
      if (way === 'added') await addRows(database.table(table), route);
      if (way === 'rekeyed') await database.table(table).bulkPut((await rekeyed(database.table(table), route)).rows);
    }
    await moveLook(database, route);
    await moveRest(database, route);
    await moveRules(database, route);
    await erase(database, route.from);
    return numbers;
  });
}

/** How many rows a portal has in all tables. */
export function countRows(database: Dexie, portal: string): Promise<number> {
  return database.transaction('r', database.tables, async () => {
    const counts = await Promise.all(database.tables.map((table) => rowsOf(table, portal)?.count() ?? 0));
    return counts.reduce((sum, rows) => sum + rows, 0);
  });
}

async function joinedUsers(database: LatchdeskDatabase, { from, to }: Route, tools: MoveTools): Promise<JoinedRows[]> {
  const joined: JoinedRows[] = [];
  for (const key of await database.portals.where('origin').equals(from).primaryKeys()) {
    const moved = await belongingsOf(database, key);
    const rows = joinBelongings(moved, await belongingsOf(database, movedId(key, from, to)), to, tools);
    if (rows) joined.push(rows);
  }
  return joined;
}

async function belongingsOf(database: LatchdeskDatabase, key: string): Promise<Belongings> {
  const { portals, dialogs, notes, drafts, grants, accessHistory, chatapp } = database;
  return {
    row: await portals.get(key),
    dialogs: await dialogs.where('portal').equals(key).toArray(),
    notes: await notes.where('portal').equals(key).toArray(),
    drafts: await drafts.where('portal').equals(key).toArray(),
    grants: await grants.where('portal').equals(key).toArray(),
    history: await accessHistory.where('portal').equals(key).sortBy('id'),
    book: await chatapp.get(key),
  };
}

async function numbersOf(database: Dexie, route: Route, joined: readonly JoinedRows[]): Promise<MoveNumbers> {
  const all = joined.map(({ numbers }) => numbers).reduce(addedUp, NOTHING_MOVED);
  const parts = { ...all.parts };
  let { left, joined: both } = all;
  for (const { table: name, way, part } of movePlan(database)) {
    const table = database.table(name);
    if (way === 'joined' || way === 'shared') continue;
    const rows = (await rowsOf(table, route.from)?.count()) ?? 0;
    if (way === 'left') left += rows;
    else if (part) parts[part] += rows;
    // What nobody is told of is not among what both have.
    if (way === 'rekeyed' && part) both += (await rekeyed(table, route)).met;
  }
  return { ...all, parts, left, joined: both };
}

async function write(database: LatchdeskDatabase, rows: JoinedRows['rows']): Promise<void> {
  const { portals, dialogs, notes, drafts, grants, accessHistory, chatapp } = database;
  await portals.put(rows.row);
  await dialogs.bulkPut(rows.dialogs);
  await notes.bulkPut(rows.notes);
  await drafts.bulkPut(rows.drafts);
  await grants.bulkPut(rows.grants);
  await accessHistory.where('portal').equals(rows.row.key).delete();
  await accessHistory.bulkAdd(rows.history);
  if (rows.book) await chatapp.put(rows.book);
}

type PortalsRow = { portal: string; changedAt?: number; event?: string | object };

async function addRows(table: Table, { from, to }: Route): Promise<void> {
  const rows: PortalsRow[] = (await rowsOf(table, from)?.toArray()) ?? [];
  // All at once is many times faster than one after another, and a journal may be long.
  await table.bulkPut(rows.map((row) => ({ ...row, portal: movedId(row.portal, from, to) })));
}

/** Rows as they are under the new address, and how many of them were there already. */
async function rekeyed(table: Table, { from, to }: Route): Promise<{ rows: PortalsRow[]; met: number }> {
  const old: PortalsRow[] = (await rowsOf(table, from)?.toArray()) ?? [];
  const moved = old.map((row) => inPortal(row, { from, to }));
  const there: (PortalsRow | undefined)[] = await table.bulkGet(moved.map((row) => keyOf(table, row)));
  // A key without the portal in it finds the row itself.
  const known = there.map((row, index) => (row?.portal === moved[index]?.portal ? row : undefined));
  return {
    rows: moved.map((row, index) => newerOf(known[index] ?? row, row, ({ changedAt = 0 }) => changedAt)),
    met: known.filter(Boolean).length,
  };
}

/**
 * What a rule was started by names the portal as well: a mark has to be found by the name that the same event has under the
 * new address. A run keeps the identity of its event: its key was made with that, and receivers know the key.
 */
function inPortal({ event, ...row }: PortalsRow, { from, to }: Route): PortalsRow {
  const portal = movedId(row.portal, from, to);
  if (event === undefined) return { ...row, portal };
  return { ...row, portal, event: typeof event === 'string' ? movedId(event, from, to) : { ...event, portal } };
}

function keyOf({ schema }: Table, row: object): IndexableType {
  const { keyPath } = schema.primKey;
  const partOf = (name: string) => (row as Record<string, IndexableType>)[name] as IndexableType;
  return Array.isArray(keyPath) ? (keyPath.map(partOf) as IndexableType) : partOf(String(keyPath));
}

async function moveLook({ knownPortals }: LatchdeskDatabase, { from, to }: Route): Promise<void> {
  const here = await knownPortals.get(to);
  if (here) await knownPortals.put(joinLooks(here, await knownPortals.get(from)));
}

/** What was known when "not before tomorrow" was asked for is known under the new address as well. */
async function moveRest({ preferences }: LatchdeskDatabase, { from, to }: Route): Promise<void> {
  const row = await preferences.get('rest');
  if (row?.id !== 'rest') return;
  const known = row.value.known.map((id) => movedId(id, from, to));
  await preferences.put({ id: 'rest', value: { ...row.value, known } });
}

/** Rules that name the old address name the new one. */
async function moveRules({ rules }: LatchdeskDatabase, { from, to }: Route): Promise<void> {
  await rules.toCollection().modify((row) => {
    const { portals } = row.rule;
    if (portals === 'all' || !portals.includes(from)) return;
    row.rule = { ...row.rule, portals: [...new Set(portals.map((origin) => (origin === from ? to : origin)))] };
  });
}
