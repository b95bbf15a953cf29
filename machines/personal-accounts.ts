/**
 * The four steps to personal accounts in ChatApp Dialog, side by side: nothing on the portal shows them, so each stands
 * as it was told last. The facts are the stored form.
 *
 *   linked        unknown ⇄ open ⇄ done
 *   invited       unknown ⇄ open ⇄ done       by step.told; older words change nothing
 *   synchronised  unknown ⇄ open ⇄ done       step.withdrawn ─▶ unknown
 *   enabled       unknown ⇄ open ⇄ done       application.reinstalled ─▶ unknown, unless told since
 *
 * No order is forced: the option may be on before the steps under it are done, which is worth a warning of its own.
 */
import { assign, setup, transition } from 'xstate';
import type { Fact } from '../domain/chatapp/facts.ts';
import {
  ACCOUNT_STEPS,
  type AccountStep,
  type StepEvent,
  type StepFacts,
  stepState,
} from '../domain/chatapp/personal-steps.ts';

/** Only ChatApp's own pages show the steps. */
const UNTOLD: Fact<boolean> = { from: 'nowhere', why: 'insideChatApp' };
/** What was told before a reinstall has to be asked again. */
const OUTDATED: Fact<boolean> = { from: 'nowhere', why: 'outdated' };

export const NOTHING_TOLD: StepFacts = {
  linked: UNTOLD,
  invited: UNTOLD,
  synchronised: UNTOLD,
  enabled: UNTOLD,
};

interface StepParams {
  step: AccountStep;
}

const chart = setup({
  types: { context: {} as StepFacts, events: {} as StepEvent },
  actions: {
    takeWord: assign(({ event }, { step }: StepParams) => (event.type === 'step.told' ? { [step]: event.fact } : {})),
    forget: assign((_, { step }: StepParams) => ({ [step]: UNTOLD })),
    outdate: assign((_, { step }: StepParams) => ({ [step]: OUTDATED })),
  },
  guards: {
    isOpen: ({ context, event }, { step }: StepParams) => isNews(context, event, step, false),
    isDone: ({ context, event }, { step }: StepParams) => isNews(context, event, step, true),
    isOurs: ({ event }, { step }: StepParams) => event.type === 'step.withdrawn' && event.step === step,
    isOutdated: ({ context, event }, { step }: StepParams) =>
      event.type === 'application.reinstalled' && toldAt(context[step]) <= event.at,
  },
});

const toldAt = (fact: Fact<boolean>): number => (fact.from === 'nowhere' ? Number.POSITIVE_INFINITY : fact.at);

/** A word about this step that is not older than what is known. */
const isNews = (context: StepFacts, event: StepEvent, step: AccountStep, value: boolean): boolean => {
  if (event.type !== 'step.told' || event.step !== step || event.fact.value !== value) return false;
  const before = context[step];
  return before.from === 'nowhere' || event.fact.at >= before.at;
};

const regionOf = (step: AccountStep) => {
  const params = { step };
  return {
    initial: 'unknown' as const,
    on: {
      'step.told': [
        { guard: { type: 'isDone' as const, params }, target: '.done', actions: { type: 'takeWord' as const, params } },
        { guard: { type: 'isOpen' as const, params }, target: '.open', actions: { type: 'takeWord' as const, params } },
      ],
      'step.withdrawn': {
        guard: { type: 'isOurs' as const, params },
        target: '.unknown',
        actions: { type: 'forget' as const, params },
      },
      'application.reinstalled': {
        guard: { type: 'isOutdated' as const, params },
        target: '.unknown',
        actions: { type: 'outdate' as const, params },
      },
    },
    states: { unknown: {}, open: {}, done: {} },
  };
};

export const personalAccounts = chart.createMachine({
  id: 'personal-accounts',
  context: NOTHING_TOLD,
  type: 'parallel',
  states: {
    linked: regionOf('linked'),
    invited: regionOf('invited'),
    synchronised: regionOf('synchronised'),
    enabled: regionOf('enabled'),
  },
});

/** The steps after an event; the same object when nothing changes. */
export function stepsAfter(steps: StepFacts, event: StepEvent): StepFacts {
  const [{ context }] = transition(
    personalAccounts,
    personalAccounts.resolveState({ value: chartValue(steps), context: steps }),
    event,
  );
  return ACCOUNT_STEPS.every((step) => context[step] === steps[step]) ? steps : { ...context };
}

/** The chart's state that belongs to stored facts. */
const chartValue = (steps: StepFacts) =>
  Object.fromEntries(ACCOUNT_STEPS.map((step) => [step, stepState(steps[step])]));
