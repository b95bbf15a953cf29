/** Records of access as tests need them. */

import type { GrantRecord, IntegratorRecord, LookalikeRecord, PartnerRecord } from '../domain/access/record.ts';
import type { AccessReading, Sighting } from '../domain/access/verdict.ts';

const COMMON = {
  origin: 'detected',
  copies: [],
  sender: { kind: 'support', id: '5', name: 'Поддержка Битрикс24', isVerified: true },
  confidence: 0.9,
  because: ['accessCommand', 'senderVerified'],
  asksForPassword: false,
  namesOutsideAddress: false,
  requestedAt: 1_000,
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
  changedAt: 1_000,
} as const;

export const grantRecord = (changes: Partial<GrantRecord> = {}): GrantRecord => ({
  ...COMMON,
  kind: 'vendor',
  id: '10:77',
  state: 'pending',
  days: 21,
  daysSource: 'preset',
  unbelievedDays: null,
  startsAt: null,
  endsAt: null,
  endedAt: null,
  ticketClosedAt: null,
  signIns: null,
  ...changes,
});

export const partnerRecord = (changes: Partial<PartnerRecord> = {}): PartnerRecord => ({
  ...COMMON,
  kind: 'partner',
  id: '10:78',
  state: 'pending',
  partnerName: 'Ромашка',
  startsAt: null,
  endedAt: null,
  ...changes,
});

export const lookalikeRecord = (changes: Partial<LookalikeRecord> = {}): LookalikeRecord => ({
  ...COMMON,
  kind: 'lookalike',
  id: '20:79',
  state: 'warned',
  sender: { kind: 'person', id: '3', name: 'Пётр', isVerified: false },
  count: 1,
  lastAt: 1_000,
  ...changes,
});

export const integratorRecord = (changes: Partial<IntegratorRecord> = {}): IntegratorRecord => ({
  ...COMMON,
  kind: 'integrator',
  origin: 'entered',
  id: '5f0c8a54-2f4e-4b7e-9d3a-6f1f0c6f2a11',
  state: 'present',
  userId: '40',
  since: 1_000,
  isSinceKnown: true,
  reviewedAt: 1_000,
  endedAt: null,
  ...changes,
});

/** A verified request in the main chat, as a reading tells it. */
export const sighting = (changes: Partial<Sighting> = {}): Sighting => ({
  carrier: 'message',
  messageId: 77,
  chatId: 10,
  dialogId: '5',
  sentAt: 1_000,
  verdict: { kind: 'request', confidence: 0.9, because: ['accessCommand', 'senderVerified'] },
  sender: { kind: 'support', id: '5', name: 'Поддержка Битрикс24', isVerified: true },
  keyboard: 'answers',
  says: 'requested',
  tone: null,
  days: 21,
  unbelievedDays: null,
  answers: ['allow', 'deny'],
  asksForPassword: false,
  namesOutsideAddress: false,
  ticket: null,
  partnerName: '',
  unknownCommands: [],
  ...changes,
});

/** A reading that looked everywhere and found this. */
export const accessReading = (
  sightings: readonly Sighting[] = [],
  changes: Partial<AccessReading> = {},
): AccessReading => ({
  carriers: [{ dialogId: '5', chatId: 10, kind: 'support' }],
  hasNotifications: true,
  sightings,
  gone: [],
  readUpTo: [],
  hasMore: false,
  failure: null,
  userName: 'Ирина Орлова',
  ...changes,
});
