/** Which runs are due, and in which order. */
import type { RuleRun } from '../../domain/rules/run.ts';

/** True for what is planned for later. */
export const isWaitingForTime = ({ state, nextAt }: RuleRun, now: number): boolean =>
  (state === 'planned' || state === 'waiting') && nextAt !== null && nextAt > now;

/**
 * For each rule the events whose turn has come, the earliest first, and of each event the actions that are left. What
 * waits for its time, is under way, or has to be settled by a person holds up its own event and no other.
 */
export function lanesOf(unfinished: readonly RuleRun[], now: number): RuleRun[][][] {
  const rules = Map.groupBy(unfinished, ({ ruleId }) => ruleId);
  return [...rules.values()].map((runs) => dueEvents(runs, now)).filter((events) => events.length > 0);
}

function dueEvents(runs: readonly RuleRun[], now: number): RuleRun[][] {
  const events = [...Map.groupBy(runs, eventOf).values()];
  const due = events.map((actions) => dueActions(actions, now)).filter((actions) => actions.length > 0);
  return due.sort((a, b) => compare(a[0], b[0]));
}

const eventOf = ({ event, ruleVersion }: RuleRun): string => `${ruleVersion} ${event.id}`;

function dueActions(actions: RuleRun[], now: number): RuleRun[] {
  const ordered = actions.sort((a, b) => a.actionIndex - b.actionIndex);
  const stop = ordered.findIndex((run) => !isDue(run, now));
  return stop < 0 ? ordered : ordered.slice(0, stop);
}

const isDue = (run: RuleRun, now: number): boolean =>
  (run.state === 'planned' || run.state === 'waiting') && !isWaitingForTime(run, now);

function compare(a: RuleRun | undefined, b: RuleRun | undefined): number {
  if (!a || !b) return 0;
  return (
    a.plannedAt - b.plannedAt ||
    a.event.at - b.event.at ||
    a.event.id.localeCompare(b.event.id, 'en', { numeric: true })
  );
}
