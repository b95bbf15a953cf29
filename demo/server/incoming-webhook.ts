/** Calls through the user's incoming webhook: `/rest/<user>/<key>/<method>` and `/rest/api/<user>/<key>/<method>`. */
import { findMethod } from '../api/methods.ts';
import type { Call } from './calls.ts';
import { type Exchange, sendJson } from './http.ts';
import type { Portal } from './portal-site.ts';
import { type Answer, failure } from './rest3-answers.ts';
import { addTask3 } from './rest3-tasks.ts';

const ADDRESS = /^\/rest\/(api\/)?(\d+)\/(\w+)\/([\w.]+?)(?:\.json)?\/?$/;

/** Answers such a call; false for any other address. */
export async function answerWebhook(portal: Portal, exchange: Exchange): Promise<boolean> {
  const [, api, user = '', key = '', method = ''] = ADDRESS.exec(exchange.path) ?? [];
  if (!method) return false;
  const name = api ? `api/${method}` : method;
  const call = portal.log(exchange, { kind: 'rest', method: name, methods: [name], params: exchange.body });
  const fault = portal.faults.take(`rest webhook ${api ? 'api ' : ''}${method}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, exchange.response))) return true;

  const answer = refusal(portal, user, key, method, Boolean(api)) ?? run(portal, exchange, method, Boolean(api), call);
  call.outcome = answer.status === 200 ? 'success' : String(answer.status);
  if (fault?.kind === 'cutOffAfter') portal.faults.cut(exchange.response);
  else sendJson(exchange.response, answer.status, answer.body);
  return true;
}

/** Plan first, then the key, then what it may reach; each in the words of its version. */
function refusal({ state }: Portal, user: string, key: string, method: string, isNew: boolean): Answer | null {
  const { tasks } = state.scenario;
  const refuse = (status: number, code: string, words: string): Answer =>
    isNew
      ? failure(status, `${code.replaceAll('_', '').toUpperCase()}EXCEPTION`, words)
      : { status, body: { error: code, error_description: words } };
  if (!tasks.hasWebhooks) return refuse(403, 'ACCESS_DENIED', 'REST API is available only on commercial plans');
  if (key !== tasks.webhookKey || user !== String(state.userId)) {
    return refuse(401, 'NO_AUTH_FOUND', 'Wrong authorization data');
  }
  const scope = isNew ? 'tasks' : 'task';
  if (method.startsWith('tasks.') && !tasks.webhookScopes.includes(scope)) {
    return refuse(
      403,
      'insufficient_scope',
      'The request requires higher privileges than provided by the webhook token',
    );
  }
  return null;
}

function run(portal: Portal, exchange: Exchange, name: string, isNew: boolean, call: Call): Answer {
  if (isNew) {
    if (name === 'tasks.task.add') return addTask3(portal, exchange, 'webhook');
    return failure(404, 'METHODNOTFOUNDEXCEPTION', `Method \`${name}\` not found.`);
  }
  const method = findMethod(name);
  if (!method) {
    portal.calls.addUnknown(call);
    return { status: 404, body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' } };
  }
  const params = { ...exchange.query, ...exchange.body };
  const { data, error, events = [] } = method({ state: portal.state, params, transport: 'rest', isForm: false });
  portal.sendEvents(events);
  if (error) return { status: error.status ?? 400, body: { error: error.code, error_description: error.message } };
  return { status: 200, body: { result: data } };
}
