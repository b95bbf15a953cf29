import { beforeEach, describe, expect, it, vi } from 'vitest';
import { portalScripts } from '../../../bitrix24/portal-scripts.ts';
import { browserPortals } from '../../../core/portals/browser-portals.ts';
import { reconcile } from '../../../domain/portals/reconcile.ts';

const listeners = () => {
  const heard = new Set<(...args: never[]) => void>();
  return {
    heard,
    addListener: (listener: () => void) => heard.add(listener),
    removeListener: (listener: () => void) => heard.delete(listener),
  };
};
const fake = vi.hoisted(() => ({
  runtime: { getURL: vi.fn() },
  permissions: { getAll: vi.fn(), remove: vi.fn() },
  tabs: { get: vi.fn(), query: vi.fn(), sendMessage: vi.fn(), onUpdated: {}, onRemoved: {} },
  scripting: {
    executeScript: vi.fn(),
    getRegisteredContentScripts: vi.fn(),
    registerContentScripts: vi.fn(),
    unregisterContentScripts: vi.fn(),
  },
}));
vi.mock('webextension-polyfill', () => ({ default: fake }));

const PLACE = { origin: 'https://portal.example.ru', prefix: '/intranet/' };
const { scripting, tabs } = fake;

beforeEach(() => {
  vi.resetAllMocks();
  vi.spyOn(console, 'debug').mockReturnValue(undefined);
  fake.runtime.getURL.mockImplementation((path: string) => `chrome-extension://ours${path}`);
});

describe('scripts of portals in the browser', () => {
  const wanted = portalScripts(PLACE, true);
  const portal = { origin: PLACE.origin, source: 'added', pattern: `${PLACE.origin}/*`, pause: null } as const;
  /** What there is to do while exactly the wanted scripts are registered, as the browser tells them. */
  const left = async (told: object[]) => {
    scripting.getRegisteredContentScripts.mockResolvedValue(told);
    const registered = await browserPortals.registeredScripts();
    const { register, unregister } = reconcile(registered, [portal.pattern], [{ ...portal, scripts: wanted }]);
    return [...register, ...unregister];
  };

  it('are told as they were registered, so that they are not registered anew at each start', async () => {
    await browserPortals.registerScripts(wanted);
    const told = scripting.registerContentScripts.mock.lastCall?.[0] as object[];
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({ js: ['bridge.js'], world: 'MAIN', runAt: 'document_start' });
    expect(await left(told)).toEqual([]);
  });

  it('are known again where a browser tells whole addresses and leaves out what is usual', async () => {
    const told = wanted.map(({ js, allFrames, world, ...script }) => ({
      ...script,
      js: js.map((name) => `chrome-extension://ours/${name}`),
      ...(allFrames && { allFrames }),
      ...(world === 'MAIN' && { world }),
    }));
    expect(await left(told)).toEqual([]);
    expect(await left(told.slice(1))).toHaveLength(1);
  });

  it('are left alone when there is nothing to do: an empty list would take back all', async () => {
    await browserPortals.unregisterScripts([]);
    await browserPortals.registerScripts([]);
    expect(scripting.unregisterContentScripts).not.toHaveBeenCalled();
    expect(scripting.registerContentScripts).not.toHaveBeenCalled();
  });
});

