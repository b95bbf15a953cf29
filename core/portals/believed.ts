/** Whose pages are believed to be a portal's: what the manifest names, and what the user has added. */
import { isCloudPortalHost } from '../../bitrix24/addresses.ts';
import { isPageOf } from '../../bitrix24/portal-scripts.ts';
import type { KnownPortal } from '../../domain/portals/known-portal.ts';

/** The origin of the portal that a page belongs to; null for a page of anything else. */
export function portalOriginOf(url: string, portalOf: (origin: string) => KnownPortal | undefined): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === 'https:' && isCloudPortalHost(hostname)) return origin;
  // Without encryption only where the user has agreed to that, and a blob of a page is no page.
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const portal = portalOf(origin);
  return portal?.source === 'added' && isPageOf(portal, url) ? origin : null;
}
