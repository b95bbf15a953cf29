/** What a surface in the page asks of the background. */
import type { SurfaceMessage } from '../bitrix24/surface-protocol.ts';
import { contentBrowser } from '../platform/content-browser.ts';

/** Asks the background; null when it cannot answer. */
export async function ask<T>(message: SurfaceMessage): Promise<T | null> {
  try {
    return (await contentBrowser.runtime.sendMessage(message)) ?? null;
  } catch (error) {
    console.debug(`Latchdesk: ${message.type} was not answered`, error);
    return null;
  }
}
