import { pageActions } from '../api/info.ts';
import { marketActions } from '../api/market.ts';
import { findMethod } from '../api/methods.ts';
import { type Exchange, sendJson } from './http.ts';
import type { Portal } from './portal-site.ts';

/** Older REST methods are no controllers: as ajax actions they do not exist. */
const CONTROLLER = /^(imbot\.Network\.Chat|im\.v2)\./i;

/** Answers `/bitrix/services/main/ajax.php?action=…` in the envelope of controllers. */
export async function answerAjax(portal: Portal, exchange: Exchange): Promise<void> {
  const { query, body, response } = exchange;
  const name = String(query.action ?? body.action ?? '');
  const { sessid: _token, ...params } = { ...query, ...body };
  const hasToken = portal.carriesToken(exchange);
  const call = portal.log(exchange, { kind: 'ajax', method: name, methods: [name], params, token: hasToken });
  const fault = portal.faults.take(`ajax ${name}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, response))) return;

  const refuse = (status: number, code: string, message: string, customData: unknown = null) => {
    call.outcome = code;
    sendJson(response, status, { status: 'error', data: null, errors: [{ message, code, customData }] });
  };
  if (!portal.isSignedIn(exchange)) return refuse(401, 'invalid_authentication', 'User is not authorized');
  if (!portal.carriesToken(exchange)) {
    const csrf = portal.tokenOf(exchange);
    response.setHeader('X-Bitrix-New-Csrf', csrf);
    return refuse(200, 'invalid_csrf', 'Invalid csrf token', { csrf });
  }
  const method = pageActions[name] ?? marketActions[name] ?? (CONTROLLER.test(name) ? findMethod(name) : undefined);
  if (!method) {
    portal.calls.addUnknown(call);
    return refuse(200, '22002', `Could not find the action ${name}`);
  }
  const result = method({ state: portal.state, params, transport: 'ajax', isForm: false });
  portal.sendEvents(result.events ?? []);
  if (result.error) return refuse(200, result.error.code, result.error.message);
  call.outcome = 'success';
  sendJson(response, 200, { status: 'success', data: result.data, errors: [] });
}
