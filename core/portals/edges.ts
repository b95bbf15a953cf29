/** A coloured edge with the portal's name on the pages of each portal, while several are open; off unless it is wanted. */

import { PORTAL_COLOURS } from '../../domain/portals/known-portal.ts';
import { edgesOf, type OpenTab, type PortalEdge } from '../../domain/portals/wrong-portal.ts';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import type { Desks } from '../desks.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import { SharedRuns } from '../shared-runs.ts';
import { portalOriginOf } from './believed.ts';

/** ms: a session that is restored opens many tabs at once. */
const TOGETHER_WITHIN = 200;

interface EdgedTab extends OpenTab {
  isAsleep: boolean;
}

export class Edges {
  readonly #house: House;
  readonly #desks: Desks;
  readonly #effects: Effects;
  readonly #runs = new SharedRuns();
  #isWaiting = false;
  /** Whether tabs carry edges, as far as this background knows. */
  #isOn = false;

  constructor(house: House, desks: Desks, effects: Effects) {
    this.#house = house;
    this.#desks = desks;
    this.#effects = effects;
  }

  /** Something has changed that the edges may depend on: they follow in a moment. */
  readonly soon = (): void => {
    const isWanted = this.#house.isOn('portalEdge');
    if (this.#isWaiting || (!isWanted && !this.#isOn)) return;
    this.#isWaiting = true;
    this.#effects.later(TOGETHER_WITHIN, () => {
      this.#isWaiting = false;
      return this.#runs.run('', () => this.#show());
    });
  };

  async #show(): Promise<void> {
    this.#isOn = this.#house.isOn('portalEdge');
    // Only while somebody wants edges the browser has to wake us for tabs.
    if (this.#isOn) this.#effects.followTabs(this.soon);
    else this.#effects.unfollowTabs(this.soon);
    const tabs = await this.#openTabs();
    const edges = this.#isOn
      ? edgesOf(
          tabs,
          this.#house.known.filter((portal) => this.#isServed(portal.origin)),
        )
      : [];
    const byTab = new Map(edges.map((edge) => [edge.tabId, edge]));
    const awake = tabs.filter(({ isAsleep }) => !isAsleep);
    await Promise.all(awake.map((tab) => this.#showIn(tab, byTab.get(tab.tabId))));
  }

  #isServed(origin: string): boolean {
    return this.#house.whyPaused(origin) === null;
  }

  async #openTabs(): Promise<EdgedTab[]> {
    const pages = await this.#effects.openPages();
    return pages.flatMap(({ url, ...tab }) => {
      const origin = portalOriginOf(url, (each) => this.#house.portalOf(each));
      return origin === null ? [] : { ...tab, origin };
    });
  }

  async #showIn({ tabId, origin }: EdgedTab, edge: PortalEdge | undefined): Promise<void> {
    if (!edge) {
      await this.#effects.askTab(tabId, { type: 'edge.hide' });
      return;
    }
    const { label, colour } = edge;
    const name = backgroundLocaleFor(await this.#languageOf(origin)).messages.edgeName(label);
    const message = { type: 'edge.show', label, name, colour: PORTAL_COLOURS[colour] } as const;
    const isShown = await this.#effects.askTab(tabId, message);
    if (isShown === undefined && (await this.#effects.putEdge(tabId))) await this.#effects.askTab(tabId, message);
  }

  async #languageOf(origin: string): Promise<string> {
    const chosen = this.#house.preferences.language;
    return chosen || ((await this.#desks.signedInOn(origin))?.row.language ?? '');
  }
}
