/** Who reads a portal, and when: one tab for all, never two at once, rarely while live events flow. */
import type { LinkMessage } from '../bitrix24/link-protocol.ts';
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

export type ReadingOutcome = Extract<LinkMessage, { type: 'reading.finished' }>['outcome'];

export class Readers {
  readonly #effects: Effects;

  constructor(effects: Effects) {
    this.#effects = effects;
  }

  /** True when a tab that says hello shall read now; then it has the lease. */
  async grantTo(desk: PortalDesk, tabId: number, now: number): Promise<boolean> {
    if (await this.#isReadElsewhere(desk, tabId, now)) return false;
    if (await this.#isWatchedElsewhere(desk, tabId, now)) return false;
    this.#lease(desk, tabId, now);
    return true;
  }

  /** True while another tab is reading; the reader's own page says hello anew when it was left before it had read. */
  async #isReadElsewhere({ row }: PortalDesk, tabId: number, now: number): Promise<boolean> {
    if (row.readingLeaseUntil <= now || row.readingTab === null || row.readingTab === tabId) return false;
    return (await this.#effects.askTab(row.readingTab, { type: 'isLive' })) !== undefined;
  }

  /** True when fresh numbers are backed by another tab that hears live events. */
  async #isWatchedElsewhere(desk: PortalDesk, tabId: number, now: number): Promise<boolean> {
    const isTrusted = desk.session.value === 'live' && desk.row.missedSince === 0;
    if (!isTrusted || desk.slots.value.freshness === 'stale') return false;
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

  /** Books what a reading brought and sets when the portal is looked after next. */
  takeOutcome(desk: PortalDesk, outcome: ReadingOutcome, now: number): void {
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

  /** Reads now, or by alarm when the last attempt was a moment ago. */
  async readSoon(desk: PortalDesk, now: number): Promise<void> {
    if (desk.session.value === 'unsupported') return;
    desk.row = { ...desk.row, missedSince: now };
    if (desk.row.readingLeaseUntil > now) return;
    const earliest = earliestAttempt(desk.row.attempts, now);
    if (now >= earliest && (await this.sendReader(desk, now))) return;
    const at = Math.max(earliest, now + SOONEST_ALARM);
    desk.row = { ...desk.row, nextCheckAt: Math.min(desk.row.nextCheckAt ?? at, at) };
  }

  /** Tells one tab to read; false when none can. */
  async sendReader(desk: PortalDesk, now: number): Promise<boolean> {
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

  /** Confirms the numbers through a tab that hears live events, else reads, else lets them grow old. */
  async check(desk: PortalDesk, now: number): Promise<void> {
    desk.row = { ...desk.row, readingLeaseUntil: 0 };
    const isTrusted = desk.session.value === 'live' && desk.row.missedSince === 0;
    if (isTrusted && (await this.#hasLiveTab(desk, await this.#effects.tabsOf(desk.row.origin)))) {
      desk.confirm(now);
      desk.row = { ...desk.row, nextCheckAt: now + CHECK_EVERY };
    } else if (!(await this.sendReader(desk, now))) {
      desk.advanceClock(now);
      const { keepsUntil } = desk.slots.context;
      desk.row = { ...desk.row, nextCheckAt: keepsUntil > now ? keepsUntil : null };
    }
  }
}
