/** Habits of the portal's answers that have nothing to do with what they tell. */

/** The portal's dates carry its own time zone, not UTC. */
export function portalDate(at: number): string {
  return `${new Date(at + 3 * 3_600_000).toISOString().slice(0, 19)}+03:00`;
}

/** A PHP map whose keys are 0, 1, 2… is a list on the wire, and so is an empty one. */
export function phpMap<Value>(map: Record<string, Value>): Record<string, Value> | Value[] {
  const isList = Object.keys(map).every((key, n) => key === String(n));
  return isList ? Object.values(map) : map;
}
