/**
 * Sixty days of one access on a clock that jumps from alarm to alarm, with the background killed at random points:
 * before an alarm, in the middle of the work, before a reminder is shown, and after it but before that was written down.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Effects } from '../../core/effects.ts';
import type { GrantRecord } from '../../domain/access/record.ts';
import type { Sighting } from '../../domain/access/verdict.ts';
import { accessReading, sighting } from '../access-records.ts';
import { START } from '../readings.ts';
import { MINUTE, PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RUNS = 200;
const REQUESTED = START - MINUTE;
const request = (changes: Partial<Sighting> = {}) => sighting({ sentAt: REQUESTED, ...changes });
const GRANTED = { keyboard: 'revoke', says: 'granted', tone: 'positive', answers: null } as const;
const REVOKED = { keyboard: 'none', says: 'ended', tone: null, answers: null } as const;

/** The same numbers for the same seed, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A background that dies in the middle of what it does never comes back to it. */
class Killed extends Error {}
const NEVER = new Promise<never>(() => undefined);

type Death = 'before' | 'unsaved' | 'unshown' | 'unnoted' | 'never';
const DEATHS: readonly Death[] = ['before', 'unsaved', 'unshown', 'unnoted', 'never', 'never'];

class Life {
  readonly world = new World();
  /** What stands on the desktop, by id: a second one of the same id takes its place. */
  readonly onScreen = new Map<string, string>();
  readonly shown: string[] = [];
  #death: Death = 'never';
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
    const effects = this.world.effects as { notify: Effects['notify'] };
    effects.notify = async ({ id, title, message }) => {
      if (this.#death === 'unshown') {
        this.#death = 'never';
        throw new Killed();
      }
      this.onScreen.set(id, `${title} ${message}`);
      this.shown.push(`${title} ${message}`);
      if (this.#death === 'unnoted') {
        this.#death = 'never';
        throw new Killed();
      }
    };
  }

  chance = (share: number): boolean => this.#random() < share;
  between = (low: number, high: number): number => low + Math.floor(this.#random() * (high - low));

  async begin(): Promise<void> {
    await this.world.open(1);
    await this.#survive(() => this.see(request()));
    await this.see(request());
  }

  see(...sightings: Sighting[]) {
    return this.world.readAccess(1, accessReading(sightings));
  }

  /** Work in which the background may die; afterwards it is up again over what it had written. */
  async #survive(work: () => Promise<unknown>): Promise<void> {
    this.#death = DEATHS[this.between(0, DEATHS.length)] as Death;
    if (this.#death === 'before') await this.world.restart();
    const dies = this.#death === 'unsaved' ? this.#dieWhileSaving() : NEVER;
    await Promise.race([work().catch(ignoreDeath), dies]);
    // Who was quicker than death dies all the same, before anything else begins.
    if (this.#death === 'unsaved') await dies;
    if (this.#death !== 'never') await this.world.restart();
    this.#death = 'never';
  }

  /** Some turns of the event loop later, wherever the work is by then. */
  async #dieWhileSaving(): Promise<void> {
    for (let turns = this.between(0, 12); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
    this.world.database.close();
  }

  /** Time passes up to a moment, from alarm to alarm. */
  async passUntil(end: number): Promise<void> {
    for (;;) {
      const { alarm } = this.world;
      if (alarm === null || alarm > end) break;
      this.world.now = Math.max(this.world.now, alarm);
      await this.#survive(() => this.world.application.check());
      // The browser sets a missed alarm off once more; the application has set the next one at its start.
      if (this.world.alarm !== null && this.world.alarm <= this.world.now) await this.world.application.check();
    }
    this.world.now = end;
  }

  async reminders(): Promise<{ kind: string; days: number }[]> {
    const wish = { type: 'history.wanted', key: KEY, id: null } as const;
    const lines = await this.world.application.access.history(wish);
    return lines.flatMap(({ change }) => (change.kind === 'reminded' ? [change.reminder] : []));
  }

  async record(): Promise<GrantRecord> {
    const rows = await this.world.application.access.register(KEY);
    expect(rows).toHaveLength(1);
    return rows[0] as unknown as GrantRecord;
  }

  end(): void {
    this.world.database.close();
  }
}

/** Only a death that was ordered is one; the closed database of another one shows as its error. */
function ignoreDeath(error: unknown): void {
  if (error instanceof Killed || /[Dd]atabase/.test(String(error))) return;
  throw error;
}

let life: Life;
// Whoever is killed in the middle of the work complains of it; that is what the test is about.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
  life.end();
});

