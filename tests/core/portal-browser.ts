/** The part of a browser that portals need: permissions, registered scripts, tabs that come and go. */
import { CLOUD_MATCHES } from '../../bitrix24/addresses.ts';
import type { OpenPage, PortalEffects } from '../../core/portals/portal-effects.ts';
import type { PortalPlace } from '../../domain/portals/address.ts';
import type { ScriptRegistration } from '../../domain/portals/reconcile.ts';

export class PortalBrowser {
  /** What the browser lets us into: the hosts of the manifest, until a test says otherwise. */
  granted: string[] = [...CLOUD_MATCHES];
  dropped: string[] = [];
  readonly scripts = new Map<string, ScriptRegistration>();
  joined: { place: PortalPlace; anew: readonly number[] }[] = [];
  /** Pages beside those of the world's tabs. */
  pages: OpenPage[] = [];
  /** Tabs whose address is hidden. */
  hidden: number[] = [];
  /** Tabs that have what draws the edge. */
  readonly edged = new Set<number>();
  takesPorts = true;
  readonly listeners = new Set<() => void>();
  /** A script that the browser does not take. */
  refuses: string | null = null;

  /** The origins that have scripts of ours. */
  get scripted(): string[] {
    return [...new Set([...this.scripts.keys()].map((id) => new URL(id.split('|')[1] ?? '').origin))];
  }

  effects(pages: () => OpenPage[]): PortalEffects {
    return {
      takesPorts: () => this.takesPorts,
      grantedOrigins: async () => [...this.granted],
      dropOrigin: async (pattern) => {
        this.dropped.push(pattern);
        this.granted = this.granted.filter((each) => each !== pattern);
      },
      registeredScripts: async () => [...this.scripts.values()],
      registerScripts: async (scripts) => this.#register(scripts),
      unregisterScripts: async (ids) => {
        for (const id of ids) this.scripts.delete(id);
      },
      joinTabs: async ({ origin, prefix }, anew) => void this.joined.push({ place: { origin, prefix }, anew }),
      openPages: async () => [...pages(), ...this.pages],
      hiddenTabs: async () => this.hidden,
      putEdge: async (tabId) => Boolean(this.edged.add(tabId)),
      followTabs: (heard) => void this.listeners.add(heard),
      unfollowTabs: (heard) => void this.listeners.delete(heard),
    };
  }

  #register(scripts: readonly ScriptRegistration[]): void {
    for (const { id } of scripts) {
      if (id === this.refuses) throw new Error(`The browser refuses ${id}`);
      // As browsers do: the whole list is refused.
      if (this.scripts.has(id)) throw new Error(`Duplicate script ID '${id}'`);
    }
    for (const script of scripts) this.scripts.set(script.id, structuredClone(script));
  }

  /** Tabs have come, gone or been led elsewhere. */
  moveTabs(): void {
    for (const heard of this.listeners) heard();
  }
}
