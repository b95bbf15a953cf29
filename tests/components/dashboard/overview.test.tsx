// @vitest-environment happy-dom
/** The first page: what it says of all portals, and what can be done there. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OverviewPage, type OverviewPageProps } from '../../../components/dashboard/overview/OverviewPage.tsx';
import {
  findPortals,
  plainPortal,
  portalCells,
  portalRows,
  sortPortals,
} from '../../../components/dashboard/overview/portal-rows.ts';
import { totalsOf } from '../../../components/dashboard/overview/totals.ts';
import { toCsv } from '../../../domain/csv.ts';
import { inboxOf } from '../../../domain/inbox/inbox.ts';
import { PORTAL_EXPORT_COLUMNS } from '../../../domain/overview-text.ts';
import type { PortalView } from '../../../domain/view.ts';
import { DEFAULT_WATCH } from '../../../domain/watch/schedule.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { DAY, dialog, HOUR, lastKnown, NOW, neverRead, portal } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front, knownPortal, manyPortals } from './fronts.ts';

afterEach(cleanup);

const at = (host: string, changes: Partial<PortalView> = {}) => ({
  ...{ key: `https://${host}|1`, origin: `https://${host}`, host, label: host, dialogs: [] },
  ...changes,
});
const NO_ACCESS = { pending: 0, pendingSince: null, running: 0, overdue: 0, warnings: 0, nextEndAt: null };
const LOOKED = { items: [], readAt: NOW - HOUR, presetDays: 21 };

/** A portal that is full and has an overdue access, one that nobody can read, one that is paused. */
const FULL = portal({
  used: 5,
  slots: { at: NOW - DAY },
  view: at('full.bitrix24.ru', {
    label: 'Client A',
    colour: 'red',
    register: LOOKED,
    access: { ...NO_ACCESS, pending: 2, pendingSince: NOW - 3 * HOUR, running: 1, overdue: 1 },
  }),
});
const UNREAD: PortalView = { ...neverRead('timeout'), ...at('silent.bitrix24.ru') };
const PAUSED = portal({
  used: 4,
  session: { state: 'unsupported', reason: 'paused' },
  view: at('paused.bitrix24.ru', { pause: { by: 'user', since: NOW - DAY } }),
});
const UNOPENED = knownPortal({ origin: 'https://portal.example.ru', prefix: '/intranet/', source: 'added' });
const MIXED = front([FULL, UNREAD, PAUSED], {
  known: [...front([FULL, UNREAD, PAUSED]).known, UNOPENED],
});

function page(told = MIXED, changes: Partial<OverviewPageProps> = {}) {
  const inbox = inboxOf(told.portals, told.rest, NOW);
  const rows = portalRows(told, inbox.items);
  const props: OverviewPageProps = {
    ...{ inbox, rows, now: NOW, portals: told.portals, total: rows.length, totals: totalsOf(told.portals) },
    ...{ sorting: null, query: '', failure: null, file: 'none', portalsHref: '#portals', startHref: '#start' },
    ...{ hrefOf: (total) => `#${total}`, onOpen: vi.fn(), onRest: vi.fn(), onQuery: vi.fn(), onSort: vi.fn() },
    ...{ onSelect: vi.fn(), onSave: vi.fn() },
    ...changes,
  };
  return <OverviewPage {...props} />;
}

const RESTING = front([FULL], { rest: { at: NOW - HOUR, until: NOW + 10 * HOUR, known: [] } });

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each([
    ['portals of all kinds', MIXED, {}],
    ['no portal', front([]), {}],
    ['portals that rest', RESTING, {}],
    ['what could not be opened', MIXED, { failure: 'open', file: 'failed' }],
    ['a search without a hit', MIXED, { rows: [], query: 'x', total: 300, failure: 'rest' }],
    ['a portal with an old number', front([lastKnown('offline')]), {}],
  ] as const)('%s read well and pass axe', async (_name, told, changes) => {
    const { container } = drawDashboard(locale, <main>{page(told, changes)}</main>);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test('nothing is written in another place than the catalogues', () => {
    const { container } = render(<PseudoTexts of={locale.language}>{page()}</PseudoTexts>);
    expect(
      hardCodedTexts(container, {
        hosts: [...MIXED.portals.flatMap(({ host, label }) => [host, label]), 'portal.example.ru/intranet'],
      }),
    ).toEqual([]);
  });
});

