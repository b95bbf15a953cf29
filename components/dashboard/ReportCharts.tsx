import { useMemo } from 'preact/hooks';
import type { SupportReport } from '../../domain/report.ts';
import { useText } from '../text-context.ts';
import { Chart } from './Chart.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import type { Plot } from './plot.ts';
import { firstReplies, slotCurve, weekBars } from './report-charts.ts';
import type { Period } from './report-period.ts';

interface ReportChartsProps {
  report: SupportReport;
  period: Period;
  now: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a picture says faster than a table. */
export function ReportCharts(props: ReportChartsProps) {
  const { report: words } = useDashboardText();
  return (
    <section class="report-part" aria-label={words.charts}>
      <h2 class="part-title">{words.charts}</h2>
      <div class="charts">
        <SlotsChart {...props} />
        <WeeksChart {...props} />
        <RepliesChart {...props} />
      </div>
    </section>
  );
}

/** How times and numbers stand along the axes. */
function useAxes({ from, until }: Period): Pick<Plot, 'timeText' | 'valueText' | 'span'> {
  const text = useText();
  const { shortDate } = useDashboardText();
  const isShort = until - from < 3 * DAY;
  return {
    timeText: (at) => (isShort ? text.clock(at * 1_000, at * 1_000) : shortDate(at * 1_000)),
    valueText: (value) => text.number(value),
    span: [from / 1_000, until / 1_000],
  };
}

function SlotsChart({ report, period, now }: ReportChartsProps) {
  const text = useText();
  const { report: words } = useDashboardText();
  const axes = useAxes(period);
  const { slots } = report;
  const plot = useMemo<Plot | null>(() => {
    const { at, used, max } = slotCurve(slots, period);
    if (at.length === 0) return null;
    const series = [
      { label: words.slotsUsed, look: 'steps' },
      { label: words.slotsLimit, look: 'limit' },
    ] as const;
    return { ...axes, data: [at, used, max], series };
  }, [report]);
  const max = slots.findLast((step) => step.max !== null)?.max ?? null;
  const most = Math.max(0, ...slots.map(({ used }) => used));
  const summary = words.slotsSummary(most, Math.max(0, slots.length - 1));
  return (
    <Chart
      title={words.slots}
      summary={max === null ? summary : `${summary} ${words.slotsSummaryLimit(max)}`}
      plot={plot}
      legend={[
        { label: words.slotsUsed, look: 'steps' },
        ...(max === null ? [] : [{ label: words.slotsLimit, look: 'limit' } as const]),
      ]}
      table={{
        columns: [words.when, words.slotsUsed, words.slotsLimit],
        rows: slots.map((step) => [
          text.time(step.at, now),
          text.number(step.used),
          step.max === null ? words.unknown : text.number(step.max),
        ]),
      }}
    />
  );
}

function WeeksChart({ report, period }: ReportChartsProps) {
  const text = useText();
  const { report: words, date } = useDashboardText();
  const axes = useAxes(period);
  const { weeks, leftOut } = weekBars(report.rows, period);
  const isEmpty = weeks.every(({ topics }) => topics === 0);
  const plot = useMemo<Plot | null>(() => {
    const starts = weeks.map(({ start }) => start / 1_000);
    // Half a week on either side, so that the first and the last bar are whole.
    const span = [(starts[0] ?? 0) - (4 * DAY) / 1_000, (starts.at(-1) ?? 0) + (4 * DAY) / 1_000] as const;
    const data: Plot['data'] = [starts, weeks.map(({ topics }) => topics || null)];
    return isEmpty
      ? null
      : { ...axes, span, marks: starts, data, series: [{ label: words.weeksTopics, look: 'bars' }] };
  }, [report]);
  return (
    <Chart
      title={words.weeks}
      summary={words.weeksSummary(weeks.length, Math.max(0, ...weeks.map(({ topics }) => topics)))}
      plot={plot}
      table={{
        columns: [words.when, words.weeksTopics],
        rows: weeks.map(({ start, topics }) => [words.weekOf(date(start)), text.number(topics)]),
      }}
    >
      {leftOut > 0 && <p class="quiet">{words.weeksLeftOut(leftOut)}</p>}
    </Chart>
  );
}

function RepliesChart({ report, period, now }: ReportChartsProps) {
  const text = useText();
  const { report: words, span } = useDashboardText();
  const axes = useAxes(period);
  const replies = firstReplies(report.rows);
  const lengths = replies.map(({ ms }) => ms);
  const plot = useMemo<Plot | null>(() => {
    if (replies.length === 0) return null;
    const begin = Math.min(period.from, replies[0]?.at ?? period.from);
    const data: Plot['data'] = [replies.map(({ at }) => at / 1_000), replies.map(({ ms }) => ms / HOUR)];
    return {
      ...axes,
      span: [begin / 1_000, period.until / 1_000],
      data,
      series: [{ label: words.repliesHours, look: 'points' }],
    };
  }, [report]);
  return (
    <Chart
      title={words.replies}
      summary={
        plot
          ? words.repliesSummary(replies.length, span(Math.min(...lengths)), span(Math.max(...lengths)))
          : words.noData
      }
      plot={plot}
      table={{
        columns: [words.column.topic, words.column.began, words.column.reply],
        rows: replies.map(({ at, title, ms }) => [title, text.time(at, now), span(ms)]),
      }}
    >
      {plot && <p class="quiet">{words.repliesHours}</p>}
    </Chart>
  );
}
