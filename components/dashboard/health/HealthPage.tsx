import type { DatabaseTrouble } from '../../../domain/database-trouble.ts';
import type { HealthView } from '../../../domain/health/view.ts';
import { Note } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { type Answer, Answered, Empty, PageHead } from '../States.tsx';
import { CountsPart } from './CountsPart.tsx';
import { DiagnosticsPart, type DiagnosticsPartProps } from './DiagnosticsPart.tsx';
import { verdictOf } from './health-words.ts';
import { SelfTestPart, type SelfTestPartProps } from './SelfTestPart.tsx';
import { SourcesPart } from './SourcesPart.tsx';

export interface HealthPageProps extends Omit<SelfTestPartProps, 'trouble'>, DiagnosticsPartProps {
  /** Null: no portal is known. */
  host: string | null;
  health: Answer<HealthView>;
  /** Why the storage does not work; null: it does, as far as is known. */
  trouble: DatabaseTrouble | null;
  /** Loads anew what could not be loaded. */
  onRetry: () => void;
  /** Asks again, and leaves what is shown until then. */
  onLook: () => void;
  /** Counts begin anew; false when that failed. */
  onClear: () => Promise<boolean>;
}

/** How the sources of a portal are, a test of them, and a text for whoever helps. */
export function HealthPage(props: HealthPageProps) {
  const { health: words, rail } = useDashboardText();
  const { host, trouble, onLook } = props;
  return (
    <div class="health">
      <PageHead title={rail.section.health} lead={host === null ? '' : words.lead(host)}>
        {host !== null && (
          <button type="button" class="button" onClick={onLook}>
            {words.lookAgain}
          </button>
        )}
      </PageHead>
      {trouble && (
        <div role="alert">
          <Note tone="danger" {...words.database[trouble]} />
        </div>
      )}
      {host === null ? !trouble && <Empty {...words.noPortal} /> : <OfPortal {...props} />}
      <DiagnosticsPart {...props} />
    </div>
  );
}

/** What is about the portal; the self-test is there as well when its sources could not be loaded. */
function OfPortal(props: HealthPageProps) {
  const { health, now, trouble, onRetry, onClear } = props;
  const hasOnlyTrouble = health.state === 'failed' && trouble !== null;
  return (
    <>
      {!hasOnlyTrouble && (
        <Answered answer={health} onRetry={onRetry}>
          {(view) => (
            <>
              <Verdict view={view} />
              <SourcesPart view={view} now={now} />
              <CountsPart view={view} now={now} onClear={onClear} />
            </>
          )}
        </Answered>
      )}
      <SelfTestPart {...props} />
    </>
  );
}

/** All sources in one sentence. */
function Verdict({ view }: { view: HealthView }) {
  const { health: words } = useDashboardText();
  const verdict = verdictOf(view);
  if (verdict !== 'broken') {
    const tone = { unread: 'quiet', fine: 'good', odd: 'warning' } as const;
    return <Note tone={tone[verdict]} {...words.verdict[verdict]} />;
  }
  const broken = view.lines.filter(({ state }) => state === 'broken');
  const names = broken.map(({ source }) => words.sources.source[source].name).join(', ');
  return (
    <Note tone="warning" title={words.broken(broken.length)} text={words.brokenText}>
      <p>{words.brokenNamed(names)}</p>
    </Note>
  );
}
