/** In what two rules differ, place by place. */
import type { Rule } from './rule.ts';

export interface RuleDifference {
  /** As `actions.0.title`. */
  path: string;
  here: string;
  file: string;
}

/** Which rule it is and how often it was changed is no difference between rules. */
const NOT_COMPARED = ['schema', 'id', 'version'];

/** Places whose values differ, in the order of the document; empty where one of both has nothing. */
export function differencesOf(here: Rule, file: Rule): RuleDifference[] {
  const [ours, theirs] = [placesOf(here), placesOf(file)];
  const paths = new Set([...ours.keys(), ...theirs.keys()]);
  const fields = Object.keys(file);
  return [...paths]
    .sort((one, other) => orderOf(one, fields) - orderOf(other, fields))
    .map((path) => ({ path, here: ours.get(path) ?? '', file: theirs.get(path) ?? '' }))
    .filter((row) => row.here !== row.file);
}

/** By field, then by the number of the condition or action; the rest stays as it came. */
function orderOf(path: string, fields: readonly string[]): number {
  const [field = ''] = path.split('.');
  return fields.indexOf(field) * 1_000 + Number(/\d+/.exec(path)?.[0] ?? 0);
}

function placesOf(rule: Rule): Map<string, string> {
  const { portals, ...rest } = rule;
  const places = new Map<string, string>();
  // The order of portals means nothing.
  const named = { ...rest, portals: typeof portals === 'string' ? portals : [...new Set(portals)].sort().join(', ') };
  for (const field of Object.keys(rule)) {
    if (!NOT_COMPARED.includes(field)) collect(named[field as keyof Rule], field, places);
  }
  return places;
}

function collect(value: unknown, path: string, places: Map<string, string>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [field, part] of Object.entries(value)) collect(part, `${path}.${field}`, places);
  } else if (value !== null && value !== undefined) places.set(path, String(value));
}
