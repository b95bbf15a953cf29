/**
 * Deletes what is stored of a portal or of all, and proves that nothing is left. `portal` is a portal's key
 * (`${origin}|${userId}`), or an origin: then it is about all of its users, and about what is known of the portal itself.
 */
import type { Collection, Dexie, Table } from 'dexie';

/**
 * `rows`: those of the portal, found through an index; `all`: the whole table; `shared`: of no portal, or of all users of
 * one, left alone.
 */
export interface WipeStep {
  table: string;
  what: 'rows' | 'all' | 'shared';
}

/** What is still there after a wipe; empty is the proof. */
export interface Leftover {
  table: string;
  rows: number;
}

/**
 * Tables without a portal. Each is named here: a table that was added and forgotten is an error and not a table that a
 * wipe passes over.
 */
const SHARED_TABLES: readonly string[] = ['preferences', 'rules', 'destinations', 'secrets'];
/** Tables with one row for all users of a portal; it goes with the portal and not with one of its users. */
const TABLES_BY_ORIGIN: readonly string[] = ['knownPortals'];

const isOrigin = (portal: string): boolean => !portal.includes('|');
/** Keys of all users of an origin lie between these two. */
const rangeOf = (origin: string): [string, string] => [`${origin}|`, `${origin}|\uffff`];

/** What a wipe does with each table: of one portal, or with null of everything. */
export function wipePlan(database: Dexie, portal: string | null): WipeStep[] {
  return database.tables.map((table) => {
    if (portal === null) return { table: table.name, what: 'all' };
    if (TABLES_BY_ORIGIN.includes(table.name)) return { table: table.name, what: isOrigin(portal) ? 'rows' : 'shared' };
    if (indexOf(table) !== null) return { table: table.name, what: 'rows' };
    if (SHARED_TABLES.includes(table.name)) return { table: table.name, what: 'shared' };
    throw new Error(
      `The table "${table.name}" has no index that begins with the portal: add one, or name it as shared`,
    );
  });
}

/** Erases in one transaction: all of it or nothing. Answers what is left. */
export async function wipe(database: Dexie, portal: string | null): Promise<Leftover[]> {
  await erase(database, portal);
  return leftovers(database, portal);
}

/** Carries the plan out, without the proof. */
export async function erase(database: Dexie, portal: string | null): Promise<void> {
  const plan = wipePlan(database, portal);
  await database.transaction('rw', database.tables, async () => {
    for (const { table, what } of plan) {
      if (what === 'all') await database.table(table).clear();
      else if (what === 'rows' && portal !== null) await rowsOf(database.table(table), portal)?.delete();
    }
  });
}

/**
 * Looks at every row of every table for what is left. On purpose it does not ask the indexes by which was deleted: a row
 * that an index has lost would be missed twice.
 */
export function leftovers(database: Dexie, portal: string | null): Promise<Leftover[]> {
  const isLeft = (row: unknown) => portal === null || belongsTo(row, portal);
  return database.transaction('r', database.tables, async () => {
    const found: Leftover[] = [];
    for (const table of database.tables) {
      let rows = 0;
      await table.toCollection().each((row) => {
        if (isLeft(row)) rows += 1;
      });
      if (rows > 0) found.push({ table: table.name, rows });
    }
    return found;
  });
}

/** The rows of a portal; null for a table that has none of its own. */
export function rowsOf(table: Table, portal: string): Collection | null {
  if (TABLES_BY_ORIGIN.includes(table.name)) return isOrigin(portal) ? table.where('origin').equals(portal) : null;
  const index = indexOf(table);
  if (index === null) return null;
  const rows = table.where(index.name);
  if (!isOrigin(portal)) return index.isCompound ? rows.between([portal], [portal, []]) : rows.equals(portal);
  const [first, last] = rangeOf(portal);
  return index.isCompound ? rows.between([first], [last, []]) : rows.between(first, last);
}

/** The index that begins with the portal's key: by itself, or as the first part of a compound one. */
function indexOf({ schema, name }: Table): { name: string; isCompound: boolean } | null {
  const keyOfPortals = name === 'portals' ? 'key' : 'portal';
  const indexes = [schema.primKey, ...schema.indexes];
  const single = indexes.find(({ keyPath }) => keyPath === keyOfPortals);
  if (single) return { name: keyOfPortals, isCompound: false };
  const compound = indexes.find(({ keyPath }) => Array.isArray(keyPath) && keyPath[0] === keyOfPortals);
  return compound ? { name: compound.name, isCompound: true } : null;
}

function belongsTo(row: unknown, portal: string): boolean {
  const { portal: named, key, origin } = row as { portal?: unknown; key?: unknown; origin?: unknown };
  const owner = named ?? key;
  if (!isOrigin(portal)) return owner === portal;
  return owner === undefined ? origin === portal : String(owner).startsWith(`${portal}|`);
}
