/** Readings told with as few conditions as they need. */
import type { ReadingId } from './ambiguities.ts';

interface Told<T> {
  takes: readonly ReadingId[];
  value: T;
}

export interface Shortened<T, R extends Told<T>> {
  takes: readonly ReadingId[];
  value: T;
  /** The readings that it stands for. */
  covered: readonly R[];
}

/** The same readings with fewer conditions: one that makes no difference is left out, and readings fall together. */
export function shortened<T, R extends Told<T>>(readings: readonly (R & Told<T>)[]): Shortened<T, R>[] {
  const found: Shortened<T, R>[] = [];
  for (const { takes, value } of readings) {
    if (found.some((each) => each.value === value && isPartOf(each.takes, takes))) continue;
    const enough = subsetsOf(takes).find((subset) => agreeingOn(subset, readings));
    const conditions = enough ?? takes;
    found.push({ takes: conditions, value, covered: readings.filter((each) => isPartOf(conditions, each.takes)) });
  }
  return found;
}

const isPartOf = (part: readonly ReadingId[], whole: readonly ReadingId[]) =>
  part.every((each) => whole.includes(each));

function agreeingOn(conditions: readonly ReadingId[], readings: readonly Told<unknown>[]): boolean {
  const values = readings.filter(({ takes }) => isPartOf(conditions, takes)).map(({ value }) => value);
  return new Set(values).size === 1;
}

/** All choices of at least one condition, the fewest first, in their own order. */
function subsetsOf(takes: readonly ReadingId[]): ReadingId[][] {
  const all: ReadingId[][] = [[]];
  for (const each of takes) all.push(...all.map((subset) => [...subset, each]));
  return all.filter(({ length }) => length > 0).sort((one, other) => one.length - other.length);
}
