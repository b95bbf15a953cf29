/** The gate that is shown only while nobody can tell whether somebody is an administrator. */
import { type Employee, isKnown } from './facts.ts';
import { type Gate, opensWhile, sourceOf, stateOf, type Verdict } from './gates.ts';
import type { Variable } from './worlds.ts';

/** None, or the one gate; `administrator` is what the stage takes the employee for. */
export function standingGate(
  { standing }: Employee,
  administrator: Variable<'yes' | 'no'>,
  alone: Verdict,
): readonly Gate[] {
  if (administrator.length === 1 && administrator[0]?.length === 1) return [];
  const isUnclear = isKnown(standing);
  const source = sourceOf(standing);
  return [
    {
      id: 'standing',
      state: stateOf({ source, found: isUnclear ? 'ambiguous' : null }),
      opens: opensWhile(isUnclear ? 'ambiguous' : 'couldNotRead', alone),
      rule: 'platform',
      ambiguity: isUnclear ? 'A4' : null,
      place: { kind: 'employees' },
      detail: { kind: 'standing', standing: isKnown(standing) ? standing.value : null },
      source,
    },
  ];
}
