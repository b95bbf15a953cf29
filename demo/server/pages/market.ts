import { openableApps } from '../../api/market-list.ts';
import { findApp, managesApps } from '../../model/market.ts';
import { mayOpen } from '../../model/market-access.ts';
import type { DemoApp } from '../../model/market-state.ts';
import type { PortalState } from '../../model/state.ts';
import type { PageContext, PageMaker } from '../pages.ts';
import { dataBlock } from './document.ts';
import { marketDocument } from './market-document.ts';
import { oldMarketPage } from './market-old.ts';
import { MARKET_WORDS } from './market-words.ts';

/** Pages of the Market, of either generation; undefined for any other path. */
export function marketPage(path: string): PageMaker | undefined {
  const [, folder, page, code] = /^\/(market|marketplace)\/(?:(installed|detail\/([^/]+))\/)?$/.exec(path) ?? [];
  if (!folder) return undefined;
  if (folder === 'marketplace') return (context) => oldMarketPage(context, { page, code });
  if (code) return (context) => detailPage(context, code);
  return (context) => cataloguePage(context, page ? 'list' : 'main');
}

/** The page as it comes: a toolbar, an empty place, and data from which a script draws the rest later. */
function cataloguePage(context: PageContext, content: 'main' | 'list'): string {
  const words = MARKET_WORDS[context.portal.state.scenario.user.language];
  return newPage(context, content === 'main' ? words.market : words.installed, { content });
}

function detailPage(context: PageContext, code: string): string {
  const { state } = context.portal;
  const app = findApp(state, code);
  const words = MARKET_WORDS[state.scenario.user.language];
  return newPage(context, app?.name ?? words.market, {
    content: 'detail',
    app: app ? describeApp(state, app) : null,
  });
}

function newPage(context: PageContext, title: string, start: Record<string, unknown>): string {
  const { state } = context.portal;
  const words = MARKET_WORDS[state.scenario.user.language];
  const toolbar = `<div id="market-toolbar-wrapper"><div class="market-toolbar" data-role="market-toolbar">
<a class="market-toolbar__item" href="/market/">${words.market}</a>
<button type="button" class="market-toolbar__popup-target">${words.more}</button></div></div>`;
  const place = `<div id="market-catalog-container-id" class="market-catalog"><img class="market-skeleton-img" alt=""></div>`;
  const data = dataBlock('market-data', {
    ...start,
    words,
    isAdministrator: managesApps(state),
    openable: openableApps(state),
    keepsAddress: state.scenario.market.keepsAddress,
  });
  const parts = { title, content: `${toolbar}${place}${data}`, modules: ['market/new-market.js'] };
  return marketDocument(context, parts);
}

const describeApp = (state: PortalState, app: DemoApp) => ({
  id: app.id,
  code: app.code,
  name: app.name,
  developer: app.developer,
  isActive: app.isActive,
  isUnpublished: app.isUnpublished,
  hasUpdate: app.hasUpdate,
  mayOpen: mayOpen(state, app),
});
