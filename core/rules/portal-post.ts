/** One request to a portal, and the note of it. */
import { actionOf, type ToldCall } from '../../bitrix24/call-notes.ts';
import type { Outside } from './outside.ts';

/** The world outside with each request noted: when, which, how long, how it ended. */
export function noting(outside: Outside, note: (call: ToldCall) => void): Outside {
  const noted = async (address: string, init: RequestInit): Promise<Response> => {
    const at = outside.now();
    const body = init.body instanceof URLSearchParams ? init.body : '';
    const tell = (outcome: ToldCall['outcome']) =>
      note({ at, action: actionOf(new URL(address).pathname, body), ms: Math.max(0, outside.now() - at), outcome });
    try {
      const response = await outside.fetch(address, init);
      tell(response.status < 400 ? 'answered' : response.status < 500 ? 'refused' : 'serverError');
      return response;
    } catch (error) {
      tell(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline');
      throw error;
    }
  };
  return { ...outside, fetch: noted };
}

/** Posts with the browser's session unless `init` says otherwise; follows no redirect. */
export function post(
  outside: Outside,
  address: string,
  body: URLSearchParams | string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Response> {
  return outside.fetch(address, {
    ...{ method: 'POST', body, credentials: 'include', redirect: 'manual', referrerPolicy: 'no-referrer' },
    ...{ cache: 'no-store', signal, ...init },
  });
}
