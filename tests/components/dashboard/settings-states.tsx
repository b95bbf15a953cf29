/** Everything that the settings for all portals and their files can show. */
import type { ComponentChildren } from 'preact';
import { ReadOnlyContext } from '../../../components/dashboard/read-only-context.ts';
import { CopyToAllPart, type CopyToAllPartProps } from '../../../components/dashboard/settings/CopyToAllPart.tsx';
import type { ShownPreview } from '../../../components/dashboard/settings/LoadFilePart.tsx';
import { LoadFilePart, type LoadFilePartProps } from '../../../components/dashboard/settings/LoadFilePart.tsx';
import { SaveFilePart, type SaveFilePartProps } from '../../../components/dashboard/settings/SaveFilePart.tsx';
import { lockedFields, NO_POLICY } from '../../../domain/policy.ts';
import { DEFAULT_PREFERENCES, FEATURES } from '../../../domain/preferences.ts';
import { HIDEABLE_CARDS, type Settings } from '../../../domain/settings.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import { settingRows } from '../../../domain/settings-file/difference.ts';
import type { Refusal } from '../../../domain/settings-file/file.ts';
import { planImport } from '../../../domain/settings-file/plan.ts';
import { FILE_PARTS } from '../../../domain/settings-text.ts';
import { DEMO, here, note, portalHere, TAKE_ALL } from '../../domain/settings-file/samples.ts';
import { allPortals, governance, LANGUAGES, settingsPage } from './pages.tsx';
import { NOW } from './samples.ts';

const nothing = () => undefined;

export const POLICY = {
  ...NO_POLICY,
  isReadOnly: true,
  language: 'en',
  featuresOff: ['guard' as const, 'badge' as const],
  settings: { waitingHours: 2, accessDays: 7, warnsOfSecrets: true },
};

export const managed = governance({
  preferences: DEFAULT_PREFERENCES,
  effective: { language: 'en', isReadOnly: true, featuresOff: ['guard', 'badge', 'portalEdge'] },
  locks: [...lockedFields(POLICY)],
  problems: [{ name: 'portals', entry: '*' }],
  isManaged: true,
});

export const savePart = (changes: Partial<SaveFilePartProps> = {}) => (
  <SaveFilePart
    portals={[
      { key: `${DEMO}|7`, name: 'Acme (7)' },
      { key: `${DEMO}|8`, name: 'Acme (8)' },
    ]}
    choices={{ parts: FILE_PARTS, portals: [`${DEMO}|7`], isForOthers: false }}
    state="none"
    onChoose={nothing}
    onSave={nothing}
    {...changes}
  />
);

export const loadPart = (changes: Partial<LoadFilePartProps> = {}) => (
  <LoadFilePart
    fileName="latchdesk-settings.json"
    choices={TAKE_ALL}
    state={{ phase: 'none' }}
    outcome={null}
    languages={LANGUAGES}
    now={NOW}
    onFile={nothing}
    onChoose={nothing}
    onTake={nothing}
    onLeave={nothing}
    {...changes}
  />
);

/** Another value than the one of the beginning, in every field. */
const OTHERWISE: Settings = {
  workingTime: {
    timeZone: 'Europe/Moscow',
    weekdays: [1, 2],
    from: 600,
    until: 1_200,
    holidays: ['2026-01-01', '2026-05-01'],
    workdays: ['2026-02-14'],
  },
  waitingHours: 2.5,
  idleDays: 9,
  knowsOneQuestion: true,
  warnsOfSecrets: false,
  hiddenCards: ['rename', 'accessBanner'],
  accessDays: 7,
  accessReminders: [1, 5],
  integratorReviewDays: 0,
  guardsOthers: true,
};

const filePortal = (changes: object = {}) => ({
  ...{ address: DEMO, prefix: '/', userId: '7', chip: null, look: null, settings: OTHERWISE, notes: [], register: [] },
  ...changes,
});

const EMPTY_NOTE = { alias: '', tags: [], text: '', taskUrl: '', ticket: '' };

/** What a file of many kinds would change, as the background works it out. */
export function preview(changes: Partial<ShownPreview> = {}): ShownPreview {
  const browser = here(portalHere({ notes: [note(1, { alias: 'Mail' }), note(2, { text: 'Ask' })] }));
  const file = {
    savedAt: NOW - 3_600_000,
    preferences: { language: 'ru', isReadOnly: true, featuresOff: ['guard' as const] },
    portals: [
      filePortal({
        chip: { edge: 'left', offset: 20, isHidden: false },
        look: { label: 'Acme', colour: 'red' },
        notes: [
          { ...EMPTY_NOTE, chatId: 1, alias: 'Post' },
          { ...EMPTY_NOTE, chatId: 2, alias: 'CRM' },
          { ...EMPTY_NOTE, chatId: 3, text: 'New' },
        ],
      }),
      filePortal({ address: 'https://new.bitrix24.com' }),
      filePortal({ address: 'https://nobody.bitrix24.com', userId: null }),
    ],
  };
  const plan = planImport(
    file,
    browser,
    { ...TAKE_ALL, acrossUsers: false },
    { ...NO_POLICY, settings: { idleDays: 3 } },
    NOW,
  );
  return { why: null, plan, mark: 'mark', savedAt: file.savedAt, skipped: [], skippedCount: 0, ...changes };
}

