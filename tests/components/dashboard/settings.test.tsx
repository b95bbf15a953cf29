// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  isTimeZone,
  parseClock,
  parseNumber,
  stretches,
  withHolidays,
} from '../../../components/dashboard/settings-input.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import { DEFAULT_WORKING_TIME } from '../../../domain/working-time.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { drawDashboard } from './drawing.tsx';
import { allPortals, settingsPage } from './pages.tsx';

afterEach(cleanup);

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (element: HTMLElement, value: string) => fireEvent.input(element, { target: { value } });

describe('what is typed', () => {
  const limits = { min: 0.5, max: 200, isWhole: false };
  test.each([
    ['4', 4],
    [' 2,5 ', 2.5],
    ['0.5', 0.5],
    ['0', null],
    ['201', null],
    ['four', null],
    ['', null],
    ['1e1', null],
  ])('“%s” is the number %s', (text, expected) => expect(parseNumber(text, limits)).toBe(expected));

  test.each([
    ['9:00', 540],
    ['09.30', 570],
    ['18', 1_080],
    ['24:00', 1_440],
    ['24:01', null],
    ['9:75', null],
    ['morning', null],
  ])('“%s” is the minute %s of the day', (text, expected) => expect(parseClock(text)).toBe(expected));

  test('a time zone is one that the browser knows, or empty', () => {
    expect(['', 'Europe/Moscow', 'Mars/Phobos'].map(isTimeZone)).toEqual([true, true, false]);
  });
});

test('numbers that make sense are handed on; others stay in the field with what is wrong', () => {
  const onChange = vi.fn();
  drawDashboard(en, settingsPage({ onChange }));
  const waiting = field('Support waits for you, working hours');
  type(waiting, '2.5');
  expect(onChange).toHaveBeenLastCalledWith({ waitingHours: 2.5 });
  type(waiting, 'soon');
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(waiting.value).toBe('soon');
  expect(waiting.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(waiting.getAttribute('aria-describedby')?.split(' ')[1] ?? '')?.textContent).toBe(
    en.messages.settings.problem.waitingHours,
  );
});

test('hours are handed on together, once the end is after the beginning', () => {
  const onChange = vi.fn();
  drawDashboard(en, settingsPage({ onChange }));
  type(field('From'), '20:00');
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByText(en.messages.settings.problem.hours)).toBeDefined();
  type(field('Until'), '23:00');
  expect(onChange).toHaveBeenLastCalledWith({ workingTime: { ...DEFAULT_WORKING_TIME, from: 1_200, until: 1_380 } });
  expect(screen.queryByText(en.messages.settings.problem.hours)).toBeNull();
});

test('weekdays are boxes with their full names', () => {
  const onChange = vi.fn();
  drawDashboard(en, settingsPage({ onChange }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Saturday' }));
  expect(onChange).toHaveBeenLastCalledWith({
    workingTime: { ...DEFAULT_WORKING_TIME, weekdays: [1, 2, 3, 4, 5, 6] },
  });
});

async function chooseFile(text: string) {
  const input = screen.getByLabelText<HTMLInputElement>('Choose a file');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'days.txt')] });
  fireEvent.change(input);
  await waitFor(() => screen.getByRole('button', { name: 'Leave it' }));
}

test('a file of days off is shown with the lines that were refused, and saved only when that is pressed', async () => {
  const onSaveDays = vi.fn(async () => true);
  drawDashboard(en, settingsPage({ onSaveDays }));
  await chooseFile('2026-01-01..2026-01-03\n+2026-02-14\nnonsense\n');
  expect(screen.getByText('3 days off and 1 day worked in the file')).toBeDefined();
  expect(screen.getByText('1 line was not understood and would be left out')).toBeDefined();
  expect(screen.getByText('nonsense').parentElement?.textContent).toBe('Line 3 nonsense');
  expect(onSaveDays).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Save the days off' }));
  expect(onSaveDays).toHaveBeenCalledWith({
    ...DEFAULT_WORKING_TIME,
    holidays: ['2026-01-01', '2026-01-02', '2026-01-03'],
    workdays: ['2026-02-14'],
  });
  await waitFor(() => screen.getByText('The days off are saved'));
});

