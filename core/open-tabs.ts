/** After an installation or an update, pages that were open before get a link of the new version. */
import { CLOUD_MATCHES, isCloudPortalHost } from '../bitrix24/addresses.ts';
import { browser } from '../platform/browser.ts';

/** True when a link of this version is there already: the page was loaded a moment ago. */
async function hasLink(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, { type: 'isLive' }, { frameId: 0 })) !== undefined;
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} has no link yet`, error);
    return false;
  }
}

/** The page's old bridge, if there is one, takes the new link's hand; a second bridge does no harm. */
async function join(tabId: number): Promise<void> {
  if (await hasLink(tabId)) return;
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.executeScript({
      target,
      files: ['/bridge.js'],
      // The polyfill's types know only the isolated world.
      ...({ world: 'MAIN' } as object),
    });
    await browser.scripting.executeScript({ target, files: ['/link.js'] });
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} keeps its old scripts until it is loaded again`, error);
  }
}

/** Starts the market script in every frame of the portal pages that are open; where it has no work it stays silent. */
export async function putMarketScripts(): Promise<void> {
  await Promise.all((await openPortals()).map(putMarketScript));
}

async function putMarketScript(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/market.js'] });
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} has no market script until it is loaded again`, error);
  }
}

async function openPortals(): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: CLOUD_MATCHES });
  // A page that is still loading gets its scripts from the manifest.
  return tabs
    .filter(({ url, status }) => status === 'complete' && url && isCloudPortalHost(new URL(url).hostname))
    .flatMap(({ id }) => id ?? []);
}

/** Starts the content scripts in every portal page that is already open. */
export async function joinOpenTabs(): Promise<void> {
  const portals = await openPortals();
  await Promise.all(portals.map(join));
  await Promise.all(portals.map(putMarketScript));
}
