/** Turns what has happened, and what time has brought, into planned runs. */
import { PlanOutdated } from '../../database/rule-plan.ts';
import type { NumberedEntry, RuleRepository } from '../../database/rules.ts';
import type { RuleMarkRow } from '../../database/schema.ts';
import { eventsOfEntry } from '../../domain/rules/entry-events.ts';
import { matches } from '../../domain/rules/matches.ts';
import type { RuleRow, TriggerKind } from '../../domain/rules/rule.ts';
import type { RuleRun } from '../../domain/rules/run.ts';
import { manualEvent } from '../../domain/rules/timed-events.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import { Breath } from './breath.ts';
import type { ActionPerformer } from './contract.ts';
import type { Candidate } from './judged.ts';
import { isFor, Judging } from './judging.ts';
import { SkippedRuns } from './skipped-runs.ts';
import { TimedPlans } from './timed-plans.ts';

/** Entries that are looked at in one task. */
const SLICE = 200;
/** Slices that are written together: of a rule that says no to all of them, only the newest runs are made and written. */
const SLICES = 50;
/** Somebody edits rules at this moment: after so many times the next pass tries again. */
const MOST_TRIES = 5;

export interface PlannerParts {
  repository: RuleRepository;
  performer: ActionPerformer;
  worldOf(key: string): Promise<RuleWorld | undefined>;
  portals(): Promise<string[]>;
  isPortalHeld(origin: string): boolean;
  now(): number;
}

/** Worlds as they were when they were asked for first. */
export type WorldOf = (key: string) => Promise<RuleWorld | undefined>;

export class Planner {
  readonly #parts: PlannerParts;
  readonly #skippedRuns: SkippedRuns;
  readonly #timed: TimedPlans;

  constructor(parts: PlannerParts) {
    this.#parts = parts;
    this.#skippedRuns = new SkippedRuns(parts.repository);
    this.#timed = new TimedPlans(parts);
  }

  /** Epoch ms at which time alone brings the next event, as far as it is known. */
  get nextAt(): number | null {
    return this.#timed.nextAt;
  }

  /** Looks at everything that is new; true when something was written. */
  async plan(): Promise<boolean> {
    const worldOf = this.#cachedWorlds();
    await this.#parts.repository.mendClock(this.#parts.now());
    let hasWritten = false;
    while (await this.#again(() => this.#takeEntries(worldOf))) hasWritten = true;
    const isTimeWritten = await this.#again(() => this.#takeTime(worldOf));
    return hasWritten || isTimeWritten;
  }

  /** Starts a rule by hand; its runs, or the one that says why it was not started. None for a rule that is off. */
  async start(ruleId: string, portal: string): Promise<RuleRun[]> {
    const world = await this.#parts.worldOf(portal);
    const row = (await this.#parts.repository.rules()).find(({ id }) => id === ruleId);
    if (!world || row?.rule.trigger.kind !== 'manual' || !isFor(row, portal)) return [];
    const judging = this.#judging();
    const event = manualEvent(world, crypto.randomUUID(), this.#parts.now());
    await judging.take([{ row, event, world, isTimed: false }]);
    const plan = await judging.plan(null);
    return [...(await this.#parts.repository.commit(plan)), ...plan.skipped];
  }

  /** True for a mark whose event may still come up. */
  wants(mark: RuleMarkRow): boolean {
    return this.#timed.wants(mark);
  }

  /** The next entries of the journal, written together; false when there are none. */
  async #takeEntries(worldOf: WorldOf): Promise<boolean> {
    const { repository } = this.#parts;
    const from = await repository.cursor();
    const rows = byKind((await repository.rules()).filter(({ state }) => state !== 'off'));
    const judging = this.#judging();
    let to = from;
    for (let slice = 0; slice < SLICES; slice += 1) {
      const entries = await repository.entriesAfter(to, SLICE);
      const candidates = await candidatesOf(entries, rows, worldOf);
      if (candidates.length > 0) await judging.take(candidates);
      to = entries.at(-1)?.id ?? to;
      if (entries.length < SLICE) break;
    }
    if (to === from) return false;
    await repository.commit(await judging.plan({ from, to }));
    return true;
  }

  async #takeTime(worldOf: WorldOf): Promise<boolean> {
    const { repository } = this.#parts;
    const { candidates, schedules } = await this.#timed.look(await repository.rules(), worldOf);
    const judging = this.#judging();
    await judging.take(candidates);
    if (judging.isEmpty && schedules.length === 0) return false;
    await repository.commit(await judging.plan(null, schedules));
    return !judging.isEmpty;
  }

  async #again(work: () => Promise<boolean>): Promise<boolean> {
    for (let left = MOST_TRIES; ; left -= 1) {
      try {
        return await work();
      } catch (error) {
        if (left <= 1 || !(error instanceof PlanOutdated)) throw error;
      }
    }
  }

  #judging(): Judging {
    const { repository, performer, now } = this.#parts;
    return new Judging({ repository, performer, skippedRuns: this.#skippedRuns, now: now() });
  }

  #cachedWorlds(): WorldOf {
    const worlds = new Map<string, Promise<RuleWorld | undefined>>();
    return (key) => {
      const world = worlds.get(key) ?? this.#parts.worldOf(key);
      worlds.set(key, world);
      return world;
    };
  }
}

function byKind(rows: readonly RuleRow[]): Map<TriggerKind, RuleRow[]> {
  return Map.groupBy(rows, ({ rule }) => rule.trigger.kind);
}

async function candidatesOf(
  entries: readonly NumberedEntry[],
  rows: ReadonlyMap<TriggerKind, readonly RuleRow[]>,
  worldOf: WorldOf,
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  const breath = new Breath();
  for (const { id, portal, entry } of entries) {
    if (breath.isDue) await breath.take();
    const world = entry.byRule === undefined && rows.size > 0 ? await worldOf(portal) : undefined;
    if (!world) continue;
    for (const event of eventsOfEntry(entry, id, world)) {
      const waiting = (rows.get(event.kind) ?? []).filter(
        (row) => isFor(row, portal) && matches(row.rule.trigger, event),
      );
      candidates.push(...waiting.map((row) => ({ row, event, world, isTimed: false })));
    }
  }
  return candidates;
}
