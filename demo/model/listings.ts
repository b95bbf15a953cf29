/** The portal's lists of dialogs and counters; see docs/portal-contract.md. */
import { type Chat, lastMessage, type PortalState, statusOf } from './state.ts';
import { phpMap, portalDate } from './wire.ts';

interface Multidialog {
  status: string;
  botId: number;
  chatId: number;
  dialogId: string;
  dateMessage: string | null;
}

/** One entry of `list.multidialogs`. */
export function multidialog(state: PortalState, chat: Chat): Multidialog {
  const last = lastMessage(chat);
  const dateMessage = last && !chat.undated ? portalDate(last.at) : null;
  return { status: statusOf(chat), botId: state.botId, chatId: chat.id, dialogId: chat.dialogId, dateMessage };
}

/** All entries in the server's order: not closed first, then the latest message; the main chat may come twice. */
export function multidialogs(state: PortalState): Multidialog[] {
  const main = state.mainChat();
  const chats = state.questions().filter((chat) => chat.messages.length > 0);
  const entries = [...(main ? [main] : []), ...chats].map((chat) => multidialog(state, chat));
  if (main && state.scenario.mainChat.duplicate) {
    // The server looks the session up by the chat's dialog id, but the main chat's session is filed under the user's id.
    entries.push({ ...multidialog(state, main), status: 'close', dateMessage: null });
  }
  const rank = (entry: Multidialog) => (entry.status === 'close' ? 1 : 0);
  const date = (entry: Multidialog) => (entry.dateMessage ? Date.parse(entry.dateMessage) : 0);
  return entries.sort((a, b) => rank(a) - rank(b) || date(b) - date(a));
}

/** Unread numbers of all chats, as `im.v2.Counter.get` tells them. */
export function counters(state: PortalState) {
  const chats = [...state.chats.values()].filter((chat) => !chat.hidden || chat.unread > 0);
  const unread = chats.filter((chat) => chat.unread > 0);
  const total = unread.reduce((sum, chat) => sum + chat.unread, 0);
  const marked = chats.filter((chat) => chat.markedUnread).map((chat) => chat.id);
  return {
    type: { all: total, notify: 0, chat: total, lines: 0, copilot: 0, collab: 0, messenger: total, tasksTask: 0 },
    chat: phpMap(Object.fromEntries(unread.map((chat) => [String(chat.id), chat.unread]))),
    chatMuted: [],
    chatUnread: marked,
    lines: [],
    copilot: [],
    collab: [],
    channelComment: [],
  };
}
