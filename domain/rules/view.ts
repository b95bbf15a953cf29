/** What the dashboard's rules page is told, and what it may be answered. */
import type { AgreementKind, DestinationView } from './destination.ts';
import type { RuleEvent } from './event.ts';
import type { Rule, RuleState } from './rule.ts';
import type { RenderedAction, RuleRun, SkipReason } from './run.ts';

export interface RuleCard {
  rule: Rule;
  state: RuleState;
  offBecause: 'person' | 'failures' | null;
  changedAt: number;
  /** Epoch ms of its last run that was more than skipped; null: none is kept. */
  lastRunAt: number | null;
  /** Runs of the last 30 days that are kept, by what became of them. */
  counts: { done: number; dry: number; failed: number; uncertain: number; waiting: number; skipped: number };
  /** Destinations it names that are missing or were not agreed to. */
  missing: readonly string[];
}

export interface RulesView {
  at: number;
  /** Nothing runs: the user has paused all rules. */
  isPaused: boolean;
  /** Nothing runs and nothing can be changed. */
  isReadOnly: boolean;
  /** The feature is switched off. */
  isOff: boolean;
  cards: readonly RuleCard[];
  destinations: readonly DestinationView[];
  /** Runs of which nobody knows whether they were done, the oldest first. */
  uncertain: readonly RuleRun[];
  canNotify: boolean;
  portals: readonly { key: string; origin: string; label: string }[];
}

export interface Agreement {
  kind: AgreementKind;
  view: RulesView;
}

/** Why a document is no rule: `path` as `actions.0.title`, `problem` a word the locales know. */
export interface RuleProblem {
  path: string;
  problem: RuleProblemKind;
}

export type RuleProblemKind =
  | 'notJson'
  | 'tooLarge'
  | 'notARule'
  | 'newerSchema'
  | 'missing'
  | 'unknownField'
  | 'wrongType'
  | 'notOnTheList'
  | 'tooLong'
  | 'tooShort'
  | 'outOfRange'
  | 'tooMany'
  | 'badCron'
  | 'badTimeZone'
  | 'unknownFact'
  | 'wrongOperator'
  | 'noSuchObject'
  | 'tooManyRules'
  /** Another page has saved it meanwhile. */
  | 'changedMeanwhile';

export type RuleCheck = { rule: Rule; problems: readonly [] } | { rule: null; problems: readonly RuleProblem[] };

/** What a rule would have done; of one that only people start, what it would do on each portal now. */
export interface Rehearsal {
  /** Days of the journal that were looked at, at most 30. */
  days: number;
  /** Events of its kind there were. */
  events: number;
  wouldRun: readonly { event: RuleEvent; rendered: readonly RenderedAction[] }[];
  skipped: readonly { event: RuleEvent; because: SkipReason }[];
}

export type SavedRule = { kind: 'saved'; view: RulesView } | { kind: 'refused'; problems: readonly RuleProblem[] };

export type RuleSwitch = 'dry' | 'on' | 'off';

export interface RulesImportPlan {
  /** Names this very plan: what is taken is what was shown. */
  mark: string;
  rules: readonly ImportedRule[];
  problems: readonly RuleProblem[];
  /** Destinations the file names; `isThere`: one with this id is set up here. */
  destinations: readonly { id: string; name: string; host: string; isThere: boolean }[];
}

export interface ImportedRule {
  id: string;
  name: string;
  kind: 'new' | 'changed' | 'same';
  /** Paths that differ, with both values as text. */
  differences: readonly { path: string; here: string; file: string }[];
}

/** For the list of what needs a person. */
export interface RuleNeed {
  kind: 'uncertain' | 'switchedOff';
  ruleId: string;
  name: string;
  portal: string;
  at: number;
  /** Of the run, or the rule. */
  id: string;
}
