// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { firstReplies, slotCurve, weekBars } from '../../../components/dashboard/report-charts.ts';
import { plainReport, topicCells, topicColumns } from '../../../components/dashboard/report-export.ts';
import { periodOf } from '../../../components/dashboard/report-period.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { drawDashboard } from './drawing.tsx';
import { DAYS30, reportPage } from './pages.tsx';
import { DAY, HOUR, NOW, report, row } from './samples.ts';

afterEach(cleanup);

const at = (month: number, day: number, hour = 0) => new Date(2025, month - 1, day, hour).getTime();
const NO_DATES = { first: '', last: '' };
const PERIOD = { from: at(11, 13), until: NOW };
const ready = (value = report()) => ({ state: 'ready', value, isRefreshFailed: false }) as const;

describe('a period', () => {
  test.each([
    ['thisMonth', at(12, 1), NOW],
    ['lastMonth', at(11, 1), at(12, 1)],
    ['days30', at(11, 13), NOW],
    ['days90', at(9, 14), NOW],
  ] as const)('%s begins and ends at midnight, and never after now', (name, from, until) => {
    expect(periodOf({ name, own: NO_DATES }, NOW)).toEqual({ from, until });
  });

  test('of own dates includes the last day', () => {
    const own = (first: string, last: string) => periodOf({ name: 'own', own: { first, last } }, NOW);
    expect(own('2025-12-01', '2025-12-03')).toEqual({ from: at(12, 1), until: at(12, 4) });
    expect(own('2025-12-01', '2025-12-31')).toEqual({ from: at(12, 1), until: NOW });
    expect(own('2025-12-03', '2025-12-01')).toBeNull();
    expect(own('2026-01-01', '2026-01-05')).toBeNull();
    expect(own('', '2025-12-01')).toBeNull();
  });
});

describe('the charts', () => {
  test('the last number of slots lasts to the end of the period', () => {
    const curve = slotCurve(report().slots, PERIOD);
    expect(curve.used).toEqual([4, 5, 5]);
    expect(curve.at.at(-1)).toBe(NOW / 1_000);
    expect(slotCurve([], PERIOD).at).toEqual([]);
  });

  test('topics are counted by the week in which they began, empty weeks included', () => {
    const { weeks, leftOut } = weekBars([row(2), row(9), row(1, { createdAt: null, openedAt: null }), row(60)], PERIOD);
    expect(weeks.map(({ topics }) => topics)).toEqual([0, 0, 0, 1, 1]);
    expect(new Date(weeks[0]?.start ?? 0).getDay()).toBe(1);
    expect(leftOut).toBe(2);
  });

  test('a topic without a first reply has no point', () => {
    expect(firstReplies(report().rows).map(({ title }) => title)).toEqual(['Topic 9', 'Topic 2']);
  });

  test('each has a summary and the same numbers as a table', () => {
    drawDashboard(en, reportPage());
    expect(screen.getByText('At most 5 in use, 1 change. The limit is 5.')).toBeDefined();
    expect(screen.getByText('2 first replies, after 3 hrs.')).toBeDefined();
    const table = within(screen.getByRole('table', { name: 'First replies' }));
    expect(table.getAllByRole('row')[1]?.textContent).toBe('Topic 93 December 14:053 hrs');
  });
});

test('what was not seen is said in words and never as zero', () => {
  drawDashboard(en, reportPage({ report: ready(report({ observedSince: NOW - DAY })) }));
  expect(screen.getByText(/^Seen since 11 December 2025\. Nobody looked before that/)).toBeDefined();
  const open = screen.getByRole('row', { name: /Topic 1/ });
  expect(open.textContent).toContain('partly seen');
  expect(within(open).getAllByText('not seen')).toHaveLength(4);
  const median = screen.getByText('Duration, median').parentElement;
  expect(median?.textContent).toContain('not seen');
  expect(screen.getByText('Against a warning').parentElement?.textContent).toContain('0');
});

test('dates that make no period are named, and the last report is not shown for them', () => {
  const onChoose = vi.fn();
  const own = { first: '2025-12-12', last: '2025-12-01' };
  drawDashboard(en, reportPage({ choice: { name: 'own', own }, onChoose }));
  expect(screen.getByText(en.messages.report.datesProblem)).toBeDefined();
  expect(screen.queryByRole('heading', { name: 'Totals' })).toBeNull();
  fireEvent.input(screen.getByLabelText('To, included'), { target: { value: '2025-12-12' } });
  expect(onChoose).toHaveBeenCalledWith({ name: 'own', own: { ...own, last: '2025-12-12' } });
});

test('a failed report offers another try, and choosing, saving and printing are handed on', () => {
  const [onRetry, onPrint, onSave, onChoose] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const { redraw } = drawDashboard(en, reportPage({ report: { state: 'failed' }, onRetry }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  redraw(reportPage({ onPrint, onSave, onChoose }));
  fireEvent.click(screen.getByRole('button', { name: 'Print' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save as JSON' }));
  fireEvent.change(screen.getByRole('combobox', { name: 'Period' }), { target: { value: 'lastMonth' } });
  expect(onPrint).toHaveBeenCalledOnce();
  expect(onSave).toHaveBeenCalledWith('json');
  expect(onChoose).toHaveBeenCalledWith({ ...DAYS30, name: 'lastMonth' });
});

test('a topic is exported in whole minutes, empty where nothing was seen', () => {
  const words = { ...en.messages.report, status: { new: 'created', open: 'open', close: 'resolved' } };
  expect(topicColumns(words).map(({ name }) => name)).toContain('First reply, min');
  expect(topicCells(row(2, { firstReplyMs: 90 * 60_000 }), words)).toEqual([
    'Topic 2',
    'resolved',
    null,
    '2025-12-10 14:05',
    90,
    60,
    720,
    '2025-12-11 02:05',
    null,
  ]);
  const unseen = topicCells(report().rows[2] ?? row(1), words);
  expect(unseen.slice(3)).toEqual([null, null, null, null, null, 'partly seen']);
});

test('as plain data the report says since when anybody looked', () => {
  const plain = plainReport(report(), PERIOD, 'demo.bitrix24.ru');
  expect(plain).toMatchObject({ portal: 'demo.bitrix24.ru', until: new Date(NOW).toISOString() });
  expect(plain.seenSince).toBe(new Date(NOW - 60 * DAY).toISOString());
  expect(plain.topics[1]?.firstReplyMs).toBe(3 * HOUR);
});
