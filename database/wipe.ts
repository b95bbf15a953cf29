/** Deletes what is stored of one portal or of all, and proves that nothing is left. */
import type { Collection, Dexie, Table } from 'dexie';

/** `rows`: those of the portal, found through an index; `all`: the whole table; `shared`: of no portal, left alone. */
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
const SHARED_TABLES: readonly string[] = ['preferences'];

/** What a wipe does with each table: of one portal, or with null of everything. */
export function wipePlan(database: Dexie, portal: string | null): WipeStep[] {
  return database.tables.map((table) => {
    if (portal === null) return { table: table.name, what: 'all' };
    if (indexOf(table) !== null) return { table: table.name, what: 'rows' };
    if (SHARED_TABLES.includes(table.name)) return { table: table.name, what: 'shared' };
    throw new Error(
      `The table "${table.name}" has no index that begins with the portal: add one, or name it as shared`,
    );
  });
}

/** Carries the plan out in one transaction: all of it or nothing. Answers what is left. */
export async function wipe(database: Dexie, portal: string | null): Promise<Leftover[]> {
  const plan = wipePlan(database, portal);
  await database.transaction('rw', database.tables, async () => {
    for (const { table, what } of plan) {
      if (what === 'all') await database.table(table).clear();
      else if (what === 'rows' && portal !== null) await rowsOf(database.table(table), portal)?.delete();
    }
  });
  return leftovers(database, portal);
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

/** The rows of one portal; null for a table that knows no portal. */
export function rowsOf(table: Table, portal: string): Collection | null {
  const index = indexOf(table);
  if (index === null) return null;
  const rows = table.where(index.name);
  return index.isCompound ? rows.between([portal], [portal, []]) : rows.equals(portal);
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

const belongsTo = (row: unknown, portal: string): boolean => {
  const { portal: owner, key } = row as { portal?: unknown; key?: unknown };
  return owner === portal || (owner === undefined && key === portal);
};
