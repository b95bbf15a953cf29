/**
 * A rule: when something happens on a portal, and conditions hold, prepare something. One JSON document without code and
 * without loops. It notices and prepares; sending, granting, revoking and closing are left to people.
 */
import type { FactName } from './facts.ts';

/** Version of the document's shape. */
export const RULE_SCHEMA = 1;

/** Everything that may start a rule, in the order in which it is listed. */
export const TRIGGER_KINDS = [
  'slots.reached',
  'slots.freed',
  'slots.limitChanged',
  'dialog.opened',
  'dialog.closed',
  'dialog.renamed',
  'support.answered',
  'answer.waits',
  'message.refused',
  'access.requested',
  'access.granted',
  'access.ends',
  'access.overdue',
  'access.revoked',
  'access.declined',
  'access.ticketClosed',
  'wipe.attempted',
  'reinstall.finished',
  'reinstall.stopped',
  'appAccess.emptied',
  'portal.signedOut',
  'schedule',
  'manual',
] as const;

export type TriggerKind = (typeof TRIGGER_KINDS)[number];

/** Triggers with something to choose. */
type ChosenTrigger =
  /** The number of open dialogs has reached `count`, coming from below. */
  | { kind: 'slots.reached'; count: number }
  /** Support has answered and nobody here has since, for so many hours. */
  | { kind: 'answer.waits'; hours: number }
  /** Support asks for access, and nobody has answered for so many hours; 0: at once. */
  | { kind: 'access.requested'; pendingHours: number }
  /** A running access ends within so many days. */
  | { kind: 'access.ends'; days: number }
  /** An access should have ended; again each `repeatDays`, 0: once. */
  | { kind: 'access.overdue'; repeatDays: number }
  /** At times given by five cron fields in a time zone (IANA). */
  | { kind: 'schedule'; cron: string; timeZone: string };

type PlainKind = Exclude<TriggerKind, ChosenTrigger['kind']>;

export type Trigger = { kind: PlainKind } | ChosenTrigger;

const IS_CHOSEN: Record<ChosenTrigger['kind'], true> = {
  'slots.reached': true,
  'answer.waits': true,
  'access.requested': true,
  'access.ends': true,
  'access.overdue': true,
  schedule: true,
};

/** Triggers without anything to choose. */
export const PLAIN_TRIGGERS = TRIGGER_KINDS.filter((kind): kind is PlainKind => !(kind in IS_CHOSEN));

/** `contains` and `lacks`: a text has this part, a list has this entry. `isKnown` takes no value. */
export const OPERATORS = ['equals', 'differs', 'atLeast', 'atMost', 'contains', 'lacks', 'isKnown'] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Condition {
  fact: FactName;
  is: Operator;
  /** Left out for `isKnown`. */
  value?: string | number | boolean;
}

export const OPEN_PLACES = ['dialog', 'mainChat', 'installedApps', 'register', 'report', 'drafts'] as const;
export type OpenPlace = (typeof OPEN_PLACES)[number];

/** Texts may name facts in braces, as `{dialog.name}`; they are filled when the rule runs. */
export type Action =
  | { kind: 'notify'; title: string; text: string }
  /** A text is laid ready: for the dialog of the event, or as a question for a new dialog. Nothing is sent. */
  | { kind: 'draft'; place: 'dialog' | 'newDialog'; title: string; text: string }
  /** In Latchdesk only: the portal's own title stays. */
  | { kind: 'alias'; text: string }
  | { kind: 'tag'; text: string }
  /** Added to the dialog's note. */
  | { kind: 'note'; text: string }
  | { kind: 'journal'; text: string }
  /** The oldest parked question is offered, if a place is free. */
  | { kind: 'offer' }
  | { kind: 'open'; place: OpenPlace }
  /**
   * A task in Bitrix24 for the user themselves. `through`: `session`, the user's own sign-in; `form`, the portal's form is
   * opened, filled in, and a person saves it; else the id of a destination of the kind `portal`.
   */
  | { kind: 'task'; through: string; title: string; text: string; deadlineDays: number | null }
  /** POST to a destination of the kind `webhook`. */
  | { kind: 'webhook'; destination: string; note: string }
  /** The support report of so many days is laid ready to be copied. */
  | { kind: 'report'; days: number };

export type ActionKind = Action['kind'];

export const ACTION_KINDS: readonly ActionKind[] = [
  'notify',
  'draft',
  'alias',
  'tag',
  'note',
  'journal',
  'offer',
  'open',
  'task',
  'webhook',
  'report',
];

/** `any`: the time does not matter. `only`: what happens outside is passed over. `later`: it waits for the next day's work. */
export type WorkingHours = 'any' | 'only' | 'later';

export interface Rule {
  schema: typeof RULE_SCHEMA;
  /** Letters, digits and dashes. */
  id: string;
  name: string;
  /** Grows with each change. */
  version: number;
  /** Origins; `all`: every portal. */
  portals: 'all' | readonly string[];
  trigger: Trigger;
  conditions: { match: 'all' | 'any'; list: readonly Condition[] };
  actions: readonly Action[];
  /** Rests after it has run; `object`: for the same dialog, access or application only. 0: it does not. */
  cooldown: { minutes: number; per: 'rule' | 'object' };
  workingHours: WorkingHours;
  /** One run at a time; what happens meanwhile waits its turn. */
  mode: 'single';
  caps: { runsPerHour: number };
}

export const MOST_CONDITIONS = 10;
export const MOST_ACTIONS = 5;
export const MOST_RULES = 100;
export const MOST_RUNS_PER_HOUR = 20;
/** A rule that failed so often in a row is switched off. */
export const MOST_FAILURES = 5;

/** `dry`: it says what it would do. `off`: by a person, or after too many failures. */
export type RuleState = 'dry' | 'on' | 'off';

/** A rule as it is kept. */
export interface RuleRow {
  id: string;
  rule: Rule;
  state: RuleState;
  /** Why it is off; null while it is not. */
  offBecause: 'person' | 'failures' | null;
  /** Failed runs in a row. */
  failures: number;
  /** Epoch ms; events before this are none of its business. */
  since: number;
  changedAt: number;
  /** Epoch ms up to which its schedule was followed; null: it has none. */
  scheduledUpTo: number | null;
}

/** The placeholders of a text, in order. */
export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{([a-zA-Z.]{1,40})\}/g)].map(([, name]) => name ?? '');
