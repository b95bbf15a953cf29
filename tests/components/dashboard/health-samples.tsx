/** Health in every state, and the page around it. */
import { HealthPage, type HealthPageProps } from '../../../components/dashboard/health/HealthPage.tsx';
import { HEALTH_UNKNOWN, type HealthEvent, healthAfter } from '../../../domain/health/health.ts';
import {
  beginStep,
  nextStep,
  type SelfTestRun,
  type StepId,
  type StepOutcome,
  startSelfTest,
  tellStep,
} from '../../../domain/health/self-test.ts';
import { type Absence, SOURCES, type SourceFailure } from '../../../domain/health/sources.ts';
import { type HealthView, healthView } from '../../../domain/health/view.ts';
import { DAY, HOUR, MINUTE, NOW } from '../samples.ts';

const FAILURES: readonly SourceFailure[] = [
  'signedOut',
  'offline',
  'timeout',
  'serverError',
  'notJson',
  'unexpectedShape',
  'tokenRefused',
  'refused',
  'noTab',
  'silent',
  'malformed',
];
const ABSENCES: readonly Absence[] = ['notOffered', 'notAllowed', 'switchedOff'];

export const KEY = 'https://demo.bitrix24.ru|1';

export const healthOf = (...events: HealthEvent[]): HealthView =>
  healthView(events.reduce(healthAfter, HEALTH_UNKNOWN), NOW);

export const told = (source: (typeof SOURCES)[number], at = NOW - MINUTE): HealthEvent => ({
  type: 'source.told',
  source,
  at,
});

export const MIXED_HEALTH = healthOf(
  told('list', NOW - 2 * HOUR),
  told('page'),
  told('roles', NOW - 3 * DAY),
  { type: 'source.failed', source: 'list', failure: 'refused', detail: 'ACCESS_DENIED', at: NOW - HOUR },
  { type: 'source.failed', source: 'list', failure: 'refused', detail: 'ACCESS_DENIED', at: NOW - MINUTE },
  { type: 'source.failed', source: 'page', failure: 'silent', detail: '', at: NOW - DAY },
  told('page'),
  { type: 'source.absent', source: 'eventLog', absence: 'notOffered', at: NOW - MINUTE },
  { type: 'payload.malformed', source: 'events', count: 3, at: NOW - MINUTE },
  { type: 'command.unknown', name: 'supportAccessAsk', at: NOW - 5 * MINUTE },
  { type: 'command.unknown', name: 'supportAccessAsk', at: NOW - MINUTE },
);

/** Every way to fail and to be absent, one after another over all sources. */
export const EVERY_TROUBLE = healthOf(
  ...SOURCES.map((source, index): HealthEvent => {
    const failure = FAILURES[index % FAILURES.length] ?? 'refused';
    const absence = ABSENCES[index % ABSENCES.length] ?? 'notOffered';
    return index < FAILURES.length
      ? { type: 'source.failed', source, failure, detail: '503', at: NOW - MINUTE }
      : { type: 'source.absent', source, absence, at: NOW - MINUTE };
  }),
);

/** A run in which each step came to what is said; the others passed. */
export function runOf(outcomes: Partial<Record<StepId, StepOutcome>>, until: StepId | null = null): SelfTestRun {
  let run = startSelfTest(KEY, NOW - MINUTE);
  for (let step = nextStep(run); step; step = nextStep(run)) {
    run = beginStep(run, step.id, NOW - MINUTE);
    if (step.id === until) return run;
    run = tellStep(run, step.id, outcomes[step.id] ?? { result: 'passed' }, NOW - MINUTE + 420);
  }
  return run;
}

export const MIXED_RUN = runOf({
  market: { result: 'notNeeded' },
  chatapp: { result: 'failed', failure: 'timeout', code: '' },
  list: { result: 'passed' },
  access: { result: 'absent', absence: 'notAllowed' },
  eventLog: { result: 'absent', absence: 'notOffered' },
});

const nothing = () => undefined;

export const healthPage = (changes: Partial<HealthPageProps> = {}) => (
  <HealthPage
    host="demo.bitrix24.ru"
    now={NOW}
    health={{ state: 'ready', value: MIXED_HEALTH, isRefreshFailed: false }}
    trouble={null}
    run={null}
    running="none"
    diagnostics={{ state: 'none' }}
    onRetry={nothing}
    onLook={nothing}
    onClear={async () => true}
    onBegin={nothing}
    onPrepare={nothing}
    onCopy={async () => true}
    {...changes}
  />
);
