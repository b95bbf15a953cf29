/** Records of access in every state, and a history, for the tests of the register. */
import type {
  GrantRecord,
  HistoryEntry,
  IntegratorRecord,
  LookalikeRecord,
  PartnerRecord,
  SignIns,
} from '../../../domain/access/record.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { DAY, HOUR, NOW } from '../samples.ts';

type Row<T> = T & { dialogName: string };

const common = (id: string) => ({
  id,
  origin: 'detected' as const,
  copies: [
    {
      carrier: 'message' as const,
      messageId: 1204,
      chatId: 9,
      dialogId: '7',
      sentAt: NOW - 10 * DAY,
      keyboard: 'revoke' as const,
      answers: null,
    },
  ],
  sender: { kind: 'support' as const, id: '7', name: 'Поддержка Битрикс24', isVerified: true },
  confidence: 0.9,
  because: ['accessCommand' as const, 'senderVerified' as const],
  asksForPassword: false,
  namesOutsideAddress: false,
  requestedAt: NOW - 10 * DAY,
  answeredAt: null,
  answeredBy: null,
  answerer: '',
  ticket: '',
  dialog: null,
  reason: '',
  isReasonAsked: false,
  snoozedUntil: 0,
  setAsideAt: null,
  told: [],
  changedAt: NOW - HOUR,
  dialogName: '',
});

/** A grant of 21 days that was given nine days and 20 hours ago. */
export const grant = (changes: Partial<Row<GrantRecord>> = {}): Row<GrantRecord> => ({
  ...common('9:1204'),
  kind: 'vendor',
  state: 'granted',
  days: 21,
  daysSource: 'parsed',
  unbelievedDays: null,
  startsAt: NOW - 10 * DAY + 4 * HOUR,
  endsAt: NOW + 11 * DAY + 4 * HOUR,
  endedAt: null,
  ticketClosedAt: null,
  signIns: null,
  answeredAt: NOW - 10 * DAY + 4 * HOUR,
  answeredBy: 'here',
  answerer: 'Анна Смирнова',
  ticket: '22910417',
  dialog: { chatId: 2, source: 'ticket' },
  dialogName: 'Не печатаются чеки на складе',
  reason: 'Посмотреть настройки кассы',
  ...changes,
});

/** A request that waits since yesterday. */
export const request = (changes: Partial<Row<GrantRecord>> = {}): Row<GrantRecord> =>
  grant({
    id: '9:1300',
    state: 'pending',
    startsAt: null,
    endsAt: null,
    answeredAt: null,
    answeredBy: null,
    answerer: '',
    reason: '',
    requestedAt: NOW - 26 * HOUR,
    ...changes,
  });

export const partner = (changes: Partial<Row<PartnerRecord>> = {}): Row<PartnerRecord> => ({
  ...common('9:1400'),
  kind: 'partner',
  state: 'active',
  partnerName: 'ООО Внедрение и сопровождение',
  answeredAt: NOW - 40 * DAY,
  answeredBy: 'elsewhere',
  requestedAt: NOW - 41 * DAY,
  startsAt: NOW - 40 * DAY,
  endedAt: null,
  ...changes,
});

export const lookalike = (changes: Partial<Row<LookalikeRecord>> = {}): Row<LookalikeRecord> => ({
  ...common('15:1501'),
  kind: 'lookalike',
  state: 'warned',
  sender: { kind: 'bot', id: '88', name: 'Поддержка Битрикс24', isVerified: false },
  because: ['senderIsApplication', 'nameImitates', 'textAsksForAccess'],
  asksForPassword: true,
  namesOutsideAddress: true,
  requestedAt: NOW - 3 * DAY,
  count: 12,
  lastAt: NOW - 2 * HOUR,
  ...changes,
});

export const integrator = (changes: Partial<Row<IntegratorRecord>> = {}): Row<IntegratorRecord> => ({
  ...common('integrator:31'),
  kind: 'integrator',
  state: 'present',
  copies: [],
  because: [],
  sender: { kind: 'person', id: '31', name: 'Пётр Иванов', isVerified: false },
  requestedAt: NOW - 200 * DAY,
  userId: '31',
  since: NOW - 400 * DAY,
  isSinceKnown: true,
  reviewedAt: NOW - 47 * DAY,
  endedAt: null,
  ...changes,
});

