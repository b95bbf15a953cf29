import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { type RowHandlers, TableRow } from './TableRow.tsx';
import { useActiveRow } from './use-active-row.ts';
import { useIsNarrow } from './use-width.ts';
import { useVisibleRows } from './visible-rows.ts';

export interface TableColumn<T> {
  /** Names the column for sorting and for its styles. */
  id: string;
  name: string;
  cell: (row: T) => ComponentChildren;
  isSortable?: boolean;
}

export interface Sorting {
  column: string;
  isDescending: boolean;
}

export interface WindowedTableProps<T> {
  label: string;
  /** The first names the row. The same list as before means that rows need not be drawn anew. */
  columns: readonly TableColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string | number;
  /** px of every row, as a table and as a list. */
  rowHeight: { wide: number; narrow: number };
  sorting?: Sorting | null;
  onSort?: (column: string) => void;
  selected?: string | number | null;
  /** With it, each row is a button. */
  onSelect?: (row: T) => void;
  /** Told which rows are drawn. */
  onVisible?: (rows: readonly T[]) => void;
}

/** A table of any length that draws only the rows in sight; a list where there is no room for columns. */
export function WindowedTable<T>(props: WindowedTableProps<T>) {
  const { label, columns, rows, keyOf, rowHeight, selected, onSelect, onVisible } = props;
  const { table: words } = useDashboardText();
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const isNarrow = useIsNarrow(table);
  const height = isNarrow ? rowHeight.narrow : rowHeight.wide;
  const { first, last } = useVisibleRows(body, height, rows.length);
  const { active, onKeyDown, setActive } = useActiveRow({ rows, keyOf, rowHeight: height, body });
  const handlers = useRef<RowHandlers<T>>({ onFocus: setActive, onSelect: null });
  Object.assign(handlers.current, { onFocus: setActive, onSelect: onSelect ?? null });
  // The row with the focus stays, however far it is scrolled away: else the keyboard would be lost.
  const drawn = indicesOf(first, last, onSelect && active < rows.length ? active : null);

  useEffect(() => onVisible?.(rows.slice(first, last)), [first, last, rows]);
  return (
    <>
      {onSelect && <p class="for-screen-reader">{words.arrows}</p>}
      <table
        class="windowed"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        data-look={isNarrow ? 'list' : 'table'}
        ref={table}
      >
        <Head {...props} />
        <tbody ref={body} style={{ height: `${rows.length * height}px` }} onKeyDown={onSelect && onKeyDown}>
          {drawn.map((index) => {
            const row = rows[index] as T;
            return (
              <TableRow
                key={keyOf(row)}
                row={row}
                columns={columns}
                index={index}
                height={height}
                isActive={index === active}
                isSelected={onSelect !== undefined && selected === keyOf(row)}
                isButton={onSelect !== undefined}
                handlers={handlers.current}
              />
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Head<T>({ columns, sorting, onSort }: WindowedTableProps<T>) {
  const { table: words } = useDashboardText();
  const direction = sorting?.isDescending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, name, isSortable }) => {
          const isSorted = sorting?.column === id;
          if (!isSortable || !onSort) {
            return (
              <th key={id} scope="col" data-column={id}>
                {name}
              </th>
            );
          }
          return (
            <th key={id} scope="col" data-column={id} aria-sort={isSorted ? direction : 'none'}>
              <button type="button" class="sort-button" title={words.sortedBy(name)} onClick={() => onSort(id)}>
                {name}
                {isSorted && (
                  <span class="sort-sign" data-direction={direction}>
                    <Icon name="chevron" size={12} />
                  </span>
                )}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Rows from `first` up to before `last`, and the kept one in its place. */
function indicesOf(first: number, last: number, kept: number | null): number[] {
  const range = Array.from({ length: last - first }, (_, index) => first + index);
  if (kept === null || (kept >= first && kept < last)) return range;
  return kept < first ? [kept, ...range] : [...range, kept];
}
