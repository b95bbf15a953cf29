/** Leads people to the portal's pages around the application. */
import type { ListedApp } from '../../domain/market/apps.ts';
import type { MarketPlace } from '../../domain/market/view.ts';
import { addressAt } from '../../domain/portals/address.ts';
import type { Desks } from '../desks.ts';
import { originOf } from '../desks.ts';
import type { Effects } from '../effects.ts';
import { pathOf } from './places.ts';

/** A list that has not come by then was not what somebody is waiting for any more. */
const WAITS_FOR_LIST = 60_000;

export class MarketTabs {
  readonly #desks: Desks;
  readonly #effects: Effects;
  /** Tabs whose list was opened for the sake of the dialog of access. */
  readonly #waiting = new Map<number, { code: string; until: number }>();

  constructor(desks: Desks, effects: Effects) {
    this.#desks = desks;
    this.#effects = effects;
  }

  /** Opens a place in a new tab; the dialog of access where a list is on show already. */
  async open(key: string, place: MarketPlace): Promise<boolean> {
    const watch = (await this.#desks.peek(key))?.market.watch;
    const path = watch && pathOf(place, watch);
    if (!path) return false;
    const code = place.kind === 'accessList' ? (watch.confirmed?.code ?? null) : null;
    if (code !== null && (await this.#openAccessIn(originOf(key), code))) return true;
    const tabId = await this.#effects.openTab(addressAt(this.#desks.placeOf(key), path));
    if (tabId !== null && code !== null) {
      this.#waiting.set(tabId, { code, until: this.#effects.now() + WAITS_FOR_LIST });
    }
    return true;
  }

  async #openAccessIn(origin: string, code: string): Promise<boolean> {
    for (const tabId of await this.#effects.tabsOf(origin)) {
      if ((await this.#effects.tellMarket(tabId, { type: 'market.openAccess', code })) !== true) continue;
      await this.#effects.focusTab(tabId);
      return true;
    }
    return false;
  }

  /** A list is on show: the one that was opened for its dialog of access gets it. */
  async listShown(apps: readonly Pick<ListedApp, 'code'>[], tabId: number): Promise<void> {
    const waiting = this.#waiting.get(tabId);
    if (!waiting || !apps.some(({ code }) => code === waiting.code)) return;
    this.#waiting.delete(tabId);
    if (this.#effects.now() > waiting.until) return;
    await this.#effects.tellMarket(tabId, { type: 'market.openAccess', code: waiting.code });
  }

  /** Opens the dashboard at the explanation, or at another part of ChatApp. */
  async openExplainer(key: string, tab = 'explain'): Promise<true> {
    // An address without an origin is one of the extension's own.
    await this.#effects.openTab(`/dashboard.html#chatapp/${encodeURIComponent(key)}/${tab}`);
    return true;
  }
}
