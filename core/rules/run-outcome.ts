/** What becomes of runs, and of their rule, by what has come of a call. */
import { MOST_FAILURES, type RuleRow } from '../../domain/rules/rule.ts';
import type { Outcome, RuleRun, SkipReason } from '../../domain/rules/run.ts';
import { type RuleRunEvent, runAfter } from '../../machines/rule-run.ts';

/** What would come after an attempt. */
export interface Next {
  /** Ms until the next try; null: there is none. */
  pause: number | null;
  isRepeatable: boolean;
  isAtOnce: boolean;
  now: number;
}

/** What an outcome is to the chart of its run. */
export function eventsOf(outcome: Outcome, { pause, isRepeatable, isAtOnce, now }: Next): RuleRunEvent[] {
  switch (outcome.kind) {
    case 'done':
      return [{ type: 'succeeded' }];
    case 'failed':
      return [{ type: 'failed' }];
    case 'retry':
      return [pause === null ? { type: 'failed' } : { type: 'delayed', until: now + pause }];
    case 'uncertain':
      if (!isRepeatable || pause === null) return [{ type: 'doubted' }];
      return [{ type: 'doubted' }, { type: 'repeated', at: isAtOnce ? null : now + pause }];
  }
}

/** Failures of a rule in a row; the last one too many switches it off. */
export function ruleAfter(row: RuleRow, { state }: RuleRun, now: number): RuleRow | undefined {
  if (state === 'done') return row.failures === 0 ? undefined : { ...row, failures: 0 };
  if (state !== 'failed') return undefined;
  const failures = row.failures + 1;
  if (failures < MOST_FAILURES || row.state === 'off') return { ...row, failures };
  return { ...row, failures, state: 'off', offBecause: 'failures', changedAt: now };
}

/** Its runs wait until a person has looked at it. */
export const isSwitchedOff = ({ state, offBecause }: RuleRow): boolean => state === 'off' && offBecause === 'failures';

/** Nobody wants what a rule has planned before it was changed or switched off; what may have begun is brought to its end. */
export function isWanted(run: RuleRun, row: RuleRow | undefined): boolean {
  if (run.attempts.at(-1)?.outcome.kind === 'uncertain') return true;
  return row?.state === 'on' && row.rule.version === run.ruleVersion;
}

/** What is not begun is not begun any more. */
export const refused =
  (because: SkipReason, now: number) =>
  (run: RuleRun): RuleRun =>
    run.state === 'planned' || run.state === 'waiting' ? runAfter(run, { type: 'refused', because }, now) : run;

const CLOCKS_DIFFER = 60_000;

/** Written before the clock was set back. */
export const isAhead = ({ changedAt, nextAt }: RuleRun, now: number): boolean =>
  nextAt !== null && changedAt > now + CLOCKS_DIFFER;
