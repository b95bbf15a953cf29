/** Rules and their runs as people see and change them; the engine has a repository of its own. */
import type { RuleRow } from '../domain/rules/rule.ts';
import type { RuleRun } from '../domain/rules/run.ts';
import type { LatchdeskDatabase, RulesProgress } from './schema.ts';

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

  /** Changes a rule as it is now: what the change answers is kept, null keeps it as it was. Answers what is there then. */
  change(id: string, changeOf: (row: RuleRow | undefined, total: number) => RuleRow | null): Promise<RuleRow | null> {
    const { rules, runs, preferences, journal } = this.#database;
    return this.#database.transaction('rw', [rules, runs, preferences, journal], async () => {
      const before = await rules.get(id);
      const after = changeOf(before, await rules.count());
      if (!after) return null;
      await rules.put(after);
      await this.#beginFollowing();
      if (before && (after.state !== 'on' || after.rule.version !== before.rule.version))
        await this.#giveUp(id, after.changedAt);
      return after;
    });
  }

  /** From the first rule on the journal is followed: what has happened before is not looked at. */
  async #beginFollowing(): Promise<void> {
    const { preferences, journal } = this.#database;
    const { cursor, isPaused } = await this.#progress();
    if (cursor !== null) return;
    const [last] = await journal.orderBy(':id').reverse().limit(1).primaryKeys();
    await preferences.put({ id: 'rules', value: { cursor: last ?? 0, isPaused } });
  }

  async #progress(): Promise<RulesProgress> {
    const row = await this.#database.preferences.get('rules');
    return row?.id === 'rules' ? row.value : { cursor: null, isPaused: false };
  }

  /** Forgets a rule; what it has done stays in sight. */
  remove(id: string, now: number): Promise<void> {
    const { rules, runs, ruleMarks } = this.#database;
    return this.#database.transaction('rw', rules, runs, ruleMarks, async () => {
      await rules.delete(id);
      await ruleMarks.where('[ruleId+at]').between([id], [id, []]).delete();
      await this.#giveUp(id, now);
    });
  }

  /** What a rule has planned is not done under another one. */
  async #giveUp(ruleId: string, now: number): Promise<void> {
    await this.#runsOf(ruleId)
      .filter(({ state }) => NOT_BEGUN.includes(state))
      .modify((run) => {
        Object.assign(run, { state: 'skipped', skipped: 'givenUp', nextAt: null, changedAt: now });
      });
  }

  #runsOf(ruleId: string) {
    return this.#database.runs.where('[ruleId+plannedAt]').between([ruleId], [ruleId, []]);
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
    return (await this.#progress()).isPaused;
  }

  setPaused(isPaused: boolean): Promise<void> {
    const { preferences } = this.#database;
    return this.#database.transaction('rw', preferences, async () => {
      await preferences.put({ id: 'rules', value: { ...(await this.#progress()), isPaused } });
    });
  }
}
