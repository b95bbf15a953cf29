/** Steps of one run before its call and after a person's word; each looks at the run as it is stored now. */
import type { RunChange } from '../../database/run-change.ts';
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';
import { type RuleRunEvent, runAfter } from '../../machines/rule-run.ts';
import { originOf } from '../desks.ts';
import { laterKeys } from './run-key.ts';
import { isSwitchedOff, isWanted, refused } from './run-outcome.ts';
import { isRepeatable, type RunnerParts } from './runner-parts.ts';

export type Decision = 'repeat' | 'wasDone' | 'giveUp';

const DECIDED: Record<Decision, RuleRunEvent> = {
  repeat: { type: 'repeated', at: null },
  wasDone: { type: 'confirmed' },
  giveUp: { type: 'refused', because: 'givenUp' },
};

/** What a person says of a run of which nobody knows whether it was done. */
export async function decideRun({ repository, now }: RunnerParts, key: string, decision: Decision): Promise<void> {
  const run = await repository.run(key);
  if (!run) return;
  await repository.change(
    key,
    (stored) => {
      if (stored.state !== 'uncertain') return null;
      const change: RunChange = { run: runAfter(stored, DECIDED[decision], now()) };
      return decision === 'giveUp' ? { ...change, later: refused('earlierFailed', now()) } : change;
    },
    { laterKeys: await laterKeys(run) },
  );
}

/** Writes down that the call begins; what its rule no longer wants is given up. Null: neither is to be done now. */
export async function beginRun(parts: RunnerParts, run: RuleRun): Promise<RuleRun | null> {
  const { repository, isHeld, isPortalHeld, now } = parts;
  const isKnownOnce = await isRepeatable(parts, run);
  return repository.change(
    run.key,
    (stored, rule, { isPaused }) => {
      if (isPaused || isHeld() || isPortalHeld(originOf(stored.portal))) return null;
      const isOther = stored.changedAt !== run.changedAt || stored.state !== run.state;
      if (isOther || (rule && isSwitchedOff(rule))) return null;
      const later = refused('givenUp', now());
      if (!isWanted(stored, rule)) return { run: later(stored), later };
      return { run: runAfter(stored, { type: 'started', isRepeatable: isKnownOnce }, now()) };
    },
    { laterKeys: await laterKeys(run) },
  );
}

/** Its host rests until then; the trace says so once. */
export function postponeRun({ repository, now }: RunnerParts, run: RuleRun, until: number): Promise<RuleRun | null> {
  const at = now();
  const outcome: Outcome = { kind: 'retry', problem: 'breakerOpen', status: null, after: null };
  return repository.change(run.key, (stored) => {
    const last = stored.attempts.at(-1)?.outcome;
    const isTold = last?.kind === 'retry' && last.problem === 'breakerOpen';
    const attempts = isTold ? stored.attempts : [...stored.attempts, { at, endedAt: at, outcome }];
    return { run: { ...runAfter(stored, { type: 'postponed', until }, at), attempts } };
  });
}
