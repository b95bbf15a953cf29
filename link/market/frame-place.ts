/** Which page of the portal this frame shows. */
import { isOnShow } from '../../bitrix24/market-dom.ts';
import { type MarketPage, marketPageAt } from '../../bitrix24/market-places.ts';
import { tabsOf } from '../../bitrix24/market-tabs.ts';
import { tilesOf } from '../../bitrix24/market-tiles.ts';
import type { ConfirmedApp } from '../../domain/market/apps.ts';
import type { PageReading } from './page-reading.ts';

/** The page as it was loaded: only the new Market and applications change their contents without a new page. */
const loaded = placeAt(location);

/** The place of this frame; null for any other page, and while the address is that of a slider above it. */
export function framePlace(): MarketPage | null {
  const place = placeAt(location);
  if (!place || isOfSlider()) return null;
  const changesItself = place.page === 'app' || ('generation' in place && place.generation === 'new');
  return changesItself || isLike(place, loaded) ? place : null;
}

/** Pages and filters of an old list are its own business. */
const isLike = (one: MarketPage, other: MarketPage | null): boolean =>
  one.page === 'installed' ? other?.page === 'installed' : JSON.stringify(one) === JSON.stringify(other);

function placeAt({ pathname, search }: Location): MarketPage | null {
  return marketPageAt(pathname, search);
}

/** A slider lends its address to the page below it; one that was closed may stay there, put away. */
function isOfSlider(): boolean {
  const sliders = [...document.querySelectorAll<HTMLIFrameElement>('iframe.side-panel-iframe')];
  return sliders.some((slider) => isOnShow(slider) && pathOf(slider.getAttribute('src') ?? '') === location.pathname);
}

const pathOf = (address: string): string | null =>
  URL.canParse(address, location.href) ? new URL(address, location.href).pathname : null;

/** True when the page lists the application, or is its own. */
export function isOfApplication(
  place: MarketPage | null,
  sight: PageReading['sight'] | null,
  confirmed: ConfirmedApp | null,
): boolean {
  if (!place || !confirmed) return false;
  if (place.page === 'detail') return place.code === confirmed.code;
  if (place.page === 'app') return isNamed(place, confirmed);
  if (sight?.kind === 'apps') return sight.apps.some(({ code }) => code === confirmed.code);
  if (sight?.kind === 'tabs') return tabsOf(sight.tabs, confirmed).tabs.length > 0;
  return sight?.kind === 'tiles' && tilesOf(sight.tiles, confirmed.name).length > 0;
}

const isNamed = (place: { appId: number | null; code: string | null }, { appId, code }: ConfirmedApp): boolean =>
  (place.appId !== null && place.appId === appId) || (place.code !== null && place.code === code);
