/** How the browser is told of a portal that the manifest does not know: permission, scripts, and which pages count. */

import type { PortalPlace } from '../domain/portals/address.ts';
import { PORTAL_SCRIPT, type ScriptRegistration } from '../domain/portals/reconcile.ts';

/** Pages of the host that are no workplace: for visitors without a sign-in, and of the server's own administration. */
const EXCLUDED = ['pub/*', 'bitrix/admin/*'];

/**
 * The host permission to ask for. `takesPorts`: this browser knows ports in patterns (Chromium does, Firefox refuses
 * them); without, all ports of the host are meant, and `isPageOf` has to tell them apart.
 */
export const permissionPattern = (place: PortalPlace, takesPorts: boolean): string =>
  `${hostPattern(place, takesPorts)}/*`;

/** The scripts that every page of the portal gets, as the manifest has them for cloud portals. */
export function portalScripts(place: PortalPlace, takesPorts: boolean): ScriptRegistration[] {
  const base = `${hostPattern(place, takesPorts)}${place.prefix}`;
  const excludeMatches = EXCLUDED.map((page) => `${base}${page}`);
  const script = (name: string, changes: Partial<ScriptRegistration>): ScriptRegistration => ({
    id: `${PORTAL_SCRIPT}${place.origin}${place.prefix}|${name}`,
    js: [`${name}.js`],
    matches: [`${base}*`],
    excludeMatches,
    allFrames: false,
    world: 'ISOLATED',
    ...changes,
  });
  return [
    script('bridge', { world: 'MAIN' }),
    script('link', {}),
    // Globs cannot be registered at run time, so both depths of the Market have a pattern.
    script('market', { matches: matchesFor(base, ['market', 'marketplace']), allFrames: true }),
  ];
}

/** Patterns of CRM cards and the Contact Center, where the market script is wanted during a reinstall. */
export const cardPageMatches = (place: PortalPlace, takesPorts: boolean): string[] =>
  matchesFor(`${hostPattern(place, takesPorts)}${place.prefix}`, ['crm', 'contact_center']);

const matchesFor = (base: string, folders: readonly string[]): string[] =>
  folders.flatMap((folder) => [`${base}${folder}/*`, `${base}*/${folder}/*`]);

/** True for a page of the portal; the last word over what a pattern let through. */
export function isPageOf(place: PortalPlace, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  if (origin !== place.origin || !pathname.startsWith(place.prefix)) return false;
  const path = pathname.slice(place.prefix.length);
  return !EXCLUDED.some((pattern) => path.startsWith(pattern.slice(0, -1)));
}

function hostPattern({ origin }: PortalPlace, takesPorts: boolean): string {
  const { protocol, host, hostname } = new URL(origin);
  return `${protocol}//${takesPorts ? host : hostname}`;
}
