import { useState } from 'preact/hooks';
import { isKnown } from '../../../domain/chatapp/facts.ts';
import { EXPLAINER_VIEWS, type ExplainerView } from '../../../domain/explainer-text.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Blank } from './Blank.tsx';
import { CompareArea } from './CompareArea.tsx';
import { EmployeeArea } from './EmployeeArea.tsx';
import { useExplainer } from './explainer-context.ts';
import { type ExplainerPlace, explainerDetail, parseExplainerPlace } from './explainer-place.ts';
import { LineArea } from './LineArea.tsx';
import type { RenderFile } from './WhoCanView.tsx';

interface ExplainerPageProps {
  detail: string | null;
  onDetail: (detail: string | null) => void;
  renderFile: RenderFile;
}

/** Why an employee can or cannot work with ChatApp: one employee, a whole line, or two side by side. */
export function ExplainerPage({ detail, onDetail, renderFile }: ExplainerPageProps) {
  const { explainer: words } = useDashboardText();
  const { facts, employees } = useExplainer();
  const [places, setPlaces] = useState<Partial<Record<ExplainerView, string | null>>>({});
  const place = parseExplainerPlace(detail);
  const move = (next: ExplainerPlace) => onDetail(explainerDetail(next));
  const choose = (view: ExplainerView) => {
    // What was looked at before is there again.
    setPlaces({ ...places, [place.view]: detail });
    onDetail(places[view] ?? explainerDetail(EMPTY[view]));
  };
  return (
    <section class="explainer" aria-label={words.title}>
      <h2 class="for-screen-reader">{words.title}</h2>
      {place.view === 'employee' && place.employee === null && <p class="quiet">{words.lead}</p>}
      {!isKnown(facts.staff) || employees.length === 0 ? (
        <NoStaff />
      ) : (
        <>
          <Views view={place.view} onView={choose} />
          {place.view === 'employee' && <EmployeeArea place={place} onMove={move} />}
          {place.view === 'line' && <LineArea place={place} onMove={move} renderFile={renderFile} />}
          {place.view === 'compare' && <CompareArea place={place} onMove={move} />}
          {!facts.staff.value.isWhole && <p class="quiet">{words.notWhole}</p>}
          <p class="quiet">{words.integrators}</p>
        </>
      )}
    </section>
  );
}

const EMPTY: Readonly<Record<ExplainerView, ExplainerPlace>> = {
  employee: { view: 'employee', employee: null, line: null },
  line: { view: 'line', line: null },
  compare: { view: 'compare', first: null, second: null, line: null },
};

function Views({ view, onView }: { view: ExplainerView; onView: (view: ExplainerView) => void }) {
  const { explainer } = useDashboardText();
  const { views: words } = explainer;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own along.
    <div class="explain-choices" role="group" aria-label={words.label}>
      {EXPLAINER_VIEWS.map((each) => (
        <button
          key={each}
          type="button"
          class="button explain-choice"
          aria-pressed={each === view}
          onClick={() => each !== view && onView(each)}
        >
          {words.view[each]}
        </button>
      ))}
    </div>
  );
}

/** Nothing can be explained: why, and what to do. */
function NoStaff() {
  const { explainer } = useDashboardText();
  const { none: words, source } = explainer;
  const { facts } = useExplainer();
  const { staff } = facts;
  if (isKnown(staff)) return <Blank {...words.noStaff} />;
  if (staff.why === 'notRead') return <Blank {...words.unread} />;
  return <Blank title={words.failed.title} text={words.failed.text(source.nowhere[staff.why])} />;
}
