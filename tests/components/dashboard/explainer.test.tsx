// @vitest-environment happy-dom
/** Why an employee can or cannot work with ChatApp, as the dashboard shows it. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SYMPTOMS } from '../../../domain/explainer-text.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { ru } from '../../../locales/dashboard/ru.ts';
import { employee, entry, facts, line, nowhere, options, read } from '../../domain/chatapp-portal.ts';
import { allText, expectAccessible, LEAKS, tabStops } from '../drawing.tsx';
import { drawDashboard } from './drawing.tsx';
import { ANNA, BORIS, book, Explainer, many, TOLD, withStaff } from './explainer-samples.tsx';

const outside = vi.hoisted(() => ({ copied: [] as string[], files: [] as string[][] }));
vi.mock('../../../platform/clipboard.ts', () => ({
  copyText: async (text: string) => {
    outside.copied.push(text);
    return true;
  },
}));
vi.mock('../../../entrypoints/dashboard/ask.ts', () => ({
  download: (name: string, type: string, text: string) => outside.files.push([name, type, text]),
}));

beforeEach(() => {
  outside.copied.length = 0;
  outside.files.length = 0;
});
afterEach(cleanup);

const words = en.messages.explainer;
const bookOf = (told: ReturnType<typeof facts>) => book({ facts: told });
const UNREAD = facts({
  ...options(null, null, null),
  accessList: nowhere('refused'),
  installation: nowhere('notRead'),
  roles: nowhere('failed'),
  lines: read([line({ queue: nowhere(), members: nowhere() })]),
});
const BY_DEPARTMENT = facts({
  ...options(true, true, true),
  lines: read([line({ queue: read([{ kind: 'department', id: '2' }]), members: read(['10']) })]),
  reinstalledAt: 1,
});

const STATES: Record<string, () => ComponentChildren> = {
  'the list of employees': () => <Explainer />,
  'an employee': () => <Explainer detail="e11,1" />,
  'an employee on any line': () => <Explainer detail="e11" />,
  'an employee who is not in the list': () => <Explainer detail="e999" />,
  'an employee of whom nothing was read': () => <Explainer detail="e11,1" book={bookOf(UNREAD)} />,
  'an employee with ambiguities': () => <Explainer detail="e10,1" book={bookOf(BY_DEPARTMENT)} />,
  'an employee who sees nothing': () => (
    <Explainer detail="e10" book={bookOf(facts({ accessList: read([entry('U99', null)]) }))} />
  ),
  'nothing read yet': () => <Explainer book={bookOf(facts({ staff: nowhere('notRead') }))} />,
  'nothing read yet, and no tab': () => (
    <Explainer book={book({ facts: facts({ staff: nowhere('notRead') }), canRead: false })} />
  ),
  'employees that could not be read': () => <Explainer book={bookOf(facts({ staff: nowhere('refused') }))} />,
  'no employees': () => <Explainer book={bookOf(withStaff())} />,
  'a list that was cut': () => (
    <Explainer book={bookOf(facts({ staff: read({ employees: [ANNA], isWhole: false }) }))} />
  ),
  'a line to pick': () => <Explainer detail="w" />,
  'who can start on a line': () => <Explainer detail="w1" />,
  'a line that is gone': () => <Explainer detail="w99" />,
  'a portal without lines': () => <Explainer detail="w" book={bookOf(facts({ lines: read([]) }))} />,
  'lines that could not be read': () => <Explainer detail="w" book={bookOf(facts({ lines: nowhere('failed') }))} />,
  'one to compare with': () => <Explainer detail="c10" />,
  'two who differ': () => <Explainer detail="c1,11,1" />,
  'two who are alike': () => <Explainer detail="c11,12,1" />,
};

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('%s reads well and passes axe', async (state) => {
    const { container } = drawDashboard(locale, <main>{STATES[state]?.()}</main>);
    expect(allText(container)).not.toMatch(LEAKS);
    expect(allText(container)).not.toMatch(/\bA\d+\b/);
    await expectAccessible(container);
  });
});

const stage = (name: string) => within(screen.getByRole('region', { name }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const rowButtons = () => [...document.querySelectorAll<HTMLElement>('.row-button')];
const search = () => screen.getByRole<HTMLInputElement>('searchbox');
const type = (value: string) => fireEvent.input(search(), { target: { value } });

describe('one employee', () => {
  test('three answers in sentences, what decides is marked, and what is closed lies open', () => {
    drawDashboard(ru, <Explainer detail="e11,1" language="ru" />);
    const told = stage('Начать диалог');
    expect(told.getByText('Boris не может начать диалог: не состоит в очереди линии «Sales».')).toBeDefined();
    const deciding = [...document.querySelectorAll('.gate[data-deciding="true"]')];
    expect(deciding.map((gate) => gate.querySelector('.gate-name')?.textContent)).toEqual(['Очередь линии']);
    expect(deciding[0]?.textContent).toContain('Правило C14');
    expect(stage('Видеть и открыть ChatApp').queryByRole('list')).toBeNull();
  });

  test('the place that puts a gate right is a button', () => {
    const onPlace = vi.fn();
    drawDashboard(en, <Explainer detail="e11,1" onPlace={onPlace} />);
    press(`Open the line “Sales”: ${words.gate.queue}`);
    press(`${words.place.rolePermissions}: ${words.gate.role}`);
    expect(onPlace.mock.calls).toEqual([[{ kind: 'line', line: 1 }], [{ kind: 'rolePermissions' }]]);
  });

  test('who answered and when stands at what was entered', () => {
    drawDashboard(en, <Explainer detail="e11,1" />);
    expect(stage(words.stage.start).getByText('Entered by Olga on 20 November.')).toBeDefined();
    expect(stage(words.stage.start).getAllByText('Read 1 hour ago.').length).toBeGreaterThan(0);
  });

  test('an access code becomes the name of the department', () => {
    drawDashboard(en, <Explainer detail="e11" book={bookOf(facts({ accessList: read([entry('DR2')]) }))} />);
    expect(screen.getByText(/in the access list as department “Sales” and below\.$/)).toBeDefined();
  });

  test('no tabs: what the employee meets, in the portal’s own words', () => {
    drawDashboard(en, <Explainer detail="e10" book={bookOf(facts({ accessList: read([entry('U99')]) }))} />);
    expect(stage(words.stage.see).getByText(words.meets.words.noTabs)).toBeDefined();
    expect(stage(words.stage.see).getByText(words.meets.words.noRights)).toBeDefined();
  });

  test('what ChatApp does not state is never a verdict: its readings stand there, and which one the portal shows', () => {
    drawDashboard(en, <Explainer detail="e10,1" book={bookOf(facts({ ...BY_DEPARTMENT, reinstalledAt: null }))} />);
    const told = stage(words.stage.start);
    expect(told.getAllByText(words.verdictWord.depends).length).toBeGreaterThan(0);
    const shown = told.getByText(`${words.readings.shown}.`).closest('li');
    expect(shown?.textContent).toBe(`If a department in the queue counts, then yes. ${words.readings.shown}.`);
    expect(stage(words.stage.open).getByText(words.password.depends)).toBeDefined();
  });

  test('what could not be read is gathered with what to do, and can be read again', () => {
    const onReadAgain = vi.fn();
    drawDashboard(en, <Explainer detail="e11,1" book={bookOf(UNREAD)} onReadAgain={onReadAgain} />);
    const told = stage(words.unread.heading);
    expect(told.getByText(new RegExp(words.unread.askAdministrator))).toBeDefined();
    expect(told.getAllByText(new RegExp(words.unread.answer)).length).toBe(3);
    expect(told.getByRole('link', { name: words.unread.toOptions }).getAttribute('href')).toMatch(
      /^#chatapp\/.*options$/,
    );
    expect(told.queryByRole('link', { name: words.unread.toAccounts })).toBeNull();
    fireEvent.click(told.getByRole('button', { name: words.readAgain }));
    expect(onReadAgain).toHaveBeenCalledOnce();
  });

  test('another line gives another answer', () => {
    const onDetail = vi.fn();
    drawDashboard(en, <Explainer detail="e10,1" onDetail={onDetail} />);
    expect(screen.getByText('Anna can start a conversation: in the queue of the line “Sales”.')).toBeDefined();
    fireEvent.change(screen.getByRole('combobox', { name: words.line.label }), { target: { value: '2' } });
    expect(onDetail).toHaveBeenLastCalledWith('e10,2');
    expect(
      screen.getByText(/^It is not stated whether Anna can start a conversation: in the queue of another line/),
    ).toBeDefined();
  });

  test('a name of the portal stays text', () => {
    const name = '<img src=x onerror="alert(1)">';
    const told = withStaff(employee({ id: '10', name }));
    const { container } = drawDashboard(
      en,
      <Explainer detail="e10,1" book={bookOf({ ...told, lines: read([line({ name: '<b>Sales</b>' })]) })} />,
    );
    expect(screen.getByRole('heading', { name })).toBeDefined();
    press(words.letters.heading);
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).toContain('<b>Sales</b>');
  });

  test('an account without a name is called by its number', () => {
    drawDashboard(en, <Explainer detail="e10" book={bookOf(withStaff(employee({ name: ' ' })))} />);
    expect(screen.getByRole('heading', { name: 'Employee no. 10' })).toBeDefined();
  });
});

describe('a complaint', () => {
  test.each(SYMPTOMS)('%s: says what to check, opens the answers it is about and marks the checks', (symptom) => {
    drawDashboard(en, <Explainer detail="e11,1" book={bookOf(facts(options(true, true, true)))} />);
    press(words.symptom.name[symptom]);
    for (const check of words.symptom.check[symptom]) expect(screen.getByText(check)).toBeDefined();
    const looked = [...document.querySelectorAll('.gate[data-looked="true"] .gate-name')].map(
      (each) => each.textContent,
    );
    const { accessList, installation, password, account, personal, steps, responsible, queue } = words.gate;
    const expected = {
      noTabs: [installation, accessList],
      asksPassword: [password, account],
      ownerSigns: [personal, steps],
      denied: [responsible, queue],
      onlyForMe: [accessList, password, responsible, queue],
    };
    expect(looked).toEqual(expected[symptom]);
  });

  test('"works for me" leads to a comparison with whoever is signed in', () => {
    const onDetail = vi.fn();
    drawDashboard(en, <Explainer detail="e11,1" onDetail={onDetail} />);
    press(words.symptom.name.onlyForMe);
    press(words.symptom.compareWithMe);
    expect(onDetail).toHaveBeenLastCalledWith('c1,11,1');
    expect(screen.getByText(words.compare.parting(words.stage.start), { exact: false })).toBeDefined();
  });
});

describe('picking', () => {
  test('5,000 employees: few rows are drawn, and typing finds one by name, department or id', () => {
    drawDashboard(en, <Explainer book={bookOf(withStaff(...many(5_000), ANNA))} />);
    expect(rowButtons().length).toBeLessThan(60);
    type('employee 04321');
    expect(rowButtons().map((each) => each.textContent)).toEqual(['Employee 04321']);
    type('1007');
    expect(rowButtons()[0]?.textContent).toBe('Employee 00008');
    type('sales anna');
    expect(rowButtons().map((each) => each.textContent)).toEqual(['Anna']);
    type('nobody at all');
    expect(screen.getByText(words.none.notFound.title)).toBeDefined();
    press(words.picker.clear);
    expect(search().value).toBe('');
  });

  test('by keyboard: down from the search, down the list, Enter takes, and the focus lands on the answer', async () => {
    drawDashboard(en, <Explainer />);
    search().focus();
    const down = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    down();
    expect(document.activeElement?.textContent).toBe('Anna');
    down();
    expect(document.activeElement?.textContent).toBe('Boris');
    fireEvent.click(document.activeElement ?? document.body);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Boris'));
    expect(document.activeElement?.tagName).toBe('H3');
    press(words.picker.another);
    await waitFor(() => expect(document.activeElement).toBe(search()));
  });

  test('Enter in the search takes the first one found, and nothing while nothing is typed', () => {
    const onDetail = vi.fn();
    drawDashboard(en, <Explainer onDetail={onDetail} />);
    fireEvent.keyDown(search(), { key: 'Enter' });
    expect(onDetail).not.toHaveBeenCalled();
    type('ver');
    fireEvent.keyDown(search(), { key: 'Enter' });
    expect(onDetail).toHaveBeenCalledWith('e12');
  });

  test('nothing takes part in the Tab order out of turn', () => {
    const { container } = drawDashboard(en, <Explainer />);
    expect(tabStops(container).length).toBeGreaterThan(8);
  });
});

describe('texts to copy', () => {
  test('for the employee and for a colleague, in either language', async () => {
    drawDashboard(en, <Explainer detail="e11,1" />);
    press(words.letters.heading);
    press(words.letters.copyEmployee);
    await waitFor(() => expect(outside.copied).toHaveLength(1));
    expect(outside.copied[0]).toContain('Hello Boris,');
    expect(outside.copied[0]).toContain('The cause: not in the queue of the line “Sales”.');
    press(/^RU/);
    press(words.letters.copyColleague);
    await waitFor(() => expect(outside.copied).toHaveLength(2));
    expect(outside.copied[1]).toContain('Boris не может начать диалог: не состоит в очереди линии «Sales».');
    expect(outside.copied[1]).toContain('demo.bitrix24.ru');
  });
});

describe('who can start on a line', () => {
  test('counts by answer; a press shows them, each with what decides', () => {
    drawDashboard(en, <Explainer detail="w1" />);
    expect(screen.getByRole('button', { name: '2 can' })).toBeDefined();
    press('3 cannot');
    expect(rowButtons().map((each) => each.textContent)).toEqual(['Boris', 'Igor', 'Vera']);
    expect(screen.getAllByText('Not in the queue of the line “Sales”.')).toHaveLength(3);
    type('bor');
    expect(rowButtons().map((each) => each.textContent)).toEqual(['Boris']);
    fireEvent.click(rowButtons()[0] ?? document.body);
    expect(screen.getByText('Boris cannot start a conversation: not in the queue of the line “Sales”.')).toBeDefined();
  });

  test('is saved as CSV with what decides, and nothing in it runs', async () => {
    const told = withStaff(employee({ id: '66', name: '=HYPERLINK("x")' }), BORIS);
    drawDashboard(en, <Explainer detail="w1" book={bookOf(told)} />);
    press(en.messages.file.csv);
    await waitFor(() => expect(outside.files).toHaveLength(1));
    const [[name = '', kind, text = ''] = []] = outside.files;
    expect(name).toMatch(/^latchdesk-chatapp-demo\.bitrix24\.ru-.*\.csv$/);
    expect(kind).toBe('text/csv');
    const lines = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe('Employee,Departments,Can start,What decides,Rule,Id,Line');
    expect(lines).toContain('Boris,Retail,No,Not in the queue of the line “Sales”.,C14,11,Sales');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('is copied as a text', async () => {
    drawDashboard(en, <Explainer detail="w1" />);
    press('3 cannot');
    press(words.whoCan.copy);
    await waitFor(() => expect(outside.copied).toHaveLength(1));
    expect(outside.copied[0]?.split('\n')[0]).toBe('Boris: Not in the queue of the line “Sales”.');
  });

  test('with one line there is nothing to pick', () => {
    drawDashboard(en, <Explainer detail="w" book={bookOf(facts(options(false, false, true)))} />);
    expect(screen.getByRole('heading', { name: words.whoCan.heading('the line “Sales”') })).toBeDefined();
  });
});

describe('two employees', () => {
  test('stand side by side: where they part, then what differs, then what does not', () => {
    drawDashboard(en, <Explainer detail="c1,11,1" />);
    const table = screen.getByRole('table');
    const heads = [...table.querySelectorAll('thead .cell-name')].map((each) => each.textContent);
    expect(heads).toEqual(['Olga', 'Boris']);
    expect(screen.getByText(`They part at: ${words.stage.start}.`)).toBeDefined();
    const rows = [...table.querySelectorAll('tbody:nth-of-type(2) tr')].map(
      (row) => row.querySelector('th')?.textContent,
    );
    expect(rows[0]).toBe(words.compare.differences);
    expect(rows.some((row) => row?.startsWith(words.gate.queue))).toBe(true);
    expect(screen.getByText(/^The same for both/)).toBeDefined();
    press(words.compare.swap);
    expect([...table.querySelectorAll('thead .cell-name')].map((each) => each.textContent)).toEqual(['Boris', 'Olga']);
  });

  test('who can do the same do not part', () => {
    drawDashboard(en, <Explainer detail="c11,12,1" />);
    expect(screen.getByText(words.compare.same)).toBeDefined();
  });

  test('are picked one after the other, nobody twice', () => {
    const onDetail = vi.fn();
    drawDashboard(en, <Explainer detail="e10" onDetail={onDetail} />);
    press(words.picker.compareWith);
    expect(onDetail).toHaveBeenLastCalledWith('c10');
    expect(rowButtons().map((each) => each.textContent)).toEqual(['Boris', 'Igor', 'Olga', 'Vera']);
    fireEvent.click(rowButtons()[0] ?? document.body);
    expect(onDetail).toHaveBeenLastCalledWith('c10,11');
  });
});

describe('nothing to explain', () => {
  test('says what was not read, why, and reads again when pressed', () => {
    const onReadAgain = vi.fn();
    const told = book({ facts: facts({ staff: nowhere('notRead') }), canRead: false });
    drawDashboard(en, <Explainer book={told} onReadAgain={onReadAgain} />);
    expect(screen.getByText(words.none.unread.text)).toBeDefined();
    expect(screen.getByText(words.none.unreadNoTab)).toBeDefined();
    press(words.readAgain);
    expect(onReadAgain).toHaveBeenCalledOnce();
  });

  test('everywhere else it says that integrators are missing from the list', () => {
    for (const detail of [null, 'e10', 'w1', 'c10']) {
      drawDashboard(en, <Explainer detail={detail} />);
      expect(screen.getByText(words.integrators)).toBeDefined();
      cleanup();
    }
  });

  test('a portal of whom only some facts are known is explained as far as that goes', () => {
    const told = { ...TOLD, lines: nowhere('refused'), departments: nowhere() };
    drawDashboard(en, <Explainer detail="e10" book={bookOf(told)} />);
    expect(screen.getByText(/^It could not be found out whether Anna can start a conversation/)).toBeDefined();
    expect(screen.getByText(words.none.linesFailed.text(words.source.nowhere.refused))).toBeDefined();
  });
});
