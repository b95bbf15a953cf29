/** One reading of what a page is about, cut down to what may be told. */
import { APP_ERROR, APP_LAYOUT, NEW_LIST, NEW_PAGE, OLD_LIST, TABS } from '../../bitrix24/market-dom.ts';
import { readInstalledApps } from '../../bitrix24/market-list.ts';
import { readAppFrame, readAppPage } from '../../bitrix24/market-page.ts';
import type { MarketPage } from '../../bitrix24/market-places.ts';
import type { MarketSight } from '../../bitrix24/market-protocol.ts';
import { type CardTab, readCardTabs, readTabStrip } from '../../bitrix24/market-tabs.ts';
import { readTiles } from '../../bitrix24/market-tiles.ts';

/** Longer names and lists are not believed; the background would drop the whole of them. */
const LONGEST_NAME = 300;
const MOST_APPS = 500;
const MOST_TABS = 200;
const MOST_TILES = 500;

type Timed = Extract<MarketSight, { shownSince: number }>;
type Untimed<S> = S extends unknown ? Omit<S, 'shownSince'> : never;

export interface PageReading {
  sight: Untimed<Timed>;
  /** What the contents hang on: another element is another loading of them. */
  root: Element;
  /** The things shown, whatever the address says about them. */
  parts: string[];
}

type PlaceOf<P extends MarketPage['page']> = Extract<MarketPage, { page: P }>;

/** Reads a page; null where there is nothing to tell, and while it loads. */
export function readPage(page: Document, place: MarketPage): PageReading | null {
  switch (place.page) {
    case 'installed':
      return readList(page);
    case 'detail':
      return readDetail(page, place);
    case 'app':
      return readFrame(page, place);
    case 'card':
      return readTabs(page, place);
    case 'contactCenter':
      return readContactCenter(page);
    case 'line':
      return null;
  }
}

function readList(page: Document): PageReading | null {
  const list = readInstalledApps(page, location);
  const root = list && page.querySelector(list.generation === 'new' ? NEW_LIST.grid : OLD_LIST.container);
  if (!list || !root) return null;
  const apps = list.apps.slice(0, MOST_APPS).map((app) => ({ ...app, name: app.name.slice(0, LONGEST_NAME) }));
  const provesAbsence = list.provesAbsence && list.apps.length <= MOST_APPS;
  const { generation } = list;
  return { sight: { kind: 'apps', generation, apps, provesAbsence }, root, parts: apps.map((app) => text(app)) };
}

function readDetail(page: Document, { generation }: PlaceOf<'detail'>): PageReading | null {
  const app = readAppPage(page, location);
  const root = generation === 'new' ? page.querySelector(NEW_PAGE.root) : page.body;
  // Its buttons come and go while they work.
  if (!app || !root || (app.presence === 'unknown' && !app.needsSubscription)) return null;
  const { code: _, ...contents } = app;
  return { sight: { kind: 'appPage', ...app }, root, parts: [text(contents)] };
}

function readFrame(page: Document, { appId, code }: PlaceOf<'app'>): PageReading | null {
  const frame = readAppFrame(page);
  if (!frame) return null;
  const { trouble } = frame;
  const root = page.querySelector(`${APP_ERROR}, ${APP_LAYOUT}`) ?? page.body;
  return { sight: { kind: 'appFrame', appId, code, trouble }, root, parts: [text(trouble)] };
}

/** Owners of a strip by its tabs: the scripts that tell them are long, and the page changes often. */
const knownTabs = new WeakMap<Element, { strip: string; tabs: CardTab[] }>();

function readTabs(page: Document, { card }: PlaceOf<'card'>): PageReading | null {
  const root = page.querySelector(`${TABS.strip}, ${TABS.oldStrip}`);
  const strip = text(readTabStrip(page));
  if (!root) return null;
  const known = knownTabs.get(root);
  const tabs = known?.strip === strip ? known.tabs : (readCardTabs(page) ?? []).slice(0, MOST_TABS);
  knownTabs.set(root, { strip, tabs });
  // Whether they fit changes with the window; which ones there are came with the page.
  return { sight: { kind: 'tabs', card, tabs }, root, parts: tabs.map(({ placementId }) => String(placementId)) };
}

function readContactCenter(page: Document): PageReading | null {
  const tiles = readTiles(page)?.slice(0, MOST_TILES);
  return tiles ? { sight: { kind: 'tiles', tiles }, root: page.body, parts: tiles.map((tile) => text(tile)) } : null;
}

const text = (value: unknown): string => JSON.stringify(value);
