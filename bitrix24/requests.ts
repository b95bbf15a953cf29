/** One request to the portal with the page's own session, and what may become of it. */
import type { CallOutcome } from '../domain/calls/calls.ts';
import type { ReadFailure } from '../domain/view.ts';
import { actionOf, noteCall } from './call-notes.ts';

/** A list of several thousand dialogs stays below this. */
const LARGEST_ANSWER = 16_000_000;

export type PortalAnswer = { json: unknown; status: number } | { failure: ReadFailure; detail: string };

/**
 * Posts a form, or JSON as text, to the portal the page belongs to, and notes that it did; with a whole address to any
 * portal that the background may reach. Never throws.
 */
export async function postToPortal(
  path: string,
  body: URLSearchParams | string,
  signal: AbortSignal,
): Promise<PortalAnswer> {
  const at = Date.now();
  const answer = await post(path, body, signal);
  noteCall(at, actionOf(path, body), outcomeOf(answer));
  return answer;
}

/** How a request ended, for those who note it. */
export function outcomeOf(answer: PortalAnswer): CallOutcome {
  if ('failure' in answer) return answer.failure;
  if (renewedToken(answer.json)) return 'tokenRefused';
  return answer.status < 400 ? 'answered' : 'refused';
}

async function post(path: string, body: URLSearchParams | string, signal: AbortSignal): Promise<PortalAnswer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method: 'POST',
      body,
      ...(typeof body === 'string' ? { headers: { 'Content-Type': 'application/json' } } : {}),
      credentials: path.startsWith('/') ? 'same-origin' : 'include',
      redirect: 'manual',
      signal,
    });
    text = await response.text();
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return { failure: isTimeout ? 'timeout' : 'offline', detail: isTimeout ? 'no answer in time' : 'network' };
  }
  if (response.type === 'opaqueredirect') return { failure: 'signedOut', detail: 'redirect' };
  if (response.status >= 500) return { failure: 'serverError', detail: String(response.status) };
  if (text.length > LARGEST_ANSWER) return { failure: 'unexpectedShape', detail: 'too large' };
  try {
    return { json: JSON.parse(text), status: response.status };
  } catch {
    // A page instead of data is how the portal answers when it shows a sign-in form or an error page.
    return { failure: 'notJson', detail: String(response.status) };
  }
}

/** The new token that a refusal carries, whichever of the portal's two ways it was told. */
export function renewedToken(json: unknown): string | null {
  const answer = json as {
    error?: unknown;
    sessid?: unknown;
    errors?: { code?: unknown; customData?: { csrf?: unknown } }[];
  } | null;
  if (answer?.error === 'session_failed' && typeof answer.sessid === 'string') return answer.sessid;
  const csrf = answer?.errors?.[0]?.code === 'invalid_csrf' ? answer.errors[0].customData?.csrf : null;
  return typeof csrf === 'string' ? csrf : null;
}
