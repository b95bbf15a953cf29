import { describe, expect, it } from 'vitest';
import { createActor, type Snapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { RuleRun, RunState } from '../../domain/rules/run.ts';
import { type RuleRunEvent, ruleRun, runAfter, runFrom } from '../../machines/rule-run.ts';

const AT = Date.UTC(2026, 10, 20, 9);

const EVENTS: RuleRunEvent[] = [
  { type: 'tried' },
  { type: 'planned', at: null },
  { type: 'planned', at: AT + 5 },
  { type: 'refused', because: 'givenUp' },
  { type: 'started', isRepeatable: true },
  { type: 'succeeded' },
  { type: 'failed' },
  { type: 'delayed', until: AT + 15_000 },
  { type: 'doubted' },
  { type: 'postponed', until: AT + 600_000 },
  { type: 'repeated', at: null },
  { type: 'confirmed' },
];

const RUN: RuleRun = {
  key: 'k',
  ruleId: 'r',
  ruleVersion: 1,
  ruleName: 'Remind',
  portal: 'https://demo.bitrix24.ru|1',
  event: {
    id: 'e',
    kind: 'manual',
    portal: 'https://demo.bitrix24.ru|1',
    object: 'o',
    version: '1',
    at: AT,
    facts: {},
  },
  actionIndex: 0,
  state: 'planned',
  verdicts: [],
  skipped: null,
  rendered: null,
  attempts: [],
  nextAt: null,
  isRepeatable: false,
  plannedAt: AT,
  changedAt: AT,
};

const sent = (state: RunState, event: RuleRunEvent) => runAfter({ ...RUN, state }, event, AT + 1);
const essence = ({ value, context }: { value: unknown; context: unknown }) => ({ value, context });

describe('rule-run', () => {
  const paths = getShortestPaths(ruleRun, { events: EVENTS, limit: 20_000 });

  it('reaches every state of its drawing', () => {
    const reached = new Set(paths.map(({ state }) => state.value));
    expect(Object.keys(ruleRun.root.states).filter((name) => !reached.has(name as RunState))).toEqual([]);
  });

  it('behaves the same after it was stored and restored, in every reachable state', () => {
    for (const path of paths) {
      const original = createActor(ruleRun, { snapshot: path.state as Snapshot<unknown> }).start();
      const stored = JSON.parse(JSON.stringify(original.getPersistedSnapshot()));
      for (const event of EVENTS) {
        const before = createActor(ruleRun, { snapshot: path.state as Snapshot<unknown> }).start();
        const restored = createActor(ruleRun, { snapshot: stored }).start();
        before.send(event);
        restored.send(event);
        expect(essence(restored.getSnapshot())).toEqual(essence(before.getSnapshot()));
      }
    }
  });

  it('behaves the same when its row is all that is left of it', () => {
    for (const { state } of paths) {
      if (state.value === 'matched') continue;
      const row = JSON.parse(JSON.stringify({ ...RUN, ...state.context, state: state.value })) as RuleRun;
      for (const event of EVENTS) {
        const actor = createActor(ruleRun, { snapshot: state as Snapshot<unknown> }).start();
        actor.send(event);
        const { value, context } = actor.getSnapshot();
        expect(runAfter(row, event, AT)).toMatchObject({ state: value, ...context });
      }
    }
  });

  it('does nothing before it is planned, and starts only what is planned or waits', () => {
    for (const state of ['dry', 'running', 'done', 'failed', 'uncertain', 'skipped'] as const) {
      const run = { ...RUN, state };
      expect(runAfter(run, { type: 'started', isRepeatable: true }, AT)).toBe(run);
    }
    expect(sent('planned', { type: 'started', isRepeatable: true })).toMatchObject({
      state: 'running',
      isRepeatable: true,
      changedAt: AT + 1,
    });
    expect(sent('waiting', { type: 'started', isRepeatable: false }).state).toBe('running');
  });

  it('never repeats what is done, failed, skipped or only shown', () => {
    for (const state of ['dry', 'done', 'failed', 'skipped'] as const) {
      const run = { ...RUN, state };
      for (const event of EVENTS) expect(runAfter(run, event, AT)).toBe(run);
    }
  });

  it('leaves what nobody knows to a repeat, a word that it was done, or giving up', () => {
    expect(sent('uncertain', { type: 'repeated', at: null }).state).toBe('planned');
    expect(sent('uncertain', { type: 'confirmed' }).state).toBe('done');
    expect(sent('uncertain', { type: 'refused', because: 'givenUp' })).toMatchObject({
      state: 'skipped',
      skipped: 'givenUp',
    });
    expect(sent('uncertain', { type: 'succeeded' }).state).toBe('uncertain');
  });

  it('keeps the time of a retry and forgets it at the start', () => {
    const waiting = sent('running', { type: 'delayed', until: AT + 15_000 });
    expect(waiting).toMatchObject({ state: 'waiting', nextAt: AT + 15_000 });
    const later = runAfter(waiting, { type: 'postponed', until: AT + 600_000 }, AT + 2);
    expect(later).toMatchObject({ state: 'waiting', nextAt: AT + 600_000, changedAt: AT + 2 });
    expect(runAfter(later, { type: 'started', isRepeatable: false }, AT)).toMatchObject({ nextAt: null });
  });

  it('begins dry, planned or skipped', () => {
    const { state: _state, ...fresh } = RUN;
    expect(runFrom(fresh, { type: 'tried' }, AT).state).toBe('dry');
    expect(runFrom(fresh, { type: 'planned', at: AT + 9 }, AT)).toMatchObject({ state: 'planned', nextAt: AT + 9 });
    expect(runFrom(fresh, { type: 'refused', because: 'cap' }, AT)).toMatchObject({ state: 'skipped', skipped: 'cap' });
  });
});
