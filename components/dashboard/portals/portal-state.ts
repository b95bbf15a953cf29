/** A known portal with what was read of it, and how it stands. */

import { type KnownPortal, labelOf } from '../../../domain/portals/known-portal.ts';
import type { PortalState } from '../../../domain/portals-text.ts';
import type { PortalView } from '../../../domain/view.ts';
import type { Watch } from '../../../domain/watch/watch.ts';

export interface PortalEntry {
  portal: KnownPortal;
  /** As the user calls it, else its address. */
  label: string;
  /** Host with the folder. */
  address: string;
  /** One for each user; none: not opened yet. */
  views: readonly PortalView[];
  /** Whether the browser lets us in; null: not known. */
  isGranted: boolean | null;
}

/** All known portals by name. */
export function portalEntries(
  known: readonly KnownPortal[],
  views: readonly PortalView[],
  isGranted: (pattern: string) => boolean | null,
  language: string,
): PortalEntry[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const byOrigin = Map.groupBy(views, ({ origin }) => origin);
  return known
    .map((portal) => ({
      portal,
      label: labelOf(portal),
      address: `${new URL(portal.origin).host}${portal.prefix.replace(/\/$/, '')}`,
      views: byOrigin.get(portal.origin) ?? [],
      isGranted: isGranted(portal.pattern),
    }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** How Latchdesk stands with a portal; what keeps it off comes before what it saw there. */
export function portalState({ portal, views, isGranted }: PortalEntry): PortalState {
  const reasons = views.map(({ session }) => session.reason);
  if (reasons.includes('policy')) return 'policy';
  if (portal.pause?.by === 'user') return 'paused';
  if (portal.pause?.by === 'permission' || isGranted === false) return 'noPermission';
  if (views.length === 0) return 'notOpened';
  if (views.every(({ session }) => session.state === 'signedOut')) return 'signedOut';
  return views.every(({ session }) => session.state === 'unsupported') ? 'aside' : 'works';
}

/** The watch that tells most of a portal with several users: one that stopped, else one that runs. */
export function watchOf({ views }: PortalEntry): Watch | null {
  const watches = views.map(({ watch }) => watch).filter(({ settings }) => settings.isOn);
  return watches.find(({ state }) => state.stop !== null) ?? watches[0] ?? views[0]?.watch ?? null;
}
