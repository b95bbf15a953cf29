/** Requests of the vendor's support for access to the portal: how they come and what becomes of them. */
import type { AccessRequest, Answer, ParamsStyle } from './access-state.ts';
import { ACCESS_TEXTS } from './access-texts.ts';
import { botsOf, notifierChat } from './cast.ts';
import type { PortalEvent } from './events.ts';
import { accessButton, answerIn, attachBox, NEWLINE, type RawButton, type Tone } from './keyboards.ts';
import { type Found, findMessage, post, setParams } from './messages.ts';
import { addNotification, dropNotification } from './notifications.ts';
import type { Message, PortalState } from './state.ts';

export interface AccessWish {
  /** Where it arrives; `both`: the main chat and the assistant's. */
  from?: 'support' | 'assistant' | 'both' | 'notifier' | 'notification';
  /** A number of days, any words in place of one («3 недели»), or null for a text that names no length. 21 by default. */
  days?: number | string | null;
  /** Instead of the usual text. */
  text?: string;
  commandParams?: ParamsStyle;
  /** `lines`: a separator between the two; `unknownCommand`: of a command that nobody knows; a list: these very buttons. */
  buttons?: 'answers' | 'denyFirst' | 'lines' | 'unknownCommand' | RawButton[];
  /** Whose command the buttons address; by default that of the bot which writes. */
  buttonsOf?: 'support' | 'assistant';
  /** True: written in the name of a person of the support, whom pages show instead of the bot. */
  byPerson?: boolean;
  /** Support's own number of the question, in the message. */
  ticket?: string;
  /** ISO date; by default now. */
  at?: string;
}

export interface SentCopy {
  messageId: number;
  /** `notify` for a notification. */
  dialogId: string;
}

/** Support asks for access. Only administrators get it. */
export function askForAccess(state: PortalState, wish: AccessWish): { copies: SentCopy[]; events: PortalEvent[] } {
  const { role } = state.scenario.user;
  if (role === 'employee' || role === 'signedOut') return { copies: [], events: [] };
  const { from = 'support' } = wish;
  if (from === 'notification') return notify(state, wish);
  const request = addRequest(state, wish);
  const sent = carriersOf(state, from).map(({ chat, authorId }) => {
    const botId = wish.buttonsOf ? botNamed(state, wish.buttonsOf) : authorId;
    const params = {
      ...(wish.byPerson ? state.operatorParams() : {}),
      ...(wish.ticket ? { IMOL_SID: wish.ticket } : {}),
      KEYBOARD: keyboardFor(state, { ...request, botId }, wish.buttons ?? 'answers'),
    };
    const { message, event } = post(state, chat, authorId, textOf(state, wish), { ...dated(wish), params });
    request.copies.push(message.id);
    return { copy: { messageId: message.id, dialogId: chat.dialogId }, event };
  });
  return { copies: sent.map(({ copy }) => copy), events: sent.map(({ event }) => event) };
}

/** The same request in the list of notifications, with the portal's own two buttons. */
function notify(state: PortalState, wish: AccessWish) {
  const request = addRequest(state, wish);
  const words = ACCESS_TEXTS[state.scenario.user.language];
  const { notification, event } = addNotification(state, {
    ...dated(wish),
    authorId: state.botId,
    text: textOf(state, wish),
    event: 'support_access',
    tag: `BITRIX24|SUPPORT_ACCESS|${state.userId}|${request.id}`,
    labels: [words.allow, words.deny],
  });
  request.notificationId = notification.id;
  return { copies: [{ messageId: notification.id, dialogId: 'notify' }], events: [event] };
}

export interface AnswerWish {
  answer: Answer;
  /** `colleague`: another administrator; `me`: the user, here or on another device. */
  by?: 'colleague' | 'me';
  /** A notice in the chat; by default as in the scenario. */
  leavesText?: boolean;
  /** By default only under the user's own copy that was answered. */
  leavesRevokeButton?: boolean;
  /** The coloured box; true picks what fits the answer. */
  tone?: boolean | Tone;
}

const STATES = { allow: 'granted', deny: 'declined', end: 'ended' } as const;
const TONES: Record<Answer, Tone> = { allow: 'positive', deny: 'negative', end: 'negative' };

/** A request is answered through one of its copies, here or elsewhere. */
export function answerAccess(state: PortalState, messageId: number, wish: AnswerWish): PortalEvent[] {
  const request = requestOf(state, messageId);
  if (!request)
    throw new Error(`There is no request in message ${messageId}: take an id from state().access.requests.`);
  request.state = STATES[wish.answer];
  const told = request.copies
    .filter((id) => id === messageId || state.scenario.access.copiesLoseButtons)
    .map((id) => findMessage(state, id))
    .filter((found) => found !== undefined)
    .flatMap((found) => tellAnswer(state, request, found, { ...wish, isAnswered: found.message.id === messageId }));
  if (request.notificationId === null) return told;
  return [...told, ...dropNotification(state, request.notificationId, [])];
}

