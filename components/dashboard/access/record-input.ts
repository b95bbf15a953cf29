/** What is typed about an access, as the texts of the fields, and what it means once it makes sense. */
import { LONGEST_ACCESS } from '../../../domain/access/record.ts';
import type { RecordProblem } from '../../../domain/register-text.ts';
import { dayOf } from '../report-period.ts';

/** Lengths that are offered; others can be typed. */
export const DAY_PRESETS = [1, 3, 7, 14, 21] as const;

/** A moment as the browser's own field for date and time writes it. */
export const momentText = (at: number): string => `${dayOf(at)}T${new Date(at).toTimeString().slice(0, 5)}`;

/** Epoch ms in the user's time zone; null when it is no moment. */
export function parseMoment(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null;
  const at = new Date(text).getTime();
  return Number.isNaN(at) || at < 0 ? null : at;
}

/** A whole number of days; null when nobody can mean it. */
export function parseDays(text: string): number | null {
  const value = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= LONGEST_ACCESS ? value : null;
}

/** Days in a list with commas or spaces, the longest first; null when one of them makes no sense. */
export function parseReminders(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const days = [...new Set(parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0)))].sort((a, b) => b - a);
  return days.length <= 10 && days.every((each) => each >= 1 && each <= 60) ? days : null;
}

/** ms: clocks differ a little, and a field has no seconds. */
const TOLERANCE = 60_000;

/** What is wrong with a moment that has passed; null when nothing is. */
export function pastProblem(text: string, now: number): RecordProblem | null {
  const at = parseMoment(text);
  if (at === null) return 'date';
  return at > now + TOLERANCE ? 'future' : null;
}

/** True for a moment that lies before another one, counted in the minutes that fields have. */
export const isBefore = (text: string, other: number | null): boolean => {
  const at = parseMoment(text);
  return at !== null && other !== null && Math.floor(at / TOLERANCE) < Math.floor(other / TOLERANCE);
};
