/** Which record a message belongs to: copies of one request are one record, two requests in one chat are two. */
import { copyOf } from './change.ts';
import {
  type AccessRecord,
  type GrantRecord,
  isOpenRequest,
  isRunning,
  type LookalikeRecord,
  type RequestCopy,
} from './record.ts';
import type { Sighting, VerdictKind } from './verdict.ts';

/** Copies of one request are sent one after the other. */
const COPIES_WITHIN = 30 * 60_000;
/** The portal takes the buttons of all copies away within moments; who asks for longer is another request. */
const COPIES_FOLLOW_WITHIN = 2 * 60_000;

export interface Belonging {
  record: AccessRecord;
  /** `same`: this message is known; `copy`: the same request in another chat; `repeated`: one more of a look-alike. */
  how: 'same' | 'copy' | 'repeated';
}

/** Messages in the order in which they were sent. */
export const inOrder = (sightings: readonly Sighting[]): Sighting[] =>
  [...sightings].sort((a, b) => a.sentAt - b.sentAt || a.messageId - b.messageId);

/** The record that a message belongs to; null: to none, it is a new one if it is anything. */
export function recordOf(sighting: Sighting, records: readonly AccessRecord[]): Belonging | null {
  const known = records.find(
    (record) => record.copies.some((copy) => isSameMessage(copy, sighting)) && !isCleared(record, sighting),
  );
  if (known) return { record: known, how: 'same' };
  if (sighting.verdict.kind === 'lookalike') {
    const sender = records.find((record) => record.kind === 'lookalike' && isSameSender(record, sighting));
    return sender ? { record: sender, how: 'repeated' } : null;
  }
  const [copied] = records
    .filter((record): record is GrantRecord => isCopiedBy(record, sighting))
    .sort((a, b) => distance(a, sighting) - distance(b, sighting));
  return copied ? { record: copied, how: 'copy' } : null;
}

/** A look-alike after one more of its messages; one that was dismissed warns again. The same object: nothing new. */
export function lookalikeAfter(record: LookalikeRecord, sighting: Sighting, now: number): LookalikeRecord {
  const newest = Math.max(0, ...record.copies.map(({ messageId }) => messageId));
  if (sighting.messageId <= newest) return record;
  return {
    ...record,
    state: 'warned',
    count: record.count + 1,
    // The portal's clock may be ahead of ours.
    lastAt: Math.max(record.lastAt, Math.min(sighting.sentAt, now)),
    // The newest is the one to open; a flood leaves no more than one behind.
    copies: [copyOf(sighting)],
    asksForPassword: record.asksForPassword || sighting.asksForPassword,
    namesOutsideAddress: record.namesOutsideAddress || sighting.namesOutsideAddress,
    changedAt: now,
  };
}

/** True while a copy still asks beside an answered one and may only be late. */
export const hasLateCopy = (record: AccessRecord, now: number): boolean =>
  record.kind === 'vendor' &&
  !isOpenRequest(record) &&
  record.answeredBy !== 'entered' &&
  isWithinCopying(record, now) &&
  record.copies.some(({ keyboard }) => keyboard === 'answers') &&
  record.copies.some(({ keyboard }) => keyboard !== 'answers');

const isWithinCopying = (record: GrantRecord, now: number): boolean =>
  now - (record.answeredAt ?? record.changedAt) < COPIES_FOLLOW_WITHIN;

/**
 * Tells apart what was taken for copies of one request: a message that still asks well after the others were answered
 * is a request of its own. `asking` are the messages that this look has seen asking; null: all is one.
 */
export function splitCopies(
  record: GrantRecord,
  asking: readonly Sighting[],
  now: number,
): { kept: GrantRecord; own: GrantRecord[] } | null {
  if (isOpenRequest(record) || isWithinCopying(record, now) || record.answeredBy === 'entered') return null;
  const isAsking = (copy: RequestCopy) =>
    asking.some((sighting) => sighting.keyboard === 'answers' && isSameMessage(copy, sighting));
  const stay = record.copies.filter((copy) => !isAsking(copy));
  if (stay.length === 0 || stay.length === record.copies.length) return null;
  const own = asking.filter((sighting) =>
    record.copies.some((copy) => isSameMessage(copy, sighting) && isAsking(copy)),
  );
  return {
    kept: { ...record, copies: stay, changedAt: now },
    own: own.map((sighting) => requestOfItsOwn(record, sighting, now)),
  };
}

function requestOfItsOwn(record: GrantRecord, sighting: Sighting, now: number): GrantRecord {
  const id = `${sighting.chatId}:${sighting.messageId}`;
  const isPreset = record.daysSource !== 'parsed';
  return {
    ...record,
    // The first copy has given its name to the record it leaves.
    id: id === record.id ? `${id}:own` : id,
    copies: [copyOf(sighting)],
    state: 'pending',
    sender: sighting.sender,
    confidence: sighting.verdict.confidence,
    because: sighting.verdict.because,
    requestedAt: Math.min(sighting.sentAt, now),
    ticket: sighting.ticket ?? '',
    days: sighting.days ?? record.days,
    daysSource: sighting.days === null && isPreset ? 'preset' : 'parsed',
    ...UNANSWERED,
    changedAt: now,
  };
}

/** What an answer and its time leave on a record. */
const UNANSWERED = {
  startsAt: null,
  endsAt: null,
  endedAt: null,
  answeredAt: null,
  answeredBy: null,
  answerer: '',
  dialog: null,
  reason: '',
  isReasonAsked: false,
  snoozedUntil: 0,
  setAsideAt: null,
  ticketClosedAt: null,
  signIns: null,
  told: [],
} as const satisfies Partial<GrantRecord>;

const isSameMessage = (copy: RequestCopy, { carrier, chatId, messageId }: Sighting) =>
  copy.carrier === carrier && copy.chatId === chatId && copy.messageId === messageId;

/** A warning given before the sender was known does not hide that it is the vendor after all. */
const isCleared = ({ kind }: AccessRecord, { verdict }: Sighting) => kind === 'lookalike' && PROVEN.has(verdict.kind);
const PROVEN: ReadonlySet<VerdictKind> = new Set(['request', 'revocable', 'partnerRequest', 'partnerActive']);

const isSameSender = (record: LookalikeRecord, { sender, chatId }: Sighting) =>
  record.sender.id === sender.id && record.copies.some((copy) => copy.chatId === chatId);

/** A request is copied while it is open; a running access only by what also shows the button that ends it. */
function isCopiedBy(record: AccessRecord, sighting: Sighting): record is GrantRecord {
  if (record.kind !== 'vendor' || record.origin !== 'detected') return false;
  const { kind } = sighting.verdict;
  const isAlike =
    kind === 'revocable' ? isOpenRequest(record) || isRunning(record) : isRequest(kind) && isOpenRequest(record);
  const isInChat = record.copies.some((copy) => copy.carrier === sighting.carrier && copy.chatId === sighting.chatId);
  return isAlike && !isInChat && distance(record, sighting) <= COPIES_WITHIN && !contradicts(record, sighting);
}

const isRequest = (kind: VerdictKind) => kind === 'request' || kind === 'probable';

/** Another ticket or another length is another request. */
const contradicts = (record: GrantRecord, { ticket, days }: Sighting) =>
  (ticket !== null && record.ticket !== '' && ticket !== record.ticket) ||
  (days !== null && record.daysSource === 'parsed' && days !== record.days);

const distance = (record: GrantRecord, { sentAt }: Sighting) =>
  Math.min(...record.copies.map((copy) => Math.abs(copy.sentAt - sentAt)));
