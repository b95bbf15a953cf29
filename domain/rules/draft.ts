/** A rule while somebody edits it: its shape, with anything in the places that are typed into. */
import { FACTS, type FactName } from './facts.ts';
import { isFactName, OPERATORS_OF } from './fits.ts';
import {
  ACTION_KINDS,
  type Action,
  type ActionKind,
  OPERATORS,
  type Operator,
  RULE_SCHEMA,
  TRIGGER_KINDS,
  type Trigger,
  type TriggerKind,
  type WorkingHours,
} from './rule.ts';

export const WORKING_HOURS: readonly WorkingHours[] = ['any', 'only', 'later'];

/** Its other fields are those of `Trigger`, once they make sense. */
export type DraftTrigger = { kind: TriggerKind } & Record<string, unknown>;
export type DraftAction = { kind: ActionKind } & Record<string, unknown>;

export interface DraftCondition {
  fact: FactName;
  is: Operator;
  value?: unknown;
}

export interface RuleDraft {
  schema: unknown;
  id: string;
  name: string;
  version: unknown;
  portals: 'all' | readonly string[];
  trigger: DraftTrigger;
  conditions: { match: 'all' | 'any'; list: readonly DraftCondition[] };
  actions: readonly DraftAction[];
  cooldown: { minutes: unknown; per: 'rule' | 'object' };
  workingHours: WorkingHours;
  mode: unknown;
  caps: { runsPerHour: unknown };
}

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOneOf = <T>(list: readonly T[], value: unknown): value is T => list.includes(value as T);
const isListOf = (value: unknown, isEntry: (entry: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isEntry);

const PARTS: Readonly<Record<Exclude<keyof RuleDraft, 'schema' | 'version' | 'mode'>, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string',
  name: (value) => typeof value === 'string',
  portals: (value) => value === 'all' || isListOf(value, (origin) => typeof origin === 'string'),
  trigger: (value) => isObject(value) && isOneOf(TRIGGER_KINDS, value.kind),
  conditions: (value) => isObject(value) && isOneOf(['all', 'any'], value.match) && isListOf(value.list, isCondition),
  actions: (value) => isListOf(value, (action) => isObject(action) && isOneOf(ACTION_KINDS, action.kind)),
  cooldown: (value) => isObject(value) && isOneOf(['rule', 'object'], value.per),
  workingHours: (value) => isOneOf(WORKING_HOURS, value),
  caps: isObject,
};

const isCondition = (value: unknown): boolean =>
  isObject(value) && typeof value.fact === 'string' && isFactName(value.fact) && isOneOf(OPERATORS, value.is);

/** The document, if a form can show all of its parts; fields that nobody knows stay in it. */
export const readDraft = (value: unknown): RuleDraft | null =>
  isObject(value) && Object.entries(PARTS).every(([name, isPart]) => isPart(value[name]))
    ? (value as unknown as RuleDraft)
    : null;

/** A rule that does nothing yet. */
export const emptyDraft = (id: string): RuleDraft => ({
  schema: RULE_SCHEMA,
  id,
  name: '',
  version: 1,
  portals: 'all',
  trigger: { kind: 'support.answered' },
  conditions: { match: 'all', list: [] },
  actions: [newAction('notify')],
  cooldown: { minutes: 0, per: 'rule' },
  workingHours: 'any',
  mode: 'single',
  caps: { runsPerHour: 10 },
});

/** Fields of a kind with what they begin with; of the same name keeps what stood in `from`. */
function begun<T extends object>(fresh: T, from: Loose): T {
  const kept = Object.keys(fresh).filter((name) => name !== 'kind' && name !== 'place' && name in from);
  return { ...fresh, ...Object.fromEntries(kept.map((name) => [name, from[name]])) };
}

type Begun<T extends { kind: string }> = { [Kind in T['kind']]: Omit<Extract<T, { kind: Kind }>, 'kind'> };

const ACTIONS: Begun<Action> = {
  notify: { title: '', text: '' },
  draft: { place: 'newDialog', title: '', text: '' },
  alias: { text: '' },
  tag: { text: '' },
  note: { text: '' },
  journal: { text: '' },
  offer: {},
  open: { place: 'drafts' },
  task: { through: 'session', title: '', text: '', deadlineDays: null },
  webhook: { destination: '', note: '' },
  report: { days: 7 },
};

export const newAction = (kind: ActionKind, from: Loose = {}): DraftAction => begun({ kind, ...ACTIONS[kind] }, from);

const COUNTED: Partial<Begun<Exclude<Trigger, { kind: 'schedule' }>>> = {
  'slots.reached': { count: 4 },
  'answer.waits': { hours: 24 },
  'access.requested': { pendingHours: 4 },
  'access.ends': { days: 2 },
  'access.overdue': { repeatDays: 1 },
};

export function newTrigger(kind: TriggerKind, timeZone: string, from: Loose = {}): DraftTrigger {
  const fresh = kind === 'schedule' ? { cron: '0 9 * * 1', timeZone } : (COUNTED[kind] ?? {});
  return begun({ kind, ...fresh }, from);
}

/** What a fact is compared with at first. */
const FIRST_VALUE = { text: '', number: 1, flag: true, list: '', time: '' } as const;

/** A condition about this fact; what was compared before stays where it still fits. */
export function newCondition(fact: FactName, before?: DraftCondition): DraftCondition {
  const type = FACTS[fact];
  const [first = 'isKnown'] = OPERATORS_OF[type];
  const is = before && OPERATORS_OF[type].includes(before.is) ? before.is : first;
  if (is === 'isKnown') return { fact, is };
  const isSame = before?.value !== undefined && typeof before.value === typeof FIRST_VALUE[type];
  return { fact, is, value: isSame ? before.value : FIRST_VALUE[type] };
}

/** The condition with another operator; only `isKnown` has no value. */
export const withOperator = ({ fact, value }: DraftCondition, is: Operator): DraftCondition =>
  is === 'isKnown' ? { fact, is } : { fact, is, value: value ?? FIRST_VALUE[FACTS[fact]] };
