import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { ACCOUNT_STEPS, type AccountStep, type StepEvent, stepState } from '../../domain/chatapp/personal-steps.ts';
import { NOTHING_TOLD, personalAccounts, stepsAfter } from '../../machines/personal-accounts.ts';
import { AT, read, said } from '../domain/chatapp-portal.ts';

const told = (step: AccountStep, value: boolean, at = AT, by = 'Olga'): StepEvent => ({
  type: 'step.told',
  step,
  fact: said(value, at, by),
});

const stepsOf = (...events: StepEvent[]) => events.reduce(stepsAfter, NOTHING_TOLD);
const stateAfter = (step: AccountStep, ...events: StepEvent[]) => stepState(stepsOf(...events)[step]);

describe('a step', () => {
  it.each(ACCOUNT_STEPS)('%s is unknown until somebody says something, then as it was said', (step) => {
    expect(stateAfter(step)).toBe('unknown');
    expect(stateAfter(step, told(step, false))).toBe('open');
    expect(stateAfter(step, told(step, true))).toBe('done');
    expect(stateAfter(step, told(step, true), told(step, false, AT + 1))).toBe('open');
  });

  it('leaves the others alone', () => {
    const steps = stepsOf(told('invited', true));
    expect(ACCOUNT_STEPS.map((step) => stepState(steps[step]))).toEqual(['unknown', 'done', 'unknown', 'unknown']);
  });

  it('keeps who said so last', () => {
    expect(stepsOf(told('linked', true), told('linked', true, AT + 1, 'Igor')).linked).toEqual(
      said(true, AT + 1, 'Igor'),
    );
    const seen: StepEvent = { type: 'step.told', step: 'linked', fact: read(false, AT + 2) };
    expect(stepsOf(told('linked', true), seen).linked).toEqual(read(false, AT + 2));
  });

  it('is not changed by older words', () => {
    const steps = stepsOf(told('linked', true, AT));
    expect(stepsAfter(steps, told('linked', false, AT - 1))).toBe(steps);
  });

  it('is unknown again when the word is taken back', () => {
    expect(stateAfter('linked', told('linked', true), { type: 'step.withdrawn', step: 'linked' })).toBe('unknown');
    const steps = stepsOf(told('linked', true));
    expect(stepsAfter(steps, { type: 'step.withdrawn', step: 'invited' }).linked).toEqual(said(true));
  });

  it('is unknown after a reinstall, unless it was told since', () => {
    const steps = stepsOf(told('linked', true, AT), told('invited', true, AT + 10), {
      type: 'application.reinstalled',
      at: AT + 5,
    });
    expect(steps.linked).toEqual({ from: 'nowhere', why: 'outdated' });
    expect(stepState(steps.invited)).toBe('done');
    expect(steps.enabled).toEqual({ from: 'nowhere', why: 'insideChatApp' });
  });
});

describe('the chart', () => {
  const events: StepEvent[] = [
    ...ACCOUNT_STEPS.flatMap((step): StepEvent[] => [
      told(step, true),
      told(step, false),
      { type: 'step.withdrawn', step },
    ]),
    { type: 'application.reinstalled', at: AT },
  ];
  const paths = getShortestPaths(personalAccounts as AnyStateMachine, { events, limit: 20_000 });

  it('reaches each state of each step, in any order', () => {
    const reached = new Set(paths.map(({ state }) => JSON.stringify(state.value)));
    expect(reached.size).toBe(3 ** ACCOUNT_STEPS.length);
  });

  it('behaves the same after it was stored and restored, and as its facts do', () => {
    for (const { state } of paths.filter((_, index) => index % 5 === 0)) {
      const stored = JSON.parse(JSON.stringify(state.context));
      for (const event of events) {
        const actor = createActor(personalAccounts, { snapshot: state }).start();
        actor.send(event);
        const { context, value } = actor.getSnapshot();
        expect(stepsAfter(stored, event)).toEqual(context);
        for (const step of ACCOUNT_STEPS) expect(value[step]).toBe(stepState(context[step]));
      }
    }
  });
});

describe('whatever is said', () => {
  const step = fc.constantFrom(...ACCOUNT_STEPS);
  const moment = fc.integer({ min: 0, max: 5 });
  const event: fc.Arbitrary<StepEvent> = fc.oneof(
    fc.tuple(step, fc.boolean(), moment).map(([each, value, at]) => told(each, value, at)),
    step.map((each): StepEvent => ({ type: 'step.withdrawn', step: each })),
    moment.map((at): StepEvent => ({ type: 'application.reinstalled', at })),
  );

  it('no step is done or open without a word for it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const steps = stepsOf(...events);
        for (const each of ACCOUNT_STEPS) {
          const words = events.filter((one) => one.type === 'step.told' && one.step === each);
          const { [each]: fact } = steps;
          if (fact.from !== 'nowhere') expect(words).toContainEqual({ type: 'step.told', step: each, fact });
        }
      }),
    );
  });
});
