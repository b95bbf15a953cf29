/** Hears what links tell: pages, live events, readings, calls. The sender comes from the browser, never from the message. */
import type { AccessQuery, LinkMessage, LinkReply } from '../bitrix24/link-protocol.ts';
import type { CallLog } from './calls/call-log.ts';
import { type Desks, portalKey } from './desks.ts';
import type { Display } from './display.ts';
import type { Effects } from './effects.ts';
import type { HealthBook } from './health/health-book.ts';
import { messageEvents } from './health/health-events.ts';
import type { SelfTests } from './health/self-tests.ts';
import type { House } from './house.ts';
import type { PortalPages } from './portals/portal-pages.ts';
import type { Reconciler } from './portals/reconciler.ts';
import type { Readers } from './readers.ts';
import type { Readings } from './readings.ts';
import type { Tabs } from './tabs.ts';
import type { Watcher } from './watch/watcher.ts';

type MessageOf<T extends LinkMessage['type']> = Extract<LinkMessage, { type: T }>;

/** A tab that sent a message; origin and id come from the browser, never from the message. */
export interface SenderTab {
  tabId: number;
  origin: string;
}

const NOTHING_TO_ASK: AccessQuery = {
  carriers: [],
  wantsCarriers: false,
  wantsNotifications: false,
  readUpTo: [],
  known: [],
};
const NOTHING_TO_DO: LinkReply = { read: false, watch: null, countUnread: false, access: NOTHING_TO_ASK };

export interface HearingParts {
  desks: Desks;
  house: House;
  display: Display;
  effects: Effects;
  readers: Readers;
  readings: Readings;
  watcher: Pick<Watcher, 'hear'>;
  health: Pick<HealthBook, 'hear'>;
  selfTests: Pick<SelfTests, 'hearReading'>;
  calls: Pick<CallLog, 'note'>;
  pages: Pick<PortalPages, 'passOver'>;
  reconciler: Pick<Reconciler, 'run'>;
  tabs: Pick<Tabs, 'supportShown'>;
}

export class Hearing {
  readonly #parts: HearingParts;

  constructor(parts: HearingParts) {
    this.#parts = parts;
  }

  async hear(message: LinkMessage, sender: SenderTab): Promise<LinkReply> {
    // What was asked of a portal before it was paused was asked all the same.
    if (message.type === 'calls.told') return this.#hearCalls(message, sender);
    if (this.#parts.house.whyPaused(sender.origin) !== null) {
      if (message.type === 'page.seen') this.#passOver(sender);
      return NOTHING_TO_DO;
    }
    return this.#hear(message, sender);
  }

  /** A page that speaks although the browser is said to keep us out: it may have let us in while nobody was there to hear. */
  #passOver(sender: SenderTab): void {
    this.#parts.pages.passOver(sender);
    if (this.#parts.house.whyPaused(sender.origin) === 'noPermission') void this.#parts.reconciler.run();
  }

