/** Keys of destinations: made here, shown once, and dots from then on. */
import type { DestinationSecret } from '../../domain/rules/destination.ts';
import { newSigningKey } from '../../platform/signing.ts';
import type { Own } from '../own/own-protocol.ts';

const DOTS = '••••';

/** A webhook always has a key: one is made where there is none, and where a new one is asked for. */
export function keysFor(
  { kind, signingKey: wish }: Pick<Own<'destination.saved'>, 'kind' | 'signingKey'>,
  before: DestinationSecret | undefined,
): { signingKey: string; newKey: string | null } {
  // Calls of a portal are authorised by its address.
  if (kind === 'portal') return { signingKey: '', newKey: null };
  if (wish !== 'new' && before?.signingKey) return { signingKey: before.signingKey, newKey: null };
  const newKey = newSigningKey();
  return { signingKey: newKey, newKey };
}

/** Headers as they are shown; a signature made with a real key is nobody's to try. */
export function shownHeaders(headers: Record<string, string>): { name: string; value: string }[] {
  const isSecret = (name: string) => name === 'webhook-signature';
  return Object.entries(headers).map(([name, value]) => ({ name, value: isSecret(name) ? `v1,${DOTS}` : value }));
}
