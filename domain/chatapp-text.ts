/** The texts of the dashboard about the application: identity, access list, options, accounts, reinstall. */
import type { CodeKind } from './chatapp/access-codes.ts';
import type { ReadingPart, ReadTrouble } from './chatapp/book.ts';
import type { Option, Reach, Unread } from './chatapp/facts.ts';
import type { Verdict } from './chatapp/gates.ts';
import type { Question } from './chatapp/options.ts';
import type { AccountStep, StepState } from './chatapp/personal-steps.ts';
import type { ReinstallMessages } from './chatapp-reinstall-text.ts';
import type { WipeAttempt } from './market/view.ts';

/** Parts of the section, the first is the one without an address. */
export const CHATAPP_TABS = ['state', 'explain', 'options', 'accounts', 'reinstall'] as const;
export type ChatAppTab = (typeof CHATAPP_TABS)[number];

/** The options as ChatApp's own pages call them in English; no other wording of them is known. */
export const OPTION_NAMES: Readonly<Record<Option, string>> = {
  password: 'Require employees to enter a password to access ChatApp Dialog',
  personal: 'Authorize Employees in ChatApp Dialog Using Personal Accounts',
  responsible: 'Allow Only Responsible Open Channel Employees to Start Conversations',
};

export const CHANGE_COLUMNS = ['employee', 'open', 'password', 'account', 'start'] as const;
export type ChangeColumn = (typeof CHANGE_COLUMNS)[number];

export const ENTRY_COLUMNS = ['entry', 'kind', 'employees'] as const;
export type EntryColumn = (typeof ENTRY_COLUMNS)[number];

interface Told {
  title: string;
  text: string;
}

