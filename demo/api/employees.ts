/** Employees and departments as older REST methods list them: in pages of fifty, without bots, the vendor's people and integrators. */
import { codesOfUser, selectable } from '../model/market-access.ts';
import type { DemoDepartment } from '../model/market-state.ts';
import { departmentOf, employeeOf } from '../model/staff.ts';
import { STAFF_WORDS } from '../model/staff-names.ts';
import type { Person, PortalState } from '../model/state.ts';
import { phpMap } from '../model/wire.ts';
import { anyCase, integer, type Params } from '../server/params.ts';
import type { Method, MethodResult } from './methods.ts';

const PAGE = 50;

export const employeeMethods: Record<string, Method> = {
  'user.get': ({ state, params }) => {
    const filter = { ...asParams(anyCase(params, 'FILTER')), ...ownFilter(params) };
    return page(sorted(employees(state).filter(matches(filter)), params), params);
  },

  /** By the beginnings of names and of the position. */
  'user.search': ({ state, params }) => {
    const { FIND, ...filter } = { ...asParams(anyCase(params, 'FILTER')), ...ownFilter(params) };
    const words = String(FIND ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean);
    const found = employees(state).filter(({ NAME, LAST_NAME, WORK_POSITION }) => {
      const texts = `${NAME} ${LAST_NAME} ${WORK_POSITION}`.toLowerCase().split(/\s+/);
      return words.every((word) => texts.some((text) => text.startsWith(word)));
    });
    return page(sorted(found.filter(matches(filter)), params), params);
  },

  /** Group 1 with integrators and whoever was dismissed; not published, and not everywhere there. */
  'user.admin.list': ({ state }) => {
    const { adminList, employees: all } = state.staff;
    if (adminList === 'absent') return NO_METHOD;
    if (adminList === 'refused') return refuse('ACCESS_DENIED', 'Access denied!', 403);
    const admins = all.filter(({ id, isAdministrator, isIntegrator }) =>
      id === state.userId ? state.scenario.user.role !== 'employee' : isAdministrator || isIntegrator,
    );
    const data = admins.map(({ id, firstName, lastName }) => {
      return { ID: String(id), NAME: firstName, LAST_NAME: lastName, SECOND_NAME: '' };
    });
    return { data };
  },

  'department.get': ({ state, params }) => {
    const { start: _start, sort: _sort, order: _order, sessid: _sessid, ...given } = params;
    const filter = Object.fromEntries(Object.entries(given).filter(([key]) => DEPARTMENT_FIELDS.has(key)));
    const all = state.staff.departments.map(restDepartment).filter(matches(filter));
    return page(sorted(all, params), params);
  },

  'im.department.get': ({ state, params }) => {
    const ids = idsIn(anyCase(params, 'ID'));
    if (ids.length === 0) return refuse('INVALID_FORMAT', 'A wrong format for the ID field is passed');
    const found = ids.flatMap((id) => departmentOf(state, id) ?? []);
    return { data: found.map((each) => chatDepartment(state, each)) };
  },

  'im.department.employees.get': ({ state, params }) => {
    const ids = idsIn(anyCase(params, 'ID'));
    if (ids.length === 0) return refuse('INVALID_FORMAT', 'A wrong format for the ID field is passed');
    const membersOf = (department: number) =>
      state.staff.employees.filter(({ departments, isActive }) => isActive && departments.includes(department));
    const members = ids.map((id) => [String(id), membersOf(id).map((each) => each.id)]);
    return { data: phpMap(Object.fromEntries(members)) };
  },

  /** What codes are called; those that nothing stands for are left out. */
  'access.name': ({ state, params }) => {
    const wanted = Object.values(asParams(anyCase(params, 'ACCESS'))).map(String);
    const names = wanted.flatMap((code) => {
      const entry = namedCode(state, code);
      return entry ? [[code, { provider_id: entry.provider, provider: '', name: entry.name }] as const] : [];
    });
    return { data: phpMap(Object.fromEntries(names)) };
  },

  'user.access': ({ state, params }) => {
    const codes = codesOfUser(state, state.userId);
    const wanted = Object.values(asParams(anyCase(params, 'ACCESS'))).map(String);
    return { data: state.scenario.user.role !== 'employee' || wanted.some((code) => codes.has(code)) };
  },
};

const NO_METHOD: MethodResult = {
  error: { code: 'ERROR_METHOD_NOT_FOUND', message: 'Method not found!', status: 404 },
};

const refuse = (code: string, message: string, status = 400): MethodResult => ({ error: { code, message, status } });

