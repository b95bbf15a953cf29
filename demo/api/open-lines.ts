/** Open Channels over REST, as far as they are read; what would write is not there on purpose. */
import type { DemoLine } from '../model/market-state.ts';
import { employeeOf, lineOf, queueMembers } from '../model/staff.ts';
import type { PortalState } from '../model/state.ts';
import { phpMap } from '../model/wire.ts';
import { anyCase, integer, type Params } from '../server/params.ts';
import type { Method, MethodResult } from './methods.ts';

/** Lines in one answer. */
const MOST = 200;

/** Where the pages of the Contact Center lie. */
const PUBLIC_PATH = '/contact_center/';

const readings: Record<string, Method> = {
  'imopenlines.config.list.get': ({ state, params }) => {
    const { filter, limit, offset, order } = asParams(anyCase(params, 'PARAMS'));
    const options = asParams(anyCase(params, 'OPTIONS'));
    const wanted = asParams(filter);
    const lines = state.staff.lines
      .filter(({ id }) => wanted.ID === undefined || listOf(wanted.ID).includes(String(id)))
      .filter(({ isActive }) => wanted.ACTIVE === undefined || flag(isActive) === wanted.ACTIVE)
      .filter((line) => options.CHECK_PERMISSION !== 'Y' || isVisible(state, line));
    if (String(asParams(order).ID).toUpperCase() === 'DESC') lines.reverse();
    const from = integer(offset, 0);
    const page = lines.slice(from, from + Math.min(MOST, integer(limit, MOST)));
    return { data: page.map((line) => listedLine(state, line, options)) };
  },

  /** False for a line that is not there. */
  'imopenlines.config.get': ({ state, params }) => {
    const line = lineOf(state, integer(anyCase(params, 'CONFIG_ID'), 0));
    if (!line) return { data: false };
    const withQueue = anyCase(params, 'WITH_QUEUE') !== 'N';
    return { data: { ...restLine(line), ...(withQueue ? wholeQueue(state, line) : {}) } };
  },

  'imopenlines.config.path.get': ({ state }) => ({
    data: { SERVER_ADDRESS: `https://${state.identity.host}`, PUBLIC_PATH },
  }),
};

const NO_METHOD: MethodResult = {
  error: { code: 'ERROR_METHOD_NOT_FOUND', message: 'Method not found!', status: 404 },
};

/** Where there are no Open Channels, there are no methods of theirs. */
export const lineMethods: Record<string, Method> = Object.fromEntries(
  Object.entries(readings).map(([name, method]): [string, Method] => [
    name,
    (call) => (call.state.staff.openLines ? method(call) : NO_METHOD),
  ]),
);

function restLine({ id, name, isActive, order }: DemoLine) {
  return {
    ID: String(id),
    ACTIVE: flag(isActive),
    LINE_NAME: name,
    CRM: 'Y',
    CRM_CREATE: 'lead',
    QUEUE_TIME: '60',
    QUEUE_TYPE: order,
    CHECK_AVAILABLE: 'N',
    WORKTIME_ENABLE: 'N',
    WELCOME_MESSAGE: 'Y',
    TEMPORARY: 'N',
    LANGUAGE_ID: '',
  };
}

/** The raw queue keeps departments as they are; the other one is what the portal makes of them. */
function listedLine(state: PortalState, line: DemoLine, options: Params) {
  return {
    ...restLine(line),
    ...(options.QUEUE === 'Y' ? { QUEUE: queueMembers(state, line).map(String) } : {}),
    ...(options.CONFIG_QUEUE === 'Y' ? { CONFIG_QUEUE: rawQueue(line) } : {}),
  };
}

const rawQueue = ({ queue }: DemoLine) => queue.map(({ kind, id }) => ({ ENTITY_TYPE: kind, ENTITY_ID: String(id) }));

function wholeQueue(state: PortalState, line: DemoLine) {
  const members = queueMembers(state, line);
  const full = members.map((id, n) => {
    const department = line.queue.some((entry) => entry.kind === 'user' && entry.id === id)
      ? 0
      : (line.queue.find((entry) => entry.kind === 'department' && isIn(state, id, entry.id))?.id ?? 0);
    return [String(id), { USER_ID: String(id), SORT: String(n * 10), DEPARTMENT_ID: String(department) }];
  });
  const fields = members.map((id) => {
    const person = state.people.get(id);
    return [String(id), { USER_NAME: person?.name ?? '', USER_WORK_POSITION: '', USER_AVATAR: '' }];
  });
  return {
    QUEUE: members.map(String),
    QUEUE_FULL: phpMap(Object.fromEntries(full)),
    QUEUE_USERS_FIELDS: phpMap(Object.fromEntries(fields)),
    QUEUE_ONLINE: 'N',
    CONFIG_QUEUE: rawQueue(line),
  };
}

const isIn = (state: PortalState, userId: number, department: number) =>
  employeeOf(state, userId)?.departments.includes(department) ?? false;

/** Own lines are those in whose queue one stands. */
const isVisible = (state: PortalState, line: DemoLine) =>
  state.scenario.user.role !== 'employee' || queueMembers(state, line).includes(state.userId);

const flag = (value: boolean) => (value ? 'Y' : 'N');
const listOf = (value: unknown) => (typeof value === 'object' && value ? Object.values(value) : [value]).map(String);
const asParams = (value: unknown): Params => (typeof value === 'object' && value !== null ? (value as Params) : {});
