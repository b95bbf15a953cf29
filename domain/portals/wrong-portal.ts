/** Which pages carry an edge with the portal's name, so that nobody works on the wrong one. */
import { type KnownPortal, labelOf, type PortalColour } from './known-portal.ts';

/** A tab with a page of a portal on show. */
export interface OpenTab {
  tabId: number;
  origin: string;
  isPrivate: boolean;
}

export interface PortalEdge {
  tabId: number;
  label: string;
  colour: PortalColour;
}

/** The edges of all tabs; none while there is only one portal to work on, so that nothing is there without need. */
export function edgesOf(tabs: readonly OpenTab[], portals: readonly KnownPortal[]): PortalEdge[] {
  const byOrigin = new Map(portals.filter(({ pause }) => !pause).map((portal) => [portal.origin, portal]));
  const ours = tabs.filter(({ origin }) => byOrigin.has(origin));
  return ours.flatMap(({ tabId, origin, isPrivate }) => {
    const portal = byOrigin.get(origin);
    // A private window is apart from the others: neither shows what is open in the other.
    const isAlone = ours.every((other) => other.isPrivate !== isPrivate || other.origin === origin);
    return portal && !isAlone ? [{ tabId, label: labelOf(portal), colour: portal.colour }] : [];
  });
}
