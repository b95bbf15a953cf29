import { describe, expect, it } from 'vitest';
import { MARKS_KEPT_FOR } from '../../database/rules-tidy.ts';
import { RUNS_KEPT_FOR, type RuleRun } from '../../domain/rules/run.ts';
import { PORTAL, scene } from '../core/rules/engine-scene.ts';

const NOW = Date.UTC(2026, 10, 20, 9);

const run = (key: string, changes: Partial<RuleRun> = {}): RuleRun => ({
  ...{ key, ruleId: 'r', ruleVersion: 1, ruleName: 'R', portal: PORTAL, actionIndex: 0, state: 'done', verdicts: [] },
  event: { id: key, kind: 'manual', portal: PORTAL, object: 'portal', version: key, at: NOW, facts: {} },
  ...{ skipped: null, rendered: null, attempts: [], nextAt: null, isRepeatable: false, plannedAt: NOW, changedAt: NOW },
  ...changes,
});

describe('tidying', () => {
  it('forgets runs after 30 days, and never one that is not over', async () => {
    const { database, repository } = await scene();
    const old = { plannedAt: NOW - RUNS_KEPT_FOR - 1 };
    const unfinished = (['planned', 'running', 'waiting', 'uncertain'] as const).map((state) =>
      run(state, { ...old, state }),
    );
    await database.runs.bulkPut([
      run('new'),
      run('old', old),
      run('passed', { ...old, state: 'skipped' }),
      ...unfinished,
    ]);
    await repository.tidy(NOW, () => false);
    expect((await database.runs.toCollection().primaryKeys()).sort()).toEqual([
      'new',
      'planned',
      'running',
      'uncertain',
      'waiting',
    ]);
  });

  it('keeps 500 runs that are over, what was passed over going first', async () => {
    const { database, repository } = await scene();
    const many = Array.from({ length: 510 }, (_, n) => run(`run-${n}`, { plannedAt: NOW - 1_000 + n }));
    const passed = Array.from({ length: 5 }, (_, n) => run(`passed-${n}`, { state: 'skipped', plannedAt: NOW }));
    await database.runs.bulkPut([...many, ...passed, run('open', { state: 'waiting', plannedAt: NOW - 2_000 })]);
    await repository.tidy(NOW, () => false);
    const left = await database.runs.orderBy('plannedAt').primaryKeys();
    expect(left).toHaveLength(501);
    expect(left.slice(0, 2)).toEqual(['open', 'run-10']);
    expect(left.some((key) => key.startsWith('passed'))).toBe(false);
  });

  it('forgets marks after 90 days unless they are still wanted', async () => {
    const { database, repository } = await scene();
    const mark = (event: string, at: number) => ({ portal: PORTAL, ruleId: 'r', event, object: 'o', at });
    const old = NOW - MARKS_KEPT_FOR - 1;
    await database.ruleMarks.bulkPut([mark('due', old), mark('gone', old), mark('young', old + 2)]);
    await repository.tidy(NOW, ({ event }) => event === 'due');
    expect((await database.ruleMarks.toArray()).map(({ event }) => event).sort()).toEqual(['due', 'young']);
  });
});
