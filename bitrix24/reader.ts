/** Reads a portal with the page's own session: one request, one repetition when the token was renewed. */
import type { Reading } from '../domain/reading.ts';
import type { ReadFailure } from '../domain/view.ts';
import { batchBody, parseBatch } from './batch.ts';
import { postToPortal, renewedToken } from './requests.ts';

export type ReadOutcome =
  | { kind: 'reading'; reading: Reading; skippedEntries: number }
  | { kind: 'noSupportBot' }
  /** `detail` is a status or an error code, never content. */
  | { kind: 'failure'; failure: ReadFailure; detail: string };

/** For the whole reading, a repetition included: the background gives a reader up soon after. */
const TIMEOUT = 15_000;
function errorCode(json: unknown): string | null {
  const answer = json as { error?: unknown; errors?: { code?: unknown }[] } | null;
  const code = answer?.error ?? answer?.errors?.[0]?.code;
  return typeof code === 'string' ? code : null;
}

const SIGNED_OUT = new Set(['invalid_authentication', 'access_denied', 'user_not_authorized', 'NO_AUTH_FOUND']);

function refusal(code: string, status: number): ReadOutcome {
  if (code === 'session_failed' || code === 'invalid_csrf') {
    return { kind: 'failure', failure: 'tokenRefused', detail: code };
  }
  const failure = SIGNED_OUT.has(code) || status === 401 ? 'signedOut' : 'refused';
  return { kind: 'failure', failure, detail: code.slice(0, 100) };
}

export interface ReadRequest {
  userId: string;
  token: string;
  /** True where the page has no unread numbers of its own. */
  withCounters: boolean;
}

/** Reads limit, dialogs and rights of one user. Never throws; `now` is the clock in epoch ms. */
export async function readPortal(
  { userId, token, withCounters }: ReadRequest,
  now: () => number = Date.now,
): Promise<ReadOutcome> {
  const startedAt = now();
  const signal = AbortSignal.timeout(TIMEOUT);
  const post = (body: URLSearchParams) => postToPortal('/rest/batch.json', body, signal);
  let answer = await post(batchBody(token, withCounters));
  const renewed = 'json' in answer ? renewedToken(answer.json) : null;
  if (renewed) answer = await post(batchBody(renewed, withCounters));
  if ('failure' in answer) return { kind: 'failure', ...answer };

  const code = errorCode(answer.json);
  if (code) return refusal(code, answer.status);

  const outcome = parseBatch(answer.json);
  switch (outcome.kind) {
    case 'reading': {
      // A page that was left open keeps its user; the cookies, and with a renewed token the answer, may be another's.
      const isSomebodyElse = outcome.userId !== null && outcome.userId !== userId;
      if (isSomebodyElse) return { kind: 'failure', failure: 'signedOut', detail: 'another user' };
      const { skippedEntries, reading } = outcome;
      return { kind: 'reading', skippedEntries, reading: { ...reading, startedAt } };
    }
    case 'noSupportBot':
      return outcome;
    case 'refused':
      return { kind: 'failure', failure: 'refused', detail: outcome.code };
    case 'unexpectedShape':
      return { kind: 'failure', failure: 'unexpectedShape', detail: 'batch' };
  }
}
