/** When rules were started lately: what cooldown and cap count from. Loaded once for each look at events. */
import type { RuleRepository } from '../../database/rules.ts';
import type { RuleMarkRow } from '../../database/schema.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import { MOST_RUNS_PER_HOUR, type Rule } from '../../domain/rules/rule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Starts {
  /** Epoch ms. */
  times: number[];
  lastOf: Map<string, number>;
  events: Set<string>;
}

const objectOf = ({ portal, object }: Pick<RuleMarkRow, 'portal' | 'object'>): string => `${portal} ${object}`;

export class RecentStarts {
  readonly #repository: RuleRepository;
  readonly #now: number;
  readonly #rules = new Map<string, Starts>();

  constructor(repository: RuleRepository, now: number) {
    this.#repository = repository;
    this.#now = now;
  }

  /** Has to be there before a rule is asked about. */
  async load(rules: Iterable<Rule>): Promise<void> {
    const missing = [...rules].filter(({ id }) => !this.#rules.has(id));
    for (const { id, cooldown } of missing) {
      this.#rules.set(id, { times: [], lastOf: new Map(), events: new Set() });
      const from = this.#now - Math.max(HOUR, cooldown.minutes * MINUTE);
      for (const mark of await this.#repository.marksBetween([id], from, this.#now)) this.add(mark);
    }
  }

  add(mark: RuleMarkRow): void {
    const starts = this.#rules.get(mark.ruleId);
    if (!starts) return;
    starts.events.add(mark.event);
    if (mark.isPassed) return;
    starts.times.push(mark.at);
    starts.lastOf.set(objectOf(mark), Math.max(mark.at, starts.lastOf.get(objectOf(mark)) ?? 0));
  }

  has({ id }: Rule, event: RuleEvent): boolean {
    return this.#rules.get(id)?.events.has(event.id) ?? false;
  }

  /** What keeps a rule from being started again so soon; null: nothing does. */
  hindrance({ id, cooldown, caps }: Rule, event: RuleEvent): 'cooldown' | 'cap' | null {
    const { times, lastOf } = this.#rules.get(id) ?? { times: [], lastOf: new Map<string, number>() };
    const last = cooldown.per === 'object' ? (lastOf.get(objectOf(event)) ?? 0) : Math.max(0, ...times);
    if (cooldown.minutes > 0 && last > this.#now - cooldown.minutes * MINUTE) return 'cooldown';
    const lately = times.filter((at) => at > this.#now - HOUR).length;
    return lately >= Math.min(caps.runsPerHour, MOST_RUNS_PER_HOUR) ? 'cap' : null;
  }
}
