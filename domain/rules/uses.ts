/** Where a rule sends. */
import type { Destination } from './destination.ts';
import type { Rule } from './rule.ts';

const WITHOUT_DESTINATION: readonly string[] = ['session', 'form'];

/** The destinations that a rule names, each with the kind it has to be of. */
export function destinationsOf({ actions }: Pick<Rule, 'actions'>): Map<string, Destination['kind']> {
  const ids = new Map<string, Destination['kind']>();
  for (const action of actions) {
    if (action.kind === 'webhook') ids.set(action.destination, 'webhook');
    if (action.kind === 'task' && !WITHOUT_DESTINATION.includes(action.through)) ids.set(action.through, 'portal');
  }
  return ids;
}

/** Those of them that nothing may be sent to: not set up here, of another kind, or not agreed to. */
export function missingOf(rule: Pick<Rule, 'actions'>, destinations: readonly Destination[]): string[] {
  return [...destinationsOf(rule)]
    .filter(
      ([id, kind]) => !destinations.some((each) => each.id === id && each.kind === kind && each.agreedAt !== null),
    )
    .map(([id]) => id);
}
