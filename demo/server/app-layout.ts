/** What pages ask of the component that shows applications: a tab's contents, and the end of an installation. */
import { findAppById, finishInstallation } from '../model/market.ts';
import { type Exchange, sendJson, sendText } from './http.ts';
import { appLayout, errorBlock, troubleOf } from './pages/app-layout.ts';
import { integer, type Params } from './params.ts';
import type { Portal } from './portal-site.ts';

const FOLDER = '/bitrix/components/bitrix/app.layout/';
const HTML = 'text/html; charset=UTF-8';

/** Answers the component's own scripts; false for any other address. */
export async function answerAppLayout(portal: Portal, exchange: Exchange): Promise<boolean> {
  const { path, query, body, response } = exchange;
  if (!path.startsWith(FOLDER)) return false;
  const method = `app.layout/${path.slice(FOLDER.length)}`;
  const { sessid: _token, ...params } = { ...query, ...body };
  const token = portal.carriesToken(exchange);
  const call = portal.log(exchange, { kind: 'ajax', method, methods: [method], params, token });
  const fault = portal.faults.take(`ajax ${method}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, response))) return true;

  if (!token || !portal.isSignedIn(exchange)) {
    call.outcome = 'denied';
    sendText(response, 200, HTML, errorBlock({ portal }, 'denied'));
  } else if (params.action === 'set_installed') {
    call.outcome = endInstallation(portal, params) ? 'success' : 'denied';
    sendJson(response, 200, { result: call.outcome === 'success' });
  } else {
    call.outcome = 'success';
    sendText(response, 200, HTML, tabContents(portal, exchange));
  }
  return true;
}

/** Only an administrator's page may end an installation. */
function endInstallation({ state }: Portal, params: Params): boolean {
  const app = findAppById(state, integer(params.ID, 0));
  if (!app?.isActive || state.scenario.user.role === 'employee') return false;
  finishInstallation(state, app.id);
  return true;
}

/** A tab that is older than the last installation names a placement that is gone. */
function tabContents(portal: Portal, { body, request }: Exchange): string {
  const params = inner(inner(body.PARAMS).params);
  const app = findAppById(portal.state, integer(params.ID, 0));
  const trouble = troubleOf(portal, app);
  const isOwn = params.PLACEMENT === 'DEFAULT';
  const isTab = app?.isInstalled && app.placements.some(({ id }) => id === integer(params.PLACEMENT_ID, 0));
  const isThere = isOwn || isTab;
  if (trouble || !app || !isThere) return errorBlock({ portal }, trouble ?? 'placementGone');
  const place = { code: String(params.PLACEMENT ?? ''), options: params.PLACEMENT_OPTIONS ?? {} };
  return appLayout({ portal }, { app, place, hostHeader: request.headers.host ?? '' });
}

const inner = (value: unknown): Params => (typeof value === 'object' && value !== null ? (value as Params) : {});
