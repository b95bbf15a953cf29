/** Says why the database does not answer, instead of waiting for it in silence. */
import type { Dexie } from 'dexie';

const BLOCKED = 'The database is blocked: another Latchdesk in this browser still holds an older version of it open';

export class DatabaseWatch {
  #isBlocked = false;
  readonly #waiting = new Set<(error: Error) => void>();

  constructor(database: Dexie) {
    database.on('blocked', () => {
      this.#isBlocked = true;
      for (const giveUp of this.#waiting) giveUp(new Error(BLOCKED));
      this.#waiting.clear();
    });
  }

  /** What needs the database; fails at once while it is blocked, though it may still come to its end later. */
  async unlessBlocked<T>(work: Promise<T>): Promise<T> {
    let giveUp: (error: Error) => void = () => undefined;
    const blocked = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    this.#waiting.add(giveUp);
    const done = work.then((value) => {
      this.#isBlocked = false;
      return value;
    });
    if (this.#isBlocked) giveUp(new Error(BLOCKED));
    return Promise.race([done, blocked]).finally(() => this.#waiting.delete(giveUp));
  }
}

/** Errors may hold what caused them; more than that many are a circle. */
const DEEPEST = 5;

/**
 * The same error with the names of all that led to it in its text: of an error only the text reaches the extension's
 * own pages, which say what it means.
 */
export function withNames(error: unknown): Error {
  const names: string[] = [];
  let each: unknown = error;
  for (let depth = 0; each instanceof Error && depth < DEEPEST; depth += 1) {
    names.push(each.name);
    each = (each as { inner?: unknown }).inner ?? each.cause;
  }
  const text = error instanceof Error ? error.message : String(error);
  return new Error([...new Set(names), text].join(': '), { cause: error });
}
