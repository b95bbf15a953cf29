/** The texts of the dashboard; every language has to supply them. Apart from `text.ts`, so that other surfaces stay light. */

import type { ChatAppMessages } from './chatapp-text.ts';
import type { DraftKind } from './drafts.ts';
import type { ExplainerMessages } from './explainer-text.ts';
import type { HealthMessages } from './health-text.ts';
import type { AccessJournalKind, AppJournalKind, JournalKind, RuleJournalKind } from './journal.ts';
import type { OverviewMessages } from './overview-text.ts';
import type { PortalsMessages } from './portals-text.ts';
import type { PrivacyMessages } from './privacy-text.ts';
import type { RegisterMessages } from './register-text.ts';
import type { HideableCard } from './settings.ts';
import type { AllPortalsMessages } from './settings-text.ts';
import type { StartMessages } from './start-text.ts';

/** One language of the dashboard. */
export interface DashboardLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: DashboardMessages;
}

/** The sections as the rail lists them. */
export const RAIL_SECTIONS = [
  'overview',
  'dialogs',
  'access',
  'chatapp',
  'report',
  'drafts',
  'rules',
  'journal',
  'portals',
  'settings',
  'health',
  'privacy',
] as const;
export type RailSection = (typeof RAIL_SECTIONS)[number];
/** `start`, the first steps, is reached by its address and from other sections. */
export const SECTIONS = [...RAIL_SECTIONS, 'start'] as const;
export type Section = (typeof SECTIONS)[number];

/** Columns of the table of dialogs. */
export const DIALOG_COLUMNS = ['name', 'status', 'turn', 'attention', 'ticket', 'tags', 'task', 'activity'] as const;
export type DialogColumn = (typeof DIALOG_COLUMNS)[number];

/** Columns of exported dialogs beside those of the table. */
export type ExportColumn = DialogColumn | 'title' | 'turnSince' | 'note' | 'link';

