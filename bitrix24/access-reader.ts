/**
 * Looks for requests of access in the chats where they may arrive. The first questions travel with the reading of the
 * portal; what they leave open is asked in a few batches more. Nothing here fails that reading: `failure` names it.
 */
import * as v from 'valibot';
import type { AccessMessage } from '../domain/access/message.ts';
import type { AccessReading, Carrier, GoneMessage } from '../domain/access/verdict.ts';
import type { DialogReading } from '../domain/reading.ts';
import { laterCommand, type Methods, NOTIFY_COMMAND, RECENT_COMMAND, usersCommand } from './access-commands.ts';
import { answersAccess } from './access-events.ts';
import {
  carrierOf,
  listOf,
  type PortalUser,
  type ReadMessage,
  readMessage,
  readNotification,
  User,
} from './access-shapes.ts';
import { sightingsOf } from './access-sightings.ts';
import type { BatchAnswers, Commands } from './batch.ts';
import { ChatHistory } from './chat-history.ts';
import type { AccessQuery } from './link-protocol.ts';
import type { AccessPart, AccessSurroundings } from './reader.ts';

/** Of all chats together; 500 messages. */
const MOST_PAGES = 10;
const MOST_ROUNDS = 14;
/** The portal takes no more in one batch. */
const MOST_COMMANDS = 45;
const MOST_CARRIERS = 20;

/** One command with what its answer is for. */
interface Question {
  command: string;
  take(result: unknown): void;
  refuse(code: string): void;
}

export class AccessReader implements AccessPart {
  readonly #query: AccessQuery;
  readonly #surroundings: AccessSurroundings;
  readonly #chats = new Map<number, ChatHistory>();
  readonly #users = new Map<string, PortalUser>();
  readonly #gone: GoneMessage[] = [];
  /** Known messages that need no further question. */
  readonly #settled = new Set<number>();
  readonly #asked = new Map<string, Question>();
  #notifications: AccessMessage[] | null = null;
  #found: Carrier[] | null = null;
  #methods: Methods = 'new';
  #pagesLeft = MOST_PAGES;
  #hasAskedUsers = false;
  #failure: string | null = null;

  constructor(query: AccessQuery, surroundings: AccessSurroundings) {
    this.#query = query;
    this.#surroundings = surroundings;
    for (const carrier of query.carriers) this.#join(carrier);
  }

