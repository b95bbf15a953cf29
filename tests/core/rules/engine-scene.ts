/** The real engine over a real database; what is made up is the portal it looks at, its clock, and the world outside. */
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { ActionPerformer } from '../../../core/rules/contract.ts';
import { Engine, type EngineParts } from '../../../core/rules/engine.ts';
import { RuleRepository } from '../../../database/rules.ts';
import { LatchdeskDatabase } from '../../../database/schema.ts';
import type { JournalEntry } from '../../../domain/journal.ts';
import type { Destination } from '../../../domain/rules/destination.ts';
import type { Action, Rule, RuleRow } from '../../../domain/rules/rule.ts';
import type { Outcome, RenderedAction, RuleRun } from '../../../domain/rules/run.ts';
import type { RuleWorld } from '../../../domain/rules/world.ts';
import { NOW } from '../../components/samples.ts';
import { row } from '../../database/rows.ts';
import { rule, world } from '../../domain/rules/worlds.ts';

export const PORTAL = 'https://demo.bitrix24.ru|1';
export const SECOND = 1_000;
export const MINUTE = 60_000;

export const DONE: Outcome = { kind: 'done', status: 200, answer: 'ok' };
export const BUSY: Outcome = { kind: 'retry', problem: 'unavailable', status: 503, after: null };
export const REFUSED: Outcome = { kind: 'failed', problem: 'refused', status: 400, answer: '' };
export const LOST: Outcome = { kind: 'uncertain', problem: 'timeout' };

/** The world outside: answers as it was told to, and counts. */
export class Receiver implements ActionPerformer {
  /** Keys of all calls, in order. */
  readonly calls: string[] = [];
  readonly runs: RuleRun[] = [];
  knowsKeys = true;
  answer: (run: RuleRun) => Outcome | Promise<Outcome> = () => DONE;

  render(action: Action): RenderedAction {
    return { action, body: JSON.stringify(action), goesTo: 'hooks.example' };
  }

  async isRepeatable(): Promise<boolean> {
    return this.knowsKeys;
  }

  async perform(run: RuleRun): Promise<Outcome> {
    this.calls.push(run.key);
    this.runs.push(run);
    return this.answer(run);
  }
}

let databases = 0;

export async function scene() {
  databases += 1;
  const database = new LatchdeskDatabase(`engine-${databases}`);
  await database.portals.put(row('1'));
  const repository = new RuleRepository(database);
  const receiver = new Receiver();
  const clock = { now: NOW };
  const held = { all: false, portals: new Set<string>() };
  const worlds = new Map<string, RuleWorld>([[PORTAL, world()]]);
  const later: { ms: number; work: () => Promise<void> }[] = [];
  const parts: EngineParts = {
    repository,
    performer: receiver,
    worldOf: async (key) => worlds.get(key),
    portals: async () => [...worlds.keys()],
    isHeld: () => held.all,
    isPortalHeld: (origin) => held.portals.has(origin),
    effects: { now: () => clock.now, random: () => 0.5, later: (ms, work) => void later.push({ ms, work }) },
    tell: vi.fn(),
  };
  const engine = new Engine(parts);
  const write = (entry: JournalEntry, portal = PORTAL) => database.journal.add({ ...entry, portal });
  return {
    ...{ database, repository, receiver, clock, held, worlds, later, parts, engine, write },
    /** A rule as it is kept, switched on unless told otherwise. */
    keep: async (changes: Partial<Rule> = {}, kept: Partial<RuleRow> = {}) => {
      const made = rule(changes);
      const stored: RuleRow = {
        ...{ id: made.id, rule: made, state: 'on', offBecause: null, failures: 0, since: 0, changedAt: NOW },
        scheduledUpTo: null,
        ...kept,
      };
      await database.rules.put(stored);
      return stored;
    },
    keepDestination: (changes: Partial<Destination> = {}) =>
      database.destinations.put({
        ...{ id: 'hook', name: 'Hook', kind: 'webhook', host: 'hooks.example', isPrivateAllowed: false },
        ...{ knowsKeys: true, agreedAt: NOW, addressVersion: 1, failures: 0, restsUntil: 0 },
        ...changes,
      }),
    /** A new background on the same database. */
    restarted: () => new Engine({ ...parts }),
    runs: () => database.runs.orderBy('plannedAt').toArray(),
    states: async () => (await database.runs.toArray()).map(({ state }) => state).sort(),
    /** The time passes, and the engine looks. */
    pass: async (ms = 0) => {
      clock.now += ms;
      await engine.pass();
    },
  };
}

export type Scene = Awaited<ReturnType<typeof scene>>;

export const answered = (chatId: number, at = NOW): JournalEntry => ({ at, kind: 'support.answered', chatId });

export const WEBHOOK: Action = { kind: 'webhook', destination: 'hook', note: '' };
