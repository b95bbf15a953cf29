import { useSelector } from '@xstate/store-preact';
import { useMemo, useState } from 'preact/hooks';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { GonePane } from '../../components/dashboard/GonePane.tsx';
import { findPortals } from '../../components/dashboard/overview/portal-rows.ts';
import type { Moved } from '../../components/dashboard/portals/MovedNote.tsx';
import { PortalsPage, type PortalsPageProps } from '../../components/dashboard/portals/PortalsPage.tsx';
import { type PortalEntry, portalEntries } from '../../components/dashboard/portals/portal-state.ts';
import { dashboardStore } from './dashboard-store.ts';
import { PortalDetails } from './PortalDetails.tsx';
import { hashOf, NEW_PORTAL, placeOf } from './place.ts';
import type { FrontSectionProps } from './section-props.ts';
import { useAddedPortal } from './use-added-portal.ts';
import { useGrants } from './use-permissions.ts';
import { usePortalEdge } from './use-portal-edge.ts';

const select = (origin: string | null) => {
  location.hash = hashOf({ ...placeOf('portals'), detail: origin });
};

/** All portals that are known: marked, paused, watched, added and forgotten. */
export function PortalsSection({ front, now, language }: FrontSectionProps) {
  const { portals: words } = useDashboardText();
  const detail = useSelector(dashboardStore, ({ context }) => context.place.detail ?? null);
  const [query, setQuery] = useState('');
  const [forgotten, setForgotten] = useState<PortalsPageProps['forgotten']>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const isGranted = useGrants();
  const { known, portals, preferences } = front;
  const entries = useMemo(
    () => portalEntries(known, portals, isGranted, language),
    [known, portals, isGranted, language],
  );
  const shown = useMemo(() => findPortals(entries, query), [entries, query]);
  const selected = detail === NEW_PORTAL ? null : detail;
  const entry = entries.find(({ portal }) => portal.origin === selected);
  const add = useAddedPortal();
  return (
    <PortalsPage
      {...{ now, query, forgotten, moved, selected }}
      entries={shown}
      total={entries.length}
      add={{ ...add, takesFocus: detail === NEW_PORTAL }}
      edge={usePortalEdge(preferences)}
      onQuery={setQuery}
      onSelect={({ portal }) => select(portal.origin)}
      onDismissProof={() => {
        setForgotten(null);
        setMoved(null);
      }}
    >
      {entry && (
        <PortalDetails
          key={entry.portal.origin}
          entry={entry}
          now={now}
          isWatchOff={preferences.featuresOff.includes('watch')}
          onForgotten={(proof) => {
            setForgotten({ name: entry.label, proof });
            select(null);
          }}
          others={othersOf(entries, entry)}
          onMoved={(to, outcome) => {
            const name = entries.find(({ portal }) => portal.origin === to)?.label ?? to;
            setMoved({ from: entry.label, to: name, outcome });
            select(to);
          }}
          onClose={() => select(null)}
        />
      )}
      {selected !== null && !entry && <GonePane told={words.gone} onClose={() => select(null)} />}
    </PortalsPage>
  );
}

/** Where a portal may have moved to. */
const othersOf = (entries: readonly PortalEntry[], { portal }: PortalEntry) =>
  entries
    .filter((other) => other.portal.origin !== portal.origin)
    .map(({ portal: { origin }, label, address }) => ({
      origin,
      label: label === address ? label : `${label} (${address})`,
    }));
