/**
 * Keeps scripts, permissions and pauses in line, whichever of them has changed: at each start, when the browser's
 * settings have changed, and when somebody has changed the portals.
 */
import { portalScripts } from '../../bitrix24/portal-scripts.ts';
import type { KnownPortal } from '../../domain/portals/known-portal.ts';
import {
  type PortalScripts,
  type Reconciliation,
  reconcile,
  type ScriptRegistration,
} from '../../domain/portals/reconcile.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import { SharedRuns } from '../shared-runs.ts';
import type { PortalPages } from './portal-pages.ts';

export class Reconciler {
  readonly #house: House;
  readonly #pages: PortalPages;
  readonly #effects: Effects;
  readonly #runs = new SharedRuns();

  constructor(house: House, pages: PortalPages, effects: Effects) {
    this.#house = house;
    this.#pages = pages;
    this.#effects = effects;
  }

  /** Brings everything in line as it is now. What fails is tried again the next time. */
  run(): Promise<void> {
    return this.#runs.run('', async () => {
      try {
        await this.#carryOut(await this.#plan());
      } catch (error) {
        console.error('Latchdesk: scripts and permissions of portals could not be brought in line', error);
      }
    });
  }

  async #plan(): Promise<Reconciliation> {
    const [registered, granted] = await Promise.all([
      this.#effects.registeredScripts(),
      this.#effects.grantedOrigins(),
    ]);
    return reconcile(
      registered,
      granted,
      this.#house.known.map((portal) => this.#scriptsOf(portal)),
    );
  }

  #scriptsOf(portal: KnownPortal): PortalScripts {
    const isWanted = portal.source === 'added' && this.#house.whyPaused(portal.origin) !== 'policy';
    return { ...portal, scripts: isWanted ? portalScripts(portal, this.#effects.takesPorts()) : [] };
  }

  async #carryOut({ unregister, register, pause, resume }: Reconciliation): Promise<void> {
    await this.#effects.unregisterScripts(unregister);
    await this.#register(register);
    for (const origin of pause) await this.#setPause(origin, true);
    for (const origin of resume) await this.#setPause(origin, false);
    await this.#pages.leaveHidden(pause);
    await this.#pages.follow(pause);
    for (const origin of resume) if (this.#house.whyPaused(origin) === null) await this.#pages.comeBack(origin);
  }

  /** All at once; a portal that the browser refuses must not cost the others theirs. */
  async #register(scripts: readonly ScriptRegistration[]): Promise<void> {
    try {
      await this.#effects.registerScripts(scripts);
    } catch (error) {
      console.warn('Latchdesk: the browser refuses a script, so they are registered one by one', error);
      for (const script of scripts) await this.#registerOne(script);
    }
  }

  async #registerOne(script: ScriptRegistration): Promise<void> {
    try {
      await this.#effects.registerScripts([script]);
    } catch (error) {
      console.error(`Latchdesk: the browser refuses the script ${script.id}`, error);
    }
  }

  /** A pause of the user's own stays theirs. */
  async #setPause(origin: string, isShutOut: boolean): Promise<void> {
    const since = this.#effects.now();
    await this.#house.changePortal(origin, (portal) => {
      if (portal.pause?.by === 'user') return portal;
      return { ...portal, pause: isShutOut ? { by: 'permission', since } : null };
    });
  }
}
