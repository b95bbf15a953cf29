/** Messages, users and chats as the portal's methods send them, in either of its two spellings. */
import * as v from 'valibot';
import { vendorBot } from '../domain/access/classify.ts';
import type { AccessMessage, BotFacts, MessageButton } from '../domain/access/message.ts';
import type { Carrier } from '../domain/access/verdict.ts';
import { DialogId, Id, MomentOrNull } from './fields.ts';

const Text = v.optional(v.fallback(v.string(), ''), '');
const Name = v.optional(v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''), '');

const Bot = v.pipe(
  v.object({ code: Text, type: Text, appId: v.optional(v.unknown()), app_id: v.optional(v.unknown()) }),
  v.transform(({ code, type, appId, app_id }): BotFacts => ({ code, type, appId: String(appId ?? app_id ?? '') })),
);
const BotOrNull = v.optional(v.fallback(v.nullable(Bot), null), null);

export const User = v.pipe(
  v.object({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
    name: Text,
    botData: BotOrNull,
    bot_data: BotOrNull,
  }),
  v.transform(({ id, name, botData, bot_data }) => ({ id, name, bot: botData ?? bot_data })),
);
export type PortalUser = v.InferOutput<typeof User>;

const Button = v.pipe(
  v.object({
    BOT_ID: Name,
    COMMAND: Name,
    COMMAND_PARAMS: Name,
    TEXT: Name,
    CONTEXT: Text,
  }),
  v.transform((button): MessageButton & { isDrawn: boolean } => ({
    botId: button.BOT_ID && button.BOT_ID !== '0' ? button.BOT_ID : null,
    command: button.COMMAND,
    params: button.COMMAND_PARAMS,
    label: button.TEXT,
    // The desktop draws no buttons that are meant for phones.
    isDrawn: button.COMMAND !== '' && button.CONTEXT.toUpperCase() !== 'MOBILE',
  })),
);

/** The buttons with a command; "no keyboard" is the letter `N`, a map is how PHP sends a list with gaps. */
export function buttonsOf(keyboard: unknown): MessageButton[] {
  return listOf(keyboard).flatMap((entry) => {
    const button = v.safeParse(Button, entry);
    if (!button.success || !button.output.isDrawn) return [];
    const { isDrawn: _, ...rest } = button.output;
    return [rest];
  });
}

/** Arrays as they are, maps by their values, nothing for anything else. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

const Params = v.object({
  KEYBOARD: v.optional(v.unknown()),
  ATTACH: v.optional(v.unknown()),
  IMOL_SID: v.optional(v.unknown()),
  IS_DELETED: v.optional(v.unknown()),
});

const Message = v.object({
  id: Id,
  author_id: v.optional(v.unknown()),
  authorId: v.optional(v.unknown()),
  date: MomentOrNull,
  text: Text,
  params: v.optional(v.unknown()),
});

/** A message as it was read; `isDeleted` when only its place is left. */
export interface ReadMessage extends Omit<AccessMessage, 'author'> {
  authorId: string;
  isDeleted: boolean;
}

/** What the place of a message adds to it. */
export type Place = Pick<AccessMessage, 'chatId' | 'dialogId' | 'chatKind'>;

/** Reads one message; null when it is of another shape. */
export function readMessage(value: unknown, place: Place): ReadMessage | null {
  const message = v.safeParse(Message, value);
  if (!message.success) return null;
  const { id, date, text, author_id, authorId } = message.output;
  const params = v.safeParse(Params, message.output.params);
  const { KEYBOARD, ATTACH, IMOL_SID, IS_DELETED } = params.success
    ? params.output
    : ({} as v.InferOutput<typeof Params>);
  const author = String(author_id ?? authorId ?? '');
  return {
    ...place,
    ...{ carrier: 'message', id, text, sentAt: date ?? 0, authorId: author === '0' ? '' : author },
    buttons: buttonsOf(KEYBOARD),
    attachColours: coloursOf(ATTACH),
    ticket: /^\d{1,20}$/.test(String(IMOL_SID ?? '')) && String(IMOL_SID) !== '0' ? String(IMOL_SID) : null,
    isDeleted: IS_DELETED === 'Y' || IS_DELETED === true,
  };
}

