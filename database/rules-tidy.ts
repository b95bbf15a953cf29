/** What is forgotten of rules in the course of time, and what a clock that was set back has left behind. */
import { MOST_RUNS, RUNS_KEPT_FOR, type RuleRun, type RunState, UNFINISHED } from '../domain/rules/run.ts';
import { portions } from './portions.ts';
import type { LatchdeskDatabase, RuleMarkRow } from './schema.ts';

/** Marks are kept beyond any time in which a journal entry could be looked at again. */
export const MARKS_KEPT_FOR = 90 * 86_400_000;

const FINISHED: readonly RunState[] = ['dry', 'done', 'failed', 'skipped'];

/** Forgets runs that are over and old or too many, and old marks unless they may still be wanted. */
export function tidyRules(
  database: LatchdeskDatabase,
  now: number,
  isWanted: (mark: RuleMarkRow) => boolean,
): Promise<void> {
  const { runs, ruleMarks } = database;
  return database.transaction('rw', runs, ruleMarks, async () => {
    await runs
      .where('plannedAt')
      .below(now - RUNS_KEPT_FOR)
      .filter(isOver)
      .delete();
    await dropSurplus(database);
    await ruleMarks
      .where('at')
      .below(now - MARKS_KEPT_FOR)
      .filter((mark) => !isWanted(mark))
      .delete();
  });
}

const isOver = ({ state }: RuleRun): boolean => !UNFINISHED.includes(state);

async function dropSurplus(database: LatchdeskDatabase): Promise<void> {
  const { runs } = database;
  const finished = runs.where('state').anyOf([...FINISHED]);
  const surplus = (await finished.count()) - MOST_RUNS;
  if (surplus > 0) for (const keys of portions(await oldest(database, surplus))) await runs.bulkDelete(keys);
}

/** What was passed over goes before what was done. */
async function oldest({ runs }: LatchdeskDatabase, count: number): Promise<string[]> {
  const of = (isOurs: (run: RuleRun) => boolean, most: number) =>
    runs.orderBy('plannedAt').filter(isOurs).limit(most).primaryKeys();
  const skipped = await of(({ state }) => state === 'skipped', count);
  const rest = count - skipped.length;
  const others = rest > 0 ? await of(({ state }) => state !== 'skipped' && FINISHED.includes(state), rest) : [];
  return [...skipped, ...others];
}

/** Clocks are put right by less; a schedule that was followed further than this into the future begins anew. */
const FAR_AHEAD = 86_400_000;

/** Times of rules that lie ahead because the clock was set back. */
export async function mendRuleTimes({ rules }: LatchdeskDatabase, now: number): Promise<void> {
  const isAhead = (at: number | null, by: number): boolean => at !== null && at > now + by;
  await rules
    .filter(({ since, scheduledUpTo }) => isAhead(since, 0) || isAhead(scheduledUpTo, FAR_AHEAD))
    .modify((row) => {
      row.since = Math.min(row.since, now);
      if (isAhead(row.scheduledUpTo, FAR_AHEAD)) row.scheduledUpTo = now;
    });
}
