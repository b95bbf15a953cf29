/** Asks the background, and what every section does with the browser. */
import type { AppMessage } from '../../bitrix24/market-protocol.ts';
import type { SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import type { OwnMessage } from '../../core/own/own-protocol.ts';
import { isRefused, type Refused } from '../../domain/refusal.ts';
import { browser } from '../../platform/browser.ts';

/** Asks the background; null, as for what could not be done, when Latchdesk is read-only. */
export async function ask<T>(message: SurfaceMessage | AppMessage | OwnMessage): Promise<T> {
  const answer: T | Refused = await browser.runtime.sendMessage(message);
  // Whoever asks for what may be refused takes null for an answer.
  return isRefused(answer) ? (null as T) : answer;
}

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
