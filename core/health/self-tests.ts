/** Tries each reader of a portal, one after another, because a person wants to know which of them works. */
import type { LinkMessage } from '../../bitrix24/link-protocol.ts';
import {
  advanceSelfTest,
  beginStep,
  nextStep,
  type SelfTestRun,
  STEP_PATIENCE,
  type StepOutcome,
  selfTestVerdict,
  startSelfTest,
  tellStep,
} from '../../domain/health/self-test.ts';
import { type FinishedReading, SelfTestSteps, type StepParts } from './self-test-steps.ts';

const SILENT: StepOutcome = { result: 'failed', failure: 'silent', code: '' };

export class SelfTests {
  readonly #parts: StepParts;
  /** The last run of each portal. A background that dies takes them along: a run is for whoever looks on. */
  readonly #runs = new Map<string, SelfTestRun>();
  /** Who waits for the outcome of a reading, by the portal's key. */
  readonly #waiting = new Map<string, (reading: FinishedReading) => void>();

  constructor(parts: StepParts) {
    this.#parts = parts;
  }

  /** Begins a run, or goes on with the one that is under way. */
  async begin(key: string): Promise<SelfTestRun> {
    const before = this.last(key);
    if (before && selfTestVerdict(before) === null) return before;
    const run = startSelfTest(key, this.#now());
    this.#runs.set(key, run);
    const driven = this.#drive(key);
    driven.catch((error) => console.error('Latchdesk: a self-test broke off', error));
    return this.last(key) ?? run;
  }

  /** The last run as it is now; null when there was none since the background has started. */
  last(key: string): SelfTestRun | null {
    const run = this.#runs.get(key);
    return run ? this.#keep(advanceSelfTest(run, this.#now())) : null;
  }

  /** A tab has told what it read, whoever had asked for it. */
  hearReading(key: string, { outcome, access }: Extract<LinkMessage, { type: 'reading.finished' }>): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    waiting?.({ outcome, access });
  }

  /** Forgets the run of one portal, of all for null. */
  forget(key: string | null): void {
    for (const each of this.#runs.keys()) if (key === null || each === key) this.#runs.delete(each);
  }

  async #drive(key: string): Promise<void> {
    const steps = new SelfTestSteps(key, this.#parts, () => this.#reading(key));
    for (let run = this.last(key); run; run = this.last(key)) {
      const step = nextStep(run);
      if (!step) return;
      this.#keep(beginStep(run, step.id, this.#now()));
      const outcome = await this.#inTime(steps.try(step.id));
      const now = this.#runs.get(key);
      if (now) this.#keep(tellStep(now, step.id, outcome, this.#now()));
    }
  }

  /** The next reading of a portal that a tab tells. */
  #reading(key: string): Promise<FinishedReading> {
    return new Promise((resolve) => this.#waiting.set(key, resolve));
  }

  #inTime(step: Promise<StepOutcome>): Promise<StepOutcome> {
    const failed = (error: unknown): StepOutcome => {
      console.error('Latchdesk: a step of a self-test failed', error);
      return SILENT;
    };
    const patience = new Promise<StepOutcome>((resolve) =>
      this.#parts.effects.later(STEP_PATIENCE, async () => resolve(SILENT)),
    );
    return Promise.race([step.catch(failed), patience]);
  }

  #keep(run: SelfTestRun): SelfTestRun {
    this.#runs.set(run.portal, run);
    return run;
  }

  #now(): number {
    return this.#parts.effects.now();
  }
}
