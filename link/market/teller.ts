/** Tells the background what a page shows: in order, and no more often than people and portals change pages. */
import type { MarketSight, MarketStart, UninstallTold } from '../../bitrix24/market-protocol.ts';
import { askUntilAnswered } from '../ask.ts';

/** Messages that may go out in a row; each of them wakes the background and is written down there. */
const MOST_AT_ONCE = 20;
/** Ms after which there may be one more. */
const PAUSE = 3_000;

export class Teller {
  readonly #onAnswer: (start: MarketStart | null | undefined) => void;
  /** Of each kind the newest that has to wait. */
  readonly #waiting = new Map<MarketSight['kind'], MarketSight>();
  readonly #sights = new Allowance();
  /** Of their own: a page that is never at rest must not silence a person's press. */
  readonly #presses = new Allowance();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(onAnswer: (start: MarketStart | null | undefined) => void) {
    this.#onAnswer = onAnswer;
  }

  tell(sight: MarketSight): void {
    this.#waiting.delete(sight.kind);
    this.#waiting.set(sight.kind, sight);
    if (this.#timer === undefined) this.#tellWaiting();
  }

  /** At once: the portal may load the page anew in the next moment. More presses than anybody makes are not told. */
  tellPress(event: UninstallTold): void {
    if (this.#presses.take()) void askUntilAnswered({ type: 'uninstall.told', event });
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  readonly #tellWaiting = (): void => {
    this.#timer = undefined;
    for (const [kind, sight] of this.#waiting) {
      if (!this.#sights.take()) {
        this.#timer = setTimeout(this.#tellWaiting, PAUSE);
        return;
      }
      this.#waiting.delete(kind);
      this.#send(sight);
    }
  };

  #send(sight: MarketSight): void {
    const sent = this.#tail.then(() => askUntilAnswered<MarketStart>({ type: 'market.seen', sight }));
    this.#tail = sent;
    void sent.then(this.#onAnswer);
  }
}

class Allowance {
  #left = MOST_AT_ONCE;
  #countedAt = performance.now();

  /** True, and one less, while there is something left. */
  take(): boolean {
    const gained = Math.floor((performance.now() - this.#countedAt) / PAUSE);
    this.#countedAt += gained * PAUSE;
    this.#left = Math.min(MOST_AT_ONCE, this.#left + gained);
    if (this.#left === 0) return false;
    this.#left -= 1;
    return true;
  }
}
