/** Does ChatApp Dialog open for an employee, with a password or without, and under whose account? */
import type { Ambiguity } from './ambiguities.ts';
import { type ChatAppFacts, type Employee, type Fact, isKnown, type Step } from './facts.ts';
import { type Gate, oldestOf, opensWhile, sourceOf, stateOf, type Verdict } from './gates.ts';
import { optionGate } from './option-gate.ts';
import { optionNow } from './options.ts';
import type { ReadyFacts } from './ready.ts';
import { type Answered, type Aspect, answerTo, aspectOf } from './stage.ts';
import { administratorToChatApp, isAdministrator } from './standing.ts';
import { standingGate } from './standing-gate.ts';
import { type OfRow, OPEN_TABLE, type OpenOutcome, type OpenWorld, outcomesIn } from './tables.ts';
import { type Cases, known, unread, type Variable, type Variables } from './worlds.ts';

export const STEPS = ['linked', 'invited', 'synchronised'] as const satisfies readonly Step[];

const judge = (world: OpenWorld): readonly OfRow<OpenOutcome>[] => outcomesIn(OPEN_TABLE, world);

export interface Sides {
  asksPassword: Aspect<OpenOutcome['asksPassword']>;
  /** Under whose account Dialog opens. */
  account: Aspect<OpenOutcome['account']>;
}

const derive = (cases: Cases<OfRow<OpenOutcome>>): Sides => ({
  asksPassword: aspectOf(cases, ({ asksPassword }) => asksPassword),
  account: aspectOf(cases, ({ account }) => account),
});

const GATE_OF = {
  administrator: 'standing',
  password: 'password',
  personal: 'personal',
  steps: 'steps',
  account: 'account',
} as const;

/** Answers whether ChatApp Dialog opens. */
export function openStage(employee: Employee, { facts, memory }: ReadyFacts): Answered<Sides> {
  const variables: Variables<OpenWorld> = {
    administrator: administratorToChatApp(employee),
    password: optionNow('password', facts),
    personal: optionNow('personal', facts),
    steps: stepsNow(facts),
    account: accountOf(employee.personalAccount),
  };
  const isExempt = isAdministrator(employee);
  const gatesFor = (alone: Verdict) => [
    ...standingGate(employee, variables.administrator, alone),
    optionGate('password', facts, isExempt, alone),
    optionGate('personal', facts, false, alone),
    ...(mayBe(variables.personal) ? [stepsGate(facts, alone)] : []),
    ...(mayBe(variables.personal) || (mayBe(variables.password) && !isExempt)
      ? [accountGate(employee, facts, alone)]
      : []),
  ];
  // Both options speak of Dialog; whether they touch the other tab is not said.
  const aside: Ambiguity[] = mayBe(variables.password) || mayBe(variables.personal) ? ['A7'] : [];
  return answerTo({ id: 'open', variables, judge, derive, gatesFor, gateOf: GATE_OF, aside, shown: [] }, memory);
}

const mayBe = (option: Variable<boolean>) => option.some((readings) => readings.some(({ value }) => value));

const DONE = known<OpenWorld['steps']>('done');
const MISSING = known<OpenWorld['steps']>('missing');
const UNREAD_STEPS = unread<OpenWorld['steps']>('done', 'missing');
const HAS = known<OpenWorld['account']>('yes');
const HAS_NOT = known<OpenWorld['account']>('no');
const UNREAD_ACCOUNT = unread<OpenWorld['account']>('yes', 'no');

const accountOf = (fact: Fact<boolean>) => (isKnown(fact) ? (fact.value ? HAS : HAS_NOT) : UNREAD_ACCOUNT);

function stepsNow({ steps }: ChatAppFacts): Variable<OpenWorld['steps']> {
  const { open, unread } = stepsLeft(steps);
  return open.length > 0 ? MISSING : unread.length > 0 ? UNREAD_STEPS : DONE;
}

function stepsLeft(steps: ChatAppFacts['steps']): { open: Step[]; unread: Step[] } {
  const isOpen = (fact: Fact<boolean>) => isKnown(fact) && !fact.value;
  return {
    open: STEPS.filter((step) => isOpen(steps[step])),
    unread: STEPS.filter((step) => !isKnown(steps[step])),
  };
}

function stepsGate({ steps }: ChatAppFacts, alone: Verdict): Gate {
  const { open, unread } = stepsLeft(steps);
  const found = open.length > 0 ? false : unread.length > 0 ? null : true;
  const concerned = found === false ? open : STEPS;
  const source = oldestOf(...concerned.map((step) => sourceOf(steps[step])));
  return {
    id: 'steps',
    state: stateOf({ source, found }),
    // Without them nobody says what happens.
    opens: found === null ? opensWhile('couldNotRead', alone) : found ? 'yes' : opensWhile('ambiguous', alone),
    rule: 'C11',
    ambiguity: found === false ? 'A3' : null,
    place: { kind: 'projectEmployees' },
    detail: { kind: 'steps', open, unread },
    source,
  };
}

function accountGate({ personalAccount }: Employee, facts: ChatAppFacts, alone: Verdict): Gate {
  const source = sourceOf(personalAccount);
  const has = isKnown(personalAccount) ? personalAccount.value : null;
  const isPersonalOff = !mayBe(optionNow('personal', facts));
  return {
    id: 'account',
    state: stateOf({ source, found: has }),
    opens: has === null ? opensWhile('couldNotRead', alone) : has ? 'yes' : alone,
    rule: isPersonalOff ? 'C9' : 'C11',
    ambiguity: has === false && !isPersonalOff ? 'A3' : null,
    place: { kind: 'projectEmployees' },
    detail: { kind: 'account', has },
    source,
  };
}
