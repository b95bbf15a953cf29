import { counters } from '../model/listings.ts';
import { restUser } from '../model/people.ts';
import type { PortalState } from '../model/state.ts';
import type { Method } from './methods.ts';

const isAdministrator = (state: PortalState) => state.scenario.user.role !== 'employee';

/** The signed-in user: integrators count as administrators, and nothing here tells the two apart. */
export const userMethods: Record<string, Method> = {
  'user.admin': ({ state }) => ({ data: isAdministrator(state) }),

  profile: ({ state }) => {
    const [name = '', ...rest] = state.scenario.user.name.split(' ');
    return {
      data: {
        ID: String(state.userId),
        ADMIN: isAdministrator(state),
        NAME: name,
        LAST_NAME: rest.join(' '),
        PERSONAL_GENDER: '',
        TIME_ZONE: '',
      },
    };
  },

  'user.current': ({ state }) => {
    const [name = '', ...rest] = state.scenario.user.name.split(' ');
    const data = {
      ID: String(state.userId),
      ACTIVE: true,
      NAME: name,
      LAST_NAME: rest.join(' '),
      USER_TYPE: 'employee',
    };
    return { data };
  },
};

/** What a page knows of the user and the counters without a request. */
export function applicationData(state: PortalState) {
  const person = state.people.get(state.userId);
  const { type, chat, chatUnread } = counters(state);
  return {
    currentUser: person ? { ...restUser(state, person), isAdmin: isAdministrator(state) } : null,
    counters: {
      TYPE: { ALL: type.all, CHAT: type.chat, NOTIFY: 0, LINES: 0 },
      CHAT: chat,
      CHAT_UNREAD: chatUnread,
      CHAT_MUTED: [],
    },
    settings: {},
    featureOptions: { chatV2: state.scenario.messenger === 'v2' },
    tariffRestrictions: { fullChatHistory: { isAvailable: true, limitDays: 30 } },
  };
}
