/** All runs that are kept, page by page. */
import { MOST_RUNS, type RuleRun } from '../../../domain/rules/run.ts';
import { ask } from '../ask.ts';

/** The newest first, of one rule or, with null, of all; null: they could not be read. */
export async function allRuns(ruleId: string | null): Promise<RuleRun[] | null> {
  const known = new Map<string, RuleRun>();
  let before: number | null = null;
  while (known.size < MOST_RUNS) {
    const page = await newRuns(ruleId, before, known);
    if (page === null) return null;
    const oldest = page.at(-1);
    if (!oldest) break;
    for (const run of page) known.set(run.key, run);
    before = oldest.plannedAt;
  }
  return [...known.values()];
}

/** Of the same moment there may be more than one page holds, so it is asked for once more with that moment. */
async function newRuns(ruleId: string | null, before: number | null, known: ReadonlyMap<string, RuleRun>) {
  const moments = before === null ? [null] : [before + 1, before];
  for (const moment of moments) {
    const page = await ask<RuleRun[] | null>({ type: 'runs.wanted', ruleId, before: moment });
    if (!Array.isArray(page)) return null;
    const fresh = page.filter(({ key }) => !known.has(key));
    if (fresh.length > 0) return fresh;
  }
  return [];
}
