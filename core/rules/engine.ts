/**
 * The engine of the rules. The journal is its inbox: entries after the cursor become events, events that match become
 * runs, and cursor, marks and runs are written together, so that a background that is ended at any moment has neither
 * lost nor doubled an event. Then runs are done, each written before and after its call.
 */
import type { RuleRepository } from '../../database/rules.ts';
import type { RuleRun } from '../../domain/rules/run.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import { SOONEST_ALARM } from '../reading-schedule.ts';
import { SharedRuns } from '../shared-runs.ts';
import type { ActionPerformer, RuleEngine } from './contract.ts';
import { Planner } from './planning.ts';
import type { Decision } from './run-steps.ts';
import { Runner } from './running.ts';

export interface EngineParts {
  repository: RuleRepository;
  performer: ActionPerformer;
  /** Undefined for a portal that is not known (any more). */
  worldOf(key: string): Promise<RuleWorld | undefined>;
  /** Keys of all portals. */
  portals(): Promise<string[]>;
  /** Nothing may be done on any portal: read-only, or the feature is switched off. */
  isHeld(): boolean;
  /** Nothing may be done on one portal. */
  isPortalHeld(origin: string): boolean;
  effects: {
    now(): number;
    random(): number;
    later(ms: number, work: () => Promise<void>): void;
  };
  /** After each pass that has changed something, or the time of the next one. */
  tell(changed: { runs: boolean; rules: boolean }): void;
}

/** Wishes that come within this time share a pass, ms. */
const SOON = 200;
/** Old runs and marks are looked for so often. */
const TIDY_EVERY = 3_600_000;

export class Engine implements RuleEngine {
  readonly #parts: EngineParts;
  readonly #planner: Planner;
  readonly #runner: Runner;
  readonly #turns = new SharedRuns();
  #isWoken = false;
  #isRecovered = false;
  #tidiedAt = 0;
  /** Epoch ms of a pass that was ordered because no alarm rings so soon. */
  #soonAt: number | null = null;
  #failedUntil: number | null = null;
  #toldNextAt: number | null = null;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    const now = () => parts.effects.now();
    this.#planner = new Planner({ ...parts, now });
    this.#runner = new Runner({ ...parts, now, random: () => parts.effects.random() });
  }

  wake(): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    this.#parts.effects.later(SOON, () => this.pass());
  }

  nextAt(): number | null {
    if (this.#parts.isHeld()) return null;
    const times = [this.#planner.nextAt, this.#runner.nextAt, this.#failedUntil].filter((at) => at !== null);
    return times.length > 0 ? Math.min(...times) : null;
  }

  recover(): Promise<void> {
    this.#isRecovered = false;
    return this.pass();
  }

  /** Planning waits for no call: what is slow is the other side's business. */
  async pass(): Promise<void> {
    this.#isWoken = false;
    try {
      await this.#turns.run('plan', () => this.#plan());
      await this.#turns.run('run', () => this.#run());
      this.#failedUntil = null;
    } catch (error) {
      console.error('Latchdesk: rules could not be followed, they are tried again', error);
      this.#failedUntil = this.#parts.effects.now() + SOONEST_ALARM;
    }
    this.#lookAhead();
  }

  /** Starts a rule whose trigger is `manual`; its runs, or the one that says why not. None where nothing may be done. */
  async start(ruleId: string, portal: string): Promise<RuleRun[]> {
    if (await this.#isHeld()) return [];
    await this.#parts.performer.ready?.();
    const runs = await this.#planner.start(ruleId, portal);
    this.#parts.tell({ runs: true, rules: false });
    this.wake();
    return runs;
  }

  /** What a person says of an uncertain run; any other run stays as it is. */
  async decide(key: string, decision: Decision): Promise<void> {
    if (this.#parts.isHeld()) return;
    await this.#runner.decide(key, decision);
    this.#parts.tell({ runs: true, rules: false });
    this.wake();
  }

  async #isHeld(): Promise<boolean> {
    return this.#parts.isHeld() || (await this.#parts.repository.progress()).isPaused;
  }

  async #plan(): Promise<void> {
    if (this.#parts.isHeld()) return;
    if (!this.#isRecovered) {
      const hasFound = await this.#runner.recover();
      this.#isRecovered = true;
      if (hasFound) this.#parts.tell({ runs: true, rules: false });
    }
    if (await this.#isHeld()) return;
    // Whoever has no rules is followed by none: nothing is read and nothing is written.
    if ((await this.#parts.repository.rules()).length === 0) return;
    await this.#parts.performer.ready?.();
    if (await this.#planner.plan()) this.#parts.tell({ runs: true, rules: false });
    await this.#tidy();
  }

  async #run(): Promise<void> {
    if (await this.#runner.runDue()) this.#parts.tell({ runs: true, rules: true });
  }

  async #tidy(): Promise<void> {
    const now = this.#parts.effects.now();
    if (now >= this.#tidiedAt && now - this.#tidiedAt < TIDY_EVERY) return;
    await this.#parts.repository.tidy(now, (mark) => this.#planner.wants(mark));
    this.#tidiedAt = now;
  }

  /** Alarms do not ring at once; while the background lives, it looks by itself. */
  #lookAhead(): void {
    const nextAt = this.nextAt();
    const now = this.#parts.effects.now();
    if (nextAt !== null && nextAt - now < SOONEST_ALARM && nextAt !== this.#soonAt) {
      this.#soonAt = nextAt;
      this.#parts.effects.later(Math.max(0, nextAt - now), () => this.pass());
    }
    if (nextAt === this.#toldNextAt) return;
    this.#toldNextAt = nextAt;
    this.#parts.tell({ runs: false, rules: false });
  }
}
