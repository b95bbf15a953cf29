/** What the scripts say while they work, and how they fail: one clear sentence with a next step. */

/** A failure that the reader can do something about. */
export class Trouble extends Error {
  /**
   * @param {string} message what went wrong, one sentence
   * @param {string} next what to do about it, one sentence
   */
  constructor(message, next) {
    super(message);
    this.name = 'Trouble';
    this.next = next;
  }
}

/** Prints one line of progress. @param {string} text */
export function say(text) {
  process.stdout.write(`• ${text}\n`);
}

/** Seconds since `start` for people. @param {number} start epoch ms */
export function since(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Runs the body of a script; a `Trouble` becomes two lines, any other error keeps its stack, both give exit code 1.
 * @param {() => Promise<number | void>} body may return the exit code
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.exitCode = typeof error?.exitCode === 'number' ? error.exitCode : 1;
    if (error instanceof Trouble) process.stderr.write(`\n✗ ${error.message}\n  Next: ${error.next}\n`);
    else if (error?.name !== 'Stopped') process.stderr.write(`\n✗ ${error?.stack ?? error}\n`);
  }
}
