/** What is typed into the settings, taken only when it makes sense. */
import { type Holidays, MOST_HOLIDAYS } from '../../domain/holidays.ts';
import type { WorkingTime } from '../../domain/working-time.ts';

/** A number as people write it, with a comma or a point; null when it is none, or outside of the limits. */
export function parseNumber(text: string, { min, max, isWhole }: { min: number; max: number; isWhole: boolean }) {
  const trimmed = text.trim();
  if (!/^\d+(?:[.,]\d+)?$/.test(trimmed)) return null;
  const value = Number(trimmed.replace(',', '.'));
  const isWithin = value >= min && value <= max && (!isWhole || Number.isInteger(value));
  return isWithin ? value : null;
}

/** "9:30" in minutes after midnight, up to 24:00; null when it is no time. */
export function parseClock(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? /^(\d{1,2})()$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const value = Number(hours) * 60 + Number(minutes || 0);
  return Number(minutes || 0) < 60 && value <= 1_440 ? value : null;
}

/** "09:30". */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** True for a zone that the browser knows; empty stands for the computer's own. */
export function isTimeZone(name: string): boolean {
  if (name === '') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // The browser has no other way of telling.
    return false;
  }
}

/** Working time with the days of a file in place of, or beside, those there are; the newest days stay if it is too many. */
export function withHolidays(time: WorkingTime, found: Holidays, how: 'replace' | 'add'): WorkingTime {
  const merge = (known: readonly string[], added: readonly string[], but: readonly string[]) =>
    [...new Set([...known.filter((day) => !but.includes(day)), ...added])].sort().slice(-MOST_HOLIDAYS);
  if (how === 'replace') return { ...time, holidays: found.holidays, workdays: found.workdays };
  return {
    ...time,
    holidays: merge(time.holidays, found.holidays, found.workdays),
    workdays: merge(time.workdays, found.workdays, found.holidays),
  };
}

/** Days that follow each other as one stretch, each yyyy-mm-dd. */
export function stretches(days: readonly string[]): { first: string; last: string }[] {
  const found: { first: string; last: string }[] = [];
  for (const day of [...days].sort()) {
    const known = found.at(-1);
    if (known && Date.parse(day) - Date.parse(known.last) === 86_400_000) known.last = day;
    else found.push({ first: day, last: day });
  }
  return found;
}
