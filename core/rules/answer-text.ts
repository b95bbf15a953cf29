/** What is kept of an answer: enough to see what went wrong, and nothing that is secret. */
import { findSecrets, maskSecrets } from '../../domain/secrets.ts';
import { oneLine } from '../../domain/templates.ts';

/** Bytes that are read at all. */
const READ = 4_096;
/** Characters that are kept. */
const KEPT = 200;
const MASK = '••••';

/**
 * The first words of an answer, without control characters, known secrets and what looks like one. Whatever happens while
 * it is read, the status has been told: an answer that breaks off is a short one.
 */
export async function answerText(response: Response, ownSecrets: readonly string[]): Promise<string> {
  const text = oneLine(await beginningOf(response));
  const own = ownSecrets.filter((secret) => secret.length > 3);
  const withoutOwn = own.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  return maskSecrets(withoutOwn, findSecrets(withoutOwn)).slice(0, KEPT).toWellFormed();
}

async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let size = 0; size < READ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, READ - size), { stream: true });
      size += value.length;
    }
    await reader.cancel();
  } catch (error) {
    console.debug('Latchdesk: an answer broke off after its status', error);
  }
  return text;
}

/** Parts of an address that a receiver may send back: its path and each value in it. */
export function secretsOfAddress(address: string): string[] {
  const { href, pathname, search, searchParams } = new URL(address);
  const path = pathname === '/' ? [] : [pathname, ...pathname.split('/').filter((part) => part.length > 7)];
  return [href, ...(search ? [`${pathname}${search}`] : []), ...path, ...searchParams.values()];
}
