import { randomBytes } from 'node:crypto';
import { mayOpen } from '../../model/market-access.ts';
import type { DemoApp } from '../../model/market-state.ts';
import type { PageContext } from '../pages.ts';
import { type AppTrouble, CRM_TEXTS } from './crm-texts.ts';
import { escapeHtml } from './document.ts';
import { scriptLiteral } from './script-literal.ts';

/** Begins every token of an application's frame, so that a test can look for leaks. */
export const TOKEN_MARK = 'demo0token';

/** Where the portal puts an application: its own page, or a tab. */
export interface Place {
  code: string;
  options: unknown;
}

/** Why an application does not open for the signed-in user; null: it does. */
export function troubleOf({ state }: PageContext['portal'], app: DemoApp | undefined): AppTrouble | null {
  if (!app) return 'notFound';
  if (!app.isActive) return 'notInstalled';
  if (!mayOpen(state, app)) return 'noRights';
  return !app.isInstalled && state.scenario.user.role === 'employee' ? 'notFinished' : null;
}

/** The words in the place of an application. */
export function errorBlock({ portal }: Pick<PageContext, 'portal'>, trouble: AppTrouble): string {
  const words = CRM_TEXTS[portal.state.scenario.user.language].trouble[trouble];
  return `<div class="app-layout-error-block"><p>${words}</p></div>`;
}

export interface LayoutWish {
  app: DemoApp;
  place: Place;
  /** Of the page that asked: other ports than the usual one go on to the application's server. */
  hostHeader: string;
  /** Absent where the layout is loaded later: such scripts do not run, and their text is there all the same. */
  nonce?: string;
}

/** Frame, form and script of an application; the form posts into the frame, which has no address of its own. */
export function appLayout(context: Pick<PageContext, 'portal'>, { app, place, hostHeader, nonce }: LayoutWish): string {
  const { host } = context.portal.identity;
  const sid = randomBytes(16).toString('hex');
  const isInstaller = !app.isInstalled;
  const frameName = `${host}|1|${sid}`;
  const options = JSON.stringify(place.options);
  const fields = { ...tokens(), status: 'F', PLACEMENT: place.code, PLACEMENT_OPTIONS: options };
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const own = place.code === 'DEFAULT' ? ' app-frame-layout-default' : '';
  const finishes = isInstaller && context.portal.state.scenario.crm.installerFinishes;
  const settings = {
    ...{ sid, appId: app.id, appHost: new URL(app.handler).host, authId: fields.AUTH_ID, refreshId: fields.REFRESH_ID },
    ...{ memberId: fields.member_id, placement: place.code, isInstaller, finishes },
  };
  const script = `BX.ready(function(){BX.rest.AppLayout.initialize(${scriptLiteral(settings)});});`;
  return `<form name="appform_${sid}" method="post" action="${escapeHtml(actionOf(context, app, sid, hostHeader))}" target="${frameName}">${inputs.join('')}</form>
<div id="appframe_layout_${sid}" class="app-frame-layout${own}"${finishes ? ' data-installer="finishes"' : ''}>
<iframe id="appframe_${sid}" name="${frameName}" class="app-frame app-loading" allow="geolocation *;microphone *;camera *;autoplay *"></iframe>
<div id="appframe_loading_${sid}" class="app-loading-msg">${escapeHtml(app.name)}</div></div>
<script${nonce ? ` nonce="${nonce}"` : ''} data-app-script>${script}</script>`;
}

function actionOf({ portal }: Pick<PageContext, 'portal'>, app: DemoApp, sid: string, hostHeader: string): string {
  const handler = new URL(app.isInstalled ? '/app-server/' : '/app-server/install/', app.handler);
  const port = /:(\d+)$/.exec(hostHeader)?.[1];
  if (port) handler.port = port;
  const { host } = portal.identity;
  const query = { DOMAIN: host, PROTOCOL: '1', LANG: portal.state.scenario.user.language, APP_SID: sid };
  for (const [name, value] of Object.entries(query)) handler.searchParams.set(name, value);
  return handler.href;
}

const tokens = () => ({
  AUTH_ID: `${TOKEN_MARK}${randomBytes(20).toString('hex')}`,
  AUTH_EXPIRES: '3600',
  REFRESH_ID: `${TOKEN_MARK}${randomBytes(20).toString('hex')}`,
  SERVER_ENDPOINT: 'https://oauth.example/rest/',
  member_id: `${TOKEN_MARK}${randomBytes(11).toString('hex')}`,
});
