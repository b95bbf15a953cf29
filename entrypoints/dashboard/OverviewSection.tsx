import { useMemo, useState } from 'preact/hooks';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { OverviewPage, type OverviewPageProps } from '../../components/dashboard/overview/OverviewPage.tsx';
import {
  findPortals,
  type PortalRow,
  plainPortal,
  portalCells,
  portalRows,
  sortPortals,
} from '../../components/dashboard/overview/portal-rows.ts';
import { totalsOf } from '../../components/dashboard/overview/totals.ts';
import type { Sorting } from '../../components/dashboard/WindowedTable.tsx';
import type { FrontView } from '../../domain/front.ts';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import type { InboxItem } from '../../domain/inbox/item.ts';
import { type OverviewTotal, PORTAL_EXPORT_COLUMNS } from '../../domain/overview-text.ts';
import { ask } from './ask.ts';
import { takeFront } from './front-flow.ts';
import { hashOf, placeOf } from './place.ts';
import type { FrontSectionProps } from './section-props.ts';
import { useFile } from './use-file.ts';

const SECTION_OF: Record<OverviewTotal, 'access' | 'dialogs'> = {
  requests: 'access',
  grants: 'access',
  dialogs: 'dialogs',
};

/** All portals at once. */
export function OverviewSection({ front, portal, now, language }: FrontSectionProps) {
  const { overview: words } = useDashboardText();
  const [query, setQuery] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const { portals, rest, ruleNeeds } = front;
  const inbox = useMemo(() => inboxOf(portals, rest, now, ruleNeeds), [portals, rest, now, ruleNeeds]);
  // The order stays while the page is open: a list must not move under the pointer.
  const order = useOrder(useMemo(() => portalRows(front, inbox.items), [front, inbox.items]));
  const rows = useMemo(
    () => sortPortals(findPortals(order, query), sorting, language),
    [order, query, sorting, language],
  );
  const file = useFile({
    section: 'overview',
    host: 'portals',
    language,
    contents: () => ({
      columns: PORTAL_EXPORT_COLUMNS.map((column) => ({ name: words.column[column] })),
      cells: rows.map(portalCells),
      plain: rows.map(plainPortal),
    }),
  });
  return (
    <OverviewPage
      {...{ inbox, portals, rows, now, sorting, query }}
      {...file}
      {...useActions(front)}
      total={order.length}
      totals={useMemo(() => totalsOf(portals), [portals])}
      hrefOf={(total) => hashOf(placeOf(SECTION_OF[total], portal?.key))}
      portalsHref={hashOf(placeOf('portals', portal?.key))}
      startHref={hashOf(placeOf('start'))}
      onQuery={setQuery}
      onSort={(column) => setSorting(nextSorting(sorting, column))}
      onSelect={({ view, origin }) => {
        location.hash = hashOf(view ? placeOf('dialogs', view.key) : { ...placeOf('portals'), detail: origin });
      }}
    />
  );
}

/** Up, down, and back to the order in which portals need a person; names begin with the first letter, numbers with the largest. */
function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  const isDescending = column !== 'portal';
  if (sorting?.column !== column) return { column, isDescending };
  return sorting.isDescending === isDescending ? { column, isDescending: !isDescending } : null;
}

/** The rows in the order in which they were first; new ones come last. */
function useOrder(rows: readonly PortalRow[]): readonly PortalRow[] {
  const [first] = useState(() => new Map<string, number>());
  for (const { id } of rows) if (!first.has(id)) first.set(id, first.size);
  return useMemo(() => [...rows].sort((a, b) => (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0)), [rows]);
}

/** What can be done about what needs a person; what fails is said until something works. */
function useActions(front: FrontView): Pick<OverviewPageProps, 'failure' | 'onOpen' | 'onRest'> {
  const [failure, setFailure] = useState<OverviewPageProps['failure']>(null);
  const run = async (what: 'rest' | 'open', work: () => Promise<boolean>) => {
    try {
      setFailure((await work()) ? null : what);
    } catch (error) {
      console.error('Latchdesk: what needs somebody could not be opened or put off', error);
      setFailure(what);
    }
  };
  return {
    failure,
    onOpen: (item) => void run('open', () => open(item, front)),
    onRest: (isOn) => void run('rest', async () => takeFront(await ask({ type: 'rest.asked', isOn }))),
  };
}

/** Leads to where something is done: on the portal where a person has to act there, else in a section of this page. */
async function open(item: InboxItem, front: FrontView): Promise<boolean> {
  const { openItem } = await import('../popup/inbox-places.ts');
  const result = await openItem(item, front, async (hash) => {
    location.hash = hash;
    return 'stays';
  });
  return result === 'gone' || result === 'stays';
}
