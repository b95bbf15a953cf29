import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import type { RecordNews } from './record-actions.ts';

/** What came of the last press. */
export function News({ news }: { news: RecordNews | null }) {
  const { register } = useDashboardText();
  const isTrouble = news?.what === 'notDone' || news?.what === 'failed';
  const wordsOf = (what: RecordNews['what']) =>
    what === 'saved' ? register.form.saved : what === 'notDone' ? register.notDone : register.opened[what];
  return (
    <p class={isTrouble ? 'field-problem' : 'quiet'} role="status">
      {isTrouble && <Icon name="near" />}
      {news === null ? '' : wordsOf(news.what)}
    </p>
  );
}

/** Where an access can be ended; shown once somebody wants to. */
export function WhereElse() {
  const { register } = useDashboardText();
  return (
    <div class="where-else">
      <p class="field-value">{register.whereElse.title}</p>
      <p>{register.whereElse.text}</p>
    </div>
  );
}
