/** What a surface in the page asks of the background. */
import type { AppMessage, MarketMessage } from '../bitrix24/market-protocol.ts';
import type { SurfaceMessage } from '../bitrix24/surface-protocol.ts';
import { isRefused } from '../domain/refusal.ts';
import { contentBrowser, isExtensionAlive } from '../platform/content-browser.ts';

/** Pauses in ms before a message is sent again. */
const RETRIES = [300, 1_000, 3_000];

type Message = SurfaceMessage | MarketMessage | AppMessage;

/** Undefined: nobody answered; null is an answer. */
async function askOnce<T>(message: Message): Promise<T | null | undefined> {
  try {
    return await contentBrowser.runtime.sendMessage(message);
  } catch (error) {
    console.debug(`Latchdesk: ${message.type} was not answered`, error);
    return undefined;
  }
}

/** Asks the background; null when it cannot answer, or does not follow the wish because it is read-only. */
export async function ask<T>(message: Message): Promise<T | null> {
  const answer = await askOnce<T>(message);
  return isRefused(answer) ? null : (answer ?? null);
}

/** Like `ask`, and again when the background was killed before it could answer: for what may be told twice. */
export async function askAgain<T>(message: Message): Promise<T | null> {
  return (await askWhile<T>(message, (answer) => answer === null || answer === undefined)) ?? null;
}

/** Like `askAgain`, where null is an answer and not asked about again; undefined when nobody answered. */
export const askUntilAnswered = <T>(message: Message): Promise<T | null | undefined> =>
  askWhile<T>(message, (answer) => answer === undefined);

async function askWhile<T>(
  message: Message,
  isMissing: (answer: T | null | undefined) => boolean,
): Promise<T | null | undefined> {
  for (let attempt = 0; isExtensionAlive(); attempt += 1) {
    const answer = await askOnce<T>(message);
    // To ask again would not change its mind.
    if (isRefused(answer)) return null;
    const pause = RETRIES[attempt];
    if (!isMissing(answer) || pause === undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return undefined;
}