describe('the three numbers', () => {
  test('count over all portals and say on how many they were read', () => {
    const { requests, grants, dialogs } = totalsOf(MIXED.portals);
    expect(requests).toEqual({ count: 2, read: 1, of: 2, oldestAt: NOW - HOUR, since: NOW - 3 * HOUR });
    expect(grants).toMatchObject({ count: 1, overdue: 1, read: 1, of: 3 });
    expect(dialogs).toEqual({ count: 5, read: 1, of: 2, oldestAt: NOW - DAY, full: 1 });
  });

  test('are never zero where nothing could be read', () => {
    const { requests, dialogs } = totalsOf([UNREAD]);
    expect([requests.count, dialogs.count]).toEqual([null, null]);
    drawDashboard(en, page(front([UNREAD])));
    const numbers = screen.getByRole('region', { name: en.messages.overview.numbers });
    expect(within(numbers).queryByText('0')).toBeNull();
    expect(within(numbers).getAllByText('?')).toHaveLength(3);
    expect(within(numbers).getAllByText(en.messages.overview.notReadWhy)).toHaveLength(3);
  });

  test('leave out what a user who has left was asked, and call no old number full', () => {
    const left = portal({ session: { state: 'signedOut' }, view: { register: LOOKED, access: FULL.access } });
    expect(totalsOf([left]).requests.count).toBeNull();
    expect(totalsOf([left]).dialogs.count).toBeNull();
    expect(totalsOf([portal({ used: 5, slots: { stale: true } })]).dialogs).toMatchObject({ count: 5, full: 0 });
  });

  test('name source and age, and lead to where there is more', () => {
    drawDashboard(en, page());
    const requests = screen.getByRole('link', { name: 'Requests for access' }).closest('li') as HTMLElement;
    expect(requests.textContent).toContain(
      'From messages of the portals. Portals read: 1 of 2, the oldest numbers: 1 hour ago',
    );
    expect(requests.textContent).toContain('The oldest: 3 hours ago');
    expect(screen.getByRole('link', { name: 'Open dialogs' }).getAttribute('href')).toBe('#dialogs');
  });
});

describe('what needs a person', () => {
  test('stands first, leads on, and can be put off until tomorrow', () => {
    const onOpen = vi.fn();
    const onRest = vi.fn();
    drawDashboard(en, page(MIXED, { onOpen, onRest }));
    const [first] = screen.getAllByRole('button', { name: /All 5 dialogs are in use/ });
    fireEvent.click(first as HTMLElement);
    expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ portal: FULL.key, reason: { kind: 'full' } });
    fireEvent.click(screen.getByRole('button', { name: en.messages.overview.rest }));
    expect(onRest).toHaveBeenCalledWith(true);
  });

  test('rests with a word and comes back when it is woken', () => {
    const onRest = vi.fn();
    drawDashboard(en, page(RESTING, { onRest }));
    expect(screen.getByText(/^Put off: 1\. Back/)).toBeDefined();
    expect(screen.queryByRole('button', { name: en.messages.overview.rest })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: en.messages.overview.wake }));
    expect(onRest).toHaveBeenCalledWith(false);
  });

  test('of nobody, on no portal, the page teaches what to do', () => {
    drawDashboard(en, page(front([])));
    expect(screen.getByText(en.messages.overview.none.title)).toBeDefined();
    expect(screen.getByRole('link', { name: en.messages.overview.begin }).getAttribute('href')).toBe('#start');
  });
});

