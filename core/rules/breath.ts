/** Long work in portions: whoever else waits for the background has their turn in between. */

/** ms of work in one go; a task above 50 ms would be noticed. */
const LONGEST = 12;

/** Awaited between small pieces of work; lets go when the pieces since the last time have taken long. Not inside of a transaction. */
export class Breath {
  #since = performance.now();

  /** True when it is time to let go: `if (breath.isDue) await breath.take()` costs nothing otherwise. */
  get isDue(): boolean {
    return performance.now() - this.#since >= LONGEST;
  }

  async take(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
