/** A record as a person entered it. */
import type { EnteredRecord } from '../../bitrix24/surface-protocol.ts';
import { type AccessRecord, DAY } from '../../domain/access/record.ts';

/** Nothing was seen of it: all that is known is what was entered. */
const UNSEEN = {
  origin: 'entered',
  copies: [],
  sender: { kind: 'notice', id: '', name: '', isVerified: false },
  confidence: 1,
  because: [],
  asksForPassword: false,
  namesOutsideAddress: false,
  ticket: '',
  dialog: null,
  reason: '',
  answerer: '',
  answeredAt: null,
  answeredBy: null,
  // Who enters a record has said what there is to say.
  isReasonAsked: true,
  snoozedUntil: 0,
  setAsideAt: null,
  told: [],
} as const;

/** Turns what was entered into a record; time brings it to the state it is in by now. */
export function enteredRecord(entered: EnteredRecord, now: number): AccessRecord {
  switch (entered.kind) {
    case 'vendor':
      return enteredGrant(entered, now);
    case 'partner': {
      const { id, partnerName, startsAt, reason, answerer } = entered;
      const answer = { answeredAt: startsAt, answeredBy: 'entered' as const, endedAt: null, requestedAt: startsAt };
      return {
        ...UNSEEN,
        ...answer,
        kind: 'partner',
        id,
        state: 'active',
        partnerName,
        startsAt,
        reason,
        answerer,
        changedAt: now,
      };
    }
    case 'integrator': {
      const { id, name, userId, since } = entered;
      const sender = { ...UNSEEN.sender, kind: 'person' as const, id: userId, name };
      const presence = { since, isSinceKnown: true, reviewedAt: now, endedAt: null, requestedAt: since };
      return { ...UNSEEN, ...presence, kind: 'integrator', id, state: 'present', sender, userId, changedAt: now };
    }
  }
}

function enteredGrant(entered: Extract<EnteredRecord, { kind: 'vendor' }>, now: number): AccessRecord {
  const { id, state, requestedAt, startsAt, days, ticket, chatId, reason, answerer } = entered;
  const isAnswered = state !== 'pending';
  const wasGranted = state === 'granted' || state === 'revoked' || state === 'ended';
  const start = wasGranted ? (startsAt ?? requestedAt) : null;
  return {
    ...UNSEEN,
    kind: 'vendor',
    id,
    state,
    requestedAt,
    answeredAt: isAnswered ? (startsAt ?? requestedAt) : null,
    answeredBy: isAnswered ? 'entered' : null,
    answerer,
    ticket,
    dialog: chatId === null ? null : { chatId, source: 'entered' },
    reason,
    days,
    daysSource: 'entered',
    unbelievedDays: null,
    startsAt: start,
    endsAt: start === null ? null : start + days * DAY,
    endedAt: state === 'revoked' || state === 'ended' ? (entered.endedAt ?? null) : null,
    ticketClosedAt: null,
    signIns: null,
    changedAt: now,
  };
}
