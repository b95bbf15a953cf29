import { useSelector } from '@xstate/store-preact';
import { useMemo } from 'preact/hooks';
import { AccessPage } from '../../components/dashboard/access/AccessPage.tsx';
import type { DialogChoice } from '../../components/dashboard/access/fields.tsx';
import { NoRecordPane } from '../../components/dashboard/access/RecordPane.tsx';
import type { NameOfChat } from '../../components/dashboard/access/record-words.ts';
import {
  plainRecord,
  registerCells,
  registerFileColumns,
  withHistory,
} from '../../components/dashboard/access/register-export.ts';
import {
  filterRegister,
  nextRegisterSorting,
  type RegisterWords,
  sortRegister,
} from '../../components/dashboard/access/register-rows.ts';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { useAccessText, useText } from '../../components/text-context.ts';
import type { HistoryEntry } from '../../domain/access/record.ts';
import type { RegisterRow } from '../../domain/access/view.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import type { PortalView } from '../../domain/view.ts';
import { AccessEntry } from './AccessEntry.tsx';
import { AccessRecord } from './AccessRecord.tsx';
import { ask } from './ask.ts';
import { dashboardStore } from './dashboard-store.ts';
import { hashOf, NEW_RECORD } from './place.ts';
import type { SectionProps } from './section-props.ts';
import { useAllDialogs } from './use-dialogs.ts';
import { useFile } from './use-file.ts';
import { useRegister } from './use-register.ts';

/** Who asked for access to a portal, who has it, and who had it. */
export function AccessSection({ portal, now, language }: SectionProps) {
  const { register: words } = useDashboardText();
  const access = useAccessText();
  const {
    registerFilter: filter,
    registerSorting: sorting,
    place,
  } = useSelector(dashboardStore, (snapshot) => snapshot.context);
  const { key, host } = portal;
  const register = useRegister(portal);
  const { answer } = register;
  const { dialogs, nameOfChat } = useDialogNames(portal);
  const rows = answer.state === 'ready' ? answer.value : null;
  const shown = useMemo(
    () => (rows ? sortRegister(filterRegister(rows, filter, words, now), sorting, words, language) : []),
    // The minute only matters to a period that ends now.
    [rows, filter, sorting, filter.period && now],
  );
  const select = (recordId: string | null) => {
    location.hash = hashOf({ section: 'access', key, chatId: null, recordId });
  };
  const file = useFile({
    section: 'access',
    host,
    language,
    contents: () => fileOf(key, shown, { words: { access, register: words }, now: Date.now(), nameOfChat }),
  });
  const close = () => select(null);
  const selected = rows?.find(({ id }) => id === place.recordId);

  return (
    <AccessPage
      host={host}
      register={answer}
      shown={shown}
      filter={filter}
      sorting={sorting}
      now={now}
      readAt={portal.register.readAt}
      news={register.news?.id === place.recordId ? null : register.news}
      selected={place.recordId}
      {...register.actions}
      onDetails={({ id }) => select(id)}
      onSelect={({ id }) => select(id)}
      onFilter={(changes) => dashboardStore.trigger.registerFiltered({ changes })}
      onSorting={(next) => dashboardStore.trigger.registerSorted({ sorting: next })}
      onSort={(column) => dashboardStore.trigger.registerSorted({ sorting: nextRegisterSorting(sorting, column) })}
      onRecord={() => select(NEW_RECORD)}
      onRetry={register.retry}
      {...file}
    >
      {place.recordId === NEW_RECORD && (
        <AccessEntry
          portalKey={key}
          presetDays={portal.register.presetDays}
          now={now}
          dialogs={dialogs}
          onSaved={(id) => void register.refresh().then(() => select(id))}
          onClose={close}
        />
      )}
      {selected && (
        <AccessRecord
          key={selected.id}
          portalKey={key}
          row={selected}
          now={now}
          register={register}
          dialogs={dialogs}
          nameOfChat={nameOfChat}
          isLogOff={portal.featuresOff.includes('signIns')}
          onClose={close}
        />
      )}
      {rows && place.recordId !== null && place.recordId !== NEW_RECORD && !selected && (
        <NoRecordPane onClose={close} />
      )}
    </AccessPage>
  );
}

/** Dialogs that a record can be linked with, and their names. */
function useDialogNames(portal: PortalView): { dialogs: readonly DialogChoice[]; nameOfChat: NameOfChat } {
  const text = useText();
  const { register: words } = useDashboardText();
  const { dialogs: all } = useAllDialogs(portal);
  return useMemo(() => {
    const dialogs = all.map((dialog) => ({ chatId: dialog.chatId, name: nameOf(text, dialog) }));
    const names = new Map(dialogs.map(({ chatId, name }) => [chatId, name]));
    return { dialogs, nameOfChat: (chatId) => names.get(chatId) ?? words.form.unlisted(chatId) };
  }, [all]);
}

interface Around {
  words: RegisterWords;
  now: number;
  nameOfChat: NameOfChat;
}

/** What is on show, each record with its history. */
async function fileOf(key: string, shown: readonly RegisterRow[], around: Around) {
  const history = await ask<HistoryEntry[] | null>({ type: 'history.wanted', key, id: null });
  if (!history) throw new Error('The background did not tell the history of the register: try again');
  const records = withHistory(shown, history);
  return {
    columns: registerFileColumns(around.words.register),
    cells: records.map((record) => registerCells(record, around)),
    plain: records.map((record) => plainRecord(record, around)),
  };
}
