/** The way to personal accounts in ChatApp Dialog: four steps, of which the last is the option itself. */
import {
  type ChatAppFacts,
  type Employee,
  employeesOf,
  type Fact,
  isKnown,
  type KnownFact,
  type Step,
} from './facts.ts';

export const ACCOUNT_STEPS = ['linked', 'invited', 'synchronised', 'enabled'] as const;

export type AccountStep = Step | 'enabled';
export type StepState = 'unknown' | 'open' | 'done';

/** What is known of each step, and from whom. */
export type StepFacts = Readonly<Record<AccountStep, Fact<boolean>>>;

export type StepEvent =
  /** Somebody said, or the portal showed, that a step is done or open. */
  | { type: 'step.told'; step: AccountStep; fact: KnownFact<boolean> }
  /** What was said is taken back. */
  | { type: 'step.withdrawn'; step: AccountStep }
  /** The application came back; `at` in epoch ms. */
  | { type: 'application.reinstalled'; at: number };

export const stepState = (fact: Fact<boolean>): StepState =>
  isKnown(fact) ? (fact.value ? 'done' : 'open') : 'unknown';

/** The steps as the explanation takes them; the fourth is an option there, with an answer of its own. */
export function withSteps(facts: ChatAppFacts, { linked, invited, synchronised }: StepFacts): ChatAppFacts {
  return { ...facts, steps: { linked, invited, synchronised } };
}

export interface ChecklistRow {
  step: AccountStep;
  state: StepState;
  fact: Fact<boolean>;
}

export interface Checklist {
  rows: readonly ChecklistRow[];
  /** The first step that is not done; null: all are. */
  next: AccountStep | null;
  /** True when the option is on and a step before it is known to be open: nobody says what employees meet. */
  isOnTooEarly: boolean;
  /** Work goes on under the project owner's account; null: it is not known whether the option is on. */
  worksAsOwner: boolean | null;
  /** How many employees have an account of their own, as far as it was told. */
  accounts: { has: number; hasNot: number; unknown: number };
}

/** The four steps with what is known, what comes next, and what it costs while the option stays off. */
export function checklistOf(steps: StepFacts, facts: ChatAppFacts): Checklist {
  const rows = ACCOUNT_STEPS.map((step) => ({ step, state: stepState(steps[step]), fact: steps[step] }));
  const { enabled } = steps;
  return {
    rows,
    next: rows.find(({ state }) => state !== 'done')?.step ?? null,
    isOnTooEarly: stepState(enabled) === 'done' && rows.some(({ state }) => state === 'open'),
    worksAsOwner: isKnown(enabled) ? !enabled.value : null,
    accounts: accountsOf(employeesOf(facts)),
  };
}

function accountsOf(employees: readonly Employee[]): Checklist['accounts'] {
  const known = employees.flatMap(({ personalAccount }) => (isKnown(personalAccount) ? [personalAccount.value] : []));
  const has = known.filter(Boolean).length;
  return { has, hasNot: known.length - has, unknown: employees.length - known.length };
}

/** Employees after somebody said that all have an account of their own but these; a single newer word stays. */
export function withAccounts(
  employees: readonly Employee[],
  without: ReadonlySet<string>,
  { at, by }: { at: number; by: string },
): Employee[] {
  return employees.map((employee) => {
    const { id, personalAccount } = employee;
    if (isKnown(personalAccount) && personalAccount.at > at) return employee;
    return { ...employee, personalAccount: { from: 'entered', value: !without.has(id), at, by } };
  });
}
