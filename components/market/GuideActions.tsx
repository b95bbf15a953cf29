import type { RunView } from '../../domain/market/view.ts';
import type { GuideTexts } from '../../domain/market-text.ts';
import { useMarketText } from './market-text-context.ts';
import type { NoteProps, RunWord } from './note-props.ts';

interface Choice {
  word: RunWord;
  label: string;
  isStrong: boolean;
}

/** What a person can say of the run as it is: only what no page shows, or what is theirs to decide. */
export function GuideActions({ content, isBusy, isReadOnly, onRun, onDashboard }: NoteProps<'guide'>) {
  const { guide } = useMarketText();
  const { run } = content;
  const hasResult = run.state === 'compared' || run.state === 'dataWiped';
  return (
    <>
      {asksForFinish(run) && !isReadOnly && <p class="quiet">{guide.finishedMeans}</p>}
      <div class="inline-actions">
        {(isReadOnly ? [] : choicesFor(guide, run)).map(({ word, label, isStrong }) => (
          <button
            key={word}
            type="button"
            class={isStrong ? 'button strong' : 'button'}
            aria-disabled={isBusy}
            onClick={() => !isBusy && onRun(word)}
          >
            {label}
          </button>
        ))}
        {hasResult && (
          <button type="button" class="text-button" onClick={() => onDashboard('reinstall')}>
            {guide.dashboard}
          </button>
        )}
        {canBeStopped(run) && !isReadOnly && (
          <button
            type="button"
            class="text-button"
            aria-disabled={isBusy}
            onClick={() => !isBusy && onRun('run.stopped')}
          >
            {guide.stop}
          </button>
        )}
      </div>
    </>
  );
}

const asksForFinish = ({ state, finishedBy }: RunView): boolean => state === 'finishing' && finishedBy === null;

const canBeStopped = ({ state }: RunView): boolean =>
  state !== 'stopped' && state !== 'compared' && state !== 'dataWiped' && state !== 'done';

function choicesFor(guide: GuideTexts, run: RunView): Choice[] {
  const choice = (word: RunWord, label: string, isStrong = false): Choice => ({ word, label, isStrong });
  switch (run.state) {
    case 'checked':
      return [choice('record.wanted', guide.recordNow, true)];
    case 'recorded':
      return [choice('record.wanted', guide.recordAgain)];
    case 'finishing':
      return asksForFinish(run)
        ? [choice('finish.told', guide.finished)]
        : [choice('record.wanted', guide.compareNow, true)];
    case 'compared':
      return [choice('comparison.closed', guide.close, true), choice('record.wanted', guide.compareAgain)];
    case 'stopped':
      return [choice('run.resumed', guide.resume, true)];
    default:
      return [];
  }
}
