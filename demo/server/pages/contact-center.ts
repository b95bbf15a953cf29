import { lineOf } from '../../model/staff.ts';
import type { PageContext } from '../pages.ts';
import { CONTACT_TEXTS } from './contact-texts.ts';
import { escapeHtml } from './document.ts';
import { innerPage } from './inner-page.ts';

export const CONTACT_CENTER = '/contact_center/';
const LOOK = {
  current: CONTACT_CENTER,
  styles: ['crm/crm.css'],
  scripts: ['crm/app-layout.js'],
  modules: ['crm/links.js'],
};

const textsOf = ({ portal }: PageContext) => CONTACT_TEXTS[portal.state.scenario.user.language];

/** `/contact_center/`: a tile for every connector of the portal and of its applications, and the lines. */
export function contactCenterPage(context: PageContext): string {
  const { market, staff } = context.portal.state;
  const texts = textsOf(context);
  const connectors = market.apps.filter((app) => app.isActive && app.isInstalled).flatMap((app) => app.connectors);
  const tiles = [
    ...texts.builtIn.map(([id, title]) => tile(id, title, null)),
    ...connectors.map(({ id, title, line }) => tile(id, title, line)),
  ];
  const lines = staff.lines.map(({ id, name }) => {
    const href = `${CONTACT_CENTER}lines_edit/?ID=${id}&amp;PAGE=queue-crm`;
    return `<li><a data-slider href="${href}">${escapeHtml(name)}</a></li>`;
  });
  const permissions = `<a data-slider href="${CONTACT_CENTER}permissions/">${texts.permissions}</a>`;
  const openLines = staff.openLines ? `<h2>${texts.lines}</h2><ul>${lines.join('')}</ul><p>${permissions}</p>` : '';
  const content = `<div class="contact-center-tiles">${tiles.join('')}</div>${openLines}`;
  return innerPage(context, { ...LOOK, title: texts.title, content });
}

function tile(id: string, title: string, line: number | null): string {
  const href = `${CONTACT_CENTER}connector/?ID=${id}${line === null ? '' : `&amp;LINE=${line}`}`;
  return `<a class="contact-center-tile" data-slider href="${href}">
<span class="ui-icon ui-icon-service-${id.replaceAll('.', '_')}"><i></i></span>
<span class="contact-center-tile-title">${escapeHtml(title)}</span></a>`;
}

/** `/contact_center/connector/?ID=&LINE=`: the only place that tells which line a connector is bound to. */
export function connectorPage(context: PageContext): string {
  const { state } = context.portal;
  const texts = textsOf(context);
  const id = String(context.query.ID ?? '');
  const connector = state.market.apps.flatMap((app) => app.connectors).find((each) => each.id === id);
  const line = connector?.line ? lineOf(state, connector.line) : undefined;
  const words = line ? texts.connectedTo(line.name) : texts.notConnected;
  const title = connector?.title ?? texts.connector;
  return innerPage(context, { ...LOOK, title, content: `<p>${escapeHtml(words)}</p>` });
}
