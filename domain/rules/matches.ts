/** Whether an event is what a rule waits for. */
import type { RuleEvent } from './event.ts';
import type { Trigger } from './rule.ts';

/** True when kind and number of the trigger fit; whose portal it is and since when are asked elsewhere. */
export function matches(trigger: Trigger, event: RuleEvent): boolean {
  if (trigger.kind !== event.kind) return false;
  if (trigger.kind === 'slots.reached') return hasReached(trigger.count, event);
  // That it was asked just now, and that it was asked hours ago, are two events.
  if (trigger.kind === 'access.requested') return isAtOnce(event) === (trigger.pendingHours === 0);
  return true;
}

const isAtOnce = ({ version }: RuleEvent): boolean => version.startsWith('entry:');

function hasReached(count: number, { from, facts }: RuleEvent): boolean {
  const used = facts['slots.used'];
  return from !== undefined && typeof used === 'number' && from < count && used >= count;
}
