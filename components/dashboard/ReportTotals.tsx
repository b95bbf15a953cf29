import { TOTALS, type TotalName } from '../../domain/dashboard-text.ts';
import type { SupportReport } from '../../domain/report.ts';
import { useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';

/** The sums of a period; what nobody saw is said in words, never as zero. */
export function ReportTotals({ report: { totals, atLimit } }: { report: SupportReport }) {
  const text = useText();
  const { report: words, span, percent } = useDashboardText();
  const wordsOf = (name: TotalName): string | null => {
    const value = totals[name];
    if (value === null) return null;
    return name.endsWith('Ms') ? span(value) : text.number(value);
  };
  return (
    <section class="report-part" aria-label={words.totals}>
      <h2 class="part-title">{words.totals}</h2>
      <dl class="totals">
        {TOTALS.map((name) => {
          const value = wordsOf(name);
          return (
            <div key={name} class="total">
              <dt>{words.total[name]}</dt>
              <dd
                class={value === null ? 'total-unknown' : 'total-value'}
                title={value === null ? words.unknownWhy : undefined}
              >
                {value ?? words.unknown}
              </dd>
              {words.totalHint[name] && <dd class="quiet">{words.totalHint[name]}</dd>}
            </div>
          );
        })}
      </dl>
      <p>
        {words.atLimit}: {atLimit.share === null && <span class="quiet">{words.atLimitUnknown}</span>}
        {atLimit.share !== null &&
          (atLimit.fullMs === 0
            ? words.atLimitNever
            : words.atLimitValue(percent(atLimit.share), span(atLimit.fullMs)))}
      </p>
    </section>
  );
}
