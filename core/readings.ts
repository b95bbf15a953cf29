/** Readings of portals: asked for by a person, put off for a moment, and what is booked of them, wherever they came from. */
import type { ReadingAnswers } from '../bitrix24/away-reader.ts';
import type { Desks } from './desks.ts';
import type { Display } from './display.ts';
import type { Effects } from './effects.ts';
import type { HealthBook } from './health/health-book.ts';
import { accessEvents } from './health/health-events.ts';
import type { PortalDesk } from './portal-desk.ts';
import type { Readers } from './readers.ts';

export interface ReadingParts {
  desks: Desks;
  display: Display;
  effects: Effects;
  readers: Readers;
  health: Pick<HealthBook, 'hear'>;
}

export class Readings {
  readonly #desks: Desks;
  readonly #display: Display;
  readonly #effects: Effects;
  readonly #readers: Readers;
  readonly #health: ReadingParts['health'];

  constructor({ desks, display, effects, readers, health }: ReadingParts) {
    this.#desks = desks;
    this.#display = display;
    this.#effects = effects;
    this.#readers = readers;
    this.#health = health;
  }

  /** Reads a portal because a person asked for it; false when no open tab can. */
  async readNow(key: string): Promise<boolean> {
    const isReading = await this.#desks.with(key, this.#now, (desk) =>
      this.#readers.sendReader(desk, this.#effects.now()),
    );
    await this.#display.publish(key);
    return isReading ?? false;
  }

  /** Reads a portal with everything a reading can look at, however lately it was looked at. */
  async readAll(key: string): Promise<boolean> {
    await this.#desks.with(key, this.#now, ({ access }) => access.lookAtAll());
    return this.readNow(key);
  }

  /** Tries again in a moment; ms, null: not at all. */
  lookLater(key: string, pause: number | null): void {
    if (pause === null) return;
    this.#effects.later(pause, async () => {
      const next = await this.#desks.with(key, this.#now, (desk) =>
        this.#readers.readAwaited(desk, this.#effects.now()),
      );
      this.lookLater(key, next ?? null);
    });
  }

  /** News that a page may have invented is told when a reading has confirmed it. */
  async confirmNews(key: string): Promise<void> {
    if (!(await this.#desks.peek(key))?.wantsReading) return;
    await this.#desks.with(key, this.#now, (desk) => this.#readers.readSoon(desk, this.#effects.now()));
  }

  /** Books what was read, by a tab or, for null, by the background itself. */
  async take(desk: PortalDesk, { outcome, access }: ReadingAnswers, tabId: number | null): Promise<void> {
    const now = this.#effects.now();
    const isNews = isNewest(outcome, desk);
    this.#readers.takeOutcome(desk, outcome, tabId, now);
    // Whoever is signed in now may have answered in the middle of it.
    if (!isNews || desk.session.context.hasLeft) return;
    const { readingStartedAt } = desk.ledger;
    if (access) {
      desk.takeAccess(access, readingStartedAt, now);
      this.#health.hear(desk.row.key, accessEvents(access, now));
    }
    const isHintedAnew = access !== null && desk.access.watch.hintedAt > readingStartedAt;
    // What was missed in the middle of it is not in it, nor is what was hinted at.
    if (desk.row.missedSince > 0 || (isHintedAnew && !access.hasMore))
      this.lookLater(desk.row.key, await this.#readers.readAwaited(desk, now));
    else if (access?.hasMore) await this.#readers.readSoon(desk, now);
    else if (access && desk.access.wantsReading) this.#readers.lookAgain(desk, now);
  }

  readonly #now = (): number => this.#effects.now();
}

/** What two tabs read at once may come in the wrong order. */
function isNewest(outcome: ReadingAnswers['outcome'], desk: PortalDesk): boolean {
  return outcome.kind === 'reading' && outcome.reading.startedAt >= desk.ledger.readingStartedAt;
}
