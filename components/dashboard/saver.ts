/** Saves what is typed: a little later, at once when a field is left, again when that fails. */
import type { Saving } from '../../domain/cards-text.ts';

/** ms after the last key. */
const PAUSE = 300;
/** ms after which something that could not be saved is tried again. */
const TRY_AGAIN = 5_000;

export class Saver<T extends object> {
  readonly #save: (changes: Partial<T>) => Promise<boolean>;
  readonly #tell: (state: Saving) => void;
  #waiting: Partial<T> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Saving goes one after another, so that an older value never overtakes a newer one. */
  #turn: Promise<boolean> = Promise.resolve(true);

  /** `save` answers false, or throws, when the changes are not safe. */
  constructor(save: (changes: Partial<T>) => Promise<boolean>, tell: (state: Saving) => void) {
    this.#save = save;
    this.#tell = tell;
  }

  change(changes: Partial<T>): void {
    this.#waiting = { ...this.#waiting, ...changes };
    this.#tell('saving');
    this.#schedule(PAUSE);
  }

  /** Saves at once what waits; false when something could not be saved. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#turn = this.#turn.then(() => this.#saveWaiting());
    return this.#turn;
  }

  async #saveWaiting(): Promise<boolean> {
    const changes = this.#waiting;
    if (Object.keys(changes).length === 0) return true;
    this.#waiting = {};
    const isSaved = await this.#trySave(changes);
    // What was typed meanwhile is newer.
    if (!isSaved) this.#waiting = { ...changes, ...this.#waiting };
    const isDone = Object.keys(this.#waiting).length === 0;
    this.#tell(isSaved ? (isDone ? 'saved' : 'saving') : 'notSaved');
    if (!isSaved) this.#schedule(TRY_AGAIN);
    return isSaved;
  }

  async #trySave(changes: Partial<T>): Promise<boolean> {
    try {
      return await this.#save(changes);
    } catch (error) {
      console.error('Latchdesk: what was typed could not be saved, it is tried again', error);
      return false;
    }
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }
}
