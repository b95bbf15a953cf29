/** What a person wants in the note, and what comes of it. */
import type { AppMessage } from '../../bitrix24/market-protocol.ts';
import type { NoteSize, RunWord } from '../../components/market/note-props.ts';
import { isOfMarket, type NoteContent } from '../../domain/market/note.ts';
import type { MarketPlace } from '../../domain/market/view.ts';
import type { MarketCard, NoteFailure } from '../../domain/market-text.ts';
import { ask } from '../../link/ask.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import type { MarketCardsStore } from './market-cards-store.ts';

/** What a size is remembered for: folded away is folded away until there is something else to say. */
export function sizeKey(content: NoteContent): string {
  return content.kind === 'guide' ? `guide ${content.run.id}` : content.kind;
}

/** As it comes: one line, and all of it where somebody is in the middle of a run, or was stopped by the portal. */
export function firstSize(content: NoteContent): NoteSize {
  if (content.kind !== 'guide' || content.run.stop?.kind === 'byUser') return 'line';
  return isOfMarket(content.place) ? 'whole' : 'line';
}

export class NoteFlow {
  readonly #store: MarketCardsStore;

  constructor(store: MarketCardsStore) {
    this.#store = store;
  }

  resize(content: NoteContent, size: NoteSize): void {
    const { sizes } = this.#store.state;
    this.#store.change({ sizes: { ...sizes, [sizeKey(content)]: size }, failure: null });
  }

  confirm(code: string | null): Promise<void> {
    return this.#wish('notTold', (key) => ({ type: 'app.confirmed', key, code }));
  }

  open(place: MarketPlace): Promise<void> {
    return this.#wish('notOpened', (key) => ({ type: 'place.wanted', key, place }));
  }

  reinstall(): Promise<void> {
    return this.#wish('notBegun', (key) => ({ type: 'reinstall.begun', key }));
  }

  tellRun(id: string, word: RunWord): Promise<void> {
    const failure = word === 'record.wanted' ? 'notRecorded' : 'notTold';
    return this.#wish(failure, (key) => ({ type: 'reinstall.told', key, id, event: { type: word } }));
  }

  openDashboard(tab: 'explain' | 'reinstall'): Promise<void> {
    return this.#wish('notOpened', (key) => ({ type: 'explainer.opened', key, tab }));
  }

  /** At once, and without a wait for the answer: nobody asks twice to be left alone. */
  hide(card: MarketCard): void {
    const { start } = this.#store.state;
    if (!start) return;
    const hiddenCards = [...new Set([...start.hiddenCards, card])];
    this.#store.change({ start: { ...start, hiddenCards }, warning: null });
    void ask({ type: 'marketCard.hidden', key: start.key, card });
  }

  /** One wish at a time; an answer of nothing or "no" means that it did not come true. */
  async #wish(failure: NoteFailure, message: (key: string) => AppMessage): Promise<void> {
    const { start, isBusy } = this.#store.state;
    if (!start || isBusy) return;
    if (!isExtensionAlive()) {
      this.#store.change({ isCutOff: true });
      return;
    }
    this.#store.change({ isBusy: true, failure: null });
    const answer = await ask<unknown>(message(start.key));
    this.#store.change({ isBusy: false, failure: answer ? null : failure, isCutOff: !isExtensionAlive() });
  }
}
