/** Who is on a portal. Ids differ from portal to portal; nothing may rely on them. */
import { ACCESS_TEXTS } from './access-texts.ts';
import type { Person, PortalState } from './state.ts';

const EMPLOYEE = { position: '', botType: '', botCode: '', appId: '', account: 'employee' } as const;
const BOT = { appId: '', account: 'employee' } as const;

/** The bots of a portal. `marketBot` and `appAssistant` belong to applications and look like the vendor's. */
export function botsOf({ botId }: PortalState) {
  return { partner: botId + 1, assistant: botId + 2, marketBot: botId + 3, appAssistant: botId + 4 };
}

/** The chat for all administrators in which the vendor tells its news. */
export const notifierChat = (state: PortalState) => [...state.chats.values()].find((chat) => chat.kind === 'notifier');

export function addPeople(state: PortalState): void {
  const { texts, scenario } = state;
  addPerson(state, { id: scenario.user.id, name: scenario.user.name, ...EMPLOYEE });
  addPerson(state, { id: 1001, name: texts.colleagues[0], ...EMPLOYEE });
  addPerson(state, { id: 1002, name: texts.colleagues[1], ...EMPLOYEE });
  addBots(state);
}

function addBots(state: PortalState): void {
  const { texts, botId, scenario } = state;
  const bots = botsOf(state);
  const words = ACCESS_TEXTS[scenario.user.language];
  const app = { ...BOT, botType: 'bot', botCode: 'marta' } as const;
  if (scenario.supportBot) {
    const support = { ...BOT, position: texts.supportPosition, botType: 'support24' } as const;
    addPerson(state, { id: botId, name: texts.supportName, botCode: 'network_cloud', ...support });
    addPerson(state, { id: bots.partner, name: texts.partnerName, botCode: 'network_partner', ...support });
  }
  if (scenario.access.assistant) {
    addPerson(state, { ...app, id: bots.assistant, name: words.assistantName, position: words.assistantPosition });
  }
  const position = texts.supportPosition;
  // An application may choose the assistant's code for its bot; its own id stays beside it.
  addPerson(state, { ...app, id: bots.marketBot, name: texts.supportName, position, appId: 'local.6f1d2c.84120577' });
  addPerson(state, {
    ...app,
    id: bots.appAssistant,
    name: words.assistantName,
    position,
    appId: 'local.6f1d2c.84120577',
  });
}

/** Somebody who works for the vendor (`controller`) or a partner (`integrator`), or one more employee. */
export function addAccount(state: PortalState, account: Person['account'], name: string, id: number): Person {
  const words = ACCESS_TEXTS[state.scenario.user.language];
  return addPerson(state, {
    ...EMPLOYEE,
    id,
    name,
    account,
    position: account === 'integrator' ? words.integrator : '',
  });
}

function addPerson(state: PortalState, person: Person): Person {
  state.people.set(person.id, person);
  return person;
}
