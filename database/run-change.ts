/** A step of one run, with what hangs on it: its rule, later actions of the same event, the host that was called. */
import type { Destination } from '../domain/rules/destination.ts';
import type { RuleRow } from '../domain/rules/rule.ts';
import type { RuleRun } from '../domain/rules/run.ts';
import { rulesProgress } from './rules-progress.ts';
import type { LatchdeskDatabase, RulesProgress } from './schema.ts';

/** What becomes of one run, and with it of others. */
export interface RunChange {
  run: RuleRun;
  rule?: RuleRow;
  /** Called with the runs of later actions of the same event: what becomes of them. */
  later?: (run: RuleRun) => RuleRun;
}

export interface HostChange {
  /** Of a destination on the host. */
  id: string;
  changeOf: (destination: Destination) => Destination;
}

/** What a run becomes, by what is stored now; null: it stays as it is. */
export type ChangeOf = (run: RuleRun, rule: RuleRow | undefined, progress: RulesProgress) => RunChange | null;

/** What is changed together with a run. */
export interface Attached {
  /** Of the actions that come after it. */
  laterKeys?: readonly string[];
  host?: HostChange;
}

/** Changes one run as it is now, in one transaction; null when there is none (any more) or the change wants nothing. */
export function changeRun(
  database: LatchdeskDatabase,
  key: string,
  changeOf: ChangeOf,
  { laterKeys = [], host }: Attached,
): Promise<RuleRun | null> {
  const { preferences, rules, runs, destinations } = database;
  return database.transaction('rw', [preferences, rules, runs, destinations], async () => {
    const run = await runs.get(key);
    const change = run && changeOf(run, await rules.get(run.ruleId), await rulesProgress(database));
    if (!change) return null;
    await runs.put(change.run);
    if (change.rule) await rules.put(change.rule);
    if (change.later)
      await runs.bulkPut((await runs.bulkGet([...laterKeys])).flatMap((run) => run ?? []).map(change.later));
    if (host) await changeHost(database, host);
    return change.run;
  });
}

/** All destinations on one host rest together. */
async function changeHost({ destinations }: LatchdeskDatabase, { id, changeOf }: HostChange): Promise<void> {
  const host = (await destinations.get(id))?.host;
  if (host !== undefined)
    await destinations.bulkPut((await destinations.toArray()).filter((each) => each.host === host).map(changeOf));
}
