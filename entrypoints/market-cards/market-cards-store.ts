/** What the cards about applications show in one frame; the truth stays in the background. */
import { useEffect, useState } from 'preact/hooks';
import type { MarketStart } from '../../bitrix24/market-protocol.ts';
import type { NoteSize } from '../../components/market/note-props.ts';
import type { NoteFailure } from '../../domain/market-text.ts';
import type { FramePlace, WindowWarning, WipeQuestion } from '../../link/market-side.ts';

export interface MarketCardsState {
  /** Null until the market script has told it. */
  start: MarketStart | null;
  place: FramePlace | null;
  question: WipeQuestion | null;
  warning: WindowWarning | null;
  /** How much of the note is on show, by what it is about; the rest is as it comes. */
  sizes: Readonly<Record<string, NoteSize>>;
  failure: NoteFailure | null;
  isBusy: boolean;
  /** An update or a removal has cut the cards off. */
  isCutOff: boolean;
}

const EMPTY: MarketCardsState = {
  start: null,
  place: null,
  question: null,
  warning: null,
  sizes: {},
  failure: null,
  isBusy: false,
  isCutOff: false,
};

export class MarketCardsStore {
  #state = EMPTY;
  readonly #listeners = new Set<() => void>();

  get state(): MarketCardsState {
    return this.#state;
  }

  change(changes: Partial<MarketCardsState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** Calls back after each change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The state as it is now, drawn anew when it changes. */
export function useMarketCards(store: MarketCardsStore): MarketCardsState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const follow = () => setState(store.state);
    // What changed between the first drawing and now.
    follow();
    return store.subscribe(follow);
  }, [store]);
  return state;
}
