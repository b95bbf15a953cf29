/** Runs of rules that said no: of each rule the newest are kept, each new one in the place of the oldest. */
import type { RuleRepository } from '../../database/rules.ts';
import type { RuleRun } from '../../domain/rules/run.ts';

export const MOST_SKIPPED = 20;

const placeOf = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

export class SkippedRuns {
  readonly #repository: RuleRepository;
  /** The place of the next one of each rule; null: not read yet. */
  #places: Map<string, number> | null = null;

  constructor(repository: RuleRepository) {
    this.#repository = repository;
  }

  /** At most `MOST_SKIPPED` new runs of each rule, with keys that let the oldest go. */
  async keyed(skipped: ReadonlyMap<string, readonly RuleRun[]>): Promise<RuleRun[]> {
    this.#places ??= await this.#read();
    const places = this.#places;
    return [...skipped].flatMap(([ruleId, runs]) =>
      runs.map((run) => {
        const place = places.get(ruleId) ?? 0;
        places.set(ruleId, (place + 1) % MOST_SKIPPED);
        return { ...run, key: `skipped-${ruleId}-${place}` };
      }),
    );
  }

  async #read(): Promise<Map<string, number>> {
    const newest = new Map<string, { at: number; places: Set<number> }>();
    for (const { ruleId, key, actionIndex, plannedAt } of await this.#repository.runsIn(['skipped'])) {
      if (actionIndex !== -1) continue;
      const known = newest.get(ruleId);
      if (known?.at === plannedAt) known.places.add(placeOf(key));
      else if (!known || known.at < plannedAt) newest.set(ruleId, { at: plannedAt, places: new Set([placeOf(key)]) });
    }
    return new Map([...newest].map(([ruleId, { places }]) => [ruleId, placeAfter(places)]));
  }
}

/** The place behind the newest ones, which stand side by side. */
function placeAfter(newest: ReadonlySet<number>): number {
  const next = [...newest].map((place) => (place + 1) % MOST_SKIPPED);
  return next.find((place) => !newest.has(place)) ?? 0;
}
