import { useMemo } from 'preact/hooks';
import { attentionSentence } from '../../domain/card-sentences.ts';
import type { CardMessages } from '../../domain/cards-text.ts';
import type { DashboardMessages, DialogColumn } from '../../domain/dashboard-text.ts';
import { titleOf } from '../../domain/dialog-names.ts';
import type { Messages } from '../../domain/text.ts';
import { Icon } from '../Icon.tsx';
import { useCardText, useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';
import type { DialogEntry } from './dialog-rows.ts';
import { type Sorting, type TableColumn, WindowedTable } from './WindowedTable.tsx';

export interface DialogTableProps {
  dialogs: readonly DialogEntry[];
  now: number;
  sorting: Sorting | null;
  selected: number | null;
  onSort: (column: string) => void;
  onSelect: (dialog: DialogEntry) => void;
  /** Address of a dialog's task; empty: none, or not known yet. The same function as before means the same answers. */
  taskOf: (chatId: number) => string;
  /** Told which dialogs are in sight, so that what is known of them elsewhere can be asked for. */
  onVisible: (dialogs: readonly DialogEntry[]) => void;
}

const ROW_HEIGHT = { wide: 56, narrow: 96 };

/** All dialogs that the search and the filters leave. */
export function DialogTable({ dialogs, now, taskOf, ...rest }: DialogTableProps) {
  const words = useDashboardText();
  const text = useText();
  const cards = useCardText();
  const columns = useMemo(() => columnsOf({ text, cards, words, now, taskOf }), [text, cards, words, now, taskOf]);
  return (
    <WindowedTable
      label={words.rail.section.dialogs}
      columns={columns}
      rows={dialogs}
      keyOf={({ chatId }) => chatId}
      rowHeight={ROW_HEIGHT}
      {...rest}
    />
  );
}

interface Wording {
  text: Messages;
  cards: CardMessages;
  words: DashboardMessages;
  now: number;
  taskOf: (chatId: number) => string;
}

function columnsOf(wording: Wording): TableColumn<DialogEntry>[] {
  const { dialogs: words } = wording.words;
  const cells: Record<DialogColumn, TableColumn<DialogEntry>['cell']> = {
    name: (dialog) => <Name dialog={dialog} {...wording} />,
    status: ({ status }) => (
      <span class="dialog-status" data-status={status}>
        <Icon name={status} />
        {wording.text.dialogs.status[status]}
      </span>
    ),
    turn: (dialog) => <TurnCell dialog={dialog} {...wording} />,
    attention: (dialog) => <AttentionCell dialog={dialog} {...wording} />,
    ticket: ({ ticket }) => ticket || null,
    tags: ({ tags }) => <TagsCell tags={tags} />,
    task: ({ chatId, name }) => <TaskLink url={wording.taskOf(chatId)} name={name} label={words.task} />,
    activity: ({ lastActivityAt }) => lastActivityAt !== null && <When at={lastActivityAt} {...wording} />,
  };
  return Object.entries(cells).map(([id, cell]) => ({
    id,
    name: words.column[id as DialogColumn],
    cell,
    // Tasks are only known of dialogs that were looked at: an order by them would be wrong.
    isSortable: id !== 'task',
  }));
}

function Name({ dialog, text }: Wording & { dialog: DialogEntry }) {
  return (
    <>
      <span class="cell-name" data-status={dialog.status} title={dialog.name} dir="auto">
        {dialog.name}
      </span>
      {dialog.alias !== '' && (
        <span class="cell-under quiet" dir="auto">
          {titleOf(text, dialog)}
        </span>
      )}
    </>
  );
}

function TurnCell({ dialog: { turn, status }, text, words, now }: Wording & { dialog: DialogEntry }) {
  if (status === 'close') return null;
  if (!turn) return <span class="quiet">{words.dialogs.turn.unknown}</span>;
  return (
    <span class="cell-pair" title={text.time(turn.since, now)}>
      <span>{words.dialogs.turn[turn.author]}</span>
      <span class="quiet">{text.age(turn.since, now)}</span>
    </span>
  );
}

function AttentionCell({ dialog: { attention }, cards, words, now }: Wording & { dialog: DialogEntry }) {
  if (!attention) return null;
  return (
    <span
      class="mark"
      data-tone={attention.kind === 'refused' ? 'danger' : 'warning'}
      title={attentionSentence(cards, attention, now)}
    >
      <Icon name={attention.kind === 'idle' ? 'clock' : 'near'} />
      {words.dialogs.attention[attention.kind]}
    </span>
  );
}

function TagsCell({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <span class="cell-tags" title={tags.join(', ')}>
      {tags.map((tag) => (
        <span key={tag} class="small-tag" dir="auto">
          {tag}
        </span>
      ))}
    </span>
  );
}

function TaskLink({ url, name, label }: { url: string; name: string; label: string }) {
  if (url === '') return null;
  return (
    <a class="text-link" href={url} target="_blank" rel="noreferrer noopener" aria-label={`${label}: ${name}`}>
      {label}
    </a>
  );
}

function When({ at, text, now }: Wording & { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={text.time(at, now)}>
      {text.age(at, now)}
    </time>
  );
}
