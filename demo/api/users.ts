import { counters } from '../model/listings.ts';
import { eventUser, restUser } from '../model/people.ts';
import type { Person, PortalState } from '../model/state.ts';
import { anyCase, integer, type Params } from '../server/params.ts';
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

  /** Employees alone: no bots, nobody of the vendor, no integrators. */
  'user.get': ({ state, params }) => {
    const ids = wantedIds(anyCase(params, 'ID') ?? ((anyCase(params, 'FILTER') ?? {}) as Params).ID);
    const all = [...state.people.values()].filter(isEmployee).filter(({ id }) => ids === null || ids.includes(id));
    const start = integer(anyCase(params, 'start'), 0);
    const page = all.slice(start, start + USERS_PER_PAGE);
    const next = start + page.length;
    return { data: page.map(employee), total: all.length, ...(next < all.length ? { next } : {}) };
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

const USERS_PER_PAGE = 50;

const refuse = (code: string, message: string): MethodResult => ({ error: { code, message } });

const isEmployee = ({ botType, account }: Person) => botType === '' && account === 'employee';

/** Ids as they come: one, a list, or the text of a list; null when none are named. */
function wantedIds(value: unknown): number[] | null {
  if (value === undefined) return null;
  const list = typeof value === 'object' && value !== null ? Object.values(value) : String(value).match(/\d+/g);
  return (list ?? []).map((id) => integer(id, 0)).filter((id) => id > 0);
}

function employee({ id, name, position }: Person) {
  const [first = '', ...rest] = name.split(' ');
  return {
    ID: String(id),
    ACTIVE: true,
    NAME: first,
    LAST_NAME: rest.join(' '),
    EMAIL: `user${id}@example.com`,
    IS_ONLINE: 'Y',
    PERSONAL_GENDER: '',
    WORK_POSITION: position,
    UF_DEPARTMENT: [1],
    USER_TYPE: 'employee',
  };
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
