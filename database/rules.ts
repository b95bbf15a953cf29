/** Rules, their runs, and how far they have followed the journal. What belongs together is written in one transaction. */
import type { JournalEntry } from '../domain/journal.ts';
import type { Destination } from '../domain/rules/destination.ts';
import type { RuleRow } from '../domain/rules/rule.ts';
import { MOST_RUNS, RUNS_KEPT_FOR, type RuleRun, type RunState, UNFINISHED } from '../domain/rules/run.ts';
import { changeProgress, followedUpTo, rulesProgress } from './rules-progress.ts';
import type { JournalRow, LatchdeskDatabase, RuleMarkRow, RulesProgress } from './schema.ts';

/** A journal entry with its number and the key of its portal. */
export interface NumberedEntry {
  id: number;
  portal: string;
  entry: JournalEntry;
}

/** An event that starts a rule: the mark that it did, and a run for each action. */
export interface RuleStart {
  mark: RuleMarkRow;
  runs: readonly RuleRun[];
}

/** What came of looking at events; written as a whole or not at all. */
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

/** What becomes of one run, and with it of others. */
export interface RunChange {
  run: RuleRun;
  rule?: RuleRow;
  /** Called with the runs of later actions of the same event: what becomes of them. */
  later?: (run: RuleRun) => RuleRun;
}

/** Something else was written since: whoever planned has to look again. */
export class PlanOutdated extends Error {}

/** Marks are kept beyond any time in which a journal entry could be looked at again. */
export const MARKS_KEPT_FOR = 90 * 86_400_000;

const FINISHED: readonly RunState[] = ['dry', 'done', 'failed', 'skipped'];

export type MarkKey = [portal: string, ruleId: string, event: string];
const markKey = ({ portal, ruleId, event }: RuleMarkRow): MarkKey => [portal, ruleId, event];

