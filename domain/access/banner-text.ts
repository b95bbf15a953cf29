/** What only the access banner says; every language has to supply it. Apart from `text.ts`, which others need as well. */
import type { SnoozeChoice } from '../snooze.ts';
import type { BannerKind } from './view.ts';

/** One language of the banner. */
export interface BannerLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: BannerMessages;
}

/** How a check of a request came out; each has a word and a sign beside its colour. */
export type CheckState = 'ok' | 'warning' | 'unknown';

/** Where a request stands. */
export type PlaceKind = 'main' | 'assistant' | 'notifier' | 'notice' | 'other';

/** What became of the wish to open a request. */
export type Opened = 'opening' | 'inPage' | 'inChat' | 'inTab' | 'nowhere' | 'failed';

/** What was put off or away a moment ago and can be taken back. */
export type PutAway = 'snoozed' | 'setAside';

export interface BannerMessages {
  /** Name of the banner for screen readers. */
  name: string;
  /** Sign of the folded banner; `title` is what it would say. */
  folded: (title: string) => string;
  fold: string;
  details: string;
  less: string;
  more: (count: number) => string;
  moreList: string;
  dismiss: string;
  why: string;
  whyText: string;
  becauseTitle: string;
  independent: string;
  hideHere: string;
  dialog: { main: string; untitled: (chatId: number) => string };

  /** The quiet line below a title. */
  note: {
    doNotAnswer: string;
    supportKnows: string;
    closed: (age: string) => string;
    until: (date: string, isAssumed: boolean) => string;
    noEnd: string;
    answered: (age: string) => string;
  };
  answered: Record<'granted' | 'declined' | 'partnerActive' | 'partnerDeclined', string>;

  button: {
    open: string;
    openMessage: string;
    revoke: string;
    understood: string;
    later: string;
    remind: string;
    keep: string;
    stillOpen: string;
    isOver: string;
    notMine: string;
    isOne: string;
    isNone: string;
    ended: string;
    extended: string;
    giveReason: string;
    tellHow: string;
    granted: string;
    declined: string;
    unknown: string;
    save: string;
    skip: string;
    undo: string;
  };
  opened: Record<Exclude<Opened, 'opening'>, string>;
  /** In place of the quiet line, once the message is on show. */
  openedNote: Record<'answer' | 'revoke' | 'chat', string>;
  notSaved: string;
  /** In place of what would change something. */
  readOnly: string;
  putAway: Record<PutAway, string>;
  snoozed: (time: string) => string;
  later: Record<Exclude<SnoozeChoice, 'untilUnsnoozed'>, string>;

  fact: Record<'who' | 'where' | 'about' | 'since' | 'length' | 'clock' | 'answered' | 'count', string>;
  place: Record<PlaceKind, (name: string) => string>;
  onlyMain: string;
  noMessage: string;
  since: (time: string, age: string) => string;
  lastOne: (count: number, age: string) => string;

  /** What the two answers mean, one beside the other. */
  answers: {
    title: string;
    agree: string;
    refuse: string;
    agreeWhat: string;
    refuseWhat: string;
    partnerAgreeWhat: string;
    partnerRefuseWhat: string;
  };
  rules: {
    noAccessByDefault: string;
    anyTime: string;
    tellsItself: string;
    yours: string;
    partnerNoAccount: string;
    partnerNoEnd: string;
  };

  check: {
    title: string;
    state: Record<CheckState, string>;
    ticket: {
      number: (ticket: string) => string;
      dialog: (name: string) => string;
      guess: (name: string) => string;
      none: string;
      noDialogs: string;
      choose: string;
      nothingChosen: string;
    };
    sender: Record<CheckState, string>;
    password: Record<CheckState, string>;
    address: Record<CheckState, string>;
  };

  lookalike: { what: string; real: string; ask: string };
  probable: { what: string; ask: string };
  ticketClosed: string;
  elsewhere: string;
  unclear: { what: string; ask: string; endWhat: string };
  revoke: { title: string; steps: readonly string[]; noMessage: string };
  extend: {
    label: string;
    hint: string;
    days: (count: number) => string;
    save: string;
    problem: (max: number) => string;
  };
  reason: {
    grantedLabel: string;
    declinedLabel: string;
    hint: string;
    ticket: string;
    dialog: string;
    noDialog: string;
  };

  mark: {
    answer: string;
    unsure: string;
    revoke: string;
    message: string;
    allow: string;
    deny: string;
  };
}

/** Kinds for which somebody has to answer a request. */
export const ASKS: ReadonlySet<BannerKind> = new Set(['request', 'probable', 'partner']);

/** Kinds that are about the end of an access. */
export const ENDS: ReadonlySet<BannerKind> = new Set(['ending', 'overdue', 'ticketClosed']);
