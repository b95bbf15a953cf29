/** Live events about single messages and notifications, in the shapes of the portal. */
import { createHash } from 'node:crypto';
import type { Notification } from './access-state.ts';
import { ACCESS_TEXTS } from './access-texts.ts';
import type { PortalEvent } from './events.ts';
import { eventUser } from './people.ts';
import { type Chat, lastMessage, type Message, type PortalState } from './state.ts';
import { portalDate } from './wire.ts';

const im = (command: string, params: Record<string, unknown>): PortalEvent => ({ module: 'im', command, params });

/** Private chats name both sides, others only the chat. */
function whereabouts(state: PortalState, chat: Chat) {
  if (!/^\d+$/.test(chat.dialogId)) return { type: 'chat', dialogId: chat.dialogId };
  const other = Number(chat.dialogId);
  return { type: 'private', dialogId: other, fromUserId: other, toUserId: state.userId };
}

export function messageEdited(state: PortalState, chat: Chat, message: Message): PortalEvent {
  const { id, text, authorId } = message;
  return im('messageUpdate', {
    id,
    ...whereabouts(state, chat),
    text,
    textLegacy: text,
    chatId: chat.id,
    senderId: authorId,
    params: { IS_EDITED: 'Y', URL_ID: [], ATTACH: message.params.ATTACH ?? [] },
  });
}

interface DeletedMessage {
  chat: Chat;
  message: Message;
  completely: boolean;
  event: 'several' | 'single';
  params: Record<string, unknown>;
}

/** Newer versions tell of several at once, older ones of each by itself. */
export function messageDeleted(state: PortalState, { chat, message, completely, event, params }: DeletedMessage) {
  const text = ACCESS_TEXTS[state.scenario.user.language].messageDeleted;
  const one = { id: message.id, text, senderId: message.authorId, params };
  const where = { ...whereabouts(state, chat), chatId: chat.id };
  if (event === 'single') {
    return im(completely ? 'messageDeleteComplete' : 'messageDelete', {
      ...one,
      ...where,
      ...(completely ? rest(chat) : {}),
    });
  }
  return im('messageDeleteV2', { messages: [{ ...one, completelyDeleted: completely }], ...where, ...rest(chat) });
}

function rest(chat: Chat) {
  const last = lastMessage(chat);
  return {
    unread: chat.markedUnread,
    muted: false,
    counter: chat.unread,
    counterType: 'CHAT',
    recentConfig: { chatId: chat.id, sections: ['default'] },
    newLastMessage: last
      ? { id: last.id, chatId: chat.id, authorId: last.authorId, date: portalDate(last.at), text: last.text }
      : { id: 0 },
  };
}

export function notificationAdded(state: PortalState, notification: Notification): PortalEvent {
  const author = state.people.get(notification.authorId);
  return im('notifyAdd', {
    id: notification.id,
    type: 1,
    date: portalDate(notification.at),
    silent: 'N',
    onlyFlash: false,
    link: '',
    text: notification.text,
    tag: createHash('md5').update(notification.tag).digest('hex'),
    originalTag: notification.tag,
    original_tag: notification.tag,
    read: null,
    settingName: `${notification.module}|${notification.event}`,
    params: [],
    counter: state.access.notifications.length,
    users: author ? [eventUser(author)] : [],
    userId: notification.authorId,
    userName: author?.name ?? null,
    userColor: '#4b6a9b',
    userAvatar: '',
    userLink: `/company/personal/user/${notification.authorId}/`,
    buttons: notification.buttons,
  });
}

export function notificationConfirmed(state: PortalState, id: number, confirmMessages: string[]): PortalEvent {
  return im('notifyConfirm', {
    id,
    chatId: notificationChatId(state),
    confirmMessages,
    counter: state.access.notifications.length,
  });
}

/** Notifications live in a chat that nobody can open. */
export const notificationChatId = (state: PortalState): number => state.identity.firstChatId - 5;
