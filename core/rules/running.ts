/** Does what is planned: each rule one thing after another, a few rules at a time. */
import type { RuleRepository, RunChange } from '../../database/rules.ts';
import type { RuleRow } from '../../domain/rules/rule.ts';
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';
import { type RuleRunEvent, runAfter } from '../../machines/rule-run.ts';
import { originOf } from '../desks.ts';
import { Breaker } from './breaker.ts';
import type { ActionPerformer } from './contract.ts';
import { inParallel } from './in-parallel.ts';
import { pauseAfter } from './retry.ts';
import { laterKeys } from './run-key.ts';
import { isWaitingForTime, lanesOf } from './run-order.ts';
import { eventsOf, isAhead, isSwitchedOff, isWanted, refused, ruleAfter } from './run-outcome.ts';

/** Rules that are at work at the same time. */
const MOST_LANES = 4;

export interface RunnerParts {
  repository: RuleRepository;
  performer: ActionPerformer;
  isHeld(): boolean;
  isPortalHeld(origin: string): boolean;
  now(): number;
  random(): number;
}

/** A call that has ended and is not written yet. */
interface Ended {
  run: RuleRun;
  outcome: Outcome;
  endedAt: number;
}

export type Decision = 'repeat' | 'wasDone' | 'giveUp';

const DECIDED: Record<Decision, RuleRunEvent> = {
  repeat: { type: 'repeated', at: null },
  wasDone: { type: 'confirmed' },
  giveUp: { type: 'refused', because: 'givenUp' },
};

