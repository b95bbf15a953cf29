/** Stretches of days that a report or a list is about. */
import type { PeriodName } from '../../domain/dashboard-text.ts';

export interface Period {
  /** Epoch ms, included. */
  from: number;
  /** Epoch ms, not included. */
  until: number;
}

/** First and last day as yyyy-mm-dd, both included. */
export interface OwnDates {
  first: string;
  last: string;
}

export interface PeriodChoice {
  name: PeriodName;
  own: OwnDates;
}

/** The period in the user's time zone, never past now; null for dates that make none. */
export function periodOf({ name, own }: PeriodChoice, now: number): Period | null {
  const date = new Date(now);
  const month = (offset: number) => new Date(date.getFullYear(), date.getMonth() + offset, 1).getTime();
  const daysAgo = (days: number) => new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime();
  switch (name) {
    case 'thisMonth':
      return { from: month(0), until: now };
    case 'lastMonth':
      return { from: month(-1), until: month(0) };
    case 'days30':
      return { from: daysAgo(29), until: now };
    case 'days90':
      return { from: daysAgo(89), until: now };
    case 'own':
      return ownPeriod(own, now);
  }
}

function ownPeriod({ first, last }: OwnDates, now: number): Period | null {
  const from = startOf(first, 0);
  const after = startOf(last, 1);
  if (from === null || after === null || from >= after || from >= now) return null;
  return { from, until: Math.min(after, now) };
}

/** Midnight at the beginning of a day, or of one some days later. */
function startOf(day: string, later: number): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? null : new Date(Number(year), Number(month) - 1, Number(date) + later).getTime();
}

/** A day as the browser's own date fields write it. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
