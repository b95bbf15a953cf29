/** A portal with ChatApp for the tests of the dashboard: everything is read an hour ago, and Olga said the rest. */
import type { ChatAppBook } from '../../../domain/chatapp/book.ts';
import type { ChatAppFacts, Employee, Fact, KnownFact, Line } from '../../../domain/chatapp/facts.ts';
import type { AccountStep, StepFacts } from '../../../domain/chatapp/personal-steps.ts';
import type { ListedApp } from '../../../domain/market/apps.ts';
import { compareRecords } from '../../../domain/market/compare.ts';
import { newRun, type ReinstallRun, type ReinstallState } from '../../../domain/market/reinstall.ts';
import type { MarketView, RunView } from '../../../domain/market/view.ts';
import type { PortalView } from '../../../domain/view.ts';
import { record, recordAfterwards } from '../../domain/market-records.ts';
import { NO_MARKET } from '../../market-samples.ts';
import { DAY, HOUR, NOW, portal } from '../samples.ts';

export const read = <T>(value: T, at = NOW - HOUR): KnownFact<T> => ({ from: 'read', value, at });
export const said = <T>(value: T, at = NOW - 2 * DAY, by = 'Olga'): KnownFact<T> => ({
  from: 'entered',
  value,
  at,
  by,
});
export const unread: Fact<never> = { from: 'nowhere', why: 'failed' };
const inside: Fact<never> = { from: 'nowhere', why: 'insideChatApp' };

const employee = (id: string, name: string, departments: string[], changes: Partial<Employee> = {}): Employee => ({
  ...{ id, name, departments, standing: read('employee'), personalAccount: inside },
  ...changes,
});

export const STAFF: readonly Employee[] = [
  employee('1', 'Olga Lebedeva', ['1'], { standing: read('administrator') }),
  employee('10', 'Anna Smirnova', ['2']),
  employee('11', 'Boris Volkov', ['3']),
  employee('12', 'Vera Zaitseva', ['4']),
];

export const manyEmployees = (count: number): Employee[] =>
  Array.from({ length: count }, (_, index) => employee(String(100 + index), `Person ${index}`, ['2']));

export const line = (changes: Partial<Line> = {}): Line => ({
  ...{ id: '3', name: 'Sales', isActive: true, isConnected: read(true), order: 'strictly' },
  queue: read([
    { kind: 'user', id: '10' },
    { kind: 'department', id: '4' },
    { kind: 'user', id: '99' },
  ]),
  members: read(['10', '12']),
  ...changes,
});

export const facts = (changes: Partial<ChatAppFacts> = {}): ChatAppFacts => ({
  staff: read({ employees: STAFF, isWhole: true }),
  departments: read([
    { id: '1', name: 'Company', parent: null, head: null },
    { id: '2', name: 'Sales', parent: '1', head: null },
    { id: '3', name: 'Retail', parent: '2', head: null },
    { id: '4', name: 'Support', parent: '1', head: null },
  ]),
  installation: read('finished'),
  accessList: read([
    { code: 'U10', name: 'Anna Smirnova', provider: 'user' },
    { code: 'DR2', name: 'Sales', provider: 'intranet' },
    { code: 'SG7_K', name: 'Old project', provider: null },
  ]),
  lines: read([line(), line({ id: '4', name: 'Help', isActive: false, queue: unread, members: unread })]),
  roles: read([
    { code: 'DR1', roleName: 'Manager', viewsLines: 'any', joins: 'own' },
    { code: 'U12', roleName: 'Guest', viewsLines: null, joins: 'none' },
  ]),
  options: { password: said(false), personal: inside, responsible: said(true, NOW - 100 * DAY, 'Igor') },
  steps: { linked: said(true), invited: said(false), synchronised: inside },
  reinstalledAt: null,
  ...changes,
});

export const steps = (changes: Partial<Record<AccountStep, Fact<boolean>>> = {}): StepFacts => ({
  ...{ linked: said(true), invited: said(false), synchronised: inside, enabled: inside },
  ...changes,
});

export const book = (changes: Partial<ChatAppBook> = {}): ChatAppBook => ({
  facts: facts(),
  steps: steps(),
  answers: [
    { option: 'responsible', value: false, at: NOW - 200 * DAY, by: 'Olga' },
    { option: 'responsible', value: true, at: NOW - 100 * DAY, by: 'Igor' },
    { option: 'password', value: false, at: NOW - 2 * DAY, by: 'Olga' },
  ],
  accounts: { without: ['11'], newest: 99, at: NOW - DAY, by: 'Olga' },
  me: { id: '1', name: 'Olga Lebedeva' },
  canRead: true,
  isReadingOff: false,
  run: null,
  earlier: [],
  differences: null,
  ...changes,
});

export const app = (changes: Partial<ListedApp> = {}): ListedApp => ({
  ...{ code: 'vendor.chat', appId: 17, name: 'ChatApp', developer: 'ChatApp LLC' },
  ...{ presence: 'active', isUnpublished: false, needsSubscription: false },
  ...changes,
});

export const market = (changes: Partial<MarketView> = {}): MarketView => ({
  ...NO_MARKET,
  confirmed: { code: 'vendor.chat', appId: 17, name: 'ChatApp', confirmedAt: NOW - 30 * DAY },
  candidates: [app()],
  listedAt: NOW - HOUR,
  generation: 'new',
  presence: { presence: 'active', at: NOW - HOUR },
  ...changes,
});

export const withMarket = (changes: Partial<MarketView> = {}): PortalView =>
  portal({ view: { market: market(changes) } });

export const run = (state: ReinstallState, changes: Partial<ReinstallRun> = {}): ReinstallRun => ({
  ...newRun('run-1', 'vendor.chat', NOW - 3 * HOUR),
  ...{ state, changedAt: NOW - HOUR },
  checks: [
    { name: 'administrator', result: 'ok' },
    { name: 'published', result: 'couldNotRead' },
    { name: 'subscription', result: 'warn' },
    { name: 'workingTime', result: 'warn' },
    { name: 'record', result: 'stop' },
  ],
  before: state === 'checked' ? null : record(),
  ...changes,
});

export function runView({ before, after: _after, since: _since, ...own }: ReinstallRun): RunView {
  return { ...own, name: 'ChatApp', appId: 17, recorded: before && recordedOf(before), differences: null };
}

const recordedOf = (before: ReturnType<typeof record>) => ({
  at: before.takenAt,
  access: before.access.state === 'read',
  lines: before.lines.state === 'read',
  tiles: before.tiles.state === 'read',
  cards: before.tabs.flatMap(({ card, tabs }) => (tabs.state === 'read' ? [card] : [])),
});

/** A reinstall that was compared, with everything that can be told of a comparison. */
export function comparedBook(changes: Partial<Parameters<typeof recordAfterwards>[0]> = {}): ChatAppBook {
  const after = recordAfterwards(changes);
  const own = run('compared', { after, finishedBy: 'tabs', press: { at: NOW, wipes: false, hadNoEffect: false } });
  return book({ run: own, differences: compareRecords(own.before, after) });
}
