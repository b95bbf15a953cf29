/** One call of a webhook, signed as Standard Webhooks says. */
import type { Outcome } from '../../domain/rules/run.ts';
import { signatureOf } from '../../platform/signing.ts';
import { answerText, secretsOfAddress } from './answer-text.ts';
import { failed, isRedirect, lostOutcome, OFFLINE, refusalOutcome } from './call-outcome.ts';
import type { Outside } from './outside.ts';

/** Bytes. */
export const LARGEST_BODY = 65_536;

export interface WebhookCall {
  address: string;
  /** Empty: the call is not signed. */
  signingKey: string;
  /** The receiver takes a repeated key only once. */
  knowsKeys: boolean;
  /** Of the run. */
  key: string;
  body: string;
}

/** Headers of a call, the same for each attempt but for time and signature. */
export async function webhookHeaders({ key, body, signingKey }: WebhookCall, now: number) {
  const timestamp = Math.floor(now / 1_000);
  return {
    'Content-Type': 'application/json',
    'X-Idempotency-Key': key,
    'webhook-id': key,
    'webhook-timestamp': String(timestamp),
    ...(signingKey && { 'webhook-signature': await signatureOf(signingKey, key, timestamp, body) }),
  };
}

/** Posts once. Never throws for what network and receiver do. */
export async function callWebhook(call: WebhookCall, outside: Outside): Promise<Outcome> {
  if (new TextEncoder().encode(call.body).length > LARGEST_BODY) return failed('tooLarge');
  if (!outside.isOnline()) return OFFLINE;
  const headers = await webhookHeaders(call, outside.now());
  try {
    const response = await outside.fetch(call.address, {
      method: 'POST',
      headers,
      body: call.body,
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(outside.patience),
    });
    return await outcomeOf(response, call, outside.now());
  } catch (error) {
    return lostOutcome(error, call.knowsKeys);
  }
}

async function outcomeOf(response: Response, call: WebhookCall, now: number): Promise<Outcome> {
  const { status } = response;
  const own = [call.signingKey, call.signingKey.replace('whsec_', ''), ...secretsOfAddress(call.address)];
  const answer = isRedirect(response) ? '' : await answerText(response, own);
  return response.ok ? { kind: 'done', status, answer } : refusalOutcome(response, answer, call.knowsKeys, now);
}
