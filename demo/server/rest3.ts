import type { LogRow } from '../model/access-state.ts';
import { portalDate } from '../model/wire.ts';
import type { Call } from './calls.ts';
import { type Exchange, sendJson } from './http.ts';
import type { Portal } from './portal-site.ts';
import { type Answer, failure } from './rest3-answers.ts';
import { addTask3 } from './rest3-tasks.ts';

const LARGEST_PAGE = 1000;
const PAGE = 50;

type Row = Record<string, unknown>;

/** Answers `/rest/api/<method>`, the third version of REST: the event log and new tasks are all there is of it here. */
export async function answerRest3(portal: Portal, exchange: Exchange, name: string): Promise<void> {
  const { response, body } = exchange;
  const token = portal.carriesToken(exchange);
  const call = portal.log(exchange, { kind: 'rest', method: `api/${name}`, methods: [name], params: body, token });
  const fault = portal.faults.take(`rest api ${name}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, response))) return;

  const answer = authorise(portal, exchange, call) ?? answerOf(portal, exchange, name, call);
  call.outcome = answer.status === 200 ? 'success' : String(answer.status);
  if (fault?.kind === 'cutOffAfter') portal.faults.cut(response);
  else sendJson(response, answer.status, answer.body);
}

function answerOf(portal: Portal, exchange: Exchange, name: string, call: Call): Answer {
  if (name !== 'tasks.task.add') return run(portal, name, exchange.body, call);
  const { takesSession } = portal.state.scenario.tasks;
  return takesSession ? addTask3(portal, exchange, 'session') : failure(401, 'ACCESSDENIEDEXCEPTION', 'Access denied.');
}

/** Only a token in the address keeps the session of the page; one in the body or a header alone comes too late. */
function authorise(portal: Portal, exchange: Exchange, call: Call): Answer | null {
  const { sessid, BX_LAST_ACTIVITY: activity } = exchange.query;
  if (!portal.isSignedIn(exchange) || sessid !== portal.tokenOf(exchange)) {
    return failure(401, 'ACCESSDENIEDEXCEPTION', 'Access denied.');
  }
  if (activity === 'N') return null;
  portal.state.lastActivity = Date.now();
  call.refreshedActivity = true;
  return null;
}

function run({ state }: Portal, name: string, body: Row, call: Call): Answer {
  const { access, user } = state.scenario;
  if (name !== 'main.eventlog.tail' || access.eventLog === 'absent') {
    return failure(404, 'METHODNOTFOUNDEXCEPTION', `Method \`${name}\` not found.`);
  }
  if (access.eventLog === 'refused' || user.role === 'employee' || !call.token) {
    return failure(403, 'ACCESSDENIEDEXCEPTION', 'Access denied.');
  }
  return tail(state.access.log.map(describe), body);
}

/** A cursor is required, and PHP finds its value empty when it is 0. */
function tail(rows: Row[], { cursor, filter, select }: Row): Answer {
  const { field, value, order = 'ASC', limit = PAGE } = (cursor ?? {}) as Row;
  const missing = field ? (value ? null : 'cursor.value') : 'cursor.field';
  if (missing) return failure(400, 'VALIDATION_REQUIREDFIELDINREQUESTEXCEPTION', `Required field \`${missing}\``);
  const conditions = conditionsOf(filter);
  if (conditions.some(([name]) => name === field)) {
    return failure(400, 'INVALIDFILTEREXCEPTION', `Cursor field ${String(field)} cannot be used at filter.`);
  }
  const isRising = String(order).toUpperCase() === 'ASC';
  const found = rows
    .filter((row) => conditions.every(([name, operator, wanted]) => holds(row[name], operator, wanted)))
    .filter((row) => holds(row[String(field)], isRising ? '>' : '<', value));
  const sorted = isRising ? found : found.toReversed();
  const items = sorted.slice(0, Math.min(Number(limit), LARGEST_PAGE));
  return { status: 200, body: { result: { items: items.map((row) => pick(row, select)) } } };
}

/** One condition or a list of them: `[field, operator, value]`, or without the operator for "equal" and "in". */
function conditionsOf(filter: unknown): [string, string, unknown][] {
  if (!Array.isArray(filter) || filter.length === 0) return [];
  const list = Array.isArray(filter[0]) ? filter : [filter];
  return list.map((one) => (one.length === 2 ? [one[0], Array.isArray(one[1]) ? 'in' : '=', one[1]] : one));
}

function holds(value: unknown, operator: string, wanted: unknown): boolean {
  if (operator === 'in') return Array.isArray(wanted) && wanted.map(String).includes(String(value));
  if (operator === 'between') {
    return Array.isArray(wanted) && holds(value, '>=', wanted[0]) && holds(value, '<=', wanted[1]);
  }
  const [left, right] = [comparable(value), comparable(wanted)];
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  return operator === '<' ? left < right : left <= right;
}

/** Dates as moments, numbers as numbers, all else as text. */
function comparable(value: unknown): number | string {
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d/.test(text)) return Date.parse(text);
  return /^\d+$/.test(text) ? Number(text) : text;
}

function describe({ id, at, severity, auditTypeId, userId, address, description }: LogRow): Row {
  return {
    id,
    timestampX: portalDate(at),
    severity,
    auditTypeId,
    moduleId: 'main',
    itemId: String(userId),
    remoteAddr: address,
    userAgent: 'Mozilla/5.0',
    requestUri: '/auth/',
    siteId: 's1',
    userId,
    guestId: null,
    description: JSON.stringify(description),
  };
}

function pick(row: Row, select: unknown): Row {
  if (!Array.isArray(select) || select.length === 0) return row;
  return Object.fromEntries(select.map((name) => [String(name), row[String(name)]]));
}
