/** Which records of access are on show, and in which order. */
import { DAY } from '../../../domain/access/record.ts';
import type { AccessMessages } from '../../../domain/access/text.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import type { RecordKind, RegisterColumn, RegisterMessages, StateGroup } from '../../../domain/register-text.ts';
import { type PeriodChoice, periodOf } from '../report-period.ts';
import type { Sorting } from '../WindowedTable.tsx';

export interface RegisterFilter {
  query: string;
  kind: RecordKind | 'any';
  group: StateGroup | 'any';
  /** When it was requested; null: at any time. */
  period: PeriodChoice | null;
}

export const NO_REGISTER_FILTER: RegisterFilter = { query: '', kind: 'any', group: 'any', period: null };

export interface RegisterWords {
  access: AccessMessages;
  register: RegisterMessages;
}

/** What a record is called in lists. */
export function nameOfRecord(row: RegisterRow, { kind }: RegisterMessages): string {
  if (row.kind === 'partner') return row.partnerName || row.sender.name || kind.partner;
  return row.sender.name || kind[row.kind];
}

/** Whether somebody has to answer, is inside, may be inside, or neither. */
export const groupOf = ({ state }: RegisterRow): StateGroup => GROUP_OF[state];

const GROUP_OF: Record<RegisterRow['state'], StateGroup> = {
  seen: 'open',
  pending: 'open',
  warned: 'open',
  granted: 'running',
  ending: 'running',
  overdue: 'running',
  active: 'running',
  present: 'running',
  unknown: 'unclear',
  ended: 'past',
  revoked: 'past',
  declined: 'past',
  dismissed: 'past',
  gone: 'past',
};

/** True for an answered request that may be a running access: nobody can tell how it was answered. */
export function mayRun(row: RegisterRow, now: number): boolean {
  if (row.state !== 'unknown') return false;
  return (
    row.kind === 'partner' || (row.kind === 'vendor' && (row.answeredAt ?? row.requestedAt) + row.days * DAY > now)
  );
}

/** When an access should end; null where there is no end. */
export const endOf = (row: RegisterRow): number | null => (row.kind === 'vendor' ? row.endsAt : null);

/** When it did end, as far as that is known, else when it should. */
export const shownEndOf = (row: RegisterRow): number | null =>
  ('endedAt' in row ? row.endedAt : null) ?? (row.state === 'declined' ? null : endOf(row));

/** Records in words for the search, in lower case. */
const searchText = (row: RegisterRow, words: RegisterMessages): string =>
  [nameOfRecord(row, words), row.sender.name, row.ticket, row.dialogName, row.reason, row.answerer]
    .join('\n')
    .toLocaleLowerCase();

/** What the search and the filters leave. */
export function filterRegister(
  rows: readonly RegisterRow[],
  { query, kind, group, period }: RegisterFilter,
  words: RegisterMessages,
  now: number,
): RegisterRow[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const days = period && periodOf(period, now);
  return rows.filter((row) => {
    if (kind !== 'any' && row.kind !== kind) return false;
    if (group !== 'any' && groupOf(row) !== group) return false;
    if (days && (row.requestedAt < days.from || row.requestedAt > days.until)) return false;
    const text = wanted.length > 0 ? searchText(row, words) : '';
    return wanted.every((word) => text.includes(word));
  });
}

export const SORTABLE: readonly RegisterColumn[] = ['who', 'requested', 'state', 'answered', 'days', 'ends', 'ticket'];
const NEWEST_FIRST: readonly string[] = ['requested', 'answered', 'ends'];
const GROUP_ORDER: Record<StateGroup, number> = { open: 0, running: 1, unclear: 2, past: 3 };

/** The order after a press on the head of a column; null: the newest request first. */
export function nextRegisterSorting(sorting: Sorting | null, column: string): Sorting | null {
  const isDescending = NEWEST_FIRST.includes(column);
  if (sorting?.column !== column) return { column, isDescending };
  return sorting.isDescending === isDescending ? { column, isDescending: !isDescending } : null;
}

type SortKey = string | number | null;

/** What a column sorts by; null always comes last. */
function keysOf(words: RegisterMessages): Record<string, (row: RegisterRow) => SortKey> {
  return {
    who: (row) => nameOfRecord(row, words),
    requested: ({ requestedAt }) => requestedAt,
    state: (row) => GROUP_ORDER[groupOf(row)],
    answered: ({ answeredAt }) => answeredAt,
    days: (row) => (row.kind === 'vendor' ? row.days : null),
    ends: shownEndOf,
    ticket: ({ ticket }) => ticket || null,
  };
}

export function sortRegister(
  rows: readonly RegisterRow[],
  sorting: Sorting | null,
  words: RegisterMessages,
  language: string,
): RegisterRow[] {
  const { column, isDescending } = sorting ?? { column: 'requested', isDescending: true };
  const keyOf = keysOf(words)[column] ?? (() => null);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const way = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      const isNumber = typeof a.key === 'number' && typeof b.key === 'number';
      return way * (isNumber ? Number(a.key) - Number(b.key) : compare(String(a.key), String(b.key)));
    })
    .map(({ row }) => row);
}

/** How many records of each group there are. */
export function countGroups(rows: readonly RegisterRow[]): Record<StateGroup, number> {
  const counts: Record<StateGroup, number> = { open: 0, running: 0, unclear: 0, past: 0 };
  for (const row of rows) counts[groupOf(row)] += 1;
  return counts;
}
