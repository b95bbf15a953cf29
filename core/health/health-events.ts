/** What readings, looks and pages say about the sources they come from. Nothing of their contents goes in. */
import type { LinkMessage } from '../../bitrix24/link-protocol.ts';
import type { SignIns } from '../../domain/access/record.ts';
import type { AccessReading } from '../../domain/access/verdict.ts';
import type { ReadingPart } from '../../domain/chatapp/book.ts';
import type { HealthEvent } from '../../domain/health/health.ts';
import type { Absence, HealthSource, SourceFailure } from '../../domain/health/sources.ts';
import type { ReadingResult } from '../market/chatapp-readings.ts';

type Told<T extends LinkMessage['type']> = Extract<LinkMessage, { type: T }>;
type Outcome = Told<'reading.finished'>['outcome'];

const told = (source: HealthSource, at: number): HealthEvent => ({ type: 'source.told', source, at });
const absent = (source: HealthSource, absence: Absence, at: number): HealthEvent => ({
  ...{ type: 'source.absent', source, absence, at },
});
const failed = (source: HealthSource, failure: SourceFailure, detail: string, at: number): HealthEvent => ({
  ...{ type: 'source.failed', source, failure, detail, at },
});
const malformed = (source: HealthSource, count: number, at: number): HealthEvent => ({
  ...{ type: 'payload.malformed', source, count, at },
});

/** What the reading of a portal says of the list, the limit and the unread numbers. */
export function readingEvents(outcome: Outcome, at: number): HealthEvent[] {
  if (outcome.kind === 'failure') return [failed('list', outcome.failure, outcome.detail, at)];
  if (outcome.kind === 'noSupportBot')
    return (['list', 'limit', 'counters'] as const).map((source) => absent(source, 'notOffered', at));
  const { dialogs, limit } = outcome.reading;
  // A page without the messenger does not ask for exact numbers, so that their lack is no failure.
  const isCounted = dialogs.length > 0 && dialogs.every(({ unread }) => typeof unread === 'number');
  return [
    told('list', at),
    ...(outcome.skippedEntries > 0 ? [malformed('list', outcome.skippedEntries, at)] : []),
    limit === null ? failed('limit', 'malformed', '', at) : told('limit', at),
    ...(isCounted ? [told('counters', at)] : []),
  ];
}

/** What the look for requests of access says; only the first thing that went wrong is known. */
export function accessEvents(reading: AccessReading, at: number): HealthEvent[] {
  const { failure, hasNotifications, sightings } = reading;
  const commands = new Set(sightings.flatMap(({ unknownCommands }) => unknownCommands));
  return [
    ...(failure === null ? [told('access', at)] : [lookFailed(failure, at)]),
    ...(hasNotifications ? [told('notifications', at)] : []),
    ...[...commands].map((name): HealthEvent => ({ type: 'command.unknown', name, at })),
  ];
}

/** `no answer`, `chat of another shape`, `notify ACCESS_DENIED`: what was asked for, and how it ended. */
function lookFailed(words: string, at: number): HealthEvent {
  const source = words.startsWith('notify ') ? 'notifications' : 'access';
  if (words === 'no answer') return failed(source, 'silent', words, at);
  if (words.endsWith(' of another shape')) return failed(source, 'malformed', '', at);
  return failed(source, 'refused', words.slice(words.indexOf(' ') + 1), at);
}

/** What a look into the portal's event log says of it. */
export function eventLogEvents({ state }: SignIns, at: number): HealthEvent[] {
  switch (state) {
    case 'read':
      return [told('eventLog', at)];
    case 'notAvailable':
      return [absent('eventLog', 'notOffered', at)];
    case 'refused':
      return [absent('eventLog', 'notAllowed', at)];
    case 'failed':
      return [failed('eventLog', 'silent', '', at)];
  }
}

/** What a reading for ChatApp says of the parts that were asked for; without a tab or a turn it says nothing. */
export function partsEvents(result: ReadingResult, parts: readonly ReadingPart[], at: number): HealthEvent[] {
  if (result.trouble === 'noTab' || result.trouble === 'busy') return [];
  if (result.trouble === 'switchedOff') return parts.map((part) => absent(part, 'switchedOff', at));
  if (result.trouble === 'notAdministrator') return parts.map((part) => absent(part, 'notAllowed', at));
  if (result.trouble !== null) return parts.map((part) => failed(part, 'silent', '', at));
  const { reading } = result;
  return parts.flatMap((part): HealthEvent[] => {
    const fact = reading[part];
    if (fact.from !== 'nowhere') return [told(part, at)];
    if (fact.why === 'refused') return [absent(part, 'notAllowed', at)];
    if (fact.why === 'notAvailable') return [absent(part, 'notOffered', at)];
    return fact.why === 'failed' ? [failed(part, 'silent', '', at)] : [];
  });
}

/** What the link tells beside readings; a page that was seen has said who is signed in. */
export function messageEvents(message: LinkMessage, at: number): HealthEvent[] {
  switch (message.type) {
    case 'page.seen':
      return message.userId === '' ? [] : [told('page', at)];
    case 'chats.told':
      return [told('page', at), ...(message.chats.length > 0 ? [told('counters', at)] : [])];
    case 'portal.event':
      // News of access may as well have been seen on the page.
      return message.event.type.startsWith('access.') ? [] : [told('events', at)];
    case 'events.malformed':
      return [malformed('events', message.count, at)];
    default:
      return [];
  }
}
