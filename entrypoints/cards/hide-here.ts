/** Puts a kind of card away on this portal until the user wants it back in the settings. */
import type { HideableCard } from '../../domain/settings.ts';
import { ask } from '../../link/ask.ts';
import type { CardsWorld } from './world.ts';

/** What the menu entry "hide here" of a card does. */
export const hideHere =
  ({ store }: CardsWorld, kind: HideableCard) =>
  (): void => {
    const { view } = store.getSnapshot().context;
    const hiddenCards = [...new Set([...view.settings.hiddenCards, kind])];
    // At once, and without a wait for the answer: nobody asks twice to be left alone.
    store.trigger.changed({ view: { ...view, settings: { ...view.settings, hiddenCards } } });
    void ask({ type: 'settings.changed', key: view.key, changes: { hiddenCards } });
  };
