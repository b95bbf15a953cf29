import { describe, expect, it } from 'vitest';
import { type UninstallSettings, uninstallAnswer, wipesData } from '../../domain/market/uninstall.ts';
import { uninstallWindow } from './market-records.ts';

const confirmed: UninstallSettings = { confirmedCode: 'vendor.chat', guardsOthers: false };
const unconfirmed: UninstallSettings = { confirmedCode: null, guardsOthers: false };
const both = { shownTick: true, sentTick: true };

describe.each(['new', 'old'] as const)('the guard of the %s window', (generation) => {
  const window = (changes = {}) => uninstallWindow({ generation, ...changes });

  it('lets a press pass while nothing is ticked', () => {
    expect(uninstallAnswer(window(), confirmed)).toEqual({ act: 'pass' });
  });

  it('stops a press while the box is ticked', () => {
    const answer = { act: 'stop', why: 'ticked', application: 'certain' };
    expect(uninstallAnswer(window(both), confirmed)).toEqual(answer);
  });

  it('says so when the tick is left from a try that was cancelled', () => {
    const left = window({ ...both, wasTickedAtOpening: true });
    expect(uninstallAnswer(left, confirmed)).toMatchObject({ act: 'stop', why: 'leftTicked' });
    const taken = window({ wasTickedAtOpening: true });
    expect(uninstallAnswer(taken, confirmed)).toEqual({ act: 'pass' });
  });

  it('warns and stops nothing where it finds no box', () => {
    const answer = { act: 'warn', why: 'boxNotFound', application: 'certain' };
    expect(uninstallAnswer(window({ shownTick: null, sentTick: null }), confirmed)).toEqual(answer);
  });

  it('leaves other applications alone until it is asked to guard them', () => {
    const other = window({ ...both, code: 'other.app', name: 'Telephony' });
    expect(uninstallAnswer(other, confirmed)).toEqual({ act: 'pass' });
    const answer = uninstallAnswer(other, { ...confirmed, guardsOthers: true });
    expect(answer).toEqual({ act: 'stop', why: 'ticked', application: 'other' });
  });

  it('guards what may be the application: a look-alike, one without a name, one that nobody tells', () => {
    const stopped = { act: 'stop', why: 'ticked', application: 'maybe' };
    expect(uninstallAnswer(window(both), unconfirmed)).toEqual(stopped);
    expect(uninstallAnswer(window({ ...both, code: 'x', name: 'ChatApp 2' }), confirmed)).toEqual(stopped);
    expect(uninstallAnswer(window({ ...both, code: 'x', name: 'СhаtАpp' }), confirmed)).toEqual(stopped);
    expect(uninstallAnswer(window({ ...both, code: 'x', name: '' }), unconfirmed)).toEqual(stopped);
    expect(uninstallAnswer(window({ ...both, code: null, name: '' }), confirmed)).toEqual(stopped);
  });

  it('knows a confirmed application by its code whatever its name has become', () => {
    expect(uninstallAnswer(window({ ...both, name: 'New name' }), confirmed)).toMatchObject({ application: 'certain' });
    expect(uninstallAnswer(window({ ...both, code: 'x', name: '' }), confirmed)).toEqual({ act: 'pass' });
  });
});

describe('the old window with a box of an earlier one', () => {
  it('is stopped although the box to be seen is not ticked', () => {
    const stale = uninstallWindow({ generation: 'old', sentTick: true });
    expect(uninstallAnswer(stale, confirmed)).toMatchObject({ act: 'stop', why: 'hiddenTick' });
    expect(wipesData(stale)).toBe(true);
  });

  it('is stopped by a tick that the portal may overlook, and promises nothing', () => {
    const overlooked = uninstallWindow({ generation: 'old', shownTick: true });
    expect(uninstallAnswer(overlooked, confirmed)).toMatchObject({ act: 'stop', why: 'ticked' });
    expect(wipesData(overlooked)).toBeNull();
  });
});

describe('a window of an unknown kind', () => {
  it.each([true, false, null])('is warned of and never stopped, its box being %s', (shownTick) => {
    const unknown = uninstallWindow({ generation: 'unknown', shownTick, sentTick: shownTick });
    const answer = { act: 'warn', why: 'unknownWindow', application: 'certain' };
    expect(uninstallAnswer(unknown, confirmed)).toEqual(answer);
  });

  it('of another application is none of its business', () => {
    const unknown = uninstallWindow({ generation: 'unknown', code: 'x', name: 'Telephony', ...both });
    expect(uninstallAnswer(unknown, confirmed)).toEqual({ act: 'pass' });
  });
});

describe('whether a press wipes', () => {
  it.each([
    ['new', true, true, true],
    ['new', false, false, false],
    ['new', null, null, null],
    ['old', true, true, true],
    ['old', false, false, false],
    ['unknown', true, true, true],
    // Of a window that nobody knows, an empty box proves nothing.
    ['unknown', false, false, null],
  ] as const)('%s window, seen %s, sent %s: %s', (generation, shownTick, sentTick, wipes) => {
    expect(wipesData(uninstallWindow({ generation, shownTick, sentTick }))).toBe(wipes);
  });
});
