/** What a surface in the page asks of the background. */
import type { SurfaceMessage } from '../bitrix24/surface-protocol.ts';
import { contentBrowser, isExtensionAlive } from '../platform/content-browser.ts';

/** Pauses in ms before a message is sent again. */
const RETRIES = [300, 1_000, 3_000];

/** Asks the background; null when it cannot answer. */
export async function ask<T>(message: SurfaceMessage): Promise<T | null> {
  try {
    return (await contentBrowser.runtime.sendMessage(message)) ?? null;
  } catch (error) {
    console.debug(`Latchdesk: ${message.type} was not answered`, error);
    return null;
  }
}

/** Like `ask`, and again when the background was killed before it could answer: for what may be told twice. */
export async function askAgain<T>(message: SurfaceMessage): Promise<T | null> {
  for (let attempt = 0; isExtensionAlive(); attempt += 1) {
    const answer = await ask<T>(message);
    const pause = RETRIES[attempt];
    if (answer !== null || pause === undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return null;
}
