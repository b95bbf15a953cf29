// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { DashboardFrame } from '../../../components/dashboard/DashboardFrame.tsx';
import { Failed, Loading } from '../../../components/dashboard/States.tsx';
import type { DashboardMessages } from '../../../domain/dashboard-text.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { lastKnown, portal } from '../samples.ts';
import { drawDashboard, withoutRangeSign } from './drawing.tsx';
import { dialogsPage, draftsPage, journalPage, pane, reportPage, settingsPage } from './pages.tsx';
import { details, draft, NOW, report } from './samples.ts';
import { SETTINGS_STATES } from './settings-states.tsx';

afterEach(cleanup);

const ready = <T,>(value: T) => ({ state: 'ready', value, isRefreshFailed: false }) as const;
const holidays = { ...DEFAULT_SETTINGS.workingTime, holidays: ['2026-01-01', '2026-01-02'], workdays: ['2026-02-14'] };

const STATES: Record<string, (words: DashboardMessages) => ComponentChildren> = {
  loading: () => <Loading />,
  failed: () => <Failed onRetry={() => undefined} />,
  dialogs: () => dialogsPage(),
  'no dialogs': () => dialogsPage({ dialogs: [], total: 0 }),
  'no dialog found': () => dialogsPage({ dialogs: [], search: 'done' }),
  'dialogs while searching': () => dialogsPage({ search: 'underWay', isLoadingRest: true, file: 'preparing' }),
  'dialogs after a failed search': () => dialogsPage({ search: 'failed', dialogs: [] }),
  'dialogs with details': () => dialogsPage({ selected: 1, children: pane() }),
  'details with every trouble': () =>
    pane({ hasTaskProblem: true, saving: 'notSaved', opening: 'failed', dialog: details({}, { taskUrl: 'x' }) }),
  'details at rest': () =>
    pane({ saving: 'saved', dialog: details({}, { snoozedUntil: NOW + 3_600_000, alias: 'A' }) }),
  report: () => reportPage(),
  'a report seen in part': () => reportPage({ report: ready(report({ observedSince: NOW - 86_400_000 })) }),
  'a report of nothing': () => reportPage({ report: ready(report({ rows: [], slots: [] })) }),
  'a report before anybody looked': () =>
    reportPage({ report: ready(report({ rows: [], slots: [], observedSince: null })) }),
  'a report that could not be loaded': () => reportPage({ report: { state: 'failed' } }),
  'a report that could not be refreshed': () => reportPage({ report: { ...ready(report()), isRefreshFailed: true } }),
  'a report of wrong dates': () =>
    reportPage({ choice: { name: 'own', own: { first: '2025-12-12', last: '2025-12-01' } } }),
  drafts: () => draftsPage({ discarded: [draft()], told: { what: 'discarded', id: 'x', name: 'Mail' } }),
  'no drafts': () => draftsPage({ drafts: [], told: { what: 'failed' } }),
  journal: (words) => journalPage(words),
  'an empty journal': (words) => journalPage(words, { lines: ready([]) }),
  'a journal without this kind': (words) =>
    journalPage(words, { group: 'overrides', lines: ready([]), file: 'failed' }),
  settings: () => settingsPage(),
  'settings with holidays': () => settingsPage({ settings: { ...DEFAULT_SETTINGS, workingTime: holidays } }),
  'settings without working days': () =>
    settingsPage({
      settings: { ...DEFAULT_SETTINGS, workingTime: { ...holidays, weekdays: [] } },
    }),
  ...SETTINGS_STATES,
};

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('%s read well and pass axe', async (state) => {
    const { container } = drawDashboard(locale, <main>{STATES[state]?.(locale.messages)}</main>);
    expect(withoutRangeSign(allText(container))).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each([
    ['one portal', [portal()]],
    ['two users of a portal', [portal(), portal({ view: { key: 'https://demo.bitrix24.ru|9', userId: '9' } })]],
    ['a portal that does not answer', [lastKnown('timeout')]],
    ['no portal', []],
  ])('the frame around %s passes axe', async (_name, portals) => {
    const { container } = drawDashboard(
      locale,
      <DashboardFrame
        section="report"
        portal={portals[0] ?? null}
        portals={portals}
        isAboutAll={false}
        now={NOW}
        readOnlyBy={portals.length > 1 ? 'user' : 'managed'}
        staleSince={portals.length > 0 ? null : NOW - 60_000}
        onRetry={() => undefined}
        onFind={() => undefined}
        hrefOf={(section) => `#${section}`}
        onChoosePortal={() => undefined}
      >
        <h1>Report</h1>
      </DashboardFrame>,
    );
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});
