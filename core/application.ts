/** The application in the background: takes what links and surfaces tell, works on the desks, tells what changed. */
import type { LinkMessage, LinkReply, OverlayStart } from '../bitrix24/link-protocol.ts';
import type { ChipPlace } from '../domain/chip.ts';
import type { PortalView } from '../domain/view.ts';
import type { Desks } from './desks.ts';
import { portalKey } from './desks.ts';
import type { Effects } from './effects.ts';
import type { PortalDesk } from './portal-desk.ts';
import {
  CHECK_EVERY,
  earliestAttempt,
  pauseAfterFailure,
  READING_LEASE,
  recentAttempts,
  SOONEST_ALARM,
} from './reading-schedule.ts';
import { buildView } from './view.ts';

type MessageOf<T extends LinkMessage['type']> = Extract<LinkMessage, { type: T }>;

/** A tab that sent a message; origin and id come from the browser, never from the message. */
export interface SenderTab {
  tabId: number;
  origin: string;
}

const NOTHING_TO_DO: LinkReply = { read: false, watch: null, countUnread: false };

export class Application {
  readonly #desks: Desks;
  readonly #effects: Effects;

  constructor(desks: Desks, effects: Effects) {
    this.#desks = desks;
    this.#effects = effects;
  }

  /** Brings badge, tabs and alarm in line with the database; run at each start of the background. */
  async start(): Promise<void> {
    for (const desk of await this.#desks.all()) await this.#show(desk, false);
    await this.#afterChange();
  }

  async views(): Promise<PortalView[]> {
    const now = this.#effects.now();
    return (await this.#desks.all()).map((desk) => buildView(desk, now));
  }

  /** One view, with more closed dialogs when asked for; undefined for an unknown portal. */
  view(key: string, closedCount?: number): Promise<PortalView | undefined> {
    return this.#desks.peek(key).then((desk) => desk && buildView(desk, this.#effects.now(), closedCount));
  }

  hear(message: LinkMessage, sender: SenderTab): Promise<LinkReply> {
    switch (message.type) {
      case 'page.seen':
        return this.#seePage(message, sender);
      case 'portal.event':
        return this.#hearEvent(message, sender);
      case 'reading.finished':
        return this.#finishReading(message, sender);
      case 'unread.counted':
        return this.#countUnread(message, sender);
      case 'connection.changed':
        return this.#hearConnection(message, sender);
    }
  }

  /** What an overlay that has just started shows: the view of whoever is signed in there, and the chip's place. */
  async overlayStarted({ origin }: SenderTab): Promise<OverlayStart | null> {
    const desks = await this.#desks.all();
    const desk = desks
      .filter(({ row, session }) => row.origin === origin && session.value !== 'unsupported')
      .sort((a, b) => b.row.seenAt - a.row.seenAt)[0];
    return desk ? { view: buildView(desk, this.#effects.now()), chip: desk.row.chip } : null;
  }

  /** Remembers where the chip of a portal stands. */
  async placeChip(key: string, chip: ChipPlace): Promise<void> {
    await this.#desks.with(key, this.#now, (desk) => {
      desk.row = { ...desk.row, chip };
    });
  }

  /** Reads a portal because a person asked for it; false when no open tab can. */
  async readNow(key: string): Promise<boolean> {
    return (await this.#desks.with(key, this.#now, (desk) => this.#sendReader(desk, this.#effects.now()))) ?? false;
  }

  /** Opens a dialog the portal's own way in a tab of it, else in a new tab by its address. */
  async openDialog(key: string, dialogId: string, preferredTab: number | null): Promise<'inPage' | 'inTab'> {
    const origin = key.slice(0, key.lastIndexOf('|'));
    const tabs = preferredTab === null ? await this.#effects.tabsOf(origin) : [preferredTab];
    for (const tabId of tabs) {
      const answer = (await this.#effects.askTab(tabId, { type: 'dialog.open', dialogId })) as { opened?: boolean };
      if (!answer?.opened) continue;
      await this.#effects.focusTab(tabId);
      return 'inPage';
    }
    await this.#effects.openTab(`${origin}/online/?IM_DIALOG=${encodeURIComponent(dialogId)}`);
    return 'inTab';
  }

  /** Looks after every portal whose time has come. */
  async check(): Promise<void> {
    const now = this.#effects.now();
    for (const { row } of await this.#desks.all()) {
      if (row.nextCheckAt === null || row.nextCheckAt > now) continue;
      await this.#desks.with(row.key, this.#now, (desk) => this.#checkDesk(desk, now));
      await this.#publish(row.key);
    }
    await this.#afterChange();
  }

  readonly #now = (): number => this.#effects.now();

  async #seePage(message: MessageOf<'page.seen'>, sender: SenderTab): Promise<LinkReply> {
    const { origin, tabId } = sender;
    await this.#signOutOthers(origin, message.userId);
    if (message.userId === '') return NOTHING_TO_DO;
    const reply = await this.#desks.withNew(origin, message.userId, this.#now, async (desk) => {
      const now = this.#effects.now();
      desk.row = { ...desk.row, language: message.language, seenAt: now };
      if (message.generation === 'v1') {
        desk.standAside('oldMessenger', now);
        return NOTHING_TO_DO;
      }
      desk.seePage(now);
      const isRead =
        (await this.#isReadElsewhere(desk, tabId, now)) || (await this.#isWatchedElsewhere(desk, tabId, now));
      if (!isRead) this.#lease(desk, tabId, now);
      return { read: !isRead, watch: desk.chatIds, countUnread: isRead && !desk.knowsUnread };
    });
    await this.#publish(portalKey(origin, message.userId));
    return reply;
  }

  /** One browser holds one session per host: whoever else was signed in there is not any more. */
  async #signOutOthers(origin: string, userId: string): Promise<void> {
    for (const key of await this.#desks.keysOf(origin)) {
      if (key === portalKey(origin, userId)) continue;
      await this.#desks.with(key, this.#now, (desk) => {
        if (desk.session.value !== 'signedOut') desk.signOut(this.#effects.now());
        desk.row = { ...desk.row, nextCheckAt: null };
      });
      // Pages that show it hear of it; on the new user's page it has no place.
      await this.#publish(key, { mayInject: false });
    }
  }

