// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { callCells, callColumns, callsTo, plainCall } from '../../../components/dashboard/privacy/call-rows.ts';
import { METHODS } from '../../../components/dashboard/privacy/read-topics.ts';
import { storedLines } from '../../../components/dashboard/privacy/stored-lines.ts';
import { LatchdeskDatabase } from '../../../database/schema.ts';
import { DEFAULT_PREFERENCES } from '../../../domain/preferences.ts';
import { STORED_TABLES } from '../../../domain/privacy-text.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { NOW } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { calls, governance, PORTALS, parts, privacyPage, ready } from './privacy-samples.tsx';

afterEach(cleanup);

const words = en.messages.privacy;
const proof = (left: { table: string; rows: number }[] = []) => ({ at: NOW, removed: 1_234, left });
const done = (host: string | null, left?: { table: string; rows: number }[]) =>
  ({ host, at: NOW, state: 'done', proof: proof(left) }) as const;
const readOnly = { ...DEFAULT_PREFERENCES, isReadOnly: true };

const STATES: Record<string, () => ComponentChildren> = {
  'the whole page': () => privacyPage(),
  'a page without a portal': () =>
    privacyPage({
      host: null,
      origin: null,
      portals: [],
      sizes: ready({ here: null, all: parts(0) }),
      calls: ready([]),
    }),
  'a page that loads': () =>
    privacyPage({ sizes: { state: 'loading' }, calls: { state: 'loading' }, governance: { state: 'loading' } }),
  'a page of which nothing could be read': () =>
    privacyPage({ sizes: { state: 'failed' }, calls: { state: 'failed' }, governance: { state: 'failed' } }),
  'calls of which none is this portal’s': () => privacyPage({ calledPortal: 'https://third.bitrix24.ru' }),
  'read-only by policy': () =>
    privacyPage({ governance: ready(governance({ effective: readOnly, locks: [['isReadOnly', 'readOnly']] })) }),
  'a wipe under way': () => privacyPage({ outcome: { host: null, at: NOW, state: 'doing' } }),
  'a wipe that failed': () => privacyPage({ outcome: { host: null, at: NOW, state: 'failed' } }),
  'a portal that is wiped': () => privacyPage({ outcome: done('demo.bitrix24.ru') }),
  'everything wiped': () => privacyPage({ outcome: done(null), portals: [] }),
  'a wipe that left something': () =>
    privacyPage({
      outcome: done(null, [
        { table: 'journal', rows: 3 },
        { table: 'newer', rows: 1 },
      ]),
    }),
};

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each(Object.keys(STATES))('%s reads well and passes axe', async (state) => {
    const { container } = drawDashboard(locale, <main>{STATES[state]?.()}</main>);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(Object.keys(STATES))('nothing of %s is written into a component', (state) => {
    const { container } = drawDashboard(locale, <PseudoTexts of={locale.language}>{STATES[state]?.()}</PseudoTexts>);
    const hosts = ['demo.bitrix24.ru', 'other.bitrix24.ru', 'third.bitrix24.ru', 'portal.example:8443'];
    expect(hardCodedTexts(container, { hosts, METHODS, calls: calls(9), policy: 'readOnly', PORTALS })).toEqual([]);
  });

  test('the forms for wiping pass axe', async () => {
    const { container } = drawDashboard(locale, <main>{privacyPage()}</main>);
    const { begin, beginAll } = locale.messages.privacy.wipe;
    fireEvent.click(screen.getByRole('button', { name: begin }));
    fireEvent.click(screen.getByRole('button', { name: beginAll }));
    await expectAccessible(container);
  });
});

