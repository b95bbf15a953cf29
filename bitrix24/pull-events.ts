/** Live events of the portal, turned into our own. See docs/portal-contract.md, "Live events". */
import * as v from 'valibot';
import type { PortalEvent } from '../domain/events.ts';
import { Count, DialogId, Id, LONGEST_TITLE, MomentOrNull, Status, TitleOrNull, UnreadCount } from './fields.ts';

const Bot = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,15}$/));

const DialogEvent = v.object({
  name: TitleOrNull,
  multidialog: v.object({
    chatId: Id,
    dialogId: DialogId,
    botId: Bot,
    status: Status,
    isSupport: v.optional(v.unknown()),
    dateMessage: MomentOrNull,
  }),
});

const LimitEvent = v.object({ botId: Bot, limit: Count });

const Ticket = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,20}$/));

const MessageEvent = v.object({
  chatId: Id,
  dialogId: DialogId,
  counter: v.optional(v.nullable(UnreadCount)),
  date: MomentOrNull,
  name: TitleOrNull,
  multidialog: v.object({ chatId: Id, botId: Bot }),
  senderId: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  system: v.optional(v.unknown()),
  isByPerson: v.optional(v.unknown()),
  keyboard: v.optional(v.unknown()),
  ticket: v.optional(v.fallback(v.nullable(Ticket), null), null),
});

const OfOrdinaryChat = v.object({ multidialog: v.null() });

const MarkEvent = v.object({
  chatId: Id,
  isDelivered: v.optional(v.unknown()),
  ticket: v.optional(v.fallback(v.nullable(Ticket), null), null),
});

/** The button under the portal's notice that a message was not delivered. */
const RESUME = v.pipe(
  v.array(v.unknown()),
  v.check((buttons) => buttons.some((button) => v.is(ResumeButton, button))),
);
const ResumeButton = v.object({ COMMAND: v.picklist(['menu', 'session']), COMMAND_PARAMS: v.literal('resume') });

const ReadEvent = v.object({ chatId: Id, counter: UnreadCount });
const UnreadMarkEvent = v.object({ chatId: Id, active: v.boolean(), counter: v.optional(v.nullable(UnreadCount)) });
const RenameEvent = v.object({ chatId: Id, name: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) });

type Parsed = PortalEvent | 'ignored' | 'malformed';

function dialogEvent(type: 'dialog.added' | 'dialog.statusChanged', params: unknown): Parsed {
  const parsed = v.safeParse(DialogEvent, params);
  if (!parsed.success) return 'malformed';
  const { multidialog, name } = parsed.output;
  if (!multidialog.isSupport) return 'ignored';
  const { chatId, dialogId, botId, status, dateMessage } = multidialog;
  return { type, chatId, dialogId, botId, status, title: name, lastActivityAt: dateMessage };
}

function authorOf(senderId: string | number | null | undefined, isSystem: boolean, userId: string) {
  if (isSystem || Number(senderId) === 0) return 'system';
  if (senderId === null || senderId === undefined) return null;
  return String(senderId) === userId ? 'me' : 'support';
}

/** The status inside a message event is computed wrongly by the portal and is not read. */
function messageEvent(params: unknown, userId: string): Parsed {
  // A message that may be about access comes from any chat; what it is, access-events.ts tells.
  if (v.is(OfOrdinaryChat, params)) return 'ignored';
  const parsed = v.safeParse(MessageEvent, params);
  if (!parsed.success) return 'malformed';
  const { chatId, dialogId, counter, date, name, multidialog, senderId, system, isByPerson, keyboard, ticket } =
    parsed.output;
  const author = authorOf(senderId ?? null, system === 'Y', userId);
  return {
    type: 'message.arrived',
    chatId,
    dialogId,
    botId: multidialog.botId,
    unread: counter ?? null,
    lastActivityAt: date,
    title: name,
    author,
    isByPerson: author === 'support' && isByPerson === true,
    isRefusal: author === 'system' && v.is(RESUME, keyboard),
    ticket,
  };
}

/** Marks that come after a message, for any chat; most of them are not ours. */
function markEvent(params: unknown): Parsed {
  const parsed = v.safeParse(MarkEvent, params);
  if (!parsed.success) return 'ignored';
  const { chatId, isDelivered, ticket } = parsed.output;
  if (isDelivered === 'N') return { type: 'message.refused', chatId };
  return ticket ? { type: 'ticket.told', chatId, ticket } : 'ignored';
}

function limitEvent(params: unknown): Parsed {
  const parsed = v.safeParse(LimitEvent, params);
  return parsed.success ? { type: 'limit.changed', ...parsed.output } : 'malformed';
}

function readEvent(params: unknown): Parsed {
  const parsed = v.safeParse(ReadEvent, params);
  return parsed.success
    ? { type: 'unread.changed', chatId: parsed.output.chatId, unread: parsed.output.counter }
    : 'malformed';
}

/** A chat marked unread by hand counts as one when it has no counter of its own. */
function unreadMarkEvent(params: unknown): Parsed {
  const parsed = v.safeParse(UnreadMarkEvent, params);
  if (!parsed.success) return 'malformed';
  const { chatId, active, counter } = parsed.output;
  return { type: 'unread.changed', chatId, unread: counter || (active ? 1 : 0) };
}

function renameEvent(params: unknown): Parsed {
  const parsed = v.safeParse(RenameEvent, params);
  return parsed.success
    ? { type: 'dialog.renamed', chatId: parsed.output.chatId, title: parsed.output.name.slice(0, LONGEST_TITLE) }
    : 'malformed';
}

/** Parses one event as the bridge cut it down for the user `userId`; `ignored` is not ours, `malformed` has a shape we do not know. */
export function parsePullEvent(command: string, params: unknown, userId: string): Parsed {
  switch (command) {
    case 'addMultidialog':
      return dialogEvent('dialog.added', params);
    case 'changeMultidialogStatus':
      return dialogEvent('dialog.statusChanged', params);
    case 'changeMultidialogSessionsLimit':
      return limitEvent(params);
    case 'message':
    case 'messageChat':
      return messageEvent(params, userId);
    case 'chatUnread':
      return unreadMarkEvent(params);
    case 'readAllChats':
      return { type: 'unread.cleared' };
    case 'chatRename':
      return renameEvent(params);
    case 'messageParamsUpdate':
      return markEvent(params);
    case 'readMessage':
    case 'readMessageChat':
    case 'unreadMessage':
    case 'unreadMessageChat':
      return readEvent(params);
    default:
      return 'ignored';
  }
}
