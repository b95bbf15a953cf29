/** What pages of the Market ask the portal, of all generations. None of it can be asked over REST. */
import { findApp, install, managesApps, uninstall } from '../model/market.ts';
import { appNamed, describeAccess, storeAccess } from '../model/market-access.ts';
import type { DemoApp } from '../model/market-state.ts';
import { MARKET_TEXTS } from '../model/market-texts.ts';
import type { PortalState } from '../model/state.ts';
import { integer, type Params } from '../server/params.ts';
import { listedApps } from './market-list.ts';
import type { Method } from './methods.ts';

/** Actions of pages, by the names of either controller. */
export const marketActions: Record<string, Method> = {
  'market.Application.uninstall': ({ state, params }) => ({ data: takeOff(state, params.code, params.clean === 'Y') }),
  'rest.Application.uninstall': ({ state, params }) => ({ data: takeOff(state, params.code, params.clean === 'Y') }),
  'market.Application.install': ({ state, params }) => ({ data: putOn(state, params.code) }),
  'rest.Application.install': ({ state, params }) => ({ data: putOn(state, params.code) }),

  'market.Application.getRights': ({ state, params }) => {
    if (!managesApps(state)) return { data: denied(state) };
    const app = findApp(state, String(params.appCode));
    // A code that nobody knows has nothing to do with modules, but so it is said.
    if (!app) return { error: { code: 'ERROR_MODULE_NOT_LOADED', message: wordsOf(state).moduleMissing } };
    return { data: describeAccess(state, app) };
  },
  'market.Application.setRights': ({ state, params }) => ({
    data: writeAccess(state, appNamed(state, { code: params.appCode ?? '' }), params.rights),
  }),
  'rest.Application.getRights': ({ state, params }) => ({ data: readAccess(state, params.appId) }),
  'rest.Application.setRights': ({ state, params }) => ({
    data: writeAccess(state, appNamed(state, { id: params.appId }), params.rights),
  }),

  /** The list of installed applications, a page at a time; the component `bitrix:market.list` answers it. */
  filterApps: ({ state, params }) => ({ data: listedApps(state, integer(params.page, 1), params.updates === 'Y') }),
};

type OldAction = (state: PortalState, params: Params) => unknown;

/** What `/bitrix/tools/rest.php` does; the misspelling is the portal's own. */
export const oldActions: Record<string, OldAction> = {
  uninstall: (state, { code, clean }) => takeOff(state, code, clean === 'true'),
  get_app_rigths: (state, params) => readAccess(state, params.app_id),
  set_app_rights: (state, params) => writeAccess(state, appNamed(state, { id: params.app_id }), params.rights),
};

const wordsOf = (state: PortalState) => MARKET_TEXTS[state.scenario.user.language];
const denied = (state: PortalState) => ({ error: wordsOf(state).denied });

function takeOff(state: PortalState, code: unknown, wiped: boolean) {
  if (!managesApps(state)) return denied(state);
  const app = findApp(state, String(code));
  if (!app?.isActive) return { error: wordsOf(state).notFound };
  if (state.market.uninstallVeto !== null) return { error: state.market.uninstallVeto };
  uninstall(state, app, wiped);
  return { success: 1 };
}

function putOn(state: PortalState, code: unknown) {
  const app = findApp(state, String(code));
  const refusal = whyNotInstalled(state, app);
  if (refusal || !app) return refusal;
  install(state, app);
  return {
    success: 1,
    id: app.id,
    open: true,
    installed: app.isInstalled,
    redirect: `/marketplace/app/${app.id}/`,
    openSlider: false,
    canShowForm: false,
  };
}

function whyNotInstalled(state: PortalState, app: DemoApp | undefined) {
  const { denied: noRights, notFound, subscription } = wordsOf(state);
  const { installError, wantsSubscription } = state.market;
  if (!managesApps(state)) return { error: 'ACCESS_DENIED', errorDescription: noRights, helperCode: '' };
  if (!app || app.isUnpublished) {
    return { error: 'APPLICATION_NOT_FOUND', errorDescription: notFound, helperCode: '' };
  }
  if (installError) return installError;
  if (!wantsSubscription) return null;
  return { error: 'SUBSCRIPTION_REQUIRED', errorDescription: subscription, helperCode: 'limit_market_plus' };
}

function readAccess(state: PortalState, id: unknown) {
  if (!managesApps(state)) return denied(state);
  return integer(id, 0) > 0 ? describeAccess(state, appNamed(state, { id })) : 0;
}

/** Success is told whatever has become of the list, even where there is no such application. */
function writeAccess(state: PortalState, app: DemoApp | undefined, rights: unknown) {
  if (!managesApps(state)) return denied(state);
  storeAccess(app, rights);
  return { success: 1 };
}
