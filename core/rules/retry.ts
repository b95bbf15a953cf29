/** When a call that failed is tried again. */
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const PAUSES = [15 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE];
/** Of a pause, to either side: many browsers must not come back at once. */
const JITTER = 0.2;

/** Calls that reached out, or may have; a destination that rested was not called. */
const isTry = ({ outcome }: { outcome: Outcome }): boolean =>
  outcome.kind === 'uncertain' || (outcome.kind === 'retry' && outcome.problem !== 'breakerOpen');

/**
 * The pause in ms after the last of these attempts, not shorter than the other side asked for; null after the fifth: that
 * is enough. `random`: 0…1.
 */
export function pauseAfter(attempts: RuleRun['attempts'], after: number | null, random: number): number | null {
  const pause = PAUSES[attempts.filter(isTry).length - 1];
  if (pause === undefined) return null;
  return Math.max(Math.round(pause * (1 + (random * 2 - 1) * JITTER)), after ?? 0);
}
