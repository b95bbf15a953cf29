/** Who reads a portal, and when: one tab for all, never two at once, rarely while live events flow. */
import type { LinkMessage } from '../bitrix24/link-protocol.ts';
import type { Effects } from './effects.ts';
import type { HearHealth } from './health/health-book.ts';
import { readingEvents } from './health/health-events.ts';
import type { PortalDesk } from './portal-desk.ts';
import {
  ASIDE_FOR,
  CHECK_EVERY,
  earliestAttempt,
  pauseAfterFailure,
  pauseAfterLook,
  QUICK_LOOKS,
  READING_LEASE,
  recentAttempts,
  SOONEST_ALARM,
} from './reading-schedule.ts';

export type ReadingOutcome = Extract<LinkMessage, { type: 'reading.finished' }>['outcome'];

/** What a page that says hello tells about itself. */
export interface PageSays {
  /** True when the person loaded the page again: a reason to look whether something has changed. */
  isReload: boolean;
  isAdministrator: boolean | null;
}

export class Readers {
  readonly #effects: Effects;
  readonly #hear: HearHealth;

  /** `hear` takes how the readings went. */
  constructor(effects: Effects, hear: HearHealth) {
    this.#effects = effects;
    this.#hear = hear;
  }

  /** True when a tab that says hello shall read now; then it has the lease. */
  async grantTo(desk: PortalDesk, tabId: number, now: number, page: PageSays): Promise<boolean> {
    const isDoubted = isContradicted(desk, page) && earliestAttempt(desk.row.attempts, now) <= now;
    if (!isDoubted && !page.isReload && this.#stoodAsideJustNow(desk, now)) return false;
    if (await this.#isReadElsewhere(desk, tabId, now)) return false;
    if (!isDoubted && (await this.#isWatchedElsewhere(desk, tabId, now))) return false;
    this.#lease(desk, tabId, now);
    return true;
  }

  /** Pages of an employee are opened all day: one reading now and then tells whether that has changed. */
  #stoodAsideJustNow({ row, session }: PortalDesk, now: number): boolean {
    return session.value === 'unsupported' && row.askedAt <= now && now - row.askedAt < ASIDE_FOR;
  }

  /** True while another tab is reading; the reader's own page says hello anew when it was left before it had read. */
  async #isReadElsewhere({ row }: PortalDesk, tabId: number, now: number): Promise<boolean> {
    if (row.readingLeaseUntil <= now || row.readingTab === null || row.readingTab === tabId) return false;
    return (await this.#effects.askTab(row.readingTab, { type: 'isLive' })) !== undefined;
  }

  /** True when fresh numbers are backed by another tab that hears live events. */
  async #isWatchedElsewhere(desk: PortalDesk, tabId: number, now: number): Promise<boolean> {
    if (!isTrusted(desk)) return false;
    const tabs = await this.#effects.tabsOf(desk.row.origin);
    const others = tabs.filter((other) => other !== tabId);
    if (!(await this.#hasLiveTab(desk, others))) return false;
    desk.confirm(now);
    desk.row = { ...desk.row, nextCheckAt: now + CHECK_EVERY };
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
      askedAt: now,
      readingLeaseUntil: now + READING_LEASE,
      attempts: [...recentAttempts(desk.row.attempts, now), now],
      missedSince: desk.row.missedSince || now,
      nextCheckAt: now + READING_LEASE,
    };
  }

  /** The background itself reads: no tab can. */
  begin(desk: PortalDesk, now: number): void {
    const attempts = [...recentAttempts(desk.row.attempts, now), now];
    desk.row = { ...desk.row, readingTab: null, askedAt: now, readingLeaseUntil: now + READING_LEASE, attempts };
  }

  /** The background has read, or could not; false when a tab has taken over meanwhile. */
  end(desk: PortalDesk): boolean {
    if (desk.row.readingTab !== null) return false;
    desk.row = { ...desk.row, readingLeaseUntil: 0 };
    return true;
  }

  /** Has a tab vouch for the numbers or read them; one that is reading already is left to it. */
  async askTabs(desk: PortalDesk, now: number): Promise<'confirmed' | 'reading' | 'nobody'> {
    if (desk.row.readingLeaseUntil > now && desk.row.readingTab !== null) return 'reading';
    if (await this.#confirm(desk, now)) return 'confirmed';
    return (await this.sendReader(desk, now)) ? 'reading' : 'nobody';
  }

  /** True when a tab that hears live events vouches for the numbers. */
  async #confirm(desk: PortalDesk, now: number): Promise<boolean> {
    if (!isTrusted(desk) || desk.access.wantsReading) return false;
    if (!(await this.#hasLiveTab(desk, await this.#effects.tabsOf(desk.row.origin)))) return false;
    desk.confirm(now);
    desk.row = { ...desk.row, nextCheckAt: now + CHECK_EVERY };
    return true;
  }

  /** Books what a tab, or without one (null) the background, has read and sets when the portal is looked after next. */
  takeOutcome(desk: PortalDesk, outcome: ReadingOutcome, tabId: number | null, now: number): void {
    const isReader = desk.row.readingTab === tabId;
    // A tab that was given up may still bring good news; its troubles are not the portal's any more.
    if (!isReader && outcome.kind === 'failure') return;
    desk.row = { ...desk.row, readingLeaseUntil: 0 };
    if (isOutdated(desk, outcome)) return;
    this.#hear(desk.row.key, readingEvents(outcome, now));
    const failures = outcome.kind === 'failure' ? desk.row.failures + 1 : 0;
    const pause = failures > 0 ? pauseAfterFailure(failures, this.#effects.random()) : CHECK_EVERY;
    desk.row = { ...desk.row, failures, nextCheckAt: now + pause };
    if (outcome.kind === 'failure') desk.fail(outcome.failure, now);
    else if (outcome.kind === 'noSupportBot') desk.standAside('noSupportBot', now);
    else if (outcome.reading.isAdministrator === false && !desk.row.isRightClaimed)
      desk.standAside('notAdministrator', now);
    else {
      desk.takeReading(outcome.reading, now);
      const isComplete = outcome.reading.startedAt >= desk.row.missedSince;
      desk.row = { ...desk.row, ...(isComplete ? { missedSince: 0 } : { nextCheckAt: now + SOONEST_ALARM }) };
    }
    if (desk.session.value === 'unsupported') desk.row = { ...desk.row, nextCheckAt: null };
  }

  /** Notes that something was missed and has it read. */
  async makeUp(desk: PortalDesk, now: number): Promise<void> {
    desk.row = { ...desk.row, missedSince: now };
    await this.readSoon(desk, now);
  }

  /** Reads now, or by alarm when the last attempt was a moment ago. */
  async readSoon(desk: PortalDesk, now: number): Promise<void> {
    if (!isWorthReading(desk) || desk.row.readingLeaseUntil > now) return;
    const earliest = earliestAttempt(desk.row.attempts, now);
    if (now >= earliest && (await this.sendReader(desk, now))) return;
    const at = Math.max(earliest, now + SOONEST_ALARM);
    desk.row = { ...desk.row, nextCheckAt: Math.min(desk.row.nextCheckAt ?? at, at) };
  }

  /** Looks at what was hinted at or missed, now or soon; ms until the next try is due, null when none is. */
  async readAwaited(desk: PortalDesk, now: number): Promise<number | null> {
    const isHinted = desk.access.wantsReading;
    if (!isHinted && desk.row.missedSince === 0) return null;
    // A reading under way is followed by another one when it is done.
    if (!isWorthReading(desk) || desk.row.readingLeaseUntil > now) return null;
    const earliest = earliestAttempt(desk.row.attempts, now, isHinted ? QUICK_LOOKS : undefined);
    if (now >= earliest && (await this.sendReader(desk, now))) return null;
    // Should the background not live until then, the alarm does it.
    const at = Math.max(earliest, now + SOONEST_ALARM);
    desk.row = { ...desk.row, nextCheckAt: Math.min(desk.row.nextCheckAt ?? at, at) };
    return earliest > now && earliest - now < SOONEST_ALARM ? earliest - now : null;
  }

  /** A look that told nothing is followed by another one, later the longer it tells nothing. */
  lookAgain(desk: PortalDesk, now: number): void {
    const at = now + pauseAfterLook(now - desk.access.watch.hintedAt);
    desk.row = { ...desk.row, nextCheckAt: Math.min(desk.row.nextCheckAt ?? at, at) };
  }

  /** Tells one tab to read; false when none can. */
  async sendReader(desk: PortalDesk, now: number, notTab: number | null = null): Promise<boolean> {
    // A page that the user left open would read with whoever is signed in now.
    if (desk.session.context.hasLeft || desk.isPaused) return false;
    for (const tabId of await this.#effects.tabsOf(desk.row.origin)) {
      if (tabId === notTab) continue;
      const answer = (await this.#effects.askTab(tabId, {
        type: 'read',
        userId: desk.row.userId,
        access: desk.accessQuery(now),
      })) as { accepted?: boolean } | undefined;
      if (answer?.accepted !== true) continue;
      this.#lease(desk, tabId, now);
      return true;
    }
    return false;
  }

  /** Confirms the numbers through a tab that hears live events, else reads, else lets them grow old. */
  async check(desk: PortalDesk, now: number): Promise<void> {
    const silentTab = desk.row.readingLeaseUntil > 0 ? desk.row.readingTab : null;
    const tabs = await this.#effects.tabsOf(desk.row.origin);
    desk.row = { ...desk.row, readingLeaseUntil: 0 };
    if (!isWorthReading(desk)) desk.row = { ...desk.row, nextCheckAt: null };
    else if (silentTab !== null && tabs.includes(silentTab)) await this.#giveUp(desk, silentTab, now);
    else if ((await this.askTabs(desk, now)) === 'nobody') {
      const { keepsUntil } = desk.slots.context;
      desk.row = { ...desk.row, nextCheckAt: keepsUntil > now ? keepsUntil : null };
    }
  }

  /** A tab is there but never said what it read: once another may try at once, after that the pauses grow. */
  async #giveUp(desk: PortalDesk, tabId: number, now: number): Promise<void> {
    const isFirst = desk.row.failures === 0;
    this.takeOutcome(desk, { kind: 'failure', failure: 'timeout', detail: 'no answer' }, tabId, now);
    if (isFirst) await this.sendReader(desk, now, tabId);
  }
}

/** True when a page says otherwise about the user's right than the last reading: only a new one tells. */
function isContradicted({ session, row }: PortalDesk, { isAdministrator }: PageSays): boolean {
  if (row.isRightClaimed) return false;
  const wasRefused = session.context.reason === 'notAdministrator';
  return wasRefused ? isAdministrator === true : isAdministrator === false && session.value === 'live';
}

/** True when live events alone keep the numbers right. */
function isTrusted({ session, row, slots }: PortalDesk): boolean {
  return session.value === 'live' && row.missedSince === 0 && slots.value.freshness === 'fresh';
}

/** False where no tab could read: nobody is signed in, or the page said that the portal is not ours. */
function isWorthReading({ session, isPaused }: PortalDesk): boolean {
  return session.value !== 'unsupported' && !session.context.hasLeft && !isPaused;
}

/** True for what was read before it was known that the user had left. */
function isOutdated({ session }: PortalDesk, outcome: ReadingOutcome): boolean {
  const { hasLeft, since } = session.context;
  return hasLeft && (outcome.kind !== 'reading' || outcome.reading.startedAt <= since);
}
