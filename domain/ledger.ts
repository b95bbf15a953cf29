/**
 * The dialogs of one portal as a list of records, and how readings and events change it.
 * Late and repeated deliveries are normal (every tab hears every event), so each rule compares times.
 */
import { courseWith, type Message, momentOf, refusedSince, turnAfterMessage, turnAfterReading } from './course.ts';
import { type SupportDialog, UNSEEN_COURSE } from './dialogs.ts';
import type { DialogsEvent } from './events.ts';
import type { DialogReading, LastWord, Reading } from './reading.ts';

export interface DialogRecord extends SupportDialog {
  /** Epoch ms of the newest live event about this dialog; 0 when none came. */
  eventAt: number;
  /** Epoch ms of the newest live event that told its status; 0 when none came. */
  statusAt: number;
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

/** More dialogs than this are not believed. */
export const MOST_DIALOGS = 20_000;

/** What a reading says about one dialog, except where an event told something later. */
function mergeRead(known: DialogRecord | undefined, read: DialogReading, startedAt: number): DialogRecord {
  const isNewer = (at: number) => at >= startedAt;
  // An event about the name or the counter says nothing about the status: that may have changed unheard.
  const status = known && isNewer(known.statusAt) ? known.status : read.status;
  const newest = known && isNewer(known.eventAt) ? known : read;
  const { lastWord, ...numbers } = read;
  return sameOr(known, {
    ...numbers,
    turn: turnAfterReading(known ?? null, lastWord, newest.lastActivityAt),
    course: courseWith(known?.course ?? UNSEEN_COURSE, known?.status ?? null, status, startedAt),
    refusedAt: status === 'open' ? null : (known?.refusedAt ?? null),
    ticket: known?.ticket ?? null,
    status,
    title: newest.title ?? read.title ?? known?.title ?? null,
    lastActivityAt: newest.lastActivityAt,
    unread: typeof newest.unread === 'number' ? newest.unread : read.unread,
    openSeenAt: openSince(known, status, startedAt),
    eventAt: known?.eventAt ?? 0,
    statusAt: known?.statusAt ?? 0,
  });
}

/** Takes a complete reading; what an event told after the request had left stays as the event told it. */
export function takeReading(ledger: Ledger, reading: Reading): Ledger {
  // A slow reading may end after one that was started later.
  if (reading.startedAt < ledger.readingStartedAt) return ledger;
  const before = new Map(ledger.dialogs.map((dialog) => [dialog.chatId, dialog]));
  const dialogs = reading.dialogs.map((read) => mergeRead(before.get(read.chatId), read, reading.startedAt));
  const listed = new Set(dialogs.map((dialog) => dialog.chatId));
  const addedMeanwhile = ledger.dialogs.filter(
    (dialog) => !listed.has(dialog.chatId) && dialog.statusAt >= reading.startedAt,
  );

  return {
    dialogs: [...dialogs, ...addedMeanwhile],
    botId: reading.botId ?? ledger.botId,
    limit: ledger.limitEventAt >= reading.startedAt ? ledger.limit : (reading.limit ?? ledger.limit),
    limitEventAt: ledger.limitEventAt,
    readingStartedAt: reading.startedAt,
  };
}

/** What a page's own data told of one chat. */
export interface ChatCount {
  chatId: number;
  unread: number;
  lastWord: LastWord | null;
}

/** Takes what a page's own data knew at `at`; a dialog that an event spoke of later keeps its own. */
export function takeCounts(ledger: Ledger, counts: readonly ChatCount[], at: number): Change {
  if (at < ledger.readingStartedAt) return { ledger, effect: 'known' };
  const byChat = new Map(counts.map((count) => [count.chatId, count]));
  const dialogs = ledger.dialogs.map((dialog) => {
    const told = byChat.get(dialog.chatId);
    if (!told || at < dialog.eventAt) return dialog;
    const turn = turnAfterReading(dialog, told.lastWord, dialog.lastActivityAt);
    const isNews = told.unread !== dialog.unread || turn !== dialog.turn;
    return isNews ? { ...dialog, unread: told.unread, turn, eventAt: at } : dialog;
  });
  const isChanged = dialogs.some((dialog, index) => dialog !== ledger.dialogs[index]);
  return isChanged ? { ledger: { ...ledger, dialogs }, effect: 'changed' } : { ledger, effect: 'known' };
}

/** Cuts times that lie ahead of `now`: the clock was set back, and what comes next must not count as old. */
export function withoutFuture(ledger: Ledger, now: number): Ledger {
  const isAhead = ({ eventAt, openSeenAt }: DialogRecord) => eventAt > now || (openSeenAt ?? 0) > now;
  if (ledger.readingStartedAt <= now && ledger.limitEventAt <= now && !ledger.dialogs.some(isAhead)) return ledger;
  return {
    ...ledger,
    readingStartedAt: Math.min(ledger.readingStartedAt, now),
    limitEventAt: Math.min(ledger.limitEventAt, now),
    dialogs: ledger.dialogs.map((dialog) => ({
      ...dialog,
      eventAt: Math.min(dialog.eventAt, now),
      statusAt: Math.min(dialog.statusAt, now),
      openSeenAt: dialog.openSeenAt === null ? null : Math.min(dialog.openSeenAt, now),
    })),
  };
}

/** True when the portal was read after the last live event that the ledger knows. */
export const isReadSinceEvents = ({ dialogs, limitEventAt, readingStartedAt }: Ledger): boolean =>
  limitEventAt <= readingStartedAt && dialogs.every(({ eventAt }) => eventAt <= readingStartedAt);

function replace(ledger: Ledger, dialog: DialogRecord): Ledger {
  const others = ledger.dialogs.filter((other) => other.chatId !== dialog.chatId);
  return { ...ledger, dialogs: [...others, dialog] };
}

function changeDialog(ledger: Ledger, known: DialogRecord, changes: Partial<DialogRecord>, at: number): Change {
  const isSame = Object.entries(changes).every(([name, value]) => known[name as keyof DialogRecord] === value);
  // Even news that changes nothing outdates what happened before it.
  const eventAt = Math.max(at, known.eventAt);
  const statusAt = changes.status === undefined ? known.statusAt : at;
  const next = sameOr(known, { ...known, ...changes, eventAt, statusAt });
  return { ledger: next === known ? ledger : replace(ledger, next), effect: isSame ? 'known' : 'changed' };
}

type DialogEvent = Extract<DialogsEvent, { type: 'dialog.added' | 'dialog.statusChanged' }>;

function applyDialogEvent(ledger: Ledger, event: DialogEvent, at: number): Change {
  const known = ledger.dialogs.find((dialog) => dialog.chatId === event.chatId);
  const own = { ...ledger, botId: ledger.botId ?? event.botId };
  if (!known) {
    if (ledger.dialogs.length >= MOST_DIALOGS) return { ledger, effect: 'rereadNeeded' };
    const added: DialogRecord = {
      chatId: event.chatId,
      dialogId: event.dialogId,
      isMain: !event.dialogId.startsWith('chat'),
      title: event.title,
      status: event.status,
      lastActivityAt: event.lastActivityAt ?? at,
      unread: event.type === 'dialog.added' ? 0 : 'unknown',
      openSeenAt: openSince(undefined, event.status, at),
      turn: null,
      course: courseWith(UNSEEN_COURSE, event.type === 'dialog.added' ? 'added' : null, event.status, at),
      refusedAt: null,
      ticket: null,
      eventAt: at,
      statusAt: at,
    };
    return { ledger: replace(own, added), effect: 'changed' };
  }
  // A repeated "added" must not undo what happened since.
  if (event.type === 'dialog.added') return { ledger, effect: 'known' };
  // A late one still tells the status, but name and date have moved on.
  const isLate = at < known.eventAt;
  return changeDialog(
    own,
    known,
    {
      status: event.status,
      title: isLate ? known.title : (event.title ?? known.title),
      lastActivityAt: isLate ? known.lastActivityAt : (event.lastActivityAt ?? known.lastActivityAt),
      openSeenAt: openSince(known, event.status, at),
      course: courseWith(known.course, known.status, event.status, at),
      refusedAt: event.status === 'open' ? null : known.refusedAt,
    },
    at,
  );
}

function applyMessage(ledger: Ledger, event: Message, at: number): Change {
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
      ...turnAfterMessage(known, event, momentOf(event, at)),
      ticket: event.ticket ?? known.ticket,
      refusedAt: event.isRefusal ? refusedSince(known.refusedAt, momentOf(event, at)) : known.refusedAt,
    },
    at,
  );
}

