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
  const tabs = await Promise.all([openCloudTabs(), ...added.map((place) => openTabsOf(place))]);
  await Promise.all(tabs.flat().map(putMarketScript));
}

async function putMarketScript(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/market.js'] });
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} has no market script until it is loaded again`, error);
  }
}

type Status = 'complete' | 'loading';

async function openTabs(
  patterns: string[],
  isOurs: (url: string) => boolean,
  wanted: Status = 'complete',
): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: patterns });
  // A page that is still loading gets its scripts from the manifest.
  return tabs
    .filter(({ url, status, discarded }) => status === wanted && !discarded && url && isOurs(url))
    .flatMap(({ id }) => id ?? []);
}

/** ms; a page that loads longer is joined as it is. */
const LONGEST_LOADING = 30_000;

/** Resolves when a tab has loaded its page, or is gone. */
function loaded(tabId: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      browser.tabs.onUpdated.removeListener(hear);
      clearTimeout(timer);
      resolve();
    };
    const hear = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === 'complete') end();
    };
    const timer = setTimeout(end, LONGEST_LOADING);
    browser.tabs.onUpdated.addListener(hear);
    // It may have ended between the look at it and the listener.
    browser.tabs.get(tabId).then(({ status }) => status === 'complete' && end(), end);
  });
}

const openCloudTabs = (): Promise<number[]> =>
  openTabs(CLOUD_MATCHES, (url) => isCloudPortalHost(new URL(url).hostname));

const openTabsOf = (place: PortalPlace, wanted?: Status): Promise<number[]> =>
  openTabs([permissionPattern(place, takesPorts())], (url) => isPageOf(place, url), wanted);

/** Starts the content scripts in every page of a cloud portal that is already open. */
export async function joinOpenTabs(): Promise<void> {
  const portals = await openCloudTabs();
  await Promise.all(portals.map((tabId) => join(tabId)));
  await Promise.all(portals.map(putMarketScript));
}

/** Starts the content scripts in the open pages of one portal; in the tabs named in `anew` also where they run. */
export async function joinPortalTabs(place: PortalPlace, anew: readonly number[]): Promise<void> {
  await joinLoaded(await openTabsOf(place), anew);
  // What was registered a moment ago may have come too late for a page that began to load before it.
  const loading = await openTabsOf(place, 'loading');
  // Nobody waits for a slow page.
  for (const tabId of loading) void loaded(tabId).then(() => joinLoaded([tabId], anew));
}

async function joinLoaded(tabs: readonly number[], anew: readonly number[]): Promise<void> {
  await Promise.all(tabs.map((tabId) => join(tabId, anew.includes(tabId))));
  await Promise.all(tabs.map(putMarketScript));
}
