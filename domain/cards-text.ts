/** The texts of the cards; every language has to supply them. Apart from `text.ts`, so that chip and popup stay light. */
import type { Attention } from './attention.ts';
import type { Author } from './dialogs.ts';
import type { FinishReason } from './finish-order.ts';
import type { QuestionPart } from './question-check.ts';
import type { SecretKind } from './secrets.ts';
import type { SnoozeChoice } from './snooze.ts';
import type { PortalFacts, TemplateLanguage } from './templates.ts';

/** One language of the cards. */
export interface CardLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: CardMessages;
}

/** The cards there are; each says why it is seen. */
export type CardKind =
  | 'guard'
  | 'hint'
  | 'composer'
  | 'refused'
  | 'rename'
  | 'draft'
  | 'parkedOffer'
  | 'question'
  | 'dialog';

/** The language a message to support is written in. */
export type DraftLanguage = TemplateLanguage;

/** Whether what was typed is safe. */
export type Saving = 'saved' | 'saving' | 'notSaved';

/** What a small bubble has to say. */
export type HintKind =
  | 'oneQuestion'
  | 'unsure'
  | 'greyUnlimited'
  | 'greyLoading'
  | 'greyNotLoaded'
  | 'greyFull'
  | 'renamed'
  | 'copied'
  | 'openedInTab'
  | 'parked'
  | 'notKept'
  | 'sendNow'
  | 'pressOpenNew'
  | 'findOpenNew'
  /** Beside a card that was open when Latchdesk became read-only. */
  | 'readOnly';

/** Where a prepared text is on its way into the portal's field. */
export type PlacePhase = 'preview' | 'placing' | 'placed' | 'occupied' | 'notReady' | 'failed' | 'overwritten';

/** A short title and the sentence below it. */
export interface Told {
  title: string;
  text: string;
}

