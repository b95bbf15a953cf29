/** Counts live events of a shape that nobody knows, and tells their number once a minute at most. */
import { send } from './outbox.ts';

const PAUSE = 60_000;

export class MalformedEvents {
  readonly #userId: () => string;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `userId`: who is signed in on the page. */
  constructor(userId: () => string) {
    this.#userId = userId;
  }

  hear(): void {
    this.#count += 1;
    this.#timer ??= setTimeout(this.tell, PAUSE);
  }

  readonly tell = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const count = this.#count;
    this.#count = 0;
    const userId = this.#userId();
    if (userId && count > 0) void send({ type: 'events.malformed', userId, count });
  };
}
