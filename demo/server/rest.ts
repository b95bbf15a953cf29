import { findMethod, type MethodCall, type MethodError } from '../api/methods.ts';
import { phpMap, portalDate } from '../model/wire.ts';
import type { Call } from './calls.ts';
import { type Exchange, sendJson } from './http.ts';
import { anyCase, integer, type Params, parseQuery } from './params.ts';
import type { Portal } from './portal-site.ts';

const MAX_BATCH = 50;
const MESSAGES = /^im\.v2\.Chat\.Message\./i;
const NO_METHOD: MethodError = { code: 'ERROR_METHOD_NOT_FOUND', message: 'Method not found!', status: 404 };

interface Command {
  key: string;
  method: string;
  params: Params;
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Answers `/rest/<method>.json`, `batch` included, for the session of the page. */
export async function answerRest(portal: Portal, exchange: Exchange, name: string): Promise<void> {
  const { response } = exchange;
  const params: Params = { ...exchange.query, ...exchange.body };
  const isBatch = name.toLowerCase() === 'batch';
  const commands = isBatch ? readCommands(params.cmd) : [];
  const methods = isBatch ? commands.map(({ method }) => method) : [name];
  const call = portal.log(exchange, {
    kind: 'rest',
    method: name,
    methods,
    params: isBatch ? Object.fromEntries(commands.map((command) => [command.key, command])) : params,
    token: portal.carriesToken(exchange),
  });
  const fault = portal.faults.take(`rest ${isBatch ? 'batch ' : ''}${methods.join(' ')}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, response))) return;

  const read = isBatch ? commands : [{ key: '', method: name, params }];
  if (breaksList(portal, read)) portal.sessions.renewTokens();
  const answer = authorise(portal, exchange, params, call) ?? run(portal, exchange, call, name, params, commands);
  call.outcome = answer.status === 200 ? 'success' : String(answer.body.error);
  if (fault?.kind === 'cutOffAfter') portal.faults.cut(response);
  else sendJson(response, answer.status, answer.body);
}

/** The token expires in the middle of the list of employees, where the scenario wants it: once. */
function breaksList({ state }: Portal, commands: Command[]): boolean {
  const { staff } = state.scenario;
  const isFar = ({ method, params }: Command) =>
    method.toLowerCase() === 'user.get' && integer(anyCase(params, 'start'), 0) >= (staff.userListBreaksAt ?? Infinity);
  if (!commands.some(isFar)) return false;
  staff.userListBreaksAt = null;
  return true;
}

/** Sign-in first, token second, and only then does the call count as activity; null when all is well. */
function authorise(portal: Portal, exchange: Exchange, params: Params, call: Call): Answer | null {
  if (!portal.sendsToken(exchange)) {
    return { status: 401, body: { error: 'NO_AUTH_FOUND', error_description: 'Wrong authorization data' } };
  }
  const sessid = portal.tokenOf(exchange);
  if (!portal.isSignedIn(exchange)) {
    const description = { error_description: 'User not authorized', extended_error: 'user_not_authorized' };
    return { status: 401, body: { error: 'access_denied', ...description, sessid } };
  }
  if (!portal.carriesToken(exchange)) {
    return { status: 401, body: { error: 'session_failed', error_description: 'Sessid check failed', sessid } };
  }
  if (anyCase(params, 'BX_LAST_ACTIVITY') !== 'N') {
    portal.state.lastActivity = Date.now();
    call.refreshedActivity = true;
  }
  return null;
}

function run(
  portal: Portal,
  exchange: Exchange,
  call: Call,
  name: string,
  params: Params,
  commands: Command[],
): Answer {
  const started = Date.now();
  if (name.toLowerCase() === 'batch') {
    if (commands.length > MAX_BATCH) {
      return failure({ code: 'ERROR_BATCH_LENGTH_EXCEEDED', message: 'Max batch length exceeded' });
    }
    const halt = !['', '0', 'undefined', 'false'].includes(String(params.halt ?? ''));
    return { status: 200, body: { result: runBatch(portal, call, commands, halt), time: timing(started) } };
  }
  const isForm = exchange.request.method === 'POST' && !exchange.contentType.includes('json');
  return runMethod(portal, call, name, { state: portal.state, params, transport: 'rest', isForm });
}

function runBatch(portal: Portal, call: Call, commands: Command[], halt: boolean) {
  const result: Params = {};
  const errors: Params = {};
  const times: Params = {};
  const totals: Params = {};
  const nexts: Params = {};
  for (const { key, method, params } of commands) {
    const started = Date.now();
    const answer =
      method.toLowerCase() === 'batch'
        ? failure({ code: 'ERROR_BATCH_METHOD_NOT_ALLOWED', message: 'Method is not allowed for batch usage' })
        : runMethod(portal, call, method, { state: portal.state, params, transport: 'batch', isForm: false });
    if (answer.status === 200) {
      result[key] = answer.body.result;
      times[key] = timing(started);
      if (answer.body.total !== undefined) totals[key] = answer.body.total;
      if (answer.body.next !== undefined) nexts[key] = answer.body.next;
    } else {
      errors[key] = answer.body;
      if (halt) break;
    }
  }
  return {
    result: phpMap(result),
    result_error: phpMap(errors),
    result_total: phpMap(totals),
    result_next: phpMap(nexts),
    result_time: phpMap(times),
  };
}

function runMethod(portal: Portal, call: Call, name: string, methodCall: MethodCall): Answer {
  if (!portal.state.scenario.access.messagesOverRest && MESSAGES.test(name)) return failure(NO_METHOD);
  const method = findMethod(name);
  if (!method) {
    portal.calls.addUnknown(call);
    return failure(NO_METHOD);
  }
  const started = Date.now();
  const result = method(methodCall);
  portal.sendEvents(result.events ?? []);
  if (result.error) return failure(result.error);
  const { total, next } = result;
  return { status: 200, body: { result: result.data, next, total, time: timing(started) } };
}

function failure({ code, message, status }: MethodError): Answer {
  return { status: status ?? 400, body: { error: code, error_description: message } };
}

function readCommands(cmd: unknown): Command[] {
  if (typeof cmd !== 'object' || cmd === null) return [];
  return Object.entries(cmd).map(([key, text]) => {
    const [method = '', ...query] = String(text).split('?');
    return { key, method: decodeURIComponent(method), params: parseQuery(query.join('?')) };
  });
}

function timing(started: number) {
  const now = Date.now();
  return {
    start: started / 1000,
    finish: now / 1000,
    duration: (now - started) / 1000,
    processing: (now - started) / 1000,
    date_start: portalDate(started),
    date_finish: portalDate(now),
    operating_reset_at: Math.floor(now / 1000) + 600,
    operating: 0,
  };
}