/** One record of every state. */
export const REGISTER: RegisterRow[] = [
  lookalike(),
  request(),
  request({
    id: '9:1301',
    state: 'seen',
    daysSource: 'preset',
    unbelievedDays: 400,
    ticket: '',
    dialog: null,
    dialogName: '',
    sender: { kind: 'assistant', id: '5', name: 'Марта', isVerified: true },
    because: ['textAsksForAccess', 'unknownCommands'],
    snoozedUntil: NOW + 3 * HOUR,
  }),
  grant({
    id: '9:1100',
    state: 'overdue',
    requestedAt: NOW - 25 * DAY,
    startsAt: NOW - 24 * DAY,
    endsAt: NOW - 3 * DAY,
    answeredAt: NOW - 24 * DAY,
    answeredBy: 'elsewhere',
    answerer: '',
  }),
  grant({
    id: '7f0c0f60-0000-4000-8000-000000000001',
    origin: 'entered',
    copies: [],
    because: [],
    state: 'ending',
    days: 7,
    daysSource: 'entered',
    requestedAt: NOW - 5 * DAY,
    startsAt: NOW - 5 * DAY,
    endsAt: NOW + 2 * DAY,
    answeredBy: 'entered',
    sender: { kind: 'person', id: '', name: '', isVerified: false },
    dialog: null,
    dialogName: '',
  }),
  grant({ daysSource: 'preset' }),
  grant({
    id: '9:1000',
    state: 'unknown',
    requestedAt: NOW - 4 * DAY,
    startsAt: null,
    endsAt: null,
    answeredAt: NOW - 3 * DAY,
    answeredBy: 'elsewhere',
    answerer: '',
    reason: '',
  }),
  partner(),
  partner({ id: '9:1401', state: 'pending', partnerName: 'Север', startsAt: null, answeredAt: null }),
  integrator(),
  integrator({
    id: 'integrator:32',
    userId: '32',
    sender: { kind: 'person', id: '32', name: 'Olga Petrova', isVerified: false },
    since: NOW - 90 * DAY,
    isSinceKnown: false,
    requestedAt: NOW - 90 * DAY,
    reviewedAt: NOW - 90 * DAY,
  }),
  grant({ id: '9:900', state: 'revoked', requestedAt: NOW - 90 * DAY, endedAt: NOW - 80 * DAY }),
  grant({ id: '9:901', state: 'ended', requestedAt: NOW - 120 * DAY, endedAt: NOW - 99 * DAY }),
  grant({ id: '9:902', state: 'declined', requestedAt: NOW - 150 * DAY, reason: 'Хватило снимков экрана' }),
  lookalike({ id: '16:1', state: 'dismissed', requestedAt: NOW - 30 * DAY, count: 1 }),
  integrator({ id: 'integrator:33', state: 'gone', endedAt: NOW - 60 * DAY, userId: '' }),
];

/** One line of every kind. */
export const HISTORY: HistoryEntry[] = (
  [
    { kind: 'seen', state: 'pending', because: ['accessCommand'] },
    { kind: 'copySeen', dialogId: '5', messageId: 3 },
    { kind: 'reminded', reminder: { kind: 'new', days: 0 } },
    { kind: 'reminded', reminder: { kind: 'pending', days: 0 } },
    { kind: 'snoozed', until: NOW - 9 * DAY },
    { kind: 'snoozed', until: 0 },
    { kind: 'setAside' },
    { kind: 'state', from: 'pending', to: 'granted', why: 'revokeButton' },
    { kind: 'length', days: 21, source: 'parsed', endsAt: NOW + 11 * DAY },
    { kind: 'length', days: 14, source: 'entered', endsAt: null },
    { kind: 'field', field: 'ticket', from: '', to: '22910417' },
    { kind: 'field', field: 'reason', from: 'Касса', to: 'Посмотреть настройки кассы' },
    { kind: 'field', field: 'dialog', from: '2', to: '' },
    { kind: 'field', field: 'startsAt', from: String(NOW - 10 * DAY), to: String(NOW - 9 * DAY) },
    { kind: 'reminded', reminder: { kind: 'before', days: 7 } },
    { kind: 'reminded', reminder: { kind: 'end', days: 0 } },
    { kind: 'reminded', reminder: { kind: 'after', days: 1 } },
    { kind: 'reminded', reminder: { kind: 'ticketClosed', days: 0 } },
    { kind: 'reminded', reminder: { kind: 'review', days: 0 } },
    { kind: 'reminded', reminder: { kind: 'lookalike', days: 0 } },
    { kind: 'ticketClosed' },
    { kind: 'reviewed' },
    { kind: 'signIns', count: 3, unlisted: 1 },
  ] as HistoryEntry['change'][]
).map((change, index) => ({
  recordId: '9:1204',
  at: NOW - 10 * DAY + index * HOUR,
  by: (['portal', 'you', 'clock'] as const)[index % 3] ?? 'you',
  change,
}));

export const signIns = (changes: Partial<SignIns> = {}): SignIns => ({
  at: NOW - HOUR,
  from: NOW - 10 * DAY,
  until: NOW,
  state: 'read',
  rows: [
    { at: NOW - 2 * DAY, userId: '17', name: '', address: '203.0.113.9', account: 'unlisted' },
    { at: NOW - 3 * DAY, userId: '1', name: 'Анна Смирнова', address: '198.51.100.4', account: 'employee' },
    { at: NOW - 4 * DAY, userId: '6', name: 'Олег', address: '2001:db8::1', account: 'unknown' },
  ],
  isCut: true,
  ...changes,
});

/** A long register, the newest first. */
export const longRegister = (count: number): RegisterRow[] =>
  Array.from({ length: count }, (_, index) =>
    grant({
      id: `9:${index + 1}`,
      state: 'revoked',
      requestedAt: NOW - index * HOUR,
      endedAt: NOW,
      sender: { kind: 'support', id: '7', name: `Support ${index + 1}`, isVerified: true },
    }),
  );
