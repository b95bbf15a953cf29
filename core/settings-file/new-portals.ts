/** Portals that a settings file knows and this browser does not. */
import { parsePortalAddress } from '../../bitrix24/portal-address.ts';
import { permissionPattern } from '../../bitrix24/portal-scripts.ts';
import type { PortalAddress } from '../../domain/portals/address.ts';
import { type KnownPortal, nextColour } from '../../domain/portals/known-portal.ts';
import type { PortalStep } from '../../domain/settings-file/plan.ts';
import type { House } from '../house.ts';

/** Whoever saved the file was asked about these when they added the portal. */
const AS_ADDED = { isOnPremise: true, takesHttp: true };

/** The address as we would have it, if a portal can be there; null for any other. */
function portalAddress({ address, prefix }: PortalStep): PortalAddress | null {
  const answer = parsePortalAddress(`${address}${prefix}`, AS_ADDED);
  return 'address' in answer && answer.address.origin === address ? answer.address : null;
}

export const isPortalAddress = (step: PortalStep): boolean => portalAddress(step) !== null;

interface Moment {
  /** False where match patterns must not name a port. */
  takesPorts: boolean;
  now: number;
}

/** Keeps name and colour. A portal of its own address waits until somebody allows it: no file opens a host. */
export async function enterPortal(house: House, step: PortalStep, moment: Moment): Promise<void> {
  const known = house.portalOf(step.address);
  const portal = known ?? newPortal(house, step, moment);
  if (portal && (portal !== known || step.look)) await house.keepPortal({ ...portal, ...step.look });
}

function newPortal(house: House, step: PortalStep, { takesPorts, now }: Moment): KnownPortal | null {
  const address = portalAddress(step);
  if (!address) return null;
  const { origin, prefix } = address;
  const isCloud = address.kind === 'cloud';
  return {
    ...{ origin, prefix, label: '', colour: nextColour(house.known), addedAt: now },
    source: isCloud ? 'manifest' : 'added',
    pattern: permissionPattern({ origin, prefix }, takesPorts),
    pause: isCloud ? null : { by: 'permission', since: now },
  };
}
