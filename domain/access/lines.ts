/** Requests and accesses in few words, for chip, panel and popup; what banner and register say is in `sentences.ts`. */
import { spanLine } from '../sentences.ts';
import type { Messages } from '../text.ts';
import type { AccessRecord, PartnerRecord } from './record.ts';
import { daysUntil } from './sentences.ts';
import type { AccessItem, AccessView, GrantView } from './view.ts';

/** A record of the register, or what surfaces are told of it. */
type Told = AccessItem | AccessRecord;

/** What an item asks of a person; `rest` asks nothing. */
export type Situation = 'warning' | 'request' | 'overdue' | 'running' | 'rest';

/** How an item stands now: an access whose end has passed is overdue before anybody has said so. */
export function situationOf(item: Told, now: number): Situation {
  if (item.kind === 'lookalike') return item.state === 'warned' ? 'warning' : 'rest';
  if (item.kind === 'integrator') return 'rest';
  if (item.state === 'seen' || item.state === 'pending') return item.setAsideAt === null ? 'request' : 'rest';
  if (item.kind === 'partner') return 'rest';
  if (item.state === 'overdue') return 'overdue';
  if (item.state !== 'granted' && item.state !== 'ending') return 'rest';
  return item.endsAt !== null && item.endsAt <= now ? 'overdue' : 'running';
}

/** True while the user does not want to hear of it. */
export const isResting = ({ snoozedUntil }: Told, now: number): boolean => snoozedUntil > now;

/** What is the matter, in one line. */
export function accessLine({ access: text, date, clock }: Messages, item: Told, now: number): string {
  if (item.kind === 'lookalike') return text.lookalike(item.count);
  if (item.kind === 'integrator') return text.integrator(item.sender.name);
  if (item.kind === 'partner') return partnerLine(text, item);
  const { state, endsAt } = item;
  if (state === 'seen') return text.probable;
  if (state === 'pending') return text.request(text.length(item.days, item.daysSource === 'preset'));
  if (situationOf(item, now) === 'overdue') return text.overdue(endsAt === null ? '' : date(endsAt, now));
  if (state !== 'granted' && state !== 'ending' && state !== 'overdue') return text.settled[state];
  if (endsAt === null) return text.openWithoutEnd;
  const left = daysUntil(endsAt, now);
  const isAssumed = item.daysSource === 'preset';
  return left === 0 ? text.openToday(clock(endsAt, now), isAssumed) : text.open(left, date(endsAt, now), isAssumed);
}

function partnerLine(
  text: Messages['access'],
  { state, partnerName }: Pick<PartnerRecord, 'state' | 'partnerName'>,
): string {
  if (state === 'seen' || state === 'pending') return text.partner(partnerName);
  return state === 'active' ? text.partnerActive(partnerName) : text.partnerOver(partnerName);
}

/** How long a request has waited. */
export const waitLine = (messages: Messages, { requestedAt }: Pick<AccessRecord, 'requestedAt'>, now: number): string =>
  messages.access.waits(spanLine(messages, requestedAt, now));

/** What else there is to know, a few words each: who, since when, how the length is known. */
export function accessFacts(messages: Messages, item: AccessItem, now: number): string[] {
  const { access: text, age, clock, date } = messages;
  const situation = situationOf(item, now);
  const facts: string[] = situation === 'warning' ? [text.doNotAnswer] : [];
  if (situation === 'request' || situation === 'warning') facts.push(...senderFacts(text, item));
  if (situation === 'request') facts.push(waitLine(messages, item, now));
  if (item.kind === 'lookalike' && item.count > 1) facts.push(text.last(age(item.lastAt, now)));
  if (item.kind === 'vendor' && (situation === 'running' || situation === 'overdue'))
    facts.push(...grantFacts(text, item));
  if (item.kind === 'integrator') facts.push(text.since(date(item.since, now)));
  if (item.kind === 'partner' && item.state === 'active' && item.startsAt !== null)
    facts.push(text.since(date(item.startsAt, now)));
  if (item.dialogName) facts.push(item.dialogName);
  if (item.setAsideAt !== null) facts.push(text.setAside);
  else if (isResting(item, now)) facts.push(text.snoozed(clock(item.snoozedUntil, now)));
  return facts;
}

function senderFacts(text: Messages['access'], { origin, sender }: AccessItem): string[] {
  if (origin === 'entered') return [];
  return [sender.name, sender.isVerified ? text.verified : text.unverified].filter(Boolean);
}

const grantFacts = (text: Messages['access'], { daysSource, ticketClosedAt }: GrantView): string[] =>
  ticketClosedAt === null ? [text.source[daysSource]] : [text.source[daysSource], text.ticketClosed];

/** The items of one situation as one line. */
export interface AccessGroup {
  situation: Exclude<Situation, 'rest'>;
  /** The most pressing of them. */
  item: AccessItem;
  line: string;
}

const IN_ORDER = ['warning', 'request', 'overdue', 'running'] as const;

/** One line for each situation that there is, the most pressing first, with how long a request has waited. */
export function accessGroups(messages: Messages, { items }: AccessView, now: number): AccessGroup[] {
  return IN_ORDER.flatMap((situation) => {
    const alike = items.filter((item) => situationOf(item, now) === situation);
    const wait = (item: AccessItem) => (situation === 'request' ? [waitLine(messages, item, now)] : []);
    return groupOf(messages, situation, alike, now, wait);
  });
}

/**
 * The situations that need a person now: what rests and what runs is not among them. Nothing here grows old while it
 * is on show.
 */
export function accessNeeds(messages: Messages, { items }: AccessView, now: number): AccessGroup[] {
  return IN_ORDER.filter((situation) => situation !== 'running').flatMap((situation) => {
    const alike = items.filter((item) => situationOf(item, now) === situation && !isResting(item, now));
    return groupOf(messages, situation, alike, now, () => []);
  });
}

function groupOf(
  messages: Messages,
  situation: AccessGroup['situation'],
  [item, ...others]: readonly AccessItem[],
  now: number,
  factsOf: (item: AccessItem) => string[],
): AccessGroup[] {
  if (!item) return [];
  const isPlain = item.kind === 'vendor' && item.state === 'pending';
  const line = isPlain ? messages.access.requestShort : accessLine(messages, item, now);
  const more = others.length > 0 ? [messages.access.more(others.length)] : [];
  return [{ situation, item, line: [line, ...factsOf(item), ...more].join(' · ') }];
}
