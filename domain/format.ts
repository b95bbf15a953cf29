/** How numbers, plurals and dates become words, through Intl. */

/** Plural forms of a word; a language gives those it has. */
export interface PluralForms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

/** Picks the form of a word that goes with a number. */
export function plural(language: string, count: number, forms: PluralForms): string {
  const rule = cached(`plural ${language}`, () => new Intl.PluralRules(language)).select(count);
  return forms[rule as keyof PluralForms] ?? forms.other;
}

/** The whole number with the language's separators, never cut off. */
export function formatNumber(language: string, value: number): string {
  return cached(`number ${language}`, () => new Intl.NumberFormat(language)).format(value);
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** How long ago in words; past a week the date says more than a count of days. */
export function formatAge(language: string, at: number, now: number, justNow: string): string {
  const relative = cached(`age ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const passed = now - at;
  if (passed < MINUTE) return justNow;
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  const days = daysBetween(at, now);
  if (days === 0 || passed < 12 * HOUR) return relative.format(-Math.floor(passed / HOUR), 'hour');
  return days < 7 ? relative.format(-days, 'day') : formatDate(language, at, now);
}

/** "today 14:05", "yesterday 9:30", "12 December 14:05". */
export function formatTime(language: string, at: number, now: number): string {
  const relative = cached(`age ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const days = daysBetween(at, now);
  const day = days === 0 || days === 1 ? relative.format(-days, 'day') : formatDate(language, at, now);
  return `${day} ${hours(language, at)}`;
}

/** The time of day, with the day before it when that is not today. */
export function formatClock(language: string, at: number, now: number): string {
  return daysBetween(at, now) === 0 ? hours(language, at) : formatTime(language, at, now);
}

/** "12 December", with the year when it is another one. */
export function formatDate(language: string, at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return cached(
    `date ${language} ${sameYear}`,
    () =>
      new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month: 'long',
        ...(sameYear ? {} : { year: 'numeric' as const }),
      }),
  ).format(at);
}

function hours(language: string, at: number): string {
  return cached(
    `hours ${language}`,
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  ).format(at);
}

/** Calendar days in the user's time zone; rounding absorbs the hour that summer time moves. */
function daysBetween(at: number, now: number): number {
  return Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY);
}

const formatters = new Map<string, unknown>();

/** Intl objects are slow to make and a list needs the same ones in every row. */
function cached<T>(key: string, make: () => T): T {
  const known = formatters.get(key);
  if (known !== undefined) return known as T;
  const made = make();
  formatters.set(key, made);
  return made;
}
