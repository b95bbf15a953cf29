/** What of rules needs a person, held in memory for badge and inbox. */
import type { RuleBookRepository } from '../../database/rule-book.ts';
import type { RuleNeed } from '../../domain/rules/view.ts';

export class Needs {
  readonly #rows: RuleBookRepository;
  #current: readonly RuleNeed[] = [];

  constructor(rows: RuleBookRepository) {
    this.#rows = rows;
  }

  /** False where nothing has to be followed. */
  hasRules = false;

  get current(): readonly RuleNeed[] {
    return this.#current;
  }

  async read(): Promise<void> {
    // As long as nobody knows, somebody may wait for them.
    this.hasRules = true;
    const [runs, rules] = await Promise.all([this.#rows.uncertain(), this.#rows.all()]);
    this.hasRules = rules.length > 0;
    this.#current = [
      ...runs.map(({ key, ruleId, ruleName, portal, changedAt }): RuleNeed => {
        return { kind: 'uncertain', ruleId, name: ruleName, portal, at: changedAt, id: key };
      }),
      ...rules
        .filter(({ offBecause }) => offBecause === 'failures')
        .map(({ id, rule, changedAt }): RuleNeed => {
          return { kind: 'switchedOff', ruleId: id, name: rule.name, portal: '', at: changedAt, id };
        }),
    ];
  }
}
