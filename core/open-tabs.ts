/** Pages that were open before Latchdesk came, was updated or was let in get their scripts without being loaded again. */
import { CLOUD_MATCHES, isCloudPortalHost } from '../bitrix24/addresses.ts';
import { isPageOf, permissionPattern } from '../bitrix24/portal-scripts.ts';
import type { PortalPlace } from '../domain/portals/address.ts';
import { browser } from '../platform/browser.ts';
import { takesPorts } from '../platform/permissions.ts';

/** True when a link of this version is there already: the page was loaded a moment ago. */
async function hasLink(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, { type: 'isLive' }, { frameId: 0 })) !== undefined;
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} has no link yet`, error);
    return false;
  }
}

/**
 * The page's old bridge, if there is one, takes the new link's hand; a second bridge does no harm. `anew`: a link that
 * is there begins anew, too, because what it said was not heard.
 */
async function join(tabId: number, anew = false): Promise<void> {
  const isThere = await hasLink(tabId);
  if (isThere && !anew) return;
  const target = { tabId, frameIds: [0] };
  try {
    if (!isThere) {
      // The polyfill's types know only the isolated world.
      const world = { world: 'MAIN' } as object;
      await browser.scripting.executeScript({ target, files: ['/bridge.js'], ...world });
    }
    await browser.scripting.executeScript({ target, files: ['/link.js'] });
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} keeps its old scripts until it is loaded again`, error);
  }
}

/** Starts the market script in every frame of the portal pages that are open; where it has no work it stays silent. */
export async function putMarketScripts(added: readonly PortalPlace[]): Promise<void> {
  const ofAdded = added.map(async (place) => (await openTabsOf(place)).loaded);
  const tabs = await Promise.all([openCloudTabs(), ...ofAdded]);
  await Promise.all(tabs.flat().map(putMarketScript));
}

async function putMarketScript(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/market.js'] });
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} has no market script until it is loaded again`, error);
  }
}

interface OpenTabs {
  loaded: number[];
  loading: number[];
}

/** Looked at once: a page that has loaded between two looks would be in neither list. */
async function openTabs(patterns: string[], isOurs: (url: string) => boolean): Promise<OpenTabs> {
  const tabs = await browser.tabs.query({ url: patterns });
  const idsOf = (wanted: string) =>
    tabs
      .filter(({ url, status, discarded }) => status === wanted && !discarded && url && isOurs(url))
      .flatMap(({ id }) => id ?? []);
  return { loaded: idsOf('complete'), loading: idsOf('loading') };
}

/** ms; a page that loads longer is joined as it is. */
const LONGEST_LOADING = 30_000;
/** ms between two looks. */
const LOOK_EVERY = 250;

/**
 * Resolves when a tab has loaded its page, or is gone. Looked at again and again: an event that comes right after a
 * listener was added may not reach it while the background is starting.
 */
async function loaded(tabId: number): Promise<void> {
  for (let left = LONGEST_LOADING; left > 0; left -= LOOK_EVERY) {
    if (!(await isLoading(tabId))) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

async function isLoading(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tabId)).status === 'loading';
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} was closed while it was loading`, error);
    return false;
  }
}

/** A page that is still loading gets its scripts from the manifest. */
const openCloudTabs = async (): Promise<number[]> =>
  (await openTabs(CLOUD_MATCHES, (url) => isCloudPortalHost(new URL(url).hostname))).loaded;

const openTabsOf = (place: PortalPlace): Promise<OpenTabs> =>
  openTabs([permissionPattern(place, takesPorts())], (url) => isPageOf(place, url));

/** Starts the content scripts in every page of a cloud portal that is already open. */
export async function joinOpenTabs(): Promise<void> {
  const portals = await openCloudTabs();
  await Promise.all(portals.map((tabId) => join(tabId)));
  await Promise.all(portals.map(putMarketScript));
}

/** Starts the content scripts in the open pages of one portal; in the tabs named in `anew` also where they run. */
export async function joinPortalTabs(place: PortalPlace, anew: readonly number[]): Promise<void> {
  const open = await openTabsOf(place);
  // What was registered a moment ago may have come too late for a page that began to load before it. Nobody waits for it.
  for (const tabId of open.loading) void loaded(tabId).then(() => joinLoaded([tabId], anew));
  await joinLoaded(open.loaded, anew);
}

async function joinLoaded(tabs: readonly number[], anew: readonly number[]): Promise<void> {
  await Promise.all(tabs.map((tabId) => join(tabId, anew.includes(tabId))));
  await Promise.all(tabs.map(putMarketScript));
}
