/** Permissions, registered scripts and tabs in the real browser. */
import type { Scripting } from 'webextension-polyfill';
import type { ScriptRegistration } from '../../domain/portals/reconcile.ts';
import { browser } from '../../platform/browser.ts';
import { dropOrigin, grantedOrigins, takesPorts } from '../../platform/permissions.ts';
import { joinPortalTabs } from '../open-tabs.ts';
import type { OpenPage, PortalEffects } from './portal-effects.ts';

/** The polyfill's types do not know the page's own world. */
type Registered = Scripting.RegisteredContentScript & { world?: 'MAIN' | 'ISOLATED' };

/** Some browsers give a file back with its whole address. */
const fileName = (address: string): string => address.replace(browser.runtime.getURL('/'), '').replace(/^\//, '');

const toRegistration = ({ id, js, matches, excludeMatches, allFrames, world }: Registered): ScriptRegistration => ({
  id,
  js: (js ?? []).map(fileName),
  matches: matches ?? [],
  excludeMatches: excludeMatches ?? [],
  allFrames: allFrames ?? false,
  world: world ?? 'ISOLATED',
});

const toRegistered = ({ js, matches, excludeMatches, ...script }: ScriptRegistration): Registered => ({
  ...script,
  ...{ js: [...js], matches: [...matches], excludeMatches: [...excludeMatches], runAt: 'document_start' },
});

async function registerScripts(scripts: readonly ScriptRegistration[]): Promise<void> {
  if (scripts.length > 0) await browser.scripting.registerContentScripts(scripts.map(toRegistered));
}

async function unregisterScripts(ids: readonly string[]): Promise<void> {
  // Without a list everything would go.
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids: [...ids] });
}

async function openPages(): Promise<OpenPage[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, incognito, discarded }) =>
    id === undefined || !url ? [] : { tabId: id, url, isPrivate: incognito, isAsleep: discarded ?? false },
  );
}

async function hiddenTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ discarded: false });
  return tabs.flatMap(({ id, url }) => (id === undefined || url ? [] : id));
}

async function putEdge(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/edge.js'] });
    return true;
  } catch (error) {
    console.debug(`Latchdesk: tab ${tabId} gets no edge`, error);
    return false;
  }
}

/** What is called for each listener, so that it can be taken back. */
const followed = new Map<() => void, (tabId: number, change: { url?: string; status?: string }) => void>();

function followTabs(heard: () => void): void {
  if (followed.has(heard)) return;
  const onUpdated = (_tabId: number, { url, status }: { url?: string; status?: string }): void => {
    if (url !== undefined || status === 'complete') heard();
  };
  followed.set(heard, onUpdated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(heard);
}

function unfollowTabs(heard: () => void): void {
  const onUpdated = followed.get(heard);
  if (!onUpdated) return;
  followed.delete(heard);
  browser.tabs.onUpdated.removeListener(onUpdated);
  browser.tabs.onRemoved.removeListener(heard);
}

export const browserPortals: PortalEffects = {
  takesPorts,
  grantedOrigins,
  dropOrigin,
  registeredScripts: async () => (await browser.scripting.getRegisteredContentScripts()).map(toRegistration),
  registerScripts,
  unregisterScripts,
  joinTabs: joinPortalTabs,
  openPages,
  hiddenTabs,
  putEdge,
  followTabs,
  unfollowTabs,
};
