/** What the open pages of a portal are told when Latchdesk leaves it, comes back to it or forgets it. */
import type { PortalView } from '../../domain/view.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { SenderTab } from '../hearing.ts';
import { buildView } from '../view.ts';

export interface PagesParts {
  desks: Desks;
  display: Display;
  effects: Effects;
  /** Reads a portal through one of its pages. */
  read: (key: string) => Promise<unknown>;
}

export class PortalPages {
  readonly #parts: PagesParts;
  /** Tabs whose pages said hello while nobody was to hear it, by origin. */
  readonly #unheard = new Map<string, Set<number>>();

  constructor(parts: PagesParts) {
    this.#parts = parts;
  }

  /** A page speaks of a portal that is paused. */
  passOver({ origin, tabId }: SenderTab): void {
    const tabs = this.#unheard.get(origin) ?? new Set();
    this.#unheard.set(origin, tabs.add(tabId));
  }

  /** Portals were paused, or look otherwise now: their pages follow. */
  async follow(origins: readonly string[]): Promise<void> {
    const { desks, display } = this.#parts;
    const [origin, ...others] = origins;
    if (origin === undefined) return;
    // Badge and front are made of all portals: once is enough.
    if (others.length > 0) return display.showAll();
    for (const key of await desks.keysOf(origin)) await display.publish(key, { mayInject: false });
    await display.refresh();
  }

  /**
   * The browser was told to keep us out, and hides which tabs show the portal. Their scripts still hear: those of other
   * pages see that it is not about them, and are told nothing of the portal but its name.
   */
  async leaveHidden(origins: readonly string[]): Promise<void> {
    const { desks, effects } = this.#parts;
    const keys = (await Promise.all(origins.map((origin) => desks.keysOf(origin)))).flat();
    if (keys.length === 0) return;
    const answers = await Promise.all((await effects.hiddenTabs()).map((tabId) => this.#isLive(tabId)));
    const tabs = answers.flatMap((tabId) => tabId ?? []);
    for (const key of keys) await this.#sayGoodbye(key, tabs);
  }

  async #isLive(tabId: number): Promise<number | null> {
    return (await this.#parts.effects.askTab(tabId, { type: 'isLive' })) === undefined ? null : tabId;
  }

  /** Works on the portal again, also in the pages that are open. */
  async comeBack(origin: string): Promise<void> {
    const { desks, display, effects } = this.#parts;
    const unheard = [...(this.#unheard.get(origin) ?? [])];
    this.#unheard.delete(origin);
    await effects.joinTabs(desks.placeOf(`${origin}|`), unheard);
    for (const key of await desks.keysOf(origin)) await display.publish(key);
    await this.readAgain(origin);
    await display.refresh();
  }

  /** Reads the portal of whoever is signed in there, if a page of it is open. */
  async readAgain(origin: string): Promise<void> {
    const signedIn = await this.#parts.desks.signedInOn(origin);
    if (signedIn) await this.#parts.read(signedIn.row.key);
  }

  /** Everything about the portal is about to be forgotten: nothing of it stays on show. */
  async farewell(origin: string): Promise<void> {
    const { desks, effects } = this.#parts;
    this.#unheard.delete(origin);
    const tabs = await effects.tabsOf(origin);
    for (const key of await desks.keysOf(origin)) await this.#sayGoodbye(key, tabs);
  }

  async #sayGoodbye(key: string, tabs: readonly number[]): Promise<void> {
    const { desks, effects } = this.#parts;
    const desk = await desks.peek(key);
    if (!desk) return;
    const view = withoutContent(buildView(desk, effects.now(), 0));
    await Promise.all(
      tabs.map(async (tabId) => {
        await effects.askTab(tabId, { type: 'view.changed', view, guard: null });
        await effects.tellMarket(tabId, { type: 'market.ended', key });
      }),
    );
  }
}

/** A view with which surfaces vanish, and which tells nothing to a page of another portal. */
const withoutContent = (view: PortalView): PortalView => ({
  ...view,
  ...{ label: '', botId: null, dialogs: [], dialogTotal: 0, toFinish: [], drafts: [] },
  session: { ...view.session, state: 'unsupported', reason: view.session.reason ?? 'paused', failure: null },
  register: { ...view.register, items: [] },
});
