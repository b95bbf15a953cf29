/** What came of calls, until it is written: the database may fail, and what was done must not be forgotten. */
import type { RunChange } from '../../database/run-change.ts';
import type { RuleRow } from '../../domain/rules/rule.ts';
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';
import { runAfter } from '../../machines/rule-run.ts';
import type { Breaker } from './breaker.ts';
import { pauseAfter } from './retry.ts';
import { laterKeys } from './run-key.ts';
import { eventsOf, refused, ruleAfter } from './run-outcome.ts';
import { isRepeatable, type RunnerParts } from './runner-parts.ts';

/** A call that has ended and is not written yet. */
export interface EndedCall {
  run: RuleRun;
  outcome: Outcome;
  /** Epoch ms. */
  endedAt: number;
}

/** What is to come after it. */
interface Prospect {
  isRepeatable: boolean;
  isAtOnce: boolean;
}

export class EndedCalls {
  readonly #parts: RunnerParts;
  readonly #breaker: Breaker;
  /** The database did not take these; they come first when it is back. */
  readonly #unwritten = new Map<string, EndedCall>();

  constructor(parts: RunnerParts, breaker: Breaker) {
    this.#parts = parts;
    this.#breaker = breaker;
  }

  /** Writes what could not be written before. */
  async catchUp(): Promise<void> {
    for (const ended of [...this.#unwritten.values()]) await this.write(ended);
  }

  /** Writes what has come of a call; `isAtOnce`: what may be repeated does not wait. Null: it is not ours any more. */
  async write(ended: EndedCall, isAtOnce = false): Promise<RuleRun | null> {
    const { run, outcome } = ended;
    const host = this.#unwritten.has(run.key) ? undefined : this.#breaker.hear(run, outcome);
    this.#unwritten.set(run.key, ended);
    const isKnownOnce = outcome.kind === 'uncertain' && (await isRepeatable(this.#parts, run));
    const prospect = { isRepeatable: isKnownOnce, isAtOnce };
    const written = await this.#parts.repository.change(
      run.key,
      // Forgotten with its portal, or taken up by a background that came after: that one knows better.
      (stored, rule) => (stored.state === 'running' ? this.#changeOf(stored, rule, ended, prospect) : null),
      { laterKeys: await laterKeys(run), ...(host && { host }) },
    );
    this.#unwritten.delete(run.key);
    return written;
  }

  #changeOf(
    stored: RuleRun,
    rule: RuleRow | undefined,
    { outcome, endedAt }: EndedCall,
    prospect: Prospect,
  ): RunChange {
    const now = this.#parts.now();
    const attempts = [...stored.attempts, { at: stored.changedAt, endedAt, outcome }];
    const pause = pauseAfter(attempts, outcome.kind === 'retry' ? outcome.after : null, this.#parts.random());
    const events = eventsOf(outcome, { ...prospect, pause, now });
    const run = events.reduce<RuleRun>((each, event) => runAfter(each, event, now), { ...stored, attempts });
    const counted = rule && rule.rule.version === run.ruleVersion ? ruleAfter(rule, run, now) : undefined;
    return {
      run,
      ...(counted && { rule: counted }),
      ...(run.state === 'failed' && { later: refused('earlierFailed', now) }),
    };
  }
}
