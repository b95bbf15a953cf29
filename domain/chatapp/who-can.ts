/** The same answers the other way round: who can, who differs, and what a change would do. */
import { type Explanation, explain } from './explain.ts';
import { type ChatAppFacts, type Employee, employeesOf, isKnown, type Option } from './facts.ts';
import type { Gate, Verdict } from './gates.ts';
import { withOption } from './options.ts';
import { readyFacts } from './ready.ts';
import type { Aspect, Deciding, StageId } from './stage.ts';

export interface Person {
  id: string;
  name: string;
  deciding: Deciding | null;
}

export interface WhoCan {
  line: string;
  /** In the order of the list of employees. */
  people: Readonly<Record<Verdict, readonly Person[]>>;
  /** False while employees may be missing. */
  isWhole: boolean;
}

const isStaffWhole = ({ staff }: ChatAppFacts) => isKnown(staff) && staff.value.isWhole;

/** Sorts all employees by whether they can start a conversation on a line. */
export function whoCanStart(line: string, facts: ChatAppFacts): WhoCan {
  const ready = readyFacts(facts);
  const people: Record<Verdict, Person[]> = { yes: [], depends: [], unknown: [], no: [] };
  for (const employee of employeesOf(facts)) {
    const { start } = explain(employee, facts, line, ready).stages;
    people[start.verdict].push({ id: employee.id, name: employee.name, deciding: start.deciding });
  }
  return { line, people, isWhole: isStaffWhole(facts) };
}

export const STAGES = ['see', 'open', 'start'] as const satisfies readonly StageId[];

export interface GateDifference {
  stage: StageId;
  /** Null: this employee does not meet the gate. */
  first: Gate | null;
  second: Gate | null;
}

export interface Comparison {
  first: Explanation;
  second: Explanation;
  /** Gates at which the two fare differently, in order. */
  differences: readonly GateDifference[];
  /** The first stage with another answer; null: both can do the same. */
  parting: StageId | null;
}

/** Puts two employees beside each other. */
export function compareEmployees(
  [one, other]: readonly [Employee, Employee],
  facts: ChatAppFacts,
  line: string | null = null,
): Comparison {
  const ready = readyFacts(facts);
  const first = explain(one, facts, line, ready);
  const second = explain(other, facts, line, ready);
  const parting = STAGES.find((stage) => first.stages[stage].verdict !== second.stages[stage].verdict) ?? null;
  return { first, second, parting, differences: STAGES.flatMap((stage) => differencesAt(stage, first, second)) };
}

function differencesAt(stage: StageId, first: Explanation, second: Explanation): GateDifference[] {
  const [own, others] = [first.stages[stage].gates, second.stages[stage].gates];
  const ids = [...new Set([...own, ...others].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const pair = { stage, first: gateIn(own, id), second: gateIn(others, id) };
    return isSame(pair.first, pair.second) ? [] : [pair];
  });
}

const gateIn = (gates: readonly Gate[], id: Gate['id']) => gates.find((gate) => gate.id === id) ?? null;

const isSame = (first: Gate | null, second: Gate | null) =>
  first?.state === second?.state && first?.opens === second?.opens && saysOf(first) === saysOf(second);

/** What was found there, apart from by whom. */
const saysOf = (gate: Gate | null) => JSON.stringify(gate?.detail ?? null);

/** What an employee can do, as far as an option touches it. */
export interface Ability {
  open: Verdict;
  start: Verdict;
  asksPassword: Explanation['asksPassword'];
  account: Explanation['account'];
}

export interface Change {
  id: string;
  name: string;
  before: Ability;
  after: Ability;
}

/** The employees for whom something changes when an option goes from one value to the other, before it is switched. */
export function whatChanges(
  option: Option,
  before: boolean,
  after: boolean,
  facts: ChatAppFacts,
  line: string | null = null,
): Change[] {
  const [was, becomes] = [before, after].map((value) => abilitiesIn(assuming(facts, option, value), line));
  return employeesOf(facts).flatMap(({ id, name }, index) => {
    const [one, other] = [was?.[index], becomes?.[index]];
    return !one || !other || isAlike(one, other) ? [] : [{ id, name, before: one, after: other }];
  });
}

/** What is only imagined was said by nobody, and is newer than any reinstall. */
const assuming = (facts: ChatAppFacts, option: Option, value: boolean) =>
  withOption(facts, option, value, Number.MAX_SAFE_INTEGER, '');

function abilitiesIn(facts: ChatAppFacts, line: string | null): Ability[] {
  const ready = readyFacts(facts);
  return employeesOf(facts).map((employee) => {
    const { stages, asksPassword, account } = explain(employee, facts, line, ready);
    return { open: stages.open.verdict, start: stages.start.verdict, asksPassword, account };
  });
}

const isAlike = (one: Ability, other: Ability) =>
  one.open === other.open &&
  one.start === other.start &&
  isSameAspect(one.asksPassword, other.asksPassword) &&
  isSameAspect(one.account, other.account);

/** What depends may depend on something else than before. */
const isSameAspect = (one: Aspect<string>, other: Aspect<string>) =>
  one.value === other.value && valuesOf(one) === valuesOf(other);

const valuesOf = ({ readings }: Aspect<string>) => [...new Set(readings.map(({ value }) => value))].sort().join();
