/** The register, the details of a record and the form for a new one, to be changed by each test. */
import { AccessPage, type AccessPageProps } from '../../../components/dashboard/access/AccessPage.tsx';
import { textsOf } from '../../../components/dashboard/access/correction.ts';
import { EntryForm, type EntryFormProps } from '../../../components/dashboard/access/EntryForm.tsx';
import { newEntry } from '../../../components/dashboard/access/entry.ts';
import { RecordPane, type RecordPaneProps } from '../../../components/dashboard/access/RecordPane.tsx';
import { NO_REGISTER_FILTER } from '../../../components/dashboard/access/register-rows.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { NOW } from '../samples.ts';
import { grant, HISTORY, REGISTER } from './access-samples.ts';

const nothing = () => undefined;
export const ready = <T,>(value: T) => ({ state: 'ready', value, isRefreshFailed: false }) as const;

const actions = {
  onOpen: nothing,
  onSnooze: nothing,
  onUnsnooze: nothing,
  onTell: nothing,
  onDetails: nothing,
};

export const DIALOGS = [
  { chatId: 1, name: 'Main chat' },
  { chatId: 2, name: 'Receipts' },
];

export const accessPage = (rows: readonly RegisterRow[] = REGISTER, changes: Partial<AccessPageProps> = {}) => (
  <AccessPage
    host="demo.bitrix24.ru"
    register={ready(rows)}
    shown={rows}
    filter={NO_REGISTER_FILTER}
    sorting={null}
    now={NOW}
    readAt={NOW - 240_000}
    news={null}
    selected={null}
    file="none"
    onSave={nothing}
    onFilter={nothing}
    onSorting={nothing}
    onSort={nothing}
    onSelect={nothing}
    onRecord={nothing}
    onRetry={nothing}
    {...actions}
    {...changes}
  />
);

export const recordPane = (changes: Partial<RecordPaneProps> = {}) => {
  const row = changes.row ?? grant();
  return (
    <RecordPane
      row={row}
      texts={textsOf(row, en.messages.register, NOW)}
      now={NOW}
      dialogs={DIALOGS}
      state="typing"
      history={ready(HISTORY)}
      news={null}
      looking="none"
      isCorrecting={false}
      nameOfChat={(chatId) => `N ${chatId}`}
      onChange={nothing}
      onSave={nothing}
      onLook={nothing}
      onRetryHistory={nothing}
      onCorrecting={nothing}
      onClose={nothing}
      {...actions}
      {...changes}
    />
  );
};

export const ENTRY = newEntry('7f0c0f60-0000-4000-8000-000000000009', NOW, 21);

export const entryForm = (changes: Partial<EntryFormProps> = {}) => (
  <EntryForm
    texts={ENTRY}
    now={NOW}
    dialogs={DIALOGS}
    state="typing"
    onChange={nothing}
    onSave={nothing}
    onClose={nothing}
    {...changes}
  />
);