export interface ChatAppMessages {
  title: string;
  lead: string;
  tabs: string;
  tab: Record<ChatAppTab, string>;
  notDone: string;
  notSaved: string;
  saving: string;
  saved: string;
  identity: {
    heading: string;
    known: (name: string) => string;
    knownNameless: string;
    /** What tells an application from others that are called alike. */
    code: (code: string) => string;
    confirmedAt: (time: string) => string;
    another: string;
    ask: Told;
    /** Where only one could be it. */
    askSingle: Told & { none: string };
    nameless: string;
    namelessWhy: string;
    developer: (name: string) => string;
    confirm: string;
    confirmNamed: (name: string) => string;
    noneOfThese: string;
    none: Told;
    noneListed: Told;
    openList: string;
    listedAt: (age: string) => string;
    unpublished: string;
    unconfirmed: string;
  };
  reading: {
    at: (age: string) => string;
    never: string;
    again: string;
    busy: string;
    missing: string;
    unread: string;
    part: Record<ReadingPart, string>;
    /** Why something is not known, and what to do. */
    why: Record<Unread, Told>;
    trouble: Record<ReadTrouble, Told>;
    openPortal: string;
    notWhole: string;
  };
  source: {
    read: (age: string) => string;
    told: (name: string, time: string) => string;
    toldBySomebody: (time: string) => string;
    unknown: (why: string) => string;
  };
  employees: (count: number) => string;
  atLeast: (count: string) => string;
  yes: string;
  no: string;
  access: {
    heading: string;
    everyone: (employees: string) => string;
    everyoneUncounted: string;
    everyoneWarning: string;
    some: (entries: number, employees: string) => string;
    /** While nobody can say how many employees that is. */
    someUncounted: (entries: number) => string;
    administratorsToo: string;
    uncounted: string;
    column: Record<EntryColumn, string>;
    kind: Record<CodeKind | 'administrators', string>;
    cannotCount: string;
    unlisted: string;
    moreEntries: (count: number) => string;
    forNobody: Told;
    dropped: (count: number) => string;
    droppedWhat: string;
    dropsToEveryone: Told;
    length: (characters: number, most: number) => string;
    lengthNear: string;
    lengthTooLong: string;
    lengthAlways: string;
    open: string;
    openWhat: string;
  };
  installation: {
    heading: string;
    state: Record<'finished' | 'unfinished' | 'absent', Told>;
    unknown: Told;
    tell: string;
    tellState: Record<'finished' | 'unfinished', string>;
    openApplication: string;
    presence: Record<'active' | 'absent', (age: string) => string>;
  };
  lines: {
    heading: string;
    none: Told;
    inactive: string;
    connected: string;
    queue: string;
    order: string;
    members: string;
    nobody: string;
    nobodyCounts: string;
    department: (name: string) => string;
    unlistedEmployee: (id: string) => string;
    unlistedDepartment: (id: string) => string;
    /** A department with what lies below it. */
    withBelow: (department: string) => string;
    more: (count: number) => string;
    open: (name: string) => string;
    openShort: string;
  };
  roles: {
    heading: string;
    lead: string;
    none: string;
    column: Record<'role' | 'whom' | 'views' | 'joins', string>;
    reach: Record<Reach, string>;
    notRead: string;
    /** Who looked in the portal can say how far a role reaches. */
    tell: string;
    open: string;
  };
  administrators: {
    heading: string;
    count: (count: number) => string;
    unknown: string;
    exempt: string;
    proof: string;
    more: (count: number) => string;
  };
  lastWipe: {
    heading: string;
    what: (name: string, time: string) => string;
    end: Record<WipeAttempt['end'], string>;
    none: string;
  };
  options: {
    lead: string;
    /** Under whose name an answer is kept. */
    signed: (name: string) => string;
    due: (count: number) => string;
    dueWhy: Record<Question['why'], string>;
    description: Record<Option, string>;
    where: string;
    open: string;
    /** Before the name that ChatApp's own article gives it. */
    inChatApp: string;
    ask: string;
    answer: Record<'on' | 'off' | 'unknown', string>;
    unknownHow: string;
    mayBeReset: string;
    history: string;
    historyEntry: (answer: string, name: string, time: string) => string;
    change: {
      heading: string;
      lead: string;
      option: string;
      name: Record<Option, string>;
      becomes: string;
      line: string;
      anyLine: string;
      already: string;
      unknownNow: string;
      noStaff: string;
      nobody: string;
      count: (count: number, total: number) => string;
      ambiguous: (count: number) => string;
      unread: (count: number) => string;
      alsoUnread: string;
      search: string;
      searchHint: string;
      shown: (shown: number, total: number) => string;
      noneFound: string;
      table: string;
      column: Record<ChangeColumn, string>;
      before: (column: string) => string;
      after: (column: string) => string;
      fromTo: (before: string, after: string) => string;
      verdict: Record<Verdict, string>;
      password: Record<Verdict, string>;
      account: Record<'owner' | 'personal' | 'none' | 'depends' | 'unknown', string>;
    };
  };
  accounts: {
    lead: string;
    heading: string;
    step: Record<AccountStep, Told>;
    state: Record<StepState, string>;
    verify: Record<AccountStep, string>;
    next: string;
    done: string;
    notDone: string;
    withdraw: string;
    doneNamed: (step: string) => string;
    notDoneNamed: (step: string) => string;
    withdrawNamed: (step: string) => string;
    allDone: string;
    worksAsOwner: Told;
    ownAccounts: Told;
    ownerUnknown: Told;
    tooEarly: Told;
    without: {
      heading: string;
      lead: string;
      told: (name: string, time: string) => string;
      untold: string;
      counts: (has: number, hasNot: number, unknown: number) => string;
      search: string;
      searchHint: string;
      chosen: (count: number) => string;
      noneChosen: string;
      nobodyYet: string;
      remove: (name: string) => string;
      moreFound: (count: number) => string;
      noneFound: string;
      noStaff: string;
      save: string;
      saveAll: string;
      reset: string;
      unsaved: string;
    };
  };
  reinstall: ReinstallMessages;
  settings: Told & { guardsOthers: string; guardsOthersHint: string };
}
