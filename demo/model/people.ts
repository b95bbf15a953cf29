/** The shapes in which the portal tells users. */
import type { Person, PortalState } from './state.ts';
import { portalDate } from './wire.ts';

/** A user as controllers answer it. */
export function restUser(state: PortalState, person: Person) {
  const [firstName = '', ...rest] = person.name.split(' ');
  const isBot = person.botType !== '';
  return {
    id: person.id,
    active: person.isActive ?? true,
    name: person.name,
    firstName,
    lastName: rest.join(' '),
    workPosition: person.position,
    color: '#4b6a9b',
    avatar: '',
    gender: 'M',
    birthday: '',
    extranet: false,
    network: isBot && person.botType !== 'bot',
    bot: isBot,
    connector: false,
    externalAuthId: externalAuthOf(person),
    status: 'online',
    idle: false,
    lastActivityDate: state.lastActivity === null ? false : portalDate(state.lastActivity),
    departments: isBot ? [] : (person.departments ?? [1]),
    type: isBot ? 'bot' : 'user',
    botData: isBot ? botData(person) : null,
  };
}

function botData(person: Person) {
  return {
    code: person.botCode,
    type: person.botType,
    appId: person.appId,
    isHidden: isHidden(person),
    isSupportOpenline: false,
    backgroundId: null,
    reactionsEnabled: false,
  };
}

const externalAuthOf = ({ botType, account }: Person) =>
  botType ? 'bot' : account === 'controller' ? '__controller' : 'default';

const isHidden = ({ botType }: Person) => botType === 'support24';

/** A user inside events and in the answers of older methods: keys with underscores. */
export function eventUser(person: Person) {
  const [firstName = '', ...rest] = person.name.split(' ');
  const isBot = person.botType !== '';
  return {
    id: person.id,
    active: person.isActive ?? true,
    name: person.name,
    first_name: firstName,
    last_name: rest.join(' '),
    work_position: person.position,
    color: '#4b6a9b',
    avatar: '',
    gender: 'M',
    birthday: '',
    extranet: false,
    network: isBot && person.botType !== 'bot',
    bot: isBot,
    connector: false,
    external_auth_id: externalAuthOf(person),
    status: 'online',
    idle: false,
    last_activity_date: false,
    departments: isBot ? [] : (person.departments ?? [1]),
    type: isBot ? 'bot' : 'user',
    bot_data: isBot ? eventBotData(person) : null,
  };
}

function eventBotData(person: Person) {
  return {
    app_id: person.appId,
    background_id: null,
    code: person.botCode,
    type: person.botType,
    is_hidden: isHidden(person),
    is_support_openline: false,
    reactions_enabled: false,
  };
}
