/**
 * Tells of every request to the portal: when, what kind, how long, how it ended; never what was asked or answered.
 * Readers are scripts of their own beside the link, in the same isolated world: they reach its ear through `globalThis`.
 */
import type { Call } from '../domain/calls/calls.ts';

export type ToldCall = Pick<Call, 'at' | 'action' | 'ms' | 'outcome'>;

export interface CallScope {
  latchdeskNoteCall?: ((call: ToldCall) => void) | undefined;
}

export const LONGEST_ACTION = 100;
/** ms; a computer that slept meanwhile did not wait. */
export const LONGEST_CALL = 600_000;
/** Calls told at once; a tab that has more to tell leaves the oldest out. */
export const MOST_CALLS_TOLD = 50;

/** Notes a request that left at `at` (epoch ms); where nobody listens it goes nowhere. */
export function noteCall(at: number, action: string, outcome: Call['outcome']): void {
  const ms = Math.min(Math.max(0, Date.now() - at), LONGEST_CALL);
  (globalThis as CallScope).latchdeskNoteCall?.({ at, action, ms, outcome });
}

/** What a request asks for, without what it is asked with; a batch goes by the first of its commands. */
export function actionOf(path: string, body: URLSearchParams | string): string {
  const [method = '', query = ''] = path.split('?');
  const fields = typeof body === 'string' ? [] : [...body];
  const [, command] = fields.find(([name]) => name.startsWith('cmd[')) ?? [];
  const action = command ? `batch:${command.split('?')[0]}` : (new URLSearchParams(query).get('action') ?? method);
  return action.slice(0, LONGEST_ACTION);
}
