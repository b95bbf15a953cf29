import { useMemo } from 'preact/hooks';
import type { DashboardMessages } from '../../../domain/dashboard-text.ts';
import type { PortalState } from '../../../domain/portals-text.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { PortalName } from '../../inbox/PortalName.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { type TableColumn, WindowedTable } from '../WindowedTable.tsx';
import { type PortalEntry, portalState, watchOf } from './portal-state.ts';
import { watchInShort } from './watch-words.ts';

export interface PortalListProps {
  entries: readonly PortalEntry[];
  /** Origin of the portal whose details are open. */
  selected: string | null;
  onSelect: (entry: PortalEntry) => void;
}

const ROW_HEIGHT = { wide: 56, narrow: 96 };

const ICONS: Record<PortalState, IconName> = {
  works: 'roomy',
  signedOut: 'unread',
  aside: 'aside',
  notOpened: 'new',
  paused: 'switchedOff',
  noPermission: 'near',
  policy: 'full',
};
const TONES: Partial<Record<PortalState, string>> = { works: 'good', noPermission: 'warning' };

/** All known portals; a press opens what is set for one. */
export function PortalList({ entries, ...rest }: PortalListProps) {
  const words = useDashboardText();
  const columns = useMemo(() => columnsOf(words), [words]);
  return (
    <WindowedTable
      label={words.portals.list}
      columns={columns}
      rows={entries}
      keyOf={({ portal }) => portal.origin}
      rowHeight={ROW_HEIGHT}
      {...rest}
    />
  );
}

function columnsOf({ portals: words }: DashboardMessages): TableColumn<PortalEntry>[] {
  return [
    { id: 'known', name: words.column.portal, cell: (entry) => <Name entry={entry} /> },
    {
      id: 'portalState',
      name: words.column.state,
      cell: (entry) => {
        const state = portalState(entry);
        return (
          <span class="portal-label" data-tone={TONES[state] ?? 'quiet'}>
            <Icon name={ICONS[state]} />
            {words.state[state]}
          </span>
        );
      },
    },
    {
      id: 'watch',
      name: words.column.watch,
      cell: (entry) => {
        const watch = watchOf(entry);
        return watch && watchInShort(words, watch);
      },
    },
  ];
}

function Name({ entry: { portal, label, address } }: { entry: PortalEntry }) {
  return (
    <>
      <span class="cell-name">
        <PortalName portal={{ label, colour: portal.colour }} />
      </span>
      <span class="cell-under quiet">{address === label ? '' : address}</span>
    </>
  );
}
