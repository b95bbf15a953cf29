/**
 * The self-test of one portal: which readers are tried in which order, and what came of it. A step whose ground has
 * failed is not tried: its failure would only repeat the first one. Pure; whoever runs it asks `nextStep` and tells.
 */
import type { Absence, HealthSource, SourceFailure } from './sources.ts';

export interface SelfTestStep {
  id: StepId;
  /** What the step tells something about. */
  sources: readonly HealthSource[];
  /** Steps without which it cannot succeed. */
  needs: readonly StepId[];
  /** Requests it sends to the portal; 0: it only looks at what is there. */
  requests: number;
}

export type StepId = 'database' | 'tab' | 'page' | 'events' | 'list' | 'access' | 'market' | 'chatapp' | 'eventLog';

/** In this order: from what costs nothing to what reads most. */
export const SELF_TEST: readonly SelfTestStep[] = [
  { id: 'database', sources: [], needs: [], requests: 0 },
  { id: 'tab', sources: [], needs: [], requests: 0 },
  { id: 'page', sources: ['page'], needs: ['tab'], requests: 0 },
  { id: 'events', sources: ['events'], needs: ['page'], requests: 0 },
  { id: 'list', sources: ['list', 'limit', 'counters'], needs: ['page'], requests: 1 },
  { id: 'access', sources: ['access', 'notifications'], needs: ['list'], requests: 3 },
  { id: 'market', sources: ['marketPages'], needs: ['tab'], requests: 0 },
  { id: 'chatapp', sources: ['staff', 'departments', 'accessList', 'lines', 'roles'], needs: ['list'], requests: 5 },
  { id: 'eventLog', sources: ['eventLog'], needs: ['list'], requests: 1 },
];

/** `notNeeded`: there is nothing to try, such as no page of the Market that is open. */
export type StepOutcome =
  | { result: 'passed' }
  | { result: 'absent'; absence: Absence }
  | { result: 'notNeeded' }
  | { result: 'failed'; failure: SourceFailure; code: string };

export type StepResult = (StepOutcome & { at: number; ms: number }) | { result: 'skipped'; because: StepId };

export interface SelfTestRun {
  portal: string;
  startedAt: number;
  /** The step that was begun and has not told yet. */
  underWay: { id: StepId; at: number } | null;
  results: Partial<Record<StepId, StepResult>>;
}

/** A step that says nothing for so long has failed: a tab that sleeps never answers. In ms. */
export const STEP_PATIENCE = 60_000;

export const startSelfTest = (portal: string, now: number): SelfTestRun => ({
  portal,
  startedAt: now,
  underWay: null,
  results: {},
});

/** The step to try next; null while one is under way and when all are done. */
export const nextStep = ({ results, underWay }: SelfTestRun): SelfTestStep | null =>
  underWay ? null : (SELF_TEST.find(({ id }) => results[id] === undefined) ?? null);

/** The run once a step was begun. */
export const beginStep = (run: SelfTestRun, id: StepId, now: number): SelfTestRun =>
  nextStep(run)?.id === id ? { ...run, underWay: { id, at: now } } : run;

/** The run once the step under way has told; what comes late or for another step changes nothing. */
export function tellStep(run: SelfTestRun, id: StepId, outcome: StepOutcome, now: number): SelfTestRun {
  if (run.underWay?.id !== id) return run;
  const ms = Math.max(0, now - run.underWay.at);
  const results = { ...run.results, [id]: { ...outcome, at: now, ms } };
  return { ...run, underWay: null, results: withSkipped(results) };
}

/** The run as it is at `now`: a step without an answer has failed. */
export function advanceSelfTest(run: SelfTestRun, now: number): SelfTestRun {
  const { underWay } = run;
  if (!underWay || now - underWay.at < STEP_PATIENCE) return run;
  return tellStep(run, underWay.id, { result: 'failed', failure: 'silent', code: '' }, now);
}

/** How the whole test went; null while it runs. */
export function selfTestVerdict(run: SelfTestRun): 'passed' | 'failed' | null {
  if (run.underWay !== null || nextStep(run) !== null) return null;
  return Object.values(run.results).some(({ result }) => result === 'failed') ? 'failed' : 'passed';
}

function withSkipped(results: SelfTestRun['results']): SelfTestRun['results'] {
  const known = { ...results };
  // In the order of the steps, so that what rests on a skipped one is skipped as well.
  for (const { id, needs } of SELF_TEST) {
    const because = needs.find((need) => isNoGround(known[need]));
    if (known[id] === undefined && because !== undefined) known[id] = { result: 'skipped', because };
  }
  return known;
}

const isNoGround = (result: StepResult | undefined): boolean => result !== undefined && result.result !== 'passed';
