/** Rules and their runs as people see and change them; the engine has a repository of its own. */
import type { RuleRow } from '../domain/rules/rule.ts';
import type { RuleRun } from '../domain/rules/run.ts';
import { changeProgress, followedUpTo, rulesProgress } from './rules-progress.ts';
import type { LatchdeskDatabase } from './schema.ts';

/** What waits for its time; nobody knows of the uncertain ones, so they stay for a person. */
const NOT_BEGUN = ['planned', 'waiting'];

export class RuleBookRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  all(): Promise<RuleRow[]> {
    return this.#database.rules.toArray();
  }

  get(id: string): Promise<RuleRow | undefined> {
    return this.#database.rules.get(id);
  }

  /** Changes a rule as it is now: what the change answers is kept, null keeps it as it was. Answers what is there then.
   * `giveUp`: what becomes of runs that were planned under the rule as it was. */
  change(
    id: string,
    changeOf: (row: RuleRow | undefined, total: number) => RuleRow | null,
    giveUp: (run: RuleRun) => RuleRun,
  ): Promise<RuleRow | null> {
    const { rules, runs, preferences, journal } = this.#database;
    return this.#database.transaction('rw', [rules, runs, preferences, journal], async () => {
      const before = await rules.get(id);
      const after = changeOf(before, await rules.count());
      if (!after) return null;
      await rules.put(after);
      // What has happened before the first rule is not looked at.
      await followedUpTo(this.#database);
      const goesOn = before?.state === 'on' && after.state === 'on' && after.rule.version === before.rule.version;
      if (!goesOn) await this.#giveUp(id, giveUp);
      return after;
    });
  }

  /** Forgets a rule; what it has done stays in sight. */
  remove(id: string, giveUp: (run: RuleRun) => RuleRun): Promise<void> {
    const { rules, runs, ruleMarks } = this.#database;
    return this.#database.transaction('rw', rules, runs, ruleMarks, async () => {
      await rules.delete(id);
      await ruleMarks.where('[ruleId+at]').between([id], [id, []]).delete();
      await this.#giveUp(id, giveUp);
    });
  }

  async #giveUp(ruleId: string, giveUp: (run: RuleRun) => RuleRun): Promise<void> {
    const { runs } = this.#database;
    const ofRule = await runs.where('[ruleId+plannedAt]').between([ruleId], [ruleId, []]).toArray();
    await runs.bulkPut(ofRule.filter(({ state }) => NOT_BEGUN.includes(state)).map(giveUp));
  }

  /** The newest first, from before a moment (epoch ms) on; of all rules for null. */
  async runs(ruleId: string | null, before: number | null, most: number): Promise<RuleRun[]> {
    const until = before ?? Number.MAX_SAFE_INTEGER;
    const { runs } = this.#database;
    const found =
      ruleId === null
        ? runs.where('plannedAt').below(until)
        : runs.where('[ruleId+plannedAt]').between([ruleId], [ruleId, until], true, false);
    return found.reverse().limit(most).toArray();
  }

  /** Runs of which nobody knows whether they were done, the oldest first. */
  uncertain(): Promise<RuleRun[]> {
    return this.#database.runs.where('state').equals('uncertain').sortBy('changedAt');
  }

  /** All runs that are kept: some hundreds. */
  everyRun(): Promise<RuleRun[]> {
    return this.#database.runs.toArray();
  }

  async isPaused(): Promise<boolean> {
    return (await rulesProgress(this.#database)).isPaused;
  }

  setPaused(isPaused: boolean): Promise<void> {
    return changeProgress(this.#database, { isPaused });
  }
}
