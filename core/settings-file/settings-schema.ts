/** What each setting may be, one schema a field, for whatever comes from outside: a file, a policy. */
import * as v from 'valibot';
import { LONGEST_ACCESS } from '../../domain/access/record.ts';
import { MOST_HOLIDAYS } from '../../domain/holidays.ts';
import { FEATURES, type Preferences } from '../../domain/preferences.ts';
import { HIDEABLE_CARDS, type Settings } from '../../domain/settings.ts';
import type { WorkingTime } from '../../domain/working-time.ts';

/** One schema for each field of T. */
export type FieldSchemas<T> = { [K in keyof T]: v.GenericSchema<unknown, T[K]> };

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const list = <T extends v.GenericSchema>(entry: T, most: number) => v.pipe(v.array(entry), v.maxLength(most));
const Days = list(v.pipe(v.string(), v.isoDate()), MOST_HOLIDAYS);
const Minutes = whole(0, 1_440);

/** Of the hours in which somebody works. */
export const WORKING_TIME_FIELDS: FieldSchemas<WorkingTime> = {
  timeZone: v.pipe(v.string(), v.maxLength(60)),
  weekdays: list(whole(1, 7), 7),
  from: Minutes,
  until: Minutes,
  holidays: Days,
  workdays: Days,
};

/** Of one portal. The protocol of the surfaces has the same bounds. */
export const SETTINGS_FIELDS: FieldSchemas<Settings> = {
  workingTime: v.object(WORKING_TIME_FIELDS),
  waitingHours: v.pipe(v.number(), v.minValue(0.5), v.maxValue(200)),
  idleDays: whole(1, 60),
  knowsOneQuestion: v.boolean(),
  warnsOfSecrets: v.boolean(),
  hiddenCards: list(v.picklist(HIDEABLE_CARDS), HIDEABLE_CARDS.length),
  accessDays: whole(1, LONGEST_ACCESS),
  accessReminders: list(whole(1, 60), 10),
  integratorReviewDays: whole(0, LONGEST_ACCESS),
  guardsOthers: v.boolean(),
};

/** `ru`, `pt-BR`; empty: the portal's. */
export const LanguageCode = v.pipe(v.string(), v.regex(/^([a-z]{2,3}([-_][A-Za-z]{2,4})?)?$/));

/** Of all portals. */
export const PREFERENCES_FIELDS: FieldSchemas<Preferences> = {
  language: LanguageCode,
  isReadOnly: v.boolean(),
  featuresOff: list(v.picklist(FEATURES), FEATURES.length),
};

/** Why a part of what came was left out; `field` is made of our own names and of positions, never of what came. */
export interface Skipped {
  field: string;
  why: 'wrongValue' | 'unknownName' | 'tooMany' | 'twice';
}

/** Takes each field that fits and leaves the others out; what is no object has none. */
export function takeFields<T extends object>(
  value: unknown,
  schemas: FieldSchemas<T>,
  skip: (field: string, why: Skipped['why']) => void,
): Partial<T> {
  const taken: Partial<T> = {};
  if (typeof value !== 'object' || value === null) return taken;
  for (const name of Object.keys(schemas) as (keyof T & string)[]) {
    // A name that the prototype brings is not in the file.
    if (!Object.hasOwn(value, name)) continue;
    const parsed = v.safeParse(schemas[name], (value as Record<string, unknown>)[name]);
    if (parsed.success) taken[name] = parsed.output;
    else skip(name, 'wrongValue');
  }
  if (Object.keys(value).some((name) => !Object.hasOwn(schemas, name))) skip('', 'unknownName');
  return taken;
}
