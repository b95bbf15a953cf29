/** Signatures by a shared key (HMAC-SHA256), the way Standard Webhooks writes them. */

const PREFIX = 'whsec_';
const KEY_BYTES = 32;

/** A new key to share with a receiver. */
export const newSigningKey = (): string => `${PREFIX}${toBase64(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))}`;

/** `v1,` and the signature of `id.timestamp.body`; `timestamp` in whole seconds. */
export async function signatureOf(key: string, id: string, timestamp: number, body: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', bytesOf(key), algorithm, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(`${id}.${timestamp}.${body}`));
  return `v1,${toBase64(new Uint8Array(signed))}`;
}

const bytesOf = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key), (sign) => sign.charCodeAt(0));

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
