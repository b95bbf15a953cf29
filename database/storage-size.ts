/** How much is stored: rows and roughly how many bytes, table by table. */
import type { Dexie, Table } from 'dexie';
import { rowsOf } from './wipe.ts';

export interface TableSize {
  table: string;
  rows: number;
  /** Estimated from some of the rows. */
  bytes: number;
}

/** Rows that are weighed of each table; the others are taken to be alike. */
const WEIGHED = 100;

/** Sizes of all tables, for one portal or, with null, for everything. Tables that know no portal count as empty for one. */
export function storageSizes(database: Dexie, portal: string | null): Promise<TableSize[]> {
  return database.transaction('r', database.tables, () =>
    Promise.all(database.tables.map((table) => sizeOfTable(table, portal))),
  );
}

async function sizeOfTable(table: Table, portal: string | null): Promise<TableSize> {
  const collection = () => (portal === null ? table.toCollection() : rowsOf(table, portal));
  const rows = (await collection()?.count()) ?? 0;
  if (rows === 0) return { table: table.name, rows: 0, bytes: 0 };
  // The oldest and the newest: in a journal both ends may be of another kind.
  const half = Math.min(rows, WEIGHED) / 2;
  const first = (await collection()?.limit(Math.ceil(half)).toArray()) ?? [];
  const last = half < 1 ? [] : ((await collection()?.reverse().limit(Math.floor(half)).toArray()) ?? []);
  const weighed = [...first, ...last];
  const bytes = weighed.reduce((sum, row) => sum + estimatedBytes(row), 0);
  return { table: table.name, rows, bytes: Math.round((bytes / weighed.length) * rows) };
}

/** Roughly what a value takes in the database: numbers eight bytes, texts one or two a sign, and a little around each. */
export function estimatedBytes(value: unknown): number {
  if (typeof value === 'string') return 4 + value.length * (LATIN_ONLY.test(value) ? 1 : 2);
  if (typeof value === 'number') return 8;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + estimatedBytes(each), 8);
  return Object.entries(value).reduce((sum, [name, each]) => sum + name.length + 2 + estimatedBytes(each), 8);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the one that is stored in one byte.
const LATIN_ONLY = /^[\u0000-\u00ff]*$/;
