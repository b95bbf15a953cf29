import { useSelector } from '@xstate/store-preact';
import { useCallback, useMemo } from 'preact/hooks';
import { DialogsPage } from '../../components/dashboard/DialogsPage.tsx';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import {
  type DialogEntry,
  EXPORT_COLUMNS,
  filterDialogs,
  nextSorting,
  sortEntries,
  tagsOf,
  toCells,
  toPlain,
} from '../../components/dashboard/dialog-rows.ts';
import { useText } from '../../components/text-context.ts';
import type { DashboardMessages } from '../../domain/dashboard-text.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import type { Messages } from '../../domain/text.ts';
import type { DialogView, PortalView } from '../../domain/view.ts';
import { DetailsPane } from './DetailsPane.tsx';
import { dashboardStore } from './dashboard-store.ts';
import { hashOf } from './place.ts';
import type { SectionProps } from './section-props.ts';
import { detailsOfAll, useDetails } from './use-details.ts';
import { useAllDialogs } from './use-dialogs.ts';
import { useFile } from './use-file.ts';
import { useSearch } from './use-search.ts';

const select = (key: string, chatId: number | null) => {
  location.hash = hashOf({ section: 'dialogs', key, chatId, recordId: null });
};

/** All dialogs of a portal: searched, filtered, sorted, looked at and taken away as a file. */
export function DialogsSection({ portal, now, language }: SectionProps) {
  const text = useText();
  const words = useDashboardText();
  const { filter, sorting, place } = useSelector(dashboardStore, (snapshot) => snapshot.context);
  const { key } = portal;
  const { dialogs, isLoadingRest } = useAllDialogs(portal);
  const { state: search, found } = useSearch(key, filter.query, portal);
  const details = useDetails(key, portal);
  const shown = useMemo(() => {
    const toEntry = (dialog: DialogView): DialogEntry => ({
      ...dialog,
      name: nameOf(text, dialog),
    });
    return sortEntries(filterDialogs(found ?? dialogs, filter).map(toEntry), sorting, language);
  }, [dialogs, found, filter.status, filter.tag, sorting]);
  const { known } = details;
  const taskOf = useCallback((chatId: number) => known.get(chatId)?.note.taskUrl ?? '', [known]);
  const file = useFile({
    section: 'dialogs',
    host: portal.host,
    language,
    contents: () => fileOf(portal, shown, text, words),
  });

  return (
    <DialogsPage
      dialogs={shown}
      total={Math.max(portal.dialogTotal, dialogs.length)}
      isLoadingRest={isLoadingRest}
      search={search}
      tags={useMemo(() => tagsOf(dialogs, language), [dialogs])}
      filter={filter}
      sorting={sorting}
      now={now}
      taskOf={taskOf}
      selected={place.chatId}
      onFilter={(changes) => dashboardStore.trigger.filterChanged({ changes })}
      onSorting={(next) => dashboardStore.trigger.sortingChanged({ sorting: next })}
      onSort={(column) => dashboardStore.trigger.sortingChanged({ sorting: nextSorting(sorting, column) })}
      onSelect={({ chatId }) => select(key, chatId)}
      onVisible={(visible) => details.see(visible.map(({ chatId }) => chatId))}
      {...file}
    >
      {place.chatId !== null && (
        <DetailsPane
          key={place.chatId}
          portal={portal}
          chatId={place.chatId}
          now={now}
          details={details}
          onClose={() => select(key, null)}
        />
      )}
    </DialogsPage>
  );
}

/** What is on show, with the notes that only the details hold. */
async function fileOf(
  portal: PortalView,
  shown: readonly DialogEntry[],
  { dialogs: { status } }: Messages,
  { dialogs: words }: DashboardMessages,
) {
  const details = await detailsOfAll(
    portal.key,
    shown.map(({ chatId }) => chatId),
  );
  const all = shown.flatMap(({ chatId, name }) => {
    const known = details.get(chatId);
    return known ? [{ ...known, name }] : [];
  });
  return {
    columns: EXPORT_COLUMNS.map((column) => ({ name: words.column[column] })),
    cells: all.map((dialog) => toCells(dialog, portal, { ...words, status })),
    plain: all.map((dialog) => toPlain(dialog, portal)),
  };
}
