/** The shapes in which the portal tells chats and messages; see docs/portal-contract.md. */
import { type Chat, lastMessage, type Message, type PortalState } from './state.ts';
import { phpMap, portalDate } from './wire.ts';

const ENTITY: Partial<Record<Chat['kind'], { type: string; chatType: string }>> = {
  question: { type: 'SUPPORT24_QUESTION', chatType: 'support24Question' },
  notifier: { type: 'SUPPORT24_NOTIFIER', chatType: 'support24Notifier' },
};

const isPrivate = (chat: Chat) => /^\d+$/.test(chat.dialogId);

/** The short chat of `list` and of multidialog events: no counter in it. */
export function shortChat(state: PortalState, chat: Chat) {
  const entity = ENTITY[chat.kind];
  const byBot = chat.kind === 'question' || chat.kind === 'notifier';
  return {
    id: chat.id,
    dialogId: chat.dialogId,
    name: chat.title,
    type: isPrivate(chat) ? 'user' : (entity?.chatType ?? 'chat'),
    messageType: isPrivate(chat) ? 'P' : 'C',
    entityType: entity?.type ?? '',
    entityId: chat.kind === 'question' ? `question|${chat.number}` : '',
    entityData1: '',
    entityData2: '',
    entityData3: '',
    entityLink: { type: entity?.type ?? '', url: '', id: '' },
    avatar: '',
    color: '#2c7a7b',
    description: '',
    diskFolderId: 0,
    owner: byBot ? state.botId : state.userId,
    role: byBot ? 'member' : 'owner',
    permissions: {
      manageUsersAdd: 'none',
      manageUsersDelete: 'none',
      manageUi: 'member',
      manageSettings: 'owner',
      manageMessages: 'member',
      canPost: 'member',
    },
    extranet: false,
    containsCollaber: false,
    parentChatId: 0,
    parentMessageId: 0,
    muteList: [],
    isNew: false,
    textFieldEnabled: true,
    backgroundId: null,
  };
}

/** The full chat, as `add` and `load` answer it. */
export function fullChat(state: PortalState, chat: Chat) {
  const last = lastMessage(chat);
  return {
    ...shortChat(state, chat),
    counter: chat.unread,
    dateCreate: portalDate(chat.messages[0]?.at ?? Date.now()),
    lastMessageId: last?.id ?? 0,
    lastMessageViews: { countOfViewers: 0, firstViewers: [], messageId: last?.id ?? 0 },
    lastId: lastReadId(chat),
    managerList: [],
    markedId: chat.markedUnread ? (last?.id ?? 0) : 0,
    messageCount: chat.messages.length,
    public: '',
    unreadId: chat.messages.at(-chat.unread)?.id ?? 0,
    userCounter: isPrivate(chat) || chat.kind === 'question' ? 2 : 4,
  };
}

export function lastReadId(chat: Chat): number {
  return chat.messages.at(-1 - chat.unread)?.id ?? 0;
}

/** The chat inside message events: keys with underscores. */
export function eventChat(state: PortalState, chat: Chat) {
  const short = shortChat(state, chat);
  return {
    id: chat.id,
    dialogId: chat.dialogId,
    name: chat.title,
    owner: short.owner,
    type: short.type,
    message_type: short.messageType,
    entity_type: short.entityType,
    entity_id: short.entityId,
    avatar: '',
    color: short.color,
    date_create: portalDate(chat.messages[0]?.at ?? Date.now()),
    role: short.role,
    user_counter: 2,
    text_field_enabled: true,
    mute_list: [],
  };
}

/** A message as `load` answers it. */
export function restMessage(state: PortalState, chat: Chat, message: Message) {
  const unread = message.id > lastReadId(chat) && message.authorId !== state.userId;
  return {
    id: message.id,
    chat_id: chat.id,
    author_id: message.authorId,
    date: portalDate(message.at),
    text: message.text,
    isSystem: message.authorId === 0,
    uuid: message.templateId || null,
    forward: null,
    params: phpMap(message.params),
    viewedByOthers: message.authorId === state.userId,
    unread,
    viewed: !unread,
  };
}
