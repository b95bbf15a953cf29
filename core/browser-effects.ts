/** The application's effects on the real browser. */
import type { MarketTabMessage } from '../bitrix24/market-protocol.ts';
import type { TabMessage } from '../bitrix24/surface-protocol.ts';
import type { FrontView } from '../domain/front.ts';
import type { PortalView } from '../domain/view.ts';
import { browser } from '../platform/browser.ts';
import { describeBrowser } from '../platform/describe-browser.ts';
import { FRONT } from '../platform/front-store.ts';
import { managedValues } from '../platform/managed-storage.ts';
import { readWithoutTab } from './away-effects.ts';
import { type BadgeNews, badgeFor } from './badge.ts';
import { watchCards } from './card-scripts.ts';
import type { Effects } from './effects.ts';
import { browserPortals } from './portals/browser-portals.ts';
import { browserOutside } from './rules/browser-outside.ts';

export const CHECK_ALARM = 'check';

/** Match patterns know no ports; the host is enough to find the tabs, the origin then decides. */
async function tabsOf(origin: string, prefix = '/'): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: `${new URL(origin).protocol}//${new URL(origin).hostname}/*` });
  const own = tabs.filter((tab) => tab.id !== undefined && tab.url?.startsWith(`${origin}${prefix}`) && !tab.discarded);
  own.sort((a, b) => Number(b.active) - Number(a.active));
  return own.flatMap((tab) => tab.id ?? []);
}

/** A frozen tab answers when it is thawed; nobody waits for that. */
const LONGEST_WAIT_FOR_TAB = 1_500;

/** The answer, or undefined when it does not come in time. */
function inTime<T>(answer: Promise<T>, patience = LONGEST_WAIT_FOR_TAB): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  return Promise.race([answer, giveUp]).finally(() => clearTimeout(timer));
}

async function askTab(tabId: number, message: TabMessage, patience?: number): Promise<unknown> {
  try {
    return await inTime(browser.tabs.sendMessage(tabId, message, { frameId: 0 }), patience);
  } catch (error) {
    // A page without our scripts, a page that is just being left: nobody there to answer.
    console.debug(`Latchdesk: tab ${tabId} does not answer ${message.type}`, error);
    return undefined;
  }
}

type OwnScript = '/overlay.js' | '/cards.js' | '/access.js' | '/reader.js' | '/chatapp-reader.js' | '/market-cards.js';

/** Runs one of our scripts in a frame of a tab, the top one unless told otherwise; false where the browser does not let us. */
async function runIn(tabId: number, file: OwnScript, frameId = 0): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const results = await inTime(browser.scripting.executeScript({ target, files: [file] }));
    return results !== undefined;
  } catch (error) {
    console.debug(`Latchdesk: ${file} cannot run in tab ${tabId}`, error);
    return false;
  }
}

async function tellMarket(tabId: number, message: MarketTabMessage): Promise<unknown> {
  try {
    return await inTime(browser.tabs.sendMessage(tabId, message));
  } catch (error) {
    console.debug(`Latchdesk: no market script in tab ${tabId}`, error);
    return undefined;
  }
}

async function notify({ id, title, message }: { id: string; title: string; message: string }): Promise<void> {
  await browser.notifications?.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

/** ms: a flood of events is one writing. */
const KEEP_FRONT_AFTER = 250;
let frontToKeep: FrontView | null = null;

/** Where the extension's own pages find what all portals show; gone when the browser is closed. */
async function keepFront(front: FrontView): Promise<void> {
  const isWaiting = frontToKeep !== null;
  frontToKeep = front;
  // Nobody has to wait for it: a surface that opens meanwhile asks as well.
  if (!isWaiting) setTimeout(() => void writeFront(), KEEP_FRONT_AFTER);
}

async function writeFront(): Promise<void> {
  const front = frontToKeep;
  frontToKeep = null;
  try {
    await browser.storage.session.set({ [FRONT]: front });
  } catch (error) {
    console.error('Latchdesk: what all portals show could not be kept, a popup has to wait for the background', error);
  }
}

async function tellSurfaces(view: PortalView): Promise<void> {
  try {
    await browser.runtime.sendMessage({ type: 'view.changed', view });
  } catch (error) {
    console.debug('Latchdesk: no surface of our own is open', error);
  }
}

/** The badge as it was set last; live events seldom change it. */
let shownBadge = '';

async function showBadge(news: BadgeNews, language: string): Promise<void> {
  const badge = badgeFor(news, language || browser.i18n.getUILanguage());
  const wanted = JSON.stringify(badge);
  if (wanted === shownBadge) return;
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: badge.background }),
    browser.action.setBadgeTextColor?.({ color: badge.colour }),
    browser.action.setTitle({ title: badge.title }),
  ]);
  shownBadge = wanted;
}

async function setAlarm(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(CHECK_ALARM);
  else browser.alarms.create(CHECK_ALARM, { when: at });
}

async function focusTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

export const browserEffects: Effects = {
  ...browserPortals,
  outside: browserOutside,
  now: () => Date.now(),
  random: () => Math.random(),
  later: (ms, work) => {
    setTimeout(() => {
      work().catch((error) => console.error('Latchdesk: what was put off for a moment could not be done', error));
    }, ms);
  },
  tabsOf,
  askTab,
  showOverlay: async (tabId) => {
    await runIn(tabId, '/overlay.js');
  },
  showCards: (tabId) => runIn(tabId, '/cards.js'),
  showAccess: (tabId) => runIn(tabId, '/access.js'),
  putReader: (tabId, what) => runIn(tabId, what === 'access' ? '/reader.js' : '/chatapp-reader.js'),
  showMarketCards: (tabId, frameId) => runIn(tabId, '/market-cards.js', frameId),
  tellMarket,
  watchCards: (isOn, added = []) => watchCards(isOn, added),
  // There is no such API until the user has allowed it.
  canNotify: () => browser.notifications !== undefined,
  self: () => ({
    version: browser.runtime.getManifest().version,
    browser: describeBrowser(navigator),
    language: browser.i18n.getUILanguage(),
  }),
  notify,
  tellSurfaces,
  keepFront,
  managedValues,
  showBadge,
  setAlarm,
  focusTab,
  readWithoutTab,
  openTab: async (url, options) => (await browser.tabs.create({ url, active: !options?.inBackground })).id ?? null,
};
