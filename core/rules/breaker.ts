/**
 * A host that fails again and again is left alone for a while: 10 minutes after the fifth call in a row, then twice as
 * long each time, up to two hours. After a rest one call goes first, and the others wait for what becomes of it.
 */
import type { RuleRepository } from '../../database/rules.ts';
import type { HostChange } from '../../database/run-change.ts';
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';
import { originOf } from '../desks.ts';

type Rest = { failures: number; restsUntil: number };

export const BREAKER_OPENS_AT = 5;
const FIRST_REST = 10 * 60_000;
const LONGEST_REST = 120 * 60_000;

const AWAKE: Rest = { failures: 0, restsUntil: 0 };

/** How a host is after a call; the same object where the call tells nothing of it. */
function restAfter<T extends Rest>(host: T, outcome: Outcome, now: number): T {
  if (outcome.kind === 'done') return host.failures === 0 && host.restsUntil === 0 ? host : { ...host, ...AWAKE };
  if (!isHostsFault(outcome)) return host;
  const failures = host.failures + 1;
  const times = failures - BREAKER_OPENS_AT;
  return { ...host, failures, restsUntil: times < 0 ? 0 : now + Math.min(FIRST_REST * 2 ** times, LONGEST_REST) };
}

/** What it has refused was still answered, and without a network nobody has failed. */
function isHostsFault(outcome: Outcome): boolean {
  if (outcome.kind === 'uncertain') return outcome.problem !== 'interrupted';
  return outcome.kind === 'retry' && outcome.problem !== 'offline' && outcome.problem !== 'breakerOpen';
}

/** Where a run calls: a destination, the portal itself, or nowhere. */
function calledBy({ rendered, portal }: RuleRun): { destination: string } | { origin: string } | null {
  const action = rendered?.action;
  if (action?.kind === 'webhook') return { destination: action.destination };
  if (action?.kind !== 'task' || action.through === 'form') return null;
  return action.through === 'session' ? { origin: originOf(portal) } : { destination: action.through };
}

export class Breaker {
  readonly #repository: RuleRepository;
  readonly #now: () => number;
  /** Portals that are called with the browser's own session; with the background they are forgotten. */
  readonly #portals = new Map<string, Rest>();
  /** First calls after a rest, by host. */
  readonly #trials = new Map<string, { key: string; ended: Promise<void>; end: () => void }>();

  constructor(repository: RuleRepository, now: () => number) {
    this.#repository = repository;
    this.#now = now;
  }

  /** Epoch ms until which a run has to wait; null: it may call now. Whoever may call says `leave` afterwards. */
  async enter(run: RuleRun): Promise<number | null> {
    const called = calledBy(run);
    if (!called) return null;
    for (;;) {
      const { host, failures, restsUntil } = await this.#hostOf(called);
      const now = this.#now();
      // Further ahead than any rest: the clock was set back.
      if (restsUntil > now && restsUntil <= now + LONGEST_REST) return restsUntil;
      const trial = this.#trials.get(host);
      if (trial) await trial.ended;
      else {
        if (failures >= BREAKER_OPENS_AT) this.#begin(host, run.key);
        return null;
      }
    }
  }

  /** What a call tells of its host: the change to write with the run, if it is to be written. */
  hear(run: RuleRun, outcome: Outcome): HostChange | undefined {
    const called = calledBy(run);
    if (!called) return undefined;
    const now = this.#now();
    if ('destination' in called) return { id: called.destination, changeOf: (row) => restAfter(row, outcome, now) };
    this.#portals.set(called.origin, restAfter(this.#portals.get(called.origin) ?? AWAKE, outcome, now));
    return undefined;
  }

  leave({ key }: RuleRun): void {
    for (const [host, trial] of this.#trials) {
      if (trial.key !== key) continue;
      this.#trials.delete(host);
      trial.end();
    }
  }

  #begin(host: string, key: string): void {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    this.#trials.set(host, { key, ended, end });
  }

  async #hostOf(called: { destination: string } | { origin: string }): Promise<Rest & { host: string }> {
    if ('origin' in called) return { ...(this.#portals.get(called.origin) ?? AWAKE), host: called.origin };
    return (await this.#repository.destination(called.destination)) ?? { ...AWAKE, host: called.destination };
  }
}
