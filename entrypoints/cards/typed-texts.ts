/** Keeps what is being typed: a moment after each change, and at once when the page is left. */
import { LONGEST_DRAFT, LONGEST_TOPIC } from '../../domain/drafts.ts';
import { ask } from '../../link/ask.ts';
import type { UnsavedText } from '../../link/page-side.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import type { CardsStore } from './cards-store.ts';

/** Ms without a key after which a text is saved. */
const PAUSE = 250;
/** Pauses in ms before saving is tried again. */
const RETRIES = [300, 1_000, 3_000];

export class TypedTexts {
  readonly #store: CardsStore;
  readonly #waiting = new Map<string, UnsavedText>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> = Promise.resolve(true);

  constructor(store: CardsStore) {
    this.#store = store;
  }

  /** Takes a text as it is now; it is saved soon. */
  keep(texts: UnsavedText): void {
    this.#waiting.set(texts.id, {
      ...texts,
      title: texts.title.slice(0, LONGEST_TOPIC),
      text: texts.text.slice(0, LONGEST_DRAFT),
    });
    this.#store.trigger.changed({ saving: 'saving' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Saves what waits; false when it could not be saved, then it waits on. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveAll());
    return this.#saving;
  }

  /** What is not saved yet: a newer overlay takes it over. */
  get unsaved(): UnsavedText[] {
    return [...this.#waiting.values()];
  }

  async #saveAll(): Promise<boolean> {
    for (const texts of [...this.#waiting.values()]) {
      if (!(await this.#save(texts))) {
        this.#store.trigger.changed({ saving: 'notSaved' });
        return false;
      }
      // What was typed meanwhile waits for its own turn.
      if (this.#waiting.get(texts.id) === texts) this.#waiting.delete(texts.id);
    }
    if (this.#waiting.size === 0) this.#store.trigger.changed({ saving: 'saved' });
    return true;
  }

  async #save(draft: UnsavedText): Promise<boolean> {
    const { key } = this.#store.getSnapshot().context.view;
    for (let attempt = 0; isExtensionAlive(); attempt += 1) {
      if (await ask<boolean>({ type: 'draft.kept', key, draft })) return true;
      const pause = RETRIES[attempt];
      if (pause === undefined) return false;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return false;
  }
}
