/** What people save on the pages of the Contact Center: always a whole list, never a part of one. */
import { lineRoles } from '../model/line-roles.ts';
import type { DemoLine } from '../model/market-state.ts';
import { lineOf } from '../model/staff.ts';
import type { PortalState } from '../model/state.ts';
import { type Exchange, redirect } from './http.ts';
import { integer, type Params } from './params.ts';
import type { Portal } from './portal-site.ts';

const SAVERS: Record<string, { method: string; save: (state: PortalState, body: Params) => string | null }> = {
  '/contact_center/lines_edit/': { method: 'lines_edit.save', save: saveLine },
  '/contact_center/permissions/': { method: 'permissions.save', save: savePermissions },
};

/** Takes a form that was sent and leads back to its page; false for any other address. */
export function answerStaffForm(portal: Portal, exchange: Exchange): boolean {
  const { path, body, request, response } = exchange;
  const saver = Object.hasOwn(SAVERS, path) ? SAVERS[path] : undefined;
  if (!saver || request.method !== 'POST') return false;
  const { method, save } = saver;
  const token = portal.carriesToken(exchange);
  const { sessid: _token, ...params } = body;
  const call = portal.log(exchange, { kind: 'ajax', method, methods: [method], params, token });
  const isAllowed = token && portal.isSignedIn(exchange) && portal.state.scenario.user.role !== 'employee';
  const query = isAllowed ? save(portal.state, body) : null;
  call.outcome = query === null ? 'denied' : 'success';
  const frame = body.IFRAME === 'Y' ? '&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER' : '';
  redirect(response, query === null ? `${path}?${frame.slice(1)}` : `${path}?${query}saved=Y${frame}`);
  return true;
}

function saveLine(state: PortalState, body: Params): string | null {
  const line = lineOf(state, integer(body.CONFIG_ID, 0));
  if (!line) return null;
  const config = inner(body.CONFIG);
  const isOld = body.QUEUE !== undefined;
  line.queue = isOld ? oldQueue(body.QUEUE) : newQueue(config.QUEUE);
  const order = String(config.QUEUE_TYPE) as DemoLine['order'];
  if (['evenly', 'strictly', 'all'].includes(order)) line.order = order;
  return `ID=${line.id}&PAGE=queue-crm&${isOld ? 'queue=old&' : ''}`;
}

const newQueue = (value: unknown): DemoLine['queue'] =>
  Object.values(inner(value)).map((entry) => {
    const { type, id } = inner(entry);
    return { kind: type === 'department' ? 'department' : 'user', id: integer(id, 0) };
  });

const oldQueue = (value: unknown): DemoLine['queue'] =>
  Object.values(inner(inner(value).U)).map((code) => ({ kind: 'user', id: integer(String(code).slice(1), 0) }));

function savePermissions(state: PortalState, body: Params): string {
  const roles = lineRoles(state);
  const given = Object.entries(inner(body.PERMS));
  state.staff.roles = given.map(([code, id]) => {
    return { code, role: roles.find((role) => role.id === integer(id, 0))?.key ?? 'manager' };
  });
  return '';
}

const inner = (value: unknown): Params => (typeof value === 'object' && value !== null ? (value as Params) : {});
