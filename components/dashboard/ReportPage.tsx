import type { SupportReport } from '../../domain/report.ts';
import { useDashboardText } from './dashboard-text-context.ts';
import { FileButtons, type FileButtonsProps } from './FileButtons.tsx';
import { PeriodPicker, type PeriodPickerProps } from './PeriodPicker.tsx';
import { ReportCharts } from './ReportCharts.tsx';
import { ReportTotals } from './ReportTotals.tsx';
import { type Period, periodOf } from './report-period.ts';
import { type Answer, Answered, Empty, PageHead } from './States.tsx';
import { TopicTable } from './TopicTable.tsx';

export interface ReportPageProps extends PeriodPickerProps, FileButtonsProps {
  host: string;
  report: Answer<SupportReport>;
  onRetry: () => void;
  onPrint: () => void;
}

/** What went on with support in a period, with what was not seen named as such. */
export function ReportPage(props: ReportPageProps) {
  const { report: words, rail } = useDashboardText();
  const { choice, now, onChoose, report, onRetry, onPrint } = props;
  const period = periodOf(choice, now);
  return (
    <>
      <PageHead title={rail.section.report} lead={words.lead}>
        {report.state === 'ready' && <FileButtons {...props} />}
        {report.state === 'ready' && (
          <button type="button" class="button" onClick={onPrint}>
            {words.print}
          </button>
        )}
      </PageHead>
      <PeriodPicker {...{ choice, now, onChoose }} />
      {period && (
        <Answered answer={report} onRetry={onRetry}>
          {(value) => <Report report={value} period={period} now={now} host={props.host} />}
        </Answered>
      )}
    </>
  );
}

interface ReportProps {
  report: SupportReport;
  period: Period;
  now: number;
  host: string;
}

function Report({ report, period, now, host }: ReportProps) {
  const { report: words } = useDashboardText();
  const { observedSince, rows } = report;
  const isObserved = observedSince !== null && observedSince < period.until;
  const isEmpty = rows.length === 0;
  return (
    <div class="report">
      <Seen {...{ report, period, host }} />
      {isEmpty && <Empty {...(isObserved ? words.nothing : words.notSeen)} />}
      {(isObserved || !isEmpty) && (
        <>
          <ReportTotals report={report} />
          <ReportCharts {...{ report, period, now }} />
          {!isEmpty && <TopicTable rows={rows} now={now} />}
        </>
      )}
    </div>
  );
}

/** Which days, and since when anybody looked. */
function Seen({ report: { observedSince }, period, host }: Omit<ReportProps, 'now'>) {
  const { report: words, date } = useDashboardText();
  return (
    <div class="report-span">
      <p>
        <span class="print-only">{host}. </span>
        {words.span(date(period.from), date(period.until - 1))}
      </p>
      {observedSince !== null && observedSince < period.until && (
        <p class="quiet">
          {(observedSince > period.from ? words.seenSinceInside : words.seenSince)(date(observedSince))}
        </p>
      )}
    </div>
  );
}
