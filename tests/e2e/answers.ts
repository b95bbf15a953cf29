/** Holds or changes the portal's answers to a page's readings on their way, below anything the page or we could notice. */
import type { Page } from '@playwright/test';
import { cdpOf } from '../../scripts/lib/surface.mjs';

// biome-ignore lint/suspicious/noExplicitAny: tests bend the answer into any shape
type Answer = any;

const PATTERN = { urlPattern: '*/rest/batch.json', requestStage: 'Response' as const };
const isReading = (body = '') => body.includes('imbot.Network.Chat.list');

export interface HeldReading {
  /** Resolves when the portal has answered and the page waits for it. */
  answered: Promise<void>;
  release(): Promise<void>;
}

/** Keeps the answer of the next reading back: what it says grows old while it waits. */
export async function holdReading(page: Page): Promise<HeldReading> {
  const cdp = await cdpOf(page);
  let state: 'waiting' | 'holding' | 'ended' = 'waiting';
  const letThrough = (requestId: string) =>
    cdp.send('Fetch.continueRequest', { requestId }).catch((error) => {
      // Whatever was on its way went on with the end.
      if (state !== 'ended') throw error;
    });
  const arrived = new Promise<string>((resolve) => {
    cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
      if (state !== 'waiting' || !isReading(request.postData)) return letThrough(requestId);
      state = 'holding';
      return resolve(requestId);
    });
  });
  await cdp.send('Fetch.enable', { patterns: [PATTERN] });
  return {
    answered: arrived.then(() => undefined),
    release: async () => {
      await cdp.send('Fetch.continueRequest', { requestId: await arrived });
      state = 'ended';
      await cdp.send('Fetch.disable');
    },
  };
}

/** Changes the answers of all readings of a page. */
export async function rewriteReadings(page: Page, change: (answer: Answer) => Answer): Promise<void> {
  const cdp = await cdpOf(page);
  cdp.on('Fetch.requestPaused', async ({ requestId, request, responseStatusCode, responseHeaders }) => {
    if (!isReading(request.postData)) return cdp.send('Fetch.continueRequest', { requestId });
    const { body, base64Encoded } = await cdp.send('Fetch.getResponseBody', { requestId });
    const json = JSON.parse(base64Encoded ? Buffer.from(body, 'base64').toString() : body);
    return cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: responseStatusCode ?? 200,
      responseHeaders: (responseHeaders ?? []).filter(({ name }) => !/^content-(length|encoding)$/i.test(name)),
      body: Buffer.from(JSON.stringify(change(json))).toString('base64'),
    });
  });
  await cdp.send('Fetch.enable', { patterns: [PATTERN] });
}
