/**
 * Records of the register in a file, and back. A file proves nothing: what comes from one is a record that a person
 * entered, without sender, message and sign-ins.
 */
import {
  type AccessRecord,
  DAY,
  type GrantRecord,
  type IntegratorRecord,
  type PartnerRecord,
} from '../access/record.ts';

export const FILE_GRANT_STATES = ['pending', 'granted', 'declined', 'revoked', 'ended', 'unknown'] as const;
export const FILE_PARTNER_STATES = ['pending', 'active', 'declined', 'ended', 'unknown'] as const;
export const FILE_INTEGRATOR_STATES = ['present', 'gone'] as const;

interface CommonFields {
  id: string;
  /** All times are epoch ms. */
  requestedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  answerer: string;
  ticket: string;
  reason: string;
}

export interface FileGrant extends CommonFields {
  kind: 'vendor';
  state: (typeof FILE_GRANT_STATES)[number];
  days: number;
  startsAt: number | null;
  chatId: number | null;
}

export interface FilePartner extends CommonFields {
  kind: 'partner';
  state: (typeof FILE_PARTNER_STATES)[number];
  name: string;
  startsAt: number | null;
}

export interface FileIntegrator extends CommonFields {
  kind: 'integrator';
  state: (typeof FILE_INTEGRATOR_STATES)[number];
  name: string;
  userId: string;
  since: number;
  isSinceKnown: boolean;
  reviewedAt: number;
}

export type FileRecord = FileGrant | FilePartner | FileIntegrator;

/** A record for a file; null for what is only a suspicion or a warning. */
export function toFileRecord(record: AccessRecord): FileRecord | null {
  switch (record.kind) {
    case 'vendor':
      return fileGrant(record);
    case 'partner':
      return filePartner(record);
    case 'integrator':
      return fileIntegrator(record);
    case 'lookalike':
      return null;
  }
}

const common = ({ id, requestedAt, answeredAt, answerer, ticket, reason }: AccessRecord) => ({
  id,
  requestedAt,
  answeredAt,
  answerer,
  ticket,
  reason,
});

function fileGrant(record: GrantRecord): FileGrant | null {
  const { state, days, startsAt, endedAt, dialog } = record;
  if (state === 'seen') return null;
  // Whether it is about to end or should have ended is told by the clock of whoever reads the file.
  const isRunning = state === 'ending' || state === 'overdue';
  const chatId = dialog?.chatId ?? null;
  return { ...common(record), kind: 'vendor', state: isRunning ? 'granted' : state, days, startsAt, endedAt, chatId };
}

function filePartner(record: PartnerRecord): FilePartner | null {
  const { state, partnerName, startsAt, endedAt } = record;
  return state === 'seen' ? null : { ...common(record), kind: 'partner', state, name: partnerName, startsAt, endedAt };
}

function fileIntegrator(record: IntegratorRecord): FileIntegrator {
  const { state, userId, since, isSinceKnown, reviewedAt, endedAt, sender } = record;
  const own = { state, userId, since, isSinceKnown, reviewedAt, endedAt, name: sender.name };
  return { ...common(record), ...own, kind: 'integrator' };
}

/** A record out of a file, as if somebody had entered it. */
export function fromFileRecord(record: FileRecord, now: number): AccessRecord {
  const { id, requestedAt, answeredAt, endedAt, answerer, ticket, reason } = record;
  const known = { id, requestedAt, answeredAt, endedAt, answerer, ticket, reason };
  const base = { ...UNSEEN, ...known, answeredBy: answeredAt === null ? null : ENTERED, changedAt: now };
  switch (record.kind) {
    case 'vendor':
      return { ...base, ...grantFields(record) };
    case 'partner': {
      const { state, startsAt, name } = record;
      return { ...base, kind: 'partner', state, partnerName: name, startsAt };
    }
    case 'integrator': {
      const { state, userId, since, isSinceKnown, reviewedAt, name } = record;
      const sender = { ...UNSEEN.sender, kind: 'person' as const, id: userId, name };
      return { ...base, kind: 'integrator', state, sender, userId, since, isSinceKnown, reviewedAt };
    }
  }
}

const ENTERED = 'entered' as const;

function grantFields({ state, days, startsAt, chatId }: FileGrant) {
  return {
    kind: 'vendor' as const,
    state,
    days,
    daysSource: ENTERED,
    unbelievedDays: null,
    startsAt,
    endsAt: startsAt === null ? null : startsAt + days * DAY,
    dialog: chatId === null ? null : { chatId, source: ENTERED },
    ticketClosedAt: null,
    signIns: null,
  };
}

const UNSEEN = {
  origin: ENTERED,
  copies: [],
  sender: { kind: 'notice', id: '', name: '', isVerified: false },
  confidence: 1,
  because: [],
  asksForPassword: false,
  namesOutsideAddress: false,
  dialog: null,
  // Whoever had the record was asked where it was made.
  isReasonAsked: true,
  snoozedUntil: 0,
  setAsideAt: null,
  told: [],
} as const;