export const PERIODS = ['thisMonth', 'lastMonth', 'days30', 'days90', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

export const TOPIC_COLUMNS = [
  'topic',
  'status',
  'ticket',
  'began',
  'reply',
  'replyWorking',
  'duration',
  'closed',
] as const;
export type TopicColumn = (typeof TOPIC_COLUMNS)[number];

export const TOTALS = [
  'topics',
  'opened',
  'closed',
  'medianFirstReplyMs',
  'medianFirstReplyWorkingMs',
  'medianDurationMs',
  'overrides',
  'refused',
] as const;
export type TotalName = (typeof TOTALS)[number];

/** Entries of the journal that belong together. */
export const JOURNAL_GROUPS = [
  'slots',
  'dialogs',
  'messages',
  'drafts',
  'overrides',
  'access',
  'applications',
  'portal',
  'rules',
] as const;
export type JournalGroup = (typeof JOURNAL_GROUPS)[number];

/** Whether the browser lets Latchdesk show notifications. */
export type NotificationState = 'allowed' | 'notAsked' | 'refused' | 'failed';

/** What is wrong with a setting. */
export type SettingProblem = 'waitingHours' | 'idleDays' | 'timeZone' | 'hours' | 'time' | 'noDays';

/** A short title and what it means. */
interface Told {
  title: string;
  text: string;
}

export interface DashboardMessages {
  /** "2 h 15 min", "3 d 4 h": the two largest units. */
  span: (ms: number) => string;
  /** "12 December 2025". */
  date: (at: number) => string;
  /** "12 Dec", for the axis of a chart. */
  shortDate: (at: number) => string;
  percent: (share: number) => string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  weekday: (day: number) => string;
  weekdayLong: (day: number) => string;
  rail: { name: string; section: Record<Section, string> };
  /** What holds for every section. */
  frame: { readOnly: Record<'user' | 'managed', string>; stale: (clock: string) => string; find: string };
  portal: {
    label: string;
    option: (name: string, userId: string) => string;
    /** A portal with a name of the user's. */
    named: (label: string, host: string) => string;
  };
  overview: OverviewMessages;
  portals: PortalsMessages;
  start: StartMessages;
  allPortals: AllPortalsMessages;
  state: { loading: string; failed: Told; retry: string; refreshFailed: string };
  table: {
    arrows: string;
    sortBy: string;
    portalOrder: string;
    ascending: string;
    descending: string;
    sortedBy: (column: string) => string;
  };
  file: { csv: string; json: string; preparing: string; failed: string };
  dialogs: {
    lead: (count: number) => string;
    shown: (shown: number, total: number) => string;
    loadingRest: string;
    search: string;
    searchHint: string;
    searching: string;
    searchFailed: string;
    firstFound: (count: number) => string;
    status: string;
    anyStatus: string;
    notClosed: string;
    tag: string;
    anyTag: string;
    column: Record<ExportColumn, string>;
    turn: { me: string; support: string; unknown: string };
    attention: { waiting: string; idle: string; refused: string };
    task: string;
    none: Told;
    noneFound: Told;
    clear: string;
    details: (name: string) => string;
    closeDetails: string;
    gone: string;
    openedInTab: string;
    openFailed: string;
    open: string;
  };
  register: RegisterMessages;
  chatapp: ChatAppMessages;
  explainer: ExplainerMessages;
  health: HealthMessages;
  privacy: PrivacyMessages;
  report: {
    lead: string;
    periodLabel: string;
    period: Record<PeriodName, string>;
    from: string;
    until: string;
    /** A column of lengths in whole minutes. */
    minutes: (column: string) => string;
    datesProblem: string;
    span: (from: string, until: string) => string;
    seenSince: (date: string) => string;
    seenSinceInside: (date: string) => string;
    notSeen: Told;
    nothing: Told;
    totals: string;
    total: Record<TotalName, string>;
    totalHint: Partial<Record<TotalName, string>>;
    unknown: string;
    unknownWhy: string;
    atLimit: string;
    atLimitValue: (share: string, time: string) => string;
    atLimitNever: string;
    atLimitUnknown: string;
    topics: string;
    column: Record<TopicColumn, string>;
    partly: string;
    partlyWhy: string;
    goesOn: string;
    charts: string;
    slots: string;
    slotsUsed: string;
    slotsLimit: string;
    slotsSummary: (most: number, steps: number) => string;
    slotsSummaryLimit: (max: number) => string;
    weeks: string;
    weeksTopics: string;
    weekOf: (date: string) => string;
    weeksSummary: (weeks: number, most: number) => string;
    weeksLeftOut: (count: number) => string;
    replies: string;
    repliesHours: string;
    repliesSummary: (count: number, shortest: string, longest: string) => string;
    noData: string;
    asTable: string;
    when: string;
    print: string;
  };
  settings: {
    workingTime: Told;
    weekdays: string;
    from: string;
    until: string;
    timeZone: string;
    timeZoneHint: (own: string) => string;
    holidays: Told;
    chooseFile: string;
    fileFound: (holidays: number, workdays: number) => string;
    fileNothing: string;
    fileUnreadable: string;
    refusedLines: (count: number) => string;
    line: (line: number) => string;
    linesMore: (count: number) => string;
    take: string;
    takeOver: string;
    add: string;
    leave: string;
    taken: string;
    takeFailed: string;
    removeAll: string;
    removed: string;
    undo: string;
    noHolidays: string;
    holidayList: (count: number) => string;
    workdayList: (count: number) => string;
    warnings: Told;
    waitingHours: string;
    waitingHoursHint: string;
    idleDays: string;
    idleDaysHint: string;
    secrets: string;
    secretsHint: string;
    cards: Told;
    /** What each card that comes by itself is about. */
    card: Record<HideableCard, string>;
    notifications: Told;
    notification: Record<NotificationState, string>;
    allow: string;
    problem: Record<SettingProblem, string>;
  };
  drafts: {
    lead: string;
    kind: Record<DraftKind, string>;
    state: { written: string; waiting: string; offered: string };
    untitled: string;
    changed: (time: string) => string;
    snoozed: (time: string) => string;
    showText: string;
    discard: string;
    discardNamed: (name: string) => string;
    discarded: (name: string) => string;
    undo: string;
    restore: string;
    restoreNamed: (name: string) => string;
    restored: (name: string) => string;
    failed: string;
    gone: string;
    kept: string;
    keptWhy: string;
    none: Told;
  };
  journal: {
    lead: string;
    group: Record<JournalGroup, string>;
    groupLabel: string;
    anyGroup: string;
    time: string;
    event: string;
    /** A dialog that the portal no longer lists. */
    unnamed: (chatId: number) => string;
    kind: string;
    count: (shown: number) => string;
    /** Beside the count, while older entries are on their way. */
    loadingOlder: string;
    entry: Record<
      Exclude<
        JournalKind,
        'slots.counted' | 'guard.overridden' | 'dialog.renamed' | AccessJournalKind | AppJournalKind | RuleJournalKind
      >,
      (name: string) => string
    >;
    access: Record<AccessJournalKind, string>;
    signedOut: string;
    /** What a rule has written down. */
    noted: (rule: string, text: string) => string;
    /** `name` of the application, empty where it is not known. */
    application: Record<AppJournalKind, (name: string) => string>;
    renamed: (name: string, title: string) => string;
    slots: (used: number, max: number | null) => string;
    overridden: (reason: string, used: number | null, max: number | null) => string;
    none: Told;
    noneOfGroup: Told;
  };
}

const MINUTE = 60_000;
const UNITS = [
  ['day', 1_440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** The two largest units of a length of time, short; what is more than nothing is at least a minute. */
export function formatSpan(language: string, ms: number): string {
  let left = ms <= 0 ? 0 : Math.max(1, Math.round(ms / MINUTE));
  const parts: string[] = [];
  let isFirstFound = false;
  for (const [index, [unit, minutes]] of UNITS.entries()) {
    const isLast = isFirstFound || index === UNITS.length - 1;
    const value = Math.floor(left / minutes);
    left -= value * minutes;
    if (value > 0 || (isLast && parts.length === 0)) {
      parts.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value));
    }
    if (isLast) break;
    isFirstFound = value > 0;
  }
  return parts.join(' ');
}

/** A Monday, to name the days of the week from. */
const MONDAY = Date.UTC(2024, 0, 1, 12);

/** The name of an ISO weekday. */
export const formatWeekday = (language: string, day: number, weekday: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(MONDAY + (day - 1) * 1_440 * MINUTE);