describe('what is read', () => {
  const BITRIX24 = resolve(import.meta.dirname, '../../../bitrix24');
  const sources = readdirSync(BITRIX24, { encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(resolve(BITRIX24, name), 'utf8'))
    .join('\n');
  const listed = Object.values(METHODS).flat();

  test.each(listed)('%s is indeed asked for', (method) => {
    expect(sources).toContain(method);
  });

  test('no method is asked for that the page does not name', () => {
    const NAMES = /['`"/]((?:imbot|imopenlines|im|user|department|main|rest|market)\.[\w.]*\w)/g;
    const asked = [...sources.matchAll(NAMES)].map(([, name = '']) => name.replace(/\.json$/, ''));
    // Messages between our own parts.
    const isOwn = (name: string) => /^market\.(?:started|seen|changed|ended|openAccess)$/.test(name);
    const isNamed = (name: string) => listed.some((each) => each === name || each.endsWith(`/${name}`));
    expect(asked.length).toBeGreaterThan(10);
    expect([...new Set(asked)].filter((name) => !isNamed(name) && !isOwn(name))).toEqual([]);
  });
});

describe('what is stored', () => {
  test('every table of the database has its words', () => {
    const database = new LatchdeskDatabase('words');
    expect([...STORED_TABLES].sort()).toEqual(database.tables.map(({ name }) => name).sort());
  });

  test('a part is told with its records and its size, here and in all', () => {
    drawDashboard(en, privacyPage());
    const row = within(screen.getByRole('row', { name: /^Notes?|^Names and notes/ }));
    expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      '1 record, about 300 bytes',
      '40 records, about 12 kB',
    ]);
  });

  test('nothing is said in words, and what has no portal is not told as nothing', () => {
    drawDashboard(en, privacyPage());
    const cellsOf = (name: RegExp) =>
      within(screen.getByRole('row', { name }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(cellsOf(/^Dialogs/)).toEqual([words.stored.nothing, words.stored.nothing]);
    expect(cellsOf(/^Settings for all portals/)[0]).toBe(words.stored.shared);
  });

  test('rules and destinations are told to be of all portals, and what they hold', () => {
    const shared = storedLines([], []).filter(({ isShared }) => isShared);
    expect(shared.map(({ table }) => table)).toEqual(['preferences', 'rules', 'destinations', 'secrets']);
    drawDashboard(en, privacyPage());
    expect(screen.getByText(words.stored.part.secrets.holds)).toBeDefined();
  });

  test('tables that are not known yet are taken together, and left out while they are empty', () => {
    const unknown = [
      { table: 'newer', rows: 2, bytes: 10 },
      { table: 'newest', rows: 1, bytes: 5 },
    ];
    expect(storedLines([], unknown).at(-1)).toEqual({
      table: 'other',
      here: { rows: 0, bytes: 0 },
      all: { rows: 3, bytes: 15 },
      isShared: false,
    });
    expect(storedLines([], [])).toHaveLength(STORED_TABLES.length);
  });

  test('a size that could not be read is not shown as nothing', () => {
    const onRetrySizes = vi.fn();
    drawDashboard(en, privacyPage({ sizes: { state: 'failed' }, onRetrySizes }));
    expect(screen.queryByText(words.stored.nothing)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: en.messages.state.retry }));
    expect(onRetrySizes).toHaveBeenCalledOnce();
  });
});

describe('the last calls', () => {
  const table = () => screen.getByRole('table', { name: words.calls.heading });

  test('tell time, portal, request, how long and how it ended', () => {
    drawDashboard(en, privacyPage());
    const [, first] = within(table()).getAllByRole('row');
    expect([...(first?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      'today 14:05',
      'other.bitrix24.ru',
      'batch:imbot.Network.Chat.count',
      '120 ms',
      'answered',
    ]);
  });

  test('200 of them are a table of which only a part is drawn', () => {
    drawDashboard(en, privacyPage({ calls: ready(calls(200)) }));
    expect(table().getAttribute('aria-rowcount')).toBe('201');
    expect(within(table()).getAllByRole('row').length).toBeLessThan(80);
  });

  test('can be those of one portal', () => {
    const onCalledPortal = vi.fn();
    const { redraw } = drawDashboard(en, privacyPage({ onCalledPortal }));
    fireEvent.change(screen.getByRole('combobox', { name: words.calls.portal }), {
      target: { value: 'https://other.bitrix24.ru' },
    });
    expect(onCalledPortal).toHaveBeenCalledWith('https://other.bitrix24.ru');
    redraw(privacyPage({ calledPortal: 'https://other.bitrix24.ru' }));
    expect(screen.getByText('3 calls')).toBeDefined();
    expect(within(table()).queryByText('demo.bitrix24.ru')).toBeNull();
  });

  test('are the same in a file, with times that a program can read', () => {
    const [call] = callsTo(calls(3), 'https://demo.bitrix24.ru');
    if (!call) throw new Error('There should be a call');
    expect(callColumns(words.calls)).toHaveLength(callCells(call, words.calls).length);
    expect(callCells(call, words.calls).slice(1)).toEqual([
      'demo.bitrix24.ru',
      '1',
      'main.eventlog.tail',
      121,
      'signed out',
    ]);
    expect(plainCall(call)).toMatchObject({
      portal: 'https://demo.bitrix24.ru',
      user: '1',
      ms: 121,
      outcome: 'signedOut',
    });
    expect(plainCall(call).at).toMatch(/^2025-12-12T\d\d:04:00/);
  });
});

describe('the read-only switch', () => {
  const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(words.readOnly.label) });

  test('asks for the other state, and shows what was saved', async () => {
    const onReadOnly = vi.fn(async () => false);
    drawDashboard(en, privacyPage({ onReadOnly }));
    fireEvent.click(box());
    expect(onReadOnly).toHaveBeenCalledExactlyOnceWith(true);
    await screen.findByText(words.readOnly.notSaved);
    expect(box().checked).toBe(false);
  });

  test('stays where it is while it is being saved, however often it is pressed', () => {
    const onReadOnly = vi.fn(() => new Promise<boolean>(() => undefined));
    drawDashboard(en, privacyPage({ onReadOnly }));
    for (let press = 0; press < 3; press += 1) {
      fireEvent.click(box());
      expect(box().checked).toBe(false);
    }
    expect(onReadOnly).toHaveBeenCalledOnce();
  });

  test('cannot be moved where the policy fixes it, and says which', () => {
    const onReadOnly = vi.fn(async () => true);
    const view = governance({ effective: readOnly, locks: [['isReadOnly', 'readOnly']], isManaged: true });
    drawDashboard(en, privacyPage({ governance: ready(view), onReadOnly }));
    expect([box().checked, box().disabled]).toEqual([true, true]);
    fireEvent.click(box());
    expect(onReadOnly).not.toHaveBeenCalled();
    expect(screen.getByText(words.readOnly.locked('readOnly'))).toBeDefined();
  });
});