  /** What goes with the reading of the portal. */
  firstCommands(): Commands {
    const { wantsCarriers, wantsNotifications } = this.#query;
    const questions = new Map(this.#chatQuestions());
    if (wantsCarriers) questions.set('recent', this.#question('recent', RECENT_COMMAND, this.#takeRecent));
    if (wantsNotifications) questions.set('notify', this.#question('notify', NOTIFY_COMMAND, this.#takeNotifications));
    return this.#commandsOf(questions);
  }

  /** Takes the first answers and asks on until all is known or enough was asked. */
  async finish(
    { first, dialogs, userName }: { first: BatchAnswers; dialogs: readonly DialogReading[]; userName: string },
    ask: (commands: Commands) => Promise<BatchAnswers | null>,
  ): Promise<AccessReading> {
    this.#take(first);
    const main = dialogs.find(({ isMain }) => isMain);
    if (main) this.#join({ dialogId: main.dialogId, chatId: main.chatId, kind: 'support' });
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const commands = this.#commandsOf(this.#openQuestions());
      if (Object.keys(commands).length === 0) break;
      const answers = await ask(commands);
      if (!answers) {
        this.#fail('no answer');
        break;
      }
      this.#take(answers);
    }
    return this.#reading(dialogs, userName);
  }

  #join(carrier: Carrier): void {
    if (this.#chats.has(carrier.chatId) || this.#chats.size >= MOST_CARRIERS) return;
    const readUpTo = new Map(this.#query.readUpTo).get(carrier.chatId) ?? null;
    this.#chats.set(carrier.chatId, new ChatHistory(carrier, readUpTo, this.#surroundings.now));
  }

  #question(name: string, command: string, take: (result: unknown) => boolean): Question {
    return {
      command,
      take: (result) => {
        if (!take(result)) this.#fail(`${name} of another shape`);
      },
      refuse: (code) => this.#fail(`${name} ${code}`),
    };
  }

  #openQuestions(): Map<string, Question> {
    const questions = new Map([...this.#chatQuestions(), ...this.#knownQuestions()]);
    const strangers = questions.size === 0 && !this.#hasAskedUsers ? this.#strangers() : [];
    if (strangers.length > 0) {
      this.#hasAskedUsers = true;
      questions.set('bots', this.#question('bots', usersCommand(strangers), this.#takeUsers));
    }
    return questions;
  }

  #chatQuestions(): [string, Question][] {
    return [...this.#chats.values()].flatMap((chat): [string, Question][] => {
      const command = chat.nextCommand(this.#methods);
      if (command === null) return [];
      // The newest messages of each chat are always looked at; what is older or in between has its measure.
      if (chat.isBegun && this.#pagesLeft <= 0) return [];
      if (chat.isBegun) this.#pagesLeft -= 1;
      return [[`chat${chat.carrier.chatId}`, this.#chatQuestion(chat, command)]];
    });
  }

  #chatQuestion(chat: ChatHistory, command: string): Question {
    const methods = this.#methods;
    return {
      command,
      take: (result) => {
        const page = this.#pageOf(result, chat.carrier);
        if (page) chat.take(page.messages, page.length, methods);
        else this.#failChat(chat, 'of another shape');
      },
      refuse: (code) => {
        if (!this.#fallBack(code, methods)) this.#failChat(chat, code);
      },
    };
  }

  /** True when the same is to be asked once more in the older way. */
  #fallBack(code: string, methods: Methods): boolean {
    if (methods === 'public' || !/METHOD_NOT_FOUND/i.test(code)) return false;
    this.#methods = 'public';
    return true;
  }

  /** A chat of somebody's that cannot be read any more is no news; one of the vendor's is. */
  #failChat(chat: ChatHistory, code: string): void {
    chat.fail();
    if (chat.carrier.kind !== 'suspect') this.#fail(`chat ${code}`);
  }

  #knownQuestions(): [string, Question][] {
    return this.#query.known.flatMap(([chatId, messageId]): [string, Question][] => {
      const chat = this.#chats.get(chatId);
      if (chat && !chat.isBegun) return [];
      if (this.#settled.has(messageId) || chat?.messages.has(messageId)) return [];
      const carrier: Carrier = chat?.carrier ?? { chatId, dialogId: `chat${chatId}`, kind: 'suspect' };
      return [[`known${messageId}`, this.#knownQuestion(carrier, messageId)]];
    });
  }

  /** The message after the one before it is the message itself, or it is gone. */
  #knownQuestion(carrier: Carrier, messageId: number): Question {
    const methods = this.#methods;
    return {
      command: laterCommand(methods, carrier, messageId - 1, 1),
      take: (result) => {
        this.#settled.add(messageId);
        const page = this.#pageOf(result, carrier);
        if (!page) return this.#fail('message of another shape');
        const message = page.messages.find(({ id }) => id === messageId);
        if (!message) this.#gone.push({ chatId: carrier.chatId, messageId });
        else {
          this.#join(carrier);
          this.#chats.get(carrier.chatId)?.messages.set(messageId, message);
        }
      },
      refuse: (code) => {
        if (this.#fallBack(code, methods)) return;
        this.#settled.add(messageId);
        this.#fail(`message ${code}`);
      },
    };
  }

  #pageOf(result: unknown, carrier: Carrier): { messages: ReadMessage[]; length: number } | null {
    const answer = v.safeParse(v.object({ messages: v.unknown(), users: v.optional(v.unknown()) }), result);
    if (!answer.success || typeof answer.output.messages !== 'object') return null;
    this.#takeUsers(answer.output.users);
    const entries = listOf(answer.output.messages);
    const place = { chatId: carrier.chatId, dialogId: carrier.dialogId, chatKind: 'other' } as const;
    const messages = entries.map((entry) => readMessage(entry, place)).filter((message) => message !== null);
    return { messages, length: entries.length };
  }

  readonly #takeUsers = (users: unknown): boolean => {
    for (const entry of listOf(users)) {
      const user = v.safeParse(User, entry);
      if (user.success) this.#users.set(user.output.id, user.output);
    }
    return typeof users === 'object';
  };

  readonly #takeRecent = (result: unknown): boolean => {
    const answer = v.safeParse(v.object({ items: v.unknown() }), result);
    if (!answer.success) return false;
    const items = listOf(answer.output.items);
    this.#takeUsers(items.map((item) => (item as { user?: unknown } | null)?.user));
    this.#found = items.map(carrierOf).filter((carrier) => carrier !== null);
    for (const carrier of this.#found) this.#join(carrier);
    return true;
  };

  readonly #takeNotifications = (result: unknown): boolean => {
    const answer = v.safeParse(v.object({ notifications: v.unknown() }), result);
    if (!answer.success) return false;
    const entries = listOf(answer.output.notifications);
    this.#notifications = entries.map(readNotification).filter((message) => message !== null);
    return true;
  };

  /** Bots that buttons of a request address and that no answer has named. */
  #strangers(): string[] {
    const messages = [...this.#chats.values()].flatMap(({ messages }) => [...messages.values()]);
    const buttons = messages.flatMap((message) => message.buttons.filter(answersAccess));
    const ids = buttons.map(({ botId }) => botId).filter((id) => id !== null && /^\d{1,15}$/.test(id));
    return [...new Set(ids)].filter((id) => id !== null && !this.#users.has(id)).slice(0, 20) as string[];
  }

  #commandsOf(questions: Map<string, Question>): Commands {
    const few = [...questions].slice(0, MOST_COMMANDS);
    for (const [name, question] of few) this.#asked.set(name, question);
    return Object.fromEntries(few.map(([name, { command }]) => [name, command]));
  }

  #take({ result, errors }: BatchAnswers): void {
    const asked = [...this.#asked];
    this.#asked.clear();
    for (const [name, question] of asked) {
      const error = errors[name]?.error;
      if (error === undefined) question.take(result[name]);
      else question.refuse(error);
    }
  }

  #fail(what: string): void {
    this.#failure ??= what.slice(0, 100);
  }

