/** Tabs of applications in CRM cards, and what somebody has done to them: that goes by their ids, which do not last. */
import { mayOpen } from './market-access.ts';
import type { DemoApp, DemoPlacement } from './market-state.ts';
import type { PortalState } from './state.ts';

export const CARD_TYPES = ['deal', 'lead', 'contact', 'company'] as const;
export type CardType = (typeof CARD_TYPES)[number];

/** Ids of placements. */
export interface CardState {
  hidden: Set<number>;
  crowded: Set<number>;
  renamed: Map<number, string>;
}

export const noCards = (): CardState => ({ hidden: new Set(), crowded: new Set(), renamed: new Map() });

/** Does to the tabs that there are what the scenario says of their titles. */
export function setCards(state: PortalState): void {
  const { hiddenTabs, crowdedTabs, renamedTabs } = state.scenario.crm;
  state.cards = noCards();
  for (const title of hiddenTabs) changeTab(state, { title, isHidden: true });
  for (const title of crowdedTabs) changeTab(state, { title, isCrowded: true });
  for (const [title, name] of Object.entries(renamedTabs)) changeTab(state, { title, name });
}

export interface TabChange {
  /** All tabs with this title, or the one with this id. */
  title?: string;
  placementId?: number;
  isHidden?: boolean;
  isCrowded?: boolean;
  /** Null gives it back its own. */
  name?: string | null;
}

/** Somebody edits the menu of the cards. */
export function changeTab({ market, cards }: PortalState, change: TabChange): void {
  const { title, placementId, isHidden, isCrowded, name } = change;
  const placements = market.apps.flatMap((app) => app.placements);
  const ids = placements.filter((each) => each.id === placementId || each.title === title).map(({ id }) => id);
  for (const id of ids) {
    if (isHidden !== undefined) put(cards.hidden, id, isHidden);
    if (isCrowded !== undefined) put(cards.crowded, id, isCrowded);
    if (name === null) cards.renamed.delete(id);
    else if (name !== undefined) cards.renamed.set(id, name);
  }
}

export interface CardTab extends DemoPlacement {
  app: DemoApp;
  isHidden: boolean;
  isCrowded: boolean;
}

/** The tabs of a card: of installed applications that the signed-in user may use, and of no others at all. */
export function tabsOf(state: PortalState, type: CardType): CardTab[] {
  const { hidden, crowded, renamed } = state.cards;
  const apps = state.market.apps.filter((app) => app.isActive && app.isInstalled && mayOpen(state, app));
  return apps.flatMap((app) =>
    app.placements
      .filter(({ code }) => code === `CRM_${type.toUpperCase()}_DETAIL_TAB`)
      .map(({ id, code, title }) => {
        const name = renamed.get(id) ?? (title || app.name);
        return { id, code, title: name, app, isHidden: hidden.has(id), isCrowded: crowded.has(id) };
      }),
  );
}

function put(set: Set<number>, id: number, isIn: boolean): void {
  if (isIn) set.add(id);
  else set.delete(id);
}
