import { useId } from 'preact/hooks';
import { DIALOG_COLUMNS } from '../../domain/dashboard-text.ts';
import { useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';
import { type DialogFilter, nextSorting } from './dialog-rows.ts';
import { SearchTool } from './SearchTool.tsx';
import type { Sorting } from './WindowedTable.tsx';

export interface DialogToolbarProps {
  filter: DialogFilter;
  tags: readonly string[];
  sorting: Sorting | null;
  /** What is said of the search and of what is on show. */
  told: string;
  onFilter: (changes: Partial<DialogFilter>) => void;
  onSorting: (sorting: Sorting | null) => void;
}

const STATUSES = ['open', 'new', 'close'] as const;

/** Search, filters, and the order where there is no head of the table to press. */
export function DialogToolbar({ filter, tags, sorting, told, onFilter, onSorting }: DialogToolbarProps) {
  const text = useText();
  const { dialogs: words } = useDashboardText();
  const id = useId();
  return (
    <search class="toolbar">
      <SearchTool
        label={words.search}
        hint={words.searchHint}
        value={filter.query}
        onInput={(query) => onFilter({ query })}
      />
      <div class="tool">
        <label class="field-label" for={`${id}-status`}>
          {words.status}
        </label>
        <select
          id={`${id}-status`}
          class="field"
          value={filter.status}
          onChange={({ currentTarget }) => onFilter({ status: currentTarget.value as DialogFilter['status'] })}
        >
          <option value="any">{words.anyStatus}</option>
          <option value="notClosed">{words.notClosed}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {text.dialogs.status[status]}
            </option>
          ))}
        </select>
      </div>
      <div class="tool">
        <label class="field-label" for={`${id}-tag`}>
          {words.tag}
        </label>
        <select
          id={`${id}-tag`}
          class="field"
          value={filter.tag}
          onChange={({ currentTarget }) => onFilter({ tag: currentTarget.value })}
        >
          <option value="">{words.anyTag}</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
      </div>
      <SortChoice sorting={sorting} onSorting={onSorting} />
      <p class="tool-told quiet" role="status">
        {told}
      </p>
    </search>
  );
}

/** Shown only where the table is a list. */
function SortChoice({ sorting, onSorting }: Pick<DialogToolbarProps, 'sorting' | 'onSorting'>) {
  const { dialogs: words, table } = useDashboardText();
  const id = useId();
  const choiceOf = ({ column, isDescending }: Sorting) => `${column} ${isDescending ? 'descending' : 'ascending'}`;
  const choices = DIALOG_COLUMNS.filter((column) => column !== 'task').flatMap((column) => {
    const first = nextSorting(null, column);
    return first ? [first, { ...first, isDescending: !first.isDescending }] : [];
  });
  return (
    <div class="tool tool-sort">
      <label class="field-label" for={id}>
        {table.sortBy}
      </label>
      <select
        id={id}
        class="field"
        value={sorting ? choiceOf(sorting) : ''}
        onChange={({ currentTarget }) =>
          onSorting(choices.find((each) => choiceOf(each) === currentTarget.value) ?? null)
        }
      >
        <option value="">{table.portalOrder}</option>
        {choices.map((each) => (
          <option key={choiceOf(each)} value={choiceOf(each)}>
            {words.column[each.column as (typeof DIALOG_COLUMNS)[number]]},{' '}
            {each.isDescending ? table.descending : table.ascending}
          </option>
        ))}
      </select>
    </div>
  );
}
