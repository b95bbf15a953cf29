import { type ComponentChildren, toChildArray } from 'preact';
import type { WipeProof } from '../../../domain/privacy.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';
import { SearchTool } from '../SearchTool.tsx';
import { Empty, PageHead } from '../States.tsx';
import { AddPortal, type AddPortalProps } from './AddPortal.tsx';
import { ForgottenProof } from './ForgetPart.tsx';
import { type Moved, MovedNote } from './MovedNote.tsx';
import { PortalList, type PortalListProps } from './PortalList.tsx';

export interface PortalsPageProps extends PortalListProps {
  add: AddPortalProps;
  now: number;
  /** How many portals there are, also those that the search leaves out. */
  total: number;
  query: string;
  /** A portal that was forgotten a moment ago. */
  forgotten: { name: string; proof: WipeProof } | null;
  /** A portal that was moved a moment ago. */
  moved: Moved | null;
  edge: EdgeProps;
  onQuery: (query: string) => void;
  onDismissProof: () => void;
  /** The details of the selected portal. */
  children?: ComponentChildren;
}

interface EdgeProps {
  /** Null: not known yet. */
  isOn: boolean | null;
  /** The organisation decides. */
  isFixed: boolean;
  isFailed: boolean;
  onChange: (isOn: boolean) => void;
}

/** With fewer nobody searches. */
const SEARCHED_FROM = 8;

/** Portals as a whole: which there are, how they are marked, and how one is added. */
export function PortalsPage({ children, ...props }: PortalsPageProps) {
  const { portals: words, overview, rail } = useDashboardText();
  const { total, entries, query, forgotten, moved, now } = props;
  return (
    <>
      <PageHead title={rail.section.portals} lead={words.lead(total)} />
      {forgotten && <ForgottenProof {...forgotten} now={now} onDismiss={props.onDismissProof} />}
      {moved && <MovedNote {...moved} now={now} onDismiss={props.onDismissProof} />}
      <AddPortal {...props.add} />
      {total === 0 ? (
        <Empty {...words.none} />
      ) : (
        <div class="split" data-open={toChildArray(children).length > 0}>
          <div class="split-list">
            {total >= SEARCHED_FROM && (
              <div class="toolbar">
                <SearchTool label={overview.search} hint={overview.searchHint} value={query} onInput={props.onQuery} />
                <p class="quiet tool-told" role="status">
                  {overview.shown(entries.length, total)}
                </p>
              </div>
            )}
            {entries.length > 0 ? <PortalList {...props} /> : <p class="quiet">{overview.noneFound}</p>}
          </div>
          {children}
        </div>
      )}
      <EdgeSetting {...props.edge} />
    </>
  );
}

function EdgeSetting({ isOn, isFixed, isFailed, onChange }: EdgeProps) {
  const { portals } = useDashboardText();
  const words = portals.edge;
  const isReadOnly = useReadOnly();
  return (
    <section class="overview-part" aria-label={words.heading}>
      <h2 class="part-title">{words.heading}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn === true}
          disabled={isOn === null || isFixed || isReadOnly}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>
          {words.on}
          <span class="check-hint quiet">{words.hint}</span>
          {isFixed && <span class="check-hint quiet">{words.fixed}</span>}
        </span>
      </label>
      <div role="status">{isFailed && <p class="field-problem">{portals.saveFailed}</p>}</div>
    </section>
  );
}
