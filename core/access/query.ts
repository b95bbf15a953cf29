/** What a tab that reads shall look at for requests of access, and what of it is remembered. */
import type { AccessQuery } from '../../bitrix24/link-protocol.ts';
import { type AccessRecord, isOpenRequest, isRunning } from '../../domain/access/record.ts';
import type { AccessReading, Carrier } from '../../domain/access/verdict.ts';
import type { AccessWatch } from '../../domain/access/watch.ts';

const MINUTE = 60_000;
/** Bots and chats of the vendor seldom change. */
const CARRIERS_KEEP_FOR = 24 * 60 * MINUTE;
const NOTIFICATIONS_KEEP_FOR = 10 * MINUTE;
/** Chats that a reading looks at beside the vendor's own. */
const MOST_SUSPECTS = 5;
/** Messages of requests that a reading looks at again. */
const MOST_KNOWN = 50;

/** The main chat with support, as the list of dialogs names it. */
export interface MainChat {
  chatId: number;
  dialogId: string;
}

/** What the next reading shall look at. */
export function accessQuery(
  watch: AccessWatch,
  records: readonly AccessRecord[],
  mainChat: MainChat | null,
  now: number,
): AccessQuery {
  const main: Carrier[] = mainChat ? [{ ...mainChat, kind: 'support' }] : [];
  const carriers = withoutTwins([...watch.carriers, ...main, ...watch.suspects]);
  const watched = records.filter(
    (record) => isOpenRequest(record) || isRunning(record) || isUnclear(record) || isFreshRefusal(record, now),
  );
  const copies = watched.sort((a, b) => b.requestedAt - a.requestedAt).flatMap(({ copies }) => copies);
  return {
    carriers,
    wantsCarriers: !isWithin(watch.carriersAt, CARRIERS_KEEP_FOR, now),
    wantsNotifications: !isWithin(watch.notificationsAt, NOTIFICATIONS_KEEP_FOR, now),
    readUpTo: watch.readUpTo,
    known: copies
      .filter(({ carrier, keyboard }) => carrier === 'message' && keyboard !== 'gone')
      .slice(0, MOST_KNOWN)
      .map(({ chatId, messageId }) => [chatId, messageId]),
  };
}

/** Partner support runs without an end, and what nobody understood may still be answered by the message. */
const isUnclear = ({ state }: AccessRecord): boolean => state === 'unknown' || state === 'active';

/** Who has declined may think better of it, in the same message. */
const isFreshRefusal = (record: AccessRecord, now: number): boolean =>
  record.state === 'declined' && now - record.requestedAt < 30 * 24 * 60 * MINUTE;

/** A moment of the future is one of a clock that was set back. */
const isWithin = (at: number, length: number, now: number): boolean => at <= now && now - at < length;

function withoutTwins(carriers: readonly Carrier[]): Carrier[] {
  const byChat = new Map<number, Carrier>();
  for (const carrier of carriers) if (!byChat.has(carrier.chatId)) byChat.set(carrier.chatId, carrier);
  return [...byChat.values()];
}

/** Remembers a chat in which something looked like a request. */
export function withSuspect(watch: AccessWatch, chatId: number, dialogId: string): AccessWatch {
  if ([...watch.carriers, ...watch.suspects].some((carrier) => carrier.chatId === chatId)) return watch;
  const suspects = [{ chatId, dialogId, kind: 'suspect' as const }, ...watch.suspects].slice(0, MOST_SUSPECTS);
  return { ...watch, suspects };
}

/** What is remembered of a reading: where to go on, and when it was. */
export function watchAfter(watch: AccessWatch, reading: AccessReading, now: number): AccessWatch {
  const readUpTo = new Map(watch.readUpTo);
  for (const [chatId, messageId] of reading.readUpTo) {
    const newest = Math.max(messageId, readUpTo.get(chatId) ?? 0);
    // The chats that were read last stay: among them are always the vendor's own.
    readUpTo.delete(chatId);
    readUpTo.set(chatId, newest);
  }
  const isRead = reading.failure === null;
  const read = new Set(reading.readUpTo.map(([chatId]) => chatId));
  return {
    ...watch,
    readUpTo: [...readUpTo].slice(-50),
    carriers: reading.carriers ?? watch.carriers,
    carriersAt: reading.carriers ? now : watch.carriersAt,
    notificationsAt: reading.hasNotifications ? now : watch.notificationsAt,
    // What was looked at is no suspect any more; the next hint makes it one again.
    suspects: reading.hasMore ? watch.suspects : watch.suspects.filter(({ chatId }) => !read.has(chatId)),
    readAt: isRead ? now : watch.readAt,
    userName: reading.userName || watch.userName,
  };
}

/** Commands of the vendor's bots that nobody here knows: their names only. */
export function withUnknownCommands(watch: AccessWatch, names: readonly string[], now: number): AccessWatch {
  if (names.length === 0) return watch;
  const known = new Map(watch.unknownCommands.map((command) => [command.name, command]));
  for (const name of names) known.set(name, { name, firstAt: known.get(name)?.firstAt ?? now, lastAt: now });
  return { ...watch, unknownCommands: [...known.values()].slice(-50) };
}
