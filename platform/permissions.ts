/** Host permissions: asked for in a click on one of the extension's own pages, and taken away in the browser's settings. */
import { browser } from './browser.ts';

/** True where match patterns may name a port; Firefox refuses those that do. */
export const takesPorts = (): boolean => !browser.runtime.getURL('/').startsWith('moz-extension:');

/** Patterns of all hosts that the browser lets us into now, those of the manifest included. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return origins ?? [];
}

/** Asks the user for a host; only right inside a click, before anything is waited for. */
export const requestOrigin = (pattern: string): Promise<boolean> => browser.permissions.request({ origins: [pattern] });

/** Gives a host back; what the manifest names and what was never given stays as it is. */
export async function dropOrigin(pattern: string): Promise<void> {
  try {
    await browser.permissions.remove({ origins: [pattern] });
  } catch (error) {
    console.debug(`Latchdesk: the permission for ${pattern} is not ours to give back`, error);
  }
}

/** Calls back when a permission was given or taken away. */
export function onPermissionsChanged(heard: () => void): void {
  browser.permissions.onAdded.addListener(heard);
  browser.permissions.onRemoved.addListener(heard);
}
