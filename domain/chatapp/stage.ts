/** One of the three questions about an employee, answered. */
import { type Ambiguity, ambiguitiesOf, type ReadingId, type Rule } from './ambiguities.ts';
import type { Gate, GateId, Verdict } from './gates.ts';
import type { Memory } from './memory.ts';
import { agreedOn, type Cases, casesOf, essentialOf, openIn, type Taking, type Variables } from './worlds.ts';

export type StageId = 'see' | 'open' | 'start';

/** One way to read what ChatApp does not state. */
export interface StageReading {
  takes: readonly ReadingId[];
  verdict: 'yes' | 'no';
  /** True when the portal itself goes by this reading, as far as it shows. */
  isShown: boolean;
}

export interface Stage {
  id: StageId;
  /** With the stages before it: nobody opens what they do not see. */
  verdict: Verdict;
  /** By itself, as if everything before it were open. */
  alone: Verdict;
  /** In the order in which they are passed. */
  gates: readonly Gate[];
  /** What decides; it may be a gate of a stage before this one. */
  deciding: Deciding | null;
  /** All readings behind an answer that depends, in the table's order. */
  readings: readonly StageReading[];
  /** The ambiguities behind it. */
  ambiguities: readonly Ambiguity[];
  /** Rows of the decision table that may apply, and the rules they go by. */
  rows: readonly number[];
  rules: readonly Rule[];
  /** What is not stated either, and decides nothing here. */
  aside: readonly Ambiguity[];
}

export interface Deciding {
  stage: StageId;
  gate: GateId;
}

export interface Judged extends Taking {
  verdict: 'yes' | 'no';
  row: number;
  rule: Rule;
}

/** A stage before it is joined to those before it. */
export interface Question<W extends object, O extends Judged, D> {
  id: StageId;
  variables: Variables<W>;
  judge: (world: W) => readonly O[];
  /** What else follows from the cases. */
  derive: (cases: Cases<O>) => D;
  /** Built once the stage's own answer is there. */
  gatesFor: (alone: Verdict) => readonly Gate[];
  /** The gate at which each variable is shown. */
  gateOf: Readonly<Record<keyof W, GateId>>;
  aside: readonly Ambiguity[];
  /** Readings that the portal shows to be its own. */
  shown: readonly ReadingId[];
}

export interface Answered<D> {
  stage: Stage;
  derived: D;
}

const verdictIn = ({ verdict }: Judged) => verdict;

/** Answers a question by itself. `memory` keeps what follows from like facts: thousands of employees share them. */
export function answerTo<W extends object, O extends Judged, D>(
  question: Question<W, O, D>,
  memory: Memory,
): Answered<D> {
  const { id, variables, gatesFor, aside, shown } = question;
  const { alone, turning, derived, ...settled } = memory.recall([id, ...shown], variables, () => settle(question));
  const gates = gatesFor(alone);
  const gate = decidingGate(alone, gates, turning);
  const deciding = gate && { stage: id, gate };
  return { stage: { id, verdict: alone, alone, gates, deciding, ...settled, aside }, derived };
}

interface Settled<D> extends Pick<Stage, 'alone' | 'readings' | 'ambiguities' | 'rows' | 'rules'> {
  turning: ReadonlySet<GateId>;
  derived: D;
}

/** All that follows from the variables alone. */
function settle<W extends object, O extends Judged, D>(question: Question<W, O, D>): Settled<D> {
  const { variables, judge, gateOf, shown, derive } = question;
  const cases = casesOf(variables, judge);
  const alone = agreedOn(cases, verdictIn);
  const isOpen = alone === 'depends' || alone === 'unknown';
  const essential = isOpen ? essentialOf(variables, judge, verdictIn) : variables;
  const readings = alone === 'depends' ? readingsIn(casesOf(essential, judge), shown) : [];
  return {
    alone,
    readings,
    turning: isOpen ? new Set<GateId>(openIn(essential).map((name) => gateOf[name])) : NONE,
    ambiguities: ambiguitiesOf(readings.flatMap(({ takes }) => takes)),
    rows: eachOnce(cases, ({ row }) => row),
    rules: eachOnce(cases, ({ rule }) => rule),
    derived: derive(cases),
  };
}

const eachOnce = <O, T>(cases: Cases<O>, pick: (outcome: O) => T): T[] => [...new Set(cases.flat().map(pick))];

const NONE: ReadonlySet<GateId> = new Set();

function readingsIn(cases: Cases<Judged>, shown: readonly ReadingId[]): StageReading[] {
  const found = new Map<string, StageReading>();
  for (const { takes, verdict } of cases.flat()) {
    const own = [...new Set(takes)];
    const isShown = own.length > 0 && own.every((each) => shown.includes(each));
    found.set([...own, verdict].join(), { takes: own, verdict, isShown });
  }
  return [...found.values()];
}

function decidingGate(alone: Verdict, gates: readonly Gate[], turning: ReadonlySet<GateId>): GateId | null {
  const first = (fits: (gate: Gate) => boolean) => gates.find(fits)?.id;
  if (alone === 'no') return first(({ opens }) => opens === 'no') ?? null;
  if (alone === 'yes') return first(({ state }) => state === 'exempt') ?? gates.at(-1)?.id ?? null;
  return (
    first(({ id, opens }) => turning.has(id) && opens === alone) ??
    first(({ opens }) => opens === alone) ??
    first(({ id }) => turning.has(id)) ??
    null
  );
}

/** One side of an outcome, answered as the verdict is: whether a password is asked, whose account it is. */
export interface Aspect<T extends string> {
  value: T | 'depends' | 'unknown';
  /** All readings behind one that depends. */
  readings: readonly { value: T; takes: readonly ReadingId[] }[];
  ambiguities: readonly Ambiguity[];
}

/** What the cases agree on in one respect. */
export function aspectOf<O extends Judged, T extends string>(cases: Cases<O>, pick: (outcome: O) => T): Aspect<T> {
  const value = agreedOn(cases, pick);
  if (value !== 'depends') return { value, readings: [], ambiguities: [] };
  const found = new Map<string, { value: T; takes: readonly ReadingId[] }>();
  for (const outcome of cases.flat()) {
    const takes = [...new Set(outcome.takes)];
    found.set([pick(outcome), ...takes].join(), { value: pick(outcome), takes });
  }
  const readings = [...found.values()];
  return { value, readings, ambiguities: ambiguitiesOf(readings.flatMap(({ takes }) => takes)) };
}

/** A stage behind another: it cannot be more open than the one before. */
export function behind(before: Stage, stage: Stage): Stage {
  const verdict = bothOf(before.verdict, stage.alone);
  const isDecidedBefore = verdict === before.verdict && before.verdict !== 'yes';
  return { ...stage, verdict, deciding: isDecidedBefore ? before.deciding : stage.deciding };
}

function bothOf(before: Verdict, own: Verdict): Verdict {
  if (before === 'no' || own === 'no') return 'no';
  if (before === 'unknown' || own === 'unknown') return 'unknown';
  return before === 'depends' || own === 'depends' ? 'depends' : 'yes';
}
