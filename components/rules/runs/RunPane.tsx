import { useId } from 'preact/hooks';
import type { RuleRun, Verdict } from '../../../domain/rules/run.ts';
import { conditionWords } from '../../../domain/rules/sentence.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { useHeldFocus } from '../../held-focus.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { AttemptList } from './AttemptList.tsx';
import { RenderedPart } from './RenderedPart.tsx';
import { eventSentence, factText, portalName } from './run-words.ts';
import { useRunsText } from './runs-text-context.ts';
import { StateMark } from './StateMark.tsx';

export interface RunPaneProps {
  run: RuleRun;
  view: RulesView;
  now: number;
  onClose: () => void;
}

/** One run from what happened to what came of it. */
export function RunPane({ run, view, now, onClose }: RunPaneProps) {
  const words = useRunsText();
  const { trace, state, skipped } = words.runs;
  const pane = useHeldFocus<HTMLElement>();
  const title = eventSentence(words, run.event);
  return (
    <aside
      class="pane run-pane"
      aria-label={trace.details(title)}
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <div class="pane-head">
        <h3 class="pane-title" dir="auto">
          {title}
        </h3>
        <button type="button" class="icon-button" aria-label={trace.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      <div>
        <StateMark state={run.state} />
        <p class="quiet">{run.skipped ? skipped[run.skipped] : state[run.state].text}</p>
      </div>
      <Happened run={run} view={view} now={now} />
      <Conditions run={run} now={now} />
      {run.rendered && <RenderedPart rendered={run.rendered} view={view} />}
      {run.rendered && run.state !== 'dry' && <AttemptList run={run} now={now} />}
      <Identity id={run.event.id} />
    </aside>
  );
}

function Happened({ run, view, now }: Pick<RunPaneProps, 'run' | 'view' | 'now'>) {
  const text = useText();
  const { runs } = useRunsText();
  const words = runs.trace;
  const { event, ruleName, ruleVersion, portal } = run;
  return (
    <dl class="facts pane-facts">
      <dt>{words.happened}</dt>
      <dd>
        <time dateTime={new Date(event.at).toISOString()}>{text.time(event.at, now)}</time>
      </dd>
      <dt>{words.portal}</dt>
      <dd dir="auto">{portalName(view, portal)}</dd>
      <dt>{words.column.rule}</dt>
      <dd>
        <span dir="auto">{ruleName}</span> <span class="quiet">{words.version(ruleVersion)}</span>
      </dd>
    </dl>
  );
}

/** For whoever looks for the same event elsewhere; nobody else has to see it. */
function Identity({ id }: { id: string }) {
  const { trace: words } = useRunsText().runs;
  return (
    <details class="legend pane-part">
      <summary>{words.identity}</summary>
      <code class="run-identity" dir="ltr">
        {id}
      </code>
      <p class="quiet">{words.identityHint}</p>
    </details>
  );
}

const VERDICT_SIGN: Record<Verdict['verdict'], { icon: IconName; tone: string }> = {
  yes: { icon: 'roomy', tone: 'good' },
  no: { icon: 'cross', tone: 'danger' },
  unknown: { icon: 'unread', tone: 'warning' },
};

/** Each condition that was asked, and which of them decided. */
function Conditions({ run, now }: Pick<RunPaneProps, 'run' | 'now'>) {
  const text = useText();
  const words = useRunsText();
  const { trace } = words.runs;
  const id = useId();
  const deciding = run.skipped === 'condition' ? run.verdicts.findIndex(({ verdict }) => verdict !== 'yes') : -1;
  return (
    <section class="pane-part" aria-labelledby={id}>
      <h4 class="section-title" id={id}>
        {trace.conditions}
      </h4>
      {run.verdicts.length === 0 && <p class="quiet">{trace.noConditions}</p>}
      <ol class="verdicts">
        {run.verdicts.map(({ condition, value, verdict }, index) => (
          <li key={index} data-decided={index === deciding}>
            <span class="mark" data-tone={VERDICT_SIGN[verdict].tone}>
              <Icon name={VERDICT_SIGN[verdict].icon} />
              {trace.verdict[verdict]}
            </span>
            <span>
              <span dir="auto">{conditionWords(words.rules, condition)}</span>
              {verdict !== 'unknown' && (
                <span class="quiet verdict-value" dir="auto">
                  {trace.found(factText(words, text, condition.fact, value, now))}
                </span>
              )}
              {index === deciding && <strong class="verdict-value">{trace.decided}</strong>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
