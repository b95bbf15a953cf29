/** Who may use an application: access codes as they are stored, told and written. */
import { findApp, findAppById, managesApps } from './market.ts';
import type { DemoApp, DemoDepartment } from './market-state.ts';
import type { PortalState } from './state.ts';

/** The column is no wider: a longer list is not stored, and nobody is told. */
const COLUMN = 2000;

/** Whether the signed-in user may open an application: an empty list is everyone, administrators always may. */
export function mayOpen(state: PortalState, { access }: DemoApp): boolean {
  if (access.length === 0 || managesApps(state)) return true;
  const own = codesOfUser(state, state.userId);
  return access.some((code) => own.has(code));
}

/** The access codes an employee has: the own one, departments, those above them, and everybody's. */
export function codesOfUser(state: PortalState, userId: number): Set<string> {
  const codes = new Set([`U${userId}`, 'AU', 'G2']);
  const { employees, departments } = state.staff;
  const own = employees.find(({ id }) => id === userId)?.departments ?? [1];
  const headed = departments.filter(({ head }) => head === userId).map(({ id }) => id);
  for (const id of [...own, ...headed]) {
    codes.add(`D${id}`);
    for (const above of withParents(departments, id)) codes.add(`DR${above}`);
  }
  return codes;
}

function withParents(departments: readonly DemoDepartment[], id: number): Set<number> {
  const found = new Set<number>();
  // A department may stand below itself by mistake.
  for (let next: number | null = id; next !== null && !found.has(next); ) {
    found.add(next);
    const current: number = next;
    next = departments.find((department) => department.id === current)?.parent ?? null;
  }
  return found;
}

export interface AccessEntry {
  id: string;
  provider: string | null;
  name: string | null;
}

/** The list as the portal tells it: `false` when it is empty. A code nobody stands for has neither provider nor name. */
export function describeAccess(state: PortalState, app: DemoApp | undefined): false | Record<string, AccessEntry> {
  if (!app || app.access.length === 0) return false;
  return Object.fromEntries(app.access.map((id) => [id, { id, ...namedBy(state, id) }]));
}

function namedBy(state: PortalState, code: string): Omit<AccessEntry, 'id'> {
  const found = selectable(state).find((entry) => entry.id === code);
  return found ? { provider: found.provider, name: found.name } : { provider: null, name: null };
}

/** Everything the dialog of access offers. */
export function selectable(state: PortalState): { id: string; provider: string; name: string }[] {
  const { employees, departments } = state.staff;
  const isRussian = state.scenario.user.language === 'ru';
  const below = isRussian ? 'с подотделами' : 'with sub-departments';
  return [
    ...employees
      .filter(({ isActive }) => isActive)
      .map(({ id, firstName, lastName }) => ({
        id: `U${id}`,
        provider: 'user',
        name: `${firstName} ${lastName}`.trim(),
      })),
    ...departments.flatMap(({ id, name }) => [
      { id: `D${id}`, provider: 'intranet', name },
      { id: `DR${id}`, provider: 'intranet', name: `${name} (${below})` },
    ]),
    { id: 'AU', provider: 'other', name: isRussian ? 'Все авторизованные пользователи' : 'All authorized users' },
  ];
}

/** Writes a whole list: two levels, of which only the inner keys count. One without any opens the application to all. */
export function storeAccess(app: DemoApp | undefined, rights: unknown): void {
  const groups = typeof rights === 'object' && rights !== null ? Object.values(rights) : [];
  const codes = groups.flatMap((group) => (typeof group === 'object' && group !== null ? Object.keys(group) : []));
  const list = [...new Set(codes)];
  if (app && list.join(',').length <= COLUMN) app.access = list;
}

/** Looks an application up as either generation names it: by code, or by its number. */
export function appNamed(state: PortalState, { code, id }: { code?: unknown; id?: unknown }): DemoApp | undefined {
  return code === undefined ? findAppById(state, Number(id)) : findApp(state, String(code));
}
