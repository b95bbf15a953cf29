/** Rows of the table of portals: those that were read, one for each user, and those nobody has opened yet. */
import type { CsvCell } from '../../../domain/csv.ts';
import type { FrontView } from '../../../domain/front.ts';
import type { InboxItem } from '../../../domain/inbox/item.ts';
import { byNeed } from '../../../domain/inbox/portal-order.ts';
import { PORTAL_EXPORT_COLUMNS, type PortalColumn, type PortalExportColumn } from '../../../domain/overview-text.ts';
import { labelOf, type PortalColour } from '../../../domain/portals/known-portal.ts';
import type { PortalView } from '../../../domain/view.ts';
import type { Sorting } from '../WindowedTable.tsx';

export interface PortalRow {
  /** Key of the portal, its origin where nobody has opened it. */
  id: string;
  origin: string;
  label: string;
  colour: PortalColour;
  /** Host with the folder. */
  address: string;
  /** Null where it is clear who is meant. */
  userId: string | null;
  /** Null: not opened yet. */
  view: PortalView | null;
}

/** All portals, those that need a person first. */
export function portalRows({ portals, known }: FrontView, items: readonly InboxItem[]): PortalRow[] {
  const uses = new Map<string, number>();
  for (const { origin } of portals) uses.set(origin, (uses.get(origin) ?? 0) + 1);
  const read = byNeed(portals, items).map((view) => rowOf(view, (uses.get(view.origin) ?? 0) > 1));
  const unopened = known.filter(({ origin }) => !uses.has(origin));
  return [
    ...read,
    ...unopened.map((portal) => {
      const { origin, colour, prefix } = portal;
      const row = { id: origin, origin, label: labelOf(portal), colour, address: addressOf(origin, prefix) };
      return { ...row, userId: null, view: null };
    }),
  ];
}

function rowOf(view: PortalView, isShared: boolean): PortalRow {
  const { key: id, origin, label, colour, prefix, userId } = view;
  return { id, origin, label, colour, address: addressOf(origin, prefix), userId: isShared ? userId : null, view };
}

const addressOf = (origin: string, prefix: string): string => `${new URL(origin).host}${prefix.replace(/\/$/, '')}`;

/** The rows that a search leaves. */
export function findPortals<T extends Pick<PortalRow, 'label' | 'address'>>(
  rows: readonly T[],
  query: string,
): readonly T[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ label, address }) => {
    const text = `${label} ${address}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** In the order that was chosen; null: as they need a person. What was never read comes last either way. */
export function sortPortals(
  rows: readonly PortalRow[],
  sorting: Sorting | null,
  language: string,
): readonly PortalRow[] {
  if (!sorting) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const keyOf = VALUE[sorting.column as PortalColumn] ?? VALUE.portal;
  const direction = sorting.isDescending ? -1 : 1;
  const compare = (a: string | number | null, b: string | number | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'string' ? collator.compare(a, String(b)) : a - Number(b);
    return order * direction;
  };
  return [...rows].sort((a, b) => compare(keyOf(a), keyOf(b)) || collator.compare(a.label, b.label));
}

const VALUE: Record<PortalColumn, (row: PortalRow) => string | number | null> = {
  portal: ({ label }) => label,
  slots: ({ view }) => (view && isRead(view) ? shareOf(view) : null),
  access: ({ view }) =>
    view ? view.access.overdue * 1_000_000 + view.access.pending * 1_000 + view.access.running : null,
  watch: ({ view }) => (view ? Number(view.watch.settings.isOn) + Number(view.watch.state.stop !== null) : null),
  age: ({ view }) => view?.slots.at ?? null,
};

const isRead = ({ session, slots }: PortalView): boolean =>
  slots.used !== null && session.state !== 'signedOut' && session.state !== 'unsupported';

/** How much of the limit is used; without a limit it is never full. */
const shareOf = ({ slots: { used, limit } }: PortalView): number =>
  limit?.kind === 'count' ? (used ?? 0) / limit.max : (used ?? 0) / 1_000;

type Plain = Record<PortalExportColumn, string | number | null>;

/** A portal as it is exported: ids and times as they are, nothing that was not read. */
export function plainPortal({ label, origin, address, colour, view }: PortalRow): Plain {
  const scheme = new URL(origin).protocol;
  const common = { portal: label, address: `${scheme}//${address}`, user: view?.userId ?? null, colour };
  const time = (at: number | null | undefined) => (at ? new Date(at).toISOString() : null);
  const read = view && isRead(view) ? view.slots : null;
  const limit = read?.limit ?? null;
  return {
    ...common,
    state: view?.session.state ?? null,
    open: read?.used ?? null,
    limit: limit?.kind === 'count' ? limit.max : (limit?.kind ?? null),
    slotsSource: read?.source ?? null,
    slotsAt: time(read?.at),
    requests: view && view.register.readAt !== null ? view.access.pending : null,
    grants: view?.access.running ?? null,
    overdue: view?.access.overdue ?? null,
    accessAt: time(view?.register.readAt),
    watch: view ? (view.watch.settings.isOn ? 'on' : 'off') : null,
  };
}

/** The same for a table. */
export function portalCells(row: PortalRow): CsvCell[] {
  const plain = plainPortal(row);
  return PORTAL_EXPORT_COLUMNS.map((column) => plain[column] ?? '');
}
