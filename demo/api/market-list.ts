/** Applications as the Market's pages get them. */
import { managesApps } from '../model/market.ts';
import { mayOpen } from '../model/market-access.ts';
import type { DemoApp } from '../model/market-state.ts';
import type { PortalState } from '../model/state.ts';

const PER_PAGE = 20;

/** One page of the new list: active applications only, so that what is uninstalled is not in it. */
export function listedApps(state: PortalState, page: number, onlyUpdates = false) {
  const isAllowed = managesApps(state);
  const all = state.market.apps.filter(({ isActive, hasUpdate }) => isActive && (hasUpdate || !onlyUpdates));
  const start = (page - 1) * PER_PAGE;
  return {
    isAllowed,
    items: isAllowed ? all.slice(start, start + PER_PAGE).map(describeCard) : [],
    count: isAllowed ? all.length : 0,
    page,
    pages: Math.max(1, Math.ceil(all.length / PER_PAGE)),
  };
}

function describeCard({ id, code, name, developer, isUnpublished, hasUpdate }: DemoApp) {
  return {
    ID: String(id),
    CODE: code,
    ACTIVE: 'Y',
    VER: '3',
    APP_NAME: isUnpublished ? '' : name,
    PARTNER_NAME: developer,
    UNPUBLISHED: isUnpublished ? 'Y' : 'N',
    BUTTONS: { RIGHTS: 'Y', DELETE: 'Y', UPDATE: hasUpdate ? 'Y' : 'N' },
  };
}

/** The applications of the toolbar's menu: those that the user may open. */
export const openableApps = (state: PortalState) =>
  state.market.apps
    .filter((app) => app.isActive && app.isInstalled && mayOpen(state, app))
    .map(({ id, name }) => ({ name, href: `/marketplace/app/${id}/` }));
