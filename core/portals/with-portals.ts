/** Effects that know where the portals lie: which pages of a host are theirs, and that added ones have CRM cards as well. */
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';

export function withPortals(effects: Effects, house: House): Effects {
  const added = () => house.known.filter(({ source, pause }) => source === 'added' && pause === null);
  const knowing: Pick<Effects, 'tabsOf' | 'watchCards'> = {
    tabsOf: (origin) => effects.tabsOf(origin, house.portalOf(origin)?.prefix),
    watchCards: (isOn) => effects.watchCards(isOn, added()),
  };
  return Object.assign(Object.create(effects), knowing);
}
