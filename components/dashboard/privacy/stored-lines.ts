/** The tables as the page lists them: in an order that people understand, unknown ones taken together at the end. */
import type { StoredPart } from '../../../domain/privacy.ts';
import { type PrivacyMessages, STORED_TABLES, type StoredTable } from '../../../domain/privacy-text.ts';

interface Amount {
  rows: number;
  bytes: number;
}

export interface StoredLine {
  table: StoredTable | 'other';
  here: Amount;
  all: Amount;
  /** Kept once for all portals, so that there is no number of one portal. */
  isShared: boolean;
}

/** Tables that know no portal. */
const OF_ALL_PORTALS: readonly StoredTable[] = ['preferences', 'rules', 'destinations', 'secrets'];
const NOTHING: Amount = { rows: 0, bytes: 0 };

/** One line for each known table; another one only if it holds something. */
export function storedLines(here: readonly StoredPart[], all: readonly StoredPart[]): StoredLine[] {
  const known = STORED_TABLES.map((table) => ({
    table,
    here: here.find((part) => part.table === table) ?? NOTHING,
    all: all.find((part) => part.table === table) ?? NOTHING,
    isShared: OF_ALL_PORTALS.includes(table),
  }));
  const other = { table: 'other' as const, here: rest(here), all: rest(all), isShared: false };
  return other.all.rows > 0 ? [...known, other] : known;
}

/** How a table is called on the page. */
export const nameOfPart = (words: PrivacyMessages['stored'], table: string): { name: string; holds: string } =>
  words.part[isKnown(table) ? table : 'other'];

const isKnown = (table: string): table is StoredTable => (STORED_TABLES as readonly string[]).includes(table);

const rest = (parts: readonly StoredPart[]): Amount =>
  parts
    .filter(({ table }) => !isKnown(table))
    .reduce((sum, { rows, bytes }) => ({ rows: sum.rows + rows, bytes: sum.bytes + bytes }), NOTHING);
