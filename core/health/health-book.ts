/** How the sources of each portal are, told by whoever reads, hears or parses; kept in the database. */
import type { HealthRepository } from '../../database/health.ts';
import { type HealthEvent, healthAfter, type PortalHealth } from '../../domain/health/health.ts';
import { type HealthView, healthView } from '../../domain/health/view.ts';
import type { Effects } from '../effects.ts';

/** Takes what a source of a portal has told. */
export type HearHealth = (key: string, events: readonly HealthEvent[]) => void;

/** ms; well before a browser ends an idle background. */
const WRITE_WITHIN = 5_000;
/** A source that works says so this often (ms), however often it is heard. */
const TOLD_EVERY = 60_000;
/** Of one portal, until they are written; beyond that somebody makes them up. */
const MOST_WAITING = 500;

export class HealthBook {
  readonly #repository: HealthRepository;
  readonly #effects: Effects;
  /** What was told and is not written yet, by the portal's key. */
  readonly #waiting = new Map<string, HealthEvent[]>();
  /** When a source of a portal said last that it works, if nothing else was said of it since. */
  readonly #toldAt = new Map<string, number>();
  #isWriteWaiting = false;
  /** Writing and forgetting come one after another. */
  #tail: Promise<void> = Promise.resolve();

  constructor(repository: HealthRepository, effects: Effects) {
    this.#repository = repository;
    this.#effects = effects;
  }

  /** Takes what was told of a portal; costs no write of its own. Never fails. */
  readonly hear: HearHealth = (key, events) => {
    const news = events.filter((event) => this.#isNews(key, event));
    if (news.length === 0) return;
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), ...news].slice(-MOST_WAITING));
    this.#writeSoon();
  };

  /** The health of a portal, with what is not written yet. */
  async health(key: string): Promise<PortalHealth> {
    return this.#withWaiting(key, await this.#repository.get(key));
  }

  async view(key: string): Promise<HealthView> {
    return healthView(await this.health(key), this.#effects.now());
  }

  /** Counts of what nobody understood begin anew. */
  async clear(key: string): Promise<void> {
    this.hear(key, [{ type: 'counts.cleared', at: this.#effects.now() }]);
    await this.write();
  }

  /** Forgets one portal, all for null, in memory and in the database. */
  forget(key: string | null): Promise<void> {
    return this.#enqueue(async () => {
      for (const each of this.#waiting.keys()) if (key === null || each === key) this.#waiting.delete(each);
      for (const each of this.#toldAt.keys()) if (key === null || each.startsWith(`${key} `)) this.#toldAt.delete(each);
      await this.#repository.remove(key);
    });
  }

  /** Writes what waits. Fails when the database does; then it stays and is written with the next. */
  write(): Promise<void> {
    return this.#enqueue(async () => {
      const writing = [...this.#waiting];
      if (writing.length === 0) return;
      await this.#repository.change(new Map(writing.map(([key, events]) => [key, changeBy(events)])));
      // What came meanwhile follows what was written.
      for (const [key, events] of writing) {
        const rest = (this.#waiting.get(key) ?? []).filter((event) => !events.includes(event));
        if (rest.length > 0) this.#waiting.set(key, rest);
        else this.#waiting.delete(key);
      }
    });
  }

  #withWaiting(key: string, health: PortalHealth): PortalHealth {
    return changeBy(this.#waiting.get(key) ?? [])(health);
  }

  #isNews(key: string, event: HealthEvent): boolean {
    if (!('source' in event) || event.type === 'payload.malformed') return true;
    const place = `${key} ${event.source}`;
    if (event.type !== 'source.told') {
      this.#toldAt.delete(place);
      return true;
    }
    const since = event.at - (this.#toldAt.get(place) ?? Number.NEGATIVE_INFINITY);
    // A clock that was set back must not silence a source.
    if (since >= 0 && since < TOLD_EVERY) return false;
    this.#toldAt.set(place, event.at);
    return true;
  }

  #writeSoon(): void {
    if (this.#isWriteWaiting) return;
    this.#isWriteWaiting = true;
    this.#effects.later(WRITE_WITHIN, async () => {
      this.#isWriteWaiting = false;
      await this.write();
    });
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }
}

const changeBy =
  (events: readonly HealthEvent[]) =>
  (health: PortalHealth): PortalHealth =>
    events.reduce(healthAfter, health);
