// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { ru } from '../../../locales/dashboard/ru.ts';
import { allText, expectAccessible, LEAKS, tabStops } from '../drawing.tsx';
import { DAY, HOUR, NOW } from '../samples.ts';
import { accessPage, ENTRY, entryForm, ready, recordPane } from './access-pages.tsx';
import { grant, integrator, longRegister, lookalike, partner, REGISTER, request, signIns } from './access-samples.ts';
import { drawDashboard } from './drawing.tsx';

afterEach(cleanup);

const words = en.messages.register;
const trouble = (state: 'notAvailable' | 'refused' | 'failed') =>
  recordPane({ row: grant({ signIns: signIns({ state, rows: [], isCut: false }) }) });

const STATES: Record<string, () => ComponentChildren> = {
  'a register with everything': () => accessPage(),
  'an empty register': () => accessPage([], { readAt: null }),
  'a register that loads': () => accessPage([], { register: { state: 'loading' } }),
  'a register that did not load': () => accessPage([], { register: { state: 'failed' } }),
  'a register that could not be refreshed': () =>
    accessPage(REGISTER, { register: { ...ready(REGISTER), isRefreshFailed: true }, file: 'failed' }),
  'a search that finds nothing': () => accessPage(REGISTER, { shown: [] }),
  'own dates': () =>
    accessPage(REGISTER, {
      filter: {
        query: '',
        kind: 'any',
        group: 'any',
        period: { name: 'own', own: { first: '2025-12-12', last: '2025-12-01' } },
      },
    }),
  'something that did not work': () => accessPage([grant()], { news: { id: '9:1204', what: 'notDone' } }),
  'a place to revoke that was opened': () => accessPage([grant()], { news: { id: '9:1204', what: 'nowhere' } }),
  ...Object.fromEntries(REGISTER.map((row) => [`the details of ${row.kind} ${row.state}`, () => recordPane({ row })])),
  'a correction': () => recordPane({ isCorrecting: true, state: 'notSaved' }),
  'a history that did not load': () => recordPane({ history: { state: 'failed' } }),
  'sign-ins': () => recordPane({ row: grant({ signIns: signIns() }) }),
  'no sign-ins': () => recordPane({ row: grant({ signIns: signIns({ rows: [], isCut: false }) }) }),
  'a log that is not there': () => trouble('notAvailable'),
  'a log that is refused': () => trouble('refused'),
  'a log that does not answer': () => trouble('failed'),
  'a log without a tab': () => recordPane({ looking: 'noTab' }),
  'a form for support': () => entryForm(),
  'a form for an access that is over': () => entryForm({ texts: { ...ENTRY, state: 'revoked' }, state: 'saving' }),
  'a form for a partner': () => entryForm({ texts: { ...ENTRY, kind: 'partner' }, state: 'notSaved' }),
  'a form for an integrator': () => entryForm({ texts: { ...ENTRY, kind: 'integrator' } }),
};

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('%s reads well and passes axe', async (state) => {
    const { container } = drawDashboard(locale, <main>{STATES[state]?.()}</main>);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

const card = (name: RegExp | string) => within(screen.getByRole('article', { name }));

describe('what runs now', () => {
  test.each([
    ['mentioned', /предположение: там говорили/],
    ['onlyOpen', /предположение: других открытых не было/],
  ] as const)('a dialog that is only guessed (%s) says so, in the card and in the table', (source, words) => {
    drawDashboard(ru, accessPage([grant({ ticket: '', dialog: { chatId: 2, source } })]));
    expect(screen.getAllByText(words).length).toBeGreaterThanOrEqual(2);
    cleanup();
    drawDashboard(ru, accessPage([grant({ ticket: '', dialog: { chatId: 2, source: 'entered' } })]));
    expect(screen.queryByText(/^предположение: (там|других)/)).toBeNull();
  });

  test('a running access tells its end, where its length comes from, ticket, dialog and who agreed', () => {
    drawDashboard(ru, accessPage([grant({ daysSource: 'preset' })]));
    const told = card(/закончится через 11 дней, 23 декабря/);
    expect(told.getByText('21 день, предположение: настройка портала')).toBeDefined();
    expect(told.getByText('22910417')).toBeDefined();
    expect(told.getByText('Не печатаются чеки на складе')).toBeDefined();
    expect(told.getByText('Анна Смирнова, в этом браузере')).toBeDefined();
  });

  test('the ring shows days, hours on the last day, and no number once the time is up', () => {
    const ring = () => document.querySelector('.clock-ring')?.textContent;
    const { redraw } = drawDashboard(en, accessPage([grant()]));
    expect(ring()).toBe('11days');
    redraw(accessPage([grant({ state: 'ending', endsAt: NOW + 5 * HOUR })]));
    expect(ring()).toBe('5hours');
    redraw(accessPage([grant({ state: 'overdue', endsAt: NOW - HOUR })]));
    expect(ring()).toBe('');
  });

  test('an access past its end is never said to have ended', () => {
    drawDashboard(ru, accessPage([grant({ state: 'overdue', endsAt: NOW - 3 * DAY })]));
    expect(card(/должен был закончиться 9 декабря\. Проверьте/)).toBeDefined();
    expect(document.querySelector('.access-now')?.textContent).not.toMatch(/закончился|ended/);
  });

  test('nothing on it grants or declines: the buttons lead to the message, to the details, or let it rest', () => {
    drawDashboard(en, accessPage([request()]));
    const names = card(/Support asks/)
      .getAllByRole('button')
      .map((button) => button.textContent);
    expect(names).toEqual([words.open, words.details, words.snooze]);
  });

  test('a partner who was entered by hand has no message to open', () => {
    const { redraw } = drawDashboard(en, accessPage([partner({ origin: 'entered', copies: [] })]));
    expect(card(/partner/).queryByRole('button', { name: words.openMessage })).toBeNull();
    redraw(accessPage([partner()]));
    expect(card(/partner/).getByRole('button', { name: words.openMessage })).toBeDefined();
  });

  test('the most pressing stands first, and what is past does not stand there', () => {
    drawDashboard(en, accessPage());
    const titles = screen.getAllByRole('article').map((each) => each.querySelector('h3')?.textContent);
    expect(titles[0]).toMatch(/not support/);
    expect(titles.at(-1)).toMatch(/partner/);
    expect(titles).toHaveLength(9);
  });

  test('a press tells which record it is about', () => {
    const [onOpen, onSnooze, onTell, onDetails] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    const rows = [request(), lookalike(), integrator()];
    drawDashboard(en, accessPage(rows, { onOpen, onSnooze, onTell, onDetails }));
    const asked = card(/Support asks/);
    fireEvent.click(asked.getByRole('button', { name: words.open }));
    fireEvent.click(asked.getByRole('button', { name: words.snooze }));
    fireEvent.click(asked.getByRole('button', { name: 'Until tomorrow 9:00' }));
    fireEvent.click(card(/not support/).getByRole('button', { name: words.understood }));
    fireEvent.click(screen.getByRole('button', { name: 'Reviewed: Пётр Иванов' }));
    fireEvent.click(screen.getByRole('button', { name: 'Details: Пётр Иванов' }));
    expect(onOpen).toHaveBeenCalledWith(rows[0]);
    expect(onSnooze).toHaveBeenCalledWith(rows[0], 'tomorrow');
    expect(onTell.mock.calls).toEqual([
      [rows[1], 'dismissed'],
      [rows[2], 'reviewed'],
    ]);
    expect(onDetails).toHaveBeenCalledWith(rows[2]);
  });

  test('a probable request is said to be one or none; one that was set aside is taken back', () => {
    const onTell = vi.fn();
    const probable = request({ state: 'seen' });
    const aside = request({ setAsideAt: NOW - HOUR });
    const { redraw } = drawDashboard(en, accessPage([probable], { onTell }));
    fireEvent.click(screen.getByRole('button', { name: words.judgement.confirmed }));
    fireEvent.click(screen.getByRole('button', { name: words.judgement.dismissed }));
    redraw(accessPage([aside], { onTell }));
    fireEvent.click(screen.getByRole('button', { name: words.judgement.takenBack }));
    expect(onTell.mock.calls.map(([, what]) => what)).toEqual(['confirmed', 'dismissed', 'takenBack']);
  });

  test('a card that goes away with the press on it leaves the keyboard where it was', () => {
    const { redraw } = drawDashboard(en, accessPage([lookalike(), request()]));
    screen.getByRole('button', { name: words.understood }).focus();
    redraw(accessPage([request()]));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: words.now }));
  });

  test('revoking says where else to look', () => {
    const { redraw } = drawDashboard(en, accessPage([grant()]));
    expect(screen.queryByText(words.whereElse.text)).toBeNull();
    redraw(accessPage([grant()], { news: { id: '9:1204', what: 'inTab' } }));
    expect(screen.getByText(words.whereElse.text)).toBeDefined();
    expect(screen.getByText(words.opened.inTab)).toBeDefined();
  });

  test('what rests says until when, and can be woken', () => {
    const onUnsnooze = vi.fn();
    drawDashboard(en, accessPage([request({ snoozedUntil: NOW + 3 * HOUR })], { onUnsnooze }));
    expect(screen.getByText('Reminders rest until 17:05')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: words.unsnooze }));
    expect(onUnsnooze).toHaveBeenCalledOnce();
  });

  test('an answered request that may run asks what happened; one too old to run does not', () => {
    const unclear = (days: number) => grant({ state: 'unknown', endsAt: null, startsAt: null, days });
    const { redraw } = drawDashboard(en, accessPage([unclear(21)]));
    expect(screen.getByRole('button', { name: words.clarify })).toBeDefined();
    redraw(accessPage([unclear(3)]));
    expect(screen.queryByRole('button', { name: words.clarify })).toBeNull();
  });

  test('integrators tell since when they are there, and whether anybody looked', () => {
    const fresh = integrator({ id: 'b', isSinceKnown: false, reviewedAt: NOW - 200 * DAY });
    drawDashboard(en, accessPage([integrator(), fresh]));
    const rows = [...document.querySelectorAll('.integrator-words')].map((row) => row.textContent);
    expect(rows[0]).toMatch(/at the latest.*Not reviewed yet/);
    expect(rows[1]).toMatch(/since 7 November 2024.*Reviewed 26 October/);
  });

  test('a flood of warnings leaves the register in reach', () => {
    const flood = Array.from({ length: 500 }, (_, index) => lookalike({ id: `15:${index + 1}` }));
    drawDashboard(en, accessPage(flood));
    expect(screen.getAllByRole('article')).toHaveLength(12);
    expect(screen.getByText(words.moreBelow(488))).toBeDefined();
  });
});

