import { type AccessState, noAccess } from './access-state.ts';
import { type CardState, noCards } from './card-tabs.ts';
import { noMarket } from './market.ts';
import type { MarketState, StaffState } from './market-state.ts';
import { type DialogStatus, type Language, makeScenario, type Scenario, type ScenarioChanges } from './scenario.ts';
import { noStaff } from './staff.ts';
import { setStage } from './stage.ts';
import { noTasks, type TaskState } from './tasks.ts';
import { type ServerTexts, TEXTS } from './texts.ts';

export interface Message {
  id: number;
  chatId: number;
  /** 0 for a system message. */
  authorId: number;
  text: string;
  at: number;
  params: Record<string, unknown>;
  /** The sender's temporary id. */
  templateId: string;
}

export type ChatKind = 'question' | 'main' | 'partner' | 'notifier' | 'group' | 'private';

/** A session of a conversation with support: none means `close`. */
export interface Session {
  /** 0 until support has confirmed it. */
  id: number;
  status: 'new' | 'open';
  createdAt: number;
}

export interface Chat {
  id: number;
  dialogId: string;
  kind: ChatKind;
  title: string;
  /** Number in the default title of a question. */
  number: number;
  messages: Message[];
  unread: number;
  markedUnread: boolean;
  hidden: boolean;
  session: Session | null;
  /** The bot's questions have been answered or left. */
  questionsDone: boolean;
  /** Listed without a date, although it has messages. */
  undated: boolean;
}

export interface Person {
  id: number;
  name: string;
  position: string;
  botType: '' | 'support24' | 'network' | 'bot';
  botCode: string;
  /** Not empty for a bot of an application. */
  appId: string;
  /** `controller`: made for the vendor's people, in no list of employees; `integrator`: sent by a partner. */
  account: 'employee' | 'controller' | 'integrator';
  /** False once dismissed. */
  isActive?: boolean;
  /** Ids; the whole company where the staff does not say. */
  departments?: number[];
}

export type PortalName = 'demo' | 'second' | 'own';

export interface PortalIdentity {
  name: PortalName;
  host: string;
  /** `/`, or the folder its pages live in. */
  folder: string;
  language: Language;
  /** Ids differ from portal to portal; nothing may rely on them. */
  supportBotId: number;
  firstChatId: number;
}

const SESSION_COUNTS_FOR = 30 * 86_400_000;

/** The whole state of one demo portal; what changes it lives in `support.ts` and `member.ts`. */
export class PortalState {
  readonly identity: PortalIdentity;
  readonly chats = new Map<number, Chat>();
  readonly people = new Map<number, Person>();
  scenario: Scenario;
  access: AccessState = noAccess();
  market: MarketState = noMarket();
  staff: StaffState = noStaff();
  cards: CardState = noCards();
  todo: TaskState = noTasks();
  limit = 5;
  /** Epoch ms at which the portal last counted the user as active; null until the first call. */
  lastActivity: number | null = null;
  private nextChatId = 0;
  private nextMessageId = 0;
  private nextSessionId = 0;
  private nextNumber = 0;

  constructor(identity: PortalIdentity) {
    this.identity = identity;
    this.scenario = makeScenario({}, identity.language, Date.now());
    this.reset({});
  }

  get texts(): ServerTexts {
    return TEXTS[this.scenario.user.language];
  }

  get userId(): number {
    return this.scenario.user.id;
  }

  get botId(): number {
    return this.identity.supportBotId;
  }

  /** Starts anew from a scenario. */
  reset(changes: ScenarioChanges): void {
    const now = Date.now();
    this.scenario = makeScenario(changes, this.identity.language, now);
    this.limit = this.scenario.limit;
    this.lastActivity = null;
    this.nextChatId = this.identity.firstChatId;
    this.nextMessageId = this.identity.firstChatId * 100;
    this.nextSessionId = 40_000 + this.identity.firstChatId;
    this.nextNumber = 8;
    this.chats.clear();
    this.people.clear();
    this.access = noAccess();
    this.todo = noTasks();
    setStage(this, now);
  }

  chatOf(dialogId: unknown): Chat | undefined {
    const wanted = String(dialogId);
    return [...this.chats.values()].find((chat) => chat.dialogId === wanted);
  }

  questions(): Chat[] {
    return [...this.chats.values()].filter((chat) => chat.kind === 'question');
  }

  mainChat(): Chat | undefined {
    return [...this.chats.values()].find((chat) => chat.kind === 'main');
  }

  /** Sessions as the server counts them: confirmed, open and younger than 30 days. */
  activeSessions(now: number): number {
    return [...this.chats.values()].filter(
      ({ session }) => session?.status === 'open' && session.id > 0 && now - session.createdAt < SESSION_COUNTS_FOR,
    ).length;
  }

  allowsAnotherSession(now: number): boolean {
    if (this.limit === 0) return true;
    return this.limit > 1 && this.activeSessions(now) < this.limit;
  }

  /** Messages and notifications share one row of ids. */
  newMessageId(): number {
    this.nextMessageId += 1;
    return this.nextMessageId;
  }

  addMessage(chat: Chat, authorId: number, text: string, extra: Partial<Message> = {}): Message {
    const message: Message = {
      id: this.newMessageId(),
      chatId: chat.id,
      authorId,
      text,
      at: Date.now(),
      params: {},
      templateId: '',
      ...extra,
    };
    chat.messages.push(message);
    return message;
  }

  addQuestion(title?: string, id?: number): Chat {
    this.nextNumber += 1;
    const number = this.nextNumber;
    return this.addChat('question', title ?? this.texts.questionTitle(number), { number, ...(id ? { id } : {}) });
  }

  newSession(status: 'new' | 'open', createdAt: number): Session {
    if (status === 'new') return { id: 0, status, createdAt };
    this.nextSessionId += 1;
    return { id: this.nextSessionId, status, createdAt };
  }

  addChat(kind: ChatKind, title: string, extra: Partial<Chat> = {}): Chat {
    while (this.chats.has(this.nextChatId)) this.nextChatId += 1;
    const id = extra.id ?? this.nextChatId;
    if (this.chats.has(id)) throw new Error(`The scenario uses chat id ${id} twice: give each dialog its own id.`);
    const chat: Chat = {
      id,
      dialogId: `chat${id}`,
      kind,
      title,
      number: 0,
      messages: [],
      unread: 0,
      markedUnread: false,
      hidden: false,
      session: null,
      questionsDone: false,
      undated: false,
      ...extra,
    };
    this.chats.set(id, chat);
    return chat;
  }

  /** The greeting of a new question: a system message that raises no counter. */
  addBanner(chat: Chat, at: number): Message {
    const params = {
      COMPONENT_ID: 'SupportChatCreationMessage',
      COMPONENT_PARAMS: { BANNER_TITLE: this.texts.bannerTitle },
    };
    return this.addMessage(chat, 0, this.texts.banner, { at, params });
  }

  /** What marks a message of the bot as written by a person of the support. */
  operatorParams(): Record<string, unknown> {
    return { NAME: this.texts.operator, USER_ID: '777', AVATAR: '' };
  }
}

/** Status as the server derives it from the session. */
export function statusOf(chat: Chat): DialogStatus {
  return chat.session?.status ?? 'close';
}

/** The last message of a chat, by which the portal dates it. */
export function lastMessage(chat: Chat): Message | undefined {
  return chat.messages.at(-1);
}
