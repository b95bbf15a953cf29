/** Tells a request that broke off because its page is left from one that the portal did not answer. */

/** Firefox breaks requests off when the next page is asked for, and this one stays until that page answers, ms. */
const LEFT_WITHIN = 10_000;

export class LeaveWatch {
  #isBegun = false;
  #isLeft = false;
  #told: (() => void) | undefined;

  /** Begins to look; must be ended, for Firefox keeps no page for the way back that listens to `beforeunload`. */
  constructor() {
    addEventListener('beforeunload', this.#onBegin);
    addEventListener('pagehide', this.#onLeft);
  }

  end(): void {
    removeEventListener('beforeunload', this.#onBegin);
    removeEventListener('pagehide', this.#onLeft);
  }

  /** True when the page was left since the watch began; where somebody has begun to leave it, this waits for the end. */
  async isLeft(): Promise<boolean> {
    if (!this.#isBegun || this.#isLeft) return this.#isLeft;
    await new Promise<void>((resolve) => {
      this.#told = resolve;
      setTimeout(resolve, LEFT_WITHIN);
    });
    return this.#isLeft;
  }

  readonly #onBegin = (): void => {
    this.#isBegun = true;
  };

  readonly #onLeft = (): void => {
    this.#isLeft = true;
    this.#told?.();
  };
}
