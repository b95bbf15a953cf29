import { randomBytes } from 'node:crypto';
import { type Exchange, redirect, sendText } from './http.ts';
import { crmPage } from './pages/crm-pages.ts';
import { directorPage } from './pages/director.ts';
import { loginPage } from './pages/login.ts';
import { marketPage } from './pages/market.ts';
import { messengerPage } from './pages/messenger.ts';
import { missingPage, sliderPage, streamPage } from './pages/stream.ts';
import { taskPage } from './pages/task-form.ts';
import { type Portal, SESSION_COOKIE, sessionOf } from './portal-site.ts';

/** What a page is made from. */
export interface PageContext {
  portal: Portal;
  /** For the few inline scripts that the content policy lets through. */
  nonce: string;
  token: string;
  query: Exchange['query'];
  /** With the port, where it is not the usual one. */
  hostHeader: string;
}

export type PageMaker = (context: PageContext) => string;

const PAGES: Record<string, PageMaker> = {
  '/': streamPage,
  '/stream/': streamPage,
  '/online/': messengerPage,
};

/** Makers that know pages by patterns of their paths; these mind themselves whether they stand in a slider. */
const FINDERS: ((path: string, portal: Portal) => PageMaker | undefined)[] = [marketPage, crmPage, taskPage];

/** Buttons of old pages call their scripts from attributes, which a policy with a nonce would stop. */
const WITH_INLINE_HANDLERS = /^\/marketplace\//;

const HTML = 'text/html; charset=UTF-8';

/** Answers the pages of a portal; whoever is not signed in is led to the sign-in form. */
export async function answerPage(portal: Portal, exchange: Exchange): Promise<void> {
  const { path, query, response } = exchange;
  const nonce = randomBytes(12).toString('base64');
  response.setHeader('Content-Security-Policy', contentPolicy(nonce, exchange));
  if (path === '/__director/') return sendText(response, 200, HTML, directorPage(portal));

  const call = portal.log(exchange, { kind: 'page', method: path, methods: [path], params: query });
  const fault = portal.faults.take(`page ${path}`);
  if (fault) call.outcome = fault.kind;
  if (fault && (await portal.faults.play(fault, response))) return;

  call.outcome = 'success';
  if (path === '/auth/') return answerLogin(portal, exchange, nonce);
  if (!enter(portal, exchange)) {
    call.outcome = 'signedOut';
    return redirect(response, `/auth/?backurl=${encodeURIComponent(exchange.request.url ?? '/')}`);
  }
  const hostHeader = exchange.request.headers.host ?? '';
  const context: PageContext = { portal, nonce, token: portal.tokenOf(exchange), query, hostHeader };
  const isFrame = query.IFRAME === 'Y';
  const found = FINDERS.map((find) => find(path, portal)).find((maker) => maker !== undefined);
  const page = found ?? PAGES[path];
  if (!page) call.outcome = 'notFound';
  const maker = page ? (isFrame && !found && path !== '/online/' ? sliderPage : page) : missingPage;
  sendText(response, page ? 200 : 404, HTML, maker(context));
}

/** A visitor without a session is remembered and let in; one whose session has expired is not. */
function enter(portal: Portal, exchange: Exchange): boolean {
  if (portal.state.scenario.user.role === 'signedOut') return false;
  const session = sessionOf(exchange);
  if (portal.sessions.hasExpired(session)) return false;
  if (!portal.sessions.isValid(session)) startSession(portal, exchange);
  portal.state.lastActivity = Date.now();
  return true;
}

function startSession(portal: Portal, exchange: Exchange): void {
  const session = portal.sessions.issue();
  exchange.cookies.set(SESSION_COOKIE, session);
  exchange.response.setHeader('Set-Cookie', `${SESSION_COOKIE}=${session}; Path=/; Secure; HttpOnly`);
}

function answerLogin(portal: Portal, exchange: Exchange, nonce: string): void {
  const { request, response, query } = exchange;
  const back = String(query.backurl ?? '/stream/');
  const target = /^\/(?!\/)/.test(back) ? back : '/stream/';
  if (request.method === 'POST' && portal.state.scenario.user.role !== 'signedOut') {
    startSession(portal, exchange);
    redirect(response, target);
    return;
  }
  const hostHeader = request.headers.host ?? '';
  const context = { portal, nonce, token: portal.tokenOf(exchange), query: { ...query, backurl: target }, hostHeader };
  sendText(response, 200, HTML, loginPage(context));
}

function contentPolicy(nonce: string, { request, path }: Exchange): string {
  const host = request.headers.host ?? '';
  const inline = WITH_INLINE_HANDLERS.test(path) ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  // Not every browser takes 'self' for the socket as well.
  const socket = `wss://${host.replace(/[^\w.:-]/g, '')}`;
  return [
    "default-src 'self'",
    `script-src 'self' ${inline}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${socket}`,
    // Applications stand in frames of their own servers.
    "frame-src 'self' https:",
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
}
