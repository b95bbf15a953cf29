import { useId } from 'preact/hooks';
import type { Attempt, Outcome, RuleRun } from '../../../domain/rules/run.ts';
import type { RunsMessages } from '../../../domain/runs-text.ts';
import { findSecrets, maskSecrets } from '../../../domain/secrets.ts';
import { useDashboardText } from '../../dashboard/dashboard-text-context.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useRunsText } from './runs-text-context.ts';

interface AttemptListProps {
  run: RuleRun;
  now: number;
}

/** Every attempt with its answer, and when the next one comes and why. */
export function AttemptList({ run, now }: AttemptListProps) {
  const text = useText();
  const { runs } = useRunsText();
  const { trace } = runs;
  const id = useId();
  const { attempts, nextAt } = run;
  return (
    <section class="pane-part" aria-labelledby={id}>
      <h4 class="section-title" id={id}>
        {trace.attempts}
      </h4>
      {attempts.length === 0 && <p class="quiet">{trace.noAttempts}</p>}
      <ol class="attempts">
        {attempts.map((attempt, index) => (
          <AttemptItem key={attempt.at} attempt={attempt} number={index + 1} now={now} />
        ))}
      </ol>
      {nextAt !== null && (
        <p>
          {trace.nextAt(text.time(nextAt, now))}. {whyLater(attempts.at(-1), runs)}
        </p>
      )}
    </section>
  );
}

function whyLater(last: Attempt | undefined, { call, trace }: RunsMessages): string {
  if (!last || !('problem' in last.outcome)) return trace.waitsFirst;
  return `${trace.why}: ${call[last.outcome.problem].what}.`;
}

const SIGN: Record<Outcome['kind'], { icon: IconName; tone: string }> = {
  done: { icon: 'roomy', tone: 'good' },
  retry: { icon: 'clock', tone: 'plain' },
  failed: { icon: 'cross', tone: 'danger' },
  uncertain: { icon: 'near', tone: 'warning' },
};

function AttemptItem({ attempt, number, now }: { attempt: Attempt; number: number; now: number }) {
  const text = useText();
  const { health } = useDashboardText();
  const { trace } = useRunsText().runs;
  const { at, endedAt, outcome } = attempt;
  const { icon, tone } = SIGN[outcome.kind];
  return (
    <li>
      <p class="quiet">
        {trace.attempt(number)} · <time dateTime={new Date(at).toISOString()}>{text.time(at, now)}</time> ·{' '}
        {trace.took(health.duration(Math.max(0, endedAt - at)))}
      </p>
      <p class="mark" data-tone={tone}>
        <Icon name={icon} />
        <OutcomeWords outcome={outcome} />
      </p>
      <AnswerLine outcome={outcome} />
    </li>
  );
}

/** What came of an attempt, what it means, and what to do. */
export function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { call, trace } = useRunsText().runs;
  const status = 'status' in outcome && outcome.status !== null ? `, ${trace.status(outcome.status)}` : '';
  if (outcome.kind === 'done') {
    return (
      <span>
        {trace.done}
        {status}
      </span>
    );
  }
  const { what, next } = call[outcome.problem];
  const doubt = outcome.kind === 'uncertain' ? `${trace.mayBeDone}. ` : '';
  return (
    <span>
      {doubt}
      {what}
      {status}. {next}.
    </span>
  );
}

/** What the other side said, as far as it was kept. */
export function AnswerLine({ outcome }: { outcome: Outcome }) {
  const { trace } = useRunsText().runs;
  if (!('answer' in outcome) || outcome.answer === '') return null;
  return (
    <p class="quiet call-answer" dir="auto">
      {trace.answer}: {maskSecrets(outcome.answer, findSecrets(outcome.answer))}
    </p>
  );
}