describe('the register', () => {
  const rowButtons = () => [...document.querySelectorAll<HTMLElement>('.row-button')];

  test('a row tells who, when, the state, the answer, the length with its source, the end, ticket and reason', () => {
    drawDashboard(en, accessPage([grant()]));
    const row = screen.getByRole('row', { name: /Поддержка Битрикс24/ });
    expect(within(row).getByRole('rowheader').textContent).toBe('Поддержка Битрикс24Bitrix24 support, verified');
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual([
      '2 December14:05',
      'access is open',
      '2 DecemberАнна Смирнова, in this browser',
      '21 daysfrom the message',
      '23 December18:05',
      '22910417Не печатаются чеки на складе',
      'Посмотреть настройки кассы',
    ]);
  });

  test('an unverified sender is said to be one', () => {
    const row = grant({ sender: { kind: 'bot', id: '8', name: 'Help', isVerified: false } });
    drawDashboard(ru, accessPage([row]));
    expect(screen.getByRole('row', { name: /Help/ }).textContent).toContain('не подтверждён');
  });

  test('5,000 records are a table of 5,000 rows of which a few are drawn', () => {
    drawDashboard(en, accessPage(longRegister(5_000)));
    const table = screen.getByRole('table', { name: words.register });
    expect(table.getAttribute('aria-rowcount')).toBe('5001');
    expect(rowButtons().length).toBeLessThan(60);
  });

  test('the arrow keys move through the rows, and Enter opens one', () => {
    const onSelect = vi.fn();
    drawDashboard(en, accessPage(longRegister(5_000), { onSelect }));
    rowButtons()[0]?.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Support 2');
    press('End');
    expect(document.activeElement?.textContent).toContain('Support 5000');
    fireEvent.click(document.activeElement ?? document.body);
    expect(onSelect).toHaveBeenCalledWith(expect.objectContaining({ id: '9:5000' }));
  });

  test('search, kind, state and period hand on what is chosen', () => {
    const onFilter = vi.fn();
    drawDashboard(en, accessPage(REGISTER, { onFilter }));
    const choose = (name: string, value: string) =>
      fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'касса' } });
    choose('Kind', 'partner');
    choose('State', 'running');
    choose('Requested', 'days90');
    expect(onFilter.mock.calls.flat()).toMatchObject([
      { query: 'касса' },
      { kind: 'partner' },
      { group: 'running' },
      { period: { name: 'days90' } },
    ]);
  });

  test('it is printed whole, with portal, date and counts, and only while the browser prints', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    drawDashboard(en, accessPage(longRegister(300)));
    expect(document.querySelector('.register-print')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Print' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    const paper = document.querySelector('.register-print');
    expect(paper?.querySelectorAll('tbody tr')).toHaveLength(300);
    expect(paper?.textContent).toContain('Register: demo.bitrix24.ru');
    expect(paper?.textContent).toContain('12 December 2025');
    expect(paper?.textContent).toContain('300 records: 0 waiting, 0 running, 0 unclear');
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(document.querySelector('.register-print')).toBeNull();
    vi.unstubAllGlobals();
  });
});

