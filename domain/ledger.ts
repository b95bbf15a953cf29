/**
 * The dialogs of one portal as a list of records, and how readings and events change it.
 * Late and repeated deliveries are normal (every tab hears every event), so each rule compares times.
 */
import type { SupportDialog } from './dialogs.ts';
import type { PortalEvent } from './events.ts';
import type { Reading } from './reading.ts';

export interface DialogRecord extends SupportDialog {
  /** Epoch ms of the newest live event that changed this record; 0 when none has. */
  eventAt: number;
}

export interface Ledger {
  dialogs: DialogRecord[];
  botId: string | null;
  limit: number | null;
  /** Epoch ms of the newest live event that changed the limit. */
  limitEventAt: number;
  /** Epoch ms at which the last reading was started; events older than that are in it already. */
  readingStartedAt: number;
}

export const EMPTY_LEDGER: Ledger = {
  dialogs: [],
  botId: null,
  limit: null,
  limitEventAt: 0,
  readingStartedAt: 0,
};

export interface Change {
  ledger: Ledger;
  /** `changed`: numbers or names moved; `known`: nothing new; `rereadNeeded`: something we cannot place. */
  effect: 'changed' | 'known' | 'rereadNeeded';
}

const openSince = (before: DialogRecord | undefined, status: SupportDialog['status'], at: number) =>
  status === 'open' ? (before?.openSeenAt ?? at) : null;

/** Keeps the known record when nothing differs, so that only what changed is written. */
function sameOr(known: DialogRecord | undefined, next: DialogRecord): DialogRecord {
  if (!known) return next;
  const names = Object.keys(next) as (keyof DialogRecord)[];
  return names.every((name) => known[name] === next[name]) ? known : next;
}

/** Takes a complete reading; what an event told after the request had left stays as the event told it. */
export function takeReading(ledger: Ledger, reading: Reading): Ledger {
  const before = new Map(ledger.dialogs.map((dialog) => [dialog.chatId, dialog]));
  const isNewer = (dialog: DialogRecord | undefined) => dialog !== undefined && dialog.eventAt >= reading.startedAt;

  const dialogs = reading.dialogs.map((read): DialogRecord => {
    const known = before.get(read.chatId);
    if (known && isNewer(known)) return sameOr(known, { ...known, title: known.title ?? read.title });
    return sameOr(known, {
      ...read,
      title: read.title ?? known?.title ?? null,
      openSeenAt: openSince(known, read.status, reading.startedAt),
      eventAt: known?.eventAt ?? 0,
    });
  });
  const listed = new Set(dialogs.map((dialog) => dialog.chatId));
  const addedMeanwhile = ledger.dialogs.filter((dialog) => !listed.has(dialog.chatId) && isNewer(dialog));

  return {
    dialogs: [...dialogs, ...addedMeanwhile],
    botId: reading.botId ?? ledger.botId,
    limit: ledger.limitEventAt >= reading.startedAt ? ledger.limit : (reading.limit ?? ledger.limit),
    limitEventAt: ledger.limitEventAt,
    readingStartedAt: reading.startedAt,
  };
}

function replace(ledger: Ledger, dialog: DialogRecord): Ledger {
  const others = ledger.dialogs.filter((other) => other.chatId !== dialog.chatId);
  return { ...ledger, dialogs: [...others, dialog] };
}

function changeDialog(ledger: Ledger, known: DialogRecord, changes: Partial<DialogRecord>, at: number): Change {
  const isSame = Object.entries(changes).every(([name, value]) => known[name as keyof DialogRecord] === value);
  // Even news that changes nothing outdates what happened before it.
  if (isSame)
    return { ledger: at > known.eventAt ? replace(ledger, { ...known, eventAt: at }) : ledger, effect: 'known' };
  return { ledger: replace(ledger, { ...known, ...changes, eventAt: at }), effect: 'changed' };
}

type DialogEvent = Extract<PortalEvent, { type: 'dialog.added' | 'dialog.statusChanged' }>;
type MessageEvent = Extract<PortalEvent, { type: 'message.arrived' }>;

function applyDialogEvent(ledger: Ledger, event: DialogEvent, at: number): Change {
  const known = ledger.dialogs.find((dialog) => dialog.chatId === event.chatId);
  const own = { ...ledger, botId: ledger.botId ?? event.botId };
  if (!known) {
    const added: DialogRecord = {
      chatId: event.chatId,
      dialogId: event.dialogId,
      isMain: !event.dialogId.startsWith('chat'),
      title: event.title,
      status: event.status,
      lastActivityAt: event.lastActivityAt ?? at,
      unread: event.type === 'dialog.added' ? 0 : 'unknown',
      openSeenAt: openSince(undefined, event.status, at),
      eventAt: at,
    };
    return { ledger: replace(own, added), effect: 'changed' };
  }
  // A repeated "added" must not undo what happened since.
  if (event.type === 'dialog.added') return { ledger, effect: 'known' };
  return changeDialog(
    own,
    known,
    {
      status: event.status,
      title: event.title ?? known.title,
      lastActivityAt: event.lastActivityAt ?? known.lastActivityAt,
      openSeenAt: openSince(known, event.status, at),
    },
    at,
  );
}

function applyMessage(ledger: Ledger, event: MessageEvent, at: number): Change {
  const known = ledger.dialogs.find((dialog) => dialog.chatId === event.chatId);
  // The status in a message is unreliable, so an unknown dialog is read anew instead of guessed.
  if (!known) return { ledger, effect: 'rereadNeeded' };
  return changeDialog(
    ledger,
    known,
    {
      unread: event.unread ?? known.unread,
      lastActivityAt: event.lastActivityAt ?? at,
      title: known.title ?? event.title,
    },
    at,
  );
}

function applyToDialog(ledger: Ledger, event: Exclude<PortalEvent, { type: 'limit.changed' }>, at: number): Change {
  const known = ledger.dialogs.find((dialog) => dialog.chatId === event.chatId);
  if (known && at < known.eventAt) return { ledger, effect: 'known' };
  switch (event.type) {
    case 'dialog.added':
    case 'dialog.statusChanged':
      return applyDialogEvent(ledger, event, at);
    case 'message.arrived':
      return applyMessage(ledger, event, at);
    case 'unread.changed':
      return known ? changeDialog(ledger, known, { unread: event.unread }, at) : { ledger, effect: 'known' };
    case 'dialog.renamed':
      return known ? changeDialog(ledger, known, { title: event.title }, at) : { ledger, effect: 'known' };
  }
}

function applyLimit(ledger: Ledger, limit: number, at: number): Change {
  if (at < ledger.limitEventAt) return { ledger, effect: 'known' };
  const effect = limit === ledger.limit ? 'known' : 'changed';
  return { ledger: { ...ledger, limit, limitEventAt: at }, effect };
}

/** Applies one live event that happened at `at` (epoch ms); events of other bots and older ones change nothing. */
export function applyEvent(ledger: Ledger, event: PortalEvent, at: number): Change {
  const isForeign = 'botId' in event && ledger.botId !== null && event.botId !== ledger.botId;
  if (isForeign || at < ledger.readingStartedAt) return { ledger, effect: 'known' };
  return event.type === 'limit.changed' ? applyLimit(ledger, event.limit, at) : applyToDialog(ledger, event, at);
}
