import type { Inbox } from '../../../domain/inbox/inbox.ts';
import type { InboxItem } from '../../../domain/inbox/item.ts';
import type { OverviewTotal } from '../../../domain/overview-text.ts';
import type { PortalView } from '../../../domain/view.ts';
import { Icon } from '../../Icon.tsx';
import { InboxList } from '../../inbox/InboxList.tsx';
import { useInboxText } from '../../inbox/inbox-text-context.ts';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { FileButtons, type FileButtonsProps } from '../FileButtons.tsx';
import { useReadOnly } from '../read-only-context.ts';
import { SearchTool } from '../SearchTool.tsx';
import { Empty, PageHead } from '../States.tsx';
import { PortalTable, type PortalTableProps } from './PortalTable.tsx';
import { Totals } from './Totals.tsx';
import type { OverviewTotals } from './totals.ts';

export interface OverviewPageProps extends PortalTableProps, FileButtonsProps {
  inbox: Inbox;
  portals: readonly PortalView[];
  /** How many portals there are, also those that the search leaves out. */
  total: number;
  totals: OverviewTotals;
  query: string;
  /** What could not be done a moment ago. */
  failure: 'rest' | 'open' | null;
  hrefOf: (total: OverviewTotal) => string;
  /** Addresses of the sections for portals and for the first steps. */
  portalsHref: string;
  startHref: string;
  onOpen: (item: InboxItem) => void;
  onRest: (isOn: boolean) => void;
  onQuery: (query: string) => void;
}

/** All portals at once: what needs a person, the numbers, and a line for each portal. */
export function OverviewPage(props: OverviewPageProps) {
  const { overview: words, rail } = useDashboardText();
  const { total, totals, now, hrefOf, startHref } = props;
  if (total === 0) {
    return (
      <>
        <h1 class="page-title">{rail.section.overview}</h1>
        <Empty {...words.none}>
          <p>
            <a class="button link-button" href={startHref}>
              {words.begin}
            </a>
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={rail.section.overview} lead={words.lead(total)}>
        <FileButtons file={props.file} onSave={props.onSave} />
      </PageHead>
      <Needs {...props} />
      <Totals {...{ totals, now, hrefOf }} />
      <Portals {...props} />
    </>
  );
}

/** What needs a person, and what rests until tomorrow. */
function Needs({ inbox, portals, now, failure, onOpen, onRest }: OverviewPageProps) {
  const { overview: words } = useDashboardText();
  const { heading } = useInboxText();
  const isReadOnly = useReadOnly();
  const isResting = inbox.restsUntil !== null;
  return (
    <section class="overview-part" aria-label={heading}>
      <div class="part-head">
        <h2 class="part-title">{heading}</h2>
        {!isResting && inbox.items.length > 0 && (
          <button type="button" class="text-button" title={words.restHint} onClick={() => onRest(true)}>
            {words.rest}
          </button>
        )}
      </div>
      <InboxList items={inbox.items} portals={portals} now={now} onOpen={onOpen} isReadOnly={isReadOnly} limit={10} />
      {isResting && <Resting inbox={inbox} now={now} onRest={onRest} />}
      <div role="status">
        {failure && (
          <p class="field-problem">
            <Icon name="near" />
            {failure === 'rest' ? words.restFailed : words.openFailed}
          </p>
        )}
      </div>
    </section>
  );
}

function Resting({ inbox, now, onRest }: Pick<OverviewPageProps, 'inbox' | 'now' | 'onRest'>) {
  const text = useText();
  const { overview: words } = useDashboardText();
  const until = text.clock(inbox.restsUntil ?? now, now);
  return (
    <p class="resting">
      <Icon name="clock" />
      <span>{inbox.restingCount > 0 ? words.resting(inbox.restingCount, until) : words.restingNothing(until)}</span>
      <button type="button" class="text-button" onClick={() => onRest(false)}>
        {words.wake}
      </button>
    </p>
  );
}

/** With fewer nobody searches. */
const SEARCHED_FROM = 8;

function Portals({ rows, total, query, portalsHref, onQuery, ...table }: OverviewPageProps) {
  const { overview: words } = useDashboardText();
  return (
    <section class="overview-part split-list" aria-label={words.portals}>
      <div class="part-head">
        <h2 class="part-title">{words.portals}</h2>
        <a class="text-link" href={portalsHref}>
          {words.managePortals}
        </a>
      </div>
      {total >= SEARCHED_FROM && (
        <div class="toolbar">
          <SearchTool label={words.search} hint={words.searchHint} value={query} onInput={onQuery} />
          <p class="quiet tool-told" role="status">
            {words.shown(rows.length, total)}
          </p>
        </div>
      )}
      {rows.length > 0 ? <PortalTable rows={rows} {...table} /> : <p class="quiet">{words.noneFound}</p>}
    </section>
  );
}
