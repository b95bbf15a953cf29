/** A partner who asks to take the support of the portal over; all of it happens through the support bot. */
import { ACCESS_TEXTS } from './access-texts.ts';
import { botsOf } from './cast.ts';
import type { PortalEvent } from './events.ts';
import * as events from './events.ts';
import { attachBox, button } from './keyboards.ts';
import { findMessage, post, setParams } from './messages.ts';
import type { Message, PortalState } from './state.ts';

export type PartnerAnswer = 'accept' | 'decline' | 'end';

const COMMANDS: Record<string, PartnerAnswer> = {
  activatePartnerSupport: 'accept',
  declinePartnerRequest: 'decline',
  deactivatePartnerSupport: 'end',
};

/** The line's code after a partner was disconnected. */
const DISABLED = `000disabled${'0'.repeat(21)}`;

export function askForPartner(state: PortalState, wished?: string): { messageId: number; events: PortalEvent[] } {
  const chat = state.mainChat();
  if (!chat) throw new Error('This portal has no support bot: change the scenario.');
  const words = ACCESS_TEXTS[state.scenario.user.language];
  const name = wished ?? words.names.partner;
  const shared = { BOT_ID: state.botId, COMMAND: 'support24' };
  const yes = { ...shared, COMMAND_PARAMS: 'activatePartnerSupport', TEXT: words.partnerYes, BG_COLOR: '#29619b' };
  const no = { ...shared, COMMAND_PARAMS: 'declinePartnerRequest', TEXT: words.partnerNo, BG_COLOR: '#990000' };
  const params = { KEYBOARD: [button(yes), button(no)] };
  const { message, event } = post(state, chat, state.botId, words.partnerRequest(name), { params });
  state.access.partner = { code: 'c0de9a1f5b7d4e2381b6f0d2a4c68e57', name, messageId: message.id };
  return { messageId: message.id, events: [event] };
}

export interface PartnerAnswerWish {
  answer: PartnerAnswer;
  /** Instead of the link to a page of its own, the button that disconnects the partner. */
  leavesEndButton?: boolean;
}

/** The offer is answered, here or by another administrator: the portal tells both in the same way. */
export function answerPartner(state: PortalState, messageId: number, wish: PartnerAnswerWish): PortalEvent[] {
  const found = findMessage(state, messageId);
  if (!found) throw new Error(`There is no message ${messageId}: askForPartner answers its id.`);
  const words = ACCESS_TEXTS[state.scenario.user.language];
  const isNo = wish.answer === 'decline';
  const text = isNo ? words.partnerRejected : words.partnerProcessed;
  const box = attachBox(messageId, isNo ? 'negative' : 'positive', text);
  const KEYBOARD = wish.answer === 'accept' ? [afterYes(state, wish.leavesEndButton ?? false)] : 'N';
  const told = [setParams(state, found, { ATTACH: box, KEYBOARD })];
  const { partner } = state.access;
  if (isNo) partner.name = '';
  if (wish.answer === 'end') partner.code = DISABLED;
  return wish.answer === 'accept' ? [...told, ...welcomePartner(state)] : told;
}

/** A button of the support bot's own command was pressed. */
export function pressPartner(state: PortalState, message: Message, params: string): PortalEvent[] {
  const answer = COMMANDS[params];
  return answer && state.scenario.access.answersPresses ? answerPartner(state, message.id, { answer }) : [];
}

function afterYes({ botId, scenario }: PortalState, leavesEndButton: boolean) {
  const words = ACCESS_TEXTS[scenario.user.language];
  const end = {
    BOT_ID: botId,
    COMMAND: 'support24',
    COMMAND_PARAMS: 'deactivatePartnerSupport',
    TEXT: words.partnerEnd,
  };
  const link = { BOT_ID: botId, LINK: '/settings/support.php', TEXT: words.partnerManage, CONTEXT: 'DESKTOP' };
  return button(leavesEndButton ? end : link);
}

/** The partner's bot says hello, and the vendor's support ends its conversation. */
function welcomePartner(state: PortalState): PortalEvent[] {
  const words = ACCESS_TEXTS[state.scenario.user.language];
  const partnerId = botsOf(state).partner;
  const chat = state.chatOf(partnerId);
  const main = state.mainChat();
  if (!chat || !main) return [];
  const hello = post(state, chat, partnerId, words.partnerActivated(state.access.partner.name)).event;
  if (!main.session) return [hello];
  main.session = null;
  return [hello, events.statusChanged(state, main)];
}
