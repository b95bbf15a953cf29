/**
 * The background is ended at random points, again and again, and a new one goes on with the same database. Each seed draws
 * rules, events, a receiver and the points; a failure names its seed.
 */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { ActionPerformer } from '../../../core/rules/contract.ts';
import { Engine } from '../../../core/rules/engine.ts';
import { RuleRepository } from '../../../database/rules.ts';
import { LatchdeskDatabase } from '../../../database/schema.ts';
import type { JournalEntry } from '../../../domain/journal.ts';
import { eventsOfEntry } from '../../../domain/rules/entry-events.ts';
import { matches } from '../../../domain/rules/matches.ts';
import type { Action, Rule, RuleRow } from '../../../domain/rules/rule.ts';
import type { Outcome, RuleRun } from '../../../domain/rules/run.ts';
import type { RuleWorld } from '../../../domain/rules/world.ts';
import { dialog, NOW } from '../../components/samples.ts';
import { row } from '../../database/rows.ts';
import { HOUR, PORTAL, rule, waits, world } from '../../domain/rules/worlds.ts';

const SEEDS = 500;
const PARTS = 10;
/** Backgrounds that are ended in one run, at most. */
const MOST_KILLS = 8;

type Random = () => number;

/** Mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const upTo = (random: Random, most: number): number => Math.floor(random() * most);

/** The other side: what it has really done, by key. It outlives every background. */
class Receiver {
  readonly done = new Map<string, number>();
  readonly bodies = new Map<string, Set<string>>();
  readonly knowsKeys: boolean;
  readonly #random: Random;

  constructor(knowsKeys: boolean, random: Random) {
    this.knowsKeys = knowsKeys;
    this.#random = random;
  }

  take({ key, rendered }: RuleRun): Outcome {
    const { body } = rendered ?? {};
    this.bodies.set(key, (this.bodies.get(key) ?? new Set()).add(body ?? ''));
    const times = this.done.get(key) ?? 0;
    // A key that it knows gets the answer of the first time.
    const draw = this.knowsKeys && times > 0 ? 0.2 + this.#random() * 0.8 : this.#random();
    if (draw < 0.15) return { kind: 'retry', problem: 'unavailable', status: 503, after: null };
    if (draw < 0.2) return { kind: 'failed', problem: 'refused', status: 400, answer: '' };
    this.done.set(key, this.knowsKeys ? 1 : times + 1);
    if (draw < 0.3) return { kind: 'uncertain', problem: 'timeout' };
    return { kind: 'done', status: 200, answer: '' };
  }
}

/** One life of the background: after its end no promise of it comes to anything. */
class Life {
  readonly #endsAfter: number;
  #steps = 0;
  readonly #ended = Promise.withResolvers<void>();

