/** The order in which portals are listed: as their most urgent item is, then as full as they are. */
import type { PortalSummary } from '../view.ts';
import { compareText, type InboxItem, toneOf } from './item.ts';

/** Most pressing first; a portal that cannot be read presses less than any that can. */
const LEVELS = ['over', 'full', 'near', 'roomy', 'unlimited', 'single', 'switchedOff', 'unread'] as const;

/** True when the number on show is not backed by the portal right now. */
export const isUncertain = ({ slots, session }: Pick<PortalSummary, 'slots' | 'session'>): boolean =>
  slots.stale || session.state !== 'live';

/** Portals in the order in which they need a person; `items` in their own order, from all of them. */
export function byNeed<T extends Pick<PortalSummary, 'key' | 'host' | 'slots' | 'session'>>(
  portals: readonly T[],
  items: readonly InboxItem[],
): T[] {
  // What cannot be read presses less than any number that can, so it moves nothing up.
  const loud = items.filter(({ reason }) => toneOf(reason) !== 'quiet');
  const places = new Map<string, number>();
  for (const [place, { portal }] of loud.entries()) if (!places.has(portal)) places.set(portal, place);
  const placeOf = ({ key }: T) => places.get(key) ?? loud.length;
  return [...portals].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) || levelOf(a) - levelOf(b) || compareText(a.host, b.host) || compareText(a.key, b.key),
  );
}

const levelOf = (portal: Pick<PortalSummary, 'slots' | 'session'>): number =>
  LEVELS.indexOf(portal.slots.level) + (isUncertain(portal) ? LEVELS.length : 0);
