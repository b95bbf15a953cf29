/** Tells the background of the requests that this page's scripts send, some at a time: telling must cost less than they do. */
import { type CallScope, MOST_CALLS_TOLD, type ToldCall } from '../bitrix24/call-notes.ts';
import { send } from './outbox.ts';

const scope = globalThis as CallScope;

/** ms in which the requests of one reading come together. */
const PAUSE = 2_000;

export class CallTeller {
  readonly #userId: () => string;
  #calls: ToldCall[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `userId`: who is signed in on the page. */
  constructor(userId: () => string) {
    this.#userId = userId;
    scope.latchdeskNoteCall = this.#note;
  }

  readonly #note = (call: ToldCall): void => {
    this.#calls = [...this.#calls, call].slice(-MOST_CALLS_TOLD);
    this.#timer ??= setTimeout(this.tell, PAUSE);
  };

  /** Tells what waits: the page may be left in the next moment. */
  readonly tell = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const calls = this.#calls.splice(0);
    const userId = this.#userId();
    if (userId && calls.length > 0) void send({ type: 'calls.told', userId, calls });
  };

  /** A newer link may have put its own ear in the place of this one's. */
  end(): void {
    this.tell();
    if (scope.latchdeskNoteCall === this.#note) scope.latchdeskNoteCall = undefined;
  }
}
