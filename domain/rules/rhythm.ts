/** Schedules as people choose them, and the cron fields they are kept as. */
import type { Rhythm } from '../rules-text.ts';

export interface Timing {
  rhythm: Rhythm;
  /** "09:00". */
  at: string;
  /** 1 Monday to 7 Sunday; of the month 1 to 31. */
  day: number;
}

const two = (value: string | number) => String(value).padStart(2, '0');
const FIELDS = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|1-5|[0-7])$/;

/** What five cron fields mean; whatever has no plain words is an own schedule. */
export function timingOf(cron: string): Timing {
  const [, minute, hour, ofMonth, ofWeek] = FIELDS.exec(cron.trim().replace(/\s+/g, ' ')) ?? [];
  const own: Timing = { rhythm: 'own', at: '09:00', day: 1 };
  if (minute === undefined || hour === undefined || Number(minute) > 59 || Number(hour) > 23) return own;
  const at = `${two(hour)}:${two(minute)}`;
  if (ofMonth !== '*') {
    const day = Number(ofMonth);
    return ofWeek === '*' && day >= 1 && day <= 31 ? { rhythm: 'month', at, day } : own;
  }
  if (ofWeek === '*') return { rhythm: 'day', at, day: 1 };
  if (ofWeek === '1-5') return { rhythm: 'weekdays', at, day: 1 };
  return { rhythm: 'week', at, day: Number(ofWeek) || 7 };
}

/** The cron fields of a choice; null for an own schedule, which has none of these parts. */
export function cronOf({ rhythm, at, day }: Timing): string | null {
  const [hour, minute] = at.split(':').map(Number);
  if (rhythm === 'own' || hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return null;
  const days = { day: '* * *', weekdays: '* * 1-5', week: `* * ${day % 7}`, month: `${day} * *` }[rhythm];
  return `${minute} ${hour} ${days}`;
}
