/** What the one banner of a page says of a record. */
import { type AccessRecord, DAY, type GrantRecord, isOpenRequest, isRunning, type PartnerRecord } from './record.ts';
import type { BannerKind } from './view.ts';

/** An answer is told on pages for so long, unless somebody dismisses it. */
export const ANSWER_SHOWS_FOR = 7 * DAY;
/** A short access is "ending" from its first minute; so long it is first of all answered. */
export const FRESH_ANSWER_FOR = 3_600_000;

/** The most pressing first. */
const ORDER = [
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
] as const satisfies readonly BannerKind[];

/** A smaller number is more pressing. */
export const urgencyOf = (kind: BannerKind): number => ORDER.indexOf(kind);

/** What a page says of a record now; null: not a word. */
export function bannerOf(record: AccessRecord, now: number): BannerKind | null {
  return record.snoozedUntil > now ? null : whatToSay(record, now);
}

/**
 * What goes into `told` when somebody dismisses what the banner says, at rest or not; null where a banner cannot be
 * dismissed: a request wants an answer, an overdue access a look, and a warning has a state of its own for it.
 */
export function dismissalKey(record: AccessRecord, now: number): string | null {
  const kind = whatToSay(record, now);
  return kind === null ? null : keyOf(record, kind);
}

/** True when somebody was asked how an answer had turned out and does not know either. */
export const isUnclearDismissed = (record: GrantRecord | PartnerRecord): boolean => isDismissed(record, 'unclear');

function whatToSay(record: AccessRecord, now: number): BannerKind | null {
  if (record.kind === 'lookalike') return record.state === 'warned' ? 'lookalike' : null;
  if (record.kind === 'integrator') return null;
  if (isOpenRequest(record)) return record.setAsideAt === null ? sayOfRequest(record) : null;
  return sayOfRunning(record, now) ?? sayOfAnswer(record, now);
}

function sayOfRequest(record: GrantRecord | PartnerRecord): BannerKind {
  if (record.kind === 'partner') return 'partner';
  return record.state === 'seen' ? 'probable' : 'request';
}

function sayOfRunning(record: GrantRecord | PartnerRecord, now: number): BannerKind | null {
  if (!isRunning(record)) return null;
  if (record.state === 'overdue') return 'overdue';
  if (record.ticketClosedAt !== null && !isDismissed(record, 'ticketClosed')) return 'ticketClosed';
  const isFresh = isAskedForReason(record, now) && now - answeredAt(record) < FRESH_ANSWER_FOR;
  return record.state === 'ending' && !isFresh && !isDismissed(record, 'ending') ? 'ending' : null;
}

function sayOfAnswer(record: GrantRecord | PartnerRecord, now: number): BannerKind | null {
  // Who leaves the answer to others need not hear of it.
  if (record.setAsideAt !== null) return null;
  if (record.state === 'unknown') return isUnclear(record) && !isDismissed(record, 'unclear') ? 'unclear' : null;
  if (!isAnswer(record) || now - answeredAt(record) >= ANSWER_SHOWS_FOR) return null;
  if (isAskedForReason(record, now)) return 'answered';
  return record.answeredBy === 'elsewhere' && !isDismissed(record, 'answeredElsewhere') ? 'answeredElsewhere' : null;
}

const isAnswer = ({ state }: GrantRecord | PartnerRecord) =>
  state === 'granted' || state === 'ending' || state === 'active' || state === 'declined';

/** A request that a person called none, or whose message went away unanswered, is unknown without an answer. */
const isUnclear = ({ answeredBy, answeredAt, startsAt }: GrantRecord | PartnerRecord) =>
  answeredBy !== null || answeredAt !== null || startsAt !== null;

const isAskedForReason = (record: GrantRecord | PartnerRecord, now: number) =>
  record.answeredBy === 'here' &&
  !record.isReasonAsked &&
  !isDismissed(record, 'answered') &&
  now - answeredAt(record) < ANSWER_SHOWS_FOR;

const answeredAt = (record: AccessRecord) => record.answeredAt ?? record.changedAt;

function isDismissed(record: AccessRecord, kind: BannerKind): boolean {
  const key = keyOf(record, kind);
  return key !== null && record.told.includes(key);
}

/** A key names the moment it is about: what happens anew is said anew. */
function keyOf(record: AccessRecord, kind: BannerKind): string | null {
  if (record.kind !== 'vendor' && record.kind !== 'partner') return null;
  const grant = record.kind === 'vendor' ? record : { ticketClosedAt: null, endsAt: null };
  switch (kind) {
    case 'ticketClosed':
      return `dismissed:ticketClosed:${grant.ticketClosedAt}`;
    case 'ending':
      return `dismissed:ending:${grant.endsAt}`;
    case 'unclear':
      return `dismissed:unclear:${record.answeredAt}:${record.startsAt}`;
    case 'answered':
    case 'answeredElsewhere':
      return `dismissed:${kind}:${record.answeredAt}`;
    default:
      return null;
  }
}
