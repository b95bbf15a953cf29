/** Cards in every state, for the tests of the cards. */
import type { ComposerWarningProps } from '../../../components/cards/ComposerWarning.tsx';
import type { DialogCardProps } from '../../../components/cards/DialogCard.tsx';
import type { DraftPreviewProps } from '../../../components/cards/DraftPreview.tsx';
import type { GuardCardProps, GuardDialog } from '../../../components/cards/guard-props.ts';
import type { ParkedOfferProps } from '../../../components/cards/ParkedOffer.tsx';
import type { QuestionCardProps } from '../../../components/cards/question-props.ts';
import type { RefusedCardProps } from '../../../components/cards/RefusedCard.tsx';
import type { RenameNudgeProps } from '../../../components/cards/RenameNudge.tsx';
import type { HintKind, PlacePhase } from '../../../domain/cards-text.ts';
import type { FinishReason } from '../../../domain/finish-order.ts';
import type { GuardAnswer, GuardState } from '../../../domain/guard.ts';
import { emptyNote } from '../../../domain/notes.ts';
import { DAY, dialog, HOUR, MINUTE, NOW, portal } from '../samples.ts';

export const nothing = () => undefined;
export const copies = () => Promise.resolve(true);

export const REASONS: readonly FinishReason[] = [
  'closedUnread',
  'answeredIdle',
  'waitingForMe',
  'idle',
  'oldSession',
  'lastWordMine',
  'unknownTurn',
];

const NAMES = [
  'Вопрос в поддержку - №812',
  'Не приходят письма из воронки «Продажи»',
  'Webhook answers 403',
  'Перенос сделок между воронками и ещё очень длинное название, которое не помещается в одну строку',
  'Телефония',
  'Invoice template',
  'Битрикс24.Диск',
];

export const toFinish: readonly GuardDialog[] = REASONS.map((reason, index) => ({
  chatId: index + 1,
  dialogId: `chat${index + 1}`,
  name: NAMES[index] ?? '',
  reason,
  since: reason === 'unknownTurn' ? null : NOW - (index + 1) * DAY - 5 * HOUR,
  looksFinished: reason === 'answeredIdle' || reason === 'idle',
}));

const CLOSE_TEXT = {
  ru: 'Здравствуйте. Вопрос решён, закройте, пожалуйста, этот диалог. Спасибо.',
  en: 'Hello. The question is resolved, please close this dialog. Thank you.',
};

export function guard(changes: Partial<GuardCardProps> = {}): GuardCardProps {
  return {
    state: 'fullCard',
    answer: 'full',
    slots: portal({ used: 5 }).slots,
    now: NOW,
    toFinish,
    isGrey: false,
    parkedTopic: '',
    parkedText: '',
    saving: 'saved',
    canNotify: true,
    secretKinds: [],
    waiting: 1,
    closeTexts: Object.fromEntries(toFinish.map(({ chatId }) => [chatId, CLOSE_TEXT])),
    languageOf: { 3: 'en' },
    placed: [],
    placing: null,
    problem: null,
    carriers: toFinish.slice(1, 4).map(({ chatId, name }) => ({ chatId, name })),
    carrier: 3,
    question: '',
    askTexts: {
      ru: 'Здравствуйте. Все мои диалоги ещё нужны, а есть новый вопрос. Откройте, пожалуйста, новый диалог.',
      en: 'Hello. I still need all my dialogs and have a new question. Please open a new dialog.',
    },
    onProceed: nothing,
    onWay: nothing,
    onBack: nothing,
    onClose: nothing,
    onOpenDialog: nothing,
    onParkChange: nothing,
    onPark: nothing,
    onOverride: nothing,
    onPlace: nothing,
    onQuestionChange: nothing,
    onCopy: copies,
    ...changes,
  };
}

const of = (used: number, answer: GuardAnswer, state: GuardState) => ({ slots: portal({ used }).slots, answer, state });
const off = portal({ used: 0, limit: { kind: 'off' } }).slots;
const single = portal({ used: 1, limit: { kind: 'single' } }).slots;
const TEXT = 'Письма из воронки не уходят с прошлого вторника.\nПроверили почтовый ящик, квоту и роботов 🤖.';