  #reading(dialogs: readonly DialogReading[], userName: string): AccessReading {
    const { userId, host } = this.#surroundings;
    const known = new Set(this.#query.known.map(([, messageId]) => messageId));
    const chats = [...this.#chats.values()];
    const questionIds = new Set(dialogs.filter(({ isMain }) => !isMain).map(({ chatId }) => chatId));
    const facts = { portal: { userId, host }, users: this.#users, questionIds, known };
    const { sightings, isCut } = sightingsOf(chats, this.#notifications ?? [], facts);
    return {
      carriers:
        this.#found &&
        chats
          .filter(({ isFailed }) => !isFailed)
          .map(({ carrier }) => carrier)
          .filter(isOfVendor),
      hasNotifications: this.#notifications !== null,
      sightings,
      gone: [...this.#gone, ...this.#deleted(known)],
      readUpTo: chats.flatMap((chat) => readUpToOf(chat)),
      hasMore: isCut || chats.some(({ hasMore }) => hasMore),
      failure: this.#failure,
      userName,
    };
  }

  /** A deleted message may leave its place behind. */
  #deleted(known: ReadonlySet<number>): GoneMessage[] {
    return [...this.#chats.values()].flatMap(({ carrier: { chatId }, messages }) =>
      [...messages.values()]
        .filter(({ id, isDeleted }) => isDeleted && known.has(id))
        .map(({ id }) => ({ chatId, messageId: id })),
    );
  }
}

const isOfVendor = ({ kind }: Carrier): boolean => kind !== 'suspect';

/** A suspected chat that cannot be read counts as looked at, or it would be asked for again and again. */
function readUpToOf(chat: ChatHistory): [number, number][] {
  const { carrier, readUpTo, isFailed } = chat;
  const upTo = isFailed && carrier.kind === 'suspect' ? (readUpTo ?? 1) : isFailed ? null : readUpTo;
  return upTo === null ? [] : [[carrier.chatId, upTo]];
}
