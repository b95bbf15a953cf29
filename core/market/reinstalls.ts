/** The reinstalls of one portal while they are worked on. */
import type { JournalEntry } from '../../domain/journal.ts';
import { isOpenRun, newRun, type ReinstallEvent, type ReinstallRun } from '../../domain/market/reinstall.ts';
import { reinstallAfter } from '../../machines/app-reinstall.ts';

/** Reinstalls kept of one portal, the newest. */
const MOST_RUNS = 20;

export class Reinstalls {
  readonly #runs: Map<string, ReinstallRun>;
  readonly #changed = new Set<string>();
  readonly #removed: string[] = [];
  readonly #entries: JournalEntry[] = [];

  constructor(runs: readonly ReinstallRun[]) {
    this.#runs = new Map(runs.map((run) => [run.id, run]));
  }

  /** The newest first. */
  get all(): ReinstallRun[] {
    return [...this.#runs.values()].sort((a, b) => b.startedAt - a.startedAt);
  }

  get(id: string): ReinstallRun | undefined {
    return this.#runs.get(id);
  }

  /** The one that is under way, else the one that ended last; null: there was none. */
  get latest(): ReinstallRun | null {
    const all = this.all;
    return all.find(isOpenRun) ?? all[0] ?? null;
  }

  /** The one of an application that is under way. */
  openOf(code: string): ReinstallRun | null {
    return this.all.find((run) => run.code === code && isOpenRun(run)) ?? null;
  }

  begin(id: string, code: string, now: number): ReinstallRun {
    const run = newRun(id, code, now);
    this.#put(run);
    this.#entries.push({ at: now, kind: 'reinstall.begun', runId: id });
    // After a clock that was set back the new one may seem to be the oldest.
    for (const { id: old } of this.all.filter((each) => each.id !== id).slice(MOST_RUNS - 1)) {
      this.#runs.delete(old);
      this.#changed.delete(old);
      this.#removed.push(old);
    }
    return run;
  }

  /** What a page shows is never later than now: a run that began ahead of the clock would believe none of them. */
  advanceClock(now: number): void {
    for (const run of this.#runs.values()) if (run.since > now) this.#put({ ...run, since: now });
  }

  /** Tells a reinstall what happened; null when that changes nothing. */
  send(id: string, event: ReinstallEvent, now: number): ReinstallRun | null {
    const before = this.#runs.get(id);
    const after = before && reinstallAfter(before, event, now);
    if (!before || !after || after === before) return null;
    this.#put(after);
    const kind = JOURNAL[after.state];
    if (kind && after.state !== before.state) this.#entries.push({ at: now, kind, runId: id });
    return after;
  }

  #put(run: ReinstallRun): void {
    this.#runs.set(run.id, run);
    this.#changed.add(run.id);
  }

  takeChanges() {
    const changedReinstalls = [...this.#changed].flatMap((id) => this.#runs.get(id) ?? []);
    this.#changed.clear();
    return { changedReinstalls, removedReinstalls: this.#removed.splice(0), entries: this.#entries.splice(0) };
  }
}

const JOURNAL: Partial<
  Record<ReinstallRun['state'], 'reinstall.done' | 'reinstall.stopped' | 'reinstall.dataWiped' | 'reinstall.compared'>
> = {
  compared: 'reinstall.compared',
  done: 'reinstall.done',
  stopped: 'reinstall.stopped',
  dataWiped: 'reinstall.dataWiped',
};