  /** True while another tab is reading; the reader's own page says hello anew when it was left before it had read. */
  async #isReadElsewhere({ row }: PortalDesk, tabId: number, now: number): Promise<boolean> {
    if (row.readingLeaseUntil <= now || row.readingTab === null || row.readingTab === tabId) return false;
    return (await this.#effects.askTab(row.readingTab, { type: 'isLive' })) !== undefined;
  }

  /** True when fresh numbers are backed by another tab that hears live events. */
  async #isWatchedElsewhere(desk: PortalDesk, tabId: number, now: number): Promise<boolean> {
    if (desk.session.value !== 'live' || desk.slots.value.freshness === 'stale') return false;
    const tabs = await this.#effects.tabsOf(desk.row.origin);
    const others = tabs.filter((other) => other !== tabId);
    if (!(await this.#hasLiveTab(desk, others))) return false;
    desk.confirm(now);
    return true;
  }

  async #hasLiveTab(desk: PortalDesk, tabIds: number[]): Promise<boolean> {
    const answers = await Promise.all(tabIds.map((tabId) => this.#effects.askTab(tabId, { type: 'isLive' })));
    return (answers as ({ isLive?: boolean; userId?: string } | undefined)[]).some(
      (answer) => answer?.isLive === true && answer.userId === desk.row.userId,
    );
  }

  #lease(desk: PortalDesk, tabId: number, now: number): void {
    desk.row = {
      ...desk.row,
      readingTab: tabId,
      readingLeaseUntil: now + READING_LEASE,
      attempts: [...recentAttempts(desk.row.attempts, now), now],
      missedSince: desk.row.missedSince || now,
      nextCheckAt: now + READING_LEASE,
    };
  }

  async #hearEvent(message: MessageOf<'portal.event'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    const effect = await this.#desks.with(key, this.#now, async (desk) => {
      const now = this.#effects.now();
      const result = desk.applyEvent(message.event, Math.min(message.at, now), now);
      // An event proves that the portal lives: a reading that failed before may succeed now.
      if (result === 'rereadNeeded' || desk.row.failures > 0) await this.#readSoon(desk, now);
      return result;
    });
    if (effect === 'changed' || effect === 'rereadNeeded') await this.#publish(key);
    return NOTHING_TO_DO;
  }

  async #countUnread(message: MessageOf<'unread.counted'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#desks.with(key, this.#now, (desk) => {
      const now = this.#effects.now();
      for (const [chatId, unread] of message.counts) {
        desk.applyEvent({ type: 'unread.changed', chatId, unread }, Math.min(message.at, now), now);
      }
    });
    await this.#publish(key);
    return NOTHING_TO_DO;
  }

  async #finishReading(message: MessageOf<'reading.finished'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    const watch = await this.#desks.with(key, this.#now, (desk) => {
      this.#takeOutcome(desk, message.outcome, this.#effects.now());
      return desk.chatIds;
    });
    await this.#publish(key);
    return { ...NOTHING_TO_DO, watch: watch ?? null };
  }

  #takeOutcome(desk: PortalDesk, outcome: MessageOf<'reading.finished'>['outcome'], now: number): void {
    const failures = outcome.kind === 'failure' ? desk.row.failures + 1 : 0;
    const pause = failures > 0 ? pauseAfterFailure(failures, this.#effects.random()) : CHECK_EVERY;
    desk.row = { ...desk.row, readingLeaseUntil: 0, failures, nextCheckAt: now + pause };
    if (outcome.kind === 'failure') desk.fail(outcome.failure, now);
    else if (outcome.kind === 'noSupportBot') desk.standAside('noSupportBot', now);
    else if (outcome.reading.isAdministrator === false) desk.standAside('notAdministrator', now);
    else {
      desk.takeReading(outcome.reading, now);
      const isComplete = outcome.reading.startedAt >= desk.row.missedSince;
      desk.row = { ...desk.row, ...(isComplete ? { missedSince: 0 } : { nextCheckAt: now + SOONEST_ALARM }) };
    }
    if (desk.session.value === 'unsupported') desk.row = { ...desk.row, nextCheckAt: null };
  }

  /** Events were missed while the live connection was down; when it is back, one reading makes up for them. */
  async #hearConnection(message: MessageOf<'connection.changed'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#desks.with(key, this.#now, (desk) => this.#readSoon(desk, this.#effects.now()));
    await this.#publish(key);
    return NOTHING_TO_DO;
  }

  /** Reads now, or by alarm when the last attempt was a moment ago. */
  async #readSoon(desk: PortalDesk, now: number): Promise<void> {
    if (desk.session.value === 'unsupported') return;
    desk.row = { ...desk.row, missedSince: now };
    if (desk.row.readingLeaseUntil > now) return;
    const earliest = earliestAttempt(desk.row.attempts, now);
    if (now >= earliest && (await this.#sendReader(desk, now))) return;
    const at = Math.max(earliest, now + SOONEST_ALARM);
    desk.row = { ...desk.row, nextCheckAt: Math.min(desk.row.nextCheckAt ?? at, at) };
  }

  /** Tells one tab to read; false when none can. */
  async #sendReader(desk: PortalDesk, now: number): Promise<boolean> {
    for (const tabId of await this.#effects.tabsOf(desk.row.origin)) {
      const answer = (await this.#effects.askTab(tabId, { type: 'read', userId: desk.row.userId })) as
        | { accepted?: boolean }
        | undefined;
      if (answer?.accepted !== true) continue;
      this.#lease(desk, tabId, now);
      return true;
    }
    return false;
  }

  async #checkDesk(desk: PortalDesk, now: number): Promise<void> {
    desk.row = { ...desk.row, readingLeaseUntil: 0 };
    const isTrusted = desk.session.value === 'live' && desk.row.missedSince === 0;
    if (isTrusted && (await this.#hasLiveTab(desk, await this.#effects.tabsOf(desk.row.origin)))) {
      desk.confirm(now);
      desk.row = { ...desk.row, nextCheckAt: now + CHECK_EVERY };
    } else if (!(await this.#sendReader(desk, now))) {
      desk.advanceClock(now);
      const { keepsUntil } = desk.slots.context;
      desk.row = { ...desk.row, nextCheckAt: keepsUntil > now ? keepsUntil : null };
    }
  }

  /** Shows a changed portal everywhere: its tabs, the open surfaces, the badge; and sets the alarm. */
  async #publish(key: string, how: { mayInject: boolean } = { mayInject: true }): Promise<void> {
    const desk = await this.#desks.peek(key);
    if (desk) await this.#show(desk, how.mayInject);
    await this.#afterChange();
  }

  async #show(desk: PortalDesk, mayInject: boolean): Promise<void> {
    const view = buildView(desk, this.#effects.now());
    const tabs = await this.#effects.tabsOf(desk.row.origin);
    await Promise.all(tabs.map((tabId) => this.#showInTab(view, tabId, mayInject)));
    await this.#effects.tellSurfaces(view);
  }

  async #showInTab(view: PortalView, tabId: number, mayInject: boolean): Promise<void> {
    const answer = await this.#effects.askTab(tabId, { type: 'view.changed', view });
    if (answer === undefined && mayInject && hasSomethingToSay(view)) await this.#effects.showOverlay(tabId);
  }

  async #afterChange(): Promise<void> {
    const desks = await this.#desks.all();
    const now = this.#effects.now();
    await this.#effects.showBadge(desks.map((desk) => buildView(desk, now, 0)));
    const times = desks.map((desk) => desk.row.nextCheckAt).filter((at) => at !== null);
    await this.#effects.setAlarm(times.length > 0 ? Math.min(...times) : null);
  }
}

/** False where the overlay would have nothing to say: then it is not even loaded. */
function hasSomethingToSay({ session, slots }: PortalView): boolean {
  return session.state === 'unknown' ? slots.used !== null : session.state !== 'unsupported';
}
