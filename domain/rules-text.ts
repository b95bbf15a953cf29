/** The texts of the rules page; every language has to supply them. Apart from `dashboard-text.ts`: the page is loaded late. */

import type { FactName } from './rules/facts.ts';
import type { ActionKind, OpenPlace, Operator, RuleState, TriggerKind, WorkingHours } from './rules/rule.ts';
import type { TemplateWords } from './rules/templates.ts';
import type { RuleCard } from './rules/view.ts';
import type { EditorMessages } from './rules-editor-text.ts';

/** One language of the rules page. */
export interface RulesLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: RulesMessages;
}

/** Triggers that belong together, as the form offers them. */
export const TRIGGER_GROUPS = {
  slots: ['slots.reached', 'slots.freed', 'slots.limitChanged'],
  dialogs: ['support.answered', 'answer.waits', 'message.refused', 'dialog.opened', 'dialog.closed', 'dialog.renamed'],
  access: [
    'access.requested',
    'access.granted',
    'access.ends',
    'access.overdue',
    'access.revoked',
    'access.declined',
    'access.ticketClosed',
  ],
  applications: ['wipe.attempted', 'reinstall.finished', 'reinstall.stopped', 'appAccess.emptied'],
  other: ['schedule', 'manual', 'portal.signedOut'],
} as const satisfies Record<string, readonly TriggerKind[]>;
export type TriggerGroup = keyof typeof TRIGGER_GROUPS;

/** Triggers whose words name a number. */
export type CountedTrigger = 'slots.reached' | 'answer.waits' | 'access.requested' | 'access.ends' | 'access.overdue';

/** How a schedule is chosen; `own`: five cron fields. */
export const RHYTHMS = ['day', 'weekdays', 'week', 'month', 'own'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** A short title and what it means. */
interface Told {
  title: string;
  text: string;
}

/** What happened after a press. */
export type RulesDeed =
  | 'paused'
  | 'goesOn'
  | 'switchedDry'
  | 'switchedOn'
  | 'switchedOff'
  | 'removed'
  | 'saved'
  | 'failed'
  | 'notPossible';

export interface RulesMessages {
  lead: string;
  /** Joined as a sentence joins them. */
  allOf: (texts: readonly string[]) => string;
  anyOf: (texts: readonly string[]) => string;
  status: {
    label: string;
    /** Rules that run and rules that only show what they would do. */
    works: (on: number, dry: number) => string;
    pause: string;
    paused: Told;
    goOn: string;
    off: Told;
    toSettings: string;
    readOnly: Told;
    noNotifications: Told;
  };
  deed: Record<RulesDeed, string>;
  list: {
    heading: string;
    none: Told;
    create: string;
    state: Record<RuleState, string>;
    stateMeans: Record<RuleState, string>;
    offAfterFailures: (failures: number) => string;
    lastRun: (when: string) => string;
    neverRan: string;
    counted: string;
    counts: Record<keyof RuleCard['counts'], (count: number) => string>;
    open: string;
    tryOut: string;
    switchOn: string;
    switchOff: string;
    edit: string;
    remove: string;
    /** A button of one rule, told apart from the others. */
    of: (button: string, rule: string) => string;
    /** Why it cannot be switched on. */
    missing: string;
    toDestinations: string;
    removeAsk: (name: string) => string;
    removeText: string;
    removeConfirm: string;
    cancel: string;
  };
  /** One rule. */
  page: {
    back: string;
    gone: Told;
    nextDry: Told;
    /** Of a rule that only people start. */
    nextDryByHand: Told;
    start: Told;
    startPortal: string;
    startButton: string;
    started: (actions: number) => string;
    startedNothing: string;
    goesOnEditing: string;
  };
  creating: { title: string; lead: string; templates: string; own: Told; take: string };
  template: TemplateWords;
  editor: EditorMessages;
  triggerGroup: Record<TriggerGroup, string>;
  triggerName: Record<TriggerKind, string>;
  fact: Record<FactName, string>;
  operator: Record<Operator, string>;
  actionName: Record<ActionKind, string>;
  place: Record<OpenPlace, string>;
  workingHours: Record<WorkingHours, string>;
  rhythm: Record<Rhythm, string>;
  sentence: SentenceWords;
}

/** The parts of a rule's sentence: when …, if …: do this and that. */
export interface SentenceWords {
  when: Record<Exclude<TriggerKind, CountedTrigger | 'schedule'>, string> &
    Record<CountedTrigger, (count: number) => string>;
  /** `at`: a clock time; `day`: 1 Monday to 7 Sunday, or the day of the month. */
  rhythm: {
    day: (at: string) => string;
    weekdays: (at: string) => string;
    week: (day: number, at: string) => string;
    month: (day: number, at: string) => string;
    own: (cron: string) => string;
  };
  inZone: (when: string, zone: string) => string;
  anyPortal: string;
  onPortals: (names: string, count: number) => string;
  noPortal: string;
  conditions: (texts: string) => string;
  /** A condition; a fact by its name, a value as it is shown. */
  holds: Record<Exclude<Operator, 'isKnown'>, (fact: string, value: string) => string> & {
    isKnown: (fact: string) => string;
  };
  /** For lists, such as tags. */
  listHolds: Record<'contains' | 'lacks', (fact: string, value: string) => string>;
  /** For what is yes or no. */
  flag: Record<'yes' | 'no', (fact: string) => string>;
  quoted: (text: string) => string;
  number: (value: number) => string;
  action: {
    notify: (title: string) => string;
    draft: Record<'dialog' | 'newDialog', (title: string) => string>;
    alias: (text: string) => string;
    tag: (text: string) => string;
    note: (text: string) => string;
    journal: (text: string) => string;
    offer: string;
    open: Record<OpenPlace, string>;
    task: Record<'session' | 'form', (title: string) => string> & {
      destination: (title: string, destination: string) => string;
    };
    /** Added to the words of a task. */
    deadline: (task: string, days: number) => string;
    webhook: (destination: string) => string;
    report: (days: number) => string;
  };
  someDestination: string;
  untitled: string;
  /** What a condition compares with, as long as nothing was entered. */
  noText: string;
  noActions: string;
  /** Trigger with place and conditions, and what is done. */
  whole: (when: string, actions: string) => string;
  hours: Record<Exclude<WorkingHours, 'any'>, string>;
  cooldown: Record<'rule' | 'object', (minutes: number) => string>;
}
