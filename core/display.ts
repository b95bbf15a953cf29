/** Shows a portal wherever it is on show: its tabs, the extension's own pages, the badge. */
import type { MarketTabMessage } from '../bitrix24/market-protocol.ts';
import { isOpenRequest } from '../domain/access/record.ts';
import { type FrontView, frontOf } from '../domain/front.ts';
import type { GuardView } from '../domain/guard.ts';
import { inboxOf } from '../domain/inbox/inbox.ts';
import { restEndsAt } from '../domain/inbox/rest.ts';
import { isUnmanaged } from '../domain/policy.ts';
import type { Messages } from '../domain/text.ts';
import type { PortalView } from '../domain/view.ts';
import { localeFor } from '../locales/catalogue.ts';
import { accessNotificationOf } from './access-notifications.ts';
import type { Desks } from './desks.ts';
import type { Effects } from './effects.ts';
import type { House } from './house.ts';
import { marketStart } from './market/market-start.ts';
import { notificationOf } from './notifications.ts';
import type { PortalDesk } from './portal-desk.ts';
import { NO_PULSE, type RulesPulse } from './rules/pulse.ts';
import { SharedRuns } from './shared-runs.ts';
import { buildView } from './view.ts';
import { watchTimeOf } from './watch/plan.ts';

export class Display {
  readonly #desks: Desks;
  readonly #effects: Effects;
  readonly #house: House;
  readonly #runs = new SharedRuns();
  /** Each portal as it was shown last: badge and front need all of them at every change of one. */
  readonly #fronts = new Map<string, PortalView>();
  /** Portals whose next showing may put an overlay where there is none. */
  readonly #injectable = new Set<string>();
  #rules: RulesPulse = NO_PULSE;
  /** What the market scripts were told last, by the portal's key. */
  readonly #shownMarkets = new Map<string, string>();

  constructor(desks: Desks, house: House, effects: Effects) {
    this.#desks = desks;
    this.#house = house;
    this.#effects = effects;
  }

  /** Rules have an alarm and needs of their own. */
  joinRules(rules: RulesPulse): void {
    this.#rules = rules;
  }

