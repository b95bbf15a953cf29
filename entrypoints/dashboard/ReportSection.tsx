import { useSelector } from '@xstate/store-preact';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { ReportPage } from '../../components/dashboard/ReportPage.tsx';
import { plainReport, topicCells, topicColumns } from '../../components/dashboard/report-export.ts';
import { periodOf } from '../../components/dashboard/report-period.ts';
import { useText } from '../../components/text-context.ts';
import type { SupportReport } from '../../domain/report.ts';
import { ask } from './ask.ts';
import { dashboardStore } from './dashboard-store.ts';
import type { SectionProps } from './section-props.ts';
import { useAnswer } from './use-answer.ts';
import { useFile } from './use-file.ts';

/** What support did in a period. */
export function ReportSection({ portal, now, language }: SectionProps) {
  const text = useText();
  const { report: words } = useDashboardText();
  const choice = useSelector(dashboardStore, (snapshot) => snapshot.context.period);
  const { key, host } = portal;
  const { answer, retry } = useAnswer(
    async () => {
      const period = periodOf(choice, Date.now());
      return period && ask<SupportReport | null>({ type: 'report.wanted', key, ...period });
    },
    { subject: JSON.stringify(choice), stamp: portal },
  );
  const file = useFile({
    section: 'report',
    host,
    language,
    contents: () => {
      const period = periodOf(choice, now);
      if (answer.state !== 'ready' || !period) throw new Error('There is no report to save: wait until it is loaded');
      const csvWords = { ...words, status: text.dialogs.status };
      return {
        columns: topicColumns(csvWords),
        cells: answer.value.rows.map((row) => topicCells(row, csvWords)),
        plain: plainReport(answer.value, period, host),
      };
    },
  });
  return (
    <ReportPage
      host={host}
      choice={choice}
      now={now}
      report={answer}
      onChoose={(period) => dashboardStore.trigger.periodChosen({ period })}
      onRetry={retry}
      onPrint={() => window.print()}
      {...file}
    />
  );
}
