/** What portals of the user's own need of the browser; its side of it is made in `browser-portals.ts`. */
import type { PortalPlace } from '../../domain/portals/address.ts';
import type { ScriptRegistration } from '../../domain/portals/reconcile.ts';

/** A tab with a page whose address we may know. */
export interface OpenPage {
  tabId: number;
  url: string;
  isPrivate: boolean;
  /** The browser has put it to sleep: nothing runs there. */
  isAsleep: boolean;
}

export interface PortalEffects {
  /** False where match patterns must not name a port. */
  takesPorts(): boolean;
  /** Patterns of the hosts that the browser lets us into now, those of the manifest included. */
  grantedOrigins(): Promise<string[]>;
  /** Gives a permission back; quiet where there is none, or where the manifest has it. */
  dropOrigin(pattern: string): Promise<void>;
  registeredScripts(): Promise<ScriptRegistration[]>;
  registerScripts(scripts: readonly ScriptRegistration[]): Promise<void>;
  unregisterScripts(ids: readonly string[]): Promise<void>;
  /** Starts the content scripts in the pages of a portal that are open; in the tabs named in `anew` also where they run. */
  joinTabs(place: PortalPlace, anew: readonly number[]): Promise<void>;
  /** Tabs whose address we may know; the others have no portal that we may read. */
  openPages(): Promise<OpenPage[]>;
  /** Tabs whose address is hidden from us: of pages that were never ours, and of portals we were just shut out of. */
  hiddenTabs(): Promise<number[]>;
  /** Puts what draws the edge into a tab; false when that is not possible. */
  putEdge(tabId: number): Promise<boolean>;
  /** Calls back when tabs have come, gone or been led elsewhere, until the same one is taken back with `unfollowTabs`. */
  followTabs(heard: () => void): void;
  unfollowTabs(heard: () => void): void;
}
