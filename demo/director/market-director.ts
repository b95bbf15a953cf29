import { findApp, finishInstallation, install, uninstall } from '../model/market.ts';
import { CHATAPP_CODES } from '../model/market-apps.ts';
import type { DemoApp, InstallError, MarketState } from '../model/market-state.ts';
import { AccessDirector } from './access-director.ts';

/** An application by its code; without one it is ChatApp. */
interface OfApp {
  code?: string;
}

/** Plays what happens around the applications of a portal. */
export class MarketDirector extends AccessDirector {
  /** Which pages the menu leads to; pages show it when they are loaded again. */
  setGeneration(generation: MarketState['generation']): void {
    this.portal.state.market.generation = generation;
  }

  /** Open pages of the Market draw all their cards anew; windows over them stay. */
  rerenderMarket(): void {
    this.portal.pull.send([{ module: 'market', command: 'rerender', params: {} }]);
  }

  /** Stores an access list, by whatever means it was made; an empty one is everyone. */
  setAccessList({ code, access }: OfApp & { access: string[] }): void {
    this.appOf(code).access = [...access];
  }

  /** The application leaves the Market, or comes back to it. */
  unpublish({ code, isUnpublished = true }: OfApp & { isUnpublished?: boolean } = {}): void {
    this.appOf(code).isUnpublished = isUnpublished;
  }

  /** The portal refuses to uninstall anything, in these words; without words it does not. */
  veto(words: string | null = null): void {
    this.portal.state.market.uninstallVeto = words;
  }

  /** The portal refuses to install anything; without an error it does not. */
  installError(error: InstallError | null = null): void {
    this.portal.state.market.installError = error;
  }

  setSubscription({ isWanted }: { isWanted: boolean }): void {
    this.portal.state.market.wantsSubscription = isWanted;
  }

  /** Somebody else uninstalls the application elsewhere. */
  uninstallApp({ code, wiped = false }: OfApp & { wiped?: boolean } = {}): void {
    uninstall(this.portal.state, this.appOf(code), wiped);
  }

  /** Somebody else installs it elsewhere; its installer waits for an administrator. */
  installApp({ code }: OfApp = {}): void {
    install(this.portal.state, this.appOf(code));
  }

  /** An administrator opens the application, and its installer comes to an end. */
  finishInstallation({ code }: OfApp = {}): void {
    finishInstallation(this.portal.state, this.appOf(code).id);
  }

  /** What is stored: ChatApp's code, all applications, and what went with each uninstallation. */
  marketState(): MarketState & { chatApp: string } {
    const { market, identity } = this.portal.state;
    return structuredClone({ ...market, chatApp: CHATAPP_CODES[identity.name] });
  }

  protected describeMarket() {
    const { generation, apps, uninstallVeto, wantsSubscription } = this.portal.state.market;
    const known = apps.map(({ code, isActive, isInstalled, access }) => ({ code, isActive, isInstalled, access }));
    return { generation, uninstallVeto, wantsSubscription, apps: structuredClone(known) };
  }

  private appOf(code = CHATAPP_CODES[this.portal.identity.name]): DemoApp {
    const app = findApp(this.portal.state, code);
    if (!app) throw new Error(`There is no application ${code}: take a code from marketState().apps.`);
    return app;
  }
}
