/** Keeps what is being typed: a moment after each change, and at once when the page is left. */
import { LONGEST_DRAFT, LONGEST_TOPIC } from '../../domain/drafts.ts';
import { ask, askAgain } from '../../link/ask.ts';
import type { UnsavedText } from '../../link/page-side.ts';
import type { CardsStore } from './cards-store.ts';

/** Ms without a key after which a text is saved, and the longest that typing puts it off. */
const PAUSE = 250;
const LONGEST_PAUSE = 1_000;

export class TypedTexts {
  readonly #store: CardsStore;
  readonly #waiting = new Map<string, UnsavedText>();
  /** Texts that the background knows: a new one does not wait for a pause. */
  readonly #known = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince = 0;
  #saving: Promise<boolean> = Promise.resolve(true);

  constructor(store: CardsStore) {
    this.#store = store;
  }

  /** Takes a text as it is now; it is saved soon. */
  keep(texts: UnsavedText): void {
    const now = Date.now();
    if (this.#waiting.size === 0) {
      this.#waitingSince = now;
      // In Firefox nothing that is said later than this leaves a closing tab. A page that listens to it is not kept for
      // the way back there: only while something waits.
      addEventListener('beforeunload', this.leave);
    }
    this.#waiting.set(texts.id, {
      ...texts,
      title: texts.title.slice(0, LONGEST_TOPIC),
      text: texts.text.slice(0, LONGEST_DRAFT),
    });
    this.#store.trigger.changed({ saving: 'saving' });
    const pause = this.#known.has(texts.id) ? Math.min(PAUSE, this.#waitingSince + LONGEST_PAUSE - now) : 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  /** Saves what waits; false when it could not be saved, then it waits on. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveAll());
    return this.#saving;
  }

  /** Sends off what waits, at once: when the page is left, nobody hears the answer to what was sent before. */
  readonly leave = (): void => {
    for (const draft of this.#waiting.values()) void ask({ type: 'draft.kept', key: this.#key, draft });
  };

  /** What is not saved yet: newer cards take it over. */
  get unsaved(): UnsavedText[] {
    return [...this.#waiting.values()];
  }

  /** True when newer cards can take over all of it: they trust no text that the background has never heard of. */
  get isKnown(): boolean {
    return this.unsaved.every(({ id }) => this.#known.has(id));
  }

  async #saveAll(): Promise<boolean> {
    this.#waitingSince = Date.now();
    for (const texts of [...this.#waiting.values()]) {
      if (!(await askAgain<boolean>({ type: 'draft.kept', key: this.#key, draft: texts }))) {
        this.#store.trigger.changed({ saving: 'notSaved' });
        return false;
      }
      this.#known.add(texts.id);
      // What was typed meanwhile waits for its own turn.
      if (this.#waiting.get(texts.id) === texts) this.#waiting.delete(texts.id);
    }
    if (this.#waiting.size === 0) {
      removeEventListener('beforeunload', this.leave);
      this.#store.trigger.changed({ saving: 'saved' });
    }
    return true;
  }

  get #key(): string {
    return this.#store.getSnapshot().context.view.key;
  }
}
