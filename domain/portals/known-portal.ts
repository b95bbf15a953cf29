/** A portal as the user knows it: where it is, how it is called and marked, and whether Latchdesk works there. */

export interface KnownPortal {
  /** Scheme, host and port; one entry for all of its users. */
  origin: string;
  /** `/`, or the folder the portal lives in, as `/intranet/`. */
  prefix: string;
  /** Known from the manifest, or added by the user. */
  source: 'manifest' | 'added';
  /** The host permission that it needs. */
  pattern: string;
  /** As the user calls it; empty: by its address. */
  label: string;
  colour: PortalColour;
  pause: PortalPause | null;
  /** Epoch ms. */
  addedAt: number;
}

/** `permission`: the browser was told to keep Latchdesk out; ends by itself when that is taken back. */
export interface PortalPause {
  by: 'user' | 'permission';
  /** Epoch ms. */
  since: number;
}

/** Grounds for white letters, on a light and on a dark page alike. */
export const PORTAL_COLOURS = {
  indigo: '#3d4eac',
  green: '#1b7f4b',
  red: '#b3261e',
  brown: '#8a5200',
  teal: '#0b7285',
  violet: '#7b3fa0',
  pink: '#b02a6b',
  slate: '#4a5663',
} as const;

export type PortalColour = keyof typeof PORTAL_COLOURS;

const COLOUR_NAMES = Object.keys(PORTAL_COLOURS) as PortalColour[];
export const LONGEST_LABEL = 24;

/** The colour for one more portal: the one that the others use least. */
export function nextColour(portals: readonly Pick<KnownPortal, 'colour'>[]): PortalColour {
  const uses = (name: PortalColour) => portals.filter(({ colour }) => colour === name).length;
  return COLOUR_NAMES.reduce((least, name) => (uses(name) < uses(least) ? name : least));
}

/** A label as it is kept: one line of visible characters, cut to what an edge of the page can hold. */
export function cleanLabel(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    // Signs that turn the direction of writing could make a label read as another portal's.
    .replace(/\p{Cf}/gu, '')
    .trim();
  return Array.from(line).slice(0, LONGEST_LABEL).join('').trim();
}

/** What a portal is called; without a label of the user's, its address without what all have in common. */
export function labelOf({ label, origin, prefix }: Pick<KnownPortal, 'label' | 'origin' | 'prefix'>): string {
  if (label) return label;
  const address = `${new URL(origin).host}${prefix}`;
  return address.replace(/^www\./, '').replace(/\/$/, '');
}

/** The portal after the user paused it or took that back; a missing permission outlasts both. */
export function withPause(portal: KnownPortal, isPaused: boolean, now: number): KnownPortal {
  if (portal.pause?.by === 'permission' || isPaused === (portal.pause !== null)) return portal;
  return { ...portal, pause: isPaused ? { by: 'user', since: now } : null };
}
