/** Between the parts of the rules: the engine decides when, the performer knows how. */
import type { RuleEvent } from '../../domain/rules/event.ts';
import type { Action, Rule } from '../../domain/rules/rule.ts';
import type { Outcome, RenderedAction, RuleRun } from '../../domain/rules/run.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';

/** How actions are done. */
export interface ActionPerformer {
  /** Resolves when `render` knows all destinations; waited for before it. */
  ready?(): Promise<void>;
  /** Fills the texts in and puts the body together: the same input gives the same output, for a repeat must not differ. */
  render(action: Action, rule: Rule, event: RuleEvent, world: RuleWorld): RenderedAction;
  /** True when the other side takes a repeated key only once, so that an uncertain call may be repeated by itself. */
  isRepeatable(action: Action, run: Pick<RuleRun, 'plannedAt' | 'portal'>, now: number): Promise<boolean>;
  /** Does it once. Never throws for what portal, network or user do. */
  perform(run: RuleRun): Promise<Outcome>;
}

/** What the rest of the background tells the engine, and asks it. */
export interface RuleEngine {
  /** Something was written into the journal, or time has passed: looks soon, together with other wishes. */
  wake(): void;
  /** Takes what is new, plans, and does what is due; resolves when nothing is left to do now. */
  pass(): Promise<void>;
  /** After a start of the background: what was running is uncertain now. Then a pass. */
  recover(): Promise<void>;
  /** Epoch ms at which it has to be woken next; null: only by what happens. */
  nextAt(): number | null;
}