/** Everything that was told before is read now. */
function clearUnread(ledger: Ledger, at: number): Change {
  const isCleared = (dialog: DialogRecord) => dialog.unread === 0 || dialog.eventAt > at;
  if (ledger.dialogs.every(isCleared)) return { ledger, effect: 'known' };
  const dialogs = ledger.dialogs.map((dialog) => (isCleared(dialog) ? dialog : { ...dialog, unread: 0, eventAt: at }));
  return { ledger: { ...ledger, dialogs }, effect: 'changed' };
}

type DialogNews = Exclude<
  DialogsEvent,
  { type: 'limit.changed' | 'unread.cleared' | 'access.hinted' | 'access.mentioned' }
>;

function applyToDialog(ledger: Ledger, event: DialogNews, at: number): Change {
  const known = ledger.dialogs.find((dialog) => dialog.chatId === event.chatId);
  const newestAt = 'status' in event ? known?.statusAt : known?.eventAt;
  if (newestAt !== undefined && at < newestAt) return { ledger, effect: 'known' };
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
    case 'message.refused':
      return known
        ? changeDialog(ledger, known, { refusedAt: refusedSince(known.refusedAt, at) }, at)
        : { ledger, effect: 'known' };
    case 'ticket.told':
      return known ? changeDialog(ledger, known, { ticket: event.ticket }, at) : { ledger, effect: 'known' };
  }
}

function applyLimit(ledger: Ledger, limit: number, at: number): Change {
  // Without a dialog the support bot is not known, and other bots have limits of their own.
  if (ledger.botId === null) return { ledger, effect: 'rereadNeeded' };
  if (at < ledger.limitEventAt) return { ledger, effect: 'known' };
  const effect = limit === ledger.limit ? 'known' : 'changed';
  return { ledger: { ...ledger, limit, limitEventAt: at }, effect };
}

/** Applies one live event that happened at `at` (epoch ms); events of other bots and older ones change nothing. */
export function applyEvent(ledger: Ledger, event: DialogsEvent, at: number): Change {
  const isForeign = 'botId' in event && ledger.botId !== null && event.botId !== ledger.botId;
  if (isForeign || at < ledger.readingStartedAt) return { ledger, effect: 'known' };
  if (event.type === 'unread.cleared') return clearUnread(ledger, at);
  return event.type === 'limit.changed' ? applyLimit(ledger, event.limit, at) : applyToDialog(ledger, event, at);
}
