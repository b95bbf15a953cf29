/** Fills a portal with people, chats and dialogs before anything happens on it. */

import { askForAccess } from './access-requests.ts';
import { ACCESS_TEXTS } from './access-texts.ts';
import { setCards } from './card-tabs.ts';
import { addPeople, botsOf } from './cast.ts';
import { addUsualSignIns } from './event-log.ts';
import { makeMarket } from './market.ts';
import type { DialogStatus, ScenarioDialog } from './scenario.ts';
import { setStaff } from './staff.ts';
import type { Chat, PortalState } from './state.ts';

const MINUTE = 60_000;

/** Everything that the scenario of the portal asks for. */
export function setStage(state: PortalState, now: number): void {
  addPeople(state);
  setStaff(state);
  state.market = makeMarket(state.scenario, state.identity);
  setCards(state);
  addOrdinaryChats(state, now);
  if (state.scenario.supportBot) addSupportChats(state, now);
  if (state.scenario.access.assistant) addAssistantChat(state, now);
  addUsualSignIns(state, now);
  for (const wish of state.scenario.access.requests) askForAccess(state, wish);
}

function addAssistantChat(state: PortalState, now: number): void {
  const { assistant } = botsOf(state);
  const words = ACCESS_TEXTS[state.scenario.user.language];
  const id = state.identity.firstChatId - 30;
  const chat = state.addChat('private', words.assistantName, { id, dialogId: String(assistant) });
  state.addMessage(chat, assistant, words.assistantHello, { at: now - 20_000 * MINUTE });
}

function addOrdinaryChats(state: PortalState, now: number): void {
  const { texts } = state;
  const base = state.identity.firstChatId;
  const team = state.addChat('group', texts.teamChat, { id: base - 90 });
  state.addMessage(team, 1001, texts.smallTalk[0], { at: now - 190 * MINUTE });
  const general = state.addChat('group', texts.generalChat, { id: base - 99 });
  state.addMessage(general, 1002, texts.smallTalk[2], { at: now - 4000 * MINUTE });
  const direct = state.addChat('private', texts.colleagues[1], { id: base - 80, dialogId: '1002' });
  state.addMessage(direct, 1002, texts.smallTalk[1], { at: now - 55 * MINUTE });
  direct.unread = 1;
}

function addSupportChats(state: PortalState, now: number): void {
  const { texts, botId, scenario } = state;
  const base = state.identity.firstChatId;
  const main = state.addChat('main', texts.supportName, { id: base - 60, dialogId: String(botId) });
  fillConversation(state, main, scenario.mainChat.status, scenario.mainChat.unread, now - 26 * 60 * MINUTE);
  // Both look like support in the list of chats, and neither is a dialog with it.
  const partner = state.addChat('partner', texts.partnerName, { id: base - 50, dialogId: String(botId + 1) });
  state.addMessage(partner, botId + 1, texts.hello, { at: now - 9000 * MINUTE });
  const notifier = state.addChat('notifier', texts.notifierChat, { id: base - 40 });
  state.addMessage(notifier, botId, texts.notifierText, { at: now - 700 * MINUTE });

  for (const dialog of scenario.dialogs) addDialog(state, dialog, now);
  for (let n = 0; n < scenario.many; n += 1) {
    const status = n % 10 === 0 ? 'new' : 'close';
    addDialog(state, { status, date: new Date(now - (n + 50) * 60 * MINUTE).toISOString() }, now);
  }
}

function addDialog(state: PortalState, dialog: ScenarioDialog, now: number): void {
  const chat = state.addQuestion(dialog.title, dialog.id);
  const at = dialog.date ? Date.parse(dialog.date) : now;
  const status = dialog.status ?? 'new';
  state.addBanner(chat, at - 20 * MINUTE);
  if (dialog.messages) addMessages(state, chat, dialog, at);
  else if (status !== 'new') fillConversation(state, chat, status, dialog.unread ?? 0, at);
  chat.undated = dialog.date === null;
  chat.unread = dialog.unread ?? 0;
  const last = chat.messages.at(-1);
  if (last && !dialog.messages) last.at = at;
  setSession(state, chat, status, dialog.openedAt ? Date.parse(dialog.openedAt) : at - 20 * MINUTE);
}

function addMessages(state: PortalState, chat: Chat, dialog: ScenarioDialog, at: number): void {
  const authors = { me: state.userId, support: state.botId, system: 0 };
  for (const { from, text, date, params } of dialog.messages ?? []) {
    state.addMessage(chat, authors[from], text, { at: date ? Date.parse(date) : at, params: params ?? {} });
  }
}

/** A question of the user, then as many answers as are unread, two at least. */
function fillConversation(state: PortalState, chat: Chat, status: DialogStatus, unread: number, at: number): void {
  const { texts, botId } = state;
  const count = Math.max(2, unread);
  state.addMessage(chat, state.userId, texts.ownQuestion, { at: at - (count + 10) * MINUTE });
  for (let n = count - 1; n > 0; n -= 1) {
    state.addMessage(chat, botId, texts.hello, { at: at - n * MINUTE, params: state.operatorParams() });
  }
  const last = status === 'close' ? texts.closed : texts.answer;
  state.addMessage(chat, botId, last, { at, params: state.operatorParams() });
  chat.unread = unread;
  setSession(state, chat, status, at - (count + 11) * MINUTE);
}

function setSession(state: PortalState, chat: Chat, status: DialogStatus, createdAt: number): void {
  chat.session = status === 'close' ? null : state.newSession(status, createdAt);
}
