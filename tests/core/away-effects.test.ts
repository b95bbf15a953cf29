import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readWithoutTab } from '../../core/away-effects.ts';

const fake = vi.hoisted(() => ({ permissions: { contains: vi.fn() } }));
// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({ default: fake }));

const ORIGIN = 'https://intranet.example:8443';
const wish = {
  ...{ origin: ORIGIN, pattern: `${ORIGIN}/*`, userId: '1', token: 'token' },
  query: { carriers: [], wantsCarriers: false, wantsNotifications: false, readUpTo: [], known: [] },
};
const portal = vi.fn(async () => new Response('', { status: 500 }));

beforeEach(() => {
  portal.mockClear();
  fake.permissions.contains.mockReset().mockResolvedValue(true);
  vi.stubGlobal('fetch', portal);
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

describe('a reading without a tab', () => {
  it('asks the portal when the browser lets us into it', async () => {
    expect(await readWithoutTab(wish)).toMatchObject({ kind: 'answered', outcome: { failure: 'serverError' } });
    expect(fake.permissions.contains).toHaveBeenCalledWith({ origins: [`${ORIGIN}/*`] });
    expect(portal).toHaveBeenCalledTimes(1);
  });

  it('sends nothing where it does not, and nothing without a network', async () => {
    fake.permissions.contains.mockResolvedValue(false);
    expect(await readWithoutTab(wish)).toEqual({ kind: 'noPermission' });
    fake.permissions.contains.mockResolvedValue(true);
    vi.stubGlobal('navigator', { onLine: false });
    expect(await readWithoutTab(wish)).toEqual({ kind: 'offline' });
    expect(portal).not.toHaveBeenCalled();
  });

  it('tries where the browser cannot say', async () => {
    vi.spyOn(console, 'debug').mockReturnValue(undefined);
    fake.permissions.contains.mockRejectedValue(new Error('Invalid pattern'));
    expect((await readWithoutTab(wish)).kind).toBe('answered');
  });
});
