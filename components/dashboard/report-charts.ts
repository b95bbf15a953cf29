/** What the charts of a report draw. Times in epoch seconds, as the plotting library counts. */
import type { ReportRow, SlotStep } from '../../domain/report.ts';
import type { Period } from './report-period.ts';

export interface SlotCurve {
  at: number[];
  used: number[];
  /** Null where the limit was not known. */
  max: (number | null)[];
}

/** The number in use as steps; the last one lasts to the end of the period. */
export function slotCurve(steps: readonly SlotStep[], { until }: Period): SlotCurve {
  const last = steps.at(-1);
  const all = last ? [...steps, { ...last, at: until }] : [];
  return {
    at: all.map(({ at }) => at / 1_000),
    used: all.map(({ used }) => used),
    max: all.map(({ max }) => max),
  };
}

export interface WeekBars {
  /** Mondays at midnight in the user's time zone, epoch ms, without a gap. */
  weeks: { start: number; topics: number }[];
  /** Topics that began before the period, or when was not seen. */
  leftOut: number;
}

/** How many topics began in each week of the period. */
export function weekBars(rows: readonly ReportRow[], { from, until }: Period): WeekBars {
  const beginnings = rows.map((row) => row.createdAt ?? row.openedAt).filter((at) => at !== null && at >= from);
  const counts = new Map<number, number>();
  for (const at of beginnings) counts.set(mondayOf(at ?? 0), (counts.get(mondayOf(at ?? 0)) ?? 0) + 1);
  const weeks: WeekBars['weeks'] = [];
  for (let start = mondayOf(from); start < until; start = weekAfter(start)) {
    weeks.push({ start, topics: counts.get(start) ?? 0 });
  }
  return { weeks, leftOut: rows.length - beginnings.length };
}

function mondayOf(at: number): number {
  const date = new Date(at);
  const sinceMonday = (date.getDay() + 6) % 7;
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - sinceMonday).getTime();
}

function weekAfter(monday: number): number {
  const date = new Date(monday);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 7).getTime();
}

export interface Reply {
  /** Epoch ms at which the topic began. */
  at: number;
  title: string;
  ms: number;
}

/** First replies in the order of their topics; without a beginning a topic has no place on the axis. */
export function firstReplies(rows: readonly ReportRow[]): Reply[] {
  return rows
    .flatMap(({ createdAt, openedAt, firstReplyMs, title }) => {
      const at = createdAt ?? openedAt;
      return at === null || firstReplyMs === null ? [] : [{ at, title, ms: firstReplyMs }];
    })
    .sort((a, b) => a.at - b.at);
}
