/** Tabs of applications in CRM cards, of both kinds of strips. */
import { looksSame } from '../domain/market/names.ts';
import type { TabRecord } from '../domain/market/record.ts';
import { TABS, textOf } from './market-dom.ts';

/** Which application a tab belongs to, as the card's own start data says. */
export interface TabOwner {
  appId: number;
  placement: string;
}

/** A tab of some application. */
export interface CardTab extends TabRecord {
  /** Null where the card does not tell. */
  owner: TabOwner | null;
}

/** All applications' tabs of a card; null on a page without a strip. Tabs one may not use are not in the page at all. */
export function readCardTabs(page: Document): CardTab[] | null {
  const tabs = readTabStrip(page);
  if (!tabs) return null;
  const owners = tabOwners(page);
  return tabs.map((tab) => ({ ...tab, owner: owners.get(tab.placementId) ?? null }));
}

/** The same without their owners: those are in long scripts, which do not change with the strip. */
export function readTabStrip(page: Document): TabRecord[] | null {
  const [strip, oldStrip] = [page.querySelector(TABS.strip), page.querySelector(TABS.oldStrip)];
  if (!strip && !oldStrip) return null;
  const tabs = strip ? [...strip.querySelectorAll<HTMLElement>(TABS.item)].map(newTab) : oldTabs(oldStrip);
  return tabs.filter((tab) => tab !== null);
}

function newTab(item: HTMLElement): TabRecord | null {
  const placementId = placementIn(item.dataset.id);
  if (placementId === null) return null;
  // Put away by somebody, or pushed out for want of room.
  const isHidden = item.dataset.disabled === 'true' || item.classList.contains(TABS.isOverflowing);
  return { placementId, title: textOf(item.querySelector(TABS.itemTitle)), isHidden };
}

const oldTabs = (strip: Element | null): (TabRecord | null)[] =>
  [...(strip?.querySelectorAll<HTMLElement>(TABS.oldItem) ?? [])].map((item) => {
    const placementId = placementIn(item.dataset.tabId);
    return placementId === null ? null : { placementId, title: textOf(item), isHidden: item.style.display === 'none' };
  });

const placementIn = (id: string | undefined): number | null => {
  const number = /^tab_rest_([1-9]\d{0,14})$/.exec(id ?? '')?.[1];
  return number === undefined ? null : Number(number);
};

/** A card with more start data than this is not searched. */
const LONGEST_SCRIPT = 2_000_000;

/**
 * Which application each tab belongs to, from the scripts that start the card. Applications are loaded into panes
 * and frames together with their tokens, so nothing in those is read; of the rest only these numbers are kept.
 */
function tabOwners(page: Document): Map<number, TabOwner> {
  const owners = new Map<number, TabOwner>();
  for (const script of page.querySelectorAll('script:not([src])')) {
    if (script.closest(TABS.panes)) continue;
    const text = script.textContent ?? '';
    if (!text.includes('tab_rest_') || text.length > LONGEST_SCRIPT || /AUTH_ID|REFRESH_ID/.test(text)) continue;
    for (const part of text.split(/(?=['"]tab_rest_\d+['"])/)) {
      const owner = ownerIn(part);
      const id = placementIn(/^['"](tab_rest_\d+)['"]/.exec(part)?.[1]);
      if (owner && id !== null) owners.set(id, owner);
    }
  }
  return owners;
}

function ownerIn(text: string): TabOwner | null {
  // The options have an `ID` of their own, the card's.
  const params = text.replace(/(['"])PLACEMENT_OPTIONS\1\s*:\s*(?:\{[^{}]*\}|\[[^[\]]*\])/g, '');
  const appId = /(['"])ID\1\s*:\s*(['"]?)([1-9]\d{0,14})\2/.exec(params)?.[3];
  const placement = /(['"])PLACEMENT\1\s*:\s*(['"])([A-Z0-9_]{1,80})\2/.exec(params)?.[3];
  return appId && placement ? { appId: Number(appId), placement } : null;
}

/**
 * The tabs of one application: by its number where the card tells owners, by its name at the beginning of the title
 * where it does not. Users may have renamed those, so `isCertain` is false then.
 */
export function tabsOf(
  tabs: readonly CardTab[],
  app: { appId: number | null; name: string },
): { tabs: TabRecord[]; isCertain: boolean } {
  const isCertain = app.appId !== null && tabs.every(({ owner }) => owner !== null);
  const own = tabs.filter(({ owner, title }) =>
    owner && app.appId !== null
      ? owner.appId === app.appId
      : app.name !== '' && looksSame(title.slice(0, app.name.length), app.name),
  );
  return { tabs: own.map(({ owner: _, ...tab }) => tab), isCertain };
}
