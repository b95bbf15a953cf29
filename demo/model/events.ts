/** Live events in the shapes of the portal; each function only builds, sending is the caller's business. */
import { eventUser, restUser } from './people.ts';
import { eventChat, lastReadId, shortChat } from './shapes.ts';
import { type Chat, lastMessage, type Message, type PortalState, statusOf } from './state.ts';
import { portalDate } from './wire.ts';

export interface PortalEvent {
  module: string;
  command: string;
  params: Record<string, unknown>;
  /** Milliseconds by which the portal sends it later than the rest. */
  after?: number;
}

const im = (command: string, params: Record<string, unknown>): PortalEvent => ({ module: 'im', command, params });

const isSupportChat = (chat: Chat) => chat.kind === 'question' || chat.kind === 'main';

/** A question was created: the only event that tells the status `new`. */
export function dialogAdded(state: PortalState, chat: Chat): PortalEvent {
  return im('addMultidialog', {
    chat: shortChat(state, chat),
    multidialog: { chatId: chat.id, dialogId: chat.dialogId, botId: state.botId, isSupport: true, status: 'new' },
    count: state.questions().length + (state.mainChat() ? 1 : 0) + state.scenario.countDrift,
  });
}

/** A session was confirmed or closed; for the main chat the bot comes instead of the chat. */
export function statusChanged(state: PortalState, chat: Chat): PortalEvent {
  const bot = state.people.get(state.botId);
  const about = chat.kind === 'main' && bot ? { bot: restUser(state, bot) } : { chat: shortChat(state, chat) };
  return im('changeMultidialogStatus', {
    multidialog: {
      chatId: chat.id,
      dialogId: chat.dialogId,
      // A string here, a number in `addMultidialog`: the portal is not consistent.
      botId: String(state.botId),
      isSupport: true,
      status: statusOf(chat),
      dateMessage: portalDate(lastMessage(chat)?.at ?? Date.now()),
    },
    ...about,
  });
}

export function limitChanged(state: PortalState): PortalEvent {
  return im('changeMultidialogSessionsLimit', { botId: state.botId, limit: state.limit });
}

/** A message arrived: `message` in private chats, `messageChat` in all others. */
export function messageAdded(state: PortalState, chat: Chat, message: Message): PortalEvent {
  const isPrivate = /^\d+$/.test(chat.dialogId);
  const author = state.people.get(message.authorId);
  return im(isPrivate ? 'message' : 'messageChat', {
    chatId: chat.id,
    dialogId: isPrivate ? Number(chat.dialogId) : chat.dialogId,
    dateLastActivity: portalDate(message.at),
    chat: isPrivate ? [] : { [chat.id]: eventChat(state, chat) },
    lines: null,
    // Truthy even for chats that are no dialog with support.
    multidialog: isSupportChat(chat) ? messageMultidialog(state, chat) : [],
    userInChat: isPrivate ? [] : { [chat.id]: [state.userId, state.botId] },
    userBlockChat: [],
    users: author ? { [author.id]: eventUser(author) } : [],
    message: {
      id: message.id,
      templateId: message.templateId,
      prevId: chat.messages.at(-2)?.id ?? 0,
      chatId: chat.id,
      senderId: message.authorId,
      recipientId: isPrivate ? Number(chat.dialogId) : chat.dialogId,
      system: message.authorId === 0 ? 'Y' : 'N',
      date: portalDate(message.at),
      text: message.text,
      textLegacy: message.text,
      params: Object.keys(message.params).length > 0 ? message.params : [],
      isImportant: false,
      forward: null,
    },
    counter: chat.unread,
    counterType: 'CHAT',
    recentConfig: { chatId: chat.id, sections: ['default'] },
    files: [],
    notify: true,
  });
}

/** The status in message events follows the session id alone: a new question is told as `close`. */
function messageMultidialog(state: PortalState, chat: Chat) {
  const confirmed = (chat.session?.id ?? 0) > 0;
  return {
    botId: state.botId,
    dialogId: chat.dialogId,
    chatId: chat.id,
    status: confirmed ? 'open' : 'close',
    isSupport: true,
    dateMessage: portalDate(lastMessage(chat)?.at ?? Date.now()),
  };
}

export function messagesRead(chat: Chat): PortalEvent {
  const isPrivate = /^\d+$/.test(chat.dialogId);
  return im(isPrivate ? 'readMessage' : 'readMessageChat', {
    chatId: chat.id,
    dialogId: isPrivate ? Number(chat.dialogId) : chat.dialogId,
    lastId: lastReadId(chat),
    counter: chat.unread,
    muted: false,
    unread: chat.markedUnread,
    viewedMessages: [],
    type: isPrivate ? 'P' : 'C',
    parentChatId: 0,
    counterType: 'CHAT',
  });
}

export function markedUnread(chat: Chat): PortalEvent {
  return im('chatUnread', {
    chatId: chat.id,
    dialogId: chat.dialogId,
    active: chat.markedUnread,
    muted: false,
    counter: chat.unread,
    markedId: chat.markedUnread ? (lastMessage(chat)?.id ?? 0) : 0,
    lines: false,
    counterType: 'CHAT',
  });
}

export function renamed(chat: Chat): PortalEvent {
  return im('chatRename', { chatId: chat.id, name: chat.title });
}

export function hidden(chat: Chat): PortalEvent {
  return im('chatHide', { dialogId: chat.dialogId, chatId: String(chat.id), lines: false });
}

/** Parameters of a message changed; without names all of them are told. */
export function messageParamsUpdated(state: PortalState, chat: Chat, message: Message, names?: string[]): PortalEvent {
  const isPrivate = /^\d+$/.test(chat.dialogId);
  const people = isPrivate
    ? { type: 'private', fromUserId: message.authorId, toUserId: state.userId }
    : { type: 'chat', senderId: message.authorId };
  const told = names ? Object.fromEntries(names.map((name) => [name, message.params[name]])) : message.params;
  return im('messageParamsUpdate', { id: message.id, chatId: chat.id, params: told, ...people });
}

export function writing(state: PortalState, chat: Chat): PortalEvent {
  return im('startWriting', { dialogId: chat.dialogId, userId: state.botId, userName: state.texts.operator });
}
