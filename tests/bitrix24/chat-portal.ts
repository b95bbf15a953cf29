/** A portal's chats as its methods answer for them, without a network. */
import { AccessReader } from '../../bitrix24/access-reader.ts';
import type { BatchAnswers, Commands } from '../../bitrix24/batch.ts';
import type { AccessQuery } from '../../bitrix24/link-protocol.ts';
import type { AccessReading } from '../../domain/access/verdict.ts';
import type { DialogReading } from '../../domain/reading.ts';

export const NOW = Date.UTC(2026, 10, 20, 9);
export const MAIN = { dialogId: '5', chatId: 20, kind: 'support' } as const;
export const ASK = 'Сотруднику поддержки нужен доступ к вашему порталу. Разрешить доступ на 21 день?';

export const NOTHING_TO_ASK: AccessQuery = {
  carriers: [],
  wantsCarriers: false,
  wantsNotifications: false,
  readUpTo: [],
  known: [],
};

export const MAIN_DIALOG: DialogReading = {
  ...{ chatId: 20, dialogId: '5', isMain: true, title: null, status: 'open', lastActivityAt: null, unread: 0 },
  lastWord: null,
};

const key = (command: string, params: string, label: string, botId: number) => ({
  ...{ BOT_ID: botId, TYPE: 'BUTTON', COMMAND: command, COMMAND_PARAMS: params, TEXT: label, CONTEXT: 'ALL' },
});
export const ANSWERS = (botId = 5) => [
  key('supportAccess', 'allow|r1', 'Разрешить', botId),
  { TYPE: 'NEWLINE' },
  key('supportAccess', 'deny|r1', 'Отклонить', botId),
];
export const END = [key('supportAccess', 'cancel|r1', 'Отменить доступ', 5)];

export const SUPPORT_USER = {
  ...{ id: 5, name: 'Поддержка24', bot: true },
  botData: { code: 'network_cloud', type: 'support24', appId: '' },
};
export const MARTA_USER = { id: 6, name: 'Марта', bot_data: { code: 'marta', type: 'bot', app_id: '' } };
export const MARKET_USER = { id: 7, name: 'Марта', bot_data: { code: 'marta', type: 'bot', app_id: 'local.x' } };
export const COLLEAGUE = { id: 2, name: 'Мария Петрова', bot: false, bot_data: null };

export interface Sent {
  id: number;
  text?: string;
  author?: number;
  keyboard?: unknown;
  params?: object;
  at?: number;
}

const rest = (chatId: number, { id, text = '', author = 5, keyboard, params, at = NOW - 60_000 }: Sent) => ({
  ...{ id, chat_id: chatId, author_id: author, date: new Date(at).toISOString(), text, isSystem: author === 0 },
  params: { ...(keyboard === undefined ? {} : { KEYBOARD: keyboard }), ...params },
});

type Answer = { result: unknown } | { error: string };

export class ChatPortal {
  readonly chats = new Map<number, { dialogId: string; messages: Sent[] }>();
  users: unknown = [SUPPORT_USER, MARTA_USER, MARKET_USER, COLLEAGUE];
  /** Users that only a question for them tells. */
  strangers: unknown = {};
  recent: unknown = { items: [] };
  notifications: unknown = { notifications: [] };
  /** Methods that the portal lacks or refuses, with the code; with ` on` after the name only where it goes on from a message. */
  readonly refused = new Map<string, string>();
  /** The methods of each batch. */
  readonly batches: string[][] = [];

  constructor(messages: Sent[] = []) {
    this.chats.set(20, { dialogId: '5', messages });
  }

  /** Reads as a tab does. */
  async read(query: Partial<AccessQuery> = {}, dialogs: DialogReading[] = [MAIN_DIALOG]): Promise<AccessReading> {
    const reader = new AccessReader(
      { ...NOTHING_TO_ASK, ...query },
      { userId: '1', host: 'demo.bitrix24.ru', now: NOW },
    );
    const first = this.answer(reader.firstCommands());
    return reader.finish({ first, dialogs, userName: 'Анна' }, async (commands) => this.answer(commands));
  }

  answer(commands: Commands): BatchAnswers {
    const answers: BatchAnswers = { result: {}, errors: {} };
    this.batches.push(Object.values(commands).map((command) => command.split('?')[0] ?? ''));
    for (const [name, command] of Object.entries(commands)) {
      const [method = '', query] = command.split('?');
      const answer = this.#answerOne(method, new URLSearchParams(query));
      if ('error' in answer) answers.errors[name] = answer;
      else answers.result[name] = answer.result;
    }
    return answers;
  }

  #answerOne(method: string, params: URLSearchParams): Answer {
    const error =
      this.refused.get(method) ?? (params.has('filter[lastId]') ? this.refused.get(`${method} on`) : undefined);
    if (error) return { error };
    const number = (name: string) => Number(params.get(name) ?? 0);
    switch (method) {
      case 'im.v2.Chat.Message.tail': {
        const order = params.get('order[id]') === 'ASC' ? 'ASC' : 'DESC';
        const from = order === 'ASC' ? 0 : Number.POSITIVE_INFINITY;
        return this.#page(number('chatId'), order, number('filter[lastId]') || from, number('limit'));
      }
      case 'im.dialog.messages.get': {
        const [chatId] = [...this.chats].find(([, chat]) => chat.dialogId === params.get('DIALOG_ID')) ?? [0];
        const limit = number('LIMIT');
        if (params.has('FIRST_ID')) return this.#page(chatId, 'ASC', number('FIRST_ID'), limit);
        return this.#page(chatId, 'DESC', params.has('LAST_ID') ? number('LAST_ID') : Number.POSITIVE_INFINITY, limit);
      }
      case 'im.recent.list':
        return { result: this.recent };
      case 'im.notify.get':
        return { result: this.notifications };
      case 'im.user.list.get':
        return { result: this.strangers };
      default:
        return { error: 'ERROR_METHOD_NOT_FOUND' };
    }
  }

  #page(chatId: number, order: 'ASC' | 'DESC', lastId: number, limit: number): Answer {
    const chat = this.chats.get(chatId);
    if (!chat) return { error: 'CHAT_NOT_FOUND' };
    const all = [...chat.messages].sort((a, b) => (order === 'ASC' ? a.id - b.id : b.id - a.id));
    const some = all.filter(({ id }) => (order === 'ASC' ? id > lastId : id < lastId)).slice(0, limit);
    return { result: { messages: some.map((message) => rest(chatId, message)), users: this.users } };
  }
}

/** So many ordinary messages with numbers from `first` on. */
export const chatter = (first: number, count: number, changes: Partial<Sent> = {}): Sent[] =>
  Array.from({ length: count }, (_, index) => ({ id: first + index, text: 'Проверяем', ...changes }));