/** What there is to say of an access that began at `startsAt` and goes on until `until`. */
function expectedBefore(startsAt: number, until: number): { kind: string; days: number }[] {
  const end = startsAt + 21 * DAY;
  const all = [
    { at: end - 7 * DAY, kind: 'before', days: 7 },
    { at: end - 3 * DAY, kind: 'before', days: 3 },
    { at: end - DAY, kind: 'before', days: 1 },
    { at: end, kind: 'end', days: 0 },
    ...[1, 8, 15, 22, 29, 36].map((days) => ({ at: end + days * DAY, kind: 'after', days })),
  ];
  return all.filter(({ at }) => at <= until).map(({ kind, days }) => ({ kind, days }));
}

const isOfGrant = ({ kind }: { kind: string }) => kind === 'before' || kind === 'end' || kind === 'after';

describe('sixty days with a background that keeps dying', () => {
  it.each([
    { ends: 'it is revoked in the portal', revoke: true },
    { ends: 'nobody ever says that it ended', revoke: false },
  ])('lose no reminder and repeat none when $ends', { timeout: 240_000 }, async ({ revoke }) => {
    for (let seed = 1; seed <= RUNS / 2; seed += 1) {
      life = new Life(seed);
      await life.begin();
      const waited = life.between(1, 3 * 24) * HOUR;
      await life.passUntil(START + waited);
      await life.see(request(GRANTED));
      const { startsAt } = await life.record();
      expect(startsAt, `seed ${seed}`).not.toBeNull();
      // The portal's pages are closed: nothing reads on.
      life.world.tabs.clear();

      const until = START + (revoke ? life.between(4, 40) * DAY : 60 * DAY);
      await life.passUntil(until);
      expect((await life.reminders()).filter(isOfGrant), `seed ${seed}`).toEqual(
        expectedBefore(startsAt as number, until),
      );
      expect(life.onScreen.size, `seed ${seed}: notifications stand side by side`).toBe(1);
      expect((await life.record()).state, `seed ${seed}`).toBe(stateAt(startsAt as number, until));

      if (revoke) {
        await life.world.open(1);
        await life.see(request(REVOKED));
        expect(await life.record(), `seed ${seed}`).toMatchObject({ state: 'revoked', endedAt: null });
        life.world.tabs.clear();
        const told = (await life.reminders()).length;
        await life.passUntil(START + 60 * DAY);
        expect(await life.reminders(), `seed ${seed}: reminded after the end`).toHaveLength(told);
      }
      life.end();
    }
  });

  it('remind of what is due when the browser comes back, once, whatever the clock did meanwhile', {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      life = new Life(1_000 + seed);
      await life.begin();
      await life.see(request(GRANTED));
      life.world.tabs.clear();
      const away = START + life.between(15, 50) * DAY;
      // Nothing rings while the browser is closed.
      life.world.now = away;
      await life.world.restart();
      await life.passUntil(away + MINUTE);
      const told = (await life.reminders()).filter(isOfGrant);
      expect(told, `seed ${seed}`).toHaveLength(1);

      // The clock is found to be wrong by two days, and is set right again.
      life.world.now = away - 2 * DAY;
      await life.passUntil(away - 2 * DAY + HOUR);
      expect((await life.reminders()).filter(isOfGrant), `seed ${seed}: the clock went back`).toHaveLength(1);
      life.world.now = away + 2 * MINUTE;
      await life.world.application.check();
      expect((await life.reminders()).filter(isOfGrant), `seed ${seed}: and forth`).toHaveLength(1);
      expect(await life.record()).toMatchObject({ endedAt: null });
      life.end();
    }
  });

  it.each(['Europe/Berlin', 'Asia/Kamchatka', 'America/Sao_Paulo'])(
    'end at the same moment after a journey to %s and through a change of season',
    async (zone) => {
      const before = process.env.TZ;
      life = new Life(7);
      await life.begin();
      await life.see(request(GRANTED));
      life.world.tabs.clear();
      const { endsAt } = await life.record();
      try {
        process.env.TZ = zone;
        await life.world.restart();
        await life.passUntil((endsAt as number) - 1);
        expect(await life.record()).toMatchObject({ state: 'ending', endsAt });
        await life.passUntil((endsAt as number) + 1);
        expect(await life.record()).toMatchObject({ state: 'overdue', endsAt });
      } finally {
        process.env.TZ = before;
      }
    },
  );
});

function stateAt(startsAt: number, now: number): string {
  const left = startsAt + 21 * DAY - now;
  if (left <= 0) return 'overdue';
  return left <= 3 * DAY ? 'ending' : 'granted';
}
