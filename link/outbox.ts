/** Sends messages to the background in order, and again when the background was killed before it could answer. */

import type { LinkMessage, LinkReply } from '../bitrix24/link-protocol.ts';
import { contentBrowser, isExtensionAlive } from '../platform/content-browser.ts';

/** Pauses in ms before a message is sent again. */
const RETRIES = [300, 1_000, 3_000];

let tail: Promise<unknown> = Promise.resolve();

async function deliver(message: LinkMessage): Promise<LinkReply | null> {
  for (let attempt = 0; isExtensionAlive(); attempt += 1) {
    try {
      const reply: LinkReply | undefined = await contentBrowser.runtime.sendMessage(message);
      if (reply) return reply;
    } catch (error) {
      if (attempt >= RETRIES.length) console.debug('Latchdesk: the background does not answer', error);
    }
    const pause = RETRIES[attempt];
    if (pause === undefined) return null;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return null;
}

/** More than this many messages waiting are not worth keeping: whoever loses one has the portal read anew. */
const MOST_WAITING = 1_000;

let waiting = 0;

/** Resolves with the background's answer, or null when the background cannot be reached or too much is waiting for it. */
export function send(message: LinkMessage): Promise<LinkReply | null> {
  if (waiting >= MOST_WAITING) return Promise.resolve(null);
  waiting += 1;
  const sent = tail.then(() => deliver(message));
  tail = sent.then(() => {
    waiting -= 1;
  });
  return sent;
}
