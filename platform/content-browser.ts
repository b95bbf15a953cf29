/**
 * The browser's API inside content scripts, without the polyfill: there every byte is loaded with every portal page,
 * and MV3 gives promises on both `browser` and `chrome`.
 */
import type { Browser } from 'webextension-polyfill';

const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser };

export const contentBrowser: Browser = (scope.browser?.runtime ? scope.browser : scope.chrome) as Browser;

/** False once the extension was updated or removed while this page stayed open. */
export function isExtensionAlive(): boolean {
  return contentBrowser.runtime?.id !== undefined;
}
