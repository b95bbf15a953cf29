import { CARD_TYPES, type CardType, tabsOf } from '../../model/card-tabs.ts';
import type { PageContext } from '../pages.ts';
import { newStrip, oldStrip, type StripTab } from './crm-strip.ts';
import { CRM_TEXTS } from './crm-texts.ts';
import { escapeHtml } from './document.ts';
import { innerPage } from './inner-page.ts';
import { scriptLiteral } from './script-literal.ts';

/** `/crm/deal/` and its like: links that open cards in a slider, as clicks on them do. */
export function listPage(context: PageContext, type: CardType): string {
  const texts = textsOf(context);
  const kinds = CARD_TYPES.map((each) => `<a href="/crm/${each}/">${texts.lists[each]}</a>`);
  const rows = texts.entities[type].map(([id, title]) => {
    const href = `/crm/${type}/details/${id}/`;
    return `<article class="feed-post"><a class="crm-list-link" data-slider href="${href}">${escapeHtml(title)}</a></article>`;
  });
  const content = `<nav class="page-actions">${kinds.join('')}</nav>${rows.join('')}`;
  const title = texts.lists[type];
  return innerPage(context, { ...{ current: '/crm/', title, content }, ...LOOK, modules: ['crm/links.js'] });
}

/** The card of a deal and its like, with the tabs of applications in the strip that the scenario or the address wants. */
export function cardPage(context: PageContext, type: CardType, [id, title]: [id: number, title: string]): string {
  const texts = textsOf(context);
  const guid = `${type}_${id}`;
  const tabs = tabsInCard(context, type, id);
  const isOld = (context.query.strip ?? context.portal.state.scenario.crm.strip) === 'old';
  const strip = isOld ? oldStrip(guid, tabs) : newStrip(type, tabs, texts.tabs.more);
  const panes = tabs.map(({ id: tabId }, n) => pane(tabId, n === 0, texts.about));
  const content = `<div class="crm-entity-card-container" id="${guid}_container">${strip}
<div id="${guid}_tabs">${panes.join('')}</div></div>
${initScript(context, guid, tabs, isOld)}`;
  const scripts = ['crm/app-layout.js', 'crm/strip.js', 'crm/card.js'];
  return innerPage(context, { ...{ current: '/crm/', title, content }, ...LOOK, scripts });
}

const LOOK = { styles: ['crm/crm.css'] };

const textsOf = ({ portal }: PageContext) => CRM_TEXTS[portal.state.scenario.user.language];

function tabsInCard(context: PageContext, type: CardType, id: number): StripTab[] {
  const texts = textsOf(context);
  const own = (tabId: string, title: string): StripTab => ({ id: tabId, title, isHidden: false, isCrowded: false });
  const tabs = tabsOf(context.portal.state, type).map((tab): StripTab => {
    const params = {
      ID: String(tab.app.id),
      PLACEMENT: tab.code,
      PLACEMENT_OPTIONS: { ID: String(id) },
      PLACEMENT_ID: String(tab.id),
    };
    const { isHidden, isCrowded } = tab;
    return { id: `tab_rest_${tab.id}`, title: tab.title || texts.untitled(tab.id), isHidden, isCrowded, params };
  });
  return [
    own('main', texts.tabs.main),
    own('tab_event', texts.tabs.history),
    ...tabs,
    own('crm_rest_marketplace', texts.tabs.market),
  ];
}

const pane = (tabId: string, isCurrent: boolean, about: string) =>
  `<div class="crm-entity-section crm-entity-section-info${isCurrent ? '' : ' crm-entity-section-tab-content-hide'}" data-tab-id="${tabId}">${
    isCurrent ? `<p>${about}</p>` : ''
  }</div>`;

/** What starts the card tells which application each tab loads, and from where: with the token of the session in it. */
function initScript({ nonce, token }: PageContext, guid: string, tabs: readonly StripTab[], isOld: boolean): string {
  const serviceUrl = `/bitrix/components/bitrix/app.layout/lazyload.ajax.php?&site=s1&sessid=${token}`;
  const settings = {
    isOld,
    tabs: tabs.map(({ id, title, params }) => ({
      id,
      name: title,
      enabled: true,
      ...(params ? { loader: { serviceUrl, componentData: { template: '', params } } } : {}),
    })),
  };
  return `<script nonce="${nonce}">BX.ready(function(){BX.Crm.EntityDetailManager.create('${guid}', ${scriptLiteral(settings)});});</script>`;
}
