/** The access list of an application as the portal's actions tell it. It is read, never written. */
import * as v from 'valibot';
import type { AccessEntry } from '../domain/chatapp/facts.ts';
import type { Part } from '../domain/market/record.ts';

/** The portal's action, and the only field it wants, for the new Market. */
export const RIGHTS_ACTION = 'market.Application.getRights';
export const rightsFields = (code: string): Record<string, string> => ({ appCode: code });

/** The same for the old Marketplace; the misspelling is the portal's own. */
export const OLD_RIGHTS_PATH = '/bitrix/tools/rest.php';
export const oldRightsFields = (appId: number): Record<string, string> => ({
  action: 'get_app_rigths',
  app_id: String(appId),
});

const Text = v.optional(v.fallback(v.nullable(v.string()), null), null);
const Entry = v.object({ provider: Text, name: Text });

const CODE = /^[A-Z]{1,10}\d{0,15}(?:_[A-Z0-9]{1,20})?$/;
/** The column holds 2000 characters, and the shortest code has two and a comma. */
const MOST_ENTRIES = 700;

/**
 * The list in a reply of either action. `false` is an empty one: everyone. An empty array is no list at all: the old
 * address answers so when it has skipped the question, and to take that for "everyone" would be a wrong alarm.
 */
export function accessIn(reply: unknown, at: number): Part<AccessEntry[]> {
  const data = unwrapped(reply);
  if (data === false) return { state: 'read', value: [], source: 'portal', at };
  if (typeof data !== 'object' || data === null) return notRead('unexpectedShape');
  if ('error' in data) return notRead('refused');
  const entries = Object.entries(data);
  const isList = entries.length > 0 && entries.length <= MOST_ENTRIES && entries.every(([code]) => CODE.test(code));
  if (!isList) return notRead('unexpectedShape');
  return { state: 'read', value: entries.map(entryOf), source: 'portal', at };
}

const notRead = (reason: 'refused' | 'unexpectedShape'): Part<AccessEntry[]> => ({ state: 'notRead', reason });

/** Actions of the new Market come in an envelope, the old address answers without one. */
function unwrapped(reply: unknown): unknown {
  const { status, data } = (reply ?? {}) as { status?: unknown; data?: unknown };
  if (status === 'success') return data;
  return status === 'error' ? { error: 'refused' } : reply;
}

function entryOf([code, value]: [string, unknown]): AccessEntry {
  const entry = v.safeParse(Entry, value);
  const { provider, name } = entry.success ? entry.output : { provider: null, name: null };
  return { code, name: (name ?? '').trim().slice(0, 200), provider: provider || null };
}
