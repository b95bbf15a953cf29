/** Requests and accesses in every state that a page speaks of, for the tests of banner, panel, popup and register. */
import type { RequestCopy } from '../../../domain/access/record.ts';
import { ENDING_FOR } from '../../../domain/access/record.ts';
import type {
  AccessItem,
  BannerKind,
  GrantView,
  IntegratorView,
  LookalikeView,
  PartnerView,
} from '../../../domain/access/view.ts';
import { DAY, HOUR, NOW } from '../samples.ts';

export const copy = (changes: Partial<RequestCopy> = {}): RequestCopy => ({
  carrier: 'message',
  messageId: 501,
  chatId: 7,
  dialogId: '6',
  sentAt: NOW - 2 * HOUR,
  keyboard: 'answers',
  answers: ['allow', 'deny'],
  ...changes,
});

const common = {
  id: '7:501',
  origin: 'detected',
  copies: [copy()],
  sender: { kind: 'support', id: '6', name: 'Поддержка Битрикс24', isVerified: true },
  confidence: 0.9,
  because: ['accessCommand', 'senderVerified', 'textAsksForAccess'],
  asksForPassword: false,
  namesOutsideAddress: false,
  requestedAt: NOW - 2 * HOUR,
  answeredAt: null,
  answeredBy: null,
  answerer: '',
  ticket: '',
  dialog: null,
  reason: '',
  isReasonAsked: false,
  snoozedUntil: 0,
  setAsideAt: null,
  changedAt: NOW - 2 * HOUR,
  dialogName: '',
} as const;

export const grant = (changes: Partial<GrantView> = {}): GrantView => ({
  ...common,
  kind: 'vendor',
  state: 'pending',
  banner: 'request',
  days: 21,
  daysSource: 'parsed',
  unbelievedDays: null,
  startsAt: null,
  endsAt: null,
  endedAt: null,
  ticketClosedAt: null,
  ...changes,
});

/** An access that was granted and ends so long after now. */
export const running = (left: number, changes: Partial<GrantView> = {}): GrantView =>
  grant({
    state: left <= 0 ? 'overdue' : left <= ENDING_FOR ? 'ending' : 'granted',
    banner: left <= 0 ? 'overdue' : left <= ENDING_FOR ? 'ending' : null,
    copies: [copy({ keyboard: 'revoke', answers: null })],
    answeredAt: NOW + left - 21 * DAY,
    answeredBy: 'here',
    answerer: 'Анна Белова',
    isReasonAsked: true,
    startsAt: NOW + left - 21 * DAY,
    endsAt: NOW + left,
    requestedAt: NOW + left - 21 * DAY - HOUR,
    ticket: '4711',
    ...changes,
  });

export const partner = (changes: Partial<PartnerView> = {}): PartnerView => ({
  ...common,
  kind: 'partner',
  state: 'pending',
  banner: 'partner',
  because: ['partnerCommand', 'senderVerified'],
  partnerName: 'Вектор',
  startsAt: null,
  endedAt: null,
  ...changes,
});

export const lookalike = (changes: Partial<LookalikeView> = {}): LookalikeView => ({
  ...common,
  kind: 'lookalike',
  state: 'warned',
  banner: 'lookalike',
  sender: { kind: 'bot', id: '44', name: 'Поддержкa Битрикс24', isVerified: false },
  because: ['accessCommand', 'senderUnverified', 'senderIsApplication', 'nameImitates', 'mixedLetters'],
  asksForPassword: true,
  namesOutsideAddress: true,
  count: 1,
  lastAt: NOW - HOUR,
  ...changes,
});

export const integrator = (changes: Partial<IntegratorView> = {}): IntegratorView => ({
  ...common,
  id: '5c1d0b6e-8a2f-4f5b-9e57-0a5d9a1f7c33',
  origin: 'entered',
  copies: [],
  because: [],
  kind: 'integrator',
  state: 'present',
  banner: null,
  sender: { kind: 'person', id: '88', name: 'Олег Петров', isVerified: false },
  userId: '88',
  since: NOW - 190 * DAY,
  isSinceKnown: false,
  reviewedAt: NOW - 190 * DAY,
  endedAt: null,
  ...changes,
});

const answeredHere = { answeredAt: NOW - 60_000, answeredBy: 'here', answerer: 'Анна Белова' } as const;
const answeredThere = { answeredAt: NOW - 60_000, answeredBy: 'elsewhere' } as const;
const linked = { dialog: { chatId: 2, source: 'onlyOpen' }, dialogName: 'Телефония' } as const;
const running21 = {
  state: 'granted',
  startsAt: NOW - 60_000,
  endsAt: NOW - 60_000 + 21 * DAY,
  copies: [copy({ keyboard: 'revoke', answers: null })],
} as const;
const silent = { copies: [copy({ keyboard: 'none', answers: null })] } as const;

