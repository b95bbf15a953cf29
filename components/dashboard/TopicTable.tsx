import type { ComponentChildren } from 'preact';
import { TOPIC_COLUMNS, type TopicColumn } from '../../domain/dashboard-text.ts';
import type { ReportRow } from '../../domain/report.ts';
import { Icon } from '../Icon.tsx';
import { useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';

interface TopicTableProps {
  rows: readonly ReportRow[];
  now: number;
}

/** The dialogs of a period, each with what was seen of its course; not windowed, because it is printed. */
export function TopicTable({ rows, now }: TopicTableProps) {
  const { report: words } = useDashboardText();
  return (
    <section class="report-part" aria-label={words.topics}>
      <h2 class="part-title">{words.topics}</h2>
      <table class="topics" aria-label={words.topics}>
        <thead>
          <tr>
            {TOPIC_COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {words.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Topic key={row.chatId} row={row} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Topic({ row, now }: { row: ReportRow; now: number }) {
  const text = useText();
  const { report: words, span } = useDashboardText();
  const time = (at: number | null) => (at === null ? null : text.time(at, now));
  const length = (ms: number | null) => (ms === null ? null : span(ms));
  const began = row.createdAt ?? row.openedAt;
  const cells: Record<Exclude<TopicColumn, 'topic' | 'ticket'>, ComponentChildren> = {
    status: text.dialogs.status[row.status],
    began: time(began),
    reply: length(row.firstReplyMs),
    replyWorking: length(row.firstReplyWorkingMs),
    duration: length(row.durationMs),
    closed: row.status === 'close' ? time(row.closedAt) : <span class="quiet">{words.goesOn}</span>,
  };
  return (
    <tr>
      <th scope="row" data-column="topic">
        <span class="topic-name" dir="auto">
          {row.title || text.dialogs.untitled(row.chatId)}
        </span>
        {row.isPartlySeen && (
          <span class="mark topic-partly quiet" data-tone="quiet" title={words.partlyWhy}>
            <Icon name="unread" />
            {words.partly}
          </span>
        )}
      </th>
      {TOPIC_COLUMNS.filter((column) => column !== 'topic').map((column) => (
        <td key={column} data-column={column} data-label={words.column[column]}>
          {column === 'ticket' ? row.ticket || null : (cells[column] ?? <NotSeen />)}
        </td>
      ))}
    </tr>
  );
}

function NotSeen() {
  const { report: words } = useDashboardText();
  return (
    <span class="quiet" title={words.unknownWhy}>
      {words.unknown}
    </span>
  );
}
