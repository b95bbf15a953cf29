/** The texts every language has to supply. */
import type { DaysSource } from './access/record.ts';
import type { Author, DialogStatus } from './dialogs.ts';
import type { FinishReason } from './finish-order.ts';
import type { Source } from './source.ts';
import type { ReadFailure, UnsupportedReason } from './view.ts';

/** One language of the interface. */
export interface Locale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: Messages;
}

/** A trouble in three short steps; `short` fits after a comma. */
export interface Trouble {
  short: string;
  what: string;
  meaning: string;
  /** The meaning while nothing has been read yet, where it differs. */
  meaningUnread?: string;
  next: string;
}

export interface Messages {
  /** How the language writes numbers and times. */
  number: (value: number) => string;
  /** "2 minutes ago", "yesterday", "12 December". */
  age: (at: number, now: number) => string;
  /** "today 14:05", "12 December 14:05". */
  time: (at: number, now: number) => string;
  /** "14:05" today, day and time before that. */
  clock: (at: number, now: number) => string;
  /** "12 December", with the year when it is another one. */
  date: (at: number, now: number) => string;
  /** How long something has held, to follow what holds: "for 5 h", "since yesterday". */
  span: {
    minutes: (count: number) => string;
    hours: (count: number) => string;
    yesterday: string;
    days: (count: number) => string;
    since: (date: string) => string;
  };

  product: {
    name: string;
    independent: string;
    standsAside: string;
    updated: string;
    reload: string;
    dismiss: string;
  };
  chip: {
    /** What the number counts, first words of the accessible name. */
    subject: string;
    off: string;
    single: string;
    reading: string;
    unknown: (why: string) => string;
    stale: (clock: string, why: string) => string;
    assumedLimit: string;
    move: string;
  };
  slots: {
    heading: string;
    roomy: (used: number, max: number) => string;
    near: string;
    full: (max: number) => string;
    over: (used: number, max: number) => string;
    atMost: (used: number, max: number) => string;
    unlimited: (used: number) => string;
    single: string;
    switchedOff: string;
    unread: string;
    count: (used: number, max: number) => string;
    created: (count: number) => string;
    assumedLimit: (max: number) => string;
    atMostWhy: string;
    source: Record<Source, string>;
    /** Source and age on one line. */
    provenance: (source: string, age: string) => string;
  };
  trouble: Record<ReadFailure, Trouble>;
  stale: Trouble;
  unsupported: Record<UnsupportedReason, Trouble>;
  dialogs: {
    heading: string;
    list: string;
    status: Record<DialogStatus, string>;
    mainChat: string;
    mainTitle: string;
    untitled: (chatId: number) => string;
    unread: (count: number) => string;
    unreadSome: string;
    unreadUnknown: string;
    unreadTotal: (dialogs: number, messages: number | null) => string;
    lastActivity: (time: string) => string;
    noActivity: string;
    closed: (count: number) => string;
    showMore: (count: number) => string;
    olderInPortal: (count: number) => string;
    none: string;
    noneHint: string;
    noneOpen: string;
    oneQuestion: string;
    details: (name: string) => string;
    /** Whose turn it is, by who wrote last. */
    turn: Record<Author, string>;
    attention: {
      waiting: (span: string) => string;
      idle: (workingDays: number) => string;
      refused: (age: string) => string;
    };
    ticket: (number: string) => string;
    moreTags: (count: number) => string;
    needYou: (count: number) => string;
    needYouFirst: string;
    usualOrder: string;
  };
  finish: {
    heading: string;
    /** A few words; how long it holds may follow. */
    reason: Record<FinishReason, string>;
  };
  parked: {
    offered: (topic: string) => string;
    offeredUntitled: string;
    waiting: (count: number) => string;
    resting: (count: number, until: string) => string;
    look: string;
  };
  search: {
    label: string;
    hint: string;
    clear: string;
    searching: string;
    found: (count: number) => string;
    /** There may be more than are shown. */
    foundFirst: (count: number) => string;
    none: (query: string) => string;
    noneHint: string;
    failed: string;
  };
  panel: {
    name: (host: string) => string;
    close: string;
    menu: string;
    readAgain: string;
    reading: string;
    why: string;
    whyText: string;
    hideHere: string;
    otherSide: string;
    openedInTab: string;
    openFailed: string;
    readFailed: string;
    newDialog: string;
    prepareQuestion: string;
    /** In place of what would change something. */
    readOnly: string;
    cardInTab: string;
    cardFailed: string;
    requestNowhere: string;
    accessFailed: string;
  };
  /** Access of support in few words, for chip, panel, popup and tooltip; the other words for it are in `access/text.ts`. */
  access: {
    heading: string;
    /** "for 21 days"; an assumed length says so. */
    length: (days: number, isAssumed: boolean) => string;
    request: (length: string) => string;
    /** Without the length. */
    requestShort: string;
    probable: string;
    /** `name` is empty when nobody told it. */
    partner: (name: string) => string;
    partnerActive: (name: string) => string;
    partnerOver: (name: string) => string;
    lookalike: (count: number) => string;
    doNotAnswer: string;
    integrator: (name: string) => string;
    /** `days` of the calendar are left; an assumed end says so. */
    open: (days: number, date: string, isAssumed: boolean) => string;
    openToday: (clock: string, isAssumed: boolean) => string;
    openWithoutEnd: string;
    overdue: (date: string) => string;
    settled: Record<'ended' | 'revoked' | 'declined' | 'unknown', string>;
    waits: (span: string) => string;
    since: (date: string) => string;
    last: (age: string) => string;
    verified: string;
    unverified: string;
    /** Where the length comes from. */
    source: Record<DaysSource, string>;
    ticketClosed: string;
    snoozed: (until: string) => string;
    setAside: string;
    /** Nothing is known to be asked or open; `age` is that of the last look. */
    none: (age: string) => string;
    more: (count: number) => string;
    openRequest: string;
    openMessage: string;
    openRecord: string;
    revoke: string;
    check: string;
    /** What a press on "revoke" and "check" does. */
    opensMessage: string;
    tomorrow: string;
    takeBack: string;
    understood: string;
    all: string;
  };
}
