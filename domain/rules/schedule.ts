/**
 * Times of a schedule: five cron fields on the clock of a zone. A time that the clock leaves out on a day comes at the
 * moment of the change, one that it shows twice comes the first time; "every hour" means every hour that passes.
 */
import { Cron } from 'croner';

/** Times that are told at most; whoever was away for longer hears of the newest. */
export const MOST_TIMES = 100;
/** Minutes between two times, at least. */
const SHORTEST_PAUSE = 5;
const LONGEST_CRON = 100;
/** Schedules that are kept prepared. */
const MOST_PREPARED = 200;

const FIELD = /^(?:\*|\d{1,2}(?:-\d{1,2})?)(?:\/\d{1,2})?$/;

/** Why this is no schedule; null: it is one. */
export function checkSchedule(cron: string, timeZone: string): null | 'badCron' | 'badTimeZone' {
  if (!isTimeZone(timeZone)) return 'badTimeZone';
  const fields = fieldsOf(cron);
  if (!fields || isTooOften(fields.minutes, fields.hours)) return 'badCron';
  // A day that no year has.
  return prepare(cron, timeZone)?.nextRun(new Date(0)) ? null : 'badCron';
}

/** Epoch ms of the times after `after` and up to `upTo`, in order, the newest `MOST_TIMES`; none for what is no schedule. */
export function scheduleTimes(cron: string, timeZone: string, after: number, upTo: number): number[] {
  const schedule = prepare(cron, timeZone);
  if (!schedule || !(after < upTo) || !isMoment(after) || !isMoment(upTo)) return [];
  const times: number[] = [];
  let end = upTo + 1;
  while (times.length < MOST_TIMES) {
    const at = schedule.previousRuns(1, new Date(end))[0]?.getTime();
    if (at === undefined || at <= after || at >= end) break;
    times.unshift(at);
    end = at;
  }
  return times;
}

/** Epoch ms of the first time after a moment; null: there is none, or this is no schedule. */
export function nextScheduleTime(cron: string, timeZone: string, after: number): number | null {
  if (!isMoment(after)) return null;
  return prepare(cron, timeZone)?.nextRun(new Date(after))?.getTime() ?? null;
}

/** Beyond the years that calendars have, or not a number. */
const isMoment = (at: number): boolean => Math.abs(at) < 8.64e15;

interface Fields {
  minutes: readonly number[];
  hours: readonly number[];
  /** For the library. */
  pattern: string;
}

/** Null for what is not five fields, or has minutes or hours that a clock does not show. */
function fieldsOf(cron: string): Fields | null {
  const fields = cron.length <= LONGEST_CRON ? cron.trim().split(/\s+/) : [];
  const [minute = '', hour = '', ...days] = fields;
  // Question marks stand for the moment of asking, and would mean another schedule each time.
  if (fields.length !== 5 || days.some((day) => day.includes('?'))) return null;
  const minutes = valuesOf(minute, 59);
  const hours = valuesOf(hour, 23);
  if (!minutes || !hours) return null;
  // Named one by one, times are taken as times of the day rather than as steps that a change of clocks passes over.
  const pattern = [minutes.join(','), hour === '*' ? hour : hours.join(','), ...days].join(' ');
  return { minutes, hours, pattern };
}

/** The numbers that a field names, in order; null for what names none. */
function valuesOf(field: string, highest: number): number[] | null {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    if (!FIELD.test(part)) return null;
    const [range = '', step] = part.split('/');
    const [from = 0, to = from] = range === '*' ? [0, highest] : range.split('-').map(Number);
    const isStepOfOne = step !== undefined && range !== '*' && !range.includes('-');
    if (to > highest || from > to || isStepOfOne || Number(step ?? 1) < 1) return null;
    for (let value = from; value <= to; value += Number(step ?? 1)) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** Also across the hour, where the next one is named as well; the last of a day has the first of the next behind it. */
function isTooOften(minutes: readonly number[], hours: readonly number[]): boolean {
  const pauses = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
  const hasNeighbours = hours.some((hour) => hours.includes((hour + 1) % 24));
  if (hasNeighbours) pauses.push(60 - (minutes.at(-1) ?? 0) + (minutes[0] ?? 0));
  return pauses.some((pause) => pause < SHORTEST_PAUSE);
}

const prepared = new Map<string, Cron | null>();

/** Kept, since a pass asks for every rule and every portal. */
function prepare(cron: string, timeZone: string): Cron | null {
  const key = `${timeZone} ${cron}`;
  const known = prepared.get(key);
  if (known !== undefined) return known;
  if (prepared.size >= MOST_PREPARED) prepared.clear();
  const made = makeCron(cron, timeZone);
  prepared.set(key, made);
  return made;
}

function makeCron(cron: string, timezone: string): Cron | null {
  const fields = fieldsOf(cron);
  if (!fields || !isTimeZone(timezone)) return null;
  try {
    return new Cron(fields.pattern, { timezone, mode: '5-part', fixedTimeRule: 'no-wildcard', paused: true });
  } catch {
    // The library says in an exception what it cannot read: that is no schedule.
    return null;
  }
}

/** True for a name that the browser knows; a bare offset is no zone, it has no summer. */
function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
