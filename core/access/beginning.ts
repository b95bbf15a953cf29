/** The first sight of a request, an access or a look-alike: a new record. */
import { copyOf } from '../../domain/access/change.ts';
import type { AccessRecord, GrantRecord, LookalikeRecord, PartnerRecord } from '../../domain/access/record.ts';
import type { Sighting } from '../../domain/access/verdict.ts';
import { afterAll, journalKindOf, type RequestRecord } from './moves.ts';
import type { Work } from './sightings.ts';

/** Makes a record of a message that no record knows, if it is anything. */
export function beginRecord(work: Work, look: Sighting): void {
  const { register, now } = work;
  const record = recordFor(work, look);
  if (!record) return;
  if (!register.hasRoomFor(record.kind)) {
    console.warn(`Latchdesk: the register of access is full, no ${record.kind} was added`);
    return;
  }
  const begun = record.kind === 'vendor' || record.kind === 'partner' ? begin(record, look, now) : record;
  register.put(begun, now);
  register.note(record.id, now, 'portal', { kind: 'seen', state: begun.state, because: record.because });
  const told =
    record.kind === 'lookalike' ? 'access.warned' : journalKindOf('seen', begun.state as RequestRecord['state']);
  if (told) register.tell(told, record.id, now);
}

function recordFor({ settings, now }: Work, look: Sighting): AccessRecord | null {
  switch (look.verdict.kind) {
    case 'request':
    case 'probable':
    case 'revocable':
      return grantFrom(look, settings.accessDays, now);
    case 'partnerRequest':
    case 'partnerActive':
      return partnerFrom(look, now);
    case 'lookalike':
      return lookalikeFrom(look, now);
    default:
      return null;
  }
}

/** What the message proves at first sight. An access that was never seen asked for began no sooner than its message. */
function begin<R extends RequestRecord>(record: R, look: Sighting, now: number): R {
  const at = Math.min(look.sentAt, now);
  switch (look.verdict.kind) {
    case 'request':
    case 'partnerRequest':
      return afterAll(record, [{ type: 'request.verified' }], now);
    case 'revocable':
      return { ...afterAll(record, [{ type: 'access.granted', at, answeredAt: null }], now), answeredBy: 'elsewhere' };
    case 'partnerActive':
      return {
        ...afterAll(record, [{ type: 'partner.accepted', at, answeredAt: null }], now),
        answeredBy: 'elsewhere',
      };
    default:
      return record;
  }
}

function commonOf(look: Sighting, now: number) {
  const { chatId, messageId, sender, verdict, sentAt, ticket, asksForPassword, namesOutsideAddress } = look;
  return {
    id: look.carrier === 'message' ? `${chatId}:${messageId}` : `notify:${messageId}`,
    origin: 'detected' as const,
    copies: [copyOf(look)],
    sender,
    confidence: verdict.confidence,
    because: verdict.because,
    asksForPassword,
    namesOutsideAddress,
    // The portal's clock may be ahead of ours.
    requestedAt: Math.min(sentAt, now),
    answeredAt: null,
    answeredBy: null,
    answerer: '',
    ticket: ticket ?? '',
    dialog: null,
    reason: '',
    isReasonAsked: false,
    snoozedUntil: 0,
    setAsideAt: null,
    told: [],
    changedAt: now,
  };
}

function grantFrom(look: Sighting, presetDays: number, now: number): GrantRecord {
  return {
    ...commonOf(look, now),
    kind: 'vendor',
    state: 'seen',
    days: look.days ?? presetDays,
    daysSource: look.days === null ? 'preset' : 'parsed',
    unbelievedDays: look.unbelievedDays,
    startsAt: null,
    endsAt: null,
    endedAt: null,
    ticketClosedAt: null,
    signIns: null,
  };
}

function partnerFrom(look: Sighting, now: number): PartnerRecord {
  const { partnerName } = look;
  return { ...commonOf(look, now), kind: 'partner', state: 'seen', partnerName, startsAt: null, endedAt: null };
}

function lookalikeFrom(look: Sighting, now: number): LookalikeRecord {
  return { ...commonOf(look, now), kind: 'lookalike', state: 'warned', count: 1, lastAt: Math.min(look.sentAt, now) };
}
