/** Tiles of the Contact Center. How a tile is drawn is not known, only the icon of its connector is. */
import type { TileRecord } from '../domain/market/record.ts';
import { TILE_ICON, textOf } from './market-dom.ts';

/** How far from its icon a tile's words may stand. */
const MOST_STEPS = 4;
const LONGEST_TITLE = 100;

/** The tiles of a page, each connector once; null on a page without any, as nobody can tell why. */
export function readTiles(page: Document): TileRecord[] | null {
  const tiles = new Map<string, TileRecord>();
  for (const icon of page.querySelectorAll(TILE_ICON)) {
    const connectorId = connectorOf(icon);
    if (connectorId && !tiles.has(connectorId)) tiles.set(connectorId, { connectorId, title: titleOf(icon) });
  }
  return tiles.size > 0 ? [...tiles.values()] : null;
}

const connectorOf = (icon: Element): string | null =>
  [...icon.classList].map((name) => /^ui-icon-service-([\w-]{1,80})$/.exec(name)?.[1]).find((id) => id !== undefined) ??
  null;

/** The words nearest to the icon; of an element with several icons in it, they would be another tile's. */
function titleOf(icon: Element): string {
  let element: Element | null = icon;
  for (let step = 0; element && step < MOST_STEPS; step += 1, element = element.parentElement) {
    if (element !== icon && element.querySelectorAll(TILE_ICON).length > 1) return '';
    const title = textOf(element) || (element.getAttribute('title') ?? '').trim();
    if (title) return title.slice(0, LONGEST_TITLE);
  }
  return '';
}

/** The tiles whose title begins with an application's name. */
export const tilesOf = (tiles: readonly TileRecord[], name: string): TileRecord[] =>
  name === '' ? [] : tiles.filter(({ title }) => title.toLowerCase().startsWith(name.toLowerCase()));
