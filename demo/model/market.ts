/** Applications of a portal: how they come, go, and what goes with them. */
import { usualApps } from './market-apps.ts';
import type { DemoApp, MarketState, Uninstallation } from './market-state.ts';
import type { Scenario } from './scenario.ts';
import type { PortalIdentity, PortalState } from './state.ts';

/** A portal before its scenario is known. */
export function noMarket(): MarketState {
  return {
    generation: 'new',
    apps: [],
    nextPlacementId: 1,
    uninstallVeto: null,
    installError: null,
    wantsSubscription: false,
    uninstallations: [],
  };
}

/** The applications that the scenario asks for, with the tabs of those whose installation is finished. */
export function makeMarket(scenario: Scenario, identity: PortalIdentity): MarketState {
  const { generation, veto, installError, wantsSubscription } = scenario.market;
  const market: MarketState = {
    ...noMarket(),
    generation,
    apps: usualApps(scenario, identity),
    nextPlacementId: identity.firstChatId + 211,
    uninstallVeto: veto,
    installError,
    wantsSubscription,
  };
  for (const app of market.apps) if (app.isActive && app.isInstalled) registerParts(market, app);
  return market;
}

export const findApp = ({ market }: PortalState, code: string): DemoApp | undefined =>
  market.apps.find((app) => app.code === code);

export const findAppById = ({ market }: PortalState, id: number): DemoApp | undefined =>
  market.apps.find((app) => app.id === id);

/** True for those who may install, uninstall and give access: integrators as well. */
export const managesApps = ({ scenario }: PortalState): boolean => scenario.user.role !== 'employee';

/**
 * Takes an application off. Tabs, connectors with their lines and robots go in any case, options only when data is
 * wiped; its row stays with id, code and access list.
 */
export function uninstall(state: PortalState, app: DemoApp, wiped: boolean): Uninstallation {
  const { code, placements, connectors, robots } = app;
  const gone: Uninstallation = { code, wiped, placements, connectors, robots, options: wiped ? app.options : {} };
  state.market.uninstallations.push(structuredClone(gone));
  Object.assign(app, { isActive: false, isInstalled: false, placements: [], connectors: [], robots: [] });
  if (wiped) {
    app.options = {};
    // The maker's server hears of it and forgets which lines and robots there were.
    app.atVendor = { ...app.atVendor, connectors: [], robots: [] };
  }
  return gone;
}

/** Puts an application on the portal again, in its old row; one with an installer of its own is not finished by that. */
export function install(state: PortalState, app: DemoApp): void {
  app.isActive = true;
  app.hasUpdate = false;
  if (app.installsAtOnce && !app.isInstalled) finishInstallation(state, app.id);
}

/** The application has told that its installer is through: only now its tabs are registered, with new ids. */
export function finishInstallation(state: PortalState, appId: number): void {
  const app = findAppById(state, appId);
  if (!app?.isActive || app.isInstalled) return;
  app.isInstalled = true;
  registerParts(state.market, app);
}

function registerParts(market: MarketState, app: DemoApp): void {
  const { tabs, connectors, robots } = app.atVendor;
  app.placements = tabs.map((tab) => {
    market.nextPlacementId += 1;
    return { ...tab, id: market.nextPlacementId };
  });
  app.connectors = structuredClone(connectors);
  app.robots = [...robots];
}
