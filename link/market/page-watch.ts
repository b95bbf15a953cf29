/** Says when a page may show something new: by its changes, never by a clock, and not while nobody can see it. */

/** Ms between two looks. */
const PAUSE = 300;
/** A busy page gets no idle moment; then it is looked at all the same, after so many ms. */
const LATEST = 500;

const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  // Windows are put away by their style, tabs by their class or a mark of their own.
  attributeFilter: ['style', 'class', 'data-disabled'],
};

/** `changedSince`: epoch ms before which the page was as it was at the last look. Answers in how many ms to look again. */
type Look = (changedSince: number) => number | null;

export class PageWatch {
  readonly #look: Look;
  readonly #observer = new MutationObserver(() => this.#notice());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: number | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #changedSince: number | null = null;
  #lookedAt = 0;
  #hasEnded = false;

  constructor(look: Look) {
    this.#look = look;
    document.addEventListener('visibilitychange', this.#follow);
    document.addEventListener('DOMContentLoaded', this.lookSoon);
    this.#follow();
  }

  /** Looks at the page soon although it has not changed: what is known of it has. */
  readonly lookSoon = (): void => this.#notice();

  /** Looks right now, so that nothing that changes from here on is taken for something older. */
  readonly lookAtOnce = (): void => {
    if (document.hidden || this.#hasEnded) return;
    clearTimeout(this.#timer);
    if (this.#idle !== undefined) cancelIdleCallback(this.#idle);
    this.#timer = undefined;
    this.#lookNow();
  };

  end(): void {
    this.#hasEnded = true;
    this.#pause();
    document.removeEventListener('visibilitychange', this.#follow);
    document.removeEventListener('DOMContentLoaded', this.lookSoon);
  }

  /** What changes in a hidden page may have changed at any moment since it was hidden. */
  readonly #follow = (): void => {
    this.#changedSince ??= Date.now();
    if (document.hidden) {
      this.#pause();
      return;
    }
    this.#observer.observe(document, WATCHED);
    this.#schedule();
  };

  #pause(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    if (this.#idle !== undefined) cancelIdleCallback(this.#idle);
    this.#timer = this.#idle = undefined;
  }

  #notice(): void {
    this.#changedSince ??= Date.now();
    if (!document.hidden && !this.#hasEnded) this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#idle !== undefined) return;
    const wait = PAUSE - (performance.now() - this.#lookedAt);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#idle = requestIdleCallback(this.#lookNow, { timeout: LATEST });
      },
      Math.max(0, wait),
    );
  }

  readonly #lookNow = (): void => {
    this.#idle = undefined;
    const since = this.#changedSince ?? Date.now();
    this.#changedSince = null;
    this.#lookedAt = performance.now();
    // While it is being parsed, half of it may be missing.
    if (document.readyState === 'loading') return;
    clearTimeout(this.#again);
    const wait = this.#look(since);
    if (wait !== null) this.#again = setTimeout(this.lookSoon, wait);
  };
}
