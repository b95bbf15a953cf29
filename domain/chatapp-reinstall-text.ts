/** The texts of the dashboard about a guided reinstall. */
import type { CheckName, CheckResult } from './market/checks.ts';
import type { Change, RecordPart } from './market/compare.ts';
import type { GuideStep } from './market/guide.ts';
import type { NeverRead, NotReadReason, QueueOrder } from './market/record.ts';
import type { FinishSource, InstallRefusal, ReinstallState } from './market/reinstall.ts';

/** States in which there is something to do; the others are ends. */
export type RunStep = Exclude<ReinstallState, 'done' | 'dataWiped' | 'stopped'>;

/** Kinds of differences as they are grouped, what wants somebody first. */
export const DIFFERENCE_KINDS = ['missing', 'changed', 'newId', 'added', 'notCompared', 'neverRead', 'same'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const COMPARISON_COLUMNS = ['part', 'what', 'result', 'before', 'after'] as const;
export type ComparisonColumn = (typeof COMPARISON_COLUMNS)[number];

interface Told {
  title: string;
  text: string;
}

export interface ReinstallMessages {
  lead: string;
  always: { title: string; items: readonly string[] };
  wiped: { title: string; items: readonly string[] };
  stays: { title: string; items: readonly string[] };
  promise: string;
  begin: string;
  beginHint: string;
  needsApp: string;
  steps: string;
  /** The same steps as in the note on the portal's pages. */
  step: Record<GuideStep, string>;
  /** What to do in each state. */
  stepText: Record<RunStep, string>;
  /** The installation is finished, and nothing was compared yet. */
  compareNext: string;
  skipped: string;
  now: string;
  passed: string;
  state: Record<ReinstallState, string>;
  startedAt: (time: string) => string;
  changedAt: (time: string) => string;
  finishedBy: Record<FinishSource, string>;
  press: { kept: string; unknown: string; noEffect: string };
  wipedNow: Told;
  checks: {
    heading: string;
    name: Record<CheckName, string>;
    result: Record<CheckResult, string>;
    todo: Record<CheckName, Record<CheckResult, string>>;
    none: string;
  };
  record: {
    heading: string;
    takenAt: (time: string) => string;
    none: string;
    read: string;
    notRead: string;
    part: Record<'access' | 'lines' | 'tiles' | 'tabs', string>;
    cards: (names: string) => string;
    todo: Record<'access' | 'lines' | 'tiles' | 'tabs', string>;
    open: Record<'access' | 'lines' | 'tiles' | 'tabs', string>;
    why: Record<NotReadReason, string>;
    notKnown: (why: string) => string;
  };
  act: {
    record: string;
    recordAgain: string;
    compare: string;
    compareAgain: string;
    openList: string;
    openDetail: string;
    openApplication: string;
    finish: string;
    finishHint: string;
    stop: string;
    resume: string;
    close: string;
  };
  doing: string;
  notDone: string;
  opened: string;
  stopped: {
    title: string;
    in: (state: string) => string;
    byUser: Told;
    vetoed: Told;
    portalSays: (message: string) => string;
    refusal: Record<InstallRefusal, Told>;
    check: Told;
  };
  compare: {
    heading: string;
    lead: string;
    of: (before: string, after: string) => string;
    none: string;
    allBack: string;
    toMend: (count: number) => string;
    unknown: (count: number) => string;
    refresh: Told;
    group: Record<DifferenceKind, string>;
    part: Record<RecordPart, string>;
    card: Record<'lead' | 'deal' | 'contact' | 'company' | 'quote' | 'order' | 'invoice', string>;
    otherCard: string;
    inCard: (card: string) => string;
    tab: (title: string, card: string) => string;
    newNumber: (before: string, after: string) => string;
    change: Record<
      Exclude<Change, 'everyone' | 'isHidden' | 'isActive' | 'order'>,
      (before: string, after: string) => string
    >;
    hidden: string;
    shown: string;
    activated: string;
    deactivated: string;
    order: Record<QueueOrder, string>;
    orderChanged: (before: string, after: string) => string;
    nowEveryone: string;
    noLongerEveryone: string;
    accessList: string;
    inQueue: (who: string, line: string) => string;
    notCompared: Record<'before' | 'after' | 'both', (part: string, why: string) => string>;
    never: Record<NeverRead, Told>;
    column: Record<ComparisonColumn, string>;
    print: string;
    printed: (host: string, time: string) => string;
  };
  earlier: {
    heading: string;
    none: string;
    entry: (state: string, started: string, changed: string) => string;
    showDetails: string;
  };
}
