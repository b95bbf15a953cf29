import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceSelfTest,
  beginStep,
  nextStep,
  SELF_TEST,
  type SelfTestRun,
  STEP_PATIENCE,
  type StepId,
  type StepOutcome,
  selfTestVerdict,
  startSelfTest,
  tellStep,
} from '../../../domain/health/self-test.ts';
import { SOURCES } from '../../../domain/health/sources.ts';

const FAILED: StepOutcome = { result: 'failed', failure: 'timeout', code: '' };
const start = () => startSelfTest('https://demo.bitrix24.ru|7', 0);

/** Tries all that is to be tried; the time of each answer is 10 ms after its question. */
function play(outcomes: Partial<Record<StepId, StepOutcome>> = {}): { run: SelfTestRun; tried: StepId[] } {
  let run = start();
  const tried: StepId[] = [];
  for (let step = nextStep(run); step; step = nextStep(run)) {
    tried.push(step.id);
    run = beginStep(run, step.id, tried.length * 100);
    run = tellStep(run, step.id, outcomes[step.id] ?? { result: 'passed' }, tried.length * 100 + 10);
  }
  return { run, tried };
}

describe('the self-test', () => {
  it('tries every reader once, in order, and every source has one', () => {
    const { run, tried } = play();
    expect(tried).toEqual(SELF_TEST.map(({ id }) => id));
    expect(selfTestVerdict(run)).toBe('passed');
    expect(run.results.list).toEqual({ result: 'passed', at: 510, ms: 10 });
    expect(SELF_TEST.flatMap(({ sources }) => sources).sort()).toEqual([...SOURCES].sort());
  });

  it('asks for nothing before what it rests on was tried', () => {
    for (const [index, { needs }] of SELF_TEST.entries()) {
      const before = SELF_TEST.slice(0, index).map(({ id }) => id);
      expect(before).toEqual(expect.arrayContaining([...needs]));
    }
  });

  it('does not try what has no ground, and says why', () => {
    const { run, tried } = play({ page: FAILED });
    expect(tried).toEqual(['database', 'tab', 'page', 'market']);
    expect(run.results).toMatchObject({
      list: { result: 'skipped', because: 'page' },
      chatapp: { result: 'skipped', because: 'list' },
    });
    expect(selfTestVerdict(run)).toBe('failed');
  });

  it('goes on after a failure that others do not rest on, and what is absent is no failure', () => {
    const { run, tried } = play({ access: FAILED, eventLog: { result: 'absent', absence: 'notOffered' } });
    expect(tried).toHaveLength(SELF_TEST.length);
    expect(selfTestVerdict(run)).toBe('failed');
    expect(selfTestVerdict(play({ eventLog: { result: 'absent', absence: 'notOffered' } }).run)).toBe('passed');
  });

  it('has one step under way at a time, and hears no other', () => {
    const begun = beginStep(start(), 'database', 5);
    expect(nextStep(begun)).toBeNull();
    expect(tellStep(begun, 'tab', { result: 'passed' }, 6)).toBe(begun);
    expect(beginStep(begun, 'tab', 6)).toBe(begun);
    expect(selfTestVerdict(begun)).toBeNull();
  });

  it('gives a step up that never answers; its late answer changes nothing', () => {
    const begun = beginStep(start(), 'database', 0);
    expect(advanceSelfTest(begun, STEP_PATIENCE - 1)).toBe(begun);
    const over = advanceSelfTest(begun, STEP_PATIENCE);
    expect(over.results.database).toMatchObject({ result: 'failed', failure: 'silent' });
    expect(tellStep(over, 'database', { result: 'passed' }, STEP_PATIENCE + 1)).toBe(over);
  });

  it('ends, whatever the answers are', () => {
    const anyOutcome = fc.constantFrom<StepOutcome>(
      FAILED,
      { result: 'passed' },
      { result: 'notNeeded' },
      { result: 'absent', absence: 'notAllowed' },
    );
    const anyOutcomes = fc.record(
      Object.fromEntries(SELF_TEST.map(({ id }) => [id, anyOutcome])) as Record<StepId, typeof anyOutcome>,
    );
    fc.assert(
      fc.property(anyOutcomes, (outcomes) => {
        const { run } = play(outcomes);
        expect(Object.keys(run.results).sort()).toEqual(SELF_TEST.map(({ id }) => id).sort());
        expect(selfTestVerdict(run)).not.toBeNull();
      }),
    );
  });
});
