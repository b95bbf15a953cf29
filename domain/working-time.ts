/**
 * The hours in which somebody works, and how much of them lies between two moments.
 * A day is counted by number: days since 1 January 1970 in the calendar of the zone.
 */

export interface WorkingTime {
  /** IANA name; empty: the computer's own zone. */
  timeZone: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  weekdays: readonly number[];
  /** Minutes after midnight. */
  from: number;
  /** Minutes after midnight, up to 1440; not later than `from`: nobody works. */
  until: number;
  /** Days off as yyyy-mm-dd. */
  holidays: readonly string[];
  /** Days worked although they fall on a day off, as yyyy-mm-dd. */
  workdays: readonly string[];
}

export const DEFAULT_WORKING_TIME: WorkingTime = {
  timeZone: '',
  weekdays: [1, 2, 3, 4, 5],
  from: 9 * 60,
  until: 18 * 60,
  holidays: [],
  workdays: [],
};

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** How many days ahead are looked through for a moment. */
const HORIZON = 366;

/** True while somebody works. */
export function isWorking(time: WorkingTime, at: number): boolean {
  return nextWorkingMoment(time, at) === at;
}

/** Working time between two moments in ms; 0 when the second is not later. */
export function workingTimeBetween(time: WorkingTime, from: number, to: number): number {
  if (!(to > from)) return 0;
  let sum = 0;
  for (const [start, end] of shifts(time, from, to)) sum += end - start;
  return sum;
}

/** The epoch ms at which `ms` of working time have passed since `from`; null when not within 366 days. */
export function afterWorkingTime(time: WorkingTime, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  let left = ms;
  for (const [start, end] of shifts(time, from, from + HORIZON * DAY)) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  return null;
}

/** Length of one full working day in ms, as the clock shows it. */
export function workingDay(time: WorkingTime): number {
  const { from, until } = rulesOf(time);
  return Math.max(0, until - from);
}

/** The moment itself while somebody works, else the next start of work; null when not within 366 days. */
export function nextWorkingMoment(time: WorkingTime, at: number): number | null {
  for (const [start] of shifts(time, at, at + HORIZON * DAY)) return start;
  return null;
}

/** Stretches of work in order, cut to what lies from `from` (included) to `to` (not included). */
function* shifts(time: WorkingTime, from: number, to: number): Generator<readonly [number, number]> {
  const rules = rulesOf(time);
  if (rules.until <= rules.from || !Number.isFinite(from) || !Number.isFinite(to)) return;
  // Where clocks go back over midnight, a moment's date is a day behind the shift it lies in.
  const lastDay = dayOf(rules, to) + 1;
  for (let day = dayOf(rules, from); day <= lastDay; day++) {
    if (!isWorkday(rules, day)) continue;
    const start = Math.max(from, momentOf(rules.offset, day * DAY + rules.from));
    const end = Math.min(to, momentOf(rules.offset, day * DAY + rules.until));
    if (end > start) yield [start, end];
  }
}

/** Working time, prepared for looking up many days. */
interface Rules {
  offset: Offset;
  weekdays: ReadonlySet<number>;
  /** Ms after midnight. */
  from: number;
  until: number;
  /** Numbers of days. */
  holidays: ReadonlySet<number>;
  workdays: ReadonlySet<number>;
}

const knownRules = new WeakMap<WorkingTime, Rules>();

/** A list asks with the same settings for every row, and up to 2,000 days must not be parsed for each. */
function rulesOf(time: WorkingTime): Rules {
  const known = knownRules.get(time);
  if (known) return known;
  const clock = (minutes: number) => Math.min(Math.max(minutes, 0), 1440) * MINUTE;
  const days = (dates: readonly string[]) => new Set(dates.map((date) => Date.parse(`${date}T00:00:00Z`) / DAY));
  const rules: Rules = {
    offset: offsetIn(time.timeZone),
    weekdays: new Set(time.weekdays),
    from: clock(time.from),
    until: clock(time.until),
    holidays: days(time.holidays),
    workdays: days(time.workdays),
  };
  knownRules.set(time, rules);
  return rules;
}

const dayOf = ({ offset }: Rules, at: number) => Math.floor((at + offset(at)) / DAY);

function isWorkday({ weekdays, holidays, workdays }: Rules, day: number): boolean {
  if (workdays.has(day)) return true;
  // Day 0 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return weekdays.has(weekday) && !holidays.has(day);
}

/** What a zone's clock is ahead of UTC at a moment, in ms. */
type Offset = (at: number) => number;

/** Asked anew each time: the computer may travel, and this needs no `Intl` to be fast. */
const ownOffset: Offset = (at) => -new Date(at).getTimezoneOffset() * MINUTE;

/** The moment at which a zone's clock first shows a time; of a time that is skipped, the moment of the skip. */
function momentOf(offset: Offset, clock: number): number {
  // No zone is a day away from UTC, so these two lie on either side of any change that matters here.
  const before = offset(clock - DAY);
  const after = offset(clock + DAY);
  if (before === after || offset(clock - before) === before) return clock - before;
  if (offset(clock - after) === after) return clock - after;
  return changeBetween(offset, clock - after, clock - before);
}

/** The first moment after `low` with an offset other than there; `high` has one. */
function changeBetween(offset: Offset, low: number, high: number): number {
  const before = offset(low);
  let [same, other] = [low, high];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offset(middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

const knownZones = new Map<string, Offset>();

function offsetIn(timeZone: string): Offset {
  if (timeZone === '') return ownOffset;
  const known = knownZones.get(timeZone);
  if (known) return known;
  const made = makeOffset(timeZone);
  knownZones.set(timeZone, made);
  return made;
}

/** Remembers offsets by the week, since `Intl` takes microseconds for each question. */
function makeOffset(timeZone: string): Offset {
  const exact = exactOffset(timeZone);
  if (!exact) return ownOffset;
  const weeks = new Map<number, { changesAt: number; before: number; after: number }>();
  return (at) => {
    const index = Math.floor(at / WEEK);
    let week = weeks.get(index);
    if (!week) {
      const [start, end] = [index * WEEK, (index + 1) * WEEK];
      const [before, after] = [exact(start), exact(end)];
      week = { changesAt: before === after ? end : changeBetween(exact, start, end), before, after };
      weeks.set(index, week);
    }
    return at < week.changesAt ? week.before : week.after;
  };
}

/** Null for a name that the browser does not know. */
function exactOffset(timeZone: string): Offset | null {
  const numeric = 'numeric' as const;
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields });
    return (at) => {
      const shown = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
      return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / SECOND) * SECOND;
    };
  } catch {
    return null;
  }
}
