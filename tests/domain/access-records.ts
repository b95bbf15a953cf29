/** Records and sightings of one ordinary request, for tests to change. */
import { copyOf } from '../../domain/access/change.ts';
import type { ChangeContext } from '../../domain/access/evidence.ts';
import {
  DAY,
  type GrantRecord,
  type IntegratorRecord,
  type LookalikeRecord,
  type PartnerRecord,
} from '../../domain/access/record.ts';
import type { Sighting } from '../../domain/access/verdict.ts';

export const ASKED_AT = Date.UTC(2026, 10, 20, 9);
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

const SUPPORT = { kind: 'support', id: '6', name: 'Support24', isVerified: true } as const;

/** The request as it is seen first: message 100 of chat 7, with both answers open. */
export const sighting = (changes: Partial<Sighting> = {}): Sighting => ({
  carrier: 'message',
  messageId: 100,
  chatId: 7,
  dialogId: '6',
  sentAt: ASKED_AT,
  verdict: { kind: 'request', confidence: 0.9, because: ['accessCommand', 'senderVerified'] },
  sender: SUPPORT,
  keyboard: 'answers',
  says: 'requested',
  tone: null,
  days: null,
  unbelievedDays: null,
  answers: ['allow', 'deny'],
  asksForPassword: false,
  namesOutsideAddress: false,
  ticket: null,
  partnerName: '',
  unknownCommands: [],
  ...changes,
});

/** The same message later, its buttons gone. */
export const silent = (changes: Partial<Sighting> = {}): Sighting =>
  sighting({ keyboard: 'none', answers: null, verdict: { kind: 'nothing', confidence: 0, because: [] }, ...changes });

/** The same message later, with nothing but the button that ends the access. */
export const revocable = (changes: Partial<Sighting> = {}): Sighting =>
  sighting({
    keyboard: 'revoke',
    answers: null,
    verdict: { kind: 'revocable', confidence: 0.65, because: ['accessCommand', 'senderVerified', 'onlyRevokeButton'] },
    ...changes,
  });

/** A later message of the support's bot that speaks of the answer. */
export const notice = (says: Sighting['says'], changes: Partial<Sighting> = {}): Sighting =>
  silent({
    messageId: 120,
    sentAt: ASKED_AT + HOUR,
    says,
    verdict: { kind: 'hint', confidence: 0.4, because: ['textAsksForAccess'] },
    ...changes,
  });

const COMMON = {
  id: '7:100',
  origin: 'detected',
  copies: [copyOf(sighting())],
  sender: SUPPORT,
  confidence: 0.9,
  because: ['accessCommand', 'senderVerified'],
  asksForPassword: false,
  namesOutsideAddress: false,
  requestedAt: ASKED_AT,
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
  changedAt: ASKED_AT,
} as const;

/** A request that waits for an answer. */
export const grant = (changes: Partial<GrantRecord> = {}): GrantRecord => ({
  ...COMMON,
  kind: 'vendor',
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

/** An access that began when it was asked for. */
export const running = (changes: Partial<GrantRecord> = {}): GrantRecord => {
  const startsAt = changes.startsAt ?? ASKED_AT;
  return grant({
    state: 'granted',
    copies: [copyOf(revocable())],
    answeredAt: startsAt,
    answeredBy: 'elsewhere',
    startsAt,
    endsAt: startsAt + (changes.days ?? 21) * DAY,
    ...changes,
  });
};

export const partner = (changes: Partial<PartnerRecord> = {}): PartnerRecord => ({
  ...COMMON,
  kind: 'partner',
  state: 'pending',
  partnerName: 'Partner',
  startsAt: null,
  endedAt: null,
  ...changes,
});

export const lookalike = (changes: Partial<LookalikeRecord> = {}): LookalikeRecord => ({
  ...COMMON,
  kind: 'lookalike',
  state: 'warned',
  count: 1,
  lastAt: ASKED_AT,
  ...changes,
});

export const integrator = (changes: Partial<IntegratorRecord> = {}): IntegratorRecord => ({
  ...COMMON,
  kind: 'integrator',
  state: 'present',
  userId: '12',
  since: ASKED_AT,
  isSinceKnown: true,
  reviewedAt: ASKED_AT,
  endedAt: null,
  ...changes,
});

/** A look an hour after the request, shortly after another look. */
export const context = (changes: Partial<ChangeContext> = {}): ChangeContext => {
  const now = changes.now ?? ASKED_AT + HOUR;
  return { now, lastLookAt: now - 3 * MINUTE, pressed: null, notices: [], ...changes };
};