export class RuleRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  rules(): Promise<RuleRow[]> {
    return this.#database.rules.toArray();
  }

  progress(): Promise<RulesProgress> {
    return rulesProgress(this.#database);
  }

  /** The number of the last entry that rules have seen; the first time that is the journal's last one. */
  cursor(): Promise<number> {
    return followedUpTo(this.#database);
  }

  /** The next entries of all portals, at most so many. */
  async entriesAfter(cursor: number, most: number): Promise<NumberedEntry[]> {
    const rows = await this.#database.journal.where(':id').above(cursor).limit(most).toArray();
    return rows.map(numbered);
  }

  /** Marks that rules got from a moment (not included) up to another. */
  async marksBetween(ruleIds: readonly string[], after: number, upTo: number): Promise<RuleMarkRow[]> {
    const { ruleMarks } = this.#database;
    const of = (id: string) => ruleMarks.where('[ruleId+at]').between([id, after], [id, upTo], false, true).toArray();
    return (await Promise.all(ruleIds.map(of))).flat();
  }

  /** Those of the marks that are there. */
  async marks(keys: readonly MarkKey[]): Promise<RuleMarkRow[]> {
    const found = await this.#database.ruleMarks.bulkGet([...keys]);
    return found.filter((mark) => mark !== undefined);
  }

  /** Runs in any of these states. */
  runsIn(states: readonly RunState[]): Promise<RuleRun[]> {
    return this.#database.runs
      .where('state')
      .anyOf([...states])
      .toArray();
  }

  /** Those of the runs that are there. */
  async runsOf(keys: readonly string[]): Promise<RuleRun[]> {
    const found = await this.#database.runs.bulkGet([...keys]);
    return found.filter((run) => run !== undefined);
  }

  run(key: string): Promise<RuleRun | undefined> {
    return this.#database.runs.get(key);
  }

  destination(id: string): Promise<Destination | undefined> {
    return this.#database.destinations.get(id);
  }

  /**
   * Writes runs, marks and the new cursor. Fails with `PlanOutdated` where cursor or rules are not what the plan was made
   * from; leaves out events that have started their rule already, and portals that are gone.
   */
  commit(plan: RulePlan): Promise<RuleRun[]> {
    const { preferences, portals, rules, runs, ruleMarks } = this.#database;
    return this.#database.transaction('rw', [preferences, portals, rules, runs, ruleMarks], async () => {
      await this.#moveCursor(plan);
      await this.#refuseChanged(plan);
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

  async #moveCursor({ cursor }: RulePlan): Promise<void> {
    if (!cursor) return;
    const progress = await this.progress();
    if (progress.cursor !== cursor.from) throw new PlanOutdated('The journal was followed by somebody else meanwhile');
    await changeProgress(this.#database, { cursor: cursor.to });
  }

  async #refuseChanged(plan: RulePlan): Promise<void> {
    const now = await this.#database.rules.bulkGet(plan.rules.map(({ id }) => id));
    const isSame = plan.rules.every(({ rule, state, since }, index) => {
      const row = now[index];
      return row && row.rule.version === rule.version && row.state === state && row.since === since;
    });
    if (!isSame) throw new PlanOutdated('A rule was changed meanwhile');
  }

  /**
   * Changes one run as it is now, with what hangs on it; null when there is none (any more) or the change wants nothing.
   * `laterKeys`: of the actions that come after it.
   */
  change(
    key: string,
    changeOf: (run: RuleRun, rule: RuleRow | undefined, progress: RulesProgress) => RunChange | null,
    { laterKeys = [], host }: { laterKeys?: readonly string[]; host?: HostChange } = {},
  ): Promise<RuleRun | null> {
    const { preferences, rules, runs, destinations } = this.#database;
    return this.#database.transaction('rw', [preferences, rules, runs, destinations], async () => {
      const run = await runs.get(key);
      const change = run && changeOf(run, await rules.get(run.ruleId), await this.progress());
      if (!change) return null;
      await runs.put(change.run);
      if (change.rule) await rules.put(change.rule);
      if (change.later)
        await runs.bulkPut((await runs.bulkGet([...laterKeys])).flatMap((run) => run ?? []).map(change.later));
      if (host) await this.#changeHost(host);
      return change.run;
    });
  }

  /** All destinations on one host rest together. */
  async #changeHost({ id, changeOf }: HostChange): Promise<void> {
    const { destinations } = this.#database;
    const host = (await destinations.get(id))?.host;
    if (host !== undefined)
      await destinations.bulkPut((await destinations.toArray()).filter((each) => each.host === host).map(changeOf));
  }

  /** Times that lie ahead because the clock was set back. */
  async mendClock(now: number): Promise<void> {
    const { rules } = this.#database;
    const ahead = (at: number | null, by: number): boolean => at !== null && at > now + by;
    await rules
      .filter(({ since, scheduledUpTo }) => ahead(since, 0) || ahead(scheduledUpTo, FAR_AHEAD))
      .modify((row) => {
        row.since = Math.min(row.since, now);
        if (ahead(row.scheduledUpTo, FAR_AHEAD)) row.scheduledUpTo = now;
      });
  }

  /** Forgets runs that are over and old or too many, and old marks unless they may still be wanted. */
  async tidy(now: number, isWanted: (mark: RuleMarkRow) => boolean): Promise<void> {
    const { runs, ruleMarks } = this.#database;
    const isOver = ({ state }: RuleRun) => !UNFINISHED.includes(state);
    await this.#database.transaction('rw', runs, ruleMarks, async () => {
      await runs
        .where('plannedAt')
        .below(now - RUNS_KEPT_FOR)
        .filter(isOver)
        .delete();
      const surplus =
        (await runs
          .where('state')
          .anyOf([...FINISHED])
          .count()) - MOST_RUNS;
      if (surplus > 0) for (const keys of portions(await this.#oldest(surplus))) await runs.bulkDelete(keys);
      await ruleMarks
        .where('at')
        .below(now - MARKS_KEPT_FOR)
        .filter((mark) => !isWanted(mark))
        .delete();
    });
  }

  /** What was passed over goes before what was done. */
  async #oldest(count: number): Promise<string[]> {
    const { runs } = this.#database;
    const of = (isOurs: (run: RuleRun) => boolean, most: number) =>
      runs.orderBy('plannedAt').filter(isOurs).limit(most).primaryKeys();
    const skipped = await of(({ state }) => state === 'skipped', count);
    const rest = count - skipped.length;
    const others = rest > 0 ? await of(({ state }) => state !== 'skipped' && FINISHED.includes(state), rest) : [];
    return [...skipped, ...others];
  }
}

export interface HostChange {
  /** Of a destination on the host. */
  id: string;
  changeOf: (destination: Destination) => Destination;
}

/** Clocks are put right by less; a schedule that was followed further than this into the future begins anew. */
const FAR_AHEAD = 86_400_000;

/** Rows that are handed to the database in one task; more of them would keep everybody else waiting. */
const PORTION = 100;

function* portions<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += PORTION) yield rows.slice(from, from + PORTION);
}

function numbered({ id, portal, ...entry }: JournalRow): NumberedEntry {
  return { id: id as number, portal, entry: entry as JournalEntry };
}
