/** Messages that look like the vendor's request and come from somebody else. */
import { keyboardFor, lengthOf } from './access-requests.ts';
import type { AccessRequest } from './access-state.ts';
import { ACCESS_TEXTS } from './access-texts.ts';
import { botsOf } from './cast.ts';
import type { PortalEvent } from './events.ts';
import { post } from './messages.ts';
import type { Chat, PortalState } from './state.ts';

export interface Imitation {
  /** `marketBot` is called like the support, `appAssistant` like the assistant; both have the assistant's code. */
  by?: 'marketBot' | 'appAssistant' | 'colleague';
  withButtons?: boolean;
  text?: string;
  count?: number;
  /** Another chat than the private one. */
  dialogId?: string;
}

export function imitateRequest(state: PortalState, wish: Imitation) {
  const { by = 'marketBot', withButtons = true, count = 1 } = wish;
  const bots = botsOf(state);
  const authorId = by === 'colleague' ? 1002 : bots[by];
  const chat = wish.dialogId ? state.chatOf(wish.dialogId) : privateChat(state, authorId);
  if (!chat) throw new Error(`There is no dialog ${wish.dialogId}.`);
  const text = wish.text ?? ACCESS_TEXTS[state.scenario.user.language].request(lengthOf(state, 21));
  // A bot of an application always gets its own id into its buttons; a person may write any id.
  const botId = by === 'colleague' ? bots.assistant : authorId;
  const request: AccessRequest = {
    id: '6999',
    state: 'pending',
    length: '',
    copies: [],
    notificationId: null,
    botId,
    style: 'words',
  };
  const sent = Array.from({ length: count }, () => {
    const params = withButtons ? { KEYBOARD: keyboardFor(state, request, 'answers') } : {};
    return post(state, chat, authorId, text, { params });
  });
  const copies = sent.map(({ message }) => ({ messageId: message.id, dialogId: chat.dialogId }));
  return { copies, events: sent.map(({ event }): PortalEvent => event) };
}

function privateChat(state: PortalState, otherId: number): Chat | undefined {
  const person = state.people.get(otherId);
  const known = state.chatOf(otherId);
  if (known || !person) return known;
  const id = state.identity.firstChatId - 25 + (otherId - state.botId);
  return state.addChat('private', person.name, { id, dialogId: String(otherId) });
}
