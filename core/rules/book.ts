/** Rules as the dashboard shows and changes them. */
import type { RuleBookRepository } from '../../database/rule-book.ts';
import type { Destination } from '../../domain/rules/destination.ts';
import { MOST_RULES, type Rule, type RuleRow, type RuleState } from '../../domain/rules/rule.ts';
import type { RuleRun } from '../../domain/rules/run.ts';
import { missingOf } from '../../domain/rules/uses.ts';
import type { RuleCard, RuleProblem } from '../../domain/rules/view.ts';
import { runAfter } from '../../machines/rule-run.ts';

/** What of a rule's runs counts as what: a run that is planned is on its way. */
const COUNTED = {
  done: 'done',
  dry: 'dry',
  failed: 'failed',
  uncertain: 'uncertain',
  skipped: 'skipped',
  planned: 'waiting',
  running: 'waiting',
  waiting: 'waiting',
} as const;

const NO_RUNS: RuleCard['counts'] = { done: 0, dry: 0, failed: 0, uncertain: 0, waiting: 0, skipped: 0 };

export class RuleBook {
  readonly #repository: RuleBookRepository;

  constructor(repository: RuleBookRepository) {
    this.#repository = repository;
  }

  /** Keeps a checked rule, dry; `edited`: the version that was edited, null for a new one. Answers why not, if not. */
  async save(rule: Rule, edited: number | null, now: number): Promise<RuleProblem | null> {
    let problem: RuleProblem['problem'] | null = null;
    await this.#repository.change(
      rule.id,
      (row, total) => {
        if ((row?.rule.version ?? null) !== edited) problem = 'changedMeanwhile';
        else if (!row && total >= MOST_RULES) problem = 'tooManyRules';
        return problem ? null : dryRow({ ...rule, version: (edited ?? 0) + 1 }, now);
      },
      givenUp(now),
    );
    return problem && { path: problem === 'changedMeanwhile' ? 'version' : '', problem };
  }

  /** Takes a rule from a file over what is there, dry. */
  async take(rule: Rule, now: number): Promise<void> {
    await this.#repository.change(
      rule.id,
      (row, total) =>
        !row && total >= MOST_RULES ? null : dryRow({ ...rule, version: (row?.rule.version ?? 0) + 1 }, now),
      givenUp(now),
    );
  }

  /** False where it may not be switched on: a destination is missing. */
  async switch(id: string, state: RuleState, destinations: readonly Destination[], now: number): Promise<boolean> {
    const row = await this.#repository.change(
      id,
      (row) => {
        if (!row || row.state === state) return null;
        if (state === 'on' && missingOf(row.rule, destinations).length > 0) return null;
        const offBecause = state === 'off' ? ('person' as const) : null;
        // What has happened while it was off is none of its business.
        const since = row.state === 'off' ? now : row.since;
        const scheduledUpTo = row.state === 'off' ? followedUpTo(row.rule, now) : row.scheduledUpTo;
        return { ...row, state, offBecause, failures: 0, since, changedAt: now, scheduledUpTo };
      },
      givenUp(now),
    );
    return row !== null;
  }

  /** Forgets a rule; what it has done stays in sight. */
  remove(id: string, now: number): Promise<void> {
    return this.#repository.remove(id, givenUp(now));
  }

  /** All rules with what became of their runs, in the order of their names. */
  async cards(destinations: readonly Destination[]): Promise<RuleCard[]> {
    const runs = Map.groupBy(await this.#repository.everyRun(), ({ ruleId }) => ruleId);
    const cards = (await this.#repository.all()).map((row) => cardOf(row, runs.get(row.id) ?? [], destinations));
    return cards.sort((a, b) => a.rule.name.localeCompare(b.rule.name) || (a.rule.id < b.rule.id ? -1 : 1));
  }
}

/** What a rule has planned is not done under another one. */
const givenUp =
  (now: number) =>
  (run: RuleRun): RuleRun =>
    runAfter(run, { type: 'refused', because: 'givenUp' }, now);

const dryRow = (rule: Rule, now: number): RuleRow => ({
  ...{ id: rule.id, rule, state: 'dry', offBecause: null, failures: 0 },
  ...{ since: now, changedAt: now, scheduledUpTo: followedUpTo(rule, now) },
});

const followedUpTo = (rule: Rule, now: number): number | null => (rule.trigger.kind === 'schedule' ? now : null);

function cardOf(row: RuleRow, runs: readonly RuleRun[], destinations: readonly Destination[]): RuleCard {
  const counts = { ...NO_RUNS };
  for (const { state } of runs) counts[COUNTED[state]] += 1;
  const begun = runs.filter(({ state }) => state !== 'skipped').map(({ plannedAt }) => plannedAt);
  const { rule, state, offBecause, changedAt } = row;
  return {
    ...{ rule, state, offBecause, changedAt, counts },
    lastRunAt: begun.length > 0 ? Math.max(...begun) : null,
    missing: missingOf(rule, destinations),
  };
}
