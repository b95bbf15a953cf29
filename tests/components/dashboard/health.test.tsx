// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DATABASE_TROUBLES } from '../../../domain/database-trouble.ts';
import { SELF_TEST } from '../../../domain/health/self-test.ts';
import { SOURCES } from '../../../domain/health/sources.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { allText, expectAccessible, LEAKS, tabStops } from '../drawing.tsx';
import { NOW } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { EVERY_TROUBLE, healthOf, healthPage, MIXED_HEALTH, MIXED_RUN, runOf, told } from './health-samples.tsx';

afterEach(cleanup);

const words = en.messages.health;
const ready = <T,>(value: T) => ({ state: 'ready', value, isRefreshFailed: false }) as const;
const DIAGNOSTICS = 'Latchdesk 0.1.0\nBrowser: Chrome 156\n';
const NOT_STARTED = { result: 'failed', failure: 'silent', code: '' } as const;

const STATES: Record<string, () => ComponentChildren> = {
  'mixed health': () => healthPage(),
  'every trouble': () => healthPage({ health: ready(EVERY_TROUBLE) }),
  'nothing known': () => healthPage({ health: ready(healthOf()) }),
  'nothing broken': () => healthPage({ health: ready(healthOf(told('list'))) }),
  'health that loads': () => healthPage({ health: { state: 'loading' } }),
  'health that failed': () => healthPage({ health: { state: 'failed' } }),
  'health that could not be refreshed': () => healthPage({ health: { ...ready(MIXED_HEALTH), isRefreshFailed: true } }),
  'no portal': () => healthPage({ host: null }),
  'a test that begins': () => healthPage({ running: 'beginning' }),
  'a test under way': () => healthPage({ run: runOf({}, 'list'), running: 'running' }),
  'a test that passed': () => healthPage({ run: runOf({}) }),
  'a test with troubles': () => healthPage({ run: MIXED_RUN }),
  'a test without a tab': () => healthPage({ run: runOf({ tab: { result: 'failed', failure: 'noTab', code: '' } }) }),
  'a test that broke off': () => healthPage({ run: runOf({}, 'access'), running: 'interrupted' }),
  'a test that did not start': () => healthPage({ running: 'beginFailed' }),
  'diagnostics that are made': () => healthPage({ diagnostics: { state: 'preparing' } }),
  'diagnostics that failed': () => healthPage({ diagnostics: { state: 'failed' } }),
  'diagnostics to copy': () => healthPage({ diagnostics: { state: 'ready', text: DIAGNOSTICS } }),
  ...Object.fromEntries(
    DATABASE_TROUBLES.map((trouble) => [
      `a storage that is ${trouble}`,
      () => healthPage({ trouble, health: { state: 'failed' }, run: runOf({ database: NOT_STARTED }) }),
    ]),
  ),
};

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('%s reads well and passes axe', async (state) => {
    const { container } = drawDashboard(locale, <main>{STATES[state]?.()}</main>);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(Object.keys(STATES))('nothing of %s is written into a component', (state) => {
    const { container } = drawDashboard(locale, <PseudoTexts of={locale.language}>{STATES[state]?.()}</PseudoTexts>);
    const data = {
      host: 'demo.bitrix24.ru',
      text: DIAGNOSTICS,
      codes: ['ACCESS_DENIED'],
      commands: ['supportAccessAsk'],
    };
    expect(hardCodedTexts(container, data)).toEqual([]);
  });
});

const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));
const cells = (name: string) =>
  row(name)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('the sources', () => {
  test('are one row each, in an order that stays', () => {
    drawDashboard(en, healthPage());
    const names = within(screen.getByRole('table', { name: words.sources.heading }))
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
    expect(names).toEqual(SOURCES.map((source) => Object.values(words.sources.source[source]).join('')));
  });

  test('a broken one says since when, how often, why with its code, and what to do', () => {
    drawDashboard(en, healthPage());
    expect(cells('List of dialogs')).toEqual([
      'brokensince today 13:05, 2 failures one after another',
      'today 12:05, 2 hours ago',
      'The portal refusedLast: 1 minute agoCode: ACCESS_DENIEDCheck that you are still an administrator there',
      'none',
    ]);
  });

  test('one that works again keeps its last failure, and asks for nothing', () => {
    drawDashboard(en, healthPage());
    expect(cells('Data of the open page')).toEqual([
      'works',
      'today 14:04, 1 minute ago',
      'The page of the portal did not answeryesterday, over since then',
      'none',
    ]);
  });

  test('old, absent, not asked and not understood are told apart, and never as zero', () => {
    drawDashboard(en, healthPage());
    expect(cells('Roles on Open Channels')[0]).toBe('worked, but long ago');
    expect(cells('Event log').slice(0, 2)).toEqual(['not thereThis portal does not have it', 'none yet']);
    expect(cells('Employees')).toEqual(['not asked yet', 'none yet', 'none', 'none']);
    expect(cells('Live events').slice(-1)).toEqual(['3']);
  });

  test.each([
    ['nothing was told', healthOf(), words.verdict.unread.title],
    ['all is well', healthOf(told('list')), words.verdict.fine.title],
    [
      'something was not understood',
      healthOf(told('list'), { type: 'payload.malformed', source: 'events', count: 1, at: NOW }),
      words.verdict.odd.title,
    ],
    ['one is broken', MIXED_HEALTH, '1 source is broken'],
  ])('are summed up when %s', (_name, view, title) => {
    drawDashboard(en, healthPage({ health: ready(view) }));
    expect(screen.getByText(title)).toBeDefined();
  });
});

