/** Ends what a script has started: in reverse order, once, whatever the reason. */

/** One thing that does not end must not keep the others: it gets this long, ms. */
const PATIENCE = 5000;

export class Ending {
  /** @type {{name: string, end: () => unknown}[]} */
  #things = [];
  isAsked = false;
  /** @type {() => void} */
  #ask;
  /** Settles when a signal came or the script that started this one is gone. @type {Promise<void>} */
  asked;

  constructor() {
    const { promise, resolve } = /** @type {PromiseWithResolvers<void>} */ (Promise.withResolvers());
    this.asked = promise;
    this.#ask = resolve;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => this.#asked());
    if (process.channel) {
      process.once('disconnect', () => this.#asked());
      // The channel only tells that the other side is gone: it must not keep this one running.
      process.channel.unref();
    }
  }

  /** @param {string} name @param {() => unknown} end */
  add(name, end) {
    this.#things.push({ name, end });
  }

  /** Ends everything that was added. */
  async now() {
    for (const { name, end } of this.#things.splice(0).reverse()) {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'late').unref());
      const result = await Promise.race([Promise.resolve().then(end), patience]).catch((error) => error);
      if (result === 'late' || result instanceof Error) process.stderr.write(`• The ${name} did not end by itself.\n`);
    }
  }

  /** Waiting code may be anywhere: it gets a moment to return, then everything ends here. */
  #asked() {
    if (this.isAsked) return;
    this.isAsked = true;
    this.#ask();
    setTimeout(async () => {
      await this.now();
      process.exit(process.exitCode ?? 130);
    }, 500).unref();
  }
}
