import { useEffect, useId, useRef } from 'preact/hooks';
import type { RuleRun } from '../../../domain/rules/run.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { DECISIONS, type Decision } from '../../../domain/runs-text.ts';
import { useReadOnly } from '../../dashboard/read-only-context.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { RenderedPart } from './RenderedPart.tsx';
import { eventSentence, portalName } from './run-words.ts';
import { useRunsText } from './runs-text-context.ts';

export interface UncertainListProps {
  view: RulesView;
  now: number;
  /** Key of the run that is being decided; null: none is. */
  busy: string | null;
  /** What was decided last; `failed`: it could not be noted. */
  told: Decision | 'failed' | null;
  onDecide: (run: RuleRun, decision: Decision) => void;
}

/** Runs of which nobody knows whether they were done; a person looks and decides. */
export function UncertainList(props: UncertainListProps) {
  const { view, told } = props;
  const { runs } = useRunsText();
  const words = runs.uncertain;
  const { uncertain } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(uncertain.length);
  const id = useId();
  useEffect(() => {
    // The pressed button has gone with its run: the keyboard goes on from the heading.
    if (uncertain.length < before.current && isLost()) heading.current?.focus();
    before.current = uncertain.length;
  }, [uncertain.length]);
  if (uncertain.length === 0 && told === null) return null;
  return (
    <section class="uncertain" aria-labelledby={id}>
      <h2 class="part-title" id={id} ref={heading} tabIndex={-1}>
        <Icon name={uncertain.length > 0 ? 'near' : 'roomy'} size={16} />
        {words.heading}
      </h2>
      <p>{uncertain.length > 0 ? words.lead(uncertain.length) : words.none}</p>
      <p class={told === 'failed' ? 'field-problem' : 'quiet'} role="status">
        {told !== null && (told === 'failed' ? runs.notDone : words.decided[told])}
      </p>
      <ul class="uncertain-runs">
        {uncertain.map((run) => (
          <UncertainRun key={run.key} {...props} run={run} />
        ))}
      </ul>
    </section>
  );
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function UncertainRun(props: UncertainListProps & { run: RuleRun }) {
  const { run, view, now } = props;
  const text = useText();
  const words = useRunsText();
  const { runs, rules } = words;
  const last = run.attempts.at(-1);
  const problem = last && 'problem' in last.outcome ? runs.call[last.outcome.problem].what : null;
  return (
    <li class="uncertain-run">
      <p class="notice-what" dir="auto">
        {run.ruleName}
        {run.rendered && ` · ${rules.actionName[run.rendered.action.kind]}`}
      </p>
      <p dir="auto">
        {eventSentence(words, run.event)} · {portalName(view, run.portal)} ·{' '}
        <time dateTime={new Date(run.event.at).toISOString()}>{text.time(run.event.at, now)}</time>
      </p>
      <p>
        {runs.uncertain.known}: {runs.uncertain.sent(text.time(last?.at ?? run.changedAt, now))}.{' '}
        {problem ?? runs.uncertain.unknownAttempt}.
      </p>
      {run.isRepeatable && <p class="quiet">{runs.uncertain.repeatable}</p>}
      {run.rendered && (
        <details class="legend">
          <summary>{runs.trace.action}</summary>
          <RenderedPart rendered={run.rendered} view={view} />
        </details>
      )}
      <Decisions {...props} />
    </li>
  );
}

function Decisions({ run, busy, onDecide }: UncertainListProps & { run: RuleRun }) {
  const words = useRunsText();
  const { uncertain } = words.runs;
  const isReadOnly = useReadOnly();
  const isBusy = busy !== null;
  const id = useId();
  return (
    <div class="decisions">
      {DECISIONS.map((decision) => {
        const { button, means } = uncertain.decision[decision];
        return (
          <div key={decision} class="decision">
            <button
              type="button"
              class="button"
              aria-disabled={isBusy || isReadOnly}
              aria-label={uncertain.of(button, run.ruleName, eventSentence(words, run.event))}
              aria-describedby={`${id}-${decision}`}
              onClick={() => !isBusy && !isReadOnly && onDecide(run, decision)}
            >
              {button}
            </button>
            <p class="quiet" id={`${id}-${decision}`}>
              {means}
            </p>
          </div>
        );
      })}
      <p class="quiet" role="status">
        {busy === run.key ? uncertain.doing : ''}
      </p>
    </div>
  );
}
