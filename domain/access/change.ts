/**
 * What a look at a known message tells of its request. Buttons come first; words and colours count only where the
 * buttons leave it open; and where nothing proves how it was answered, the answer is unclear.
 */
import { grantEvents, lengthEvents, partnerEvents } from './change-events.ts';
import type { GrantEvent, PartnerEvent } from './chart-events.ts';
import {
  type ChangeContext,
  type Finding,
  findAnswer,
  findEnd,
  isNewlyRefused,
  isPressRecent,
  plainFinding,
  type RequestRecord,
} from './evidence.ts';
import type { AnsweredBy, ChangeReason, GrantRecord, PartnerRecord, RequestCopy } from './record.ts';
import type { Sighting } from './verdict.ts';

export interface Change<Event = GrantEvent | PartnerEvent> {
  /** For the record's chart, in order; none: only worth a line in the history. */
  events: Event[];
  why: ChangeReason;
  /** Who answered the request; null: this is not about the answer. */
  answeredBy: AnsweredBy | null;
}

/**
 * What became of a request, from a look at one of its messages; null when nothing did. `before` is the copy as it was
 * kept until now, null at the first sight of it; `gone` stands for a message that is not there any more.
 */
export function changeOf(
  record: GrantRecord,
  before: RequestCopy | null,
  look: Sighting | 'gone',
  context: ChangeContext,
): Change<GrantEvent> | null;
export function changeOf(
  record: PartnerRecord,
  before: RequestCopy | null,
  look: Sighting | 'gone',
  context: ChangeContext,
): Change<PartnerEvent> | null;
export function changeOf(
  record: RequestRecord,
  before: RequestCopy | null,
  look: Sighting | 'gone',
  context: ChangeContext,
): Change | null {
  const seen = look === 'gone' ? null : look;
  const finding = find(record, before, seen, context);
  const length = record.kind === 'vendor' && seen ? lengthEvents(record, seen) : [];
  if (!finding) return length.length > 0 ? { events: length, why: 'text', answeredBy: null } : null;
  const events = record.kind === 'vendor' ? grantEvents(record, finding) : partnerEvents(record, finding);
  return { events: [...length, ...events], why: finding.why, answeredBy: finding.answeredBy };
}

/** The copy to keep of what was seen; the words of the message stay behind. */
export function copyOf(sighting: Sighting): RequestCopy {
  const { carrier, messageId, chatId, dialogId, sentAt, keyboard, answers, says, tone } = sighting;
  return { carrier, messageId, chatId, dialogId, sentAt, keyboard, answers, says, tone };
}

type Look = [record: RequestRecord, before: RequestCopy | null, look: Sighting | null, context: ChangeContext];

function find(...seen: Look): Finding | null {
  switch (seen[0].state) {
    case 'seen':
    case 'pending':
      return findForOpen(...seen);
    case 'granted':
    case 'ending':
    case 'overdue':
    case 'active':
      return findForRunning(...seen);
    case 'unknown':
      return findForUnknown(...seen);
    default:
      return findForSettled(...seen);
  }
}

function findForOpen(...[record, before, look, context]: Look): Finding | null {
  if (look && isGrantedBy(record, before, look)) {
    const granted = plainFinding('granted', 'revokeButton', record, look, context);
    // Answered before anybody looked: it began no earlier than it was asked for.
    const isFirstSight = before === null && record.state === 'seen';
    return isFirstSight ? { ...granted, at: look.sentAt, isMomentKnown: false } : granted;
  }
  if (look && asks(before, look)) {
    const isProof = record.state === 'seen' && isProven(look);
    return isProof ? plainFinding('verified', 'messageBack', record, look, context) : null;
  }
  if (before === null) return null;
  const answer = findAnswer(record, before, look, context);
  if (answer.kind !== 'unclear') return answer;
  // A copy in another chat still asks: the portal clears them one after the other.
  if (othersHave(record, before, 'answers')) return null;
  if (look === null && !isPressRecent(context)) return plainFinding('gone', 'messageGone', record, null, context);
  return look === null || before.keyboard === 'answers' || before.keyboard === 'other' ? answer : null;
}

function findForRunning(...[record, before, look, context]: Look): Finding | null {
  const hadButton = before?.keyboard === 'revoke';
  if (look?.keyboard === 'revoke') return null;
  if (before && othersHave(record, before, 'revoke')) return null;
  const end = findEnd(record, before, look, hadButton, context);
  if (end) return end;
  // A deleted message proves nothing: the clock goes on.
  if (look === null) {
    return before?.keyboard === 'gone' ? null : plainFinding('gone', 'messageGone', record, null, context);
  }
  if (hadButton) return plainFinding('unclear', 'keyboardGone', record, look, context);
  return isNewlyRefused(before, look) ? plainFinding('unclear', 'colour', record, look, context) : null;
}

function findForUnknown(...[record, before, look, context]: Look): Finding | null {
  const turn = turnOf(record, before, look);
  if (turn === 'revoke') return plainFinding('granted', 'revokeButton', record, look, context);
  if (turn === 'answers') return plainFinding('returned', 'messageBack', record, look, context);
  if (look && look.keyboard !== 'none') return null;
  if (record.startsAt !== null) return findEnd(record, before, look, false, context);
  // What a person called no request has no answer.
  if (record.answeredBy === null && !record.copies.some(({ keyboard }) => keyboard === 'gone')) return null;
  const answer = findAnswer(record, before, look, context);
  return answer.kind === 'unclear' ? null : answer;
}

function findForSettled(...[record, before, look, context]: Look): Finding | null {
  const turn = turnOf(record, before, look);
  if (turn === 'revoke') return plainFinding('granted', 'revokeButton', record, look, context);
  const isBack = turn === 'answers' && record.state === 'declined';
  return isBack ? plainFinding('returned', 'messageBack', record, look, context) : null;
}

const isProven = ({ verdict }: Sighting) => verdict.kind === 'request' || verdict.kind === 'partnerRequest';

const isProvenEnd = ({ keyboard, verdict }: Sighting) =>
  keyboard === 'revoke' && (verdict.kind === 'revocable' || verdict.kind === 'partnerActive');

/** The button that ends an access proves it, where the message is the vendor's beyond doubt. */
const isGrantedBy = (record: RequestRecord, before: RequestCopy | null, look: Sighting) =>
  isProvenEnd(look) || (record.state === 'pending' && turnOf(record, before, look) === 'revoke');

/** Of a probable request any buttons may be the answers, as long as they do not change. */
const asks = (before: RequestCopy | null, { keyboard }: Sighting) =>
  keyboard === 'answers' || (keyboard !== 'none' && before?.keyboard === keyboard);

/** Buttons that are there now and were not before; who wrote a message that is known does not change. */
function turnOf(record: RequestRecord, before: RequestCopy | null, look: Sighting | null): 'revoke' | 'answers' | null {
  if (!before || !look || look.keyboard === before.keyboard) return null;
  if (look.keyboard === 'revoke') return isProvenEnd(look) || record.sender.isVerified ? 'revoke' : null;
  return look.keyboard === 'answers' ? 'answers' : null;
}

const othersHave = (record: RequestRecord, before: RequestCopy, keyboard: RequestCopy['keyboard']) =>
  record.copies.some(
    (copy) =>
      copy.keyboard === keyboard &&
      (copy.chatId !== before.chatId || copy.messageId !== before.messageId || copy.carrier !== before.carrier),
  );
