/** What comes of looking at events: cursor, marks and runs, written as a whole or not at all. */
import type { RuleRow } from '../domain/rules/rule.ts';
import type { RuleRun } from '../domain/rules/run.ts';
import { portions } from './portions.ts';
import { changeProgress, rulesProgress } from './rules-progress.ts';
import type { LatchdeskDatabase, RuleMarkRow } from './schema.ts';

/** An event that starts a rule: the mark that it did, and a run for each action. */
export interface RuleStart {
  mark: RuleMarkRow;
  runs: readonly RuleRun[];
}

export interface RulePlan {
  /** From where to where the journal was followed; null: it was not. */
  cursor: { from: number; to: number } | null;
  /** As they were when it was planned: a rule that was changed since is planned anew. */
  rules: readonly Pick<RuleRow, 'id' | 'rule' | 'state' | 'since'>[];
  starts: readonly RuleStart[];
  /** Events that a rule has said no to, and that would come up again. */
  passed: readonly RuleMarkRow[];
  /** One for each time a rule said no. */
  skipped: readonly RuleRun[];
  /** Up to when the schedules of rules were followed. */
  schedules: readonly { ruleId: string; upTo: number }[];
}

/** Something else was written since: whoever planned has to look again. */
export class PlanOutdated extends Error {}

export type MarkKey = [portal: string, ruleId: string, event: string];
const markKey = ({ portal, ruleId, event }: RuleMarkRow): MarkKey => [portal, ruleId, event];

/**
 * Writes runs, marks and the new cursor. Fails with `PlanOutdated` where cursor or rules are not what the plan was made
 * from; leaves out events that have started their rule already, and portals that are gone.
 */
export function commitPlan(database: LatchdeskDatabase, plan: RulePlan): Promise<RuleRun[]> {
  const { preferences, portals, rules, runs, ruleMarks } = database;
  return database.transaction('rw', [preferences, portals, rules, runs, ruleMarks], async () => {
    await moveCursor(database, plan);
    await refuseChanged(database, plan);
    const known = new Set(await portals.toCollection().primaryKeys());
    const starts = plan.starts.filter(({ mark }) => known.has(mark.portal));
    const begun = await ruleMarks.bulkGet(starts.map(({ mark }) => markKey(mark)));
    const fresh = starts.filter((_start, index) => !begun[index]);
    const planned = fresh.flatMap((start) => start.runs);
    const passed = plan.passed.filter(({ portal }) => known.has(portal));
    for (const some of portions([...fresh.map(({ mark }) => mark), ...passed])) await ruleMarks.bulkPut(some);
    const skipped = plan.skipped.filter(({ portal }) => known.has(portal));
    for (const some of portions([...planned, ...skipped])) await runs.bulkPut(some);
    for (const { ruleId, upTo } of plan.schedules) await rules.update(ruleId, { scheduledUpTo: upTo });
    return planned;
  });
}

async function moveCursor(database: LatchdeskDatabase, { cursor }: RulePlan): Promise<void> {
  if (!cursor) return;
  const progress = await rulesProgress(database);
  if (progress.cursor !== cursor.from) throw new PlanOutdated('The journal was followed by somebody else meanwhile');
  await changeProgress(database, { cursor: cursor.to });
}

async function refuseChanged(database: LatchdeskDatabase, plan: RulePlan): Promise<void> {
  const now = await database.rules.bulkGet(plan.rules.map(({ id }) => id));
  const isSame = plan.rules.every(({ rule, state, since }, index) => {
    const row = now[index];
    return row && row.rule.version === rule.version && row.state === state && row.since === since;
  });
  if (!isSame) throw new PlanOutdated('A rule was changed meanwhile');
}
