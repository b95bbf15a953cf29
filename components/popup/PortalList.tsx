import { useMemo, useState } from 'preact/hooks';
import { type InboxItem, toneOf } from '../../domain/inbox/item.ts';
import { byNeed } from '../../domain/inbox/portal-order.ts';
import type { KnownPortal } from '../../domain/portals/known-portal.ts';
import type { PortalView } from '../../domain/view.ts';
import { originsOfSeveral } from '../inbox/InboxList.tsx';
import { usePopupText } from '../text-context.ts';
import { KnownCard } from './KnownCard.tsx';
import { PortalCard, type PortalCardProps } from './PortalCard.tsx';
import type { ToldOutcome } from './portal-actions.ts';

export interface PortalListProps
  extends Omit<PortalCardProps, 'view' | 'outcome' | 'showUser' | 'isFolded' | 'onFold' | 'items'> {
  portals: readonly PortalView[];
  known: readonly KnownPortal[];
  /** The inbox of all of them. */
  items: readonly InboxItem[];
  /** What became of what was asked for, and on the portal of which key. */
  outcome: ToldOutcome | null;
  onOpenKnown: (portal: KnownPortal) => void;
}

/** So many are shown whole whatever is the matter. */
const ALWAYS_WHOLE = 3;
/** So many unfold because somebody is needed there; the inbox above names the others as well. */
const MOST_UNFOLDED = 8;
const NO_ITEMS: readonly InboxItem[] = [];

/** All portals, the most pressing first; of many only those that need somebody are more than a line. */
export function PortalList({ portals, known, items, outcome, onOpenKnown, ...card }: PortalListProps) {
  const popup = usePopupText();
  const ordered = useMemo(() => byNeed(portals, items), [portals, items]);
  const byPortal = useMemo(() => Map.groupBy(items, ({ portal }) => portal), [items]);
  const severalUsers = useMemo(() => originsOfSeveral(portals), [portals]);
  const unseen = useMemo(() => withoutView(known, portals), [known, portals]);
  const whole = useMemo(() => wholeOnes(ordered, items), [ordered, items]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  // What became of a press is told on the card, so that card has to be open.
  const isFolded = ({ key }: PortalView) => outcome?.key !== key && (chosen.get(key) ?? !whole.has(key));
  return (
    <section class="popup-portals" aria-labelledby="portals-heading">
      <h2 class="section-title" id="portals-heading">
        {popup.portals}
      </h2>
      <ul class="cards">
        {ordered.map((view) => (
          <li key={view.key}>
            <PortalCard
              {...card}
              view={view}
              items={byPortal.get(view.key) ?? NO_ITEMS}
              isFolded={isFolded(view)}
              onFold={({ key }, fold) => setChosen((before) => new Map(before).set(key, fold))}
              outcome={outcome?.key === view.key ? outcome.kind : null}
              showUser={severalUsers.has(view.origin)}
            />
          </li>
        ))}
        {unseen.map((portal) => (
          <li key={portal.origin}>
            <KnownCard portal={portal} onOpenKnown={onOpenKnown} onPortalSettings={card.onPortalSettings} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function wholeOnes(ordered: readonly PortalView[], items: readonly InboxItem[]): ReadonlySet<string> {
  if (ordered.length <= ALWAYS_WHOLE) return new Set(ordered.map(({ key }) => key));
  const needy = new Set(items.filter(({ reason }) => toneOf(reason) !== 'quiet').map(({ portal }) => portal));
  return new Set(
    ordered
      .filter(({ key }) => needy.has(key))
      .slice(0, MOST_UNFOLDED)
      .map(({ key }) => key),
  );
}

/** Known by their address only: added, or left before anything was read. */
function withoutView(known: readonly KnownPortal[], portals: readonly PortalView[]): KnownPortal[] {
  const seen = new Set(portals.map(({ origin }) => origin));
  return known.filter(({ origin }) => !seen.has(origin));
}
