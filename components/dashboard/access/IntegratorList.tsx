import { useId } from 'preact/hooks';
import type { IntegratorRecord } from '../../../domain/access/record.ts';
import { clockWords } from '../../../domain/access/sentences.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { useAccessText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import { News } from './News.tsx';
import { wasReviewed } from './now-words.ts';
import type { RecordActions, RecordNews } from './record-actions.ts';
import { nameOfRecord } from './register-rows.ts';

interface IntegratorListProps extends Pick<RecordActions, 'onTell' | 'onDetails'> {
  rows: readonly (RegisterRow & IntegratorRecord)[];
  now: number;
  news: RecordNews | null;
}

/** Accounts that nobody takes away by themselves, with their age and the last look at them. */
export function IntegratorList({ rows, now, news, onTell, onDetails }: IntegratorListProps) {
  const { register: words } = useDashboardText();
  const access = useAccessText();
  const id = useId();
  return (
    <section class="integrators" aria-labelledby={id}>
      <h3 class="now-card-title" id={id}>
        {words.integrators.title}
      </h3>
      <p class="quiet">{words.integrators.text}</p>
      <ul class="integrator-rows">
        {rows.map((row) => {
          const name = nameOfRecord(row, words);
          return (
            <li key={row.id} class="integrator">
              <div class="integrator-words">
                <p class="field-value" dir="auto">
                  {name}
                </p>
                <p>{clockWords(access, row, now)}</p>
                <p class="quiet">
                  {wasReviewed(row) ? words.reviewedAt(access.age(row.reviewedAt, now)) : words.notReviewed}
                </p>
                <News news={news?.id === row.id ? news : null} />
              </div>
              <div class="inline-actions">
                <WriteButton
                  type="button"
                  class="button"
                  aria-label={words.reviewedNamed(name)}
                  onClick={() => onTell(row, 'reviewed')}
                >
                  {words.reviewed}
                </WriteButton>
                <button
                  type="button"
                  class="text-button"
                  aria-label={words.detailsNamed(name)}
                  onClick={() => onDetails(row)}
                >
                  {words.details}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
