/**
 * What a surface on a portal's page shows; the truth stays in the background. Written out here, for it comes to plain
 * portal pages, and a library would be a fifth of such a script.
 */
import { useEffect, useState } from 'preact/hooks';

export class PageStore<State extends object> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  change(changes: Partial<State>): void {
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
export function usePageState<State extends object>(store: PageStore<State>): State {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const follow = () => setState(store.state);
    // What changed between the first drawing and now.
    follow();
    return store.subscribe(follow);
  }, [store]);
  return state;
}