  constructor(endsAfter: number) {
    this.#endsAfter = endsAfter;
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** The background may end before what it asks for has begun, or after it was done but before it hears of it. */
  async step<T>(work: () => Promise<T>): Promise<T> {
    await this.#mayEnd();
    const result = await work();
    await this.#mayEnd();
    return result;
  }

  #mayEnd(): Promise<void> | undefined {
    this.#steps += 1;
    if (this.#steps < this.#endsAfter) return undefined;
    this.#ended.resolve();
    return new Promise(() => undefined);
  }
}

/** The repository as a background that may end sees it. */
function mortal<T extends object>(target: T, life: Life): T {
  return new Proxy(target, {
    get(object, name) {
      const member = Reflect.get(object, name, object);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => life.step(async () => member.apply(object, args));
    },
  });
}

const KINDS = ['support.answered', 'dialog.closed', 'dialog.opened', 'message.refused'] as const;

function drawRule(id: string, random: Random): Rule {
  const actions = Array.from({ length: 1 + upTo(random, 3) }, (_, index): Action => {
    return random() < 0.5
      ? { kind: 'webhook', destination: 'hook', note: `n${index}` }
      : { kind: 'task', through: 'session', title: `t${index}`, text: '', deadlineDays: null };
  });
  const kind = KINDS[upTo(random, KINDS.length)] ?? 'support.answered';
  return rule({
    ...{ id, actions, trigger: random() < 0.2 ? waits(4) : { kind } },
    cooldown: random() < 0.3 ? { minutes: 10, per: random() < 0.5 ? 'rule' : 'object' } : { minutes: 0, per: 'rule' },
    conditions: {
      match: 'all',
      list: random() < 0.3 ? [{ fact: 'dialog.id', is: 'equals', value: `chat${upTo(random, 4)}` }] : [],
    },
  });
}

const kept = (made: Rule): RuleRow => ({
  ...{ id: made.id, rule: made, state: 'on', offBecause: null, failures: 0, since: 0, changedAt: NOW },
  scheduledUpTo: null,
});

interface Play {
  database: LatchdeskDatabase;
  receiver: Receiver;
  rules: Rule[];
  known: RuleWorld;
  entries: { id: number; entry: JournalEntry }[];
  kills: number;
}

async function play(seed: number): Promise<Play> {
  const random = randomOf(seed);
  const database = new LatchdeskDatabase(`killed-${seed}`);
  await database.portals.put(row('1'));
  const rules = Array.from({ length: 1 + upTo(random, 4) }, (_, index) => drawRule(`rule-${index}`, random));
  await database.rules.bulkPut(rules.map(kept));
  await database.destinations.put({
    ...{ id: 'hook', name: 'Hook', kind: 'webhook', host: 'hooks.example', isPrivateAllowed: false, knowsKeys: true },
    ...{ agreedAt: NOW, addressVersion: 1, failures: 0, restsUntil: 0 },
  });
  await database.preferences.put({ id: 'rules', value: { cursor: 0, isPaused: false } });
  const since = (index: number) => NOW - (index + 3) * HOUR;
  const dialogs = [0, 1, 2, 3].map((id) =>
    dialog(id, { turn: { author: 'support', since: since(id), at: since(id), source: 'event' } }),
  );
  const receiver = new Receiver(random() < 0.5, random);
  const made: Play = { database, receiver, rules, known: world({ dialogs }), entries: [], kills: 0 };
  await live(made, random);
  return made;
}

/** One background after another; what happens on the portal goes on meanwhile. */
async function live(made: Play, random: Random): Promise<void> {
  const clock = { now: NOW };
  for (let lives = 0; ; lives += 1) {
    for (let count = upTo(random, 4); count > 0; count -= 1) await happen(made, clock.now, random);
    const isLast = lives >= MOST_KILLS;
    const life = new Life(isLast ? Number.POSITIVE_INFINITY : 2 + upTo(random, 60));
    const engine = engineOf(made, clock, life, random);
    const whole = (async () => {
      await engine.recover();
      // What waits for a retry or the end of a rest comes to its time.
      for (let passes = isLast ? 40 : upTo(random, 3); passes > 0; passes -= 1) {
        clock.now = Math.max(clock.now, engine.nextAt() ?? clock.now);
        await engine.pass();
        if (isLast && engine.nextAt() === null) break;
      }
    })();
    const isKilled = await Promise.race([whole.then(() => false), life.ended.then(() => true)]);
    if (isKilled) made.kills += 1;
    clock.now += upTo(random, 20) * 60_000;
    if (isLast) return;
  }
}

async function happen(made: Play, at: number, random: Random): Promise<void> {
  const kind = KINDS[upTo(random, KINDS.length)] ?? 'dialog.closed';
  const entry: JournalEntry = { at, kind, chatId: upTo(random, 4) };
  const id = await made.database.journal.add({ ...entry, portal: PORTAL });
  made.entries.push({ id, entry });
}

function engineOf(made: Play, clock: { now: number }, life: Life, random: Random): Engine {
  const { receiver } = made;
  const performer: ActionPerformer = {
    render: (action) => ({ action, body: JSON.stringify(action), goesTo: '' }),
    isRepeatable: () => life.step(async () => receiver.knowsKeys),
    perform: (run) => life.step(async () => receiver.take(run)),
  };
  return new Engine({
    repository: mortal(new RuleRepository(made.database), life),
    performer,
    worldOf: () => life.step(async () => made.known),
    portals: () => life.step(async () => [PORTAL]),
    isHeld: () => false,
    isPortalHeld: () => false,
    effects: { now: () => clock.now, random, later: () => undefined },
    tell: () => undefined,
  });
}

const OVER: readonly string[] = ['done', 'failed', 'skipped', 'uncertain'];

/** Of every event and rule that it matches, what is there to be seen. */
async function check({ database, receiver, rules, known, entries }: Play): Promise<void> {
  const runs = await database.runs.toArray();
  const off = new Set((await database.rules.toArray()).filter(({ state }) => state === 'off').map(({ id }) => id));
  for (const [key, times] of receiver.done) {
    expect(times, `done ${times} times`).toBe(1);
    expect(receiver.bodies.get(key)?.size, 'bodies of one key').toBe(1);
    expect(runs.find((run) => run.key === key)?.state, 'what was done is not forgotten').toMatch(
      /done|uncertain|failed/,
    );
  }
  const unsure = new Set(
    runs.filter(({ state }) => state === 'uncertain').map(({ ruleId, event }) => `${ruleId} ${event.id}`),
  );
  for (const { state, ruleId, event } of runs) {
    // What a rule that failed too often had planned waits for a person, and so do actions after an uncertain one.
    const waits = off.has(ruleId) || unsure.has(`${ruleId} ${event.id}`);
    expect([...OVER, ...(waits ? ['planned', 'waiting'] : [])], 'a state at the end').toContain(state);
  }
  const seen = new Set(runs.map(({ ruleId, event }) => `${ruleId} ${event.id}`));
  for (const { id, entry } of entries) {
    for (const event of eventsOfEntry(entry, id, known)) {
      for (const made of rules.filter(({ trigger }) => matches(trigger, event))) {
        expect(seen.has(`${made.id} ${event.id}`) || off.has(made.id), `${made.id} and ${event.id}`).toBe(true);
      }
    }
  }
  const each = new Map<string, number>();
  for (const { ruleId, event, actionIndex } of runs) {
    const name = `${ruleId} ${event.id} ${actionIndex}`;
    each.set(name, (each.get(name) ?? 0) + 1);
  }
  expect(
    [...each.values()].filter((times) => times > 1),
    'runs of the same action',
  ).toEqual([]);
}

describe('a background that is ended at any point', () => {
  const kills = { total: 0, uncertain: 0, done: 0 };

  it.each(Array.from({ length: PARTS }, (_, part) => part))(
    'does nothing twice and loses nothing, part %i',
    async (part) => {
      vi.spyOn(console, 'error').mockImplementation((...words) => {
        throw new Error(`unexpected: ${words.join(' ')}`);
      });
      for (let seed = part * (SEEDS / PARTS) + 1; seed <= (part + 1) * (SEEDS / PARTS); seed += 1) {
        const made = await play(seed);
        try {
          await check(made);
        } catch (error) {
          throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
        }
        kills.total += made.kills;
        kills.uncertain += await made.database.runs.where('state').equals('uncertain').count();
        kills.done += made.receiver.done.size;
        await made.database.delete();
      }
    },
    60_000,
  );

  it('was ended often enough, and left some runs to a person', () => {
    expect(kills.total).toBeGreaterThan(SEEDS);
    expect(kills.uncertain).toBeGreaterThan(SEEDS / 10);
    expect(kills.done).toBeGreaterThan(SEEDS);
  });
});