/** Everything that a page can say in its banner, by name. */
export const BANNERS: Record<string, AccessItem> = {
  request: grant({ ...linked, dialog: { chatId: 2, source: 'ticket' }, ticket: '4711' }),
  'request, length assumed, nothing linked': grant({ daysSource: 'preset' }),
  'request, a length nobody should believe': grant({ daysSource: 'preset', unbelievedDays: 400, ...linked }),
  'request, asks for a password': grant({ asksForPassword: true, namesOutsideAddress: true }),
  'request, buttons unknown': grant({ copies: [copy({ answers: null })], days: 3, daysSource: 'entered' }),
  'request of the assistant': grant({
    sender: { kind: 'assistant', id: '12', name: 'Марта', isVerified: true },
    copies: [copy(), copy({ messageId: 88, chatId: 12, dialogId: '12' })],
    days: 1,
  }),
  probable: grant({
    state: 'seen',
    banner: 'probable',
    confidence: 0.6,
    because: ['senderVerified', 'unknownCommands', 'textAsksForAccess'],
    copies: [copy({ keyboard: 'other', answers: null })],
  }),
  'probable partner': partner({ state: 'seen', banner: 'probable', partnerName: '' }),
  'probable, a notice': grant({
    state: 'seen',
    banner: 'probable',
    because: ['confirmNotification', 'textAsksForAccess'],
    sender: { kind: 'notice', id: '', name: '', isVerified: false },
    copies: [copy({ carrier: 'notification', dialogId: 'notify', keyboard: 'other', answers: null })],
  }),
  partner: partner(),
  'partner without a name': partner({ partnerName: '', state: 'seen' }),
  lookalike: lookalike(),
  'lookalike, many': lookalike({
    count: 500,
    sender: { kind: 'person', id: '3', name: 'Игорь Смирнов', isVerified: false },
    because: ['textAsksForAccess', 'senderIsPerson'],
    asksForPassword: false,
    namesOutsideAddress: false,
  }),
  ending: running(3 * DAY - HOUR, linked),
  'ending today': running(HOUR, { daysSource: 'preset' }),
  'ending, entered by hand': running(DAY, { origin: 'entered', copies: [], daysSource: 'entered' }),
  overdue: running(-2 * DAY, { daysSource: 'preset' }),
  'overdue, buttons gone': running(-40 * DAY, { copies: [copy({ keyboard: 'gone', answers: null })] }),
  ticketClosed: running(12 * DAY, { banner: 'ticketClosed', ticketClosedAt: NOW - HOUR, ...linked }),
  'answered, granted': grant({ ...running21, ...answeredHere, banner: 'answered', ...linked }),
  'answered, declined': grant({ ...silent, ...answeredHere, state: 'declined', banner: 'answered' }),
  'answered, partner active': partner({ ...answeredHere, state: 'active', banner: 'answered', startsAt: NOW - 60_000 }),
  'answered, partner declined': partner({ ...silent, ...answeredHere, state: 'declined', banner: 'answered' }),
  'answered elsewhere, granted': grant({ ...running21, ...answeredThere, banner: 'answeredElsewhere' }),
  'answered elsewhere, declined': grant({
    ...silent,
    ...answeredThere,
    state: 'declined',
    banner: 'answeredElsewhere',
  }),
  'answered elsewhere, partner': partner({
    ...silent,
    ...answeredThere,
    state: 'declined',
    banner: 'answeredElsewhere',
  }),
  'unclear, an access that ran': running(5 * DAY, {
    ...silent,
    state: 'unknown',
    banner: 'unclear',
    answeredBy: 'here',
  }),
  unclear: grant({ ...silent, ...answeredThere, state: 'unknown', banner: 'unclear' }),
  'unclear, partner': partner({ ...silent, ...answeredThere, state: 'unknown', banner: 'unclear' }),
};

export const overdueItem = running(-5 * DAY, { id: '7:400' });
export const warningItem = lookalike({ id: '7:300' });

/** Everything that a banner can be about. */
export const KINDS: readonly BannerKind[] = [
  'lookalike',
  'request',
  'probable',
  'partner',
  'overdue',
  'ticketClosed',
  'ending',
  'unclear',
  'answered',
  'answeredElsewhere',
];
