/**
 * Runs work one at a time under a name; whoever asks while a run waits for its turn shares that run.
 * However many ask, at most one run is under way and one waits.
 */
export class SharedRuns {
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves after a run that began after this call, so it shows all that was true before it. */
  run(name: string, work: () => Promise<void>): Promise<void> {
    const shared = this.#waiting.get(name);
    if (shared) return shared;
    const before = this.#last.get(name) ?? Promise.resolve();
    const own = before.then(() => {
      this.#waiting.delete(name);
      return work();
    });
    this.#waiting.set(name, own);
    const settled: Promise<void> = own
      .catch(() => undefined)
      .then(() => {
        if (this.#last.get(name) === settled) this.#last.delete(name);
      });
    this.#last.set(name, settled);
    return own;
  }
}
