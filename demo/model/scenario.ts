/** What a demo portal starts with: who is signed in, which support dialogs there are, and how the portal behaves. */
import type { AccessWish } from './access-requests.ts';
import type { DemoApp, InstallError } from './market-state.ts';
import { type ScenarioCrm, type ScenarioStaff, USUAL_CRM, USUAL_STAFF } from './staff-scenario.ts';
import { type ScenarioTasks, USUAL_TASKS } from './tasks.ts';

export type Role = 'administrator' | 'integrator' | 'employee' | 'signedOut';
export type Language = 'ru' | 'en';
export type DialogStatus = 'new' | 'open' | 'close';
export type Messenger = 'v2' | 'v1';

export interface ScenarioMessage {
  from: 'me' | 'support' | 'system';
  text: string;
  /** ISO date; by default the messages end at the dialog's date. */
  date?: string;
  params?: Record<string, unknown>;
}

export interface ScenarioDialog {
  /** Chat id; by default the next free one. */
  id?: number;
  /** By default the portal's own "Helpdesk request - #N". */
  title?: string;
  status?: DialogStatus;
  unread?: number;
  /** ISO date of the last message; null for an entry that the portal lists without a date. */
  date?: string | null;
  /** ISO date of the session's creation: after 30 days the server stops counting it, the page does not. */
  openedAt?: string;
  messages?: ScenarioMessage[];
}

/** How the portal behaves around access to it. */
export interface ScenarioAccess {
  /** Requests that stand there from the start; none by default. */
  requests: AccessWish[];
  /** False: a portal without the assistant. */
  assistant: boolean;
  /** False: the REST entrance does not know `im.v2.Chat.Message.*`, as in older versions; ajax still does. */
  messagesOverRest: boolean;
  /** `absent`: there is no such method; `refused`: not for this licence, not even for administrators. */
  eventLog: 'open' | 'absent' | 'refused';
  /** False: a press of a request's button answers true, and nothing comes of it. */
  answersPresses: boolean;
  /** Whether the other copies of a request lose their buttons once one was answered. */
  copiesLoseButtons: boolean;
  /** Whether the button that ends the access stays under the message that was answered here. */
  leavesRevokeButton: boolean;
  /** Whether a notice tells the answer. */
  leavesText: boolean;
  /** Whether a coloured box tells the answer. */
  tone: boolean;
  /** False: buttons have a colour and no token for it, so that the page draws all of them alike. */
  colourTokens: boolean;
  /** Only then do pages tell the id of the support bot in the parameters of the help window. */
  paidSupport: boolean;
}

/** The applications of the portal, and how the portal behaves around them. */
export interface ScenarioMarket {
  /** Which pages the portal's menu leads to; the addresses of both work. */
  generation: 'new' | 'old';
  /** Laid over the usual applications by their codes; one with another code is added. */
  apps: (Partial<DemoApp> & { code: string })[];
  /** Access codes of ChatApp's list; empty: everyone. */
  accessList: string[];
  /** ChatApp left the Market. */
  isUnpublished: boolean;
  /** Nobody has brought the installation of ChatApp to an end. */
  isUnfinished: boolean;
  /** Adds an application of somebody else that is called much the same. */
  hasLookAlike: boolean;
  /** Adds so many generated applications, for lists of several pages. */
  many: number;
  veto: string | null;
  installError: InstallError | null;
  wantsSubscription: boolean;
  /** Whether the address stays when the new Market changes its contents without loading a page. */
  keepsAddress: boolean;
  /** Whether the old pages open the window for installing of the new ones. */
  mixesInstall: boolean;
}

export interface Scenario {
  user: { id: number; role: Role; language: Language; name: string };
  /** −1 off, 0 unlimited, 1 a single conversation, n ≥ 2 so many at once. */
  limit: number;
  dialogs: ScenarioDialog[];
  /** `duplicate` lists the main chat a second time, as closed and without a date. */
  mainChat: { status: DialogStatus; unread: number; duplicate: boolean };
  /** False: a portal without a support bot, `UNKNOWN_BOT`. */
  supportBot: boolean;
  messenger: Messenger;
  /** Whether plain pages load the quick-access part of the messenger (compact list, cold store). */
  quickAccess: boolean;
  /** Adds so many generated dialogs, for long lists. */
  many: number;
  /** Added to `count`, which the portal may take from another administrator's cache. */
  countDrift: number;
  /** False: the portal answers "true" to a new name and keeps the old one, as it does where the right is missing. */
  takesRenames: boolean;
  /** Whether renaming a dialog without a session wakes the bot, which answers at the limit. */
  renameWakesBot: boolean;
  /** Whether the bot asks its questions first: on typing and on messages before a session. */
  questionnaire: boolean;
  /** False: the list of chats does not tell which person of the support wrote last, only that the bot did. */
  listNamesOperators: boolean;
  access: ScenarioAccess;
  market: ScenarioMarket;
  staff: ScenarioStaff;
  crm: ScenarioCrm;
  tasks: ScenarioTasks;
  /** Milliseconds between the cause and its event: for calls of the page, and for a closed session. */
  pace: { event: number; close: number };
}

