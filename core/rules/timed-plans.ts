/** What time alone has brought to rules, on every portal that may be worked on now. */
import type { RuleMarkRow } from '../../database/schema.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import type { RuleRow, Trigger } from '../../domain/rules/rule.ts';
import { nextScheduleTime, scheduleTimes } from '../../domain/rules/schedule.ts';
import { scheduleEvent, timedEvents } from '../../domain/rules/timed-events.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import { isConfirmed } from '../../domain/rules/world-facts.ts';
import { originOf } from '../desks.ts';
import type { Candidate } from './judged.ts';
import { isFor } from './judging.ts';
import type { PlannerParts, WorldOf } from './planning.ts';

type Schedule = Extract<Trigger, { kind: 'schedule' }>;
export type TimedLook = { candidates: Candidate[]; schedules: { ruleId: string; upTo: number }[] };

const TIMED: readonly string[] = ['answer.waits', 'access.requested', 'access.ends', 'access.overdue'];

const isTimed = ({ rule }: RuleRow): boolean => TIMED.includes(rule.trigger.kind);
const isScheduled = (row: RuleRow): row is RuleRow & { rule: { trigger: Schedule } } =>
  row.rule.trigger.kind === 'schedule';

const nameOf = (portal: string, ruleId: string, event: string): string => `${portal} ${ruleId} ${event}`;

export class TimedPlans {
  readonly #parts: Pick<PlannerParts, 'portals' | 'isPortalHeld' | 'now'>;
  #nextAt: number | null = null;
  #rules = new Map<string, RuleRow>();
  /** What is due as of the last look, whether it has started its rule or not. */
  #due = new Set<string>();
  /** Portals of which the last look could tell what is due. */
  #sure = new Set<string>();

  constructor(parts: PlannerParts) {
    this.#parts = parts;
  }

  get nextAt(): number | null {
    return this.#nextAt;
  }

  async look(rows: readonly RuleRow[], worldOf: WorldOf): Promise<TimedLook> {
    const now = this.#parts.now();
    const looks: TimedLook = { candidates: [], schedules: [] };
    const held = new Set<string>();
    this.#nextAt = null;
    this.#rules = new Map(rows.map((row) => [row.id, row]));
    this.#due = new Set();
    this.#sure = new Set();
    for (const portal of await this.#parts.portals()) {
      const ours = rows.filter((row) => isFor(row, portal) && (isTimed(row) || isScheduled(row)));
      const world = ours.length > 0 ? await this.#openWorld(portal, worldOf) : undefined;
      if (!world) for (const { id } of ours) held.add(id);
      else looks.candidates.push(...ours.flatMap((row) => this.#dueOn(row, world, now)));
    }
    looks.candidates.sort((a, b) => a.event.at - b.event.at);
    looks.schedules = this.#followed(rows.filter(isScheduled), held, now);
    return looks;
  }

  /** True for a mark whose event is due still, or may be where nobody can tell now. */
  wants({ portal, ruleId, event }: RuleMarkRow): boolean {
    const row = this.#rules.get(ruleId);
    return (
      row !== undefined && isTimed(row) && (!this.#sure.has(portal) || this.#due.has(nameOf(portal, ruleId, event)))
    );
  }

  /** Undefined while a portal is paused, signed out or not supported: what time brings there waits. */
  async #openWorld(portal: string, worldOf: WorldOf): Promise<RuleWorld | undefined> {
    if (this.#parts.isPortalHeld(originOf(portal))) return undefined;
    const world = await worldOf(portal);
    const state = world?.view.session.state;
    if (state === 'signedOut' || state === 'unsupported') return undefined;
    if (world && isConfirmed(world.view)) this.#sure.add(portal);
    return world;
  }

  #dueOn(row: RuleRow, world: RuleWorld, now: number): Candidate[] {
    const events = isScheduled(row) ? this.#scheduled(row, world, now) : this.#timed(row, world, now);
    for (const event of events) this.#due.add(nameOf(event.portal, row.id, event.id));
    return events.map((event) => ({ row, event, world, isTimed: true }));
  }

  #timed({ rule }: RuleRow, world: RuleWorld, now: number): RuleEvent[] {
    const { due, nextAt } = timedEvents(rule.trigger, world, now);
    this.#lookAt(nextAt);
    return due;
  }

  /** The newest of the times that have passed; the others were missed. */
  #scheduled(row: RuleRow & { rule: { trigger: Schedule } }, world: RuleWorld, now: number): RuleEvent[] {
    const { cron, timeZone } = row.rule.trigger;
    this.#lookAt(nextScheduleTime(cron, timeZone, now));
    const from = Math.max(row.since, row.scheduledUpTo ?? 0);
    return scheduleTimes(cron, timeZone, from, now)
      .slice(-1)
      .map((at) => scheduleEvent(world, at));
  }

  /** Schedules are followed up to now, but those that still wait for a portal. */
  #followed(rows: readonly (RuleRow & { rule: { trigger: Schedule } })[], held: ReadonlySet<string>, now: number) {
    return rows.flatMap(({ id, state, rule: { trigger }, since, scheduledUpTo }) => {
      const from = Math.max(since, scheduledUpTo ?? 0);
      const hasPassed = state !== 'off' && scheduleTimes(trigger.cron, trigger.timeZone, from, now).length > 0;
      return hasPassed && !held.has(id) ? [{ ruleId: id, upTo: now }] : [];
    });
  }

  #lookAt(at: number | null): void {
    if (at !== null) this.#nextAt = Math.min(at, this.#nextAt ?? at);
  }
}
