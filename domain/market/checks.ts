/** What is looked at before somebody uninstalls an application in order to install it again. */
import { isWorking, type WorkingTime } from '../working-time.ts';
import type { AppRecord } from './record.ts';

export type CheckName = 'administrator' | 'published' | 'subscription' | 'workingTime' | 'record';

/** `warn`: better not now. `stop`: this would not end well. `couldNotRead`: look yourself. */
export type CheckResult = 'ok' | 'warn' | 'stop' | 'couldNotRead';

export interface Check {
  name: CheckName;
  result: CheckResult;
}

/** Each null: nobody could read it. */
export interface CheckFacts {
  isAdministrator: boolean | null;
  /** The application is still to be had in the Market. */
  isPublished: boolean | null;
  /** A hint on a page that the portal wants a subscription; a page without one proves nothing. */
  needsSubscription: boolean | null;
  /** The record of how it is now. */
  record: AppRecord | null;
}

/** The checks in the order in which they matter. */
export function checkReinstall(facts: CheckFacts, workingTime: WorkingTime, now: number): Check[] {
  return [
    { name: 'administrator', result: verdict(facts.isAdministrator, 'stop') },
    { name: 'published', result: verdict(facts.isPublished, 'stop') },
    // Only a refusal is ever shown, so "fine" cannot be seen.
    { name: 'subscription', result: facts.needsSubscription ? 'warn' : 'couldNotRead' },
    // Until the application is back, messages of customers arrive nowhere.
    { name: 'workingTime', result: isWorking(workingTime, now) ? 'warn' : 'ok' },
    { name: 'record', result: recordResult(facts.record) },
  ];
}

const verdict = (fact: boolean | null, otherwise: CheckResult): CheckResult =>
  fact === null ? 'couldNotRead' : fact ? 'ok' : otherwise;

/** What is not recorded now cannot be compared afterwards. */
function recordResult(record: AppRecord | null): CheckResult {
  if (!record) return 'couldNotRead';
  const parts = [record.access, record.lines, record.tiles, ...record.tabs.map(({ tabs }) => tabs)];
  return record.tabs.length > 0 && parts.every(({ state }) => state === 'read') ? 'ok' : 'warn';
}

/** The first check that says not to begin. */
export const stoppingCheck = (checks: readonly Check[]): CheckName | null =>
  checks.find(({ result }) => result === 'stop')?.name ?? null;

/** True when the checks say no for another reason than before: who went on in spite of one is not stopped by it again. */
export function saysNewNo(before: readonly Check[], now: readonly Check[]): boolean {
  const check = stoppingCheck(now);
  return check !== null && check !== stoppingCheck(before);
}
