/** The last calls to portals, without what was asked and answered; held in memory and written some at a time. */
import type { CallRepository } from '../../database/calls.ts';
import {
  batchOf,
  type Call,
  type CallRing,
  callsFrom,
  isBatchDue,
  MOST_CALLS,
  NO_CALLS,
  withCall,
  withoutCalls,
  withStored,
} from '../../domain/calls/calls.ts';
import type { Effects } from '../effects.ts';

/** What a call is before it has its number. */
export type NotedCall = Omit<Call, 'number'>;

/** ms; well before a browser ends an idle background. */
const WRITE_WITHIN = 5_000;
/** Beside a tab's own clock nothing is later than now, and a call of another day is nobody's. */
const LONGEST_AGE = 86_400_000;

export class CallLog {
  readonly #repository: CallRepository;
  readonly #effects: Effects;
  #ring: CallRing = NO_CALLS;
  /** Calls of before the stored ones were loaded. */
  #early: NotedCall[] = [];
  #loading: Promise<void> | null = null;
  #isLoaded = false;
  #isWriteWaiting = false;
  /** Writing and forgetting come one after another. */
  #tail: Promise<void> = Promise.resolve();

  constructor(repository: CallRepository, effects: Effects) {
    this.#repository = repository;
    this.#effects = effects;
  }

  /** Notes calls to a portal (its key); costs no write of its own. Never fails. */
  note(portal: string, calls: readonly Omit<NotedCall, 'portal'>[]): void {
    const now = this.#effects.now();
    const noted = calls
      .map((call) => ({ ...call, portal, at: Math.min(call.at, now) }))
      .filter(({ at }) => now - at < LONGEST_AGE);
    if (this.#isLoaded) this.#take(noted);
    else this.#early = [...this.#early, ...noted].slice(-MOST_CALLS);
    this.#writeSoon();
  }

  /** The newest first. What the database cannot tell is missing; what was noted since the start is there. */
  async recent(): Promise<Call[]> {
    await this.#load().catch((error) => console.error('Latchdesk: earlier calls could not be read', error));
    const { calls } = this.#isLoaded ? this.#ring : this.#withEarly(NO_CALLS);
    return [...calls].reverse();
  }

  /** Forgets the calls to one portal, to all for null, in memory and in the database. */
  async forget(portal: string | null): Promise<void> {
    await this.#enqueue(async () => {
      // What is being loaded must not come back afterwards.
      await this.#load();
      this.#early = this.#early.filter((call) => portal !== null && call.portal !== portal);
      this.#ring = withoutCalls(this.#ring, portal);
      await this.#repository.remove(portal);
    });
  }

  /** Writes what waits. Fails when the database does; then it stays and is written with the next. */
  write(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#load();
      const batch = batchOf(this.#ring);
      if (!batch) return;
      await this.#repository.write(batch);
      this.#ring = withStored(this.#ring, batch, this.#effects.now());
    });
  }

  #take(calls: readonly NotedCall[]): void {
    for (const call of calls) this.#ring = withCall(this.#ring, call, this.#effects.now());
  }

  #withEarly(ring: CallRing): CallRing {
    return this.#early.reduce((all, call) => withCall(all, call, this.#effects.now()), ring);
  }

  /** Calls that came meanwhile follow the stored ones; tried again when it fails. */
  #load(): Promise<void> {
    this.#loading ??= this.#repository.all().then(
      (rows) => {
        this.#ring = this.#withEarly(callsFrom(rows));
        this.#early = [];
        this.#isLoaded = true;
      },
      (error) => {
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }

  #writeSoon(): void {
    if (this.#isLoaded && isBatchDue(this.#ring, this.#effects.now())) this.#writeQuietly();
    else if (!this.#isWriteWaiting) {
      this.#isWriteWaiting = true;
      this.#effects.later(WRITE_WITHIN, async () => {
        this.#isWriteWaiting = false;
        await this.write();
      });
    }
  }

  #writeQuietly(): void {
    this.write().catch((error) => console.error('Latchdesk: calls could not be written, the next try has them', error));
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined);
    return done;
  }
}
