import { useId } from 'preact/hooks';
import type { HistoryEntry } from '../../../domain/access/record.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { Icon } from '../../Icon.tsx';
import { useAccessText, useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import type { Answer } from '../States.tsx';
import { historySentence, type NameOfChat } from './record-words.ts';

export interface HistoryListProps {
  row: RegisterRow;
  history: Answer<readonly HistoryEntry[]>;
  now: number;
  nameOfChat: NameOfChat;
  onRetryHistory: () => void;
}

/** What happened to a record, the newest first; nothing is ever taken out of it. */
export function HistoryList(props: HistoryListProps) {
  const { register } = useDashboardText();
  const { history: words } = register;
  const id = useId();
  return (
    <section class="desk-part pane-part" aria-labelledby={id}>
      <h3 class="now-card-title" id={id}>
        {words.heading}
      </h3>
      <p class="quiet">{words.lead}</p>
      <Lines {...props} />
    </section>
  );
}

function Lines({ row, history, now, nameOfChat, onRetryHistory }: HistoryListProps) {
  const text = useText();
  const access = useAccessText();
  const { register, state } = useDashboardText();
  const { history: words } = register;
  if (history.state === 'loading') {
    return (
      <p class="quiet" role="status">
        {words.loading}
      </p>
    );
  }
  if (history.state === 'failed') {
    return (
      <p class="field-problem" role="status">
        <Icon name="near" />
        {words.failed}
        <button type="button" class="text-button" onClick={onRetryHistory}>
          {state.retry}
        </button>
      </p>
    );
  }
  if (history.value.length === 0) return <p class="quiet">{words.none}</p>;
  const newestFirst = history.value.map((entry, index) => ({ entry, index })).reverse();
  return (
    <ol class="history">
      {newestFirst.map(({ entry, index }) => (
        <li key={index}>
          <p dir="auto">{historySentence(entry, row, { access, register }, { now, nameOfChat })}</p>
          <p class="quiet">
            <time dateTime={new Date(entry.at).toISOString()}>{text.time(entry.at, now)}</time>, {words.by[entry.by]}
          </p>
        </li>
      ))}
    </ol>
  );
}
