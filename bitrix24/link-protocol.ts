/** Messages between the content scripts and the background. Everything that travels to the background is parsed there. */
import * as v from 'valibot';
import type { Carrier } from '../domain/access/verdict.ts';
import { callAction } from '../domain/calls/calls.ts';
import { MOST_DIALOGS } from '../domain/ledger.ts';
import { AccessReadingSchema } from './access-schema.ts';
import { LONGEST_ACTION, LONGEST_CALL, MOST_CALLS_TOLD } from './call-notes.ts';
import { LONGEST_TITLE, Status } from './fields.ts';

const UserId = v.pipe(v.string(), v.regex(/^\d{1,12}$/));
const DialogId = v.pipe(v.string(), v.regex(/^(chat)?[1-9]\d{0,14}$/));
const ChatId = v.pipe(v.number(), v.integer(), v.minValue(1));
const Moment = v.pipe(v.number(), v.minValue(0));
const MomentOrNull = v.nullable(Moment);
const Title = v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_TITLE)));
const WholeNumber = v.pipe(v.number(), v.integer());
const NaturalNumber = v.pipe(WholeNumber, v.minValue(0));
const Unread = v.union([NaturalNumber, v.picklist(['some', 'unknown'])]);
const Ticket = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const LastWord = v.nullable(v.object({ author: v.picklist(['me', 'support']), at: Moment }));
const BotId = v.pipe(v.string(), v.regex(/^\d{1,15}$/));
const Failure = v.picklist([
  'signedOut',
  'offline',
  'timeout',
  'serverError',
  'notJson',
  'unexpectedShape',
  'tokenRefused',
  'refused',
]);

const Event = v.variant('type', [
  v.object({
    type: v.picklist(['dialog.added', 'dialog.statusChanged']),
    chatId: ChatId,
    dialogId: DialogId,
    botId: BotId,
    status: Status,
    title: Title,
    lastActivityAt: MomentOrNull,
  }),
  v.object({ type: v.literal('limit.changed'), botId: BotId, limit: WholeNumber }),
  v.object({
    type: v.literal('message.arrived'),
    chatId: ChatId,
    dialogId: DialogId,
    botId: BotId,
    unread: v.nullable(NaturalNumber),
    lastActivityAt: MomentOrNull,
    title: Title,
    author: v.nullable(v.picklist(['me', 'support', 'system'])),
    isByPerson: v.boolean(),
    isRefusal: v.boolean(),
    ticket: v.nullable(Ticket),
  }),
  v.object({ type: v.literal('message.refused'), chatId: ChatId }),
  v.object({ type: v.literal('ticket.told'), chatId: ChatId, ticket: Ticket }),
  v.object({ type: v.literal('unread.changed'), chatId: ChatId, unread: NaturalNumber }),
  v.object({ type: v.literal('unread.cleared') }),
  v.object({
    type: v.literal('dialog.renamed'),
    chatId: ChatId,
    title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
  }),
  /** Of the notifications: dialog `notify`, chat 0. */
  v.object({
    type: v.literal('access.hinted'),
    chatId: NaturalNumber,
    dialogId: v.union([DialogId, v.literal('notify')]),
  }),
  v.object({ type: v.literal('access.mentioned'), chatId: ChatId }),
]);

const Dialog = v.object({
  chatId: ChatId,
  dialogId: DialogId,
  isMain: v.boolean(),
  title: Title,
  status: Status,
  lastActivityAt: MomentOrNull,
  unread: Unread,
  lastWord: LastWord,
});

const Outcome = v.variant('kind', [
  v.object({
    kind: v.literal('reading'),
    skippedEntries: NaturalNumber,
    reading: v.object({
      botId: v.nullable(BotId),
      dialogs: v.pipe(v.array(Dialog), v.maxLength(MOST_DIALOGS)),
      limit: v.nullable(WholeNumber),
      isAdministrator: v.nullable(v.boolean()),
      startedAt: Moment,
    }),
  }),
  v.object({ kind: v.literal('noSupportBot') }),
  v.object({ kind: v.literal('failure'), failure: Failure, detail: v.pipe(v.string(), v.maxLength(100)) }),
]);

