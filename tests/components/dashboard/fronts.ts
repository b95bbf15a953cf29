/** What the background tells of all portals at once. */
import { type FrontView, frontOf } from '../../../domain/front.ts';
import { type KnownPortal, PORTAL_COLOURS, type PortalColour } from '../../../domain/portals/known-portal.ts';
import { DEFAULT_PREFERENCES } from '../../../domain/preferences.ts';
import type { PortalView } from '../../../domain/view.ts';
import { DAY, MINUTE, NOW, portal } from '../samples.ts';

export const knownPortal = (changes: Partial<KnownPortal> = {}): KnownPortal => ({
  origin: 'https://demo.bitrix24.ru',
  prefix: '/',
  source: 'manifest',
  pattern: 'https://demo.bitrix24.ru/*',
  label: '',
  colour: 'indigo',
  pause: null,
  addedAt: NOW - DAY,
  ...changes,
});

const knownOf = ({ origin, prefix, colour, pause }: PortalView): KnownPortal =>
  knownPortal({ origin, prefix, colour, pause, pattern: `${origin}/*` });

/** A front of these portals, each of them known. */
export function front(portals: readonly PortalView[] = [portal()], changes: Partial<FrontView> = {}): FrontView {
  const known = [...new Map(portals.map((view) => [view.origin, knownOf(view)])).values()];
  return {
    at: NOW,
    portals: portals.map(frontOf),
    known,
    ruleNeeds: [],
    rest: null,
    preferences: DEFAULT_PREFERENCES,
    isManaged: false,
    isFirstRunDone: true,
    ...changes,
  };
}

const COLOURS = Object.keys(PORTAL_COLOURS) as PortalColour[];

/** So many portals, all different, with 0 to 6 of 5 places in use. */
export const manyPortals = (count: number): PortalView[] =>
  Array.from({ length: count }, (_, index) => {
    const host = `client-${String(index + 1).padStart(3, '0')}.bitrix24.ru`;
    return portal({
      used: index % 7,
      slots: { at: NOW - index * MINUTE },
      view: {
        ...{ key: `https://${host}|1`, origin: `https://${host}`, host, label: host, dialogs: [] },
        colour: COLOURS[index % COLOURS.length] as PortalColour,
      },
    });
  });