describe('pages that are open', () => {
  const page = (id: number, url: string, changes: object = {}) => ({ id, url, status: 'complete', ...changes });
  const PAGES = [
    page(1, 'https://portal.example.ru/intranet/stream/'),
    page(2, 'https://portal.example.ru/shop/'),
    page(3, 'https://portal.example.ru/intranet/pub/form/'),
    page(5, 'https://portal.example.ru/intranet/crm/'),
  ];
  const LOADING = page(4, 'https://portal.example.ru/intranet/', { status: 'loading' });
  const filesIn = (tabId: number) =>
    scripting.executeScript.mock.calls
      .filter(([{ target }]) => target.tabId === tabId)
      .map(([{ files, world }]) => (world ? `${files[0]} ${world}` : files[0]));
  beforeEach(() => {
    tabs.get.mockImplementation(async (id: number) => ({ id, status: 'complete' }));
    tabs.query.mockResolvedValue(PAGES);
    tabs.sendMessage.mockImplementation(async (tabId: number) => (tabId === 5 ? { isLive: true } : undefined));
  });

  it('of the portal get its scripts, and no other page of the host', async () => {
    await browserPortals.joinTabs(PLACE, []);
    expect(tabs.query).toHaveBeenCalledWith({ url: ['https://portal.example.ru/*'] });
    expect(filesIn(1)).toEqual(['/bridge.js MAIN', '/link.js', '/market.js']);
    for (const other of [2, 3]) expect(filesIn(other)).toEqual([]);
    expect(filesIn(5), 'it has a link already').toEqual(['/market.js']);
  });

  it('that are loading still get them once they have loaded', async () => {
    let isLoaded = false;
    tabs.query.mockResolvedValue([...PAGES, LOADING]);
    tabs.get.mockImplementation(async (id: number) => ({ id, status: isLoaded ? 'complete' : 'loading' }));
    await browserPortals.joinTabs(PLACE, []);
    await vi.waitFor(() => expect(tabs.get.mock.calls.length).toBeGreaterThan(1));
    expect(filesIn(4)).toEqual([]);
    isLoaded = true;
    await vi.waitFor(() => expect(filesIn(4)).toEqual(['/bridge.js MAIN', '/link.js', '/market.js']));
  });

  it('that have loaded while the others were joined are not lost between two looks', async () => {
    tabs.query.mockResolvedValue([...PAGES, LOADING]);
    tabs.sendMessage.mockImplementation(async () => {
      tabs.query.mockResolvedValue([...PAGES, { ...LOADING, status: 'complete' }]);
      return undefined;
    });
    await browserPortals.joinTabs(PLACE, []);
    await vi.waitFor(() => expect(filesIn(4)).toEqual(['/bridge.js MAIN', '/link.js', '/market.js']));
  });

  it('begin anew where nobody heard them, with the bridge that is there', async () => {
    await browserPortals.joinTabs(PLACE, [5]);
    expect(filesIn(5)).toEqual(['/link.js', '/market.js']);
  });

  it('are searched without a port where patterns know none', async () => {
    fake.runtime.getURL.mockImplementation((path: string) => `moz-extension://ours${path}`);
    await browserPortals.joinTabs({ origin: 'https://portal.example.ru:8443', prefix: '/' }, []);
    expect(tabs.query).toHaveBeenCalledWith({ url: ['https://portal.example.ru/*'] });
    expect(scripting.executeScript, 'all of them are on another port').not.toHaveBeenCalled();
  });

  it('are those with an address; the others are hidden', async () => {
    tabs.query.mockResolvedValue([
      { id: 1, url: 'https://demo.bitrix24.ru/', incognito: true },
      { id: 2, incognito: false },
      { id: 3, url: 'https://demo.bitrix24.ru/', incognito: false, discarded: true },
    ]);
    const url = 'https://demo.bitrix24.ru/';
    expect(await browserPortals.openPages()).toEqual([
      { tabId: 1, url, isPrivate: true, isAsleep: false },
      { tabId: 3, url, isPrivate: false, isAsleep: true },
    ]);
    expect(await browserPortals.hiddenTabs()).toEqual([2]);
  });

  it('wake us while somebody follows them, for what matters and no longer', () => {
    const updated = listeners();
    const removed = listeners();
    Object.assign(tabs.onUpdated, updated);
    Object.assign(tabs.onRemoved, removed);
    const heard = vi.fn();
    browserPortals.followTabs(heard);
    browserPortals.followTabs(heard);
    expect([updated.heard.size, removed.heard.size]).toEqual([1, 1]);
    const [onUpdated] = updated.heard as Set<(tabId: number, change: object) => void>;
    for (const change of [{ title: 'New' }, { status: 'loading' }, { audible: true }]) onUpdated?.(1, change);
    expect(heard).not.toHaveBeenCalled();
    for (const change of [{ url: 'https://demo.bitrix24.ru/' }, { status: 'complete' }]) onUpdated?.(1, change);
    expect(heard).toHaveBeenCalledTimes(2);
    browserPortals.unfollowTabs(heard);
    expect([updated.heard.size, removed.heard.size]).toEqual([0, 0]);
  });
});

describe('permissions in the browser', () => {
  it('are all that it grants', async () => {
    fake.permissions.getAll.mockResolvedValue({ origins: ['https://*.bitrix24.ru/*'], permissions: ['storage'] });
    expect(await browserPortals.grantedOrigins()).toEqual(['https://*.bitrix24.ru/*']);
  });

  it('that cannot be given back are no error', async () => {
    fake.permissions.remove.mockRejectedValue(new Error('You cannot remove required permissions.'));
    await browserPortals.dropOrigin('https://demo.bitrix24.ru/*');
    expect(fake.permissions.remove).toHaveBeenCalledWith({ origins: ['https://demo.bitrix24.ru/*'] });
  });
});