export const GUARDS: Record<string, GuardCardProps> = {
  near: guard(of(4, 'near', 'nearCard')),
  'near, grey button': guard({ ...of(4, 'near', 'nearCard'), isGrey: true, toFinish: [] }),
  full: guard(),
  'full, grey button': guard({ isGrey: true, toFinish: toFinish.slice(0, 1) }),
  'full, nothing to finish': guard({ toFinish: [] }),
  over: guard(of(6, 'over', 'fullCard')),
  'over by two, large limit': guard({
    slots: portal({ used: 42, limit: { kind: 'count', max: 40 } }).slots,
    answer: 'over',
  }),
  'at most': guard({ slots: portal({ used: 5, slots: { atMost: true } }).slots }),
  off: guard({ state: 'offCard', answer: 'off', slots: off }),
  'off, grey button': guard({ state: 'offCard', answer: 'off', slots: off, isGrey: true }),
  single: guard({ state: 'singleCard', answer: 'single', slots: single }),
  freed: guard(of(4, 'near', 'freedCard')),
  'close, nothing placed': guard({ state: 'draftClose' }),
  'close, one placed, one occupied': guard({
    state: 'draftClose',
    placed: [2],
    problem: { chatId: 4, kind: 'occupied' },
  }),
  'close, placing': guard({ state: 'draftClose', placing: 2 }),
  'close, all placed': guard({ state: 'draftClose', placed: [2, 4] }),
  'close, nothing to close': guard({ state: 'draftClose', toFinish: [] }),
  'ask support': guard({ state: 'draftAskSupport', question: 'Не уходят письма', secretKinds: ['password', 'token'] }),
  'ask support, placed': guard({ state: 'draftAskSupport', placed: [3] }),
  'ask support, not ready': guard({ state: 'draftAskSupport', problem: { chatId: 3, kind: 'notReady' } }),
  'ask support, nobody carries': guard({ state: 'draftAskSupport', carriers: [], carrier: null }),
  parking: guard({ state: 'parking', parkedTopic: 'Письма из воронки', parkedText: TEXT }),
  'parking, not saved': guard({
    state: 'parking',
    answer: 'near',
    parkedText: TEXT,
    saving: 'notSaved',
    canNotify: false,
    secretKinds: ['webhook'],
  }),
  parked: guard({ state: 'parked', waiting: 3, canNotify: false }),
  'parked, off': guard({ state: 'parked', answer: 'off' }),
  overriding: guard({ state: 'overriding' }),
  'overriding, grey button': guard({ state: 'overriding', isGrey: true }),
};

const composer = (changes: Partial<ComposerWarningProps>): ComposerWarningProps => ({
  phase: 'before',
  noSlot: null,
  secrets: [],
  isSecondTopic: false,
  onPark: nothing,
  onWhichFinished: nothing,
  onDismiss: nothing,
  onSendAnyway: nothing,
  onBack: nothing,
  ...changes,
});
const noSlot = { status: 'new', others: 5, atMost: false } as const;
const secrets = [
  { kind: 'password', excerpt: 'Qw••••' },
  { kind: 'webhook', excerpt: 'ab••••' },
] as const;

export const COMPOSERS: Record<string, ComposerWarningProps> = {
  'before, no slot': composer({ noSlot }),
  'before, closed': composer({ noSlot: { status: 'close', others: 1, atMost: false } }),
  'before, at most': composer({ noSlot: { ...noSlot, atMost: true } }),
  'before, closed at most': composer({ noSlot: { status: 'close', others: 5, atMost: true } }),
  'before, secret': composer({ secrets }),
  'before, second topic': composer({ isSecondTopic: true }),
  'before, everything': composer({ noSlot, secrets, isSecondTopic: true }),
  'confirm, no slot': composer({ phase: 'confirm', noSlot }),
  'confirm, secret': composer({ phase: 'confirm', secrets }),
  'confirm, both': composer({ phase: 'confirm', noSlot, secrets, isSecondTopic: true }),
};

export const HINTS: readonly HintKind[] = [
  'oneQuestion',
  'unsure',
  'greyUnlimited',
  'greyLoading',
  'greyNotLoaded',
  'renamed',
  'copied',
  'openedInTab',
  'parked',
  'notKept',
  'sendNow',
  'pressOpenNew',
  'findOpenNew',
  'readOnly',
];

const refused: RefusedCardProps = {
  dialogName: 'Телефония',
  since: NOW - 3 * MINUTE,
  now: NOW,
  text: TEXT,
  onPark: nothing,
  onKeep: nothing,
  onCopy: copies,
  onClose: nothing,
};
export const REFUSED: Record<string, RefusedCardProps> = {
  'with its text': refused,
  'without its text': { ...refused, text: null },
};

export const rename = (changes: Partial<RenameNudgeProps> = {}): RenameNudgeProps => ({
  title: 'Вопрос в поддержку - №812',
  suggestion: 'Письма из воронки не уходят',
  value: 'Письма',
  phase: 'idle',
  isRisky: false,
  onChange: nothing,
  onName: nothing,
  onAlias: nothing,
  onLater: nothing,
  ...changes,
});
export const RENAMES: Record<string, RenameNudgeProps> = {
  idle: rename(),
  empty: rename({ value: '', suggestion: '' }),
  waiting: rename({ phase: 'waiting' }),
  refused: rename({ phase: 'refused' }),
  risky: rename({ isRisky: true }),
};

const PHASES: readonly PlacePhase[] = ['preview', 'placing', 'placed', 'occupied', 'notReady', 'failed', 'overwritten'];
export const draft = (changes: Partial<DraftPreviewProps> = {}): DraftPreviewProps => ({
  draftTitle: '',
  text: TEXT,
  dialogName: 'Телефония',
  phase: 'preview',
  saving: 'saved',
  secretKinds: [],
  onChange: nothing,
  onPlace: nothing,
  onCopy: copies,
  onClose: nothing,
  ...changes,
});
export const DRAFTS: Record<string, DraftPreviewProps> = {
  ...Object.fromEntries(PHASES.map((phase) => [phase, draft({ phase })])),
  'without a dialog': draft({ dialogName: null, draftTitle: 'Закрыть диалог', secretKinds: ['key'], saving: 'saving' }),
};

