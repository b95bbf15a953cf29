import type { ComponentChildren } from 'preact';
import { DialogTable, type DialogTableProps } from './DialogTable.tsx';
import { DialogToolbar, type DialogToolbarProps } from './DialogToolbar.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { type DialogFilter, NO_FILTER } from './dialog-rows.ts';
import { FileButtons, type FileButtonsProps } from './FileButtons.tsx';
import { Empty, PageHead } from './States.tsx';

export type SearchState = 'none' | 'underWay' | 'done' | 'some' | 'failed';

export interface DialogsPageProps
  extends DialogTableProps,
    FileButtonsProps,
    Pick<DialogToolbarProps, 'filter' | 'tags' | 'onFilter' | 'onSorting'> {
  /** How many there are in all. */
  total: number;
  /** True while older closed ones are on their way. */
  isLoadingRest: boolean;
  /** `some`: there may be more than the search tells. */
  search: SearchState;
  /** The details of the selected dialog. */
  children?: ComponentChildren;
}

/** All dialogs of a portal, and the details of one beside them. */
export function DialogsPage({ children, ...props }: DialogsPageProps) {
  const { dialogs: words, rail } = useDashboardText();
  const { total, dialogs, filter, tags, sorting, onFilter, onSorting } = props;
  return (
    <>
      <PageHead title={rail.section.dialogs} lead={words.lead(total)}>
        {total > 0 && <FileButtons {...props} />}
      </PageHead>
      {total === 0 ? (
        <Empty {...words.none} />
      ) : (
        <div class="split" data-open={Boolean(children)}>
          <div class="split-list">
            <DialogToolbar {...{ filter, tags, sorting, onFilter, onSorting }} told={useTold(props)} />
            {dialogs.length > 0 && <DialogTable {...props} />}
            {dialogs.length === 0 && props.search !== 'underWay' && props.search !== 'failed' && (
              <NothingFound onFilter={onFilter} />
            )}
          </div>
          {children}
        </div>
      )}
    </>
  );
}

function useTold({ search, dialogs, total, isLoadingRest }: DialogsPageProps): string {
  const { dialogs: words } = useDashboardText();
  if (search === 'underWay') return words.searching;
  if (search === 'failed') return words.searchFailed;
  if (search === 'some') return words.firstFound(dialogs.length);
  const shown = words.shown(dialogs.length, total);
  return isLoadingRest ? `${shown}. ${words.loadingRest}` : shown;
}

function NothingFound({ onFilter }: { onFilter: (changes: Partial<DialogFilter>) => void }) {
  const { dialogs: words } = useDashboardText();
  return (
    <Empty {...words.noneFound}>
      <button type="button" class="button" onClick={() => onFilter(NO_FILTER)}>
        {words.clear}
      </button>
    </Empty>
  );
}
