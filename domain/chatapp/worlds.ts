/**
 * Reasoning with what is not known. A variable has several alternatives when nobody could read it, and an alternative
 * has several readings when ChatApp does not say how it counts. A question is put to every combination: where all agree,
 * that is the answer; where only the readings of one alternative differ, it depends; everything else is unknown. So
 * knowing less never makes anything more certain.
 */
import type { ReadingId } from './ambiguities.ts';

export interface Reading<T> {
  value: T;
  takes: readonly ReadingId[];
}

export type Variable<T> = readonly (readonly Reading<T>[])[];
export type Variables<W> = { readonly [K in keyof W]: Variable<W[K]> };

/** Anything that follows from one combination, with the readings that it takes. */
export interface Taking {
  takes: readonly ReadingId[];
}

/** Outcomes for each alternative, one for each reading. */
export type Cases<O> = readonly (readonly O[])[];

export const reading = <T>(value: T, ...takes: ReadingId[]): Reading<T> => ({ value, takes });
export const known = <T>(value: T): Variable<T> => [[reading(value)]];
export const unread = <T>(...values: readonly T[]): Variable<T> => values.map((value) => [reading(value)]);

/** The same variable without alternatives that no answer can tell apart. */
export function distinct<T>(variable: Variable<T>): Variable<T> {
  const found = new Map<string, readonly Reading<T>[]>();
  for (const readings of variable) {
    const values = [...new Set(readings.map(({ value }) => String(value)))].sort().join();
    if (!found.has(values)) found.set(values, readings);
  }
  return [...found.values()];
}

/** Judges every combination; `judge` may itself give several readings of one. */
export function casesOf<W extends object, O extends Taking>(
  variables: Variables<W>,
  judge: (world: W) => readonly O[],
): Cases<O> {
  return combinationsOf(variables).map((worlds) =>
    worlds.flatMap(({ facts, takes }) => {
      const outcomes = judge(facts);
      return takes.length === 0 ? outcomes : outcomes.map((each) => ({ ...each, takes: [...takes, ...each.takes] }));
    }),
  );
}

/** What all outcomes agree on. */
export function agreedOn<O, T extends string>(cases: Cases<O>, pick: (outcome: O) => T): T | 'depends' | 'unknown' {
  const answers = new Set<T | 'depends'>();
  for (const outcomes of cases) {
    const values = new Set(outcomes.map(pick));
    const [first] = values;
    if (first !== undefined) answers.add(values.size === 1 ? first : 'depends');
  }
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : 'unknown';
}

/** The variables with only what the answer hangs on left open; what would not change it is taken as it comes first. */
export function essentialOf<W extends object, O extends Taking, T extends string>(
  variables: Variables<W>,
  judge: (world: W) => readonly O[],
  pick: (outcome: O) => T,
): Variables<W> {
  const answer = agreedOn(casesOf(variables, judge), pick);
  let essential = variables;
  for (const name of Object.keys(variables) as (keyof W)[]) {
    const pinned = valuesOf(essential[name]).map((each) => ({ ...essential, [name]: [[{ ...each, takes: [] }]] }));
    const isIdle = pinned.every((each) => agreedOn(casesOf(each, judge), pick) === answer);
    essential = (isIdle && pinned[0]) || essential;
  }
  return essential;
}

/** The names of the variables that are open. */
export const openIn = <W extends object>(variables: Variables<W>): (keyof W)[] =>
  (Object.keys(variables) as (keyof W)[]).filter((name) => valuesOf(variables[name]).length > 0);

/** Every single reading of an open variable; a settled one has none to try. */
function valuesOf<T>(variable: Variable<T>): readonly Reading<T>[] {
  const values = variable.flat();
  return values.length > 1 ? values : [];
}

interface World<W> extends Taking {
  facts: W;
}

function combinationsOf<W extends object>(variables: Variables<W>): World<W>[][] {
  let cases: World<W>[][] = [[{ facts: {} as W, takes: [] }]];
  for (const name of Object.keys(variables) as (keyof W)[]) {
    const variable = variables[name];
    const only = variable.length === 1 && variable[0]?.length === 1 ? variable[0][0] : undefined;
    // Nearly everything is settled for nearly everybody: thousands are explained at once.
    if (only && only.takes.length === 0) for (const { facts } of cases.flat()) facts[name] = only.value;
    else cases = cases.flatMap((worlds) => variable.map((readings) => spread(worlds, name, readings)));
  }
  return cases;
}

const spread = <W extends object, K extends keyof W>(
  worlds: readonly World<W>[],
  name: K,
  readings: readonly Reading<W[K]>[],
): World<W>[] =>
  worlds.flatMap(({ facts, takes }) =>
    readings.map((each) => ({ facts: { ...facts, [name]: each.value }, takes: [...takes, ...each.takes] })),
  );
