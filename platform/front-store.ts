/** What the background keeps for the extension's own pages in memory, so that they need not wait until it is awake. */
import { browser } from './browser.ts';

/** The name under which it is kept in `storage.session`. */
export const FRONT = 'front';

/** What was kept last, as it is; undefined when nothing was since the browser has started. */
export async function keptFront(): Promise<unknown> {
  const kept = await browser.storage.session.get(FRONT);
  return kept[FRONT];
}

/** Calls back with each newer one; returns how to stop. */
export function onFrontKept(heard: (front: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const front = area === 'session' ? changes[FRONT]?.newValue : undefined;
    if (front !== undefined) heard(front);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
