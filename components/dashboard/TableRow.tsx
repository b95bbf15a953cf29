import { Component, type ComponentChildren } from 'preact';
import type { TableColumn } from './WindowedTable.tsx';

/** What a row tells the table; the object stays the same, so that rows need not be drawn for it. */
export interface RowHandlers<T> {
  onFocus: (row: T) => void;
  /** Null: rows are not buttons. */
  onSelect: ((row: T) => void) | null;
}

interface TableRowProps<T> {
  row: T;
  columns: readonly TableColumn<T>[];
  index: number;
  /** px */
  height: number;
  /** The row that takes part in the Tab order. */
  isActive: boolean;
  isSelected: boolean;
  isButton: boolean;
  handlers: RowHandlers<T>;
}

/** One row in its place; drawn anew only when something of it has changed, because scrolling asks for all of them. */
export class TableRow<T> extends Component<TableRowProps<T>> {
  override shouldComponentUpdate(next: TableRowProps<T>): boolean {
    const known = this.props;
    return (Object.keys(next) as (keyof TableRowProps<T>)[]).some((name) => next[name] !== known[name]);
  }

  override render({ row, columns, index, height, ...props }: TableRowProps<T>) {
    return (
      <tr
        aria-rowindex={index + 2}
        data-selected={props.isSelected}
        style={{ height: `${height}px`, transform: `translateY(${index * height}px)` }}
      >
        {columns.map((column, place) => (
          <Cell key={column.id} column={column} isFirst={place === 0}>
            {place === 0 && props.isButton ? (
              <button
                type="button"
                class="row-button"
                tabIndex={props.isActive ? 0 : -1}
                aria-current={props.isSelected ? 'true' : undefined}
                onFocus={() => props.handlers.onFocus(row)}
                onClick={() => props.handlers.onSelect?.(row)}
              >
                {column.cell(row)}
              </button>
            ) : (
              column.cell(row)
            )}
          </Cell>
        ))}
      </tr>
    );
  }
}

interface CellProps {
  column: { id: string; name: string };
  isFirst: boolean;
  children: ComponentChildren;
}

function Cell({ column, isFirst, children }: CellProps) {
  if (!isFirst) {
    return (
      <td data-column={column.id} data-label={column.name}>
        {children}
      </td>
    );
  }
  return (
    <th scope="row" data-column={column.id}>
      {children}
    </th>
  );
}
