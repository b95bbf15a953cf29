// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ReadState } from '../../../components/dashboard/chatapp/ReadLine.tsx';
import type { AccessEntry, Unread } from '../../../domain/chatapp/facts.ts';
import { REINSTALL_STATES, type StopReason } from '../../../domain/market/reinstall.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { ru } from '../../../locales/dashboard/ru.ts';
import { line as lineRecord, notRead, read as partRead, tab } from '../../domain/market-records.ts';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { DAY, HOUR, NOW } from '../samples.ts';
import { accountsPart, optionsPart, page, readLine, reinstallPart, statePart } from './chatapp-pages.tsx';
import {
  app,
  book,
  comparedBook,
  facts,
  line,
  manyEmployees,
  market,
  read,
  run,
  runView,
  STAFF,
  said,
  steps,
  unread,
  withMarket,
} from './chatapp-samples.ts';
import { drawDashboard } from './drawing.tsx';

afterEach(cleanup);

const words = en.messages.chatapp;
const NOTHING_READ = facts({
  ...{ staff: unread, departments: unread, installation: unread, accessList: unread, lines: unread, roles: unread },
});
const entries = (count: number): AccessEntry[] =>
  Array.from({ length: count }, (_, index) => ({ code: `U${1000 + index}`, name: `N ${index}`, provider: 'user' }));

const running = (state: (typeof REINSTALL_STATES)[number], changes = {}) => {
  const own = run(state, changes);
  return reinstallPart({ portal: withMarket({ run: runView(own) }), book: book({ run: own }) });
};
const stopped = (stop: StopReason) => running('stopped', { stop, stoppedIn: 'recorded' });
const compared = (changes: Parameters<typeof comparedBook>[0] = {}) => {
  const own = comparedBook(changes);
  return reinstallPart({ portal: withMarket({ run: own.run && runView(own.run) }), book: own });
};

const WHYS: Unread[] = ['insideChatApp', 'outdated', 'notRead', 'refused', 'notAvailable', 'failed'];
const READS: ReadState[] = ['none', 'reading', 'noTab', 'notAdministrator', 'busy', 'failed'];
const REFUSALS = ['subscription', 'rights', 'notFound', 'other'] as const;