export class Runner {
  readonly #parts: RunnerParts;
  readonly #breaker: Breaker;
  /** What this background is doing itself. */
  readonly #inFlight = new Set<string>();
  /** The database did not take these; they come first when it is back. */
  readonly #unwritten = new Map<string, Ended>();
  #nextAt: number | null = null;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#breaker = new Breaker(parts.repository, parts.now);
  }

  /** Epoch ms at which the next run may be done; null: none waits for its time. */
  get nextAt(): number | null {
    return this.#nextAt;
  }

  /** Does all that is due, until nothing is; true when anything has changed. */
  async runDue(): Promise<boolean> {
    let hasWorked = false;
    for (const ended of [...this.#unwritten.values()]) await this.#close(ended);
    for (;;) {
      const open = await this.#open();
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
      await this.#close({ run, outcome, endedAt: now() }, true);
    }
    return cut.length > 0;
  }

  /** What a person says of a run of which nobody knows whether it was done. */
  async decide(key: string, decision: Decision): Promise<void> {
    const { repository, now } = this.#parts;
    const run = await repository.run(key);
    if (!run) return;
    await repository.change(
      key,
      (stored) => {
        if (stored.state !== 'uncertain') return null;
        const change: RunChange = { run: runAfter(stored, DECIDED[decision], now()) };
        return decision === 'giveUp' ? { ...change, later: refused('earlierFailed', now()) } : change;
      },
      { laterKeys: await laterKeys(run) },
    );
  }

  /** Runs that are not over and may be worked on. */
  async #open(): Promise<RuleRun[]> {
    const { repository, now } = this.#parts;
    this.#nextAt = null;
    if (this.#parts.isHeld() || (await repository.progress()).isPaused) return [];
    const stored = await repository.runsIn(['planned', 'running', 'waiting', 'uncertain']);
    const resting = new Set((await repository.rules()).filter(isSwitchedOff).map(({ id }) => id));
    const runs = stored.filter((run) => !resting.has(run.ruleId) && !this.#parts.isPortalHeld(originOf(run.portal)));
    const open: RuleRun[] = [];
    for (const run of runs) open.push(isAhead(run, now()) ? await this.#mend(run) : run);
    for (const run of open) {
      if (isWaitingForTime(run, now()))
        this.#nextAt = Math.min(run.nextAt ?? 0, this.#nextAt ?? Number.POSITIVE_INFINITY);
    }
    return open;
  }

  /** The clock was set back: it waits as long as it was to wait. */
  async #mend(run: RuleRun): Promise<RuleRun> {
    const now = this.#parts.now();
    const until = now + Math.max(0, (run.nextAt ?? 0) - run.changedAt);
    const mended = await this.#parts.repository.change(run.key, (stored) =>
      stored.changedAt === run.changedAt ? { run: runAfter(stored, { type: 'postponed', until }, now) } : null,
    );
    return mended ?? run;
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
      if (restsUntil !== null) return await this.#postpone(run, restsUntil);
      const begun = await this.#begin(run);
      if (begun?.state !== 'running') return begun;
      const outcome = await this.#perform(begun);
      return await this.#close({ run: begun, outcome, endedAt: this.#parts.now() });
    } finally {
      this.#breaker.leave(run);
      this.#inFlight.delete(run.key);
    }
  }

  #postpone(run: RuleRun, until: number): Promise<RuleRun | null> {
    const now = this.#parts.now();
    const outcome: Outcome = { kind: 'retry', problem: 'breakerOpen', status: null, after: null };
    return this.#parts.repository.change(run.key, (stored) => {
      const last = stored.attempts.at(-1)?.outcome;
      const isTold = last?.kind === 'retry' && last.problem === 'breakerOpen';
      const attempts = isTold ? stored.attempts : [...stored.attempts, { at: now, endedAt: now, outcome }];
      return { run: { ...runAfter(stored, { type: 'postponed', until }, now), attempts } };
    });
  }

  /** Writes down that the call begins; what its rule no longer wants is given up. */
  async #begin(run: RuleRun): Promise<RuleRun | null> {
    const { repository, isHeld, isPortalHeld, now } = this.#parts;
    const isRepeatable = await this.#isRepeatable(run);
    return repository.change(
      run.key,
      (stored, rule, { isPaused }) => {
        if (isPaused || isHeld() || isPortalHeld(originOf(stored.portal))) return null;
        const isOther = stored.changedAt !== run.changedAt || stored.state !== run.state;
        if (isOther || (rule && isSwitchedOff(rule))) return null;
        const later = refused('givenUp', now());
        if (!isWanted(stored, rule)) return { run: later(stored), later };
        return { run: runAfter(stored, { type: 'started', isRepeatable }, now()) };
      },
      { laterKeys: await laterKeys(run) },
    );
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

  /** Writes what has come of a call; `isAtOnce`: what may be repeated does not wait. */
  async #close(ended: Ended, isAtOnce = false): Promise<RuleRun | null> {
    const { run, outcome } = ended;
    const host = this.#unwritten.has(run.key) ? undefined : this.#breaker.hear(run, outcome);
    this.#unwritten.set(run.key, ended);
    const isRepeatable = outcome.kind === 'uncertain' && (await this.#isRepeatable(run));
    const closed = await this.#parts.repository.change(
      run.key,
      // Forgotten with its portal, or taken up by a background that came after: that one knows better.
      (stored, rule) => (stored.state === 'running' ? this.#closed(stored, rule, ended, isRepeatable, isAtOnce) : null),
      { laterKeys: await laterKeys(run), ...(host && { host }) },
    );
    this.#unwritten.delete(run.key);
    return closed;
  }

  #closed(
    stored: RuleRun,
    rule: RuleRow | undefined,
    ended: Ended,
    isRepeatable: boolean,
    isAtOnce: boolean,
  ): RunChange {
    const now = this.#parts.now();
    const { outcome, endedAt } = ended;
    const attempts = [...stored.attempts, { at: stored.changedAt, endedAt, outcome }];
    const pause = pauseAfter(attempts, outcome.kind === 'retry' ? outcome.after : null, this.#parts.random());
    const events = eventsOf(outcome, { pause, isRepeatable, isAtOnce, now });
    const run = events.reduce<RuleRun>((each, event) => runAfter(each, event, now), { ...stored, attempts });
    const counted = rule && rule.rule.version === run.ruleVersion ? ruleAfter(rule, run, now) : undefined;
    return {
      run,
      ...(counted && { rule: counted }),
      ...(run.state === 'failed' && { later: refused('earlierFailed', now) }),
    };
  }

  async #isRepeatable(run: RuleRun): Promise<boolean> {
    const action = run.rendered?.action;
    return action !== undefined && this.#parts.performer.isRepeatable(action, run, this.#parts.now());
  }
}