describe('wiping', () => {
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const type = (word: string, text: string) =>
    fireEvent.input(screen.getByRole('textbox', { name: words.wipe.type(word) }), { target: { value: text } });

  test('one portal needs its address, typed; no key in a row decides', () => {
    const onWipe = vi.fn();
    drawDashboard(en, privacyPage({ onWipe }));
    press(words.wipe.begin);
    const field = screen.getByRole('textbox', { name: words.wipe.type('demo.bitrix24.ru') });
    expect(document.activeElement).toBe(field);
    press(words.wipe.confirm('demo.bitrix24.ru'));
    type('demo.bitrix24.ru', 'demo.bitrix24');
    press(words.wipe.confirm('demo.bitrix24.ru'));
    expect(onWipe).not.toHaveBeenCalled();
    type('demo.bitrix24.ru', ' Demo.bitrix24.ru ');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onWipe).not.toHaveBeenCalled();
    press(words.wipe.confirm('demo.bitrix24.ru'));
    expect(onWipe).toHaveBeenCalledExactlyOnceWith(PORTALS[0]);
  });

  test('what was typed for one portal arms nothing for another', () => {
    const onWipe = vi.fn();
    drawDashboard(en, privacyPage({ onWipe }));
    press(words.wipe.begin);
    type('demo.bitrix24.ru', 'demo.bitrix24.ru');
    fireEvent.change(screen.getByRole('combobox', { name: words.wipe.choose }), {
      target: { value: 'https://portal.example:8443' },
    });
    press(words.wipe.begin);
    press(words.wipe.confirm('portal.example:8443'));
    expect(onWipe).not.toHaveBeenCalled();
    type('portal.example:8443', 'portal.example:8443');
    press(words.wipe.confirm('portal.example:8443'));
    expect(onWipe).toHaveBeenCalledExactlyOnceWith(PORTALS[1]);
  });

  test('says what goes and what stays before anything is typed', () => {
    drawDashboard(en, privacyPage());
    press(words.wipe.begin);
    const listed = within(screen.getByRole('region', { name: words.wipe.one.title }))
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(listed).toEqual([...words.wipe.goesOne, words.wipe.staysOne.manifest, ...words.wipe.staysAlways]);
  });

  test('everything needs a word of its own', () => {
    const onWipe = vi.fn();
    drawDashboard(en, privacyPage({ onWipe }));
    press(words.wipe.beginAll);
    type(words.wipe.word, 'demo.bitrix24.ru');
    press(words.wipe.confirmAll);
    expect(onWipe).not.toHaveBeenCalled();
    type(words.wipe.word, 'wipe');
    press(words.wipe.confirmAll);
    expect(onWipe).toHaveBeenCalledExactlyOnceWith(null);
  });

  test('can be left with Esc and with a button', () => {
    drawDashboard(en, privacyPage());
    press(words.wipe.beginAll);
    fireEvent.keyDown(screen.getByRole('textbox', { name: words.wipe.type(words.wipe.word) }), { key: 'Escape' });
    expect(screen.queryByRole('button', { name: words.wipe.confirmAll })).toBeNull();
    press(words.wipe.beginAll);
    press(words.wipe.cancel);
    expect(screen.queryByRole('button', { name: words.wipe.confirmAll })).toBeNull();
  });

  test('cannot begin while another is under way', () => {
    drawDashboard(en, privacyPage({ outcome: { host: null, at: NOW, state: 'doing' } }));
    press(words.wipe.begin);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('ends with the proof, and the focus is there', () => {
    const { redraw } = drawDashboard(en, privacyPage({ outcome: { host: null, at: NOW, state: 'doing' } }));
    redraw(privacyPage({ outcome: done(null) }));
    expect(document.activeElement?.textContent).toBe(
      `Everything is wiped1,234 records were removed. Done today 14:05.${words.wipe.proven}${words.wipe.understood}`,
    );
  });

  test('names what is left, and claims no proof then', () => {
    drawDashboard(en, privacyPage({ outcome: done('demo.bitrix24.ru', [{ table: 'journal', rows: 3 }]) }));
    expect(screen.getByText('Journal: 3 records')).toBeDefined();
    expect(screen.queryByText(words.wipe.proven)).toBeNull();
    expect(screen.queryByText(words.wipe.done.one('demo.bitrix24.ru'))).toBeNull();
  });
});
