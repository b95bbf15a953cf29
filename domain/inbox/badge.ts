/** The toolbar badge of all portals: at most four characters, one tone, and what stands behind them portal by portal. */
import type { PortalSummary, SlotsView } from '../view.ts';
import { type InboxItem, type InboxTone, isAboutEntry, toneOf } from './item.ts';
import { byNeed, isUncertain } from './portal-order.ts';

export type BadgePortal = Pick<PortalSummary, 'key' | 'host' | 'slots' | 'session'>;

export interface InboxBadge {
  text: string;
  tone: InboxTone;
  /** For the tooltip, the most pressing portal first. */
  parts: BadgePart[];
  /** How many portals more there are than a tooltip can name. */
  unnamedCount: number;
}

export interface BadgePart {
  key: string;
  host: string;
  /** In the order of the inbox; empty: nothing of this portal needs a person. */
  items: InboxItem[];
}

export const MOST_CHARACTERS = 4;
/** A tooltip that fills the screen is read by nobody. */
const MOST_PARTS = 12;

/** Loudest first. */
const TONES: readonly InboxTone[] = ['danger', 'warning', 'plain', 'quiet'];

/**
 * One badge for all portals; `items` is what the inbox shows now, in its order.
 *
 * | What there is                                   | Text                                    |
 * | ----------------------------------------------- | --------------------------------------- |
 * | somebody asks for entry or should be out by now | `!`, or with their number `!3`          |
 * | one portal                                      | its places, `3/5`                       |
 * | things on several portals                       | how many things                         |
 * | nothing on several portals                      | the places of the fullest               |
 */
export function inboxBadge(portals: readonly BadgePortal[], items: readonly InboxItem[]): InboxBadge {
  const ordered = byNeed(portals, items);
  const isNeedy = new Set(items.map(({ portal }) => portal));
  const ours = ordered.filter(({ key, session }) => session.state !== 'unsupported' || isNeedy.has(key));
  const loud = items.filter(({ reason }) => toneOf(reason) !== 'quiet');
  return {
    text: textOf(ours, loud),
    tone: badgeTone(ours[0], loud),
    parts: ordered.slice(0, MOST_PARTS).map((portal) => partOf(portal, items)),
    unnamedCount: Math.max(0, ordered.length - MOST_PARTS),
  };
}

const partOf = ({ key, host }: BadgePortal, items: readonly InboxItem[]): BadgePart => ({
  key,
  host,
  items: items.filter(({ portal }) => portal === key),
});

function textOf(ours: readonly BadgePortal[], loud: readonly InboxItem[]): string {
  const [first] = ours;
  const entries = loud.filter(({ reason }) => isAboutEntry(reason)).length;
  if (entries > 0) return entries === 1 ? '!' : `!${short(entries, MOST_CHARACTERS - 1)}`;
  if (!first) return '';
  return ours.length === 1 || loud.length === 0 ? placesText(first) : short(loud.length, MOST_CHARACTERS);
}

/** What the badge can hold of a portal's places: `3/5`, of `12/20` only `12`; nothing while it was never read. */
function placesText({ session, slots }: BadgePortal): string {
  const { used, limit, level } = slots;
  if (session.state === 'signedOut') return '?';
  if (used === null || limit === null || level === 'unread') return session.state === 'degraded' ? '?' : '';
  if (limit.kind === 'off' || limit.kind === 'single') return '';
  if (limit.kind === 'unlimited') return used > 0 ? short(used, MOST_CHARACTERS) : '';
  const full = `${used}/${limit.max}`;
  return full.length <= MOST_CHARACTERS ? full : short(used, MOST_CHARACTERS);
}

/** A count cut to what fits: never other digits than its own. */
function short(count: number, room: number): string {
  const whole = String(count);
  return whole.length <= room ? whole : `${'9'.repeat(room - 1)}+`;
}

function badgeTone(first: BadgePortal | undefined, loud: readonly InboxItem[]): InboxTone {
  const loudest = TONES.find((tone) => loud.some(({ reason }) => toneOf(reason) === tone));
  if (loudest) return loudest;
  if (!first || isUncertain(first)) return 'quiet';
  return isNear(first.slots) ? 'warning' : 'plain';
}

/** Full portals have an item of their own; where it rests, the colour rests as well. */
const isNear = ({ level }: SlotsView): boolean => level === 'near';
