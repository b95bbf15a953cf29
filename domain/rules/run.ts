/** What became of one action of a rule for one event; the row is the stored form of the chart `rule-run`. */
import type { RuleEvent } from './event.ts';
import type { FactValue } from './facts.ts';
import type { Action, Condition } from './rule.ts';

/**
 * `planned` is written before anything is done, `running` before the call, `done` after it. `uncertain`: nobody knows
 * whether the call has arrived. `waiting`: tried again at `nextAt`. `dry`: only shown.
 */
export type RunState = 'dry' | 'planned' | 'running' | 'waiting' | 'done' | 'failed' | 'uncertain' | 'skipped';

/** `unknown`: the fact could not be read. */
export interface Verdict {
  condition: Condition;
  value: FactValue;
  verdict: 'yes' | 'no' | 'unknown';
}

export type SkipReason =
  /** The first verdict that is not `yes` says which (with `any`: none was). */
  | 'condition'
  | 'cooldown'
  | 'hours'
  | 'cap'
  /** An earlier action of the same event has failed. */
  | 'earlierFailed'
  /** A person has decided that it shall not be done. */
  | 'givenUp';

/** An action with its texts filled in. */
export interface RenderedAction {
  action: Action;
  /** What is posted, exactly as it goes out; null where nothing is. */
  body: string | null;
  /** Where it goes in words, without secrets, e.g. the host; empty for what stays here. */
  goesTo: string;
}

/** Why a call failed or may be repeated. */
export type CallProblem =
  | 'offline'
  | 'network'
  | 'timeout'
  | 'tooManyRequests'
  | 'unavailable'
  | 'serverError'
  | 'refused'
  | 'redirected'
  | 'answerUnclear'
  | 'signedOut'
  | 'noPermission'
  | 'noConsent'
  | 'noDestination'
  | 'notAllowedAddress'
  | 'tooLarge'
  | 'breakerOpen'
  | 'notPossible'
  | 'nothingThere'
  | 'interrupted';

/**
 * What came of one attempt. `retry`: it has not been done, and may be tried again; `after`: not before so many ms, as the
 * other side asked. `uncertain`: it may have been done.
 */
export type Outcome =
  | { kind: 'done'; status: number | null; answer: string }
  | { kind: 'retry'; problem: CallProblem; status: number | null; after: number | null }
  | { kind: 'failed'; problem: CallProblem; status: number | null; answer: string }
  | { kind: 'uncertain'; problem: CallProblem };

export interface Attempt {
  /** Epoch ms. */
  at: number;
  endedAt: number;
  outcome: Outcome;
}

export interface RuleRun {
  /** Hash of rule, version, event and action; the idempotency key. */
  key: string;
  ruleId: string;
  ruleVersion: number;
  ruleName: string;
  /** Key of the portal. */
  portal: string;
  event: RuleEvent;
  /** Place in the rule's actions; -1: no action was reached. */
  actionIndex: number;
  state: RunState;
  verdicts: readonly Verdict[];
  skipped: SkipReason | null;
  rendered: RenderedAction | null;
  attempts: readonly Attempt[];
  /** Epoch ms of the next attempt, or of the first when it waits for working hours; null: none is planned. */
  nextAt: number | null;
  /** Where the destination knows the key again, an uncertain call is repeated by itself. */
  isRepeatable: boolean;
  plannedAt: number;
  changedAt: number;
}

/** Runs that are not over. */
export const UNFINISHED: readonly RunState[] = ['planned', 'running', 'waiting', 'uncertain'];

export const MOST_RUNS = 500;
export const RUNS_KEPT_FOR = 30 * 86_400_000;
