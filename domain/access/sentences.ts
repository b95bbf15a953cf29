/** What requests and accesses say in words. Pure, for banner, panel, popup, dashboard and notifications alike. */
import type { AccessRecord, GrantRecord, IntegratorRecord, PartnerRecord } from './record.ts';
import { DAY, LONGEST_ACCESS } from './record.ts';
import type { AccessMessages } from './text.ts';
import type { Because } from './verdict.ts';
import type { AccessItem, BannerKind, RegisterRow } from './view.ts';

type Told = AccessItem | RegisterRow | AccessRecord;

/** What is the matter with a request or an access, in one sentence. */
export function accessTitle(text: AccessMessages, item: Told, now: number): string {
  switch (item.kind) {
    case 'vendor':
      return grantTitle(text, item, bannerOf(item), now);
    case 'partner':
      return partnerTitle(text, item, bannerOf(item));
    case 'lookalike':
      return text.title.lookalike(item.count);
    case 'integrator':
      return item.state === 'gone' ? text.title.integratorGone(item.sender.name) : integratorTitle(text, item);
  }
}

type Grant = Omit<GrantRecord, 'told' | 'signIns'>;
type Partner = Omit<PartnerRecord, 'told' | 'signIns'>;
type Integrator = Omit<IntegratorRecord, 'told' | 'signIns'>;

/** What a page says of it now; the register and a resting item only have their state. */
const bannerOf = (item: Told): BannerKind | null => ('banner' in item ? item.banner : null);

function grantTitle(text: AccessMessages, item: Grant, banner: BannerKind | null, now: number): string {
  const { title } = text;
  if (banner === 'ticketClosed') return title.ticketClosed;
  if (banner === 'answeredElsewhere' && item.state === 'declined') return title.answeredElsewhere.declined;
  if (banner === 'answeredElsewhere' && isInside(item)) return title.answeredElsewhere.granted;
  switch (item.state) {
    case 'seen':
      return title.probable;
    case 'pending':
      return title.request(askedLength(text, item));
    case 'granted':
    case 'ending':
      return title.granted(clockWords(text, item, now));
    case 'overdue':
      return title.overdue(item.endsAt === null ? '' : text.date(item.endsAt, now));
    case 'ended':
    case 'revoked':
      return title[item.state](item.endedAt === null ? '' : text.date(item.endedAt, now));
    case 'declined':
      return title.declined;
    case 'unknown':
      return item.startsAt === null ? title.unclear : title.unclearEnd;
  }
}

const isInside = ({ state }: Grant): boolean => state === 'granted' || state === 'ending' || state === 'overdue';

function partnerTitle({ title }: AccessMessages, item: Partner, banner: BannerKind | null): string {
  if (item.state === 'pending') return title.partner(item.partnerName);
  if (item.state === 'seen') return (banner === 'partner' ? title.partner : title.partnerProbable)(item.partnerName);
  return title.partnerState[item.state](item.partnerName);
}

const integratorTitle = ({ title }: AccessMessages, item: Integrator): string => title.integrator(item.sender.name);

/** "for 21 days", said to be assumed where the message names none. */
const askedLength = (text: AccessMessages, { days, daysSource }: Pick<GrantRecord, 'days' | 'daysSource'>): string =>
  text.length.asked(text.days(days), daysSource === 'preset');

/** How long an access is and how that is known. */
export const lengthWords = ({ length, days }: AccessMessages, item: Pick<GrantRecord, 'days' | 'daysSource'>): string =>
  length.known(days(item.days), length.source[item.daysSource]);

/** What is said of a length in the message that nobody should believe; null when there was none. */
export const unbelievedWords = (
  { length, days }: AccessMessages,
  { unbelievedDays }: Pick<GrantRecord, 'unbelievedDays'>,
): string | null => (unbelievedDays === null ? null : length.unbelieved(days(unbelievedDays)));

/** Until when, or since when, somebody is inside: "ends in 3 days, on 12 December". Empty when nobody is. */
export function clockWords(text: AccessMessages, item: Omit<Told, 'banner'>, now: number): string {
  const { clockLine, date } = text;
  if (item.kind === 'vendor') return grantClock(text, item as Grant, now);
  if (item.kind === 'partner') {
    const { state, startsAt } = item as Partner;
    return state === 'active' && startsAt !== null ? clockLine.since(date(startsAt, now)) : '';
  }
  if (item.kind !== 'integrator' || item.state !== 'present') return '';
  const { since, isSinceKnown } = item as Integrator;
  return (isSinceKnown ? clockLine.since : clockLine.sinceAtLeast)(date(since, now));
}

function grantClock(text: AccessMessages, item: Grant, now: number): string {
  const { endsAt } = item;
  if (endsAt === null || !isInside(item)) return '';
  const isAssumed = item.daysSource === 'preset';
  if (item.state === 'overdue' || endsAt <= now) return text.clockLine.overdue(text.date(endsAt, now));
  const left = daysUntil(endsAt, now);
  if (left === 0) return text.clockLine.endsToday(text.clock(endsAt, now), isAssumed);
  return text.clockLine.ends(text.away(left), text.date(endsAt, now), isAssumed);
}

/** Days of the calendar until then, in the user's own time zone; rounding absorbs the hour that summer time moves. */
export const daysUntil = (at: number, now: number): number => Math.round((midnight(at) - midnight(now)) / DAY);

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The whole length of an access that began then and has so many days left. */
export const lengthWith = (startsAt: number, daysLeft: number, now: number): number =>
  Math.max(1, Math.ceil((now - startsAt) / DAY) + daysLeft);

/** The most days that may be left of it, as no access is longer than a year. */
export const mostDaysLeft = (startsAt: number, now: number): number =>
  Math.max(1, LONGEST_ACCESS - Math.max(0, Math.ceil((now - startsAt) / DAY)));

/** How long ago it was asked for. */
export const requestedWords = (
  { requested, age }: AccessMessages,
  { requestedAt }: Pick<AccessRecord, 'requestedAt'>,
  now: number,
): string => requested(age(requestedAt, now));

/** Who asks, and whether that was proved. */
export function senderWords({ sender }: AccessMessages, item: Pick<AccessRecord, 'sender' | 'origin'>): string {
  if (item.origin === 'entered') return sender.entered;
  const who = sender.kind[item.sender.kind](item.sender.name);
  return `${who}, ${item.sender.isVerified ? sender.verified : sender.unverified}`;
}

/** A reason of a verdict as a sentence. */
export const becauseWords = ({ because }: AccessMessages, reason: Because): string => because[reason];

/** The state of a record in a word or two. */
export function stateWords({ state }: AccessMessages, item: Omit<Told, 'banner'>): string {
  const words: Record<string, string> = state[item.kind];
  return words[item.state] ?? item.state;
}
