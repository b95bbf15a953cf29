/** What keeps a rule from being started again so soon. */
import type { RuleEvent } from './event.ts';
import { MOST_RUNS_PER_HOUR, type Rule } from './rule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Objects of two portals are two, whatever they are called. */
const objectOf = ({ portal, object }: Pick<RuleEvent, 'portal' | 'object'>): string => `${portal} ${object}`;

/** When a rule was started, epoch ms each. */
export interface RuleStarts {
  times: number[];
  /** The last time, by `objectOf`. */
  lastOf: Map<string, number>;
}

export const noStarts = (): RuleStarts => ({ times: [], lastOf: new Map() });

/** Adds a start. */
export function addStart({ times, lastOf }: RuleStarts, event: Pick<RuleEvent, 'portal' | 'object'>, at: number): void {
  times.push(at);
  lastOf.set(objectOf(event), Math.max(at, lastOf.get(objectOf(event)) ?? 0));
}

/** Why a rule is not started at a moment; null: it may be. */
export function hindranceOf(
  { cooldown, caps }: Pick<Rule, 'cooldown' | 'caps'>,
  { times, lastOf }: RuleStarts,
  event: Pick<RuleEvent, 'portal' | 'object'>,
  now: number,
): 'cooldown' | 'cap' | null {
  const last = cooldown.per === 'object' ? (lastOf.get(objectOf(event)) ?? 0) : Math.max(0, ...times);
  if (cooldown.minutes > 0 && last > now - cooldown.minutes * MINUTE) return 'cooldown';
  const lately = times.filter((at) => at > now - HOUR).length;
  return lately >= Math.min(caps.runsPerHour, MOST_RUNS_PER_HOUR) ? 'cap' : null;
}
