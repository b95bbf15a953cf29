/** The texts of a rule's form; a part of `rules-text.ts`. */
import type { Action } from './rules/rule.ts';

/** Fields of the form and of the document, by the last part of their path. */
export const RULE_FIELDS = [
  'name',
  'portals',
  'trigger',
  'count',
  'hours',
  'pendingHours',
  'days',
  'repeatDays',
  'cron',
  'timeZone',
  'conditions',
  'match',
  'list',
  'fact',
  'is',
  'value',
  'actions',
  'kind',
  'title',
  'text',
  'place',
  'through',
  'deadlineDays',
  'destination',
  'note',
  'workingHours',
  'cooldown',
  'minutes',
  'per',
  'caps',
  'runsPerHour',
  'version',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** A short title and what it means. */
interface Told {
  title: string;
  text: string;
}

export interface EditorMessages {
  titleNew: string;
  title: (name: string) => string;
  views: string;
  form: string;
  json: string;
  jsonLabel: string;
  jsonHint: string;
  /** The text cannot be shown as a form. */
  jsonNotDrawn: Told;
  inWords: string;
  /** Some numbers are missing. */
  incomplete: string;
  kept: string;
  field: Record<RuleField, string>;
  hint: Partial<Record<RuleField, string>>;
  basics: string;
  allPortals: string;
  somePortals: string;
  unknownPortal: (origin: string) => string;
  noPortals: string;
  rhythm: string;
  time: string;
  weekday: string;
  dayOfMonth: string;
  conditionsText: string;
  match: { all: string; any: string };
  condition: (number: number) => string;
  addCondition: string;
  removeCondition: (number: number) => string;
  yes: string;
  no: string;
  actionsText: string;
  action: (number: number) => string;
  addAction: string;
  removeAction: (number: number) => string;
  moveUp: (number: number) => string;
  moveDown: (number: number) => string;
  moved: (number: number) => string;
  removed: string;
  draftPlace: Record<Extract<Action, { kind: 'draft' }>['place'], string>;
  through: { session: string; form: string; destination: (name: string) => string };
  noDestination: string;
  unknownDestination: string;
  addDestination: string;
  insert: string;
  insertButton: string;
  inserted: (fact: string) => string;
  limits: string;
  per: { rule: string; object: string };
  save: string;
  saving: string;
  cancel: string;
  discardAsk: string;
  discard: string;
  goOn: string;
  fix: (problems: number) => string;
  notSaved: string;
  conflict: string;
  /** A part of a list, as "Action 2: title". */
  within: (part: string, field: string) => string;
}