describe('commands that nobody knows', () => {
  test('are shown as text with how often and when', () => {
    const view = healthOf({ type: 'command.unknown', name: '<b>askAccess</b>', at: NOW });
    drawDashboard(en, healthPage({ health: ready(view) }));
    const table = within(screen.getByRole('table', { name: words.counts.heading }));
    expect(table.getByRole('rowheader').textContent).toBe('<b>askAccess</b>');
    expect(table.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['1', 'today 14:05', 'today 14:05']);
  });

  test('begin anew when that is pressed, and it is said when that failed', async () => {
    const onClear = vi.fn(async () => false);
    drawDashboard(en, healthPage({ onClear }));
    fireEvent.click(screen.getByRole('button', { name: words.counts.clear }));
    await screen.findByText(words.counts.clearFailed);
    onClear.mockResolvedValue(true);
    fireEvent.click(screen.getByRole('button', { name: words.counts.clear }));
    await screen.findByText(words.counts.cleared);
    expect(onClear).toHaveBeenCalledTimes(2);
  });

  test('cannot be cleared where nothing was counted', () => {
    drawDashboard(en, healthPage({ health: ready(healthOf(told('list'))) }));
    expect(screen.getByText(words.counts.none.title)).toBeDefined();
    expect(screen.queryByRole('button', { name: words.counts.clear })).toBeNull();
  });
});

describe('the self-test', () => {
  const steps = () => within(screen.getByRole('list', { name: words.selfTest.heading })).getAllByRole('listitem');
  const stepOf = (name: string) => steps().find((step) => step.textContent?.startsWith(name))?.textContent;

  test('says before how much it asks of the portal', () => {
    drawDashboard(en, healthPage());
    const requests = SELF_TEST.reduce((sum, step) => sum + step.requests, 0);
    expect(screen.getByText(words.selfTest.text(requests)).textContent).toContain('10 requests');
    expect(screen.queryByRole('list', { name: words.selfTest.heading })).toBeNull();
  });

  test('announces the step under way, and cannot be started twice', () => {
    const onBegin = vi.fn();
    drawDashboard(en, healthPage({ run: runOf({}, 'list'), running: 'running', onBegin }));
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain('Step 5 of 9: Dialogs');
    expect(stepOf('Dialogs')).toContain('under way');
    expect(stepOf('Market')).toContain('waits');
    expect(stepOf('Live events')).toContain('passedtook 420 ms');
    fireEvent.click(screen.getByRole('button', { name: words.selfTest.again }));
    expect(onBegin).not.toHaveBeenCalled();
  });

  test('says of each step what came of it and what to do', () => {
    drawDashboard(en, healthPage({ run: MIXED_RUN }));
    expect(screen.getByText('1 step failed')).toBeDefined();
    expect(stepOf('ChatApp')).toMatch(
      /failedtook 420 msThe portal did not answer in time\. Wait a minute, then run the self-test\.$/,
    );
    expect(stepOf('Market')).toContain(words.selfTest.notNeededMeans);
    expect(stepOf('Requests for access')).toContain(words.selfTest.absentMeans.notAllowed);
  });

  test('names the step without which another was not tried', () => {
    drawDashboard(en, healthPage({ run: runOf({ tab: { result: 'failed', failure: 'noTab', code: '' } }) }));
    expect(stepOf('Tab')).toContain('No page of the portal was open. Open the portal in a tab.');
    expect(stepOf('Page')).toContain('not triedIt needs the step “Tab” to pass first.');
  });

  test('a storage that fails is not told as a portal that fails', () => {
    drawDashboard(en, healthPage({ trouble: 'quota', run: runOf({ database: NOT_STARTED }) }));
    expect(stepOf('Storage')).toContain(words.database.quota.title);
    expect(stepOf('Storage')).not.toContain(words.sources.failure.silent.what);
  });

  test('that broke off keeps nothing waiting', () => {
    drawDashboard(en, healthPage({ run: runOf({}, 'access'), running: 'interrupted' }));
    expect(screen.getByText(words.selfTest.interrupted.title)).toBeDefined();
    const marks = steps().map((step) => step.querySelector('.mark')?.textContent);
    expect(marks.slice(0, 3)).toEqual(Array(3).fill('passedtook 420 ms'));
    expect(marks.slice(5)).toEqual(Array(4).fill(words.selfTest.result.skipped));
  });
});

describe('diagnostics', () => {
  test('are shown in full before they can be copied', async () => {
    const onCopy = vi.fn(async () => true);
    const { redraw } = drawDashboard(en, healthPage({ onCopy }));
    expect(screen.getByText(words.diagnostics.without)).toBeDefined();
    expect(screen.queryByRole('button', { name: words.diagnostics.copy })).toBeNull();
    redraw(healthPage({ onCopy, diagnostics: { state: 'ready', text: DIAGNOSTICS } }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: words.diagnostics.label });
    expect([field.value, field.readOnly]).toEqual([DIAGNOSTICS, true]);
    fireEvent.click(screen.getByRole('button', { name: words.diagnostics.copy }));
    await waitFor(() => expect(onCopy).toHaveBeenCalledExactlyOnceWith(DIAGNOSTICS));
  });

  test('are there whatever else fails', () => {
    drawDashboard(en, healthPage({ host: null, trouble: 'gone', health: { state: 'failed' } }));
    expect(screen.getByRole('alert').textContent).toContain(words.database.gone.title);
    expect(screen.getByRole('button', { name: words.diagnostics.prepare })).toBeDefined();
  });
});

test('everything that can be pressed is in the order in which it is read', () => {
  const { container } = drawDashboard(en, healthPage({ diagnostics: { state: 'ready', text: DIAGNOSTICS } }));
  expect(tabStops(container).map((element) => element.textContent || element.tagName)).toEqual([
    words.lookAgain,
    words.counts.clear,
    words.selfTest.begin,
    words.diagnostics.prepare,
    words.diagnostics.copy,
  ]);
});
