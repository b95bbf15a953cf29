import { counters } from '../model/listings.ts';
import { eventUser, restUser } from '../model/people.ts';
import type { PortalState } from '../model/state.ts';
import { anyCase, integer } from '../server/params.ts';
import { restEmployee } from './employees.ts';
import type { Method, MethodResult } from './methods.ts';

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
    const person = state.people.get(state.userId);
    return { data: person ? restEmployee(person) : null };
  },

  /** Anybody at all, by id. */
  'im.user.get': ({ state, params }) => {
    const wanted = anyCase(params, 'ID');
    const id = wanted === undefined ? state.userId : integer(wanted, 0);
    if (id <= 0) return refuse('ID_EMPTY', "User ID can't be empty");
    const person = state.people.get(id);
    return person
      ? { data: { ...eventUser(person), desktop_last_date: false } }
      : refuse('USER_NOT_EXISTS', 'User is not exists');
  },

  /** By ids, in a list or in the text of one; ids of nobody are null. */
  'im.user.list.get': ({ state, params }) => {
    const ids = wantedIds(anyCase(params, 'ID'));
    if (!ids?.length) return refuse('INVALID_FORMAT', 'A wrong format for the ID field is passed');
    const people = ids.map((id) => [String(id), state.people.get(id)] as const);
    return { data: Object.fromEntries(people.map(([id, person]) => [id, person ? eventUser(person) : null])) };
  },
};

const refuse = (code: string, message: string): MethodResult => ({ error: { code, message } });

/** Ids as they come: one, a list, or the text of a list; null when none are named. */
function wantedIds(value: unknown): number[] | null {
  if (value === undefined) return null;
  const list = typeof value === 'object' && value !== null ? Object.values(value) : String(value).match(/\d+/g);
  return (list ?? []).map((id) => integer(id, 0)).filter((id) => id > 0);
}

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