describe('the table of portals', () => {
  const rows = portalRows(MIXED, []);

  test('has a line for each, also for those that nobody has opened', () => {
    drawDashboard(en, page());
    const table = screen.getByRole('table', { name: 'Portals' });
    const lines = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('Client A');
    expect(lines[0]).toContain('overdue: 1, 2 requests wait, running: 1');
    expect(lines.at(-1)).toContain('portal.example.ru/intranet');
    expect(lines.at(-1)).toContain('Not opened yet');
  });

  test('tells two users of one portal apart', () => {
    const two = front([FULL, { ...FULL, key: 'https://full.bitrix24.ru|9', userId: '9' }]);
    expect(portalRows(two, []).map(({ userId }) => userId)).toEqual(['1', '9']);
  });

  test.each([
    ['slots', true, ['Client A']],
    ['access', true, ['Client A']],
    ['portal', false, ['Client A', 'paused.bitrix24.ru']],
  ])('is sorted by %s', (column, isDescending, first) => {
    const sorted = sortPortals(rows, { column, isDescending }, 'en').map(({ label }) => label);
    expect(sorted.slice(0, first.length)).toEqual(first);
  });

  test('sorts what was never read to the end, whichever way', () => {
    for (const isDescending of [true, false])
      expect(sortPortals(rows, { column: 'age', isDescending }, 'en').at(-1)?.view?.slots.at ?? null).toBeNull();
  });

  test('sorts by watching, and a portal that stopped stands before one that reads', () => {
    const watch = (stop: null | { reason: 'signedOut'; since: number }) => ({
      ...{ settings: { ...DEFAULT_WATCH, isOn: true }, plan: { kind: 'off' } as const },
      state: { triedAt: 0, knownAt: 0, failures: 0, stop },
    });
    const told = front([
      portal({ view: at('a.bitrix24.ru') }),
      portal({ view: at('b.bitrix24.ru', { watch: watch(null) }) }),
      portal({ view: at('c.bitrix24.ru', { watch: watch({ reason: 'signedOut', since: NOW }) }) }),
    ]);
    const sorted = sortPortals(portalRows(told, []), { column: 'watch', isDescending: true }, 'en');
    expect(sorted.map(({ label }) => label[0])).toEqual(['c', 'b', 'a']);
  });

  test('is searched by name and address', () => {
    expect(findPortals(rows, 'client').map(({ label }) => label)).toEqual(['Client A']);
    expect(findPortals(rows, 'FULL bitrix24').map(({ label }) => label)).toEqual(['Client A']);
    expect(findPortals(rows, 'nobody')).toEqual([]);
  });

  test('is exported without a number that nobody has read', () => {
    const [full] = rows.filter(({ view }) => view?.key === FULL.key).map(plainPortal);
    expect(full).toMatchObject({
      portal: 'Client A',
      open: 5,
      limit: 5,
      requests: 2,
      overdue: 1,
      slotsSource: 'portal',
    });
    expect(full?.slotsAt).toBe(new Date(NOW - DAY).toISOString());
    const unread = rows.filter(({ view }) => !view || view.key === UNREAD.key);
    for (const row of unread) expect(plainPortal(row)).toMatchObject({ open: null, limit: null, requests: null });
    const csv = toCsv(
      PORTAL_EXPORT_COLUMNS.map((name) => ({ name })),
      rows.map(portalCells),
      ',',
    );
    expect(csv).toContain('https://portal.example.ru/intranet');
    expect(csv).not.toMatch(/undefined|null|NaN/);
  });

  test('opens a portal by keyboard and draws only what is in sight of 300', () => {
    const onSelect = vi.fn();
    const many = front(manyPortals(300));
    drawDashboard(en, page(many, { onSelect }));
    const table = screen.getByRole('table', { name: 'Portals' });
    expect(table.getAttribute('aria-rowcount')).toBe('301');
    const buttons = within(table)
      .getAllByRole('button')
      .filter(({ className }) => className === 'row-button');
    expect(buttons.length).toBeLessThan(60);
    buttons[0]?.focus();
    fireEvent.keyDown(buttons[0] as HTMLElement, { key: 'ArrowDown' });
    fireEvent.click(document.activeElement as HTMLElement);
    expect(onSelect).toHaveBeenCalledOnce();
    expect(screen.getByRole('searchbox', { name: en.messages.overview.search })).toBeDefined();
  });
});

test('open dialogs of a portal are counted once, whatever is in its list', () => {
  expect(totalsOf([portal({ used: 2, view: { dialogs: [dialog(1), dialog(2), dialog(3)] } })]).dialogs.count).toBe(2);
});
