/** The texts of the cards about applications; every language has to supply them. */
import type { CheckName, CheckResult } from './market/checks.ts';
import type { GuideAdvice, GuidePlace, GuideStep, StepMark } from './market/guide.ts';
import type { InstallRefusal } from './market/reinstall.ts';
import type { UninstallAnswer } from './market/uninstall.ts';
import type { WipeAttempt } from './market/view.ts';

/** The cards there are; each says why it is seen, and can be hidden on a portal. */
export type MarketCard = 'uninstallGuard' | 'marketNote';

/** Why a press was stopped. */
export type StopWhy = Extract<UninstallAnswer, { act: 'stop' }>['why'];
/** Why Latchdesk stands aside in a window. */
export type WarnWhy = Extract<UninstallAnswer, { act: 'warn' }>['why'];

/** A wish that did not come true. */
export type NoteFailure = 'notOpened' | 'notBegun' | 'notTold' | 'notRecorded';

/** Types of cards that have a name in every language. */
export type NamedCard = 'deal' | 'lead' | 'contact' | 'company' | 'other';

/** One language of these cards. */
export interface MarketLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: MarketMessages;
}

export interface MarketMessages {
  product: string;
  independent: string;
  /** "2 minutes ago", "yesterday", "12 December". */
  age: (at: number, now: number) => string;
  shell: {
    why: string;
    close: string;
    hideHere: string;
    updated: string;
    reload: string;
  };
  why: Record<MarketCard, string>;
  /** What it means not to see the card any more. */
  hideMeans: Record<MarketCard, string>;
  guard: GuardTexts;
  warning: {
    title: Record<WarnWhy, string>;
    text: string;
    dismiss: string;
  };
  note: NoteTexts;
  identity: {
    question: string;
    text: (age: string) => string;
    /** Before the code of an application that has no name. */
    nameless: string;
    code: (code: string) => string;
    confirm: string;
    none: string;
    /** Where only one could be it. */
    single: { question: string; text: (age: string) => string; confirm: string; none: string };
  };
  access: AccessTexts;
  guide: GuideTexts;
}

export interface GuardTexts {
  /** `others`: of an application that is certainly not ChatApp. */
  title: Record<'chatApp' | 'others', string>;
  about: Record<'certain' | 'maybe' | 'other', (name: string) => string>;
  aboutNameless: string;
  why: Record<StopWhy, string>;
  nothingYet: string;
  goneTitle: string;
  gone: readonly string[];
  goneAlwaysTitle: string;
  goneAlways: readonly string[];
  goneAlwaysMeans: string;
  untick: string;
  untickMeans: Record<StopWhy, string>;
  back: string;
  insist: {
    show: string;
    label: (word: string) => string;
    word: string;
    means: string;
    confirm: string;
  };
}

export interface NoteTexts {
  /** In place of what would change something. */
  readOnly: string;
  /** Name of the note for screen readers. */
  name: string;
  more: string;
  less: string;
  fold: string;
  unfold: (line: string) => string;
  absent: (name: string) => string;
  absentText: (age: string) => string;
  openPage: string;
  lastWipe: Record<WipeAttempt['end'], (age: string) => string>;
  openAccess: string;
  reinstall: string;
  whyCannot: string;
  /** While a wish waits for its answer. */
  busy: string;
  failure: Record<NoteFailure, string>;
}

export interface AccessTexts {
  everyone: (employees: number) => string;
  everyoneAtLeast: (employees: number) => string;
  everyoneUncounted: string;
  some: (entries: number, employees: number) => string;
  someAtLeast: (entries: number, employees: number) => string;
  someUncounted: (entries: number) => string;
  nobody: (entries: number) => string;
  notRead: string;
  notReadText: string;
  /** Source and age. */
  read: (age: string) => string;
  everyoneMeans: string;
  administrators: string;
  length: Record<'near' | 'tooLong', string>;
  drops: Record<'some' | 'everyone', string>;
}

export interface GuideTexts {
  title: (name: string) => string;
  titleNameless: string;
  line: (step: number, of: number, name: string) => string;
  stoppedLine: string;
  wipedLine: string;
  resultLine: string;
  step: Record<GuideStep, string>;
  mark: Record<StepMark, string>;
  stepsName: string;
  /** What is folded away: steps, checks that are in order, what an uninstallation takes. */
  more: string;
  now: string;
  advice: Record<GuideAdvice, string>;
  open: Record<GuidePlace, string>;
  checksTitle: string;
  check: Record<CheckName, Record<CheckResult, string>>;
  partsMissing: string;
  partsTitle: (age: string) => string;
  part: Record<'access' | 'lines' | 'tiles' | 'tabs', Record<'read' | 'missing', string>>;
  /** Which cards the recorded tabs are from. */
  tabsOf: (cards: string) => string;
  card: Record<NamedCard, string>;
  list: (items: readonly string[]) => string;
  removes: string;
  restores: string;
  wipe: Record<'no' | 'unknown', string>;
  noEffect: string;
  recordNow: string;
  recordAgain: string;
  compareNow: string;
  compareAgain: string;
  finished: string;
  finishedMeans: string;
  stop: string;
  resume: string;
  close: string;
  dashboard: string;
  stopped: {
    byUser: string;
    vetoed: string;
    check: Record<CheckName, string>;
    refusal: Record<InstallRefusal, string>;
    portalSays: string;
  };
  result: {
    fine: string;
    same: (count: number) => string;
    newId: (count: number) => string;
    changed: (count: number) => string;
    missing: (count: number) => string;
    added: (count: number) => string;
    notCompared: (count: number) => string;
    notSeen: string;
    tryOut: string;
    refresh: string;
  };
}