export interface CardMessages {
  /** "5 hours", "6 days": the largest unit that says enough. */
  duration: (ms: number) => string;
  /** "a, b and c". */
  list: (items: readonly string[]) => string;
  why: Record<CardKind, string>;
  shell: {
    close: string;
    why: string;
    back: string;
    copy: string;
    copied: string;
    copyFailed: string;
    open: string;
    openNamed: (name: string) => string;
    saving: Record<Saving, string>;
    charactersLeft: (count: number) => string;
    required: string;
    language: string;
    languageName: Record<DraftLanguage, string>;
    secretsUnder: (kinds: string) => string;
    secret: Record<SecretKind, string>;
    onlyPlaced: string;
  };
  words: {
    finish: Record<FinishReason, string>;
    /** The same with how long it holds: "… for 6 days". */
    finishFor: Record<FinishReason, (duration: string) => string>;
    turn: Record<Author, string>;
    turnFor: Record<Author, (duration: string) => string>;
    turnForWorked: Record<Author, (duration: string, worked: string) => string>;
    turnUnknown: string;
    attention: Record<Attention['kind'], (value: string) => string>;
    workingDays: (count: number) => string;
  };
  guard: {
    over: (used: number, max: number) => string;
    overWhy: string;
    atMost: (used: number, max: number) => string;
    near: string;
    nearWhat: string;
    oneQuestion: string;
    openNew: string;
    fullWhat: string;
    fullGrey: string;
    ways: Record<'closeRequest' | 'openRequest' | 'park', Told>;
    continueAnyway: string;
    greyAnyway: string;
    greyProceed: string;
    toFinish: string;
    toFinishMore: (count: number) => string;
    looksFinished: string;
    nothingToFinish: string;
    off: string;
    single: string;
    freed: string;
    freedWhat: string;
    freedMeanwhile: string;
  };
  close: {
    title: string;
    what: string;
    choose: string;
    messageFor: (name: string) => string;
    place: (name: string) => string;
    placing: string;
    placed: string;
    allPlaced: string;
    noneChosen: string;
    nothing: string;
    problem: Record<PlaceProblemKind, (name: string) => string>;
    below: string;
    again: string;
  };
  ask: {
    title: string;
    what: string;
    carrier: string;
    noCarrier: string;
    question: string;
    questionHint: string;
    message: string;
    startOver: string;
  };
  park: {
    title: string;
    what: string;
    topic: string;
    topicHint: string;
    text: string;
    park: string;
    needsText: string;
    noNotify: string;
    parked: string;
    parkedWhat: string;
    parkedOff: string;
    waiting: (count: number) => string;
    done: string;
  };
  override: {
    title: string;
    what: string;
    reason: string;
    reasonHint: string;
    go: string;
  };
  hint: Record<HintKind, Told> & { dismiss: Record<HintKind, string> };
  composer: {
    noSlotNew: (others: number) => string;
    noSlotClosed: (others: number) => string;
    mayNotNew: (others: number) => string;
    mayNotClosed: (others: number) => string;
    titleNoSlot: string;
    titleMayNot: string;
    titleSecret: string;
    titleBoth: string;
    titleTopic: string;
    secretsWhat: string;
    secretFound: (kind: string, excerpt: string) => string;
    secretBefore: (kinds: string) => string;
    secondTopic: string;
    park: string;
    parkTopic: string;
    whichFinished: string;
    dismiss: string;
    sendAnyway: string;
    backToText: string;
    stopped: string;
  };
  refused: {
    title: string;
    what: (name: string, time: string) => string;
    meaning: string;
    text: string;
    noText: string;
    park: string;
    keep: string;
    understood: string;
  };
  rename: {
    title: string;
    why: (title: string) => string;
    field: string;
    useSuggestion: (title: string) => string;
    name: string;
    alias: string;
    aliasWhat: string;
    later: string;
    waiting: string;
    refused: string;
    risky: string;
    tooLong: (max: number) => string;
  };
  draft: {
    title: string;
    forDialog: (name: string) => string;
    noDialog: string;
    what: string;
    text: string;
    put: string;
    below: string;
    again: string;
    empty: string;
    phase: Record<PlacePhase, string>;
  };
  offer: {
    title: (count: number) => string;
    what: string;
    kept: (count: number) => string;
    keptWhat: string;
    untitled: string;
    parkedAt: (time: string) => string;
    use: string;
    useNamed: (title: string) => string;
    later: string;
    inAnHour: string;
    tomorrow: string;
    discard: string;
    discarded: (title: string) => string;
    undo: string;
  };
  question: {
    title: string;
    what: string;
    topic: string;
    part: Record<'steps' | 'expected' | 'actual', string>;
    partHint: Record<'steps' | 'expected' | 'actual', string>;
    screenshot: string;
    screenshotHint: string;
    facts: string;
    fact: Record<keyof PortalFacts, string>;
    noFacts: string;
    preview: string;
    check: string;
    allGood: string;
    missing: Record<QuestionPart, string>;
    tooShort: string;
    severalTopics: string;
    secrets: (kinds: string) => string;
    templates: string;
    useTemplate: string;
    templateNudge: string;
    templateThanks: string;
    put: (name: string) => string;
    park: string;
    copy: string;
    empty: string;
  };
  dialog: {
    alias: string;
    aliasHint: string;
    tags: string;
    tagsHint: string;
    tagLimit: (max: number) => string;
    removeTag: (tag: string) => string;
    tagAdded: (tag: string) => string;
    tagRemoved: (tag: string) => string;
    note: string;
    task: string;
    taskHint: string;
    taskProblem: string;
    openTask: string;
    ticket: string;
    ticketNumber: (number: string) => string;
    ticketOwn: string;
    ticketHint: string;
    copyNumber: string;
    copyLink: string;
    snooze: Record<SnoozeChoice, string>;
    snoozeLabel: string;
    snoozedUntil: (time: string) => string;
    snoozedForGood: string;
    unsnooze: string;
    inPortal: (title: string) => string;
    open: string;
  };
}

export type PlaceProblemKind = 'occupied' | 'notReady' | 'failed';