/** Any part of a scenario; parts that are left out come from the default. */
export type ScenarioChanges = {
  [Key in keyof Scenario]?: Scenario[Key] extends unknown[]
    ? Scenario[Key]
    : Scenario[Key] extends object
      ? Partial<Scenario[Key]>
      : Scenario[Key];
};

const HOUR = 3_600_000;

const ACCESS: ScenarioAccess = {
  requests: [],
  assistant: true,
  messagesOverRest: true,
  eventLog: 'open',
  answersPresses: true,
  copiesLoseButtons: true,
  leavesRevokeButton: true,
  leavesText: false,
  tone: true,
  colourTokens: false,
  paidSupport: true,
};

const MARKET: ScenarioMarket = {
  generation: 'new',
  apps: [],
  accessList: [],
  isUnpublished: false,
  isUnfinished: false,
  hasLookAlike: false,
  many: 0,
  veto: null,
  installError: null,
  wantsSubscription: false,
  keepsAddress: false,
  mixesInstall: false,
};

const TITLES: Record<Language, { open: string[]; closed: string[]; name: string }> = {
  ru: {
    name: 'Ирина Орлова',
    open: ['Письма из CRM приходят с опозданием', 'Ошибка при импорте сделок'],
    closed: ['Права доступа к отделу продаж', 'Не звонит телефония', 'Шаблон документа теряет подпись'],
  },
  en: {
    name: 'Irene Orwell',
    open: ['CRM mail arrives late', 'Deal import stops half-way'],
    closed: ['Access rights of the sales team', 'Telephony stays silent', 'Document template loses its signature'],
  },
};

/** The default scenario: an administrator with three open dialogs of five, one new and several closed. */
export function defaultScenario(language: Language, now: number): Scenario {
  const titles = TITLES[language];
  const ago = (hours: number) => new Date(now - hours * HOUR).toISOString();
  const [mail = '', deals = ''] = titles.open;
  return {
    user: { id: 1, role: 'administrator', language, name: titles.name },
    limit: 5,
    dialogs: [
      ...titles.closed.map((title, n): ScenarioDialog => ({ title, status: 'close', date: ago(24 * (9 - 3 * n)) })),
      { status: 'close', date: ago(24 * 40) },
      { title: deals, status: 'open', date: ago(30) },
      { status: 'open', date: ago(5) },
      { title: mail, status: 'open', unread: 2, date: ago(0.4) },
      { status: 'new', date: ago(2) },
    ],
    mainChat: { status: 'close', unread: 0, duplicate: true },
    supportBot: true,
    messenger: 'v2',
    quickAccess: true,
    many: 0,
    countDrift: 0,
    takesRenames: true,
    renameWakesBot: true,
    questionnaire: false,
    listNamesOperators: true,
    access: { ...ACCESS },
    market: { ...MARKET },
    staff: { ...USUAL_STAFF },
    crm: { ...USUAL_CRM },
    tasks: { ...USUAL_TASKS },
    pace: { event: 30, close: 250 },
  };
}

/** Lays changes over the default scenario, one level deep. */
export function makeScenario(changes: ScenarioChanges, language: Language, now: number): Scenario {
  const chosen = changes.user?.language ?? language;
  const base = defaultScenario(chosen, now);
  return {
    ...base,
    ...changes,
    user: { ...base.user, ...changes.user },
    mainChat: { ...base.mainChat, ...changes.mainChat },
    access: { ...base.access, ...changes.access },
    market: { ...base.market, ...changes.market },
    staff: { ...base.staff, ...changes.staff },
    crm: { ...base.crm, ...changes.crm },
    tasks: { ...base.tasks, ...changes.tasks },
    pace: { ...base.pace, ...changes.pace },
  };
}
