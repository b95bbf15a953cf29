/** Messages between the content scripts and the background. Everything that travels to the background is parsed there. */
import * as v from 'valibot';
import { MOST_DIALOGS } from '../domain/ledger.ts';
import type { PortalView } from '../domain/view.ts';
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
  }),
  v.object({ type: v.literal('unread.changed'), chatId: ChatId, unread: NaturalNumber }),
  v.object({ type: v.literal('unread.cleared') }),
  v.object({
    type: v.literal('dialog.renamed'),
    chatId: ChatId,
    title: v.pipe(v.string(), v.maxLength(LONGEST_TITLE)),
  }),
]);

const Dialog = v.object({
  chatId: ChatId,
  dialogId: DialogId,
  isMain: v.boolean(),
  title: Title,
  status: Status,
  lastActivityAt: MomentOrNull,
  unread: Unread,
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
  v.object({ type: v.literal('reading.finished'), userId: UserId, outcome: Outcome }),
  v.object({
    type: v.literal('unread.counted'),
    userId: UserId,
    counts: v.pipe(v.array(v.tuple([ChatId, NaturalNumber])), v.maxLength(MOST_DIALOGS)),
    at: Moment,
  }),
  v.object({ type: v.literal('connection.changed'), userId: UserId }),
]);
export type LinkMessage = v.InferOutput<typeof LinkMessage>;

/** What the background answers to `page.seen` and `reading.finished`. */
export interface LinkReply {
  /** True when this tab shall read the portal now. */
  read: boolean;
  /** Chats whose counters and names the link forwards; null: as before. */
  watch: number[] | null;
  /** True when unread numbers are not known exactly: a page with data of its own shall tell them. */
  countUnread: boolean;
}

const Chip = v.object({
  edge: v.picklist(['left', 'right']),
  offset: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  isHidden: v.boolean(),
});

const PortalKey = v.pipe(v.string(), v.maxLength(300));

/** From the surfaces: the overlay in a tab, the popup. */
export const SurfaceMessage = v.variant('type', [
  v.object({ type: v.literal('overlay.started') }),
  v.object({ type: v.literal('chip.placed'), key: PortalKey, chip: Chip }),
  v.object({ type: v.literal('views.wanted') }),
  v.object({ type: v.literal('reading.wanted'), key: PortalKey }),
  v.object({ type: v.literal('right.claimed'), key: PortalKey }),
  v.object({ type: v.literal('dialog.wanted'), key: PortalKey, dialogId: DialogId }),
  v.object({ type: v.literal('dialogs.wanted'), key: PortalKey, closedCount: NaturalNumber }),
]);
export type SurfaceMessage = v.InferOutput<typeof SurfaceMessage>;

/** From the background to a tab. */
export type TabMessage =
  | { type: 'view.changed'; view: PortalView }
  | { type: 'read'; userId: string }
  | { type: 'isLive' }
  | { type: 'dialog.open'; dialogId: string };
