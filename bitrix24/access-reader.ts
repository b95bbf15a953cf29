/**
 * Looks for requests of access in the chats where they may arrive. The first questions travel with the reading of the
 * portal; what they leave open is asked in a few batches more. Nothing here fails that reading: `failure` names it.
 */
import type { AccessReading, Carrier, GoneMessage } from '../domain/access/verdict.ts';
import type { DialogReading } from '../domain/reading.ts';
import { laterCommand, type Methods, NOTIFY_COMMAND, RECENT_COMMAND, usersCommand } from './access-commands.ts';
import { answersAccess } from './access-events.ts';
import { PortalFinds } from './access-finds.ts';
import { type Question, Questions } from './access-questions.ts';
import { sightingsOf } from './access-sightings.ts';
import type { BatchAnswers, Commands } from './batch.ts';
import { ChatHistory } from './chat-history.ts';
import type { AccessQuery } from './link-protocol.ts';
import type { AccessPart, AccessSurroundings } from './reader.ts';

/** Of all chats together; 500 messages. */
const MOST_PAGES = 10;
const MOST_ROUNDS = 14;
const MOST_CARRIERS = 20;

type Named = [name: string, question: Question];

export class AccessReader implements AccessPart {
  readonly #query: AccessQuery;
  readonly #surroundings: AccessSurroundings;
  readonly #chats = new Map<number, ChatHistory>();
  readonly #finds = new PortalFinds();
  readonly #questions = new Questions();
  readonly #gone: GoneMessage[] = [];
  /** Known messages that need no further question. */
  readonly #settled = new Set<number>();
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
    const finds = this.#finds;
    const recent = this.#question('recent', RECENT_COMMAND, (result) => finds.takeRecent(result));
    const notify = this.#question('notify', NOTIFY_COMMAND, (result) => finds.takeNotifications(result));
    return this.#questions.ask([
      ...(this.#query.wantsCarriers ? [recent] : []),
      ...(this.#query.wantsNotifications ? [notify] : []),
      ...this.#chatQuestions(),
    ]);
  }

  /** Takes the first answers and asks on until all is known or enough was asked. */
  async finish(
    { first, dialogs, userName }: { first: BatchAnswers; dialogs: readonly DialogReading[]; userName: string },
    ask: (commands: Commands) => Promise<BatchAnswers | null>,
  ): Promise<AccessReading> {
    this.#questions.take(first);
    for (const carrier of this.#finds.carriers ?? []) this.#join(carrier);
    const main = dialogs.find(({ isMain }) => isMain);
    if (main) this.#join({ dialogId: main.dialogId, chatId: main.chatId, kind: 'support' });
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const commands = this.#questions.ask(this.#openQuestions());
      if (Object.keys(commands).length === 0) break;
      const answers = await ask(commands);
      if (!answers) {
        this.#fail('no answer');
        break;
      }
      this.#questions.take(answers);
    }
    return this.#reading(dialogs, userName);
  }

  #join(carrier: Carrier): void {
    if (this.#chats.has(carrier.chatId) || this.#chats.size >= MOST_CARRIERS) return;
    const readUpTo = new Map(this.#query.readUpTo).get(carrier.chatId) ?? null;
    this.#chats.set(carrier.chatId, new ChatHistory(carrier, readUpTo, this.#surroundings.now));
  }

  #question(name: string, command: string, take: (result: unknown) => boolean): Named {
    const question: Question = {
      command,
      take: (result) => {
        if (!take(result)) this.#fail(`${name} of another shape`);
      },
      refuse: (code) => this.#fail(`${name} ${code}`),
    };
    return [name, question];
  }

  #openQuestions(): Named[] {
    const questions = [...this.#chatQuestions(), ...this.#knownQuestions()];
    if (questions.length > 0 || this.#hasAskedUsers) return questions;
    // Who the bots are is asked last: most are named by the messages.
    this.#hasAskedUsers = true;
    const strangers = this.#strangers();
    return strangers.length > 0
      ? [this.#question('bots', usersCommand(strangers), (result) => this.#finds.takeUsers(result))]
      : [];
  }

  #chatQuestions(): Named[] {
    return [...this.#chats.values()].flatMap((chat): Named[] => {
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
        const page = this.#finds.takePage(result, chat.carrier);
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

  #knownQuestions(): Named[] {
    return this.#query.known.flatMap(([chatId, messageId]): Named[] => {
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
        const page = this.#finds.takePage(result, carrier);
        const message = page?.messages.find(({ id }) => id === messageId);
        if (!page) this.#fail('message of another shape');
        else if (!message) this.#gone.push({ chatId: carrier.chatId, messageId });
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

  /** Bots that buttons of a request address and that no answer has named. */
  #strangers(): string[] {
    const messages = [...this.#chats.values()].flatMap(({ messages }) => [...messages.values()]);
    const buttons = messages.flatMap((message) => message.buttons.filter(answersAccess));
    const ids = buttons.map(({ botId }) => botId).filter((id) => id !== null);
    return [...new Set(ids)].filter((id) => /^\d{1,15}$/.test(id) && !this.#finds.users.has(id)).slice(0, 20);
  }

  #fail(what: string): void {
    this.#failure ??= what.slice(0, 100);
  }

  #reading(dialogs: readonly DialogReading[], userName: string): AccessReading {
    const { userId, host } = this.#surroundings;
    const { users, carriers, notifications } = this.#finds;
    const known = new Set(this.#query.known.map(([, messageId]) => messageId));
    const chats = [...this.#chats.values()];
    const questionIds = new Set(dialogs.filter(({ isMain }) => !isMain).map(({ chatId }) => chatId));
    const facts = { portal: { userId, host }, users, questionIds, known };
    const { sightings, isCut } = sightingsOf(chats, notifications ?? [], facts);
    return {
      carriers: carriers && carriersOf(chats),
      hasNotifications: notifications !== null,
      sightings,
      gone: [...this.#gone, ...chats.flatMap((chat) => chat.deleted(known))],
      readUpTo: chats.flatMap(readUpToOf),
      hasMore: isCut || chats.some(({ hasMore }) => hasMore),
      failure: this.#failure,
      userName,
    };
  }
}

/** Chats that the list leaves out because nothing happens there may still carry a request. */
const carriersOf = (chats: readonly ChatHistory[]): Carrier[] =>
  chats.filter(({ carrier, isFailed }) => !isFailed && carrier.kind !== 'suspect').map(({ carrier }) => carrier);

/** A suspected chat that cannot be read counts as looked at, or it would be asked for again and again. */
function readUpToOf({ carrier, readUpTo, isFailed }: ChatHistory): [number, number][] {
  if (isFailed) return carrier.kind === 'suspect' ? [[carrier.chatId, readUpTo ?? 1]] : [];
  return readUpTo === null ? [] : [[carrier.chatId, readUpTo]];
}
