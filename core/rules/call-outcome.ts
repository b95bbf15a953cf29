/** What an answer, or none, means for the run: done, surely not done, or nobody knows. */
import { retryAfter } from '../../domain/rules/backoff-header.ts';
import type { CallProblem, Outcome } from '../../domain/rules/run.ts';

/** The outcome of an answer that is no success. `knowsKeys`: it takes a repeated key only once. */
export function refusalOutcome(response: Response, answer: string, knowsKeys: boolean, now: number): Outcome {
  const { status, headers } = response;
  if (isRedirect(response)) return { kind: 'failed', problem: 'redirected', status: status || null, answer };
  const retry = (problem: CallProblem): Outcome => ({
    ...{ kind: 'retry', problem, status, after: retryAfter(headers.get('Retry-After'), now) },
  });
  if (status === 408) return retry('timeout');
  if (status === 429) return retry('tooManyRequests');
  if (status === 503) return retry('unavailable');
  if (status >= 500) return knowsKeys ? retry('serverError') : { kind: 'uncertain', problem: 'serverError' };
  return { kind: 'failed', problem: 'refused', status, answer };
}

/** The browser hides where a redirect leads and even its number. */
export const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** The outcome of a call without an answer: it may have arrived all the same. */
export function lostOutcome(error: unknown, knowsKeys: boolean): Outcome {
  const isTimeout = error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
  const problem = isTimeout ? 'timeout' : 'network';
  return knowsKeys ? { kind: 'retry', problem, status: null, after: null } : { kind: 'uncertain', problem };
}

/** Nothing has left the computer. */
export const OFFLINE: Outcome = { kind: 'retry', problem: 'offline', status: null, after: null };

export const failed = (problem: CallProblem, answer = ''): Outcome => ({
  ...{ kind: 'failed', problem, status: null, answer },
});

export const done = (answer = ''): Outcome => ({ kind: 'done', status: null, answer });
