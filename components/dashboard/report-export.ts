/** A report as the contents of a file. */
import type { CsvCell } from '../../domain/csv.ts';
import { TOPIC_COLUMNS, type TopicColumn } from '../../domain/dashboard-text.ts';
import type { DialogStatus } from '../../domain/dialogs.ts';
import type { ReportRow, SupportReport } from '../../domain/report.ts';
import { isoTime, localTime } from './dialog-rows.ts';
import type { Period } from './report-period.ts';

const LENGTHS: readonly TopicColumn[] = ['reply', 'replyWorking', 'duration'];
const MINUTE = 60_000;

interface CsvWords {
  column: Record<TopicColumn, string>;
  minutes: (column: string) => string;
  partly: string;
  status: Record<DialogStatus, string>;
}

/** Columns of the table of topics; whole minutes, since a decimal sign is read differently in every country. */
export const topicColumns = (words: CsvWords): { name: string }[] => [
  ...TOPIC_COLUMNS.map((column) => ({
    name: LENGTHS.includes(column) ? words.minutes(words.column[column]) : words.column[column],
  })),
  { name: words.partly },
];

/** One topic as a line of a CSV file; what was not seen is empty. */
export function topicCells(row: ReportRow, { status, partly }: CsvWords): CsvCell[] {
  const minutes = (ms: number | null) => (ms === null ? null : Math.round(ms / MINUTE));
  const time = (at: number | null) => (at === null ? null : localTime(at));
  const cells: Record<TopicColumn, CsvCell> = {
    topic: row.title,
    status: status[row.status],
    ticket: row.ticket,
    began: time(row.createdAt ?? row.openedAt),
    reply: minutes(row.firstReplyMs),
    replyWorking: minutes(row.firstReplyWorkingMs),
    duration: minutes(row.durationMs),
    closed: time(row.closedAt),
  };
  return [...TOPIC_COLUMNS.map((column) => cells[column]), row.isPartlySeen ? partly : null];
}

/** The whole report as plain data: times in ISO 8601, lengths in ms, what was not seen is null. */
export function plainReport(
  { rows, slots, observedSince, ...sums }: SupportReport,
  { from, until }: Period,
  host: string,
) {
  return {
    portal: host,
    from: isoTime(from),
    until: isoTime(until),
    seenSince: isoTime(observedSince),
    ...sums,
    topics: rows.map(({ createdAt, openedAt, closedAt, ...row }) => ({
      ...row,
      createdAt: isoTime(createdAt),
      openedAt: isoTime(openedAt),
      closedAt: isoTime(closedAt),
    })),
    slots: slots.map(({ at, ...step }) => ({ at: isoTime(at), ...step })),
  };
}