describe('the details', () => {
  test('they take the focus, and Esc closes them', () => {
    const onClose = vi.fn();
    drawDashboard(en, recordPane({ onClose }));
    const aside = screen.getByRole('complementary', { name: /^Details: / });
    expect(document.activeElement).toBe(aside);
    fireEvent.keyDown(aside, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('all of them can be reached by keyboard', () => {
    const { container } = drawDashboard(en, recordPane({ isCorrecting: true }));
    const names = tabStops(container).map((stop) => stop.getAttribute('aria-label') ?? stop.textContent);
    expect(names.slice(0, 4)).toEqual([words.pane.close, words.revoke, words.snooze, words.form.correct]);
    expect(names.at(-1)).toBe(words.signIns.look);
  });

  test('the checklist says what speaks for a request and what against it', () => {
    drawDashboard(en, recordPane({ row: lookalike() }));
    for (const told of [words.check.notSender, words.check.password, words.check.address]) {
      expect(screen.getByText(told)).toBeDefined();
    }
  });

  test('what is fine about a look-alike does not speak for it', () => {
    drawDashboard(en, recordPane({ row: lookalike({ asksForPassword: false, namesOutsideAddress: false }) }));
    expect(screen.getByText(words.check.notSender)).toBeDefined();
    expect(screen.queryByText(words.check.noPassword)).toBeNull();
    expect(screen.queryByText(words.check.noAddress)).toBeNull();
  });

  test('an assumed question is called assumed, and a partner’s request is not asked for one', () => {
    const { unmount } = drawDashboard(
      en,
      recordPane({ row: request({ ticket: '', dialog: { chatId: 2, source: 'onlyOpen' } }) }),
    );
    expect(screen.getByText(words.check.guess)).toBeDefined();
    expect(screen.queryByText(words.check.ticket)).toBeNull();
    unmount();
    drawDashboard(en, recordPane({ row: partner() }));
    expect(screen.queryByText(words.check.noTicket)).toBeNull();
    expect(screen.getByText(words.check.sender)).toBeDefined();
  });

  test('the history is told in words, the newest first, with who it was', () => {
    drawDashboard(en, recordPane());
    const lines = [...document.querySelectorAll('.history li')].map((line) => line.textContent ?? '');
    expect(lines).toHaveLength(23);
    expect(lines[0]).toMatch(/3 sign-ins, 1 not from the employee list.*you$/);
    expect(lines.at(-1)).toMatch(/^Entered in the register: waits for an answer.*portal$/);
    const all = lines.join('\n');
    expect(all).toContain('Was “waits for an answer”, now “access is open”: ');
    expect(all).toContain('Length: 14 days, entered by you');
    expect(all).toContain('Reason: Посмотреть настройки кассы (before: Касса)');
    expect(all).toContain('Dialog: removed (before: N 2)');
    expect(all).toMatch(/Start: .*3 December 14:05.* \(before: .*2 December 14:05.*\)/);
  });

  test('sign-ins name time, account and address, and prove nothing of support', () => {
    drawDashboard(ru, recordPane({ row: grant({ signIns: signIns() }) }));
    const table = screen.getByRole('table', { name: 'Входы за время доступа' });
    expect(table.textContent).toContain('пользователь 17нет в списке сотрудников203.0.113.9');
    expect(screen.getByText(/не доказательство, что входила поддержка/)).toBeDefined();
    expect(table.textContent).not.toMatch(/поддержк/i);
  });

  test('sign-ins are looked at when that is pressed, once at a time', () => {
    const onLook = vi.fn();
    const { redraw } = drawDashboard(en, recordPane({ onLook }));
    fireEvent.click(screen.getByRole('button', { name: words.signIns.look }));
    expect(onLook).toHaveBeenCalledOnce();
    redraw(recordPane({ onLook, looking: 'underWay' }));
    fireEvent.click(screen.getByRole('button', { name: words.signIns.look }));
    expect(onLook).toHaveBeenCalledOnce();
  });

  test('a request has no sign-ins to look at, and a look-alike nothing to correct', () => {
    const { redraw } = drawDashboard(en, recordPane({ row: request() }));
    expect(screen.queryByRole('button', { name: words.signIns.look })).toBeNull();
    redraw(recordPane({ row: lookalike() }));
    expect(screen.queryByRole('button', { name: words.form.correct })).toBeNull();
  });

  test('an integrator’s account was never asked for', () => {
    const { redraw } = drawDashboard(en, recordPane({ row: integrator() }));
    expect(screen.queryByText(words.pane.requested)).toBeNull();
    redraw(recordPane({ row: request() }));
    expect(screen.getByText(words.pane.requested)).toBeDefined();
  });

  test('a partner has no end', () => {
    drawDashboard(en, recordPane({ row: partner() }));
    expect(screen.queryByText(words.pane.ends)).toBeNull();
    expect(screen.getByText(words.pane.starts)).toBeDefined();
  });
});
