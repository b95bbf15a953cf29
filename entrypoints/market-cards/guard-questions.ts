/** Questions about ticked boxes: one at a time, and each gets its answer. */
import type { MarketCards, WindowWarning, WipeChoice, WipeQuestion } from '../../link/market-side.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import type { MarketCardsStore } from './market-cards-store.ts';

export class GuardQuestions {
  readonly #store: MarketCardsStore;
  #answer: ((choice: WipeChoice) => void) | null = null;

  constructor(store: MarketCardsStore) {
    this.#store = store;
  }

  /** A later question takes the place of the earlier one, which ends as if the person had gone back. */
  ask(question: WipeQuestion): Promise<WipeChoice> {
    this.#answer?.('back');
    this.#store.change({ question, warning: null, isCutOff: !isExtensionAlive() });
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  choose(choice: WipeChoice): void {
    const answer = this.#answer;
    this.#answer = null;
    this.#store.change({ question: null });
    answer?.(choice);
  }

  warn(warning: WindowWarning | null): void {
    this.#store.change({ warning });
  }
}

/** What the market script of this frame calls. */
export const marketCards = (store: MarketCardsStore, questions: GuardQuestions): MarketCards => ({
  isAlive: isExtensionAlive,
  askAboutWipe: (question) => questions.ask(question),
  warn: (warning) => questions.warn(warning),
  take: (start, place) => store.change({ start, place }),
});