const STATES: Record<string, () => ComponentChildren> = {
  'a known application': () => page(),
  'a known application without a name that left the Market': () =>
    page({
      market: market({ confirmed: { code: 'a.b', appId: null, name: '', confirmedAt: NOW }, isUnpublished: true }),
    }),
  'a question which application it is': () =>
    page({ market: market({ confirmed: null, candidates: [app()], nameless: [app({ code: 'x.y', name: '' })] }) }),
  'no list seen': () => page({ market: market({ confirmed: null, candidates: [], listedAt: null }) }),
  'a list without it': () => page({ market: market({ confirmed: null, candidates: [] }) }),
  ...Object.fromEntries(READS.map((reading) => [`reading: ${reading}`, () => readLine({ reading })])),
  'no tab to read through': () => readLine({ book: book({ canRead: false, facts: NOTHING_READ }), isConfirmed: false }),
  ...Object.fromEntries(
    WHYS.map((why) => [
      `what was not read: ${why}`,
      () => readLine({ book: book({ facts: facts({ lines: { from: 'nowhere', why } }) }) }),
    ]),
  ),
  'a state with everything': () =>
    statePart({
      portal: withMarket({ lastWipe: { at: NOW - DAY, code: null, name: '', end: 'insisted' } }),
    }),
  'a state of which nothing was read': () => statePart({ book: book({ facts: NOTHING_READ }) }),
  'a list for everyone': () => statePart({ book: book({ facts: facts({ accessList: read([]), lines: read([]) }) }) }),
  'a list that is too long': () => statePart({ book: book({ facts: facts({ accessList: read(entries(450)) }) }) }),
  'an unfinished installation': () =>
    statePart({
      book: book({ facts: facts({ installation: said('unfinished') }) }),
      portal: withMarket({ presence: { presence: 'absent', at: NOW } }),
    }),
  options: () => optionsPart(),
  'options that nobody told': () => optionsPart({ book: book({ facts: NOTHING_READ, answers: [] }) }),
  'options after a reinstall': () => optionsPart({ book: book({ facts: facts({ reinstalledAt: NOW - HOUR }) }) }),
  accounts: () => accountsPart(),
  'accounts that are on too early': () => accountsPart({ book: book({ steps: steps({ enabled: said(true) }) }) }),
  'accounts that are off': () => accountsPart({ book: book({ steps: steps({ enabled: said(false) }) }) }),
  'accounts that are done': () =>
    accountsPart({
      book: book({
        steps: steps({ invited: said(true), synchronised: said(true), enabled: said(true) }),
        accounts: null,
      }),
      draft: ['10', '77'],
    }),
  'accounts without a list of employees': () => accountsPart({ book: book({ facts: NOTHING_READ }) }),
  'no reinstall': () => reinstallPart(),
  'no application to reinstall': () => reinstallPart({ portal: withMarket({ confirmed: null }) }),
  ...Object.fromEntries(REINSTALL_STATES.map((state) => [`a reinstall that is ${state}`, () => running(state)])),
  ...Object.fromEntries(
    REFUSALS.map((refusal) => [
      `an installation refused: ${refusal}`,
      () => stopped({ kind: 'installRefused', refusal, message: 'Подписка' }),
    ]),
  ),
  'a veto': () => stopped({ kind: 'vetoed', message: 'Used by CRM' }),
  'a check that stops': () => stopped({ kind: 'check', check: 'published' }),
  'a stop by a person': () => stopped({ kind: 'byUser' }),
  'a comparison': () => compared(),
  'a comparison with everything': () =>
    compared({
      access: partRead([]),
      appId: 18,
      lines: partRead([
        lineRecord({ isActive: false, order: 'all', name: 'Sales 2', queue: [{ kind: 'user', id: '13' }] }),
      ]),
      tabs: [
        { card: 'deal', tabs: partRead([tab(71, 'Chat', true), tab(90, 'Third')]) },
        { card: 'dynamic_31', tabs: notRead },
      ],
      tiles: notRead,
    }),
  'earlier reinstalls': () =>
    reinstallPart({ book: book({ earlier: [{ ...comparedBook().run, id: 'old', state: 'done' } as never] }) }),
};

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('%s reads well and passes axe', async (state) => {
    const { container } = drawDashboard(locale, <main>{STATES[state]?.()}</main>);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

const EVIL = '<img src=x onerror=alert(1)>';

test('what the portal calls things stays text', () => {
  const staff = read({ employees: STAFF.map((each) => ({ ...each, name: EVIL })), isWhole: true });
  const evil = facts({
    staff,
    accessList: read([{ code: 'U10', name: EVIL, provider: 'user' }]),
    lines: read([line({ name: EVIL })]),
    roles: read([{ code: 'U10', roleName: EVIL, viewsLines: 'any', joins: 'any' }]),
  });
  const { container } = drawDashboard(
    en,
    <>
      {page({ market: market({ confirmed: null, candidates: [app({ name: `ChatApp ${EVIL}`, developer: EVIL })] }) })}
      {statePart({ book: book({ facts: evil }) })}
      {optionsPart({ book: book({ facts: evil, answers: [] }) })}
      {accountsPart({ book: book({ facts: evil }) })}
      {stopped({ kind: 'vetoed', message: EVIL })}
    </>,
  );
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toContain(EVIL);
});

describe('which application', () => {
  test('is said once, with the nameless ones told apart by their code', async () => {
    const onConfirm = vi.fn(async () => true);
    const nameless = [app({ code: 'x.y', name: '', developer: '' }), app({ code: 'z.z', name: '' })];
    drawDashboard(en, page({ market: market({ confirmed: null, candidates: [app()], nameless }), onConfirm }));
    fireEvent.click(screen.getByRole('button', { name: `${words.identity.confirm}: Application without a name, x.y` }));
    await vi.waitFor(() => expect(onConfirm).toHaveBeenCalledWith('x.y'));
  });

  test('none of those listed is an answer as well; one that could not be kept says so', async () => {
    const onConfirm = vi.fn(async () => false);
    drawDashboard(en, page({ market: market({ confirmed: null }), onConfirm }));
    fireEvent.click(screen.getByRole('button', { name: words.identity.askSingle.none }));
    await screen.findByText(words.notDone);
    expect(onConfirm).toHaveBeenCalledWith(null);
  });

  test('one that was declined is not asked for again', () => {
    drawDashboard(en, page({ market: market({ confirmed: null, declined: ['vendor.chat'] }) }));
    expect(screen.queryByRole('button', { name: /^This is ChatApp/ })).toBeNull();
    expect(screen.getByText(words.identity.noneListed.title)).toBeDefined();
  });

  test('none seen leads to the list, and a way that does not open says so', async () => {
    const onPlace = vi.fn(async () => false);
    drawDashboard(en, page({ market: market({ confirmed: null, candidates: [], listedAt: null }), onPlace }));
    fireEvent.click(screen.getByRole('button', { name: words.identity.openList }));
    await screen.findByText(words.reinstall.notDone);
    expect(onPlace).toHaveBeenCalledWith({ kind: 'installed' });
  });

  test('a known one can be taken back', async () => {
    const onForget = vi.fn(async () => true);
    drawDashboard(en, page({ onForget }));
    fireEvent.click(screen.getByRole('button', { name: words.identity.another }));
    await vi.waitFor(() => expect(onForget).toHaveBeenCalledOnce());
  });
});

test('the parts are links, and the arrow keys walk through them', () => {
  drawDashboard(en, page({ tab: 'options' }));
  const links = within(screen.getByRole('navigation', { name: words.tabs })).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    ['state', 'explain', 'options', 'accounts', 'reinstall'].map((each) => `#chatapp/x/${each}`),
  );
  expect(links[2]?.getAttribute('aria-current')).toBe('page');
  links[0]?.focus();
  for (const [key, index] of [
    ['ArrowRight', 1],
    ['End', 4],
    ['ArrowRight', 0],
    ['ArrowLeft', 4],
    ['Home', 0],
  ] as const) {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(document.activeElement).toBe(links[index]);
  }
});

describe('the state', () => {
  test('everyone is told with a number and a warning', () => {
    drawDashboard(ru, statePart({ book: book({ facts: facts({ accessList: read([]) }) }) }));
    expect(screen.getByText('Все: 4 сотрудника')).toBeDefined();
    expect(screen.getByText(/пустой список значит «все»/)).toBeDefined();
  });

  test('a list of employees that was not read is never counted as nobody', () => {
    const { container } = drawDashboard(en, statePart({ book: book({ facts: facts({ staff: unread }) }) }));
    expect(container.textContent).not.toMatch(/\b0 employees/);
    expect(screen.getByText(words.access.uncounted)).toBeDefined();
  });

  test('a list that is not whole is counted as “at least”', () => {
    const staff = read({ employees: STAFF, isWhole: false });
    drawDashboard(en, statePart({ book: book({ facts: facts({ staff, accessList: read([]) }) }) }));
    expect(screen.getByText('Everyone: at least 4 employees')).toBeDefined();
  });

  test('each entry has its kind and count, and the codes that the portal will drop are named', () => {
    drawDashboard(en, statePart());
    const rows = within(screen.getByRole('table', { name: words.access.heading })).getAllByRole('row');
    expect(rows.slice(1).map((row) => row.textContent)).toEqual([
      'Anna Smirnovaemployee1 employee',
      'Salesdepartment with its subdepartments2 employees',
      'Old projectthe portal no longer knows itgroupcannot be counted',
    ]);
    expect(screen.getByText(/will drop 1 entry/)).toBeDefined();
    expect(screen.queryByText(words.access.dropsToEveryone.title)).toBeNull();
  });

  test('a list that would become empty is warned of', () => {
    const accessList = read([{ code: 'SG7_K', name: 'Old', provider: null }]);
    drawDashboard(en, statePart({ book: book({ facts: facts({ accessList }) }) }));
    expect(screen.getByText(words.access.dropsToEveryone.title)).toBeDefined();
  });

  test.each([
    [10, null],
    [310, words.access.lengthNear],
    [450, words.access.lengthTooLong],
  ])('a list of %i entries tells how long it is', (count, warning) => {
    drawDashboard(en, statePart({ book: book({ facts: facts({ accessList: read(entries(count)) }) }) }));
    expect(screen.getByText(/^Length of the list: /)).toBeDefined();
    const told = screen.queryByText(/loses a list that is too long without saying so/)?.textContent ?? null;
    if (warning === null) expect(told).toBeNull();
    else expect(told).toContain(warning);
  });

  test('queues are told in names, with those whom the portal counts and those whom nobody knows', () => {
    drawDashboard(en, statePart());
    const [sales, help] = screen.getAllByRole('listitem').filter((item) => item.querySelector('dl'));
    expect(sales?.textContent).toContain('Anna Smirnova, department Support, employee number 99');
    expect(sales?.textContent).toContain('Anna Smirnova, Vera Zaitseva');
    expect(sales?.textContent).toContain('strictly in order');
    expect(help?.textContent).toContain(words.lines.inactive);
    expect(help?.textContent).toContain('Not known');
  });

  test('an installation that only a person sees can be told; one that was read cannot', async () => {
    const onTell = vi.fn(async () => false);
    const { redraw } = drawDashboard(en, statePart({ book: book({ facts: facts({ installation: unread }) }), onTell }));
    fireEvent.click(screen.getByRole('button', { name: words.installation.tellState.unfinished }));
    await screen.findByText(words.notSaved);
    expect(onTell).toHaveBeenCalledWith({ type: 'installation.told', value: 'unfinished' });
    redraw(statePart({ onTell }));
    expect(screen.queryByRole('button', { name: words.installation.tellState.unfinished })).toBeNull();
  });

  test('how far a role reaches can be said where no page told it, and taken back', async () => {
    const onTell = vi.fn(async () => true);
    drawDashboard(en, statePart({ onTell }));
    const choice = screen.getAllByRole('combobox', { name: /^Joins conversations: / })[0] as HTMLSelectElement;
    const role = choice.getAttribute('aria-label')?.split(': ')[1];
    fireEvent.change(choice, { target: { value: 'own' } });
    await screen.findByText(words.saved);
    fireEvent.change(choice, { target: { value: '' } });
    await vi.waitFor(() =>
      expect(onTell.mock.calls).toEqual([
        [{ type: 'role.told', role, right: 'joins', reach: 'own' }],
        [{ type: 'role.told', role, right: 'joins', reach: null }],
      ]),
    );
  });

  test('administrators are counted, and said to prove nothing', () => {
    drawDashboard(en, statePart());
    expect(screen.getByText('1 administrator of the portal')).toBeDefined();
    expect(screen.getByText(words.administrators.proof)).toBeDefined();
  });
});

describe('the options', () => {
  const card = (name: RegExp) => {
    const heading = screen.getByRole('heading', { name });
    return within(heading.closest('li') as HTMLElement);
  };

  test('say why they are asked for, when the answer is too old or never came', () => {
    drawDashboard(en, optionsPart());
    expect(screen.getByText('2 options want an answer')).toBeDefined();
    expect(card(/Personal accounts/).getByText(words.options.dueWhy.neverAsked)).toBeDefined();
    expect(card(/responsible/).getByText(words.options.dueWhy.old)).toBeDefined();
    expect(card(/Password/).queryByText(/look again/)).toBeNull();
  });

  test('are due again after a reinstall', () => {
    drawDashboard(en, optionsPart({ book: book({ facts: facts({ reinstalledAt: NOW - HOUR }) }) }));
    expect(card(/Password/).getByText(words.options.dueWhy.reinstalled)).toBeDefined();
    expect(card(/responsible/).getByText(words.options.mayBeReset)).toBeDefined();
  });

  test('an answer is told; “I do not know” keeps nothing and says where to look', async () => {
    const onTell = vi.fn(async () => true);
    drawDashboard(en, optionsPart({ onTell }));
    const personal = card(/Personal accounts/);
    fireEvent.click(personal.getByRole('button', { name: 'I do not know' }));
    expect(personal.getByText(words.options.unknownHow)).toBeDefined();
    expect(onTell).not.toHaveBeenCalled();
    fireEvent.click(personal.getByRole('button', { name: 'On' }));
    await personal.findByText(words.saved);
    expect(onTell.mock.calls).toEqual([[{ type: 'option.told', option: 'personal', value: true }]]);
  });

  test('“I do not know” takes an answer back that was given', async () => {
    const onTell = vi.fn(async () => true);
    drawDashboard(en, optionsPart({ onTell }));
    fireEvent.click(card(/Password/).getByRole('button', { name: 'I do not know' }));
    await card(/Password/).findByText(words.saved);
    expect(onTell.mock.calls).toEqual([[{ type: 'option.told', option: 'password', value: null }]]);
  });

  test('an answer that could not be kept stays chosen, and can be pressed again', async () => {
    const onTell = vi.fn(async () => false);
    drawDashboard(en, optionsPart({ onTell }));
    const personal = card(/Personal accounts/);
    fireEvent.click(personal.getByRole('button', { name: 'On' }));
    await personal.findByText(words.notSaved);
    const chosen = personal.getByRole('button', { name: 'On' });
    expect(chosen.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(chosen);
    await vi.waitFor(() => expect(onTell).toHaveBeenCalledTimes(2));
  });

  test('earlier answers stand below, the newest first', () => {
    drawDashboard(ru, optionsPart());
    const heading = screen.getByRole('heading', { name: /ответственные/i });
    const told = [...(heading.closest('li')?.querySelectorAll('details li') ?? [])].map((item) => item.textContent);
    expect(told.map((each) => each?.split(',')[0])).toEqual(['Включена: Igor', 'Выключена: Olga']);
  });
});

describe('what a switch changes', () => {
  const sure = (changes = {}) =>
    facts({
      accessList: read([]),
      roles: read([{ code: 'DR1', roleName: 'Manager', viewsLines: 'any', joins: 'any' }]),
      options: { password: said(false), personal: said(false), responsible: said(false) },
      ...changes,
    });
  const draw = (changes = {}, locale = en) =>
    drawDashboard(locale, optionsPart({ book: book({ facts: sure(changes) }) }));
  const choose = (label: string, value: string) =>
    fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });

  test('whom it concerns stands with before and after; an administrator is not among them', () => {
    draw();
    choose(words.options.change.option, 'responsible');
    const table = screen.getByRole('table', { name: words.options.change.table });
    expect(table.textContent).toContain('Boris Volkov');
    expect(table.textContent).toContain('→');
    expect(table.textContent).not.toContain('Olga Lebedeva');
    expect(table.textContent).not.toContain('Anna Smirnova');
  });

  test('it can be searched', () => {
    draw();
    const search = screen.getByRole('searchbox', { name: words.options.change.search });
    fireEvent.input(search, { target: { value: 'vol' } });
    expect(screen.getByText('1 of 3')).toBeDefined();
    expect(screen.getByRole('table', { name: words.options.change.table }).textContent).not.toContain('Anna');
  });

  test('what ChatApp does not publish is warned of', () => {
    draw({ options: { password: said(true), personal: said(false), responsible: said(false) } });
    choose(words.options.change.option, 'personal');
    expect(screen.getByText(/does not publish what happens/)).toBeDefined();
  });

  test('a value that it already has is said to be so', () => {
    draw();
    choose(words.options.change.becomes, 'off');
    expect(screen.getByText(words.options.change.already)).toBeDefined();
  });

  test('thousands of employees are drawn as far as they are in sight', () => {
    draw({ staff: read({ employees: manyEmployees(5_000), isWhole: true }) });
    const table = screen.getByRole('table', { name: words.options.change.table });
    expect(table.getAttribute('aria-rowcount')).toBe('5001');
    expect(within(table).getAllByRole('row').length).toBeLessThan(200);
  });
});

