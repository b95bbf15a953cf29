/** Runs of rules that said no: of each rule the newest are kept, each new one in the place of the oldest. */
import type { RuleRepository } from '../../database/rules.ts';
import type { RuleRun } from '../../domain/rules/run.ts';

export const MOST_SKIPPED = 20;

const keyOf = (ruleId: string, place: number): string => `skipped-${ruleId}-${place}`;
const placeOf = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

export class SkippedRuns {
  readonly #repository: RuleRepository;
  /** The place of the next one of each rule that was asked about. */
  readonly #places = new Map<string, number>();

  constructor(repository: RuleRepository) {
    this.#repository = repository;
  }

  /** At most `MOST_SKIPPED` new runs of each rule, with keys that let the oldest go. */
  async keyed(skipped: ReadonlyMap<string, readonly RuleRun[]>): Promise<RuleRun[]> {
    const places = this.#places;
    for (const ruleId of skipped.keys()) {
      if (!places.has(ruleId)) places.set(ruleId, await this.#nextPlace(ruleId));
    }
    return [...skipped].flatMap(([ruleId, runs]) =>
      runs.map((run) => {
        const place = places.get(ruleId) ?? 0;
        places.set(ruleId, (place + 1) % MOST_SKIPPED);
        return { ...run, key: keyOf(ruleId, place) };
      }),
    );
  }

  async #nextPlace(ruleId: string): Promise<number> {
    const keys = Array.from({ length: MOST_SKIPPED }, (_, place) => keyOf(ruleId, place));
    const stored = await this.#repository.runsOf(keys);
    const newest = Math.max(...stored.map(({ plannedAt }) => plannedAt));
    return placeAfter(new Set(stored.filter(({ plannedAt }) => plannedAt === newest).map(({ key }) => placeOf(key))));
  }
}

/** The place behind the newest ones, which stand side by side. */
function placeAfter(newest: ReadonlySet<number>): number {
  const next = [...newest].map((place) => (place + 1) % MOST_SKIPPED);
  return next.find((place) => !newest.has(place)) ?? 0;
}
