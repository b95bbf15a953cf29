/** Reading a portal from the background, where the browser lets us. */
import { type AwayReading, type AwayRequest, readAway } from '../bitrix24/away-reader.ts';
import { browser } from '../platform/browser.ts';

export interface AwayWish extends AwayRequest {
  /** The host permission that the portal needs. */
  pattern: string;
}

export type AwayAnswer =
  | ({ kind: 'answered' } & AwayReading)
  /** Nothing has left the computer. */
  | { kind: 'offline' }
  | { kind: 'noPermission' };

/** Reads with the cookies the browser has for the portal; without the permission its answer could not be seen. */
export async function readWithoutTab({ pattern, ...request }: AwayWish): Promise<AwayAnswer> {
  if (!(await isAllowed(pattern))) return { kind: 'noPermission' };
  if (!navigator.onLine) return { kind: 'offline' };
  return { kind: 'answered', ...(await readAway(request)) };
}

async function isAllowed(pattern: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [pattern] });
  } catch (error) {
    // Firefox knows no ports in patterns. The request itself then tells.
    console.debug('Latchdesk: the browser does not take this pattern', error);
    return true;
  }
}
