import { describe, expect, it } from 'vitest';
import { createActor, type Snapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { Check } from '../../domain/market/checks.ts';
import type { AppRecord } from '../../domain/market/record.ts';
import {
  isOpenRun,
  newRun,
  REINSTALL_STATES,
  type ReinstallEvent,
  type ReinstallRun,
  wipeOf,
} from '../../domain/market/reinstall.ts';
import { appReinstall, reinstallAfter } from '../../machines/app-reinstall.ts';
import { notRead, read, record, recordAfterwards, TAKEN_AT, tab } from '../domain/market-records.ts';

const MINUTE = 60_000;
/** Minutes after the record was taken. */
const at = (minutes: number) => TAKEN_AT + minutes * MINUTE;

const taken = (changes: Partial<AppRecord> = {}): ReinstallEvent => ({ type: 'record.taken', record: record(changes) });
const takenAfterwards = (changes: Partial<AppRecord> = {}): ReinstallEvent => ({
  type: 'record.taken',
  record: recordAfterwards(changes),
});
const pressed = (minutes: number, wipes: boolean | null = false): ReinstallEvent => ({
  ...{ type: 'uninstall.pressed', wipes, at: at(minutes) },
});
const seen = (presence: 'active' | 'absent', minutes: number, shownSince = minutes): ReinstallEvent => ({
  ...{ type: 'application.seen', presence, shownSince: at(shownSince), at: at(minutes) },
});
const installSeen = (minutes: number): ReinstallEvent => ({ type: 'install.seen', at: at(minutes) });
const installRefused = (minutes: number): ReinstallEvent => ({
  ...{ type: 'install.refused', refusal: 'subscription', message: 'Pay first', at: at(minutes) },
});
const vetoed = (minutes: number): ReinstallEvent => ({ type: 'uninstall.refused', message: 'No', at: at(minutes) });
const finished: ReinstallEvent = { type: 'finish.seen', by: 'user', at: at(50) };
const closed: ReinstallEvent = { type: 'comparison.closed', at: at(70) };
const stopped: ReinstallEvent = { type: 'run.stopped', at: at(71) };
const resumed: ReinstallEvent = { type: 'run.resumed', at: at(72) };
const checks = (result: Check['result']): ReinstallEvent => ({
  ...{ type: 'checks.told', checks: [{ name: 'administrator', result }], at: at(0) },
});

const START = newRun('run', 'vendor.chat', at(-10));

/** Every event meets the run as the database would give it back. */
const runAfter = (...events: ReinstallEvent[]): ReinstallRun =>
  events.reduce<ReinstallRun>((run, event) => reinstallAfter(JSON.parse(JSON.stringify(run)), event, at(100)), START);

const UNINSTALLED = [taken(), pressed(1), seen('absent', 2)];
const INSTALLED = [...UNINSTALLED, installSeen(3), seen('active', 4)];

describe('a reinstall that goes well', () => {
  it('is recognised step by step from what pages show', () => {
    const events = [checks('ok'), ...INSTALLED, takenAfterwards(), closed];
    const states = events.map((_, index) => runAfter(...events.slice(0, index + 1)).state);
    expect(states).toEqual([
      ...['checked', 'recorded', 'uninstalling', 'absent', 'installing', 'finishing', 'compared', 'done'],
    ]);
    const done = runAfter(...events);
    expect(done).toMatchObject({ before: { takenAt: TAKEN_AT }, finishedBy: 'tabs', changedAt: at(100) });
    expect(done.after?.tabs).toEqual(recordAfterwards().tabs);
    expect(wipeOf(done)).toBe('no');
    expect(isOpenRun(done)).toBe(false);
  });

  it('survives steps that nobody saw', () => {
    expect(runAfter(taken(), seen('absent', 2)).state).toBe('absent');
    expect(runAfter(seen('absent', 2)).state).toBe('absent');
    expect(runAfter(...UNINSTALLED, seen('active', 4)).state).toBe('finishing');
    expect(wipeOf(runAfter(taken(), seen('absent', 2)))).toBe('unknown');
    expect(wipeOf(runAfter(taken()))).toBeNull();
  });

  it('keeps the last record before the press, and the last one after the end', () => {
    const twice = runAfter(taken(), taken({ name: 'Second' }), pressed(1), taken({ name: 'Too late' }));
    expect(twice.before?.name).toBe('Second');
    const compared = runAfter(...INSTALLED, takenAfterwards(), takenAfterwards({ tiles: notRead }));
    expect(compared.after?.tiles).toEqual(notRead);
  });
});

describe('what a page shows', () => {
  it('counts only when it was drawn after the present state began', () => {
    // A list that was open before the press still shows the application.
    expect(runAfter(taken(), pressed(5), seen('active', 6, 4)).state).toBe('uninstalling');
    expect(runAfter(...UNINSTALLED, seen('active', 6, 1)).state).toBe('absent');
    expect(runAfter(...INSTALLED, seen('absent', 6, 3)).state).toBe('finishing');
    expect(runAfter(taken(), seen('absent', 5, -5)).state).toBe('recorded');
    expect(runAfter(...UNINSTALLED, installSeen(10), seen('absent', 12, 5)).state).toBe('installing');
  });

  it('takes a press back that had no effect', () => {
    const run = runAfter(taken(), pressed(1), seen('active', 3, 2));
    expect(run).toMatchObject({ state: 'recorded', press: { hadNoEffect: true } });
    expect(runAfter(pressed(1), seen('active', 3, 2)).state).toBe('checked');
  });

  it('leads back when the window for installing was left, or it was uninstalled again', () => {
    expect(runAfter(...UNINSTALLED, installSeen(3), seen('absent', 5, 4)).state).toBe('absent');
    const again = runAfter(...INSTALLED, finished, seen('absent', 6, 5));
    expect(again).toMatchObject({ state: 'absent', finishedBy: null, after: null });
    expect(runAfter(...INSTALLED, takenAfterwards(), pressed(80)).state).toBe('uninstalling');
    expect(runAfter(...INSTALLED, takenAfterwards(), seen('absent', 80))).toMatchObject({
      state: 'absent',
      after: null,
    });
  });
});

describe('the end of an installation', () => {
  it('is not proven by tabs with the numbers from before: that card was open all the time', () => {
    const run = runAfter(...INSTALLED, taken());
    expect(run).toMatchObject({ state: 'finishing', after: null, finishedBy: null });
  });

  it('is not proven by a record without tabs', () => {
    expect(runAfter(...INSTALLED, takenAfterwards({ tabs: [] })).state).toBe('finishing');
    expect(runAfter(...INSTALLED, takenAfterwards({ tabs: [{ card: 'deal', tabs: notRead }] })).state).toBe(
      'finishing',
    );
    expect(runAfter(...INSTALLED, takenAfterwards({ tabs: [{ card: 'deal', tabs: read([]) }] })).state).toBe(
      'finishing',
    );
  });

  it('is not proven by tabs when nobody knows their old numbers', () => {
    const blind = runAfter(taken({ tabs: [] }), pressed(1), seen('absent', 2), seen('active', 4), takenAfterwards());
    expect(blind.state).toBe('finishing');
  });

  it('is told by a person, then any record is compared', () => {
    const run = runAfter(...INSTALLED, finished, takenAfterwards({ tabs: [] }));
    expect(run).toMatchObject({ state: 'compared', finishedBy: 'user' });
  });

  it('is proven by one new tab', () => {
    const one = { tabs: [{ card: 'deal', tabs: read([tab(40, 'ChatApp'), tab(72, 'ChatApp Dialog')]) }] };
    expect(runAfter(...INSTALLED, takenAfterwards(one))).toMatchObject({ state: 'compared', finishedBy: 'tabs' });
  });
});

describe('a wipe', () => {
  it('is told once the application is gone', () => {
    const run = runAfter(taken(), pressed(1, true));
    expect(run.state).toBe('uninstalling');
    const wiped = reinstallAfter(run, seen('absent', 2), at(100));
    expect(wiped.state).toBe('dataWiped');
    expect(wipeOf(wiped)).toBe('yes');
    expect(isOpenRun(wiped)).toBe(false);
  });

  it('is not told when the portal refused', () => {
    const vetoedRun = runAfter(taken(), pressed(1, true), vetoed(2));
    expect(vetoedRun).toMatchObject({ state: 'stopped', press: null });
    expect(runAfter(taken(), pressed(1, true), vetoed(2), pressed(3), seen('absent', 4)).state).toBe('absent');
  });

  it('is not undone by a second press without the tick', () => {
    expect(runAfter(taken(), pressed(1, true), pressed(2), seen('absent', 3)).state).toBe('dataWiped');
    const unsure = runAfter(taken(), pressed(1, null), pressed(2), seen('absent', 3));
    expect(unsure.state).toBe('absent');
    expect(wipeOf(runAfter(taken(), pressed(1), pressed(2), seen('absent', 3)))).toBe('no');
    expect(wipeOf(unsure)).toBe('unknown');
  });

  it('that had no effect is forgotten with the next press, and not before', () => {
    const noEffect = [taken(), pressed(1, true), seen('active', 3, 2)];
    expect(runAfter(...noEffect, pressed(4), seen('absent', 5)).state).toBe('absent');
    // The page may have been drawn a moment before the portal was done.
    expect(runAfter(...noEffect, seen('absent', 5)).state).toBe('dataWiped');
  });

  it('of an earlier time says nothing of a later one', () => {
    expect(wipeOf(runAfter(...INSTALLED))).toBe('no');
    expect(wipeOf(runAfter(...INSTALLED, seen('absent', 6)))).toBe('unknown');
    const unsure = [taken(), pressed(1, null), seen('absent', 2), seen('active', 4)];
    expect(wipeOf(runAfter(...unsure, pressed(5), seen('absent', 6)))).toBe('no');
    // It went after all, by a press that nobody saw or by the one that seemed to do nothing.
    expect(wipeOf(runAfter(taken(), pressed(1), seen('active', 3), seen('absent', 5)))).toBe('unknown');
  });

  it('still takes a record to show what is left', () => {
    const run = runAfter(taken(), pressed(1, true), seen('absent', 2), takenAfterwards());
    expect(run).toMatchObject({ state: 'dataWiped', after: { takenAt: recordAfterwards().takenAt } });
  });
});

describe('a stop', () => {
  it('by a check ends when the check is fine, or a person goes on', () => {
    const run = runAfter(checks('stop'));
    expect(run).toMatchObject({ state: 'stopped', stop: { kind: 'check', check: 'administrator' } });
    expect(runAfter(checks('stop'), checks('stop')).state).toBe('stopped');
    expect(runAfter(checks('stop'), checks('ok'))).toMatchObject({ state: 'checked', stop: null });
    expect(runAfter(checks('stop'), resumed)).toMatchObject({ state: 'checked', stoppedIn: null });
    expect(runAfter(checks('warn')).state).toBe('checked');
  });

  it('by a check after the record leads back to the record', () => {
    expect(runAfter(taken(), checks('stop'))).toMatchObject({ state: 'stopped', stoppedIn: 'recorded' });
    expect(runAfter(taken(), checks('stop'), checks('ok')).state).toBe('recorded');
    expect(runAfter(taken(), checks('warn')).checks).toMatchObject([{ result: 'warn' }]);
  });

  it('by a check that a person went on in spite of is not repeated', () => {
    expect(runAfter(checks('stop'), resumed, checks('stop')).state).toBe('checked');
    expect(runAfter(checks('stop'), resumed, checks('ok'), checks('stop')).state).toBe('stopped');
  });

  it('by a veto keeps the words, and goes on with the next press or when it is gone all the same', () => {
    const run = runAfter(taken(), pressed(1), vetoed(2));
    expect(run).toMatchObject({ state: 'stopped', stop: { kind: 'vetoed', message: 'No' } });
    expect(runAfter(taken(), pressed(1), vetoed(2), resumed).state).toBe('recorded');
    expect(runAfter(taken(), pressed(1), vetoed(2), pressed(3)).state).toBe('uninstalling');
    expect(runAfter(taken(), pressed(1), vetoed(2), seen('absent', 4)).state).toBe('absent');
    expect(runAfter(taken(), pressed(1), vetoed(2), seen('active', 4)).state).toBe('stopped');
    // Updating opens the same window as installing.
    expect(runAfter(taken(), pressed(1), vetoed(2), installSeen(3)).state).toBe('stopped');
  });

  it('by a refused installation says why, and goes on when it is tried again or there', () => {
    const refused = [...UNINSTALLED, installSeen(3), installRefused(4)];
    expect(runAfter(...refused)).toMatchObject({
      state: 'stopped',
      stop: { kind: 'installRefused', refusal: 'subscription', message: 'Pay first' },
    });
    expect(runAfter(...UNINSTALLED, installRefused(4)).state).toBe('stopped');
    expect(runAfter(...refused, installSeen(5)).state).toBe('installing');
    expect(runAfter(...refused, seen('active', 6))).toMatchObject({ state: 'finishing', stop: null });
    expect(runAfter(...refused, resumed)).toMatchObject({ state: 'absent', stop: null });
  });

  it('by a person is ended by a person only', () => {
    const run = runAfter(...UNINSTALLED, installSeen(3), stopped);
    expect(run).toMatchObject({ state: 'stopped', stop: { kind: 'byUser' }, stoppedIn: 'installing' });
    for (const event of [seen('active', 90), seen('absent', 90), installSeen(90), pressed(90), checks('ok')]) {
      expect(reinstallAfter(run, event, at(100))).toBe(run);
    }
    expect(reinstallAfter(run, resumed, at(100))).toMatchObject({ state: 'installing', stop: null });
    expect(runAfter(stopped, checks('ok')).state).toBe('stopped');
  });

  it('has no effect on what is over', () => {
    const done = runAfter(...INSTALLED, takenAfterwards(), closed);
    for (const event of [stopped, pressed(90), seen('absent', 90), takenAfterwards()]) {
      expect(reinstallAfter(done, event, at(101))).toBe(done);
    }
  });
});

describe('the chart', () => {
  const events: ReinstallEvent[] = [
    ...[checks('stop'), checks('ok'), taken(), takenAfterwards(), pressed(1), pressed(1, true), vetoed(2)],
    ...[seen('active', 3, 1000), seen('absent', 3, 1000), installSeen(3), installRefused(4), finished],
    ...[closed, stopped, resumed],
  ];
  const paths = getShortestPaths(appReinstall, { events, limit: 50_000 });

  it('reaches every state of its drawing', () => {
    expect([...new Set(paths.map(({ state }) => state.value))].sort()).toEqual([...REINSTALL_STATES].sort());
  });

  it('behaves the same after it was stored and restored, in every reachable state', () => {
    for (const { state } of paths) {
      const stored = JSON.parse(JSON.stringify(createActor(appReinstall, { snapshot: state }).getPersistedSnapshot()));
      for (const event of events) {
        const [before, restored] = [state as Snapshot<unknown>, stored].map((snapshot) => {
          const actor = createActor(appReinstall, { snapshot }).start();
          actor.send(event);
          const { value, context } = actor.getSnapshot();
          return { value, context };
        });
        expect(restored).toEqual(before);
      }
    }
  });

  it('always knows why it stands still', () => {
    for (const { state } of paths) {
      expect(state.context.stop !== null).toBe(state.value === 'stopped');
      expect(state.context.stoppedIn !== null).toBe(state.value === 'stopped');
    }
  });
});
