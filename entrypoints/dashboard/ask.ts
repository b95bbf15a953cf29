/** Asks the background, and what every section does with the browser. */
import type { AppMessage } from '../../bitrix24/market-protocol.ts';
import type { SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import { browser } from '../../platform/browser.ts';

export const ask = <T>(message: SurfaceMessage | AppMessage): Promise<T> => browser.runtime.sendMessage(message);

/** Saves a text as a file, the way the user's browser saves downloads. */
export function download(name: string, type: 'text/csv' | 'application/json', text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken what it needs by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
