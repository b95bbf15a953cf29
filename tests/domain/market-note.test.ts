import { describe, expect, test } from 'vitest';
import { eraseWord, isEraseWord } from '../../domain/market/erase-word.ts';
import { adviceOn, pagesToShow, stepNow } from '../../domain/market/guide.ts';
import { type NotePlace, noteFor } from '../../domain/market/note.ts';
import { REINSTALL_STATES } from '../../domain/market/reinstall.ts';
import type { MarketView } from '../../domain/market/view.ts';
import { access, app, CONFIRMED, market, place, RUNS, run, stopped } from '../components/market/samples.ts';
import { HOUR, NOW } from '../components/samples.ts';

const kindOf = (view: Partial<MarketView>, where: NotePlace | null): string | null =>
  noteFor(market(view), where, NOW)?.kind ?? null;
const PAGES = ['installed', 'detail', 'app', 'line', 'contactCenter', 'card'] as const;
const pagesWith = (view: Partial<MarketView>, isOfApplication = true) =>
  PAGES.filter((page) => kindOf(view, place(page, { isOfApplication })) !== null);

describe('the note is there only where there is something to say', () => {
  test('nowhere when nothing was ever seen', () => {
    expect(pagesWith({})).toEqual([]);
    expect(pagesWith({}, false)).toEqual([]);
  });

  test('on no other page of the portal', () => {
    expect(kindOf({ confirmed: CONFIRMED, run: run() }, null)).toBeNull();
  });

  test('the question: in the list, while one is listed that nobody has refused', () => {
    const view = { candidates: [app()] };
    expect(pagesWith(view, false)).toEqual(['installed']);
    expect(kindOf(view, place('installed', { isOfApplication: false }))).toBe('identity');
    expect(pagesWith({ ...view, declined: ['vendor.chatapp'] }, false)).toEqual([]);
    expect(pagesWith({ ...view, declined: ['vendor.chatapp'], nameless: [app({ code: 'new.one' })] }, false)).toEqual([
      'installed',
    ]);
    expect(pagesWith({ candidates: [app({ code: null })] }, false)).toEqual([]);
  });

  test('the confirmed application: where it is listed, and on its own pages', () => {
    expect(pagesWith({ confirmed: CONFIRMED, access: access() })).toEqual(['installed', 'detail', 'app']);
    expect(pagesWith({ confirmed: CONFIRMED, access: access() }, false)).toEqual([]);
  });

  test('one that is gone: in the list, which does not have it', () => {
    const presence = { presence: 'absent' as const, at: NOW - HOUR };
    expect(pagesWith({ confirmed: CONFIRMED, presence }, false)).toEqual(['installed']);
    expect(kindOf({ confirmed: CONFIRMED, presence }, place('installed', { isOfApplication: false }))).toBe('absent');
    expect(kindOf({ confirmed: CONFIRMED, presence }, place('detail'))).toBeNull();
  });

  test('an attempt at another application is not told of this one', () => {
    const lastWipe = { at: NOW, code: 'other.app', name: 'Other', end: 'insisted' as const };
    expect(noteFor(market({ confirmed: CONFIRMED, lastWipe }), place('installed'), NOW)).toMatchObject({
      kind: 'application',
      lastWipe: null,
    });
  });

  test('a run under way: on every page of its steps', () => {
    expect(pagesWith({ confirmed: CONFIRMED, run: run() }, false)).toEqual([...PAGES]);
  });

  test('a run that is stopped: only in the Market', () => {
    expect(pagesWith({ run: stopped({ kind: 'byUser' }, 'absent') }, false)).toEqual(['installed', 'detail', 'app']);
  });

  test('a run that was given up before anything was uninstalled: nowhere', () => {
    const run = stopped({ kind: 'byUser' }, 'recorded');
    expect(pagesWith({ run }, false)).toEqual([]);
    expect(kindOf({ run, confirmed: CONFIRMED }, place('installed'))).toBe('application');
  });

  test('a run that is done leaves the note to the application', () => {
    expect(kindOf({ confirmed: CONFIRMED, run: run({ state: 'done' }) }, place('installed'))).toBe('application');
  });

  test('the loss of all data is told for a day', () => {
    const wiped = (changedAt: number) => ({ run: run({ state: 'dataWiped', changedAt }) });
    expect(kindOf(wiped(NOW - HOUR), place('installed'))).toBe('guide');
    expect(kindOf(wiped(NOW - 25 * HOUR), place('installed'))).toBeNull();
  });
});

describe('the guide', () => {
  test('every state has its advice on every page, and its step', () => {
    for (const state of REINSTALL_STATES) {
      for (const page of PAGES) expect(adviceOn(run({ state }), place(page))).toBeTruthy();
      expect(stepNow(run({ state, stoppedIn: state === 'stopped' ? 'recorded' : null }))).toBeGreaterThanOrEqual(1);
    }
  });

  test('steps go on as the run does', () => {
    const order = ['checked', 'recorded', 'absent', 'finishing', 'compared', 'done'] as const;
    const at = order.map((state) => stepNow(run({ state })));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(new Set(at).size).toBe(order.length);
  });

  test('a stopped run stands at the step it was stopped in', () => {
    expect(stepNow(stopped({ kind: 'byUser' }, 'absent'))).toBe(stepNow(run({ state: 'absent' })));
  });

  test('pages have to be opened for what is not recorded, and once more before the comparison', () => {
    expect(pagesToShow(run())).toEqual([]);
    expect(pagesToShow(run({ state: 'checked', recorded: null }))).toEqual(['deals', 'contactCenter']);
    expect(pagesToShow(run({ recorded: { at: NOW, access: true, lines: true, tiles: true, cards: [] } }))).toEqual([
      'deals',
    ]);
    expect(pagesToShow(RUNS.finished ?? run())).toEqual(['deals', 'contactCenter']);
    expect(pagesToShow(run({ state: 'absent' }))).toEqual([]);
  });
});

describe('the word that has to be typed', () => {
  test('is the name, as people see it', () => {
    expect(eraseWord('  Chat   App ', 'ERASE')).toBe('Chat App');
    expect(isEraseWord('chat app', 'Chat App')).toBe(true);
    expect(isEraseWord('Сhаt Арр', 'Chat App')).toBe(true);
    expect(isEraseWord('', 'Chat App')).toBe(false);
    expect(isEraseWord('Chat…', 'Chat App')).toBe(false);
  });

  test('is another one where the name cannot be typed', () => {
    expect(eraseWord('', 'ERASE')).toBe('ERASE');
    expect(eraseWord(' \n ', 'ERASE')).toBe('ERASE');
    expect(eraseWord('x'.repeat(61), 'ERASE')).toBe('ERASE');
  });
});
