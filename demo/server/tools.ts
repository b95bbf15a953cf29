/** Older addresses of the portal, which are scripts of their own and answer without an envelope. */
import { oldActions } from '../api/market.ts';
import { type Exchange, sendJson, sendText } from './http.ts';
import { accessDialog } from './pages/market-access.ts';
import type { Portal } from './portal-site.ts';

/** Answers a script below `/bitrix/tools/`; false where there is none of that name. */
export async function answerTool(portal: Portal, exchange: Exchange): Promise<boolean> {
  if (exchange.path === '/bitrix/tools/rest.php') await answerOldAction(portal, exchange);
  else if (exchange.path === '/bitrix/tools/access_dialog.php') await answerAccessDialog(portal, exchange);
  else return false;
  return true;
}

/** Whoever brings no token, or does not post, gets an empty array, which looks like nothing went wrong. */
async function answerOldAction(portal: Portal, exchange: Exchange): Promise<void> {
  const { query, body, request, response } = exchange;
  const { sessid: _token, ...params } = { ...query, ...body };
  const name = String(params.action ?? '');
  const method = `rest.php ${name}`;
  const token = portal.carriesToken(exchange);
  const call = portal.log(exchange, { kind: 'ajax', method, methods: [method], params, token });
  const fault = portal.faults.take(`ajax ${method}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, response))) return;

  const action = Object.hasOwn(oldActions, name) ? oldActions[name] : undefined;
  if (!action || !token || request.method !== 'POST' || !portal.isSignedIn(exchange)) {
    call.outcome = 'skipped';
    if (!action) portal.calls.addUnknown(call);
    return sendJson(response, 200, []);
  }
  call.outcome = 'success';
  sendJson(response, 200, action(portal.state, params));
}

async function answerAccessDialog(portal: Portal, exchange: Exchange): Promise<void> {
  const { response } = exchange;
  const method = 'access_dialog.php';
  const token = portal.carriesToken(exchange);
  const call = portal.log(exchange, { kind: 'ajax', method, methods: [method], params: {}, token });
  const fault = portal.faults.take(`ajax ${method}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, response))) return;
  call.outcome = 'success';
  const isAsked = token && portal.isSignedIn(exchange);
  sendText(response, 200, 'text/html; charset=UTF-8', isAsked ? accessDialog(portal.state) : '');
}
