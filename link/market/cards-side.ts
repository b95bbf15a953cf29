/** The cards of this frame as the market script knows them: a script of their own, which comes when it is asked for. */
import type { MarketStart } from '../../bitrix24/market-protocol.ts';
import { noteFor } from '../../domain/market/note.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import { ask } from '../ask.ts';
import type { FramePlace, MarketCards } from '../market-side.ts';
import type { IsolatedScope } from '../page-side.ts';
import { notePlaceOf } from './note-place.ts';

const scope = globalThis as IsolatedScope;

/** Asking more often than this in one page would bring nothing else. */
const MOST_TRIES = 3;

export class CardsSide {
  readonly #onArrival: () => void;
  #coming: Promise<void> | null = null;
  #tries = 0;
  #taken = '';

  constructor(onArrival: () => void) {
    this.#onArrival = onArrival;
  }

  /** The cards, if they are there and can still show something. */
  get here(): MarketCards | null {
    const cards = scope.latchdeskMarketCards;
    return cards?.isAlive() ? cards : null;
  }

  /** Has the cards brought, unless they are there. */
  want(): void {
    if (!this.here && this.#tries < MOST_TRIES) void this.#bring();
  }

  /** The cards within so many ms; null when they do not come. */
  async within(wait: number): Promise<MarketCards | null> {
    if (this.here) return this.here;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, wait);
    });
    await Promise.race([this.#bring(), end]);
    clearTimeout(timer);
    return this.here;
  }

  /** Tells the cards what is known, when it is something new. */
  give(start: MarketStart | null, place: FramePlace): void {
    const cards = this.here;
    const told = JSON.stringify([start, place]);
    if (!cards || told === this.#taken) return;
    this.#taken = told;
    cards.take(start, place);
  }

  #bring(): Promise<void> {
    this.#coming ??= this.#ask().finally(() => {
      this.#coming = null;
    });
    return this.#coming;
  }

  async #ask(): Promise<void> {
    if (!isExtensionAlive()) return;
    this.#tries += 1;
    const isThere = await ask<boolean>({ type: 'marketCards.wanted' });
    if (!isThere || !this.here) return;
    this.#taken = '';
    this.#onArrival();
  }
}

/** True when the cards have something to say on a page without being asked for by the guard. */
export const wantsCards = ({ market, hiddenCards }: MarketStart, place: FramePlace): boolean =>
  !hiddenCards.includes('marketNote') && noteFor(market, notePlaceOf(place), Date.now()) !== null;