  /** Shows every portal where a surface is there already, or may be, and brings badge and alarm in line. */
  async showAll(how: { mayInject: boolean } = { mayInject: false }): Promise<void> {
    for (const desk of await this.#desks.all()) await this.#show(desk, how.mayInject);
    await this.refresh();
  }

  /** Shows one portal after a change; without `mayInject` no page gets an overlay that has none. */
  async publish(key: string, how: { mayInject: boolean } = { mayInject: true }): Promise<void> {
    if (how.mayInject) this.#injectable.add(key);
    await this.#runs.run(key, async () => {
      const mayInject = this.#injectable.delete(key);
      const desk = await this.#desks.peek(key);
      if (desk) await this.#show(desk, mayInject);
    });
    await this.refresh();
    this.#rules.wake();
  }

  async #show(desk: PortalDesk, mayInject: boolean): Promise<void> {
    const tabs = await this.#effects.tabsOf(desk.row.origin);
    const view = buildView(desk, this.#effects.now());
    this.#fronts.set(view.key, frontOf(view));
    // What comes up meanwhile is told when the portal is not paused any more.
    if (!desk.isPaused) await this.#tellNews(desk);
    // The page of a user who has left is the sign-in form, or somebody else's.
    const isWelcome = mayInject && !desk.session.context.hasLeft;
    await Promise.all(tabs.map((tabId) => this.#showInTab(view, desk.guards.view(tabId), tabId, isWelcome)));
    await this.#effects.tellSurfaces(view);
    await this.#tellMarket(desk, tabs);
  }

  /** Frames of all kinds have market scripts: they hear only what is new, not every live event. */
  async #tellMarket(desk: PortalDesk, tabs: readonly number[]): Promise<void> {
    const { key } = desk.row;
    const start = marketStart(desk);
    const message: MarketTabMessage = start ? { type: 'market.changed', start } : { type: 'market.ended', key };
    const wanted = JSON.stringify(message);
    if (this.#shownMarkets.get(key) === wanted) return;
    this.#shownMarkets.set(key, wanted);
    await Promise.all(tabs.map((tabId) => this.#effects.tellMarket(tabId, message)));
  }

  /** One notification for each piece of news; the same news again replaces the one that is still there. */
  async #tellNews(desk: PortalDesk): Promise<void> {
    const { messages } = localeFor(desk.language);
    // What is not told while notifications are off is not told later either: it would come all at once.
    for (const news of desk.takeNews())
      if (desk.isOn('notifications')) await this.#effects.notify(notificationOf(news, desk, messages));
    await this.#remind(desk, messages);
  }

  /** What is due stays in the database until it was shown: a killed background shows it when it is back. */
  async #remind(desk: PortalDesk, messages: Messages): Promise<void> {
    const { outbox } = desk.row.access;
    if (outbox.length === 0) return;
    for (const { recordId, reminder } of outbox) {
      const record = desk.access.register.get(recordId);
      if (record && desk.isOn('notifications')) {
        const { key, origin } = desk.row;
        const portal = { key, origin, language: desk.language };
        await this.#effects.notify(accessNotificationOf(record, reminder, portal, messages, this.#effects.now()));
      }
    }
    const shown = new Set(outbox.map(({ key }) => key));
    await this.#desks.with(
      desk.row.key,
      () => this.#effects.now(),
      (each) => each.access.forgetShown(shown),
    );
  }

  async #showInTab(view: PortalView, guard: GuardView | null, tabId: number, mayInject: boolean): Promise<void> {
    const answer = await this.#effects.askTab(tabId, { type: 'view.changed', view, guard });
    if (!mayInject) return;
    if (answer === undefined && hasSomethingToSay(view)) await this.#effects.showOverlay(tabId);
    if (!needsBanner(view)) return;
    const isThere = await this.#effects.askTab(tabId, { type: 'access.isThere' });
    if (isThere === undefined) await this.#effects.showAccess(tabId);
  }

  /** Badge and alarm, from all portals. */
  refresh(): Promise<void> {
    // No portal's key is empty.
    return this.#runs.run('', () => this.#refresh());
  }

  async #refresh(): Promise<void> {
    await this.#house.ready();
    const desks = await this.#desks.all();
    const now = this.#effects.now();
    this.#takeFronts(desks, now);
    await this.#showBadge(now);
    const others = [restEndsAt(this.#house.rest, now), this.#rules.nextAt()].filter((at) => at !== null);
    const times = desks.flatMap((desk) => timesOf(desk, now)).concat(others);
    await this.#effects.setAlarm(times.length > 0 ? Math.min(...times) : null);
    await this.#effects.keepFront(this.front());
    await this.#effects.watchCards(desks.some(({ market }) => market.watchesCards));
  }

  /** Portals that nothing has shown since the background started, and none that were forgotten. */
  #takeFronts(desks: readonly PortalDesk[], now: number): void {
    const keys = new Set(desks.map(({ row }) => row.key));
    for (const key of this.#fronts.keys()) if (!keys.has(key)) this.#fronts.delete(key);
    for (const desk of desks)
      if (!this.#fronts.has(desk.row.key)) this.#fronts.set(desk.row.key, frontOf(buildView(desk, now)));
  }

  async #showBadge(now: number): Promise<void> {
    const { preferences, rest } = this.#house;
    const all = [...this.#fronts.values()];
    const isShown = this.#house.isOn('badge');
    const portals = isShown ? all : [];
    const items = isShown ? inboxOf(portals, rest, now, this.#rules.needs()).items : [];
    await this.#effects.showBadge({ portals, items }, preferences.language);
  }

  /** Brings what is shown of all portals up to now: what depends on the clock may be older than its last change. */
  async refreshFronts(): Promise<void> {
    this.#fronts.clear();
    this.#takeFronts(await this.#desks.all(), this.#effects.now());
  }

  /** All portals as they were shown last. */
  front(): FrontView {
    const { known, rest, preferences, policy, isFirstRunDone } = this.#house;
    const portals = [...this.#fronts.values()];
    const at = this.#effects.now();
    const ruleNeeds = this.#rules.needs();
    return { at, portals, known, ruleNeeds, rest, preferences, isManaged: !isUnmanaged(policy), isFirstRunDone };
  }
}

/** When a portal has to be looked after next; none while Latchdesk keeps off it. */
function timesOf(desk: PortalDesk, now: number): number[] {
  const { nextCheckAt, nextAttentionAt, access } = desk.row;
  return [nextCheckAt, nextAttentionAt, access.nextAt, watchTimeOf(desk, now)].filter((at) => at !== null);
}

/** A request is watched while it waits, even when nothing is said of it: somebody may answer it in this page. */
function needsBanner({ session, register }: PortalView): boolean {
  if (session.state === 'unsupported') return false;
  return register.items.some((item) => item.banner !== null || isOpenRequest(item));
}

/** False where the overlay would have nothing to say, or is not wanted: then it is not even loaded. */
function hasSomethingToSay({ session, slots, featuresOff }: PortalView): boolean {
  if (featuresOff.includes('chip')) return false;
  return session.state === 'unknown' ? slots.used !== null : session.state !== 'unsupported';
}
