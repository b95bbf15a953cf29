/** Whether a destination may be called now, looked at anew before each call. */
import type { WholeDestination } from '../../database/destinations.ts';
import { type CheckedAddress, checkAddress } from '../../domain/rules/address-check.ts';
import type { Destination } from '../../domain/rules/destination.ts';
import type { CallProblem, Outcome } from '../../domain/rules/run.ts';
import type { Outside } from './outside.ts';

/** A destination that may be called now, with its secrets. */
export interface Target extends CheckedAddress {
  kind: 'target';
  signingKey: string;
  knowsKeys: boolean;
}

type Failed = Extract<Outcome, { kind: 'failed' }>;

/** What may be called; why not, where something is missing. `kind`: what the caller takes it for. */
export async function targetOf(
  whole: WholeDestination | undefined,
  kind: Destination['kind'],
  outside: Pick<Outside, 'isAllowed'>,
): Promise<Target | Failed> {
  if (!whole || whole.destination.kind !== kind) return no('noDestination');
  const { destination, secret } = whole;
  const check = checkAddress(secret.address, destination);
  if (check.kind === 'refused') return no('notAllowedAddress');
  if (destination.agreedAt === null) return no('noConsent');
  if (!(await outside.isAllowed(check.checked.pattern))) return no('noPermission');
  return { kind: 'target', ...check.checked, signingKey: secret.signingKey, knowsKeys: destination.knowsKeys };
}

const no = (problem: CallProblem): Failed => ({ kind: 'failed', problem, status: null, answer: '' });

/** To whom an incoming webhook of a portal belongs; null for others. */
export function userOf({ destination, secret }: WholeDestination): string | null {
  const check = checkAddress(secret.address, destination);
  return check.kind === 'address' ? check.checked.userId : null;
}
