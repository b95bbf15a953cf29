import type { PortalEvent } from '../model/events.ts';
import * as events from '../model/events.ts';
import type { Language, Messenger, Role, ScenarioChanges } from '../model/scenario.ts';
import { type Chat, lastMessage, statusOf } from '../model/state.ts';
import * as support from '../model/support.ts';
import type { DemoTask, ScenarioTasks } from '../model/tasks.ts';
import { portalDate } from '../model/wire.ts';
import type { Call } from '../server/calls.ts';
import type { Fault } from '../server/faults.ts';
import { MarketDirector } from './market-director.ts';

/** Plays what happens to a portal: what support does, who is signed in, what fails. */
export class Director extends MarketDirector {
  /** Starts the portal anew; open pages keep what they show until they are loaded again. */
  reset(scenario: ScenarioChanges = {}): void {
    const { portal } = this;
    portal.pull.clearDelays();
    portal.pull.forget();
    portal.pull.restore();
    portal.faults.clear();
    portal.calls.clear();
    portal.sessions.revive();
    portal.state.reset(scenario);
  }

  /** Support opens a dialog itself, whatever the limit. */
  openDialog(wish: support.OpenedDialog = {}): { dialogId: string; chatId: number } {
    const { chat, events: told } = support.openDialog(this.portal.state, wish);
    this.portal.pull.send(told);
    return { dialogId: chat.dialogId, chatId: chat.id };
  }

  /** Support answers, at an ISO date or now; the first answer confirms the dialog, which makes it open. */
  reply({ dialogId, text = '', at }: { dialogId: string; text?: string; at?: string }): void {
    const sentAt = at === undefined ? Date.now() : Date.parse(at);
    this.play(dialogId, (chat) => support.reply(this.portal.state, chat, text, sentAt));
  }

  /** Support takes the dialog without a word: it becomes open and holds a slot. */
  confirm({ dialogId }: { dialogId: string }): void {
    this.play(dialogId, (chat) => support.confirm(this.portal.state, chat));
  }

  /** Support ends the dialog; the event follows a moment later. `text` '' closes without a farewell. */
  closeDialog({ dialogId, text }: { dialogId: string; text?: string }): void {
    const farewell = text ?? '';
    this.play(dialogId, (chat) => support.closeDialog(this.portal.state, chat, farewell));
  }

  /** Somebody renames the dialog elsewhere. */
  rename({ dialogId, title }: { dialogId: string; title: string }): void {
    this.play(dialogId, (chat) => support.rename(chat, title));
  }

  /** The portal takes the dialog out of the recent list. */
  hide({ dialogId }: { dialogId: string }): void {
    this.play(dialogId, (chat) => support.hide(chat));
  }

  /** Shows that support is writing. */
  typing({ dialogId }: { dialogId: string }): void {
    this.play(dialogId, (chat) => [events.writing(this.portal.state, chat)]);
  }

  /** Sets the limit; the event about it is sent unless `push` is false, as it does not reach everybody. */
  setLimit(limit: number, { push = true }: { push?: boolean } = {}): void {
    this.portal.state.limit = limit;
    if (push) this.portal.pull.send([events.limitChanged(this.portal.state)]);
  }

  /** Changes who is signed in; pages show it when they are loaded again. */
  setRole(role: Role): void {
    this.portal.state.scenario.user.role = role;
    if (role === 'signedOut') this.portal.pull.drop(this.portal.pull.isBlocked);
  }

  setLanguage(language: Language): void {
    this.portal.state.scenario.user.language = language;
  }

  setMessenger(messenger: Messenger): void {
    this.portal.state.scenario.messenger = messenger;
  }

  setSupportBot(present: boolean): void {
    this.portal.state.scenario.supportBot = present;
  }

  /** The CSRF token of all pages stops working; the next call is told the new one. */
  expireToken(): void {
    this.portal.sessions.renewTokens();
  }

  /** All sessions end: calls answer 401, pages lead to the sign-in form. */
  expireSession(): void {
    this.portal.sessions.expireAll();
    this.portal.pull.drop(this.portal.pull.isBlocked);
  }

  fault(fault: Fault): void {
    this.portal.faults.add(fault);
  }

  clearFaults(): void {
    this.portal.faults.clear();
  }

  /** Cuts live events; `block` turns pages away that want to reconnect. */
  dropConnection({ block = false }: { block?: boolean } = {}): void {
    this.portal.pull.drop(block);
  }

  /** Lets pages reconnect; they catch up on what they missed unless `lose` is set. */
  restoreConnection({ lose = false }: { lose?: boolean } = {}): void {
    if (lose) this.portal.pull.forget();
    this.portal.pull.restore();
  }

  /** Sends any live event. */
  push({ module = 'im', command, params }: { module?: string; command: string; params: PortalEvent['params'] }): void {
    this.portal.pull.send([{ module, command, params }]);
  }

  state() {
    const { state, pull, faults } = this.portal;
    return {
      user: { ...state.scenario.user },
      limit: state.limit,
      activeSessions: state.activeSessions(Date.now()),
      messenger: state.scenario.messenger,
      supportBot: state.scenario.supportBot,
      lastActivity: state.lastActivity,
      connections: pull.connections,
      connectionBlocked: pull.isBlocked,
      faults: faults.list(),
      dialogs: [...state.chats.values()].filter(isSupport).map(describeChat),
      access: this.describeAccess(),
      market: this.describeMarket(),
    };
  }

  /** Tasks that were made, the oldest first. */
  tasks(): DemoTask[] {
    return structuredClone(this.portal.state.todo.tasks);
  }

  /** How the portal behaves around tasks from now on. */
  setTasks(changes: Partial<ScenarioTasks>): void {
    Object.assign(this.portal.state.scenario.tasks, changes);
  }

  /** The address of the user's incoming webhook. */
  webhookAddress(): string {
    const { scenario, identity, userId } = this.portal.state;
    return `https://${identity.host}/rest/${userId}/${scenario.tasks.webhookKey}/`;
  }

  calls(): Call[] {
    return this.portal.calls.list();
  }

  clearCalls(): void {
    this.portal.calls.clear();
  }

  unknownCalls(): Call[] {
    return this.portal.calls.listUnknown();
  }

  private play(dialogId: string, act: (chat: Chat) => PortalEvent[]): void {
    const chat = this.portal.state.chatOf(dialogId);
    if (!chat) throw new Error(`There is no dialog ${dialogId}: take an id from state().dialogs.`);
    this.portal.pull.send(act(chat));
  }
}

const isSupport = (chat: Chat) => chat.kind === 'question' || chat.kind === 'main';

function describeChat(chat: Chat) {
  return {
    dialogId: chat.dialogId,
    chatId: chat.id,
    isMain: chat.kind === 'main',
    title: chat.title,
    status: statusOf(chat),
    unread: chat.unread,
    hidden: chat.hidden,
    date: portalDate(lastMessage(chat)?.at ?? 0),
    messages: chat.messages.map(({ id, authorId, text, params }) => ({ id, authorId, text, params })),
  };
}
