/** How an application is at one moment, put together from a reading and from pages that were on show. */
import type { ChatAppReading } from '../../domain/chatapp/book.ts';
import { type Fact, isKnown, type Line, type Unread } from '../../domain/chatapp/facts.ts';
import type { ConfirmedApp } from '../../domain/market/apps.ts';
import type { AppRecord, LineRecord, NotReadReason, Part } from '../../domain/market/record.ts';
import type { MarketWatch } from '../../domain/market/view.ts';

const REASON: Record<Unread, NotReadReason> = {
  insideChatApp: 'notShown',
  outdated: 'notShown',
  notRead: 'failed',
  refused: 'refused',
  notAvailable: 'refused',
  failed: 'failed',
};

function partOf<T, R>(fact: Fact<T>, map: (value: T) => R): Part<R> {
  if (!isKnown(fact)) return { state: 'notRead', reason: REASON[fact.why] };
  return { state: 'read', value: map(fact.value), source: 'portal', at: fact.at };
}

/** A line whose queue is not known would look empty. */
function linesPart(fact: Fact<readonly Line[]>): Part<LineRecord[]> {
  const lines = partOf(fact, (value) => value.map(lineRecord));
  if (lines.state === 'notRead') return lines;
  const value = lines.value.filter((line) => line !== null);
  return value.length === lines.value.length ? { ...lines, value } : { state: 'notRead', reason: 'unexpectedShape' };
}

const lineRecord = ({ id, name, isActive, queue, order }: Line): LineRecord | null =>
  isKnown(queue) ? { id, name, isActive, order, queue: queue.value } : null;

/** `since`: epoch ms; what pages showed before it is of another installation. 0: all of it counts. */
export function recordOf(
  app: ConfirmedApp,
  watch: MarketWatch,
  reading: ChatAppReading | null,
  { since, now }: { since: number; now: number },
): AppRecord {
  const nothing: Fact<never> = { from: 'nowhere', why: 'failed' };
  const isOfNow = <T>(part: Part<T>) => part.state === 'read' && part.at >= since;
  return {
    takenAt: now,
    code: app.code,
    name: app.name,
    appId: app.appId,
    access: partOf(reading?.accessList ?? nothing, (value) => [...value]),
    lines: linesPart(reading?.lines ?? nothing),
    tabs: watch.cards.filter(({ tabs }) => isOfNow(tabs)),
    tiles: isOfNow(watch.tiles) ? watch.tiles : { state: 'notRead', reason: 'notShown' },
  };
}