/** A page of a list, with the number of all and where the next one begins. */
function page(all: readonly unknown[], params: Params): MethodResult {
  const start = Math.max(0, integer(anyCase(params, 'start'), 0));
  const data = all.slice(start, start + PAGE);
  const next = start + data.length;
  return { data, total: all.length, ...(data.length > 0 && next < all.length ? { next } : {}) };
}

type Row = Record<string, unknown>;

const employees = (state: PortalState) =>
  [...state.people.values()]
    .filter(({ botType, account }) => botType === '' && account === 'employee')
    .sort((a, b) => a.id - b.id)
    .map(restEmployee);

/** The signed-in user or any other as these methods tell them. */
export function restEmployee({ id, name, position, isActive, departments }: Person) {
  const [first = '', ...rest] = name.split(' ');
  return {
    ID: String(id),
    ACTIVE: isActive ?? true,
    NAME: first,
    LAST_NAME: rest.join(' '),
    EMAIL: `user${id}@example.com`,
    IS_ONLINE: 'Y',
    PERSONAL_GENDER: '',
    WORK_POSITION: position,
    UF_DEPARTMENT: departments ?? [1],
    USER_TYPE: 'employee',
  };
}

const DEPARTMENT_FIELDS = new Set(['ID', 'NAME', 'PARENT', 'UF_HEAD', 'SORT']);

/** The root has no parent at all; nobody as the head is "0". */
function restDepartment({ id, name, parent, head }: DemoDepartment): Row {
  const above = parent === null ? {} : { PARENT: String(parent) };
  return { ID: String(id), NAME: name, SORT: 500, ...above, UF_HEAD: String(head ?? 0) };
}

function chatDepartment(state: PortalState, { id, name, parent, head }: DemoDepartment) {
  const names = [name];
  for (let each = parent, seen = new Set([id]); each !== null && !seen.has(each); ) {
    seen = seen.add(each);
    const above = departmentOf(state, each);
    if (above) names.push(above.name);
    each = above?.parent ?? null;
  }
  return { id, name, full_name: names.join(' / '), manager_user_id: head ?? 0 };
}

function namedCode(state: PortalState, code: string): { provider: string; name: string } | undefined {
  const words = STAFF_WORDS[state.scenario.user.language];
  if (code === 'G1') return { provider: 'group', name: words.administrators };
  if (code === 'G2') return { provider: 'other', name: words.everybody };
  const userId = Number(/^U(\d+)$/.exec(code)?.[1] ?? Number.NaN);
  const dismissed = employeeOf(state, userId);
  if (dismissed) return { provider: 'user', name: `${dismissed.firstName} ${dismissed.lastName}` };
  return selectable(state).find(({ id }) => id === code);
}

/** Fields may stand in the filter or beside it; every value may be a list of which one must fit. */
const OWN = new Set(['ID', 'ACTIVE', 'NAME', 'LAST_NAME', 'UF_DEPARTMENT', 'FIND', 'USER_TYPE']);

const ownFilter = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).filter(([key]) => OWN.has(key.toUpperCase())));

const asParams = (value: unknown): Params => (typeof value === 'object' && value !== null ? (value as Params) : {});

const matches = (filter: Params) => (row: Row) =>
  Object.entries(filter).every(([key, wanted]) => {
    const values = (
      Array.isArray(row[key.toUpperCase()]) ? row[key.toUpperCase()] : [row[key.toUpperCase()]]
    ) as unknown[];
    const options = Object.values(asParams(typeof wanted === 'object' ? wanted : [wanted]));
    return options.some((option) => values.some((value) => fits(value, option)));
  });

function fits(value: unknown, option: unknown): boolean {
  if (typeof value === 'boolean') return value === ['Y', 'true', '1'].includes(String(option));
  return String(value ?? '').toLowerCase() === String(option).toLowerCase();
}

function sorted<Each extends Row>(rows: Each[], params: Params): Each[] {
  const field = String(anyCase(params, 'sort') ?? 'ID').toUpperCase();
  const way = String(anyCase(params, 'order') ?? 'ASC').toUpperCase() === 'DESC' ? -1 : 1;
  const key = (row: Row) => (field === 'ID' ? Number(row.ID) : String(row[field] ?? ''));
  return [...rows].sort((a, b) => (key(a) < key(b) ? -way : key(a) > key(b) ? way : 0));
}

/** Ids as they come: one, a list, or the text of one. */
function idsIn(value: unknown): number[] {
  const list = typeof value === 'object' && value !== null ? Object.values(value) : String(value ?? '').match(/\d+/g);
  return (list ?? []).map((id) => integer(id, 0)).filter((id) => id > 0);
}
