/** When rules were started lately: what cooldown and cap count from. Loaded once for each look at events. */
import type { RuleRepository } from '../../database/rules.ts';
import type { RuleMarkRow } from '../../database/schema.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import { addStart, hindranceOf, noStarts, type RuleStarts } from '../../domain/rules/hindrance.ts';
import type { Rule } from '../../domain/rules/rule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Starts extends RuleStarts {
  events: Set<string>;
}

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
      this.#rules.set(id, { ...noStarts(), events: new Set() });
      const from = this.#now - Math.max(HOUR, cooldown.minutes * MINUTE);
      for (const mark of await this.#repository.marksBetween([id], from, this.#now)) this.add(mark);
    }
  }

  add(mark: RuleMarkRow): void {
    const starts = this.#rules.get(mark.ruleId);
    if (!starts) return;
    starts.events.add(mark.event);
    if (!mark.isPassed) addStart(starts, mark, mark.at);
  }

  has({ id }: Rule, event: RuleEvent): boolean {
    return this.#rules.get(id)?.events.has(event.id) ?? false;
  }

  /** What keeps a rule from being started again so soon; null: nothing does. */
  hindrance(rule: Rule, event: RuleEvent): 'cooldown' | 'cap' | null {
    return hindranceOf(rule, this.#rules.get(rule.id) ?? noStarts(), event, this.#now);
  }
}
