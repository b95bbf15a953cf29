/**
 * The texts of what rules did, where they may send, and of their files; every language has to supply them. Beside
 * `rules-text.ts`, which has the words of rules themselves.
 */
import type { AddressProblem, Destination } from './rules/destination.ts';
import type { TriggerKind } from './rules/rule.ts';
import type { CallProblem, RunState, SkipReason } from './rules/run.ts';
import type { ImportedRule, RuleProblemKind } from './rules/view.ts';

/** One language of runs, destinations and rule files. */
export interface RunsLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: RunsMessages;
}

/** A short title and what it means. */
export interface Told {
  title: string;
  text: string;
}

/** What is wrong, and what to do about it. */
export interface Trouble {
  what: string;
  next: string;
}

/** What a person says of a run of which nobody knows whether it was done. */
export const DECISIONS = ['wasDone', 'repeat', 'giveUp'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Parts of an action that are shown with what was filled in. */
export const RENDERED_PARTS = [
  'title',
  'text',
  'note',
  'place',
  'through',
  'destination',
  'deadlineDays',
  'days',
] as const;
export type RenderedPart = (typeof RENDERED_PARTS)[number];

/** Why a destination was not saved; the first three are not about its address. */
export type DestinationRefusal = 'noName' | 'denied' | 'failed' | AddressProblem;

export interface RunsMessages {
  /** What has happened, as a sentence without its full stop. */
  event: Record<TriggerKind, string>;
  /** With the dialog, person or application it is about. */
  eventOf: (event: string, subject: string) => string;
  value: { yes: string; no: string; unknown: string; empty: string };
  problem: Record<RuleProblemKind, Trouble>;
  /** Why a call was not done. */
  call: Record<CallProblem, Trouble>;
  skipped: Record<SkipReason, string>;
  state: Record<RunState, Told>;
  trace: TraceMessages;
  uncertain: UncertainMessages;
  destination: DestinationMessages;
  transfer: TransferMessages;
  rehearsal: RehearsalMessages;
  /** Saving a file. */
  file: { preparing: string; failed: string };
  notDone: string;
}

export interface TraceMessages {
  heading: string;
  lead: string;
  none: Told;
  noneFound: Told;
  save: string;
  saveHint: string;
  column: { event: string; rule: string; action: string; state: string; time: string };
  filter: { rule: string; anyRule: string; state: string; anyState: string; find: string; findHint: string };
  count: (shown: number) => string;
  /** Runs without an action. */
  noAction: string;
  close: string;
  details: (event: string) => string;
  happened: string;
  portal: string;
  identity: string;
  identityHint: string;
  version: (version: number) => string;
  conditions: string;
  noConditions: string;
  verdict: Record<'yes' | 'no' | 'unknown', string>;
  found: (value: string) => string;
  decided: string;
  action: string;
  part: Record<RenderedPart, string>;
  /** How a task is made without a destination. */
  through: { session: string; form: string };
  goesTo: string;
  staysHere: string;
  body: string;
  masked: string;
  attempts: string;
  noAttempts: string;
  attempt: (number: number) => string;
  took: (duration: string) => string;
  status: (code: number) => string;
  answer: string;
  done: string;
  mayBeDone: string;
  nextAt: (time: string) => string;
  why: string;
  waitsFirst: string;
}

export interface UncertainMessages {
  heading: string;
  lead: (count: number) => string;
  known: string;
  sent: (time: string) => string;
  unknownAttempt: string;
  decision: Record<Decision, { button: string; means: string }>;
  repeatable: string;
  /** A button, told apart from those of other runs. */
  of: (button: string, rule: string, event: string) => string;
  doing: string;
  decided: Record<Decision, string>;
  none: string;
}

export interface DestinationMessages {
  heading: string;
  lead: string;
  none: Told;
  add: string;
  kind: Record<Destination['kind'], Told>;
  facts: { address: string; kind: string; key: string; agreed: string; usedBy: string };
  hasKey: string;
  hasNoKey: string;
  agreedAt: (time: string) => string;
  notAgreed: string;
  usedByNone: string;
  rests: (until: string) => string;
  failures: (count: number) => string;
  isPrivate: string;
  knowsKeys: string;
  noPermission: string;
  allow: string;
  denied: string;
  edit: string;
  /** Of a portal nothing is made: it is only asked what may be done. */
  test: Record<Destination['kind'], string>;
  preview: string;
  remove: string;
  /** A button, told apart from those of other destinations. */
  of: (button: string, name: string) => string;
  form: {
    new: string;
    change: (name: string) => string;
    name: string;
    nameHint: string;
    kind: string;
    address: string;
    addressHint: Record<Destination['kind'], string>;
    addressKept: (masked: string) => string;
    key: string;
    keyHint: string;
    keyChoice: { make: string; keep: string };
    keyIsMade: string;
    private: string;
    privateWarning: string;
    plainWarning: string;
    repeats: string;
    repeatsHint: string;
    willAsk: string;
    save: string;
    saving: string;
    cancel: string;
  };
  refusal: Record<DestinationRefusal, Trouble>;
  saved: (name: string) => string;
  key: { heading: string; text: string; label: string; copy: string; putAway: string };
  consent: {
    heading: (name: string) => string;
    text: string;
    request: string;
    header: string;
    value: string;
    body: string;
    masked: string;
    agree: string;
    agreed: string;
    changed: Told;
    later: string;
    close: string;
    failed: string;
  };
  testing: Record<Destination['kind'], string>;
  tested: {
    done: Record<Destination['kind'], (status: string) => string>;
    answer: (answer: string) => string;
    uncertain: string;
  };
  removing: {
    ask: (name: string) => string;
    text: string;
    stops: string;
    confirm: string;
    cancel: string;
    done: (name: string) => string;
  };
}

export interface TransferMessages {
  heading: string;
  lead: string;
  save: { heading: string; text: string; all: string; chosen: string; which: string; button: string; none: string };
  load: {
    heading: string;
    text: string;
    choose: string;
    drop: string;
    reading: string;
    tooLarge: string;
    unreadable: string;
    noAnswer: string;
    problems: (count: number) => string;
    /** Where in the file. */
    at: (path: string) => string;
    nothing: string;
    which: string;
    kind: Record<ImportedRule['kind'], string>;
    changes: (count: number) => string;
    table: { what: string; here: string; file: string };
    absent: string;
    destinations: string;
    destinationThere: string;
    destinationMissing: string;
    consentAnew: string;
    startsDry: string;
    take: (count: number) => string;
    leave: string;
    taking: string;
    taken: (count: number) => string;
    changedMeanwhile: string;
  };
}

export interface RehearsalMessages {
  heading: string;
  lead: string;
  /** Of a rule that only people start. */
  leadByHand: string;
  wouldRun: (times: number, days: number) => string;
  /** More of them than are listed. */
  wouldRunAtLeast: (times: number, days: number) => string;
  /** Of a rule that only people start: on so many portals. */
  tried: (portals: number) => string;
  events: (count: number) => string;
  none: Told;
  /** There is no portal on which it could be started. */
  noneNow: Told;
  allSkipped: Told;
  skippedNow: Told;
  runs: string;
  skipped: string;
  more: (count: number) => string;
  again: string;
  notARule: string;
}
