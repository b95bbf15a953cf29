import { multidialogs } from '../model/listings.ts';
import { addQuestion } from '../model/member.ts';
import { restUser } from '../model/people.ts';
import { fullChat, shortChat } from '../model/shapes.ts';
import type { PortalState } from '../model/state.ts';
import { integer } from '../server/params.ts';
import type { Method, MethodResult } from './methods.ts';

const UNKNOWN_BOT: MethodResult = { error: { code: 'UNKNOWN_BOT', message: 'Unknown bot' } };
const PAGE = 25;

/** The dialogs with support: total, list, creation. */
export const supportMethods: Record<string, Method> = {
  'imbot.Network.Chat.count': ({ state }) => {
    if (!state.scenario.supportBot) return UNKNOWN_BOT;
    const supportChats = [...state.chats.values()].filter(({ kind }) => kind === 'question' || kind === 'main');
    return {
      data: {
        count: supportChats.length + state.scenario.countDrift,
        openSessionsLimit: state.limit,
        chatIdsWithCounters: supportChats.filter((chat) => chat.unread > 0).map((chat) => chat.id),
      },
    };
  },

  'imbot.Network.Chat.list': ({ state, params }) => {
    if (!state.scenario.supportBot) return UNKNOWN_BOT;
    return { data: list(state, integer(params.limit, PAGE), integer(params.offset, 0)) };
  },

  'imbot.Network.Chat.add': ({ state }) => {
    if (!state.scenario.supportBot) return UNKNOWN_BOT;
    const added = addQuestion(state);
    if (!added) {
      const message = 'The limit for amount questions has been reached';
      return { error: { code: 'QUESTION_LIMIT_EXCEEDED', message } };
    }
    if (state.scenario.user.role === 'employee') {
      // The chat is there all the same: the portal notices the missing right only afterwards.
      const error = { code: 'ACCESS_DENIED', message: 'You do not have access to create specified dialog' };
      return { error, events: added.events };
    }
    return { data: fullChat(state, added.chat), events: added.events };
  },

  'imbot.support24.question.config.get': ({ state, transport }) => {
    if (transport === 'ajax') return { error: { code: 'WRONG_AUTH_TYPE', message: 'Wrong authorization type' } };
    const isAdmin = state.scenario.user.role !== 'employee';
    return { data: { isAdmin, canAskQuestion: isAdmin, canImproveTariff: isAdmin } };
  },

  'imbot.dialog.vote': () => ({ data: true }),
};

function list(state: PortalState, limit: number, offset: number) {
  const all = multidialogs(state);
  const page = limit > 0 ? all.slice(offset, offset + limit) : all;
  const chats = [...new Set(page.map((entry) => entry.chatId))]
    .map((id) => state.chats.get(id))
    .filter((chat) => chat !== undefined)
    .map((chat) => shortChat(state, chat));
  const bot = state.people.get(state.botId);
  return {
    // Unsliced, PHP keeps the ids as keys and the list becomes an object.
    chats: limit > 0 || chats.length === 0 ? chats : Object.fromEntries(chats.map((chat) => [chat.id, chat])),
    users: bot ? [restUser(state, bot)] : [],
    multidialogs: page,
  };
}
