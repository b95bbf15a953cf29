/** The shapes in which the portal tells users. */
import type { Person, PortalState } from './state.ts';
import { portalDate } from './wire.ts';

/** A user as controllers answer it. */
export function restUser(state: PortalState, person: Person) {
  const [firstName = '', ...rest] = person.name.split(' ');
  const isBot = person.botType !== '';
  return {
    id: person.id,
    active: true,
    name: person.name,
    firstName,
    lastName: rest.join(' '),
    workPosition: person.position,
    color: '#4b6a9b',
    avatar: '',
    gender: 'M',
    birthday: '',
    extranet: false,
    network: isBot,
    bot: isBot,
    connector: false,
    externalAuthId: isBot ? 'bot' : 'default',
    status: 'online',
    idle: false,
    lastActivityDate: state.lastActivity === null ? false : portalDate(state.lastActivity),
    departments: isBot ? [] : [1],
    type: isBot ? 'bot' : 'user',
    botData: isBot ? botData(person) : null,
  };
}

function botData(person: Person) {
  return {
    code: person.botCode,
    type: person.botType,
    appId: '',
    isHidden: true,
    isSupportOpenline: false,
    backgroundId: null,
    reactionsEnabled: false,
  };
}

/** A user inside events: keys with underscores. */
export function eventUser(person: Person) {
  const isBot = person.botType !== '';
  return {
    id: person.id,
    name: person.name,
    work_position: person.position,
    avatar: '',
    color: '#4b6a9b',
    bot: isBot,
    type: isBot ? 'bot' : 'user',
    bot_data: isBot ? eventBotData(person) : null,
  };
}

function eventBotData(person: Person) {
  return {
    app_id: '',
    background_id: null,
    code: person.botCode,
    type: person.botType,
    is_hidden: true,
    is_support_openline: false,
  };
}
