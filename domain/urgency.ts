/** The order in which portals need a person. */
import type { PortalSummary } from './view.ts';

/** Most pressing first, after requests and overdue access; a portal that cannot be read presses less than any that can. */
const URGENCY = ['over', 'full', 'near', 'roomy', 'unlimited', 'single', 'switchedOff', 'unread'] as const;

/** True when the number on show is not backed by the portal right now. */
export const isUncertain = (view: PortalSummary): boolean => view.slots.stale || view.session.state !== 'live';

/**
 * True when somebody has to answer a request, or to see whether an access has ended. Requests of a user who is signed
 * out may be answered by now; the end of an access comes whoever is signed in.
 */
export const needsAccessAnswer = ({ access, session }: PortalSummary): boolean =>
  access.overdue > 0 || (access.pending > 0 && session.state !== 'signedOut');

function rank(view: PortalSummary): number {
  if (needsAccessAnswer(view)) return view.access.pending > 0 && view.session.state !== 'signedOut' ? -2 : -1;
  return URGENCY.indexOf(view.slots.level) + (isUncertain(view) ? URGENCY.length : 0);
}

/** Portals in the order in which they need a person. */
export function byUrgency<T extends PortalSummary>(views: readonly T[]): T[] {
  return [...views].sort((a, b) => rank(a) - rank(b) || a.host.localeCompare(b.host));
}