describe('personal accounts', () => {
  test('tell of each step who said so, and which is next', () => {
    drawDashboard(en, accountsPart());
    const [linked, invited] = screen.getAllByRole('listitem');
    expect(linked?.textContent).toContain('Said by Olga');
    expect(invited?.textContent).toContain(`${words.accounts.state.open}${words.accounts.next}`);
  });

  test('a step is told done, told not done, and taken back', async () => {
    const onTell = vi.fn(async () => true);
    drawDashboard(en, accountsPart({ onTell }));
    const { step } = words.accounts;
    fireEvent.click(screen.getByRole('button', { name: `Take back: ${step.linked.title}` }));
    fireEvent.click(screen.getByRole('button', { name: `Done: ${step.invited.title}` }));
    fireEvent.click(screen.getByRole('button', { name: `Not done: ${step.enabled.title}` }));
    await screen.findAllByText(words.saved);
    expect(onTell.mock.calls.flat()).toEqual([
      { type: 'step.withdrawn', step: 'linked' },
      { type: 'step.told', step: 'invited', value: true },
      { type: 'step.told', step: 'enabled', value: false },
    ]);
  });

  test('what it costs while it is off is said, and that on is too early', () => {
    const { redraw } = drawDashboard(en, accountsPart({ book: book({ steps: steps({ enabled: said(false) }) }) }));
    expect(screen.getByText(words.accounts.worksAsOwner.title)).toBeDefined();
    redraw(accountsPart({ book: book({ steps: steps({ enabled: said(true) }) }) }));
    expect(screen.getByText(words.accounts.tooEarly.title)).toBeDefined();
    expect(screen.queryByText(words.accounts.ownAccounts.title)).toBeNull();
  });

  test('who has none is found among thousands by name', () => {
    const staff = read({ employees: [...manyEmployees(5_000), ...STAFF], isWhole: true });
    const onDraft = vi.fn();
    drawDashboard(en, accountsPart({ book: book({ facts: facts({ staff }) }), onDraft }));
    const search = screen.getByRole('searchbox', { name: words.accounts.without.search });
    fireEvent.input(search, { target: { value: 'person 49' } });
    expect(screen.getAllByRole('checkbox')).toHaveLength(30);
    expect(screen.getByText(/^And 81 more/)).toBeDefined();
    fireEvent.input(search, { target: { value: 'zaits' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Vera Zaitseva' }));
    expect(onDraft).toHaveBeenCalledWith(['11', '12']);
  });

  test('a choice that could not be kept stays', async () => {
    const [onTell, onDraft] = [vi.fn(async () => false), vi.fn()];
    drawDashboard(en, accountsPart({ draft: ['11', '12'], onTell, onDraft }));
    fireEvent.click(screen.getByRole('button', { name: words.accounts.without.save }));
    await screen.findByText(words.notSaved);
    expect(onTell).toHaveBeenCalledWith({ type: 'accounts.told', without: ['11', '12'] });
    expect(onDraft).not.toHaveBeenCalledWith(null);
    expect(screen.getByText(/Without an own account: 2 employees/)).toBeDefined();
  });

  test('a choice that was kept is no draft any more', async () => {
    const onDraft = vi.fn();
    drawDashboard(en, accountsPart({ draft: [], onDraft }));
    fireEvent.click(screen.getByRole('button', { name: words.accounts.without.saveAll }));
    await vi.waitFor(() => expect(onDraft).toHaveBeenLastCalledWith(null));
  });
});