test('days that could not be saved stay in sight for another try', async () => {
  drawDashboard(en, settingsPage({ onSaveDays: async () => false }));
  await chooseFile('2026-01-01');
  fireEvent.click(screen.getByRole('button', { name: 'Save the days off' }));
  await waitFor(() => screen.getByText(en.messages.settings.takeFailed));
  expect(screen.getByRole('button', { name: 'Save the days off' })).toBeDefined();
});

test('all days off can be removed, and had back', async () => {
  const workingTime = { ...DEFAULT_WORKING_TIME, holidays: ['2026-01-01', '2026-01-02'] };
  const onSaveDays = vi.fn(async () => true);
  drawDashboard(en, settingsPage({ settings: { ...DEFAULT_SETTINGS, workingTime }, onSaveDays }));
  expect(screen.getByText('1 January 2026 to 2 January 2026')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Remove all' }));
  fireEvent.click(await waitFor(() => screen.getByRole('button', { name: 'Undo' })));
  expect(onSaveDays).toHaveBeenLastCalledWith(workingTime);
});

test('days of a file replace those there are, or are added to them', () => {
  const time = { ...DEFAULT_WORKING_TIME, holidays: ['2026-01-01', '2026-05-01'], workdays: ['2026-02-14'] };
  const found = { holidays: ['2026-02-14', '2026-03-08'], workdays: ['2026-05-01'], refused: [] };
  expect(withHolidays(time, found, 'replace')).toMatchObject({ holidays: found.holidays, workdays: found.workdays });
  expect(withHolidays(time, found, 'add')).toMatchObject({
    holidays: ['2026-01-01', '2026-02-14', '2026-03-08'],
    workdays: ['2026-05-01'],
  });
  expect(stretches(['2026-01-02', '2026-01-01', '2026-03-08'])).toEqual([
    { first: '2026-01-01', last: '2026-01-02' },
    { first: '2026-03-08', last: '2026-03-08' },
  ]);
});

test('notifications are asked for by a button, until they are allowed', () => {
  const onAllowNotifications = vi.fn();
  const { redraw } = drawDashboard(en, allPortals({ notifications: 'refused', onAllowNotifications }));
  const part = () => within(screen.getByRole('region', { name: 'Notifications' }));
  expect(part().getByRole('status').textContent).toContain('refused');
  fireEvent.click(part().getByRole('button', { name: 'Allow notifications' }));
  expect(onAllowNotifications).toHaveBeenCalledOnce();
  redraw(allPortals({ notifications: 'allowed' }));
  expect(part().queryByRole('button')).toBeNull();
});

test('a card that was put away on a page comes back by a tick, and another one goes', () => {
  const onChange = vi.fn();
  drawDashboard(en, settingsPage({ onChange, settings: { ...DEFAULT_SETTINGS, hiddenCards: ['rename'] } }));
  const tick = (card: 'rename' | 'guard') =>
    screen.getByRole<HTMLInputElement>('checkbox', { name: en.messages.settings.card[card] });
  expect([tick('rename').checked, tick('guard').checked]).toEqual([false, true]);
  fireEvent.click(tick('rename'));
  expect(onChange).toHaveBeenLastCalledWith({ hiddenCards: [] });
  fireEvent.click(tick('guard'));
  expect(onChange).toHaveBeenLastCalledWith({ hiddenCards: ['rename', 'guard'] });
});

test('the guard of uninstallations can be for every application', () => {
  const onChange = vi.fn();
  drawDashboard(en, settingsPage({ onChange }));
  const guard = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Guard every application/ });
  expect(guard.checked).toBe(false);
  fireEvent.click(guard);
  expect(onChange).toHaveBeenLastCalledWith({ guardsOthers: true });
});
