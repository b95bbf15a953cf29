import type { OverviewTotal } from '../../../domain/overview-text.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import type { OverviewTotals, Total } from './totals.ts';

interface TotalsProps {
  totals: OverviewTotals;
  now: number;
  /** Address of the section that tells more of a number. */
  hrefOf: (total: OverviewTotal) => string;
}

/** The three numbers, each with what is pressing about it, its source and its age. */
export function Totals({ totals: { requests, grants, dialogs }, now, hrefOf }: TotalsProps) {
  const text = useText();
  const { overview: words } = useDashboardText();
  return (
    <section class="overview-part" aria-label={words.numbers}>
      <h2 class="part-title">{words.numbers}</h2>
      <ul class="tiles">
        <Tile
          {...{ name: 'requests', total: requests, now }}
          href={hrefOf('requests')}
          isPressing={(requests.count ?? 0) > 0}
          note={requests.since === null ? words.noneWaits : words.waitsSince(text.age(requests.since, now))}
        />
        <Tile
          {...{ name: 'grants', total: grants, now }}
          href={hrefOf('grants')}
          isPressing={grants.overdue > 0}
          note={grants.overdue > 0 ? words.overdue(grants.overdue) : words.noneOverdue}
        />
        <Tile
          {...{ name: 'dialogs', total: dialogs, now }}
          href={hrefOf('dialogs')}
          isPressing={dialogs.full > 0}
          note={dialogs.full > 0 ? words.fullPortals(dialogs.full) : words.noneFull}
        />
      </ul>
    </section>
  );
}

interface TileProps {
  name: OverviewTotal;
  total: Total;
  now: number;
  href: string;
  isPressing: boolean;
  /** What the number means now. */
  note: string;
}

const ICONS: Record<OverviewTotal, IconName> = { requests: 'key', grants: 'clock', dialogs: 'open' };

function Tile({ name, total, now, href, isPressing, note }: TileProps) {
  const text = useText();
  const { overview: words } = useDashboardText();
  const { count, read, of, oldestAt } = total;
  return (
    <li class="tile" data-tone={count === null ? 'quiet' : isPressing ? 'danger' : 'plain'}>
      <a class="tile-name" href={href}>
        {words.total[name]}
      </a>
      <p class="tile-value">
        <Icon name={count === null ? 'unread' : isPressing ? 'near' : ICONS[name]} size={16} />
        {count === null ? '?' : text.number(count)}
      </p>
      <p>{count === null ? words.notReadWhy : note}</p>
      <p class="quiet">
        {words.source[name]}. {words.readOf(read, of)}
        {oldestAt !== null && `, ${words.oldest(text.age(oldestAt, now))}`}
      </p>
    </li>
  );
}
