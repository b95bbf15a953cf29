/** What the engine reads and writes: rules, their runs and marks, and how far they have followed the journal. */
import type { JournalEntry } from '../domain/journal.ts';
import type { Destination } from '../domain/rules/destination.ts';
import type { RuleRow } from '../domain/rules/rule.ts';
import type { RuleRun, RunState } from '../domain/rules/run.ts';
import { commitPlan, type MarkKey, type RulePlan } from './rule-plan.ts';
import { followedUpTo, rulesProgress } from './rules-progress.ts';
import { mendRuleTimes, tidyRules } from './rules-tidy.ts';
import { type Attached, type ChangeOf, changeRun } from './run-change.ts';
import type { JournalRow, LatchdeskDatabase, RuleMarkRow, RulesProgress } from './schema.ts';

/** A journal entry with its number and the key of its portal. */
export interface NumberedEntry {
  id: number;
  portal: string;
  entry: JournalEntry;
}

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

  /** Writes what came of looking at events; see `commitPlan`. */
  commit(plan: RulePlan): Promise<RuleRun[]> {
    return commitPlan(this.#database, plan);
  }

  /** Changes one run as it is now, with what hangs on it; see `changeRun`. */
  change(key: string, changeOf: ChangeOf, attached: Attached = {}): Promise<RuleRun | null> {
    return changeRun(this.#database, key, changeOf, attached);
  }

  /** Times that lie ahead because the clock was set back. */
  mendClock(now: number): Promise<void> {
    return mendRuleTimes(this.#database, now);
  }

  /** Forgets what is over and old, and old marks unless they may still be wanted. */
  tidy(now: number, isWanted: (mark: RuleMarkRow) => boolean): Promise<void> {
    return tidyRules(this.#database, now, isWanted);
  }
}

function numbered({ id, portal, ...entry }: JournalRow): NumberedEntry {
  return { id: id as number, portal, entry: entry as JournalEntry };
}
