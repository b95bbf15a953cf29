/** What needs a person over all portals, and what of it may wait until tomorrow. */
import type { RuleNeed } from '../rules/view.ts';
import { byUrgency, type InboxItem } from './item.ts';
import { type InboxPortal, itemsOf } from './portal-items.ts';
import { type InboxRest, isAwake, restEndsAt } from './rest.ts';
import { ruleItemsOf } from './rule-items.ts';

export interface Inbox {
  /** What is shown now, the most urgent first. */
  items: InboxItem[];
  /** How many more rest. */
  restingCount: number;
  /** Epoch ms at which they are back; null: nothing was asked to rest. */
  restsUntil: number | null;
}

/** The inbox of all portals and rules at a moment. */
export function inboxOf(
  portals: readonly InboxPortal[],
  rest: InboxRest | null,
  now: number,
  ruleNeeds: readonly RuleNeed[] = [],
): Inbox {
  const all = byUrgency([...portals.flatMap((portal) => itemsOf(portal, now)), ...ruleItemsOf(ruleNeeds)]);
  const items = all.filter((item) => isAwake(item, rest, now));
  return { items, restingCount: all.length - items.length, restsUntil: restEndsAt(rest, now) };
}
