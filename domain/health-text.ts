/** The texts of the dashboard's section about health. */
import type { DatabaseTrouble } from './database-trouble.ts';
import type { StepId } from './health/self-test.ts';
import type { Absence, HealthSource, SourceFailure } from './health/sources.ts';
import type { SourceState } from './health/view.ts';

/** A short title and what it means. */
interface Told {
  title: string;
  text: string;
}

/** What happened, and what to do. */
interface Failed {
  what: string;
  next: string;
}

/** How a portal's sources are taken together. */
export type HealthVerdict = 'unread' | 'fine' | 'odd' | 'broken';

export interface HealthMessages {
  lead: (host: string) => string;
  lookAgain: string;
  noPortal: Told;
  /** "420 ms", "1.2 s". */
  duration: (ms: number) => string;
  verdict: Record<Exclude<HealthVerdict, 'broken'>, Told>;
  broken: (count: number) => string;
  brokenNamed: (names: string) => string;
  brokenText: string;
  database: Record<DatabaseTrouble, Told>;
  sources: {
    heading: string;
    text: string;
    column: { source: string; state: string; told: string; error: string; malformed: string };
    /** What it is called, and what is shown from it. */
    source: Record<HealthSource, { name: string; feeds: string }>;
    state: Record<SourceState, string>;
    legend: string;
    means: Record<SourceState, string>;
    absence: Record<Absence, string>;
    failure: Record<SourceFailure, Failed>;
    brokenSince: (time: string, times: number) => string;
    /** Time and age on one line. */
    toldAt: (time: string, age: string) => string;
    never: string;
    noError: string;
    errorAt: (age: string) => string;
    /** The error was before the source worked again. */
    errorPast: (age: string) => string;
    code: (code: string) => string;
    noMalformed: string;
  };
  counts: {
    heading: string;
    text: string;
    since: (time: string) => string;
    notCounted: string;
    none: Told;
    column: { name: string; count: string; first: string; last: string };
    clear: string;
    clearing: string;
    cleared: string;
    clearFailed: string;
  };
  selfTest: {
    heading: string;
    text: (requests: number) => string;
    begin: string;
    again: string;
    beginFailed: string;
    never: string;
    startedAt: (time: string) => string;
    step: Record<StepId, { name: string; does: string }>;
    requests: (count: number) => string;
    result: { passed: string; absent: string; notNeeded: string; failed: string; skipped: string };
    underWay: string;
    waits: string;
    absentMeans: Record<Absence, string>;
    notNeededMeans: string;
    skippedMeans: (step: string) => string;
    took: (duration: string) => string;
    progress: (done: number, total: number) => string;
    passed: Told;
    failed: (count: number) => string;
    failedText: string;
    interrupted: Told;
  };
  diagnostics: {
    heading: string;
    text: string;
    without: string;
    prepare: string;
    preparing: string;
    label: string;
    copy: string;
    failed: string;
  };
}