const SKIPPED = [
  { field: 'preferences.language', why: 'wrongValue' },
  { field: 'portals.2.notes.7', why: 'wrongValue' },
  { field: 'portals.2.register', why: 'tooMany' },
  { field: 'portals.0.settings.workingTime', why: 'unknownName' },
  { field: 'portals', why: 'twice' },
  { field: 'portals.4.address', why: 'wrongValue' },
];

export const copyPart = (changes: Partial<CopyToAllPartProps> = {}) => (
  <CopyToAllPart
    others={2}
    state={{ phase: 'none' }}
    onCompare={nothing}
    onTake={nothing}
    onLeave={nothing}
    {...changes}
  />
);

const rows = settingRows(DEFAULT_SETTINGS, OTHERWISE, new Map());

export const differing = {
  phase: 'shown' as const,
  differences: [{ key: 'a', name: 'Acme', rows }],
  unread: ['second.bitrix24.com'],
};

const REFUSALS: readonly Refusal[] = ['empty', 'tooLarge', 'tooDeep', 'tooMany', 'notJson', 'notOurs', 'newerVersion'];
const COUNTS = { portals: 2, settings: 5, notes: 1, records: 0 };

const loadStates: Record<string, () => ComponentChildren> = {
  'a file that is being read': () => loadPart({ state: { phase: 'reading' } }),
  'a file that the browser cannot read': () => loadPart({ state: { phase: 'unreadable' } }),
  'a file about which nobody answers': () => loadPart({ state: { phase: 'noAnswer' } }),
  'a file that would change much': () => loadPart({ state: { phase: 'shown', preview: preview() } }),
  'a file of which a part was left out': () =>
    loadPart({ state: { phase: 'shown', preview: preview({ skipped: SKIPPED, skippedCount: 80, savedAt: null }) } }),
  'a file that would change nothing': () =>
    loadPart({
      state: { phase: 'shown', preview: preview({ plan: { preferences: {}, rows: [], steps: [], left: [] } }) },
    }),
  'a file that is being taken': () => loadPart({ state: { phase: 'taking', preview: preview() } }),
  'a file that was taken': () => loadPart({ outcome: { result: 'taken', ...COUNTS } }),
  'a file that was taken in part': () =>
    loadPart({ outcome: { result: 'partly', missing: [DEMO], arePreferencesMissing: true, ...COUNTS } }),
  'a file that was overtaken': () => loadPart({ outcome: { result: 'changed' } }),
  'a file while read-only': () => loadPart({ outcome: { result: 'readOnly' } }),
  'a file that could not be written': () => loadPart({ outcome: { result: 'failed' } }),
  ...Object.fromEntries(
    REFUSALS.map((why) => [`a file that is refused: ${why}`, () => loadPart({ state: { phase: 'refused', why } })]),
  ),
};

export const SETTINGS_STATES: Record<string, () => ComponentChildren> = {
  'settings for all portals': () => allPortals(),
  'settings for all portals with everything off': () =>
    allPortals({ governance: governance({ effective: { ...DEFAULT_PREFERENCES, featuresOff: FEATURES } }) }),
  'settings that an organisation has fixed': () => allPortals({ governance: managed, notifications: 'failed' }),
  'settings of a portal that an organisation has fixed': () =>
    settingsPage({ locks: new Map(managed.locks), featuresOff: HIDEABLE_CARDS }),
  'settings of a portal while read-only': () => (
    <ReadOnlyContext.Provider value>{settingsPage()}</ReadOnlyContext.Provider>
  ),
  'a file to save': () => savePart(),
  'a file to save for others': () =>
    savePart({ choices: { parts: ['preferences'], portals: [], isForOthers: true }, state: 'nothing' }),
  'a file that is saved': () => savePart({ state: { masked: 2 } }),
  'a file that is too large to save': () => savePart({ state: 'tooLarge', portals: [] }),
  'settings for other portals as well': () => copyPart(),
  'settings for no other portal': () => copyPart({ others: 0 }),
  'settings that differ from other portals': () => copyPart({ state: differing }),
  'settings that are the same everywhere': () => copyPart({ state: { ...differing, differences: [], unread: [] } }),
  'settings that other portals have taken': () => copyPart({ state: { phase: 'done', taken: 2, notTaken: ['Acme'] } }),
  ...loadStates,
};
