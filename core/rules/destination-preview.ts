/** The first call that would go to a destination, word for word, with its secrets masked. */
import type { WholeDestination } from '../../database/destinations.ts';
import type { DestinationPreview } from '../../domain/rules/destination.ts';
import { maskAddress } from '../../domain/rules/mask.ts';
import { shownHeaders } from './destination-keys.ts';
import { userOf } from './destination-target.ts';
import { type Example, exampleBody, exampleTask } from './example-call.ts';
import { webhookHeaders } from './webhook-call.ts';

/** What is shown in the place of a run's key. */
const EXAMPLE_KEY = '0'.repeat(64);

/** What a person sees before agreeing to it. */
export async function previewOf(whole: WholeDestination, example: Example): Promise<DestinationPreview> {
  const { destination, secret } = whole;
  const isPortal = destination.kind === 'portal';
  const body = isPortal ? exampleTask(example, userOf(whole) ?? '0') : exampleBody(example, false);
  const call = { ...secret, knowsKeys: destination.knowsKeys, key: EXAMPLE_KEY, body };
  const headers = isPortal
    ? { 'Content-Type': 'application/json', 'Idempotency-Key': EXAMPLE_KEY }
    : await webhookHeaders(call, example.at);
  return {
    addressVersion: destination.addressVersion,
    ...{ method: 'POST', maskedAddress: maskAddress(secret.address), headers: shownHeaders(headers), body },
  };
}
