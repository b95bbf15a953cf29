import { useMemo } from 'preact/hooks';
import type { DashboardMessages } from '../../../domain/dashboard-text.ts';
import { PORTAL_COLUMNS, type PortalColumn } from '../../../domain/overview-text.ts';
import { chipLabel, chipSentence } from '../../../domain/sentences.ts';
import type { Messages } from '../../../domain/text.ts';
import type { PortalView } from '../../../domain/view.ts';
import { Icon } from '../../Icon.tsx';
import { PortalName } from '../../inbox/PortalName.tsx';
import { iconBeside, standingOf } from '../../standing.ts';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { watchInShort } from '../portals/watch-words.ts';
import { type Sorting, type TableColumn, WindowedTable } from '../WindowedTable.tsx';
import type { PortalRow } from './portal-rows.ts';

export interface PortalTableProps {
  rows: readonly PortalRow[];
  now: number;
  sorting: Sorting | null;
  onSort: (column: string) => void;
  onSelect: (row: PortalRow) => void;
}

const ROW_HEIGHT = { wide: 64, narrow: 148 };

/** A line for each portal: where it stands, who has access, and how old that is. */
export function PortalTable({ rows, now, ...rest }: PortalTableProps) {
  const text = useText();
  const words = useDashboardText();
  const columns = useMemo(() => columnsOf({ text, words, now }), [text, words, now]);
  return (
    <WindowedTable
      label={words.overview.portals}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      rowHeight={ROW_HEIGHT}
      {...rest}
    />
  );
}

interface Wording {
  text: Messages;
  words: DashboardMessages;
  now: number;
}

function columnsOf(wording: Wording): TableColumn<PortalRow>[] {
  const { overview, portals } = wording.words;
  const cells: Record<PortalColumn, TableColumn<PortalRow>['cell']> = {
    portal: (row) => <Name row={row} {...wording} />,
    slots: ({ view }) => (view ? <Slots view={view} {...wording} /> : overview.notOpened),
    access: ({ view }) => view && <Access view={view} {...wording} />,
    watch: ({ view }) => view && watchInShort(portals, view.watch),
    age: ({ view }) => view && <Age view={view} {...wording} />,
  };
  return PORTAL_COLUMNS.map((id) => ({ id, name: overview.column[id], cell: cells[id], isSortable: true }));
}

function Name({ row, words: { overview } }: Wording & { row: PortalRow }) {
  const under = [row.address === row.label ? '' : row.address, row.userId && overview.user(row.userId)];
  return (
    <>
      <span class="cell-name">
        <PortalName portal={row} />
      </span>
      <span class="cell-under quiet">{under.filter(Boolean).join(' · ')}</span>
    </>
  );
}

function Slots({ view, text, now }: Wording & { view: PortalView }) {
  const standing = standingOf(view);
  const label = chipLabel(text, view);
  const icon = iconBeside(label, standing);
  return (
    <span class="cell-standing" data-tone={standing.tone}>
      <span class="portal-label">
        {icon && <Icon name={icon} />}
        {label}
      </span>
      <span class="cell-lines">{chipSentence(text, view, now)}</span>
    </span>
  );
}

/** Overdue and requests first: they need somebody. */
function Access({ view, words: { overview } }: Wording & { view: PortalView }) {
  const { pending, running, overdue } = view.access;
  const lines = [
    overdue > 0 && overview.overdueShort(overdue),
    pending > 0 && overview.pending(pending),
    running > 0 && overview.running(running),
  ].filter((line) => line !== false);
  if (lines.length > 0) return <span class="cell-lines">{lines.join(', ')}</span>;
  return <span class="quiet">{view.register.readAt === null ? overview.neverLooked : overview.noAccess}</span>;
}

function Age({ view: { slots }, text, words, now }: Wording & { view: PortalView }) {
  if (slots.at === null) return <span class="quiet">{words.overview.neverRead}</span>;
  return (
    <span class="quiet cell-lines">
      {text.slots.provenance(text.slots.source[slots.source], text.age(slots.at, now))}
    </span>
  );
}
