/** The order in which portals need a person. */
import type { PortalSummary } from './view.ts';

/** Most pressing first; a portal that cannot be read presses less than any that can. */
const URGENCY = ['over', 'full', 'near', 'roomy', 'unlimited', 'single', 'switchedOff', 'unread'] as const;

/** True when the number on show is not backed by the portal right now. */
export const isUncertain = (view: PortalSummary): boolean => view.slots.stale || view.session.state !== 'live';

const rank = (view: PortalSummary) => URGENCY.indexOf(view.slots.level) + (isUncertain(view) ? URGENCY.length : 0);

/** Portals in the order in which they need a person. */
export function byUrgency<T extends PortalSummary>(views: readonly T[]): T[] {
  return [...views].sort((a, b) => rank(a) - rank(b) || a.host.localeCompare(b.host));
}
