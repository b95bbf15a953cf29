/** Runs that are not over and may be worked on, and when the next one's time comes. */
import type { RuleRun } from '../../domain/rules/run.ts';
import { runAfter } from '../../machines/rule-run.ts';
import { originOf } from '../desks.ts';
import { isWaitingForTime } from './run-order.ts';
import { isAhead, isSwitchedOff } from './run-outcome.ts';
import type { RunnerParts } from './runner-parts.ts';

export class OpenRuns {
  readonly #parts: RunnerParts;
  #nextAt: number | null = null;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Epoch ms at which the next run may be done, as of the last look; null: none waits for its time. */
  get nextAt(): number | null {
    return this.#nextAt;
  }

  /** All of them as they are now; none while everything rests. */
  async find(): Promise<RuleRun[]> {
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
}