const offered = (id: string, title: string) => ({
  id,
  title,
  text: TEXT,
  parkedAt: NOW - 2 * DAY,
  isDiscarded: false,
});
export const offer = (changes: Partial<ParkedOfferProps> = {}): ParkedOfferProps => ({
  questions: [offered('a', 'Письма из воронки')],
  now: NOW,
  isFree: true,
  onUse: nothing,
  onLater: nothing,
  onDiscard: nothing,
  onUndo: nothing,
  onClose: nothing,
  ...changes,
});
export const OFFERS: Record<string, ParkedOfferProps> = {
  one: offer(),
  three: offer({
    questions: [
      { ...offered('a', 'Письма из воронки'), isDiscarded: true },
      offered('b', ''),
      { ...offered('c', 'Invoice'), text: '' },
    ],
  }),
};

export const question = (changes: Partial<QuestionCardProps> = {}): QuestionCardProps => ({
  form: {
    topic: 'Письма из воронки',
    steps: '1. Открыл сделку\n2. Нажал «Отправить»',
    expected: '',
    actual: 'Ошибка 403',
    hasScreenshot: true,
  },
  facts: [
    { fact: 'address', value: 'https://demo.bitrix24.ru', isIncluded: true },
    { fact: 'browser', value: 'Chrome 143', isIncluded: false },
  ],
  preview: 'Письма из воронки\n\n1. Открыл сделку\n2. Нажал «Отправить»\n\nОшибка 403',
  language: 'ru',
  check: { missing: ['expected'], topics: 1, looksLikeSecondTopic: false, tooShort: false },
  secretKinds: [],
  saving: 'saved',
  target: { name: 'Телефония' },
  templates: [{ id: 'close', label: 'Просьба закрыть', text: CLOSE_TEXT.ru }],
  onChange: nothing,
  onFact: nothing,
  onLanguage: nothing,
  onTemplate: nothing,
  onPlace: nothing,
  onPark: nothing,
  onCopy: copies,
  onClose: nothing,
  ...changes,
});
export const QUESTIONS: Record<string, QuestionCardProps> = {
  half: question(),
  good: question({ check: { missing: [], topics: 1, looksLikeSecondTopic: false, tooShort: false } }),
  'empty, without a dialog': question({
    form: { topic: '', steps: '', expected: '', actual: '', hasScreenshot: false },
    preview: '',
    facts: [],
    target: null,
    templates: [],
    secretKinds: ['card', 'cookie'],
    check: {
      missing: ['topic', 'steps', 'expected', 'actual', 'screenshot'],
      topics: 2,
      looksLikeSecondTopic: true,
      tooShort: true,
    },
  }),
};

export const details = (changes: Partial<DialogCardProps> = {}): DialogCardProps => ({
  dialog: dialog(2, { ticket: '7712045' }),
  note: {
    ...emptyNote(2),
    alias: 'Письма',
    tags: ['почта', 'CRM', 'очень длинная метка на сорок знаков ровно'],
    text: TEXT,
    taskUrl: 'https://demo.bitrix24.ru/company/personal/user/1/tasks/task/view/15/',
  },
  now: NOW,
  turn: { author: 'support', since: NOW - 5 * HOUR, worked: 2 * HOUR },
  attention: { kind: 'waiting', since: NOW - 5 * HOUR, worked: 2 * HOUR },
  hasTaskProblem: false,
  link: 'https://demo.bitrix24.ru/online/?IM_DIALOG=chat2',
  saving: 'saved',
  onChange: nothing,
  onSnooze: nothing,
  onUnsnooze: nothing,
  onOpenDialog: nothing,
  onCopy: copies,
  onClose: nothing,
  ...changes,
});
export const DIALOGS: Record<string, DialogCardProps> = {
  full: details(),
  bare: details({
    dialog: dialog(3, { status: 'new', title: null, ticket: null }),
    note: emptyNote(3),
    turn: null,
    attention: null,
  }),
  snoozed: details({ note: { ...emptyNote(2), snoozedUntil: NOW + DAY, ticket: '55' }, attention: null }),
  'snoozed for good': details({ note: { ...emptyNote(2), snoozedUntil: Number.MAX_SAFE_INTEGER }, attention: null }),
  'with a wrong task': details({
    note: { ...emptyNote(2), taskUrl: 'задача 15' },
    hasTaskProblem: true,
    saving: 'notSaved',
    attention: { kind: 'idle', since: NOW - 6 * DAY, days: 4 },
    turn: { author: 'me', since: NOW - 6 * DAY, worked: null },
  }),
  refused: details({ attention: { kind: 'refused', since: NOW - 3 * MINUTE } }),
};
