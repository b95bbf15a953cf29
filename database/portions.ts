/** Many rows, some at a time: more of them in one task would keep everybody else waiting. */
const PORTION = 100;

/** All rows in order, so many in each list that the database takes them in one task. */
export function* portions<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += PORTION) yield rows.slice(from, from + PORTION);
}
