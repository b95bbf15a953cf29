/** Does what is planned: each rule one thing after another, a few rules at a time. */
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';
import { Breaker } from './breaker.ts';
import { EndedCalls } from './ended-calls.ts';
import { inParallel } from './in-parallel.ts';
import { OpenRuns } from './open-runs.ts';
import { lanesOf } from './run-order.ts';
import { beginRun, type Decision, decideRun, postponeRun } from './run-steps.ts';
import type { RunnerParts } from './runner-parts.ts';

/** Rules that are at work at the same time. */
const MOST_LANES = 4;

export class Runner {
  readonly #parts: RunnerParts;
  readonly #breaker: Breaker;
  readonly #ended: EndedCalls;
  readonly #open: OpenRuns;
  /** What this background is doing itself. */
  readonly #inFlight = new Set<string>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#breaker = new Breaker(parts.repository, parts.now);
    this.#ended = new EndedCalls(parts, this.#breaker);
    this.#open = new OpenRuns(parts);
  }

  /** Epoch ms at which the next run may be done; null: none waits for its time. */
  get nextAt(): number | null {
    return this.#open.nextAt;
  }

  /** Does all that is due, until nothing is; true when anything has changed. */
  async runDue(): Promise<boolean> {
    let hasWorked = false;
    await this.#ended.catchUp();
    for (;;) {
      const open = await this.#open.find();
      const lanes = lanesOf(open, this.#parts.now()).map((lane) => () => this.#work(lane));
      if (!(await inParallel(lanes, MOST_LANES))) break;
      hasWorked = true;
    }
    return hasWorked;
  }

  /** What was running when the background ended: nobody knows. What the other side knows again is repeated at once. */
  async recover(): Promise<boolean> {
    const { repository, now } = this.#parts;
    const cut = (await repository.runsIn(['running'])).filter(({ key }) => !this.#inFlight.has(key));
    for (const run of cut) {
      const outcome: Outcome = { kind: 'uncertain', problem: 'interrupted' };
      await this.#ended.write({ run, outcome, endedAt: now() }, true);
    }
    return cut.length > 0;
  }

  /** What a person says of a run of which nobody knows whether it was done. */
  decide(key: string, decision: Decision): Promise<void> {
    return decideRun(this.#parts, key, decision);
  }

  /** What is due of one rule, event by event, the actions of an event in order; true when anything has changed. */
  async #work(lane: readonly (readonly RuleRun[])[]): Promise<boolean> {
    let hasWorked = false;
    for (const runs of lane) {
      for (const run of runs) {
        const after = await this.#do(run);
        hasWorked ||= after !== null;
        if (after?.state !== 'done') break;
      }
    }
    return hasWorked;
  }

  /** The run after an attempt; null where none was made. */
  async #do(run: RuleRun): Promise<RuleRun | null> {
    if (this.#inFlight.has(run.key)) return null;
    this.#inFlight.add(run.key);
    try {
      const restsUntil = await this.#breaker.enter(run);
      if (restsUntil !== null) return await postponeRun(this.#parts, run, restsUntil);
      const begun = await beginRun(this.#parts, run);
      if (begun?.state !== 'running') return begun;
      const outcome = await this.#perform(begun);
      return await this.#ended.write({ run: begun, outcome, endedAt: this.#parts.now() });
    } finally {
      this.#breaker.leave(run);
      this.#inFlight.delete(run.key);
    }
  }

  async #perform(run: RuleRun): Promise<Outcome> {
    if (!run.rendered) return { kind: 'failed', problem: 'notPossible', status: null, answer: '' };
    try {
      return await this.#parts.performer.perform(run);
    } catch (error) {
      console.error('Latchdesk: an action of a rule broke off, and nobody knows how far it came', error);
      return { kind: 'uncertain', problem: 'answerUnclear' };
    }
  }
}
