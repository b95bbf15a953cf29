import { useDashboardText } from './dashboard-text-context.ts';
import { stretches } from './settings-input.ts';

/** Days in a row are told as one stretch. */
export function DayList({ title, days }: { title: string; days: readonly string[] }) {
  const { date, report } = useDashboardText();
  const noon = (day: string) => Date.parse(`${day}T12:00:00`);
  return (
    <details class="desk-details">
      <summary>{title}</summary>
      <ul class="day-list">
        {stretches(days).map(({ first, last }) => (
          <li key={first}>{report.span(date(noon(first)), date(noon(last)))}</li>
        ))}
      </ul>
    </details>
  );
}