  #hear(message: Exclude<LinkMessage, { type: 'calls.told' }>, sender: SenderTab): Promise<LinkReply> {
    this.#parts.health.hear(
      portalKey(sender.origin, message.userId),
      messageEvents(message, this.#parts.effects.now()),
    );
    switch (message.type) {
      case 'page.seen':
        return this.#seePage(message, sender);
      case 'portal.event':
        return this.#hearEvent(message, sender);
      case 'reading.finished':
        return this.#finishReading(message, sender);
      case 'chats.told':
        return this.#hearChats(message, sender);
      case 'support.shown':
        return this.#parts.tabs.supportShown(message.userId, sender).then(() => NOTHING_TO_DO);
      case 'reader.wanted':
        return this.#parts.effects.putReader(sender.tabId, message.what).then(() => NOTHING_TO_DO);
      case 'connection.changed':
        return this.#hearConnection(message, sender);
      case 'events.malformed':
        return Promise.resolve(NOTHING_TO_DO);
    }
  }

  async #seePage(message: MessageOf<'page.seen'>, sender: SenderTab): Promise<LinkReply> {
    const { origin, tabId } = sender;
    await this.#parts.house.meet(origin, this.#parts.effects.now());
    // Forgotten in this very moment.
    if (!this.#parts.house.portalOf(origin)) return NOTHING_TO_DO;
    await this.#signOutOthers(origin, message.userId);
    if (message.userId === '') return NOTHING_TO_DO;
    const reply = await this.#parts.desks.withNew(origin, message.userId, this.#now, async (desk) => {
      const now = this.#parts.effects.now();
      desk.row = { ...desk.row, language: message.language, seenAt: now };
      if (message.generation === 'v1') {
        desk.standAside('oldMessenger', now);
        desk.row = { ...desk.row, nextCheckAt: null };
        return NOTHING_TO_DO;
      }
      // A page without a messenger does not tell which one the others have.
      if (message.generation === 'none' && desk.session.context.reason === 'oldMessenger') return NOTHING_TO_DO;
      desk.seePage(now);
      const read = await this.#parts.readers.grantTo(desk, tabId, now, message);
      this.#parts.watcher.hear(desk);
      return { read, watch: desk.watched, countUnread: !read && !desk.knowsUnread, access: desk.accessQuery(now) };
    });
    await this.#parts.display.publish(portalKey(origin, message.userId));
    return reply;
  }

  /** One browser holds one session per host: whoever else was signed in there is not any more. */
  async #signOutOthers(origin: string, userId: string): Promise<void> {
    for (const key of await this.#parts.desks.keysOf(origin)) {
      if (key === portalKey(origin, userId)) continue;
      const isNews = await this.#parts.desks.with(key, this.#now, (desk) => {
        if (desk.session.context.hasLeft) return false;
        desk.signOut(this.#parts.effects.now());
        desk.row = { ...desk.row, nextCheckAt: null, readingLeaseUntil: 0 };
        return true;
      });
      // Pages that show it hear of it; on the new user's page it has no place.
      if (isNews) await this.#parts.display.publish(key, { mayInject: false });
    }
  }

  async #hearEvent(message: MessageOf<'portal.event'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    const effect = await this.#parts.desks.with(key, this.#now, async (desk) => {
      const now = this.#parts.effects.now();
      // A page that the user left open still hears; what it tells is read when the user is back.
      if (desk.session.context.hasLeft) return 'known';
      const result = desk.applyEvent(message.event, Math.min(message.at, now), now);
      if (result === 'hinted') this.#parts.readings.lookLater(key, await this.#parts.readers.readAwaited(desk, now));
      else if (result === 'rereadNeeded') await this.#parts.readers.makeUp(desk, now);
      // An event proves that the portal lives: a reading that failed, or had no tab to do it, may succeed now.
      else if (desk.row.failures > 0 || desk.slots.value.freshness === 'stale')
        await this.#parts.readers.readSoon(desk, now);
      return result;
    });
    if (effect === 'changed' || effect === 'rereadNeeded') await this.#parts.display.publish(key);
    // A look that was put off may find no background any more: the alarm has to know of it.
    else if (effect === 'hinted') await this.#parts.display.refresh();
    await this.#parts.readings.confirmNews(key);
    return NOTHING_TO_DO;
  }

  async #hearChats(message: MessageOf<'chats.told'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#parts.desks.with(key, this.#now, (desk) => {
      desk.takeCounts(message.chats, Math.min(message.at, this.#parts.effects.now()));
    });
    await this.#parts.display.publish(key);
    return NOTHING_TO_DO;
  }

  /** A portal that is not known has called nobody: it would be a name without a page. */
  async #hearCalls({ calls, userId }: MessageOf<'calls.told'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, userId);
    if (await this.#parts.desks.peek(key)) this.#parts.calls.note(key, calls);
    return NOTHING_TO_DO;
  }

  async #finishReading(message: MessageOf<'reading.finished'>, sender: SenderTab): Promise<LinkReply> {
    const key = portalKey(sender.origin, message.userId);
    this.#parts.selfTests.hearReading(key, message);
    const watch = await this.#parts.desks.with(key, this.#now, async (desk) => {
      await this.#parts.readings.take(desk, message, sender.tabId);
      if (message.outcome.kind === 'reading') this.#parts.watcher.hear(desk);
      return desk.watched;
    });
    await this.#parts.display.publish(key);
    return { ...NOTHING_TO_DO, watch: watch ?? null };
  }

  /** Events were missed while the live connection was down; when it is back, one reading makes up for them. */
  async #hearConnection(message: MessageOf<'connection.changed'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#parts.desks.with(key, this.#now, (desk) => this.#parts.readers.makeUp(desk, this.#parts.effects.now()));
    await this.#parts.display.publish(key);
    return NOTHING_TO_DO;
  }

  readonly #now = (): number => this.#parts.effects.now();
}