function tellAnswer(
  state: PortalState,
  request: AccessRequest,
  found: Found,
  { answer, by = 'colleague', isAnswered, ...wish }: AnswerWish & { isAnswered: boolean },
): PortalEvent[] {
  const { access, user } = state.scenario;
  const leavesButton = wish.leavesRevokeButton ?? (by === 'me' && isAnswered && access.leavesRevokeButton);
  const wanted = wish.tone ?? access.tone;
  const tone = wanted === true ? TONES[answer] : wanted;
  const name = by === 'me' ? null : state.texts.colleagues[0];
  const text = ACCESS_TEXTS[user.language].answered[answer](name, request.length);
  const keyboard = answer === 'allow' && leavesButton ? [accessButton(state, request, 'end')] : 'N';
  const changes = { KEYBOARD: keyboard, ...(tone ? { ATTACH: attachBox(found.message.id, tone, text) } : {}) };
  const told = [setParams(state, found, changes)];
  if (wish.leavesText ?? access.leavesText) told.push({ ...post(state, found.chat, 0, text).event, after: 50 });
  return told;
}

/** The user pressed a button of the portal; buttons of other requests and of strangers' bots do nothing. */
export function pressAccess(
  state: PortalState,
  message: Message,
  button: { botId: number; params: string },
): PortalEvent[] {
  const request = requestOf(state, message.id);
  const isOurs = button.botId === state.botId || button.botId === botsOf(state).assistant;
  if (!request || !isOurs || !state.scenario.access.answersPresses) return [];
  const answer = answerIn(request, button.params);
  return answer ? answerAccess(state, message.id, { answer, by: 'me' }) : [];
}

/** The request that a message or a notification carries. */
export function requestOf(state: PortalState, id: number): AccessRequest | undefined {
  return state.access.requests.find((request) => request.copies.includes(id) || request.notificationId === id);
}

/** Buttons as a request has them, for whoever sends it. */
export function keyboardFor(state: PortalState, request: AccessRequest, kind: AccessWish['buttons']): RawButton[] {
  if (Array.isArray(kind)) return kind;
  const command = kind === 'unknownCommand' ? 'supportVisit' : 'supportAccess';
  const allow = accessButton(state, request, 'allow', command);
  const deny = accessButton(state, request, 'deny', command);
  if (kind === 'denyFirst') return [deny, allow];
  return kind === 'lines' ? [allow, NEWLINE, deny] : [allow, deny];
}

function addRequest(state: PortalState, wish: AccessWish): AccessRequest {
  const { requests } = state.access;
  const request: AccessRequest = {
    id: String(7001 + requests.length),
    state: 'pending',
    length: lengthOf(state, wish.days ?? 21),
    copies: [],
    notificationId: null,
    botId: botNamed(state, wish.buttonsOf ?? (wish.from === 'assistant' ? 'assistant' : 'support')),
    style: wish.commandParams ?? 'words',
  };
  requests.push(request);
  return request;
}

function carriersOf(state: PortalState, from: 'support' | 'assistant' | 'both' | 'notifier') {
  const assistantId = botsOf(state).assistant;
  const main = { chat: state.mainChat(), authorId: state.botId };
  const assistant = { chat: state.chatOf(assistantId), authorId: assistantId };
  const notifier = { chat: notifierChat(state), authorId: state.botId };
  const wanted = { support: [main], assistant: [assistant], both: [main, assistant], notifier: [notifier] }[from];
  return wanted.map(({ chat, authorId }) => {
    if (!chat) throw new Error(`This portal has no chat for a request from ${from}: change the scenario.`);
    return { chat, authorId };
  });
}

const botNamed = (state: PortalState, name: 'support' | 'assistant') =>
  name === 'support' ? state.botId : botsOf(state).assistant;

export function lengthOf(state: PortalState, days: number | string): string {
  return typeof days === 'string' ? days : ACCESS_TEXTS[state.scenario.user.language].days(days);
}

function textOf(state: PortalState, { text, days = 21 }: AccessWish): string {
  const words = ACCESS_TEXTS[state.scenario.user.language];
  return text ?? words.request(days === null ? null : lengthOf(state, days));
}

const dated = ({ at }: AccessWish) => (at ? { at: Date.parse(at) } : {});
