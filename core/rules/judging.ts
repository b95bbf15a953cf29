/** What rules say to events, collected until it is written: who is started, and who says no and why. */
import type { RulePlan, RuleStart } from '../../database/rule-plan.ts';
import type { RuleRepository } from '../../database/rules.ts';
import type { RuleMarkRow } from '../../database/schema.ts';
import { judge } from '../../domain/rules/conditions.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import { type HoursVerdict, hoursVerdict } from '../../domain/rules/hours.ts';
import type { Rule, RuleRow } from '../../domain/rules/rule.ts';
import type { RuleRun, SkipReason, Verdict } from '../../domain/rules/run.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import { originOf } from '../desks.ts';
import { Breath } from './breath.ts';
import type { ActionPerformer } from './contract.ts';
import { type Begun, type Candidate, markOf, type Refused, skippedRun, startOf } from './judged.ts';
import { RecentStarts } from './recent-starts.ts';
import { MOST_SKIPPED, type SkippedRuns } from './skipped-runs.ts';

/** True for a rule that is not off and looks at this portal. */
export const isFor = ({ rule, state }: RuleRow, portal: string): boolean =>
  state !== 'off' && (rule.portals === 'all' || rule.portals.includes(originOf(portal)));

export interface JudgingParts {
  repository: RuleRepository;
  performer: ActionPerformer;
  skippedRuns: SkippedRuns;
  now: number;
}

export class Judging {
  readonly #parts: JudgingParts;
  readonly #recent: RecentStarts;
  readonly #begun: Begun[] = [];
  readonly #refused = new Map<string, Refused[]>();
  readonly #passed: RuleMarkRow[] = [];
  readonly #rules = new Map<string, RuleRow>();
  readonly #hours = new Map<RuleWorld['workingTime'], Map<Rule['workingHours'], HoursVerdict>>();
  readonly #breath = new Breath();

  constructor(parts: JudgingParts) {
    this.#parts = parts;
    this.#recent = new RecentStarts(parts.repository, parts.now);
  }

  /** Asks rules, in order. */
  async take(candidates: readonly Candidate[]): Promise<void> {
    await this.#recent.load(new Set(candidates.map(({ row }) => row.rule)));
    const marked = await this.#marked(candidates);
    for (const candidate of candidates) {
      if (this.#breath.isDue) await this.#breath.take();
      const { row, event, isTimed } = candidate;
      // What is true now concerns a new rule as well, however long it has been true; it was not told of it before.
      const isBefore = !isTimed && event.at < row.since;
      if (isBefore || marked.has(nameOf(row, event)) || this.#recent.has(row.rule, event)) continue;
      this.#rules.set(row.id, row);
      this.#ask(candidate);
    }
  }

  /** Entries of the journal are met once; what else has a name of its own may have been met before. */
  async #marked(candidates: readonly Candidate[]): Promise<Set<string>> {
    const named = candidates.filter(({ event }) => !event.version.startsWith('entry:'));
    if (named.length === 0) return new Set();
    const keys = named.map(({ row, event }): [string, string, string] => [event.portal, row.id, event.id]);
    return new Set((await this.#parts.repository.marks(keys)).map(({ ruleId, event }) => `${ruleId} ${event}`));
  }

  #ask(candidate: Candidate): void {
    const { row, event } = candidate;
    const verdict = this.#verdictOf(candidate);
    if ('because' in verdict) {
      this.#refuse(candidate, verdict.because, verdict.verdicts);
    } else {
      this.#begun.push({ ...candidate, ...verdict });
      this.#recent.add(markOf(row, event, this.#parts.now));
    }
  }

  #verdictOf({
    row,
    event,
    world,
  }: Candidate): Pick<Begun, 'verdicts' | 'waitsUntil'> | Omit<Refused, 'row' | 'event'> {
    const hours = this.#hoursOf(row, world);
    const hindrance = this.#recent.hindrance(row.rule, event);
    if (hindrance === 'cooldown') return { because: 'cooldown', verdicts: [] };
    if (hours.kind === 'skip') return { because: 'hours', verdicts: [] };
    if (hindrance) return { because: hindrance, verdicts: [] };
    const { verdicts, holds } = judge(row.rule, event);
    if (!holds) return { because: 'condition', verdicts };
    return { verdicts, waitsUntil: hours.kind === 'later' ? hours.at : null };
  }

  /** All is judged at one moment, so a rule has one answer for each portal. */
  #hoursOf({ rule }: RuleRow, { workingTime }: RuleWorld): HoursVerdict {
    const known = this.#hours.get(workingTime) ?? new Map<Rule['workingHours'], HoursVerdict>();
    this.#hours.set(workingTime, known);
    const verdict = known.get(rule.workingHours) ?? hoursVerdict(rule, workingTime, this.#parts.now);
    known.set(rule.workingHours, verdict);
    return verdict;
  }

  #refuse(candidate: Candidate, because: SkipReason, verdicts: readonly Verdict[]): void {
    const { row, event, isTimed } = candidate;
    const refused = this.#refused.get(row.id) ?? [];
    refused.push({ row, event, because, verdicts });
    // A flood of events keeps no more than is written.
    this.#refused.set(row.id, refused.length > 2 * MOST_SKIPPED ? refused.slice(-MOST_SKIPPED) : refused);
    if (!isTimed) return;
    const mark: RuleMarkRow = { ...markOf(row, event, this.#parts.now), isPassed: true };
    this.#passed.push(mark);
    this.#recent.add(mark);
  }

  get isEmpty(): boolean {
    return this.#begun.length === 0 && this.#refused.size === 0;
  }

  /** All of it, ready to be written. */
  async plan(cursor: RulePlan['cursor'], schedules: RulePlan['schedules'] = []): Promise<RulePlan> {
    const { performer, now } = this.#parts;
    const starts: RuleStart[] = [];
    for (const begun of this.#begun) {
      if (this.#breath.isDue) await this.#breath.take();
      starts.push(await startOf(begun, performer, now));
    }
    const skipped = await this.#skippedRuns();
    return { cursor, rules: [...this.#rules.values()], starts, passed: this.#passed, skipped, schedules };
  }

  async #skippedRuns(): Promise<RuleRun[]> {
    const { now, skippedRuns } = this.#parts;
    const newest = new Map<string, RuleRun[]>();
    for (const [ruleId, refused] of this.#refused) {
      if (this.#breath.isDue) await this.#breath.take();
      newest.set(
        ruleId,
        refused.slice(-MOST_SKIPPED).map((each) => skippedRun(each, now)),
      );
    }
    return skippedRuns.keyed(newest);
  }
}

const nameOf = ({ id }: RuleRow, event: RuleEvent): string => `${id} ${event.id}`;
