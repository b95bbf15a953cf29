import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { isGuessed } from '../../../domain/access/record.ts';
import { stateWords } from '../../../domain/access/sentences.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import type { RegisterColumn } from '../../../domain/register-text.ts';
import type { Messages } from '../../../domain/text.ts';
import { Icon } from '../../Icon.tsx';
import { useAccessText, useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { type Sorting, type TableColumn, WindowedTable } from '../WindowedTable.tsx';
import { iconOf, markToneOf } from './now-words.ts';
import { answererWords, senderMark } from './record-words.ts';
import { nameOfRecord, type RegisterWords, SORTABLE, shownEndOf } from './register-rows.ts';

export interface RegisterTableProps {
  rows: readonly RegisterRow[];
  now: number;
  sorting: Sorting | null;
  selected: string | null;
  onSort: (column: string) => void;
  onSelect: (row: RegisterRow) => void;
}

const ROW_HEIGHT = { wide: 76, narrow: 100 };

/** The records that search and filters leave. */
export function RegisterTable({ rows, now, ...rest }: RegisterTableProps) {
  const text = useText();
  const access = useAccessText();
  const { register } = useDashboardText();
  const columns = useMemo(
    () => columnsOf({ text, access, register, now }, register.column),
    [text, access, register, now],
  );
  return (
    <WindowedTable
      label={register.register}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      rowHeight={ROW_HEIGHT}
      {...rest}
    />
  );
}

export interface Wording extends RegisterWords {
  text: Messages;
  now: number;
}

function columnsOf(words: Wording, names: Record<RegisterColumn, string>): TableColumn<RegisterRow>[] {
  return Object.entries(CELLS).map(([id, cell]) => ({
    id,
    name: names[id as RegisterColumn],
    cell: (row: RegisterRow) => cell(row, words),
    isSortable: (SORTABLE as readonly string[]).includes(id),
  }));
}

/** What stands in each column; a table for the paper draws the same. */
export const CELLS: Record<RegisterColumn, (row: RegisterRow, words: Wording) => ComponentChildren> = {
  who: (row, words) => <Pair upper={nameOfRecord(row, words.register)} lower={whoUnder(row, words)} isName />,
  requested: ({ requestedAt }, words) => <Pair {...moment(requestedAt, words)} />,
  state: (row, words) => <State row={row} words={words} />,
  answered: (row, words) =>
    row.answeredAt === null ? null : (
      <Pair upper={moment(row.answeredAt, words).upper} lower={answererWords(row, words)} />
    ),
  days: (row, { access, register }) =>
    row.kind === 'vendor' ? (
      <Pair upper={access.days(row.days)} lower={access.length.source[row.daysSource]} />
    ) : row.kind === 'lookalike' ? null : (
      <span class="quiet">{register.noEnd}</span>
    ),
  ends: (row, words) => {
    const at = shownEndOf(row);
    return at === null ? null : <Pair {...moment(at, words)} />;
  },
  ticket: ({ ticket, dialogName, dialog }, { register }) => {
    const guess = isGuessed(dialog) ? register.pane.linked[dialog.source] : '';
    return ticket || dialogName ? <Pair upper={ticket || dialogName} lower={ticket ? dialogName : guess} /> : null;
  },
  reason: ({ reason }) =>
    reason ? (
      <span class="cell-reason" title={reason} dir="auto">
        {reason}
      </span>
    ) : null,
};

/** Kind and proof of the sender, below the name. */
function whoUnder(row: RegisterRow, words: Wording): string {
  const kind = words.register.kind[row.kind];
  const mark = row.kind === 'lookalike' ? '' : senderMark(row, words);
  return [kind === nameOfRecord(row, words.register) ? '' : kind, mark].filter(Boolean).join(', ');
}

const moment = (at: number, { access, text, now }: Wording) => {
  const date = access.date(at, now);
  const hour = new Date(at).toTimeString().slice(0, 5);
  return { upper: date, lower: hour, title: text.time(at, now) };
};

interface PairProps {
  upper: string;
  lower: string;
  title?: string;
  isName?: boolean;
}

function Pair({ upper, lower, title, isName = false }: PairProps) {
  return (
    <span class="cell-pair" title={title ?? [upper, lower].filter(Boolean).join(', ')}>
      <span class={isName ? 'cell-name' : 'cell-line'} dir="auto">
        {upper}
      </span>
      {lower !== '' && (
        <span class="cell-under quiet" dir="auto">
          {lower}
        </span>
      )}
    </span>
  );
}

function State({ row, words }: { row: RegisterRow; words: Wording }) {
  return (
    <span class="mark" data-tone={markToneOf(row)}>
      <Icon name={iconOf(row)} />
      {stateWords(words.access, row)}
    </span>
  );
}
