import { describe, expect, it } from 'vitest';
import { type CheckFacts, checkReinstall, stoppingCheck } from '../../domain/market/checks.ts';
import { DEFAULT_WORKING_TIME } from '../../domain/working-time.ts';
import { notRead, record } from './market-records.ts';

const zone = { ...DEFAULT_WORKING_TIME, timeZone: 'UTC' };
const friday = (hour: number) => Date.UTC(2026, 10, 20, hour);
const good: CheckFacts = { isAdministrator: true, isPublished: true, needsSubscription: false, record: record() };
const results = (facts: Partial<CheckFacts> = {}, now = friday(20)) =>
  Object.fromEntries(checkReinstall({ ...good, ...facts }, zone, now).map(({ name, result }) => [name, result]));

describe('before a reinstall', () => {
  it('all is well in the evening, but a subscription can never be seen to be fine', () => {
    expect(results()).toEqual({
      ...{ administrator: 'ok', published: 'ok', subscription: 'couldNotRead', workingTime: 'ok', record: 'ok' },
    });
  });

  it('working hours are a warning', () => {
    expect(results({}, friday(11)).workingTime).toBe('warn');
  });

  it('who is no administrator, and what left the Market, stop it', () => {
    const facts = { ...good, isAdministrator: false };
    expect(stoppingCheck(checkReinstall(facts, zone, friday(20)))).toBe('administrator');
    const gone = { ...good, isPublished: false };
    expect(stoppingCheck(checkReinstall(gone, zone, friday(20)))).toBe('published');
    expect(stoppingCheck(checkReinstall(good, zone, friday(11)))).toBeNull();
  });

  it('what nobody could read is neither fine nor a reason to stop', () => {
    const facts = { isAdministrator: null, isPublished: null, needsSubscription: null, record: null };
    expect(results(facts)).toEqual({
      ...{ administrator: 'couldNotRead', published: 'couldNotRead', subscription: 'couldNotRead' },
      ...{ workingTime: 'ok', record: 'couldNotRead' },
    });
  });

  it('a hint that a subscription is wanted is a warning', () => {
    expect(results({ needsSubscription: true }).subscription).toBe('warn');
  });

  it('a record with a hole, or without any card, is a warning', () => {
    expect(results({ record: record({ lines: notRead }) }).record).toBe('warn');
    expect(results({ record: record({ tabs: [] }) }).record).toBe('warn');
    expect(results({ record: record({ tabs: [{ card: 'deal', tabs: notRead }] }) }).record).toBe('warn');
  });
});
