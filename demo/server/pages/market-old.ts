import { findApp, managesApps } from '../../model/market.ts';
import { mayOpen } from '../../model/market-access.ts';
import type { DemoApp } from '../../model/market-state.ts';
import type { PortalState } from '../../model/state.ts';
import type { PageContext } from '../pages.ts';
import { dataBlock, escapeHtml } from './document.ts';
import { marketDocument } from './market-document.ts';
import { MARKET_WORDS, type MarketWords } from './market-words.ts';

const PER_PAGE = 20;

interface Wanted {
  page: string | undefined;
  code: string | undefined;
}

interface Contents {
  title: string;
  content: string;
}

/** Pages of the old Marketplace: the server draws them, and their buttons call scripts from attributes. */
export function oldMarketPage(context: PageContext, wanted: Wanted): string {
  const { state } = context.portal;
  const words = MARKET_WORDS[state.scenario.user.language];
  const data = dataBlock('market-data', { words, mixesInstall: state.scenario.market.mixesInstall });
  const { title, content } = contents(context, words, wanted);
  return marketDocument(context, { title, content: content + data, modules: ['market/old-market.js'] });
}

function contents({ portal, query }: PageContext, words: MarketWords, { page, code }: Wanted): Contents {
  if (code) return detail(portal.state, words, code);
  if (page) return { title: words.installed, content: list(portal.state, words, query) };
  const offers = words.catalogue.map((name) => `<li>${name}</li>`);
  const link = `<a href="/marketplace/installed/">${words.installed}</a>`;
  return { title: words.market, content: `<p>${link}</p><ul>${offers.join('')}</ul>` };
}

/** Unlike the new list it shows what is uninstalled as well, and offers to install it. */
function list(state: PortalState, words: MarketWords, query: PageContext['query']): string {
  if (!managesApps(state)) return `<div class="rest-mp-denied">${words.installedDenied}</div>`;
  const wanted = String(query.FIND ?? '').toLowerCase();
  const apps = state.market.apps.filter(({ name }) => name.toLowerCase().includes(wanted));
  const page = Number(/\d+/.exec(String(query.PAGE_MARKET_INSTALLED ?? '1'))?.[0] ?? 1);
  const rows = apps.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((app) => row(state, words, app));
  const pages = Array.from({ length: Math.ceil(apps.length / PER_PAGE) }, (_, n) => n + 1);
  const links = pages.map((n) => `<a href="?PAGE_MARKET_INSTALLED=page-${n}">${n}</a>`);
  return `<form id="marketplace_installed" method="get">
<input name="FIND" placeholder="${words.filter}" value="${escapeHtml(wanted)}"></form>
<div id="mp-installed-block" class="rest-mp-installed">${rows.join('')}</div>
<nav class="rest-mp-pages">${links.length > 1 ? links.join(' ') : ''}</nav>`;
}

/** Nothing in a row tells code or id but the text of its handlers. */
function row(state: PortalState, words: MarketWords, app: DemoApp): string {
  const name = escapeHtml(app.name);
  const title = app.isUnpublished ? name : `<a href="/marketplace/detail/${encodeURIComponent(app.code)}/">${name}</a>`;
  return `<div class="rest-mp-installed-item"><div class="rest-mp-installed-item-content">
<div class="rest-mp-installed-item-content-title">${title}</div>
<div class="rest-mp-installed-item-content-developer">${escapeHtml(app.developer)}</div></div>
<div class="rest-mp-installed-item-param-buttons">${buttons(state, words, app)}</div></div>`;
}

function detail(state: PortalState, words: MarketWords, code: string): Contents {
  const app = findApp(state, code);
  if (!app) return { title: words.market, content: `<p>${words.notFound}</p>` };
  const open = `<a class="ui-btn ui-btn-success" href="/marketplace/app/${app.id}/">${words.open}</a>`;
  const isOpen = app.isActive && mayOpen(state, app);
  const tools = managesApps(state) ? buttons(state, words, app) : deniedInstall(words, app);
  const content = `<div class="mp-detail"><p>${words.developer}: ${escapeHtml(app.developer)}</p>
<div class="mp-detail-buttons">${isOpen ? open : ''}${tools}</div><p>${words.about}</p></div>`;
  return { title: app.name, content };
}

const deniedInstall = (words: MarketWords, app: DemoApp): string =>
  app.isActive
    ? ''
    : `<button class="ui-btn ui-btn-disabled" disabled title="${escapeHtml(words.installDenied)}">${words.install}</button>`;

function buttons(state: PortalState, words: MarketWords, app: DemoApp): string {
  if (!app.isActive) return app.isUnpublished ? '' : installButton(state, words.install, app);
  const code = escapeHtml(app.code);
  const update = app.hasUpdate ? installButton(state, words.update, app) : '';
  return `${update}
<button class="ui-btn ui-btn-sm ui-btn-light-border" onclick="BX.rest.Marketplace.uninstallConfirm('${code}')">${words.remove}</button>
<button class="ui-btn ui-btn-sm ui-btn-link" onclick="BX.rest.Marketplace.setRights('${app.id}')">${words.oldAccess}</button>`;
}

function installButton({ market }: PortalState, text: string, app: DemoApp): string {
  const url = `/marketplace/detail/${encodeURIComponent(app.code)}/`;
  const handler = market.wantsSubscription
    ? "BX.UI.InfoHelper.show('limit_market_plus')"
    : `BX.Market.Application.install({'CODE':'${app.code}','VERSION':'3','url':'${url}'})`;
  return `<button class="ui-btn ui-btn-sm ui-btn-success" onclick="${escapeHtml(handler)}">${text}</button>`;
}
