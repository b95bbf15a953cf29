/** The sections of the dashboard with what they need, to be changed by each test. */
import { DialogPane, type DialogPaneProps } from '../../../components/dashboard/DialogPane.tsx';
import { DialogsPage, type DialogsPageProps } from '../../../components/dashboard/DialogsPage.tsx';
import { DraftsPage, type DraftsPageProps } from '../../../components/dashboard/DraftsPage.tsx';
import { NO_FILTER } from '../../../components/dashboard/dialog-rows.ts';
import { JournalPage, type JournalPageProps } from '../../../components/dashboard/JournalPage.tsx';
import { journalLines } from '../../../components/dashboard/journal-words.ts';
import { ReportPage, type ReportPageProps } from '../../../components/dashboard/ReportPage.tsx';
import { dayOf } from '../../../components/dashboard/report-period.ts';
import { AllPortals, type AllPortalsProps } from '../../../components/dashboard/settings/AllPortals.tsx';
import { PortalSettings, type PortalSettingsProps } from '../../../components/dashboard/settings/PortalSettings.tsx';
import type { DashboardMessages } from '../../../domain/dashboard-text.ts';
import type { GovernanceView } from '../../../domain/governance.ts';
import { DEFAULT_PREFERENCES } from '../../../domain/preferences.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import { details, draftView, JOURNAL, MIXED, NOW, report } from './samples.ts';

const nothing = () => undefined;
const file = { file: 'none', onSave: nothing } as const;
export const DAYS30 = { name: 'days30', own: { first: dayOf(NOW), last: dayOf(NOW) } } as const;

export const dialogsPage = (changes: Partial<DialogsPageProps> = {}) => (
  <DialogsPage
    dialogs={MIXED}
    total={MIXED.length}
    isLoadingRest={false}
    search="none"
    filter={NO_FILTER}
    tags={['CRM', 'urgent']}
    sorting={null}
    selected={null}
    now={NOW}
    taskOf={(chatId) => (chatId === 1 ? 'https://demo.bitrix24.ru/task/7/' : '')}
    onFilter={nothing}
    onSorting={nothing}
    onSort={nothing}
    onSelect={nothing}
    onVisible={nothing}
    {...file}
    {...changes}
  />
);

export const pane = (changes: Partial<DialogPaneProps> = {}) => {
  const dialog = changes.dialog ?? details({ ticket: '22910' }, { text: 'What was agreed' });
  return (
    <DialogPane
      dialog={dialog}
      note={dialog.note}
      now={NOW}
      hasTaskProblem={false}
      link="https://demo.bitrix24.ru/online/?IM_DIALOG=chat1"
      saving={null}
      opening="none"
      onChange={nothing}
      onBlur={nothing}
      onSnooze={nothing}
      onUnsnooze={nothing}
      onOpenDialog={nothing}
      onCopy={async () => true}
      onClose={nothing}
      {...changes}
    />
  );
};

export const reportPage = (changes: Partial<ReportPageProps> = {}) => (
  <ReportPage
    host="demo.bitrix24.ru"
    report={{ state: 'ready', value: report(), isRefreshFailed: false }}
    choice={DAYS30}
    now={NOW}
    onChoose={nothing}
    onRetry={nothing}
    onPrint={nothing}
    {...file}
    {...changes}
  />
);

export const journalPage = (words: DashboardMessages, changes: Partial<JournalPageProps> = {}) => (
  <JournalPage
    lines={{ state: 'ready', value: journalLines(JOURNAL, words, (chatId) => `N ${chatId}`), isRefreshFailed: false }}
    group="any"
    choice={DAYS30}
    now={NOW}
    onChoose={nothing}
    onGroup={nothing}
    onRetry={nothing}
    {...file}
    {...changes}
  />
);

export const draftsPage = (changes: Partial<DraftsPageProps> = {}) => (
  <DraftsPage
    drafts={[
      draftView(),
      draftView({ id: 'b', kind: 'message', title: '', dialogId: 'chat2' }),
      draftView({ id: 'c', kind: 'refused', title: 'Mail', snoozedUntil: NOW + 3_600_000 }),
    ]}
    discarded={[]}
    now={NOW}
    told={null}
    textOf={async () => 'All of the text'}
    nameOf={(dialogId) => (dialogId === 'chat2' ? 'Question 2' : null)}
    onDiscard={nothing}
    onRestore={nothing}
    onCopy={async () => true}
    {...changes}
  />
);

export const settingsPage = (changes: Partial<PortalSettingsProps> = {}) => (
  <PortalSettings
    settings={DEFAULT_SETTINGS}
    locks={new Map()}
    featuresOff={[]}
    onChange={nothing}
    onSaveDays={async () => true}
    {...changes}
  />
);

export const governance = (changes: Partial<GovernanceView> = {}): GovernanceView => ({
  preferences: DEFAULT_PREFERENCES,
  effective: DEFAULT_PREFERENCES,
  locks: [],
  problems: [],
  isManaged: false,
  ...changes,
});

/** Under their own names. */
export const LANGUAGES = [
  { language: 'en', name: 'English' },
  { language: 'ru', name: 'Русский' },
];

export const allPortals = (changes: Partial<AllPortalsProps> = {}) => (
  <AllPortals
    governance={governance()}
    languages={LANGUAGES}
    notifications="notAsked"
    onAllowNotifications={nothing}
    onChange={nothing}
    {...changes}
  />
);
