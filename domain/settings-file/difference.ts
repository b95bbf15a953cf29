/** One line of what would change, in ids: words are the surface's. */
import type { LockedField, PolicyName } from '../policy.ts';
import type { Preferences } from '../preferences.ts';
import type { HideableCard, Settings } from '../settings.ts';
import type { WorkingTime } from '../working-time.ts';

export type DifferenceField =
  | keyof Preferences
  | Exclude<keyof Settings, 'workingTime'>
  | `workingTime.${keyof WorkingTime}`
  | 'chip'
  | 'look';

export interface DifferenceRow {
  field: DifferenceField;
  /** As it is here. */
  from: unknown;
  /** As it would be. */
  to: unknown;
  /** True when it would protect less than now: a warning, a guard or the banner goes. */
  isWeaker: boolean;
  /** The policy that keeps it as it is; null: it is taken. */
  lock: PolicyName | null;
}

type Locks = ReadonlyMap<LockedField, PolicyName>;

/** Rows of the preferences that differ. */
export function preferenceRows(here: Preferences, wanted: Partial<Preferences>, locks: Locks): DifferenceRow[] {
  const row = (field: keyof Preferences, isWeaker: boolean, lock: PolicyName | null) =>
    rowOf(field, here[field], wanted[field], isWeaker, lock);
  return [
    row('language', false, locks.get('language') ?? null),
    row('isReadOnly', wanted.isReadOnly === false, locks.get('isReadOnly') ?? null),
    // The policy is laid over the list afterwards, so the list itself is the user's.
    row('featuresOff', losesGuard(here.featuresOff, wanted.featuresOff), null),
  ].filter((each) => each !== null);
}

/** Rows of one portal's settings that differ, working time field by field. */
export function settingRows(here: Settings, wanted: Partial<Settings>, locks: Locks): DifferenceRow[] {
  const { workingTime, ...rest } = wanted;
  const fields = Object.keys(rest) as (keyof typeof rest)[];
  const rows = fields.map((field) => {
    const lock = locks.get(`settings.${field}` as LockedField) ?? null;
    return rowOf(field, here[field], rest[field], isWeaker(field, here, rest), lock);
  });
  const hours = Object.keys(workingTime ?? {}) as (keyof WorkingTime)[];
  const ofHours = hours.map((field) =>
    rowOf(`workingTime.${field}`, here.workingTime[field], workingTime?.[field], false, null),
  );
  return [...rows, ...ofHours].filter((each) => each !== null);
}

/** The row of a value that is taken as a whole; null when it is the same or the file has none. */
export const valueRow = (field: 'chip' | 'look', here: unknown, wanted: unknown): DifferenceRow | null =>
  rowOf(field, here, wanted ?? undefined, false, null);

/** Of the wanted values those whose rows say that they differ and may be taken. */
export function takenFrom<T extends object>(wanted: Partial<T>, rows: readonly DifferenceRow[]): Partial<T> {
  const fields = new Set(rows.filter(({ lock }) => lock === null).map(({ field }) => field.split('.')[0]));
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => fields.has(field))) as Partial<T>;
}

function rowOf(
  field: DifferenceField,
  from: unknown,
  to: unknown,
  isWeaker: boolean,
  lock: PolicyName | null,
): DifferenceRow | null {
  return to === undefined || isSame(from, to) ? null : { field, from, to, isWeaker, lock };
}

const GUARDS: readonly string[] = [
  'guard',
  'composer',
  'refused',
  'accessBanner',
  'uninstallGuard',
] satisfies HideableCard[];

function losesGuard(here: readonly string[], wanted: readonly string[] = []): boolean {
  return wanted.some((name) => GUARDS.includes(name) && !here.includes(name));
}

function isWeaker(field: keyof Settings, here: Settings, wanted: Partial<Settings>): boolean {
  if (field === 'warnsOfSecrets' || field === 'guardsOthers') return here[field] && wanted[field] === false;
  return field === 'hiddenCards' && losesGuard(here.hiddenCards, wanted.hiddenCards);
}

/** Lists are sets here: their order means nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value)].sort());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