function coloursOf(attach: unknown): string[] {
  const boxes = [attach, ...listOf(attach)].slice(0, 20);
  return boxes.flatMap((box) => {
    const colour = (box as { COLOR?: unknown } | null)?.COLOR;
    return typeof colour === 'string' ? [colour.slice(0, 20)] : [];
  });
}

const Notification = v.object({
  id: Id,
  chat_id: v.optional(v.fallback(v.nullable(Id), null), null),
  date: MomentOrNull,
  notify_type: v.optional(v.unknown()),
  notify_module: Text,
  notify_event: Text,
  notify_tag: Text,
  notify_title: v.optional(v.fallback(v.nullable(v.string()), null), null),
  text: Text,
  notify_buttons: v.optional(v.unknown()),
});

/** The portal asks in the same way to admit new employees. */
const REGISTRATION = /REGIST|NEW_?USER|INVIT|USER_?CONFIRM|CONFIRM_?USER/i;

/** A confirm notification of the vendor's own module; null for any other. */
export function readNotification(value: unknown): AccessMessage | null {
  const notification = v.safeParse(Notification, value);
  if (!notification.success) return null;
  const {
    id,
    chat_id,
    date,
    notify_type,
    notify_module,
    notify_event,
    notify_tag,
    notify_title,
    text,
    notify_buttons,
  } = notification.output;
  const isRegistration = REGISTRATION.test(`${notify_tag} ${notify_event}`);
  if (Number(notify_type) !== 1 || notify_module.toLowerCase() !== 'bitrix24' || isRegistration) return null;
  return {
    ...{ carrier: 'notification', id, chatId: chat_id ?? 0, dialogId: 'notify', chatKind: 'other' },
    ...{ sentAt: date ?? 0, author: { id: '', name: '', bot: null }, attachColours: [], ticket: null },
    buttons: confirmButtons(notify_buttons),
    text: notify_title ? `${notify_title}\n${text}` : text,
  };
}

function confirmButtons(value: unknown): MessageButton[] {
  let buttons: unknown = value;
  if (typeof value === 'string') {
    try {
      buttons = JSON.parse(value);
    } catch {
      // Without readable buttons it asks for nothing that could be answered.
      return [];
    }
  }
  return listOf(buttons).flatMap((entry) => {
    const { COMMAND_PARAMS, TEXT, TITLE, VALUE } = (entry ?? {}) as Record<string, unknown>;
    const label = String(TEXT ?? TITLE ?? '');
    return label
      ? [{ botId: null, command: 'notifyConfirm', params: String(COMMAND_PARAMS ?? VALUE ?? ''), label }]
      : [];
  });
}

const Recent = v.object({
  id: DialogId,
  chat_id: v.optional(v.unknown()),
  chatId: v.optional(v.unknown()),
  type: Text,
  user: v.optional(v.unknown()),
  chat: v.optional(v.unknown()),
});
const RecentChat = v.object({ id: v.optional(v.unknown()), type: Text, entity_type: Text, entityType: Text });

/** A chat of the list in which requests may arrive; null for any other. */
export function carrierOf(value: unknown): Carrier | null {
  const item = v.safeParse(Recent, value);
  if (!item.success) return null;
  const { id, type, user, chat } = item.output;
  const shownChat = v.safeParse(RecentChat, chat);
  const chatId = v.safeParse(
    Id,
    item.output.chat_id ?? item.output.chatId ?? (shownChat.success ? shownChat.output.id : null),
  );
  if (!chatId.success) return null;
  const place = { dialogId: id, chatId: chatId.output };
  if (type === 'user' || /^\d+$/.test(id)) {
    const partner = v.safeParse(User, user);
    const vendor = partner.success && partner.output.id === id ? vendorBot(partner.output.bot) : null;
    return vendor && { ...place, kind: vendor };
  }
  const {
    type: chatType,
    entity_type,
    entityType,
  } = shownChat.success ? shownChat.output : { type: '', entity_type: '', entityType: '' };
  const isNotifier =
    chatType === 'support24Notifier' || [entity_type, entityType].some((entity) => entity === 'SUPPORT24_NOTIFIER');
  return isNotifier && /^chat\d+$/.test(id) ? { ...place, kind: 'notifier' } : null;
}