/** The method alone: whatever else stands there is gone before anybody sees it. */
const ToldCall = v.object({
  at: Moment,
  action: v.pipe(v.string(), v.maxLength(LONGEST_ACTION), v.transform(callAction)),
  ms: v.pipe(NaturalNumber, v.maxValue(LONGEST_CALL)),
  outcome: v.union([v.literal('answered'), Failure]),
});

/** From the link; `userId` is who the page says is signed in. */
export const LinkMessage = v.variant('type', [
  v.object({
    type: v.literal('page.seen'),
    userId: v.union([UserId, v.literal('')]),
    language: v.pipe(v.string(), v.maxLength(10)),
    generation: v.picklist(['v2', 'v1', 'none']),
    isAdministrator: v.nullable(v.boolean()),
    /** True when the person loaded the page again. */
    isReload: v.boolean(),
  }),
  v.object({ type: v.literal('portal.event'), userId: UserId, event: Event, at: Moment }),
  v.object({
    type: v.literal('reading.finished'),
    userId: UserId,
    outcome: Outcome,
    access: v.optional(v.nullable(AccessReadingSchema), null),
  }),
  v.object({
    type: v.literal('chats.told'),
    userId: UserId,
    chats: v.pipe(
      v.array(v.object({ chatId: ChatId, unread: NaturalNumber, lastWord: LastWord })),
      v.maxLength(MOST_DIALOGS),
    ),
    at: Moment,
  }),
  /** A dialog with support is on show: its cards may be needed. */
  v.object({ type: v.literal('support.shown'), userId: UserId }),
  /** This tab is to read more than the list of dialogs: what does it shall be put beside the link. */
  v.object({
    type: v.literal('reader.wanted'),
    userId: UserId,
    what: v.picklist(['access', 'chatapp']),
  }),
  v.object({ type: v.literal('connection.changed'), userId: UserId }),
  /** Requests that this tab has sent to its portal, without what was asked and answered. */
  v.object({
    type: v.literal('calls.told'),
    userId: UserId,
    calls: v.pipe(v.array(ToldCall), v.minLength(1), v.maxLength(MOST_CALLS_TOLD)),
  }),
  /** Live events of a shape that nobody knows, since the last time this tab told it. */
  v.object({
    type: v.literal('events.malformed'),
    userId: UserId,
    count: v.pipe(NaturalNumber, v.minValue(1), v.maxValue(1_000_000)),
  }),
]);
export type LinkMessage = v.InferOutput<typeof LinkMessage>;

/** What a tab that reads shall look at for requests of access. */
export interface AccessQuery {
  /** Chats in which requests may arrive, as far as they are known. */
  carriers: readonly Carrier[];
  /** True when the portal shall be asked which chats these are. */
  wantsCarriers: boolean;
  /** True when confirm notifications shall be looked through. */
  wantsNotifications: boolean;
  /** The newest message that was looked at, by chat id. */
  readUpTo: readonly [chatId: number, messageId: number][];
  /** Messages of requests whose buttons may have changed. */
  known: readonly [chatId: number, messageId: number][];
}

export type WatchedDialog = [chatId: number, dialogId: string];

/** What the background answers to `page.seen` and `reading.finished`. */
export interface LinkReply {
  /** True when this tab shall read the portal now. */
  read: boolean;
  /** What to look at for requests of access when it reads. */
  access: AccessQuery;
  /** Support dialogs: their counters and names are forwarded; null: as before. */
  watch: WatchedDialog[] | null;
  /** True when unread numbers are not known exactly: a page with data of its own shall tell them. */
  countUnread: boolean;
}
