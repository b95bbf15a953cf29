/** What is remembered until the browser is closed: the background itself sleeps after half a minute. */
import { browser } from './browser.ts';

/** What was kept under a name, as it is; undefined: nothing. */
export async function rememberedValue(name: string): Promise<unknown> {
  const kept = await browser.storage.session.get(name);
  return kept[name];
}

export const remember = (name: string, value: unknown): Promise<void> => browser.storage.session.set({ [name]: value });
